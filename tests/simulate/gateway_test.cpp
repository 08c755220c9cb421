// SPDX-License-Identifier: Apache-2.0
// The simulated gateway over real sockets: acknowledgements, answers, events, and each trouble.
#include "simulate/gateway.h"

#include <gtest/gtest.h>

#include "partner.h"
#include "site.h"

namespace bridge::simulate {
namespace {

constexpr std::int64_t patience_ms = 10'000;

std::string command(std::string_view control_id, std::string_view order = "ORD1",
                    std::string_view pump = "P-1") {
  std::string text =
      "MSH|^~\\&|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|"
      "20260302101500-0600||RGV^O15^RGV_O15|@ID|P|2.6|||AL|AL||UNICODE UTF-8|en^English^ISO639||"
      "IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO\r"
      "PID|||TEST-1^^^GENHOSP^MR||Invented^Person^^^^^L||19660101|F\r"
      "PV1||I|ICU^12^A\r"
      "ORC|RE|@ORDER^EHR|||||||20260302101446-0600||||||||||N0001^Invented^Nurse\r"
      "RXG|1|||1234^Dopamine^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|"
      "265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|"
      "263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM\r"
      "RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165\r"
      "OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||@PUMP^^ACDE48FFFE000002^"
      "EUI-64\r"
      "OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85.0|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||"
      "F\r";
  const auto put = [&text](std::string_view mark, std::string_view value) {
    text.replace(text.find(mark), mark.size(), value);
  };
  put("@ID", control_id);
  put("@ORDER", order);
  put("@PUMP", pump);
  return text;
}

class GatewayTest : public testing::Test {
 protected:
  void begin(std::string_view script, bool deduplicates = true) {
    auto read = read_script("script", script);
    ASSERT_TRUE(read.has_value());
    GatewaySettings settings;
    settings.port = 0;
    settings.bridge.port = partner.port();
    settings.bridge.again_after_ms = 5;
    settings.bridge.answer_within_ms = 200;
    settings.pumps = {{"P-1", "", "ACDE48FFFE000002", "EUI-64"},
                      {"P-2", "", "ACDE48FFFE000002", "EUI-64"}};
    settings.sender.envelope = {{"PUMPGW", "ACDE48FFFE000002", "EUI-64"},
                                "GENHOSP",
                                {"BRIDGE", "ACDE48FFFE000001", "EUI-64"},
                                "GENHOSP",
                                "2.6",
                                "P",
                                0};
    settings.deduplicates = deduplicates;
    auto started = Gateway::start(std::move(settings), *std::move(read), shipped_tables().book,
                                  shipped_tables().terms, *ledger.ledger, clock);
    ASSERT_TRUE(started.has_value());
    gateway = *std::move(started);
    shell::MllpLinkOptions options;
    options.host = "127.0.0.1";
    options.port = gateway->port();
    options.answers = answers;
    link = std::make_unique<shell::MllpLink>(std::move(options), counters);
  }

  // MSA-1 on the connection, or what became of the exchange.
  std::string ask(const std::string& text, std::int64_t ms = 5'000) {
    const auto outcome = link->exchange(text, ms);
    if (outcome.fate == engine::Link::Fate::unreached) return "unreached";
    if (outcome.fate == engine::Link::Fate::unknown) return "unknown";
    return read_acknowledgement(outcome.answer).code;
  }
  // Type and code of all that came to the bridge: "RRG AA", "START", "STOP".
  std::vector<std::string> told(std::size_t count) {
    std::vector<std::string> all;
    for (const std::string& text : partner.wait_for(count)) {
      if (field(text, "MSH", 9) == "RRG") {
        all.push_back("RRG " + field(text, "MSA", 1) + field(text, "ERR", 5));
        continue;
      }
      const auto message = hl7::parse(text);
      std::string event = "?";
      for (std::size_t i = 0; message && i < message->segment_count(); ++i) {
        const hl7::Segment obx = message->segment(i);
        if (text_of(obx.field(3).component(1)) == "68487")
          event = text_of(obx.field(5).component(1));
      }
      all.push_back(event);
    }
    return all;
  }

  bool wait(const std::function<bool(const GatewayFigures&)>& so) {
    return gateway->wait_until(so, patience_ms);
  }

