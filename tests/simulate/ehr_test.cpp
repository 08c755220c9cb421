// SPDX-License-Identifier: Apache-2.0
// The simulated EHR over real sockets: repeats, answers on both ways, load, and its chart.
#include "simulate/ehr.h"

#include <gtest/gtest.h>

#include "partner.h"
#include "site.h"
#include "translate/rgv_o15.h"

namespace bridge::simulate {
namespace {

constexpr std::int64_t patience_ms = 10'000;

class EhrTest : public testing::Test {
 protected:
  void begin(std::size_t beds) {
    EhrSettings settings;
    settings.port = 0;
    settings.bridge.port = partner.port();
    settings.bridge.again_after_ms = 5;
    settings.bridge.answer_within_ms = 200;
    settings.bridge.lanes = 1;
    settings.after_refusal_ms = 1;
    settings.bed_patience_ms = bed_patience_ms;
    for (std::size_t i = 0; i < beds; ++i) {
      settings.pumps.push_back({"P-" + std::to_string(i + 1), "", "ACDE48FFFE000002", "EUI-64"});
    }
    auto started = Ehr::start(std::move(settings), shipped_tables().book, *ledger.ledger, clock);
    ASSERT_TRUE(started.has_value());
    ehr = *std::move(started);
    shell::MllpLinkOptions options;
    options.host = "127.0.0.1";
    options.port = ehr->port();
    options.answers = answers;
    link = std::make_unique<shell::MllpLink>(std::move(options), counters);
  }

