// SPDX-License-Identifier: Apache-2.0
#include "simulate/story_world.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/answers.h"
#include "engine/core.h"
#include "engine/counters.h"
#include "engine/fact_line.h"
#include "engine/inbound.h"
#include "engine/memory_journal.h"
#include "engine/outbox.h"
#include "engine/record.h"
#include "hl7/parse.h"
#include "shell/fhir_api.h"
#include "shell/load_library.h"
#include "shell/own_api.h"
#include "shell/table_files.h"
#include "simulate/answers.h"
#include "simulate/story_answers.h"
#include "simulate/story_facts.h"

namespace bridge::simulate {
namespace {

constexpr std::size_t max_file_bytes = std::size_t{1} << 20;
constexpr int max_exchanges = 1000;  // in one step: more means that a sender does not come to rest
constexpr std::string_view epoch = "STORY";

class SetClock final : public engine::Clock {
 public:
  Instant now() override { return at_; }
  void set(Instant at) { at_ = at; }

 private:
  Instant at_;
};

// A journal in memory that can fail as a killed process does: from then on nothing is kept.
class StoryJournal final : public engine::Journal {
 public:
  std::uint64_t append(std::vector<engine::Entry> entries, Instant at) override {
    if (cut_) return last_ + entries.size();
    return last_ = kept_.append(std::move(entries), at);
  }
  Result<Done> wait_durable(std::uint64_t sequence) override {
    if (sequence > last_) return Fault{FaultCode::store_failed, {}, {}};
    return Done{};
  }
  Result<Done> replay(std::uint64_t first,
                      const std::function<Result<Done>(const engine::Record&)>& take) override {
    return kept_.replay(first, take);
  }
  void cut() { cut_ = true; }
  void mend() { cut_ = false; }
  bool is_cut() const { return cut_; }

 private:
  engine::MemoryJournal kept_;
  std::uint64_t last_ = 0;
  bool cut_ = false;
};

// The parts that one process of the bridge consists of.
struct Bridge {
  Bridge(engine::Journal& journal, engine::Clock& clock,
         std::shared_ptr<const engine::Tables> all_tables)
      : tables(std::move(all_tables)),
        core(journal, clock, tables),
        inbound(core, tables, counters),
        outbox(core, tables, counters),
        fhir(core, inbound, tables),
        own(core) {
    core.on_replies(
        [this](const std::vector<decide::Reply>& replies, const decide::State& state, Instant now) {
          return engine::late_answers(replies, *tables.current(), state, now);
        });
  }

  engine::TablesHolder tables;
  engine::Counters counters;
  engine::Core core;
  engine::Inbound inbound;
  engine::Outbox outbox;
  shell::FhirApi fhir;
  shell::OwnApi own;
};

class World {
 public:
  explicit World(const StorySetting& setting) : setting_(setting), tables_(setting.tables) {}

  StoryRun run(const Story& story) {
    for (const StoryStep& step : story.steps) {
      line_ = step.line;
      run_.outputs.emplace_back();
      take(step);
      if (run_.broken) return std::move(run_);
    }
    check_recovery();
    return std::move(run_);
  }

 private:
  class Partner final : public engine::Link {
   public:
    Partner(World& world, StoryPartner partner) : world_(world), partner_(partner) {}
    Outcome exchange(std::string_view message, std::int64_t) override {
      return world_.exchange(partner_, message);
    }

   private:
    World& world_;
    StoryPartner partner_;
  };

  void broken(std::string text) {
    if (!run_.broken) run_.broken = StoryMistake{line_, std::move(text)};
  }

