// SPDX-License-Identifier: Apache-2.0
// C++ text seen from outside: without comments, as words, and as functions with their lengths.
#pragma once

#include <algorithm>
#include <cctype>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bridge::tidy {

inline bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Where a comment, text, character or raw text that begins at `from` ends; `from` if none begins.
inline std::size_t end_of_inert(std::string_view text, std::size_t from) {
  const std::string_view rest = text.substr(from);
  const auto after = [&](std::string_view closing, std::size_t start) {
    const std::size_t found = text.find(closing, start);
    return found == std::string_view::npos ? text.size() : found + closing.size();
  };
  if (rest.starts_with("//")) return std::min(text.find('\n', from), text.size());
  if (rest.starts_with("/*")) return after("*/", from + 2);
  if (rest.starts_with("R\"") && (from == 0 || !is_word(text[from - 1]))) {
    const std::size_t open = text.find('(', from);
    if (open == std::string_view::npos) return text.size();
    return after(")" + std::string(text.substr(from + 2, open - from - 2)) + "\"", open);
  }
  const bool digit_separator = rest[0] == '\'' && from > 0 && is_word(text[from - 1]);
  if (rest[0] != '"' && (rest[0] != '\'' || digit_separator)) return from;
  std::size_t end = from + 1;
  while (end < text.size() && text[end] != rest[0]) end += text[end] == '\\' ? 2 : 1;
  return std::min(end + 1, text.size());
}

// The code alone: comments, texts and directives are blanks, lines stay where they are.
inline std::string code_of(std::string_view text) {
  std::string code(text);
  const auto blank = [&](std::size_t from, std::size_t end) {
    for (; from < end; ++from) {
      if (code[from] != '\n') code[from] = ' ';
    }
  };
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = end_of_inert(text, i);
    blank(i, end);
    i = std::max(end, i + 1);
  }
  for (std::size_t start = 0; start < code.size();) {
    std::size_t end = std::min(code.find('\n', start), code.size());
    if (code.substr(start, end - start).find_first_not_of(' ') == code.find('#', start) - start) {
      while (end < code.size() && code[end - 1] == '\\') {
        end = std::min(code.find('\n', end + 1), code.size());
      }
      blank(start, end);
    }
    start = end + 1;
  }
  return code;
}

// Each word of the code with the number of its line.
inline void each_word(const std::string& code,
                      const std::function<void(std::string_view word, std::size_t line)>& take) {
  std::size_t line = 1;
  for (std::size_t i = 0; i < code.size();) {
    if (code[i] == '\n') ++line;
    if (!is_word(code[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < code.size() && is_word(code[end])) ++end;
    take(std::string_view(code).substr(i, end - i), line);
    i = end;
  }
}

// Finds function bodies by their braces; knows just as much C++ as this tree uses. Counted
// are lines of code: not comments, blank lines, the inside of raw texts, nor rows of a table.
class Functions {
 public:
  struct Found {
    std::size_t line;
    std::size_t lines;
  };

  static std::vector<Found> of(const std::string& text) {
    Functions functions(code_of(text));
    for (functions.at_ = 0; functions.at_ < functions.code_.size(); ++functions.at_) {
      functions.step(functions.code_[functions.at_]);
    }
    return functions.found_;
  }

 private:
  enum class Scope { names, function, inside, data, table };

  explicit Functions(std::string code) : code_(std::move(code)) {}

  void step(char c) {
    const bool among_names = scopes_.empty() || scopes_.back() == Scope::names;
    const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (c == '\n') {
      ++line_;
      if (line_has_code_) ++code_lines_;
      line_has_code_ = false;
    } else if (!blank) {
      line_has_code_ = true;
    }
    if (!blank && head_.empty()) {
      head_line_ = line_;
      head_code_ = code_lines_;
    }
    if (c == '{') {
      open(among_names);
    } else if (c == '}' && !scopes_.empty()) {
      close();
    } else if (c == ';' && among_names) {
      head_.clear();
    } else if (among_names) {
      if (!blank || !head_.empty()) head_ += blank ? ' ' : c;
      for (const char* label : {"public:", "private:", "protected:"}) {
        if (head_ == label) head_.clear();
      }
    }
  }

  void open(bool among_names) {
    if (!among_names) {
      const std::size_t before = code_.find_last_not_of(" \n", at_ - 1);
      const bool table = scopes_.back() != Scope::table && code_[before] == '=';
      scopes_.push_back(table ? Scope::table : Scope::inside);
      if (table) table_start_ = code_lines_;
      return;
    }
    rows_ = 0;
    scopes_.push_back(kind_of_head());
    if (scopes_.back() == Scope::function) {
      start_ = head_line_;
      start_code_ = head_code_;
    }
    if (scopes_.back() == Scope::names) head_.clear();
  }

  void close() {
    const Scope closed = scopes_.back();
    scopes_.pop_back();
    // A second table inside of the first is in its lines already.
    const bool nested = std::find(scopes_.begin(), scopes_.end(), Scope::table) != scopes_.end();
    if (closed == Scope::table && !nested) rows_ += code_lines_ - table_start_;
    if (closed == Scope::function)
      found_.push_back({start_, code_lines_ - start_code_ + 1 - rows_});
    if (closed == Scope::function || closed == Scope::names) head_.clear();
    if (closed == Scope::data) head_ += '}';
  }

  Scope kind_of_head() const {
    std::string head = head_;
    head.erase(head.find_last_not_of(' ') + 1);
    if (head.starts_with("template")) {
      int depth = 0;
      std::size_t i = head.find('<');
      for (; i < head.size(); ++i) {
        depth += head[i] == '<' ? 1 : head[i] == '>' ? -1 : 0;
        if (depth == 0) break;
      }
      head = head.substr(std::min(head.find_first_not_of(' ', i + 1), head.size()));
    }
    for (const char* word : {"namespace", "extern", "class", "struct", "union", "enum"}) {
      if (head.starts_with(word)) return Scope::names;
    }
    const auto opened = std::count(head.begin(), head.end(), '(');
    if (opened == 0 || opened != std::count(head.begin(), head.end(), ')')) return Scope::data;
    if (head.back() == '=' || head.back() == ',') return Scope::data;
    // Foo::Foo(int a) : a_{a}: the brace belongs to a member while a name stands before it.
    const std::size_t colon = head.find(") : ");
    if (colon != std::string::npos && is_word(head.back())) return Scope::data;
    return Scope::function;
  }

  std::string code_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t head_line_ = 1;
  std::size_t start_ = 1;
  bool line_has_code_ = false;
  std::size_t code_lines_ = 0;  // before this line
  std::size_t head_code_ = 0;
  std::size_t start_code_ = 0;
  std::size_t table_start_ = 1;
  std::size_t rows_ = 0;
  std::string head_;
  std::vector<Scope> scopes_;
  std::vector<Found> found_;
};

}  // namespace bridge::tidy
