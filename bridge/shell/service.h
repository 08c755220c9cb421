// SPDX-License-Identifier: Apache-2.0
// Service: the running bridge: listeners, senders, clockwork; wired here and nowhere else.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/result.h"
#include "engine/core.h"
#include "engine/counters.h"
#include "engine/inbound.h"
#include "engine/outbox.h"
#include "shell/config.h"
#include "shell/fhir_api.h"
#include "shell/http_server.h"
#include "shell/log.h"
#include "shell/mllp_link.h"
#include "shell/mllp_server.h"
#include "shell/own_api.h"
#include "shell/sqlite_journal.h"

namespace bridge::shell {

// Wakes the senders when there may be work; a wake is never lost between a look and a wait.
class Bell {
 public:
  void ring();
  std::uint64_t heard() const;
  // Returns when it rang after `heard`, after the time, or when it is silenced for good.
  void wait(std::uint64_t heard, std::int64_t ms);
  // Returns after the time, or when it is silenced, however often it rings.
  void sleep(std::int64_t ms);
  void silence();
  bool silenced() const;

 private:
  mutable std::mutex mutex_;
  std::condition_variable rang_;
  std::uint64_t rings_ = 0;
  bool silenced_ = false;
};

class Service {
 public:
  // Recovers from the journal, then listens. All faults are told at once.
  static Result<std::unique_ptr<Service>, Faults> start(const Config& config, engine::Clock& clock,
                                                        Log& log);
  ~Service();
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

  std::uint16_t ehr_port() const { return ehr_door_->port(); }
  std::uint16_t gateway_port() const { return gateway_door_->port(); }
  std::uint16_t http_port() const { return http_->port(); }
  engine::Core& core() { return core_; }

  // Tables and library anew; the last good set stays when anything is wrong with them. What was
  // recalled stops deciding in any case.
  Faults reload();
  // Its label; empty when none decides and every order is refused, for these reasons.
  std::string library_in_use() const;
  Faults library_faults() const;
  // The journal cannot be written any more: the process must end and recover from disk (P1).
  bool failed() { return journal_->failed(); }
  // Takes no more work, finishes what is in work, and ends the senders. False: something was cut
  // off.
  bool stop(std::int64_t timeout_ms);

 private:
  Service(const Config& config, engine::Clock& clock, Log& log,
          std::unique_ptr<engine::Counters> counters, std::unique_ptr<SqliteJournal> journal,
          std::shared_ptr<const engine::Tables> tables);
  Faults listen();
  Faults take_recalls();
  Faults take_first_library();
  bool is_usable(const decide::State& state);
  void start_senders();
  void send_programs(const std::string& gateway, MllpLink& link);
  void send_reports(const std::string& destination, MllpLink& link);
  void tick();
  Reply take_message(std::string_view message, engine::Door door);
  HttpResponse answer_http(const HttpRequest& request);

  const Config config_;
  Log& log_;
  std::unique_ptr<engine::Counters> counters_;
  std::unique_ptr<SqliteJournal> journal_;
  engine::TablesHolder tables_;
  engine::Core core_;
  engine::Inbound inbound_;
  engine::Outbox outbox_;
  FhirApi fhir_;
  OwnApi own_;
  Bell bell_;
  std::vector<std::unique_ptr<MllpLink>> links_;
  std::vector<std::thread> threads_;
  std::unique_ptr<MllpServer> ehr_door_;
  std::unique_ptr<MllpServer> gateway_door_;
  std::unique_ptr<HttpServer> http_;
  bool stopped_ = false;
};

}  // namespace bridge::shell
