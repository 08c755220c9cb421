// SPDX-License-Identifier: Apache-2.0
// Gateway: a pump vendor's gateway with its pumps and a nurse at them, for demonstration and proof.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "engine/counters.h"
#include "engine/ports.h"
#include "shell/mllp_server.h"
#include "simulate/ledger.h"
#include "simulate/pump_channel.h"
#include "simulate/script.h"
#include "simulate/sender_lanes.h"
#include "translate/code_book.h"
#include "translate/oru_r42.h"
#include "translate/pump_terms.h"

namespace bridge::simulate {

struct GatewaySettings {
  std::string host = "127.0.0.1";
  std::uint16_t port = 3000;  // 0: the system chooses
  SenderSettings bridge;      // where RRG^O16 and ORU^R42 go: the bridge's port 2576
  std::vector<EntityId> pumps;
  translate::GatewaySender sender;
  Rational kvo_rate_ml_h = Rational(1);
  // A repeated MSH-10 is acknowledged again and programs nothing. Off: it is taken for a new
  // command, as by a gateway that forgets.
  bool deduplicates = true;
  std::string run_id = "1";            // part of control and event ids: another for each run
  std::int64_t answer_after_ms = 200;  // of the given clock: from the accept ack to the RRG^O16
  std::size_t commands_at_most = 1'000'000;  // remembered control ids
};

struct GatewayFigures {
  std::uint64_t commands = 0;  // RGV^O15 received, repeats included
  std::uint64_t repeats = 0;
  std::uint64_t programs = 0;
  std::uint64_t refused = 0;  // on the connection or by RRG^O16
  std::uint64_t events = 0;
  std::uint64_t events_acknowledged = 0;
  std::uint64_t waiting = 0;  // messages to the bridge
  std::uint64_t busy = 0;     // channels with a program or a patient on them
};

// Listens, and runs pumps, nurse and senders on threads of its own, until it is destroyed. All
// times of pumps and nurse are those of `clock`; waiting for sockets is real time.
class Gateway {
 public:
  // `book`, `terms`, `ledger` and `clock` outlive it. Fault: the address cannot be had.
  static Result<std::unique_ptr<Gateway>> start(GatewaySettings settings, Script script,
                                                const translate::CodeBook& book,
                                                const translate::PumpTerms& terms, Ledger& ledger,
                                                engine::Clock& clock);
  ~Gateway();
  Gateway(const Gateway&) = delete;
  Gateway& operator=(const Gateway&) = delete;

  std::uint16_t port() const { return server_->port(); }
  GatewayFigures figures() const;
  // Waits until the figures are so; false when `real_ms` passed before.
  bool wait_until(const std::function<bool(const GatewayFigures&)>& so, std::int64_t real_ms) const;
  void stop();

 private:
  struct Channel {
    explicit Channel(ChannelSettings settings) : pump(std::move(settings)) {}
    PumpChannel pump;
    std::size_t lane = 0;
    std::vector<NurseStep> steps;  // still to do, the next last
    std::optional<Instant> next_step;
    std::optional<Instant> clear_at;
    std::optional<Instant> online_at;  // away until then
    Trouble trouble = Trouble::none;   // of its events
    std::int64_t trouble_ms = 0;
  };
  // An answer or an event that waits for its time; then it is written and sent.
  struct Later {
    std::size_t lane = 0;
    std::optional<PumpAnswer> answer;
    std::optional<PumpEvent> event;
    std::uint64_t number = 0;  // of the command
  };
  // What an RGV^O15 is to us, and what became of it.
  struct Command {
    std::string control_id;
    EntityId order;
    std::uint64_t number = 0;
    FaultRow fault;
    bool repeated = false;
  };

  Gateway(GatewaySettings settings, Script script, const translate::CodeBook& book,
          const translate::PumpTerms& terms, Ledger& ledger, engine::Clock& clock);

  // On a connection's thread.
  shell::Reply on_message(std::string_view text);
  shell::Reply on_command(const hl7::Message& message, Command command);
  void apply(const hl7::Message& message, const Command& command);
  PumpAnswer try_program(const hl7::Message& message, const Command& command);
  shell::Reply ack(const hl7::Message& message, std::string_view code);
  void wait_for_answer_of(const std::string& control_id);
  void wait_real(std::int64_t ms);

  // On the pumps' thread.
  void run_pumps();
  void tick(Instant now);
  void do_step(Channel& channel, Instant now);
  void act(Channel& channel, const NurseStep& step, Instant now);
  void took_events(Channel& channel, std::vector<PumpEvent> events, Instant now);
  void send_due(Instant now);
  void send(Later later, Instant now);

  // On a sender's thread.
  void settled(const Outgoing& message, const Acknowledgement& answer);

  std::string next_control_id();
  Channel* channel_of(const EntityId& pump);

  const GatewaySettings settings_;
  const Script script_;
  const translate::CodeBook& book_;
  const translate::PumpTerms& terms_;
  Ledger& ledger_;
  engine::Clock& clock_;
  engine::Counters counters_;

  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::map<std::string, std::unique_ptr<Channel>> channels_;  // by key of the pump
  std::unordered_map<std::string, PumpAnswer> answered_;      // by MSH-10 of the command
  std::set<std::string> answers_settled_;  // MSA-2 of acknowledged RRG^O16 that somebody waits for
  std::set<std::string> awaited_;
  std::multimap<std::int64_t, Later> later_;
  GatewayFigures figures_;
  std::uint64_t messages_made_ = 0;
  bool stopping_ = false;

  std::unique_ptr<SenderLanes> senders_;
  std::unique_ptr<shell::MllpServer> server_;
  std::thread pumps_;
};

}  // namespace bridge::simulate