  std::string tell(const std::string& text) {
    const auto outcome = link->exchange(text, 5'000);
    return outcome.fate == engine::Link::Fate::answered ? read_acknowledgement(outcome.answer).code
                                                        : "no answer";
  }
  std::string answer_to(const std::string& request, std::string_view type, std::string_view code,
                        const std::string& id) {
    std::string text = "MSH|^~\\&|BRIDGE|GENHOSP|EHR|GENHOSP|20260302101500+0000||";
    text.append(type).append("|").append(id).append("|P|2.6|||AL|NE\rMSA|").append(code);
    return text.append("|").append(field(request, "MSH", 10)).append("\r");
  }
  std::string record_of(const std::string& order, const std::string& id, std::string_view sub_id,
                        std::string_view completion) {
    std::string text = "MSH|^~\\&|BRIDGE|GENHOSP|EHR|GENHOSP|20260302101500+0000||RAS^O17^RAS_O17|";
    text.append(id).append(
        "|P|2.6|||AL|NE\rPID|||TEST-0000^^^GENHOSP^MR||Invented^Bed-0000\rORC|RE|");
    text.append(order).append("^EHR|A1^BRIDGE\rRXA|0|").append(sub_id);
    text.append("|20260302101500+0000|20260302101500.250+0000|NS^Sodium chloride^L|1|mL^mL^UCUM");
    text.append("|||||||||||||").append(completion);
    return text.append("|A|20260302101501+0000\rRXR|IV^^HL70162\r");
  }
  bool wait(const std::function<bool(const EhrFigures&)>& so) {
    return ehr->wait_until(so, patience_ms);
  }

  std::int64_t bed_patience_ms = 60'000;
  engine::ManualClock clock{1'772'445'600'000};
  Partner partner;
  LedgerFile ledger{"ehr"};
  engine::Counters counters;
  std::unique_ptr<Ehr> ehr;
  std::unique_ptr<shell::MllpLink> link;
};

TEST_F(EhrTest, repeats_the_same_bytes_until_there_is_an_answer) {
  partner.code = [](const std::string&, std::size_t number) {
    return number == 1 ? "" : number == 2 ? "cut" : number == 3 ? "AR" : "AA";
  };
  begin(1);
  const std::string text = "MSH|^~\\&|EHR|GENHOSP|||20260302101500||ADT^A01|E1|P|2.6\rPID|1\r";
  EXPECT_TRUE(ehr->send(text));
  EXPECT_TRUE(wait([](const EhrFigures& f) { return f.positive == 1; }));
  const auto messages = partner.messages();
  ASSERT_EQ(messages.size(), 4U);
  for (const std::string& message : messages) EXPECT_EQ(message, text);
  EXPECT_EQ(ehr->figures().repeats, 3U);
  ASSERT_EQ(ledger.lines("sent").size(), 1U);
  ASSERT_EQ(ledger.lines("answered").size(), 1U);
  EXPECT_EQ(ledger.lines("answered")[0].text_of("ack"), "AA");
}

TEST_F(EhrTest, a_refusal_is_final) {
  partner.code = [](const std::string&, std::size_t) { return "AE"; };
  begin(1);
  EXPECT_TRUE(ehr->send("MSH|^~\\&|EHR|GENHOSP|||20260302101500||ADT^A01|E1|P|2.6\rPID|1\r"));
  EXPECT_TRUE(wait([](const EhrFigures& f) { return f.negative == 1; }));
  EXPECT_EQ(partner.messages().size(), 1U);
}

TEST_F(EhrTest, an_order_that_is_taken_is_scanned_and_charted_to_its_end) {
  partner.code = [](const std::string& text, std::size_t) {
    return field(text, "MSH", 15) == "AL" ? "CA" : "AA";
  };
  begin(1);
  ehr->load(1);
  const auto sent = partner.wait_for(2);
  ASSERT_EQ(sent.size(), 2U);
  EXPECT_EQ(field(sent[0], "MSH", 9), "RDE");
  EXPECT_EQ(field(sent[1], "MSH", 9), "RGV");
  const std::string order = field(sent[0], "ORC", 2);
  EXPECT_EQ(field(sent[1], "ORC", 2), order);
  EXPECT_EQ(field(sent[1], "OBX", 18), "P-1");
  EXPECT_EQ(tell(answer_to(sent[1], "RRG^O16^RRG_O16", "AA", "R1")), "CA");
  EXPECT_EQ(tell(record_of(order, "R2", "1", "")), "CA");
  EXPECT_EQ(ehr->figures().ended, 0U);
  EXPECT_EQ(tell(record_of(order, "R3", "2", "CP")), "CA");
  EXPECT_TRUE(wait([](const EhrFigures& f) { return f.ended == 1; }));
  EXPECT_EQ(ehr->figures().records, 2U);
  const auto records = ledger.lines("record");
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[1].text_of("order"), order);
  EXPECT_EQ(records[1].text_of("sub_id"), "2");
  EXPECT_EQ(records[1].text_of("completion"), "CP");
  EXPECT_EQ(records[1].text_of("end"), "20260302101500.250+0000");
}

TEST_F(EhrTest, the_chart_may_be_told_before_the_scan_is_answered) {
  begin(1);
  partner.code = [](const std::string& text, std::size_t) {
    return field(text, "MSH", 15) == "AL" ? "CA" : "AA";
  };
  ehr->load(1);
  const auto sent = partner.wait_for(2);
  ASSERT_EQ(sent.size(), 2U);
  EXPECT_EQ(tell(record_of(field(sent[0], "ORC", 2), "R1", "1", "NA")), "CA");
  EXPECT_EQ(tell(answer_to(sent[1], "RRG^O16^RRG_O16", "AA", "R2")), "CA");
  EXPECT_TRUE(wait([](const EhrFigures& f) { return f.ended == 1; }));
}

TEST_F(EhrTest, in_enhanced_mode_the_scan_waits_for_the_answer_to_the_order) {
  partner.code = [](const std::string& text, std::size_t) {
    return field(text, "MSH", 15) == "AL" ? "CA" : "AE";  // order 1, in original mode, is refused
  };
  begin(1);
  ehr->load(2);
  auto sent = partner.wait_for(2);
  ASSERT_EQ(sent.size(), 2U);
  EXPECT_EQ(field(sent[1], "MSH", 16), "AL");
  EXPECT_TRUE(wait([](const EhrFigures& f) { return f.positive == 1; }));
  EXPECT_EQ(partner.messages().size(), 2U);
  EXPECT_EQ(tell(answer_to(sent[1], "RRE^O12^RRE_O12", "AA", "R1")), "CA");
  sent = partner.wait_for(3);
  ASSERT_EQ(sent.size(), 3U);
  EXPECT_EQ(field(sent[2], "MSH", 9), "RGV");
}

TEST_F(EhrTest, a_refused_scan_ends_the_order_and_the_bed_goes_on) {
  partner.code = [](const std::string& text, std::size_t) {
    return field(text, "MSH", 9) == "RGV" ? "CE" : "AA";
  };
  begin(1);
  ehr->load(1);
  EXPECT_TRUE(wait([](const EhrFigures& f) { return f.ended == 1; }));
  EXPECT_EQ(partner.messages().size(), 2U);
}

TEST_F(EhrTest, a_bed_that_is_never_answered_is_given_up) {
  bed_patience_ms = 50;
  partner.code = [](const std::string& text, std::size_t) {
    return field(text, "MSH", 15) == "AL" ? "CA" : "AA";
  };
  begin(1);
  ehr->load(1);
  EXPECT_TRUE(wait([](const EhrFigures& f) { return f.given_up == 1; }));
  EXPECT_EQ(ledger.lines("given_up").size(), 1U);
}

TEST_F(EhrTest, every_bed_has_one_patient_and_one_pump) {
  partner.code = [](const std::string& text, std::size_t) {
    return field(text, "MSH", 9) == "RGV" ? "CE" : "AA";
  };
  begin(3);
  ehr->load(6);
  EXPECT_TRUE(wait([](const EhrFigures& f) { return f.ended == 6; }));
  std::map<std::string, std::string> pump_of;
  for (const std::string& text : partner.messages()) {
    if (field(text, "MSH", 9) != "RGV") continue;
    const auto [held, fresh] = pump_of.emplace(field(text, "PID", 3), field(text, "OBX", 18));
    EXPECT_EQ(held->second, field(text, "OBX", 18));
  }
  EXPECT_EQ(pump_of.size(), 3U);
}

TEST_F(EhrTest, a_repeated_record_is_counted_and_not_charted_again) {
  begin(1);
  EXPECT_EQ(tell(record_of("T1", "R1", "1", "")), "CA");
  EXPECT_EQ(tell(record_of("T1", "R1", "1", "")), "CA");
  EXPECT_EQ(tell(record_of("T1", "R1", "1", "CP")), "CA");
  EXPECT_EQ(ehr->figures().records, 1U);
  EXPECT_EQ(ehr->figures().records_repeated, 2U);
  const auto records = ledger.lines("record");
  ASSERT_EQ(records.size(), 3U);
  EXPECT_FALSE(records[0].find("repeated")->as_boolean());
  EXPECT_TRUE(records[1].find("repeated")->as_boolean());
  EXPECT_FALSE(records[1].find("changed")->as_boolean());
  EXPECT_TRUE(records[2].find("changed")->as_boolean());
}

TEST_F(EhrTest, what_it_does_not_know_is_rejected) {
  begin(1);
  EXPECT_EQ(
      tell("MSH|^~\\&|BRIDGE|GENHOSP|EHR|GENHOSP|20260302101500+0000||ADT^A01|X1|P|2.6\rPID|1\r"),
      "CR");
  EXPECT_EQ(ledger.lines("not_taken").size(), 1U);
}

TEST(InventedOrders, a_scan_is_one_that_the_bridge_reads_without_a_fault) {
  for (const std::uint64_t number : {1U, 2U}) {
    const InventedOrder order{4, number, "T1", {"P-1", "", "ACDE48FFFE000002", "EUI-64"}};
    const auto message =
        hl7::parse(write_invented_scan(order, "E1", Instant::from_unix_ms(1'772'445'600'000)));
    ASSERT_TRUE(message.has_value());
    const auto read =
        translate::read_rgv_o15(*message, shipped_tables().book, translate::MessageClock::fixed(0));
    for (const Fault& fault : read.faults) ADD_FAILURE() << brief(fault);
    EXPECT_EQ(read.request.association.pump.id, "P-1");
    EXPECT_EQ(read.request.association.patient_id.id, "TEST-0004");
  }
}

}  // namespace
}  // namespace bridge::simulate