  void take(const StoryStep& step) {
    const bool needs_life = step.act == StoryAct::message || step.act == StoryAct::http ||
                            step.act == StoryAct::reload || step.act == StoryAct::recall ||
                            step.act == StoryAct::accepts || step.act == StoryAct::zone;
    if (needs_life && journal_.is_cut()) return broken("the bridge is dead until `restart`");
    exchanges_ = 0;
    switch (step.act) {
      case StoryAct::at:
        clock_.set(step.at);
        if (!bridge_) open();
        return pass_time();
      case StoryAct::after:
        clock_.set(clock_.now().plus_ms(step.after_ms));
        return pass_time();
      case StoryAct::message:
        take_message(step);
        break;
      case StoryAct::http:
        take_request(step);
        break;
      case StoryAct::does:
        manners_[step.partner] = step.manner;
        return;
      case StoryAct::restart:
        return restart(step);
      case StoryAct::reload:
        tables_with(step.file, [this](auto tables) {
          if (bridge_->core.use(tables).empty()) tables_ = tables;
        });
        break;
      case StoryAct::recall:
        recall(step);
        break;
      case StoryAct::accepts:
        return with_tables(
            [&](engine::Tables& next) { next.policy.accepted_pump_libraries = step.versions; });
      case StoryAct::zone:
        return with_tables([&](engine::Tables& next) {
          next.ehr_door.site_clock = step.clock;
          next.gateway_door.site_clock = step.clock;
        });
    }
    send();
    hear_facts();
    const auto& outputs = run_.outputs.back();
    const bool any = std::any_of(outputs.begin(), outputs.end(), [](const StoryOutput& output) {
      return output.head.starts_with("fact ");
    });
    if (!any) say({"fact (none)", {}});
  }

  void open() {
    bridge_ = std::make_unique<Bridge>(journal_, clock_, tables_);
    const auto recovered = bridge_->core.recover(std::string(epoch));
    if (!recovered) broken("the journal cannot be recovered: " + brief(recovered.fault()));
  }

  void pass_time() {
    if (journal_.is_cut() || run_.broken) return;
    (void)bridge_->core.submit(decide::TickInput{});
    send();
    hear_facts();
  }

  // With the library that was in use, or with another one, which may not be usable.
  void restart(const StoryStep& step) {
    check_recovery();
    bridge_.reset();
    journal_.mend();
    open();
    if (!step.file.empty() && !run_.broken) {
      tables_with(step.file, [this](auto tables) {
        (void)bridge_->core.use_first(tables);
        tables_ = bridge_->tables.current();
      });
    }
    pass_time();
  }

  // The tables of now with this library, if it is whole and signed; else with the reasons.
  template <class Take>
  void tables_with(const std::string& file, Take&& take) {
    auto next = std::make_shared<engine::Tables>(*tables_);
    const std::string path = setting_.directory + "/" + file;
    shell::set_library(path, shell::load_library(path, next->library_trust), *next);
    take(std::shared_ptr<const engine::Tables>(std::move(next)));
  }

  // As a site's configuration would say it.
  template <class Change>
  void with_tables(Change&& change) {
    auto next = std::make_shared<engine::Tables>(*tables_);
    change(*next);
    tables_ = std::move(next);
    if (!bridge_->core.use(tables_).empty()) broken("the tables cannot be used");
  }

  void recall(const StoryStep& step) {
    const auto recalls = shell::load_recalls(setting_.directory + "/" + step.file);
    if (!recalls) return broken("cannot read " + step.file);
    for (const decide::RecallInput& one : *recalls) (void)bridge_->core.submit(one);
  }

  // The state that the journal alone gives must be the one that the process had.
  void check_recovery() {
    if (!bridge_ || journal_.is_cut()) return;
    decide::State again;
    const auto fed = journal_.replay(1, [&again](const engine::Record& record) -> Result<Done> {
      auto fact = engine::read_record(record.kind, record.payload);
      if (!fact) return std::move(fact).fault();
      again.apply(*fact);
      return Done{};
    });
    if (!fed) return broken("a record cannot be read: " + brief(fed.fault()));
    const std::string had = bridge_->core.look(state_text);
    const std::string has = state_text(again);
    if (had == has) return;
    const auto [one, other] = std::mismatch(had.begin(), had.end(), has.begin(), has.end());
    const auto line = std::count(had.begin(), one, '\n') + 1;
    broken("the state from the journal differs in line " + std::to_string(line) + "\nhad:\n" + had +
           "has:\n" + has);
    (void)other;
  }

  void say(StoryOutput output) { run_.outputs.back().push_back(std::move(output)); }

  // The facts recorded since it was called last.
  void hear_facts() {
    const auto fed = journal_.replay(heard_ + 1, [this](const engine::Record& record) {
      heard_ = record.sequence;
      const auto fact = engine::read_record(record.kind, record.payload);
      if (!fact) return Result<Done>(fact.fault());
      if (const auto line = engine::fact_line(*fact)) say({"fact " + *line, {}});
      return Result<Done>(Done{});
    });
    if (!fed) broken("a record cannot be read: " + brief(fed.fault()));
  }

