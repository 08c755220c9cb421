// SPDX-License-Identifier: Apache-2.0
#include "simulate/story.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "shell/time_zone.h"

namespace bridge::simulate {
namespace {

constexpr std::string_view indentation = "  ";

Lines split(std::string_view text, char separator) {
  Lines parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

Lines words_of(std::string_view line) {
  Lines words = split(line, ' ');
  std::erase(words, "");
  return words;
}

std::optional<std::int64_t> milliseconds(std::string_view number, std::string_view unit) {
  struct Row {
    std::string_view unit;
    std::int64_t ms;
  };
  constexpr std::array<Row, 3> rows = {{{"s", 1000}, {"min", 60'000}, {"h", 3'600'000}}};
  constexpr std::int64_t most = 100'000;
  std::int64_t value = 0;
  const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
  if (read.ec != std::errc{} || read.ptr != number.data() + number.size()) return std::nullopt;
  if (value <= 0 || value > most) return std::nullopt;
  for (const Row& row : rows) {
    if (row.unit == unit) return value * row.ms;
  }
  return std::nullopt;
}

std::optional<StoryManner> manner_of(const Lines& words) {
  using Way = StoryManner::Way;
  StoryManner manner;
  const std::string& first = words[2];
  const bool alone = words.size() == 3;
  if (first == "silence" || first == "unreached" || first == "crash") {
    manner.way = first == "silence"     ? Way::silence
                 : first == "unreached" ? Way::unreached
                                        : Way::crash;
    return alone ? std::optional(manner) : std::nullopt;
  }
  constexpr std::array<std::string_view, 6> codes = {"CA", "CE", "CR", "AA", "AE", "AR"};
  if (std::find(codes.begin(), codes.end(), first) == codes.end()) return std::nullopt;
  manner.code = first;
  if (alone) return manner;
  manner.error = words[3];
  const bool number = manner.error.find_first_not_of("0123456789") == std::string::npos;
  return number && words.size() == 4 && first[1] != 'A' ? std::optional(manner) : std::nullopt;
}

class StoryReader {
 public:
  Result<Story, StoryMistake> read(std::string_view text) {
    if (text.empty() || text.back() != '\n') return StoryMistake{1, "must end with a line end"};
    for (const std::string& line : split(text, '\n')) {
      ++line_;
      take(line);
      if (mistake_) return *mistake_;
    }
    close();
    check_head();
    if (mistake_) return *mistake_;
    return std::move(story_);
  }

 private:
  enum class Open : std::uint8_t { nothing, step, output };

  void wrong(std::string text) {
    if (!mistake_) mistake_ = StoryMistake{line_, std::move(text)};
  }

  void take(const std::string& line) {
    if (line.find('\r') != std::string::npos) return wrong("holds a carriage return");
    if (line.empty() || line[0] == '#') {
      loose_.push_back(line);
      if (line.empty()) open_ = Open::nothing;
    } else if (line[0] == ' ') {
      take_body(line);
    } else {
      take_head(line);
    }
  }

  void take_body(const std::string& line) {
    if (!line.starts_with(indentation) || line.size() == indentation.size()) {
      return wrong("an indented line begins with two blanks and then has text");
    }
    if (open_ == Open::nothing) return wrong("an indented line that belongs to no block");
    Lines& source = open_ == Open::step ? step().source : step().told.back().source;
    Lines& body = open_ == Open::step ? step().body : step().told.back().output.body;
    // A comment within a block stays there.
    source.insert(source.end(), loose_.begin(), loose_.end());
    loose_.clear();
    source.push_back(line);
    body.push_back(line.substr(indentation.size()));
  }

  void take_head(const std::string& line) {
    const Lines words = words_of(line);
    const bool output = words[0] == "fact" || (words.size() > 1 && words[1] == "<");
    if (output) return take_output(line, words);
    close();
    StoryStep next;
    next.line = line_;
    next.head = line;
    next.source = {line};
    read_step(words, next);
    story_.steps.push_back(std::move(next));
    open_ = Open::step;
  }

  void take_output(const std::string& line, const Lines& words) {
    if (story_.steps.empty()) return wrong("an output before anything was put in");
    if (words[0] == "fact") {
      if (words.size() < 2) return wrong("a fact has a name");
    } else if (!named<StoryPartner>(words[0]) || words.size() != 3) {
      return wrong("an output is `ehr|gateway|fhir|api < WHAT`");
    }
    step().told.push_back(ToldOutput{{line, {}}, std::move(loose_), {line}});
    loose_.clear();
    open_ = words[0] == "fact" ? Open::nothing : Open::output;
  }

  void read_step(const Lines& words, StoryStep& next) {
    if (words[0] == "at") return read_at(words, next);
    if (words[0] == "after") return read_after(words, next);
    if (words[0] == "restart" || words[0] == "reload" || words[0] == "recall") {
      return read_library(words, next);
    }
    if (words[0] == "accepts") return read_accepts(words, next);
    if (words[0] == "zone") return read_zone(words, next);
    const auto partner = named<StoryPartner>(words[0]);
    if (!partner || words.size() < 2) return wrong("no block begins like this");
    next.partner = *partner;
    const bool hl7 = *partner == StoryPartner::ehr || *partner == StoryPartner::gateway;
    if (words[1] == "does" && hl7 && words.size() > 2) {
      const auto manner = manner_of(words);
      next.act = StoryAct::does;
      if (manner) next.manner = *manner;
      if (!manner)
        wrong(
            "what a partner does: a code with a number or none, silence, unreached, "
            "crash");
      return;
    }
    if (words[1] != ">") return wrong("no block begins like this");
    need_clock();
    if (hl7) {
      next.act = StoryAct::message;
      if (words.size() > 3) return wrong("a message is one file, or indented lines");
      if (words.size() == 3) next.file = words[2];
      return;
    }
    next.act = StoryAct::http;
    if (words.size() < 4 || words.size() > 5) return wrong("a request is `METHOD TARGET [FILE]`");
    next.method = words[2];
    next.target = words[3];
    if (words.size() == 5) next.file = words[4];
  }

  void read_library(const Lines& words, StoryStep& next) {
    next.act = words[0] == "restart"  ? StoryAct::restart
               : words[0] == "reload" ? StoryAct::reload
                                      : StoryAct::recall;
    const bool alone = next.act == StoryAct::restart && words.size() == 1;
    if (!alone && words.size() != 2) return wrong("restart, reload and recall name one file");
    if (!alone) next.file = words[1];
    need_clock();
  }

  void read_accepts(const Lines& words, StoryStep& next) {
    next.act = StoryAct::accepts;
    next.versions.assign(words.begin() + 1, words.end());
    if (next.versions.empty()) wrong("accepts names the versions that a pump may hold");
    need_clock();
  }

  void read_zone(const Lines& words, StoryStep& next) {
    next.act = StoryAct::zone;
    auto clock = words.size() == 2 ? shell::clock_of_zone(words[1]) : std::nullopt;
    if (!clock) return wrong("a zone is like America/Chicago");
    next.clock = *std::move(clock);
    need_clock();
  }

  void read_at(const Lines& words, StoryStep& next) {
    next.act = StoryAct::at;
    const auto at = words.size() == 2
                        ? Instant::parse_rfc3339(words[1])
                        : Result<Instant>(Fault{FaultCode::timestamp_malformed, {}, {}});
    if (!at) return wrong("a time is like 2026-03-02T10:00:00-06:00");
    if (clock_ && *at < *clock_) return wrong("the clock cannot go back");
    clock_ = next.at = *at;
  }

  void read_after(const Lines& words, StoryStep& next) {
    next.act = StoryAct::after;
    const auto ms = words.size() == 3 ? milliseconds(words[1], words[2]) : std::nullopt;
    if (!ms) return wrong("a time span is like `30 min`: s, min or h");
    need_clock();
    next.after_ms = *ms;
    if (clock_) clock_ = clock_->plus_ms(*ms);
  }

  void need_clock() {
    if (!clock_) wrong("the story must first set the clock with `at`");
  }

  StoryStep& step() { return story_.steps.back(); }

  void check_body(const StoryStep& done) {
    const bool takes = done.act == StoryAct::message || done.act == StoryAct::http;
    if (!takes && !done.body.empty()) return mistake_at(done, "takes no indented lines");
    if (!done.file.empty() && !done.body.empty()) {
      return mistake_at(done, "has a file and indented lines");
    }
    if (done.act == StoryAct::message && done.file.empty() && done.body.empty()) {
      mistake_at(done, "has no message");
    }
  }

  void mistake_at(const StoryStep& done, std::string text) {
    if (!mistake_) mistake_ = StoryMistake{done.line, std::move(text)};
  }

  void close() {
    if (story_.steps.empty()) {
      story_.beginning = std::move(loose_);
    } else {
      step().trailing = std::move(loose_);
      check_body(step());
    }
    loose_.clear();
  }

  void check_head() {
    line_ = 1;
    for (const std::string_view key : {"# shows: ", "# proves: "}) {
      const bool there = std::any_of(
          story_.beginning.begin(), story_.beginning.end(),
          [key](const auto& line) { return line.starts_with(key) && line.size() > key.size(); });
      if (!there) wrong("the head must have a line `" + std::string(key) + "...`");
    }
    if (story_.steps.empty()) wrong("nothing happens");
  }

  Story story_;
  Lines loose_;  // comments and empty lines that have no place yet
  Open open_ = Open::nothing;
  std::size_t line_ = 0;
  std::optional<Instant> clock_;
  std::optional<StoryMistake> mistake_;
};

void append(std::string& text, const Lines& lines) {
  for (const std::string& line : lines) text.append(line).append("\n");
}

// For each new output the old one that it continues: the longest common run of equal heads.
std::vector<std::optional<std::size_t>> partners_of(const std::vector<StoryOutput>& now,
                                                    const std::vector<ToldOutput>& told) {
  const std::size_t rows = now.size();
  const std::size_t columns = told.size();
  std::vector<std::vector<std::size_t>> longest(rows + 1, std::vector<std::size_t>(columns + 1));
  for (std::size_t i = rows; i-- > 0;) {
    for (std::size_t j = columns; j-- > 0;) {
      longest[i][j] = now[i].head == told[j].output.head
                          ? longest[i + 1][j + 1] + 1
                          : std::max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  std::vector<std::optional<std::size_t>> found(rows);
  for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
    if (now[i].head == told[j].output.head) {
      found[i++] = j++;
    } else if (longest[i + 1][j] >= longest[i][j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return found;
}

void rewrite_step(std::string& text, const StoryStep& step, const std::vector<StoryOutput>& now) {
  append(text, step.source);
  const auto found = partners_of(now, step.told);
  std::size_t used = 0;
  const auto comments_up_to = [&](std::size_t end) {
    for (; used < end; ++used) append(text, step.told[used].before);
  };
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (found[i]) comments_up_to(*found[i] + 1);
    const bool same = found[i] && step.told[*found[i]].output == now[i];
    append(text, same ? step.told[*found[i]].source : lines_of({now[i]}));
    // What stood before an output that is gone moves on to the next one.
  }
  comments_up_to(step.told.size());
  append(text, step.trailing);
}

}  // namespace

Result<Story, StoryMistake> parse_story(std::string_view text) { return StoryReader().read(text); }

Lines lines_of(const std::vector<StoryOutput>& outputs) {
  Lines lines;
  for (const StoryOutput& output : outputs) {
    lines.push_back(output.head);
    for (const std::string& line : output.body) lines.push_back(std::string(indentation) + line);
  }
  return lines;
}

std::string rewrite_story(const Story& story,
                          const std::vector<std::vector<StoryOutput>>& outputs) {
  std::string text;
  append(text, story.beginning);
  for (std::size_t i = 0; i < story.steps.size(); ++i) {
    rewrite_step(text, story.steps[i], outputs[i]);
  }
  return text;
}

}  // namespace bridge::simulate
