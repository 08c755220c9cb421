// SPDX-License-Identifier: Apache-2.0
#include "translate/rrg_o16.h"

#include <gtest/gtest.h>

#include "translate/pump_samples.h"
#include "translate/pump_tools.h"

namespace bridge::translate {
namespace {

std::string shown(const AnswerRead& read) {
  std::string text = read.answer.control_id + (read.answer.accepted ? " accepted" : " refused");
  if (!read.answer.placer_order_number.empty()) {
    text += ' ' + read.answer.placer_order_number.key();
  }
  for (const PumpRefusal& refusal : read.answer.refusals) {
    text += " [" + refusal.code + ' ' + refusal.text + ']';
  }
  if (!read.faults.empty()) text += " ! " + listed(read.faults);
  return text;
}

std::string answer(const std::string& segments) {
  return shown(read_rrg_o16(message_of(
      "MSH|^~\\&|G||B||20260302101504-0600||RRG^O16^RRG_O16|1|P|2.6|||AL|NE\n" + segments)));
}

TEST(read_rrg_o16, reads_the_examples) {
  EXPECT_EQ(shown(read_rrg_o16(message_of(samples::accepted))), "BR0001001 accepted ORD778812^EHR");
  EXPECT_EQ(shown(read_rrg_o16(message_of(samples::weight_mismatch))),
            "BR0001001 refused ORD778812^EHR [9011 Patient weight mismatch: pump weight 82.0 kg, "
            "order weight 85.0 kg]");
  EXPECT_EQ(shown(read_rrg_o16(message_of(samples::tf11_reject))),
            "2 refused [9010 Unable to match medication to drug library]");
}

struct Row {
  const char* name;
  const char* segments;
  const char* expected;
};

TEST(read_rrg_o16, reads_what_gateways_send) {
  const std::vector<Row> rows = {
      {"accepted without order", "MSA|AA|7\n", "7 accepted"},
      {"blanks", "MSA| AE | 7 \nERR|||207|E| 9007 ^ offline\n", "7 refused [9007 offline]"},
      {"several", "MSA|AE|7\nERR|||207|E|9019^a\nERR|||207|E|9020^b\n",
       "7 refused [9019 a] [9020 b]"},
      {"no code of a pump", "MSA|AR|7\nERR|||207^Application internal error|E\n",
       "7 refused [207 Application internal error]"},
      {"no ERR at all", "MSA|AE|7\n", "7 refused"},
      {"a code that the framework does not have", "MSA|AE|7\nERR|||207|E|V77^vendor\n",
       "7 refused [V77 vendor]"},
      {"a warning with acceptance", "MSA|AA|7\nERR|||0|W|9018^x\n", "7 accepted"},
  };
  for (const Row& row : rows) EXPECT_EQ(answer(row.segments), row.expected) << row.name;
}

TEST(read_rrg_o16, an_answer_that_contradicts_itself_decides_nothing) {
  const std::vector<Row> rows = {
      {"no MSA", "ERR|||207|E|9007\n", " refused ! segment_missing at MSA E"},
      {"no MSA-2", "MSA|AA\n", " refused ! field_missing at MSA[1]-2 E"},
      {"no MSA-1", "MSA||7\n", "7 refused ! field_missing at MSA[1]-1 E"},
      {"an accept ack", "MSA|CA|7\n", "7 refused ! code_not_in_table at MSA[1]-1 E"},
      {"garbage", "MSA|YES|7\n", "7 refused ! code_not_in_table at MSA[1]-1 E"},
      {"accepted with an error", "MSA|AA|7\nERR|||207|E|9005^x\n",
       "7 refused [9005 x] ! field_not_understood at ERR[1]-4 E"},
      {"accepted with an ERR of no severity", "MSA|AA|7\nERR|||207||9005^x\n",
       "7 refused [9005 x] ! field_not_understood at ERR[1]-4 E"},
  };
  for (const Row& row : rows) EXPECT_EQ(answer(row.segments), row.expected) << row.name;
}

TEST(write_rrg_o16, is_read_again) {
  PumpAnswer sent{"BR1", false, {"O1", "EHR", {}, {}}, {{"9006", "Infuser is powered off"}}};
  const Envelope envelope = shipped_gateway("ihe-tf9").envelope;
  const Instant now = at("2026-03-02T16:15:04Z");
  const auto refused = read_rrg_o16(*hl7::parse(write_rrg_o16(sent, envelope, "GW1", now)));
  EXPECT_EQ(listed(refused.faults), "");
  EXPECT_EQ(refused.answer, sent);
  sent.accepted = true;
  sent.refusals.clear();
  const auto accepted = read_rrg_o16(*hl7::parse(write_rrg_o16(sent, envelope, "GW2", now)));
  EXPECT_EQ(accepted.answer, sent);
}

TEST(pump_error_text, knows_44_codes_and_no_other) {
  for (int code = 9001; code <= 9044; ++code) {
    const PumpErrorText* const text = pump_error_text(std::to_string(code));
    ASSERT_NE(text, nullptr) << code;
    EXPECT_EQ(text->code, code);
    EXPECT_FALSE(text->text.empty() || text->cause.empty() || text->fix.empty()) << code;
  }
  for (const auto* const code : {"9000", "9045", "901", "90010", "", "abcd", " 901", "-901"}) {
    EXPECT_EQ(pump_error_text(code), nullptr) << code;
  }
  EXPECT_EQ(pump_error_text("9010")->text, "Unable to match medication to drug library");
  EXPECT_EQ(pump_error_text("9010")->owner, Owner::pharmacy);
  EXPECT_EQ(pump_error_text("9010")->again, AskAgain::never);
  EXPECT_EQ(pump_error_text("9006")->again, AskAgain::person);
  EXPECT_EQ(pump_error_text("9007")->again, AskAgain::wait);
}

}  // namespace
}  // namespace bridge::translate
