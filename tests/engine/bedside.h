// SPDX-License-Identifier: Apache-2.0
// A core with its journal, clock and tables, and an order that can be taken to a pump.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "decide/scene.h"
#include "engine/core.h"
#include "engine/outbox.h"
#include "support/manual_clock.h"
#include "support/memory_journal.h"
#include "support/scripted_link.h"
#include "translate/shipped_book.h"

namespace bridge::engine {

inline std::string shipped_file(const std::string& name) {
  std::ifstream in(std::string(BRIDGE_SOURCE_DIR) + "/mappings/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The shipped mappings and partners, the example library and the two pumps of decide's tests.
inline std::shared_ptr<Tables> bedside_tables(bool repeats_are_dropped = false) {
  auto tables = std::make_shared<Tables>(
      Tables{.codes = translate::shipped_book(),
             .pump_terms = translate::PumpTerms::load(translate::shipped_files()).value(),
             .library = decide::test::example_library(),
             .pumps = decide::test::two_pumps(),
             .gateways = {},
             .ehrs = {},
             .lanes = {},
             .ehr_door = translate::ehr_policy(),
             .gateway_door = {},
             .policy = {},
             .times = {},
             .report_destination = "ehr"});
  auto gateway =
      translate::read_gateway_profile("ihe-tf9.json", shipped_file("gateways/ihe-tf9.json"))
          .value();
  gateway.deduplicates_by_control_id = repeats_are_dropped;
  gateway.patience.retries = 2;
  tables->gateways.emplace("gateway", std::move(gateway));
  tables->ehrs.emplace(
      "ehr",
      translate::read_ehr_profile("default.json", shipped_file("ehrs/default.json")).value());
  return tables;
}

inline std::string ack_of(std::string_view code, std::string_view control_id) {
  return "MSH|^~\\&|GW|H|BRIDGE|H|20251124160000+0000||ACK|1|P|2.6\rMSA|" + std::string(code) +
         '|' + std::string(control_id) + '\r';
}

inline std::string control_id_of(std::string_view message) {
  std::size_t at = 0;
  for (int field = 0; field < 9; ++field) at = message.find('|', at) + 1;
  return std::string(message.substr(at, message.find('|', at) - at));
}

// What the partner answers is made of the message it got.
inline ScriptedLink::Line acknowledges(std::string code) {
  return [code = std::move(code)](std::string_view message) {
    return Link::Outcome{Link::Fate::answered, ack_of(code, control_id_of(message))};
  };
}

struct Bedside {
  MemoryJournal& journal;
  ManualClock clock{decide::test::at_minute(0).unix_ms()};
  TablesHolder tables;
  Counters counters;
  Core core;
  Outbox outbox;
  decide::test::Scene scene;  // for its inputs; its state is not used

  explicit Bedside(MemoryJournal& kept, bool repeats_are_dropped = false)
      : journal(kept),
        tables(bedside_tables(repeats_are_dropped)),
        core(journal, clock, tables),
        outbox(core, tables, counters) {
    EXPECT_TRUE(core.recover("EPOC"));
  }

  std::string run(decide::Input input) {
    const auto decisions = core.submit_durably(std::move(input));
    return decisions ? decide::test::told(decisions->front()) : "store_failed";
  }
  // An accepted order and a command that is due for this pump.
  void due(std::string_view order = "ORD1", std::string_view pump = "PUMP1") {
    decide::OrderInput input = scene.order();
    input.order.placer_order_number = decide::test::order_named(order);
    EXPECT_EQ(run(input), "order_accepted");
    decide::RequestInput asked = scene.request();
    asked.request.association.placer_order_number = decide::test::order_named(order);
    asked.request.association.pump = decide::test::pump_named(pump);
    EXPECT_TRUE(run(asked).starts_with("pump_associated program_due("));
  }
  std::string status(const std::string& control_id = "EPOC-P000001") const {
    return core.look([&](const decide::State& state) {
      const decide::ProgramState* program = state.program(control_id);
      return program == nullptr ? "none" : std::string(bridge::name_of(program->status));
    });
  }
  std::string kinds() {
    std::string text;
    for (const Record& record : journal.records()) text += record.kind + ' ';
    return text;
  }
};

}  // namespace bridge::engine