  // Each sender in turn until none has work for now.
  void send() {
    Partner gateway(*this, StoryPartner::gateway);
    Partner ehr(*this, StoryPartner::ehr);
    bool worked = true;
    while (worked && !run_.broken && !journal_.is_cut()) {
      worked = false;
      for (const auto& [name, profile] : tables_->gateways) {
        worked = bridge_->outbox.send_program(name, gateway).worked || worked;
      }
      for (const auto& [name, profile] : tables_->ehrs) {
        worked = bridge_->outbox.send_report(name, ehr).worked || worked;
      }
      if (++exchanges_ > max_exchanges) broken("the senders do not come to rest");
    }
  }

  engine::Link::Outcome exchange(StoryPartner partner, std::string_view message) {
    using Fate = engine::Link::Fate;
    using Way = StoryManner::Way;
    hear_facts();
    const StoryManner& manner = manners_[partner];
    if (manner.way == Way::unreached) return {Fate::unreached, {}};
    say(told_message(partner, message));
    if (manner.way == Way::crash) journal_.cut();
    if (manner.way != Way::answers) return {Fate::unknown, {}};
    const auto parsed = hl7::parse(std::string(message));
    if (!parsed) {
      broken("the bridge sent what is no message: " + brief(parsed.fault()));
      return {Fate::unknown, {}};
    }
    const hl7::Segment msh = parsed->segment(0);
    const bool enhanced = msh.field(15).valued() || msh.field(16).valued();
    const std::string code = manner.code != "CA" ? manner.code : enhanced ? "CA" : "AA";
    std::string answer = write_acknowledgement(
        *parsed, code, "PARTNER" + std::to_string(++acknowledged_), clock_.now());
    if (!manner.error.empty()) {
      answer.append("ERR|||207^Application internal error^HL70357|E|" + manner.error + "\r");
    }
    return {Fate::answered, std::move(answer)};
  }

  // The bytes of a file, or those in the story.
  std::optional<std::string> content(const StoryStep& step, std::string_view separator) {
    std::string text;
    if (step.file.empty()) {
      for (const std::string& line : step.body) text.append(line).append(separator);
      return text;
    }
    auto read = shell::read_file(setting_.directory + "/" + step.file, max_file_bytes);
    if (read) return std::move(read).value();
    broken("cannot read " + step.file);
    return std::nullopt;
  }

  void take_message(const StoryStep& step) {
    auto text = content(step, "\r");
    if (!text) return;
    // Kept by version control with line feeds; a file that has carriage returns is sent as it is.
    if (text->find('\r') == std::string::npos) std::replace(text->begin(), text->end(), '\n', '\r');
    const engine::Door door =
        step.partner == StoryPartner::ehr ? engine::Door::ehr : engine::Door::gateway;
    const std::string answer = bridge_->inbound.answer(*text, door);
    hear_facts();
    if (!answer.empty()) say(told_message(step.partner, answer));
  }

  void take_request(const StoryStep& step) {
    const auto body = content(step, "\n");
    if (!body) return;
    const bool fhir = step.partner == StoryPartner::fhir;
    shell::HttpHead head;
    head.method = step.method;
    const std::size_t question = std::min(step.target.find('?'), step.target.size());
    head.path = (fhir ? "/fhir/" : "") + step.target.substr(0, question);
    if (question < step.target.size()) head.query = step.target.substr(question + 1);
    const bool xml = body->starts_with('<');
    if (!body->empty()) {
      head.fields.push_back(
          {"content-type", xml ? "application/fhir+xml" : "application/fhir+json"});
    }
    const shell::Peer peer{"127.0.0.1", 0, 1};
    const shell::HttpRequest request{head, *body, peer};
    const shell::HttpResponse response =
        fhir ? bridge_->fhir.answer(request) : bridge_->own.answer(request);
    hear_facts();
    say(fhir ? told_fhir(step.method, response) : told_api(response));
  }

  const StorySetting& setting_;
  std::shared_ptr<const engine::Tables> tables_;
  StoryRun run_;
  std::size_t line_ = 0;
  SetClock clock_;
  StoryJournal journal_;
  std::uint64_t heard_ = 0;
  int exchanges_ = 0;
  int acknowledged_ = 0;
  std::map<StoryPartner, StoryManner> manners_;
  std::unique_ptr<Bridge> bridge_;
};

}  // namespace

StoryRun run_story(const Story& story, const StorySetting& setting) {
  return World(setting).run(story);
}

}  // namespace bridge::simulate
