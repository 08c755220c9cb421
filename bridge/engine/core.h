// SPDX-License-Identifier: Apache-2.0
// Core: the one holder of State; decides one input at a time and hands the facts to the journal.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "decide/step.h"
#include "engine/ports.h"
#include "engine/tables.h"

namespace bridge::engine {

// Facts are applied in memory as they are appended, in one order under one lock; whoever tells
// anybody about them waits for `sequence` to be durable first. Since groups become durable in
// order, nobody can be told of a consequence whose cause is lost.
class Core {
 public:
  struct Submission {
    std::vector<decide::Decision> decisions;  // one per input; none for a repeat
    std::uint64_t sequence = 0;               // 0: nothing to wait for
    // The same message was answered before: its answer (P6). Or its control id was used for another
    // message (B80): nothing was decided.
    std::optional<std::string> repeated;
    bool control_id_reused = false;
  };
  // Which message it is: MSH-3/4, MSH-10 and the digest of its bytes.
  struct MessageKey {
    std::string sender;
    std::string control_id;
    std::string digest;
  };
  // Runs under the lock after all inputs were decided and applied: gives the facts that record how
  // the sender was answered.
  using Answering =
      std::function<decide::Facts(const std::vector<decide::Decision>&, const decide::State&)>;
  // Turns the replies of a decision into facts; set once by the engine.
  using Replying = std::function<decide::Facts(const std::vector<decide::Reply>&,
                                               const decide::State&, Instant)>;
  // Told after an append that gives the senders work; must be quick and must not call back.
  using Wakening = std::function<void()>;

  Core(Journal& journal, Clock& clock, TablesHolder& tables);

  void on_replies(Replying replying) { replying_ = std::move(replying); }
  void on_change(Wakening wakening) { wakening_ = std::move(wakening); }

  // Reads the journal from its beginning; an empty one is opened with this epoch. Commands whose
  // sending was begun and not settled become `unknown`, since nobody can know. Faults: a damaged or
  // newer journal; nothing may be served then.
  Result<Done> recover(const std::string& epoch);

  // `key` may be null for what no message carries.
  Submission submit(std::span<const decide::Input> inputs, const MessageKey* key,
                    const Answering& answering);
  Submission submit(decide::Input input);
  // The same, and waits until it is durable. Fault: store_failed.
  Result<std::vector<decide::Decision>> submit_durably(decide::Input input);
  // Makes these tables the ones in use when they have a library that may be used; then a fact says
  // so, in the place of the journal from which on it decides. Otherwise the faults, recorded too,
  // and the tables in use stay (P24).
  Faults use(std::shared_ptr<const Tables> tables);
  // The same for the first tables of a process; with faults they are in use without their library,
  // and every order is refused: what was given to patients must be recorded even then.
  Faults use_first(std::shared_ptr<const Tables> tables);
  // Facts that need no decision.
  std::uint64_t record(decide::Facts facts);
  Result<Done> wait_durable(std::uint64_t sequence);

  // Reads under the lock; `read` must be quick.
  template <class Read>
  auto look(Read&& read) const {
    const std::lock_guard lock(mutex_);
    return read(static_cast<const decide::State&>(state_));
  }

  // The same, with the sequence that must be durable before what was read is told to anybody.
  template <class Read>
  auto look_with_sequence(Read&& read) const {
    const std::lock_guard lock(mutex_);
    return read(static_cast<const decide::State&>(state_), last_sequence_);
  }

  Instant now() { return clock_.now(); }

 private:
  decide::Context context_of(const Tables& tables) const;

  // What one message brings is applied at once and goes to the journal as one: no crash keeps what
  // was decided and loses who must be told of it.
  void stage_locked(const decide::Facts& facts, std::vector<Entry>& entries);
  void stage_locked(const decide::Decision& decision, Instant now, std::vector<Entry>& entries);
  std::uint64_t append_locked(std::vector<Entry> entries, Instant now);
  std::uint64_t append_locked(const decide::Facts& facts, Instant now);
  bool take_work_came();

  mutable std::mutex mutex_;
  decide::State state_;
  std::uint64_t last_sequence_ = 0;
  bool work_came_ = false;  // since the senders were last woken
  Journal& journal_;
  Clock& clock_;
  TablesHolder& tables_;
  Replying replying_;
  Wakening wakening_;
};

}  // namespace bridge::engine
