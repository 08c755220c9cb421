// SPDX-License-Identifier: Apache-2.0
// Hospital: the whole line over a journal in memory, the shipped tables and scripted links, for the
// rows of bad input; and good messages with the edits that make them bad.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/inbound.h"
#include "engine/outbox.h"
#include "support/manual_clock.h"
#include "support/memory_journal.h"
#include "support/scripted_link.h"

namespace bridge::engine {

// Loaded once; no test changes them.
std::shared_ptr<const Tables> shipped_tables();
// The same at a site with these clocks.
std::shared_ptr<const Tables> tables_at(const SiteClock& clock);

struct Hospital {
  explicit Hospital(std::shared_ptr<const Tables> tables = shipped_tables());

  std::string send(const std::string& message) { return inbound.answer(message, Door::ehr); }
  // The kinds of the facts from `first` on, each on its place.
  std::vector<std::string> kinds(std::size_t first);
  std::size_t facts() { return journal.records().size(); }
  // What the EHR's lane would carry next; empty: nothing is due.
  std::string next_on_lane();
  // What the gateway would get; empty: nothing is due.
  std::string next_program();

  ManualClock clock;
  MemoryJournal journal;
  Counters counters;
  TablesHolder holder;
  Core core;
  Inbound inbound;
  Outbox outbox;
  ScriptedLink gateway;
  ScriptedLink ehr;
};

enum class Mode : std::uint8_t { original, enhanced };

// 2026-03-02T16:30Z: behind the times of all samples.
inline constexpr std::int64_t now_ms = 1'772'469'000'000;

// Dopamine 5 ug/kg/min for 70 kg from 400 mg in 250 mL: 13.125 mL/h.
std::string good_order(Mode mode, const std::string& control_id = "MSG1",
                       const std::string& order = "P5001");
// The scan of that order on P-1001.
std::string good_scan(Mode mode, const std::string& control_id = "SCAN1",
                      const std::string& order = "P5001");

using Edit = std::function<std::string(std::string)>;

// "RXE-23" of the first RXE, "RXC[2]-3" of the second; a segment that is not there is added.
std::string with_field(std::string message, std::string_view path, std::string_view value);
Edit with(std::initializer_list<std::pair<const char*, const char*>> fields);
Edit with(const char* path, const std::string& value);
Edit without(const char* segment);  // all of that name
Edit replaced(const char* from, const std::string& to);
Edit instead(const std::string& text);

struct Told {
  std::string code;    // MSA-1
  std::string echo;    // MSA-2
  std::string errors;  // one line an ERR: "E 207 9005 RXE-23"
  bool answered = false;
};
Told read_answer(const std::string& answer);

// On which way a sender in enhanced mode hears of the refusal (HL7 v2.6 2.9.3): "(CE)" of the
// table, or CA and then the application answer on its lane.
enum class Way : std::uint8_t { door, lane };
enum class Base : std::uint8_t { order, scan };  // which good message the edit makes bad

// One row of the answer table in spec/safety.md, or one input of it.
struct Row {
  const char* id;
  const char* what;
  Edit edit;
  Way way;
  const char* code;   // MSA-1 in original mode: AE or AR
  const char* error;  // one ERR of the answer, as in Told::errors
  Base base = Base::order;
  const char* audit = "order_refused";
  std::function<void(Hospital&)> before = {};  // what the hospital knows already
  std::optional<std::string> echo = {};        // MSA-2; none: MSH-10 of the good message
};

// The exact answer in this mode; one audit fact, nothing sent, nothing due, the next order served.
void expect_refused(const Row& row, Mode mode);
// The order is taken as it is.
void expect_taken(Hospital& hospital, const std::string& message);

void take_order(Hospital& hospital);  // the good order is known; its facts are not the row's

// "B57_a_comma_in_a_number"
std::string test_name(const char* id, const char* what, std::size_t index);

void PrintTo(const Row& row, std::ostream* out);

}  // namespace bridge::engine
