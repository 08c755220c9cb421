// SPDX-License-Identifier: Apache-2.0
// Ehr: an EHR that sends orders and scans, repeats them as EHRs do, and keeps a chart of what
// comes.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

#include "engine/counters.h"
#include "engine/ports.h"
#include "shell/mllp_server.h"
#include "simulate/invented_orders.h"
#include "simulate/ledger.h"
#include "simulate/sender_lanes.h"
#include "translate/code_book.h"

namespace bridge::simulate {

struct EhrSettings {
  std::string host = "127.0.0.1";
  std::uint16_t port = 3001;    // for RAS^O17, RRE^O12, RRG^O16; 0: the system chooses
  SenderSettings bridge;        // its port 2575; `lanes` is the number of connections
  std::vector<EntityId> pumps;  // one bed each, for load
  std::string run_id = "1";     // part of order numbers and control ids: another for each run
  // Real time. A bed waits so long before its next order after a refusal, and at the latest so long
  // for an answer or the end of an infusion; then it is given up.
  std::int64_t after_refusal_ms = 1'000;
  std::int64_t bed_patience_ms = 300'000;
  std::size_t remembered_at_most = 2'000'000;
};

struct EhrFigures {
  std::uint64_t sent = 0;      // messages, each counted once
  std::uint64_t repeats = 0;   // sendings beyond the first
  std::uint64_t positive = 0;  // final answers AA or CA
  std::uint64_t negative = 0;
  std::uint64_t waiting = 0;  // messages without a final answer
  std::uint64_t orders = 0;   // begun by load
  std::uint64_t ended = 0;    // of those: charted to the end, or refused
  std::uint64_t given_up = 0;
  std::uint64_t records = 0;  // RAS^O17, each counted once
  std::uint64_t records_repeated = 0;
  std::uint64_t answers = 0;  // RRE^O12 and RRG^O16
};

class Ehr {
 public:
  // `book`, `ledger` and `clock` outlive it. Fault: the address cannot be had.
  static Result<std::unique_ptr<Ehr>> start(EhrSettings settings, const translate::CodeBook& book,
                                            Ledger& ledger, engine::Clock& clock);
  ~Ehr();
  Ehr(const Ehr&) = delete;
  Ehr& operator=(const Ehr&) = delete;

  std::uint16_t port() const { return server_->port(); }

  // A whole message with its own MSH-10, in order with the others of the same lane. False: full.
  bool send(std::string text, std::size_t lane = 0);
  // Begins so many orders, over all beds; each bed has one at a time: order, answer, scan, answer,
  // chart to its end, next.
  void load(std::uint64_t orders);
  // Begins no more; what is under way goes on.
  void begin_no_more();

  EhrFigures figures() const;
  bool wait_until(const std::function<bool(const EhrFigures&)>& so, std::int64_t real_ms) const;
  void stop();

 private:
  enum class Stage : std::uint8_t { idle, ordered, order_taken, scanned, scan_taken, given_up };
  struct Bed {
    Stage stage = Stage::idle;
    InventedOrder order;
    std::string control_id;  // that we wait for
    bool charted_end = false;
    std::chrono::steady_clock::time_point since;
    std::chrono::steady_clock::time_point not_before;
  };

  Ehr(EhrSettings settings, const translate::CodeBook& book, Ledger& ledger, engine::Clock& clock);

  shell::Reply on_message(std::string_view text);
  void on_record(const hl7::Message& message, bool repeated, bool changed);
  void on_answer(const hl7::Message& message, bool repeated);
  void settled(const Outgoing& message, const Acknowledgement& answer);

  void run_beds();
  void look_after(Bed& bed, std::chrono::steady_clock::time_point now);
  void begin_order(Bed& bed);
  void begin_scan(Bed& bed);
  void order_answered(Bed& bed, bool positive);
  void scan_answered(Bed& bed, bool positive);
  void end(Bed& bed, bool refused);
  void enqueue(std::string text, std::size_t lane, std::string_view what, const std::string& order);
  Bed* bed_waiting_for(const std::string& control_id);

  const EhrSettings settings_;
  const translate::CodeBook& book_;
  Ledger& ledger_;
  engine::Clock& clock_;
  engine::Counters counters_;

  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::vector<Bed> beds_;
  std::unordered_map<std::string, std::size_t> bed_of_;      // order number to bed
  std::unordered_map<std::string, std::size_t> waits_;       // control id to bed
  std::unordered_map<std::string, std::uint64_t> received_;  // MSH-10 to digest
  EhrFigures figures_;
  std::uint64_t messages_made_ = 0;
  std::uint64_t orders_to_begin_ = 0;
  bool stopping_ = false;

  std::unique_ptr<SenderLanes> senders_;
  std::unique_ptr<shell::MllpServer> server_;
  std::thread nurse_;
};

}  // namespace bridge::simulate
