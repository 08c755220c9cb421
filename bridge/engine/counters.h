// SPDX-License-Identifier: Apache-2.0
// Counters: every figure that the service reports about itself, with its help text.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/fault.h"

// clang-format off
// counter(name, help) only rises; gauge(name, help) is the present value.
#define BRIDGE_COUNTERS(counter, gauge)                                                       \
  counter(answers_positive, "messages answered AA, CA or 2xx")                                \
  counter(answers_repeated, "answers given again for a message that was seen before")         \
  counter(journal_commits, "durable commits of the journal")                                  \
  counter(journal_records, "journal records made durable")                                    \
  counter(journal_bytes, "bytes of kind and payload made durable")                            \
  counter(journal_checkpoints, "checkpoints of the journal's write-ahead log")                \
  counter(journal_failures, "failed writes of the journal; one ends the service")             \
  gauge(journal_group_largest, "records in the largest commit since the start")               \
  gauge(journal_pending, "records that wait for their commit")                                \
  counter(dispatches_answered, "exchanges with a partner that brought an answer")             \
  counter(dispatches_unreached, "exchanges in which not a byte left")                         \
  counter(dispatches_unknown, "exchanges whose fate is not known")                            \
  counter(link_connects, "connections opened to partners")                                    \
  counter(link_connect_failures, "connections to partners that could not be opened")          \
  counter(link_stray_bytes, "bytes from partners that belong to no exchange; discarded")      \
  gauge(lanes_blocked, "lanes that wait for a person or a late answer")                       \
  gauge(dispatches_pending, "pump commands that wait to be sent")                             \
  gauge(reports_pending, "administration reports that wait to be sent")                       \
  gauge(connections_open, "connections from partners that are open")                          \
  counter(connections_accepted, "connections from partners that were taken")                  \
  counter(connections_refused, "connections refused because of a limit")                      \
  counter(connections_broken, "connections ended by an error of the network")                 \
  counter(frames_received, "complete MLLP frames")                                            \
  counter(frames_noise_bytes, "bytes outside of MLLP frames; discarded")                      \
  counter(http_requests, "HTTP requests read")                                                \
  counter(http_refused, "HTTP requests refused before they reached the service")              \
  counter(handler_failures, "exceptions at the edge of the service; each is a defect")        \
  gauge(library_usable, "1 while a drug library is in use and in effect; 0: orders are refused") \
  counter(configuration_reloads, "times that tables and library were read again")             \
  counter(configuration_reload_failures, "times that changed tables or library were refused")
// clang-format on

namespace bridge::engine {

// clang-format off
// What a received message is, for the count by type: the messages of design.md section 1.
#define BRIDGE_RECEIVED_KINDS(kind)                                                        \
  kind(rde_o11) kind(rde_o25) kind(omp_o09) kind(orm_o01) kind(adt) kind(rgv_o15)          \
  kind(rrg_o16) kind(oru_r01) kind(oru_r40) kind(oru_r42) kind(ack) kind(fhir_order)       \
  kind(fhir_other) kind(console) kind(other)
// clang-format on

enum class ReceivedKind : std::uint8_t {
#define BRIDGE_KIND(name) name,
  BRIDGE_RECEIVED_KINDS(BRIDGE_KIND)
#undef BRIDGE_KIND
};

inline constexpr std::array received_kind_names = {
#define BRIDGE_KIND(name) std::string_view(#name),
    BRIDGE_RECEIVED_KINDS(BRIDGE_KIND)
#undef BRIDGE_KIND
};

inline constexpr std::size_t fault_code_count = [] {
  std::size_t count = 0;
#define BRIDGE_FAULT(name, ...) ++count;
#include "base/fault_list.inc"
#undef BRIDGE_FAULT
  return count;
}();

// Each figure is exact; a scrape that reads several may see them a moment apart.
class Counter {
 public:
  void add(std::uint64_t amount = 1) { value_.fetch_add(amount, std::memory_order_relaxed); }
  std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_ = 0;
};

class Gauge {
 public:
  void set(std::int64_t value) { value_.store(value, std::memory_order_relaxed); }
  void add(std::int64_t amount) { value_.fetch_add(amount, std::memory_order_relaxed); }
  void raise_to(std::int64_t value) {
    std::int64_t seen = value_.load(std::memory_order_relaxed);
    while (seen < value && !value_.compare_exchange_weak(seen, value, std::memory_order_relaxed)) {
    }
  }
  std::int64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::int64_t> value_ = 0;
};

struct Counters {
#define BRIDGE_COUNTER(name, help) Counter name;
#define BRIDGE_GAUGE(name, help) Gauge name;
  BRIDGE_COUNTERS(BRIDGE_COUNTER, BRIDGE_GAUGE)
#undef BRIDGE_COUNTER
#undef BRIDGE_GAUGE

  std::array<Counter, received_kind_names.size()> received;  // by ReceivedKind
  std::array<Counter, fault_code_count> faults;              // by FaultCode

  void count_received(ReceivedKind kind) { received[static_cast<std::size_t>(kind)].add(); }
  void count_fault(FaultCode code) { faults[static_cast<std::size_t>(code)].add(); }
};

}  // namespace bridge::engine
