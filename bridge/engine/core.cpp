// SPDX-License-Identifier: Apache-2.0
#include "engine/core.h"

#include <utility>

#include "engine/record.h"

namespace bridge::engine {
namespace {

// What a sender thread waits for; an order alone gives none.
bool gives_work(const decide::Fact& fact) {
  return std::holds_alternative<decide::ProgramDue>(fact) ||
         std::holds_alternative<decide::ReportDue>(fact) ||
         std::holds_alternative<decide::AnswerDue>(fact) ||
         std::holds_alternative<decide::DispatchUnknown>(fact) ||
         std::holds_alternative<decide::DispatchUnreached>(fact);
}

}  // namespace

Core::Core(Journal& journal, Clock& clock, TablesHolder& tables)
    : journal_(journal), clock_(clock), tables_(tables) {}

decide::Context Core::context_of(const Tables& tables) const {
  decide::Context context;
  context.library = tables.library ? &*tables.library : nullptr;
  context.library_refusal = tables.library_refusal;
  context.pumps = &tables.pumps;
  context.policy = tables.policy;
  context.times = tables.times;
  context.report_destination = tables.report_destination;
  context.now = clock_.now();
  return context;
}

Result<Done> Core::recover(const std::string& epoch) {
  const std::lock_guard lock(mutex_);
  bool empty = true;
  const auto fed = journal_.replay(1, [this, &empty](const Record& record) -> Result<Done> {
    auto fact = read_record(record.kind, record.payload);
    if (!fact) {
      Fault fault = std::move(fact).fault();
      fault.place += " " + std::to_string(record.sequence);
      return fault;
    }
    empty = false;
    last_sequence_ = record.sequence;
    state_.apply(*fact);
    return Done{};
  });
  if (!fed) return fed.fault();
  const Instant now = clock_.now();
  if (empty) append_locked({decide::JournalOpened{epoch}}, now);
  // The connections that commands were sent on are gone; who waits for an answer is told.
  const auto tables = tables_.current();
  const decide::Decision lost =
      decide::step(state_, decide::TickInput{.restarted = true}, context_of(*tables));
  std::vector<Entry> entries;
  stage_locked(lost, now, entries);
  append_locked(std::move(entries), now);
  return Done{};
}

void Core::stage_locked(const decide::Facts& facts, std::vector<Entry>& entries) {
  entries.reserve(entries.size() + facts.size());
  for (const decide::Fact& fact : facts) {
    work_came_ = work_came_ || gives_work(fact);
    entries.push_back(write_record(fact));
    state_.apply(fact);
  }
}

void Core::stage_locked(const decide::Decision& decision, Instant now,
                        std::vector<Entry>& entries) {
  stage_locked(decision.facts, entries);
  if (decision.replies.empty() || !replying_) return;
  stage_locked(replying_(decision.replies, state_, now), entries);
}

std::uint64_t Core::append_locked(std::vector<Entry> entries, Instant now) {
  if (entries.empty()) return 0;
  last_sequence_ = journal_.append(std::move(entries), now);
  return last_sequence_;
}

std::uint64_t Core::append_locked(const decide::Facts& facts, Instant now) {
  std::vector<Entry> entries;
  stage_locked(facts, entries);
  return append_locked(std::move(entries), now);
}

bool Core::take_work_came() { return std::exchange(work_came_, false); }

Core::Submission Core::submit(std::span<const decide::Input> inputs, const MessageKey* key,
                              const Answering& answering) {
  Submission result;
  bool wake = false;
  {
    const std::lock_guard lock(mutex_);
    const auto tables = tables_.current();  // held for as long as the decision looks at them
    const decide::Context now_context = context_of(*tables);
    if (key != nullptr) {
      const decide::RememberedAnswer* known = state_.answer(key->sender, key->control_id);
      if (known != nullptr) {
        if (known->digest == key->digest) result.repeated = known->answer;
        result.control_id_reused = known->digest != key->digest;
        result.sequence = last_sequence_;  // the first copy may still be on its way to the disk
        return result;
      }
    }
    std::vector<Entry> entries;
    for (const decide::Input& input : inputs) {
      decide::Decision decision = decide::step(state_, input, now_context);
      stage_locked(decision, now_context.now, entries);
      result.decisions.push_back(std::move(decision));
    }
    if (answering) stage_locked(answering(result.decisions, state_), entries);
    result.sequence = append_locked(std::move(entries), now_context.now);
    wake = take_work_came();
  }
  if (wake && wakening_) wakening_();
  return result;
}

Core::Submission Core::submit(decide::Input input) {
  const std::vector<decide::Input> inputs{std::move(input)};
  return submit(inputs, nullptr, nullptr);
}

Result<std::vector<decide::Decision>> Core::submit_durably(decide::Input input) {
  Submission submission = submit(std::move(input));
  if (submission.sequence != 0) {
    const auto kept = journal_.wait_durable(submission.sequence);
    if (!kept) return kept.fault();
  }
  return std::move(submission.decisions);
}

// Under one lock: no order is decided between the fact and the swap.
Faults Core::use(std::shared_ptr<const Tables> tables) {
  std::uint64_t sequence = 0;
  Faults findings;
  {
    const std::lock_guard lock(mutex_);
    const decide::Context context = context_of(*tables);
    if (tables->library) {
      const decide::LibraryInput input{&*tables->library, tables->library_signed_by};
      decide::Decision decision = decide::step(state_, input, context);
      sequence = append_locked(decision.facts, context.now);
      findings = std::move(decision.findings);
    } else {
      findings = tables->library_faults;
      if (findings.empty()) findings.push_back(Fault{FaultCode::library_unusable, {}, {}});
      sequence = append_locked(
          {decide::LibraryRefused{tables->library_file, findings, context.now}}, context.now);
    }
    if (findings.empty()) tables_.swap(std::move(tables));
  }
  const auto kept = wait_durable(sequence);
  if (!kept) findings.push_back(kept.fault());
  return findings;
}

Faults Core::use_first(std::shared_ptr<const Tables> tables) {
  Faults faults = use(tables);
  if (faults.empty()) return faults;
  auto without = std::make_shared<Tables>(*tables);
  without->library.reset();
  without->library_faults = faults;
  const Fault& first = faults.front();
  without->library_refusal =
      first.detail.empty() ? std::string(kind_of(first.code).text) : first.detail;
  tables_.swap(std::move(without));
  return faults;
}

std::uint64_t Core::record(decide::Facts facts) {
  std::uint64_t last = 0;
  bool wake = false;
  {
    const std::lock_guard lock(mutex_);
    last = append_locked(facts, clock_.now());
    wake = take_work_came();
  }
  if (wake && wakening_) wakening_();
  return last;
}

Result<Done> Core::wait_durable(std::uint64_t sequence) {
  return sequence == 0 ? Result<Done>(Done{}) : journal_.wait_durable(sequence);
}

}  // namespace bridge::engine