  engine::ManualClock clock{1'772'445'600'000};
  Partner partner;
  LedgerFile ledger{"gateway"};
  engine::Counters counters;
  std::unique_ptr<Gateway> gateway;
  std::unique_ptr<shell::MllpLink> link;
};

using Told = std::vector<std::string>;

TEST_F(GatewayTest, takes_a_command_answers_it_and_the_nurse_starts_the_pump) {
  begin("{}");
  EXPECT_EQ(ask(command("B1")), "CA");
  EXPECT_EQ(gateway->figures().programs, 1U);
  clock.advance_ms(200);
  EXPECT_EQ(told(1), Told({"RRG AA"}));
  EXPECT_EQ(field(partner.messages()[0], "MSA", 2), "B1");
  EXPECT_EQ(field(partner.messages()[0], "ORC", 2), "ORD1");
  clock.advance_ms(4'800);
  EXPECT_EQ(told(2), Told({"RRG AA", "197288"}));
  EXPECT_TRUE(wait([](const GatewayFigures& f) { return f.events_acknowledged == 1; }));
  ASSERT_EQ(ledger.lines("command").size(), 1U);
  ASSERT_EQ(ledger.lines("programmed").size(), 1U);
  EXPECT_EQ(ledger.lines("programmed")[0].text_of("order"), "ORD1");
  EXPECT_EQ(ledger.lines("event").size(), 1U);
  EXPECT_EQ(ledger.lines("event_answered").size(), 1U);
}

TEST_F(GatewayTest, nothing_is_given_before_the_nurse_confirms) {
  begin(R"({"nurse":[{"steps":[{"do":"confirm","after_ms":100000}]}]})");
  EXPECT_EQ(ask(command("B1")), "CA");
  clock.advance_ms(99'999);
  EXPECT_EQ(told(1), Told({"RRG AA"}));
  EXPECT_EQ(gateway->figures().events, 0U);
  clock.advance_ms(1);
  EXPECT_TRUE(wait([](const GatewayFigures& f) { return f.events == 1; }));
}

TEST_F(GatewayTest, the_nurse_does_what_the_script_says) {
  begin(R"({"nurse":[{"order":"ORD1","steps":[
      {"do":"confirm","after_ms":1000},{"do":"rate","after_ms":60000,"ml_h":38.3},
      {"do":"pause","after_ms":60000},{"do":"restart","after_ms":60000},
      {"do":"clear","after_ms":60000}]}]})");
  EXPECT_EQ(ask(command("B1")), "CA");
  // Step by step: a clock that jumps over several steps would do them all at one time.
  const std::int64_t gaps[] = {1'000, 60'000, 60'000, 60'000, 60'000};
  const std::uint64_t events[] = {1, 3, 4, 5, 7};
  for (std::size_t i = 0; i < std::size(gaps); ++i) {
    clock.advance_ms(gaps[i]);
    EXPECT_TRUE(wait([&](const GatewayFigures& f) { return f.events == events[i]; })) << i;
  }
  EXPECT_EQ(told(8),
            Told({"RRG AA", "197288", "197290", "197288", "197290", "197288", "197290", "197296"}));
  EXPECT_TRUE(wait([](const GatewayFigures& f) { return f.busy == 0 && f.waiting == 0; }));
  // 31.9 mL/h for 60 s, 38.3 mL/h for 59.999 s, 38.3 mL/h for 60 s.
  const auto given = ledger.lines("delivered");
  ASSERT_EQ(given.size(), 3U);
  EXPECT_EQ(given[0].text_of("ml_h"), "319/10");
  EXPECT_EQ(given[0].text_of("ml"), "319/600");
  EXPECT_EQ(given[2].text_of("ml"), "383/600");
}

TEST_F(GatewayTest, a_rejected_program_is_told_as_auto_cleared) {
  begin(R"({"nurse":[{"steps":[{"do":"reject","after_ms":1000}]}]})");
  EXPECT_EQ(ask(command("B1")), "CA");
  clock.advance_ms(1'000);
  EXPECT_EQ(told(2), Told({"RRG AA", "197298"}));
  EXPECT_TRUE(ledger.lines("delivered").empty());
}

TEST_F(GatewayTest, a_repeated_control_id_is_acknowledged_and_programs_nothing) {
  begin("{}");
  EXPECT_EQ(ask(command("B1")), "CA");
  EXPECT_EQ(ask(command("B1")), "CA");
  EXPECT_EQ(gateway->figures().programs, 1U);
  EXPECT_EQ(gateway->figures().repeats, 1U);
  clock.advance_ms(200);
  EXPECT_EQ(told(2), Told({"RRG AA", "RRG AA"}));
  EXPECT_EQ(ledger.lines("programmed").size(), 1U);
}

TEST_F(GatewayTest, a_gateway_that_forgets_takes_a_repeat_for_a_new_command) {
  begin(R"({"nurse":[{"steps":[{"do":"reject","after_ms":1}]}]})", false);
  EXPECT_EQ(ask(command("B1")), "CA");
  clock.advance_ms(1'000);
  EXPECT_TRUE(wait([](const GatewayFigures& f) { return f.events == 1; }));
  EXPECT_EQ(ask(command("B1")), "CA");
  EXPECT_EQ(gateway->figures().programs, 2U);
  EXPECT_EQ(ledger.lines("programmed").size(), 2U);
}

TEST_F(GatewayTest, what_it_cannot_run_is_taken_and_then_refused_with_a_code) {
  begin("{}");
  EXPECT_EQ(ask(command("B1", "ORD1", "P-9")), "CA");
  clock.advance_ms(200);
  EXPECT_EQ(told(1), Told({"RRG AE9001"}));
  std::string drops = command("B2");
  drops.replace(drops.find("^ug/kg/min^ug/kg/min^UCUM"), 25, "^drops^drops^UCUM");
  drops.replace(drops.find("265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC"), 41, "^^");
  drops.replace(drops.find("|^^^drops"), 9, "|drops^drops^L^drops");
  EXPECT_EQ(ask(drops), "CA");
  clock.advance_ms(200);
  EXPECT_EQ(told(2).back(), "RRG AE9008");
  EXPECT_EQ(ask(command("B3")), "CA");
  EXPECT_EQ(ask(command("B4", "ORD4")), "CA");  // one program waits on the pump already
  clock.advance_ms(200);
  EXPECT_EQ(told(4).back(), "RRG AE9017");
}

TEST_F(GatewayTest, refuses_on_the_connection_what_a_strict_gateway_does_not_take) {
  begin("{}");
  struct Row {
    const char* name;
    std::string from;
    std::string to;
  };
  const Row rows[] = {
      {"MSH-21", "1.3.6.1.4.1.19376.1.6.1.3.1", "1.2.3"},
      {"MSH-15", "|2.6|||AL|AL|", "|2.6||||AL|"},
      {"MSH-7 without offset", "20260302101500-0600", "20260302101500"},
      {"ORC-9", "20260302101446-0600", ""},
      {"ORC-19", "N0001^Invented^Nurse", ""},
      {"ORC-2", "ORD1^EHR", ""},
      {"OBX-18", "P-1^^ACDE48FFFE000002^EUI-64", ""},
      {"no pump", "69986^MDC_DEV_PUMP_INFUS_VMD^MDC", "1^OTHER^MDC"},
      {"RXG-4.2", "1234^Dopamine^L", "1234"},
      {"RXG-5", "|250||263762", "|||263762"},
      {"RXG-15", "|10|265619", "||265619"},
      {"a note", "RXR|", "NTE|1||text\rRXR|"},
      {"PID-5", "Invented^Person^^^^^L", ""},
      {"a volume in a change", "ORC|RE", "ORC|XO"},
      {"PV1 twice", "PV1||I|ICU^12^A\r", "PV1||I|ICU^12^A\rPV1||I|ICU^12^A\r"},
  };
  for (const Row& row : rows) {
    std::string text = command(std::string("B") + row.name, "ORD1");
    ASSERT_NE(text.find(row.from), std::string::npos) << row.name;
    text.replace(text.find(row.from), row.from.size(), row.to);
    EXPECT_EQ(ask(text), "CE") << row.name;
  }
  EXPECT_EQ(gateway->figures().programs, 0U);
  EXPECT_EQ(ask(command("B1")), "CA");
  EXPECT_EQ(gateway->figures().programs, 1U);
}

TEST_F(GatewayTest, anything_but_a_command_is_rejected) {
  begin("{}");
  std::string order = command("B1");
  order.replace(order.find("RGV^O15^RGV_O15"), 15, "RDE^O11^RDE_O11");
  EXPECT_EQ(ask(order), "CR");
  EXPECT_EQ(gateway->figures().commands, 0U);
}

TEST_F(GatewayTest, events_are_repeated_with_the_same_bytes_until_acknowledged) {
  partner.code = [](const std::string&, std::size_t number) {
    if (number == 1) return "";
    if (number == 2) return "cut";
    return number == 3 ? "CR" : "CA";
  };
  begin("{}");
  EXPECT_EQ(ask(command("B1")), "CA");
  clock.advance_ms(200);
  const auto messages = partner.wait_for(4);
  ASSERT_GE(messages.size(), 4U);
  for (std::size_t i = 1; i < 4; ++i) EXPECT_EQ(messages[i], messages[0]);
  EXPECT_TRUE(wait([](const GatewayFigures& f) { return f.waiting == 0; }));
}

TEST_F(GatewayTest, a_refused_event_is_not_repeated_and_does_not_block) {
  partner.code = [](const std::string&, std::size_t number) { return number == 2 ? "CE" : "CA"; };
  begin(
      R"({"nurse":[{"steps":[{"do":"confirm","after_ms":1000},{"do":"pause","after_ms":1000}]}]})");
  EXPECT_EQ(ask(command("B1")), "CA");
  clock.advance_ms(1'000);
  EXPECT_TRUE(wait([](const GatewayFigures& f) { return f.events == 1; }));
  clock.advance_ms(1'000);
  EXPECT_EQ(told(3), Told({"RRG AA", "197288", "197290"}));
  EXPECT_TRUE(wait([](const GatewayFigures& f) { return f.waiting == 0; }));
  const auto answered = ledger.lines("event_answered");
  ASSERT_EQ(answered.size(), 2U);
  EXPECT_EQ(answered[0].text_of("ack"), "CE");
  EXPECT_EQ(gateway->figures().events_acknowledged, 1U);
}

TEST_F(GatewayTest, keeps_what_it_has_to_say_while_the_bridge_is_away) {
  const std::uint16_t port = partner.port();
  ASSERT_NE(port, 0);
  begin("{}");
  partner.close();
  EXPECT_EQ(ask(command("B1")), "CA");
  clock.advance_ms(200);
  clock.advance_ms(4'800);
  EXPECT_TRUE(wait([](const GatewayFigures& f) { return f.events == 1 && f.waiting == 2; }));
  EXPECT_EQ(gateway->figures().events_acknowledged, 0U);
}

// --- troubles ----------------------------------------------------------------------------------

TEST_F(GatewayTest, no_ack_programs_and_says_nothing) {
  begin(R"({"faults":[{"control_id":"B1","do":"no_ack"}]})");
  EXPECT_EQ(ask(command("B1"), 100), "unknown");
  EXPECT_EQ(gateway->figures().programs, 1U);
  clock.advance_ms(200);
  EXPECT_EQ(told(1), Told({"RRG AA"}));
}

TEST_F(GatewayTest, late_ack_comes_after_its_time) {
  begin(R"({"faults":[{"nth":1,"do":"late_ack","ms":300}]})");
  const auto before = std::chrono::steady_clock::now();
  EXPECT_EQ(ask(command("B1")), "CA");
  EXPECT_GE(std::chrono::steady_clock::now() - before, std::chrono::milliseconds(300));
}

TEST_F(GatewayTest, ce_programs_nothing) {
  begin(R"({"faults":[{"order":"ORD1","do":"ce"}]})");
  EXPECT_EQ(ask(command("B1")), "CE");
  EXPECT_EQ(gateway->figures().programs, 0U);
}

TEST_F(GatewayTest, ae_is_taken_and_refused_with_the_code_of_the_script) {
  begin(R"({"faults":[{"every":2,"do":"ae","code":"9010"}]})");
  EXPECT_EQ(ask(command("B1")), "CA");
  EXPECT_EQ(ask(command("B2", "ORD2", "P-2")), "CA");
  clock.advance_ms(200);
  const Told all = told(2);
  EXPECT_EQ(std::count(all.begin(), all.end(), "RRG AA"), 1);
  EXPECT_EQ(std::count(all.begin(), all.end(), "RRG AE9010"), 1);
  EXPECT_EQ(gateway->figures().programs, 1U);
}

TEST_F(GatewayTest, cut_connection_has_programmed_and_cut_before_has_not) {
  begin(R"({"faults":[{"control_id":"B1","do":"cut_connection"},
                      {"control_id":"B2","do":"cut_before"}]})");
  EXPECT_EQ(ask(command("B1")), "unknown");
  EXPECT_EQ(gateway->figures().programs, 1U);
  EXPECT_EQ(ask(command("B2", "ORD2", "P-2")), "unknown");
  EXPECT_EQ(gateway->figures().programs, 1U);
  EXPECT_EQ(ask(command("B3", "ORD3", "P-2")), "CA");
}

TEST_F(GatewayTest, rrg_before_ack_is_told_before_the_connection_is_answered) {
  begin(R"({"faults":[{"nth":1,"do":"rrg_before_ack"}]})");
  // The answer's time comes while the exchange waits.
  partner.code = [](const std::string&, std::size_t) { return "CA"; };
  clock.advance_ms(0);
  std::thread time([this] {
    EXPECT_TRUE(wait([](const GatewayFigures& f) { return f.programs == 1; }));
    clock.advance_ms(200);
  });
  EXPECT_EQ(ask(command("B1")), "CA");
  EXPECT_EQ(partner.messages().size(), 1U);
  time.join();
}

TEST_F(GatewayTest, rrg_never_programs_and_never_answers) {
  begin(R"({"faults":[{"nth":1,"do":"rrg_never"}]})");
  EXPECT_EQ(ask(command("B1")), "CA");
  clock.advance_ms(5'000);
  EXPECT_EQ(told(1), Told({"197288"}));
}

TEST_F(GatewayTest, pump_offline_refuses_and_tells_when_it_is_back) {
  begin(R"({"faults":[{"nth":1,"do":"pump_offline","ms":60000}]})");
  EXPECT_EQ(ask(command("B1")), "CA");
  clock.advance_ms(200);
  EXPECT_EQ(told(2).size(), 2U);
  EXPECT_EQ(ask(command("B2", "ORD2")), "CA");
  clock.advance_ms(60'000);
  const Told all = told(4);
  EXPECT_EQ(std::count(all.begin(), all.end(), "RRG AE9007"), 2);
  EXPECT_EQ(std::count(all.begin(), all.end(), "197294"), 2);
  EXPECT_EQ(ask(command("B3", "ORD3")), "CA");
  EXPECT_EQ(gateway->figures().programs, 1U);
}

TEST_F(GatewayTest, double_event_sends_one_event_under_two_control_ids) {
  begin(R"({"faults":[{"nth":1,"do":"double_event"}]})");
  EXPECT_EQ(ask(command("B1")), "CA");
  clock.advance_ms(200);
  (void)told(1);
  clock.advance_ms(4'800);
  const auto messages = partner.wait_for(3);
  ASSERT_EQ(messages.size(), 3U);
  EXPECT_EQ(field(messages[1], "OBR", 3), field(messages[2], "OBR", 3));
  EXPECT_NE(field(messages[1], "MSH", 10), field(messages[2], "MSH", 10));
  EXPECT_EQ(ledger.lines("event").size(), 1U);
}

TEST_F(GatewayTest, late_events_come_with_the_time_at_which_they_happened) {
  begin(R"({"faults":[{"nth":1,"do":"late_events","ms":7200000}]})");
  EXPECT_EQ(ask(command("B1")), "CA");
  clock.advance_ms(5'000);
  EXPECT_TRUE(wait([](const GatewayFigures& f) { return f.events == 1; }));
  EXPECT_EQ(told(1), Told({"RRG AA"}));
  clock.advance_ms(7'200'000);
  const auto messages = partner.wait_for(2);
  ASSERT_EQ(messages.size(), 2U);
  EXPECT_EQ(field(messages[1], "OBR", 7), Instant::from_unix_ms(1'772'445'605'000).hl7());
  EXPECT_EQ(field(messages[1], "MSH", 7), Instant::from_unix_ms(1'772'452'805'000).hl7());
}

// --- the script --------------------------------------------------------------------------------

TEST(Script, says_all_that_is_wrong_with_it) {
  const auto read = read_script("s.json", R"({"faults":[{"do":"explode"},{"do":"late_ack"},
      {"do":"ae"}],"nurse":[{"steps":[{"do":"rate","ml_h":0}]}],"speed":3})");
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.fault().size(), 5U);
}

TEST(Script, the_first_row_that_fits_counts) {
  const auto script = read_script("s.json", R"({"faults":[{"order":"A","nth":2,"do":"ce"},
      {"every":3,"do":"no_ack"},{"control_id":"X","do":"rrg_never"}]})");
  ASSERT_TRUE(script.has_value());
  const auto trouble = [&](const char* id, const char* order, std::uint64_t number) {
    const FaultRow* row = script->fault(id, order, number);
    return row == nullptr ? Trouble::none : row->trouble;
  };
  EXPECT_EQ(trouble("Y", "A", 2), Trouble::ce);
  EXPECT_EQ(trouble("Y", "A", 1), Trouble::none);
  EXPECT_EQ(trouble("Y", "B", 2), Trouble::none);
  EXPECT_EQ(trouble("X", "B", 6), Trouble::no_ack);
  EXPECT_EQ(trouble("X", "B", 5), Trouble::rrg_never);
}

}  // namespace
}  // namespace bridge::simulate
