// SPDX-License-Identifier: Apache-2.0
// The list of faults: every row holds codes of the standards' tables and says what to do.
#include "base/fault.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace bridge {
namespace {

const std::vector<FaultCode>& all_codes() {
  static const std::vector<FaultCode> codes = {
#define BRIDGE_FAULT(name, ...) FaultCode::name,
#include "base/fault_list.inc"
#undef BRIDGE_FAULT
  };
  return codes;
}

template <class Range, class Value>
bool contains(const Range& range, const Value& value) {
  return std::find(std::begin(range), std::end(range), value) != std::end(range);
}

// One broken row names itself.
template <class Check>
void each_kind(Check check) {
  ASSERT_FALSE(all_codes().empty());
  for (const FaultCode code : all_codes()) {
    SCOPED_TRACE(std::string(kind_of(code).name));
    check(kind_of(code));
  }
}

TEST(FaultList, EveryRowIsFoundUnderItsOwnCode) {
  EXPECT_EQ(kind_of(FaultCode::frame_noise).name, "frame_noise");
  EXPECT_EQ(kind_of(FaultCode::number_malformed).name, "number_malformed");
  EXPECT_EQ(kind_of(FaultCode::number_malformed).hl7_error, 102);
  EXPECT_EQ(kind_of(FaultCode::number_too_long).hl7_error, 104);
  EXPECT_EQ(kind_of(FaultCode::hard_limit_above).pump_error, 9005);
}

TEST(FaultList, NamesAreUniqueAndInSnakeCase) {
  std::set<std::string_view> seen;
  each_kind([&](const FaultKind& kind) {
    EXPECT_TRUE(seen.insert(kind.name).second);
    ASSERT_FALSE(kind.name.empty());
    EXPECT_EQ(kind.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"),
              std::string_view::npos);
  });
}

TEST(FaultList, EveryRowSaysWhatIsWrongAndWhatToChange) {
  each_kind([](const FaultKind& kind) {
    EXPECT_FALSE(kind.text.empty());
    EXPECT_FALSE(kind.fix.empty());
    EXPECT_NE(kind.text, kind.fix);
    for (const std::string_view text : {kind.text, kind.fix}) {
      // One plain clause of ASCII: it goes into ERR-8, a page and a log without further thought.
      EXPECT_TRUE(
          std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; }));
      EXPECT_FALSE(text.ends_with('.') || text.ends_with(' ') || text.starts_with(' '));
    }
  });
}

TEST(FaultList, Hl7CodesAreThoseOfTable0357) {
  each_kind([](const FaultKind& kind) {
    const int code = kind.hl7_error;
    EXPECT_TRUE(code == 0 || (code >= 100 && code <= 104) || (code >= 198 && code <= 207)) << code;
  });
}

TEST(FaultList, PumpCodesAreThoseOfThePumpProfile) {
  each_kind([](const FaultKind& kind) {
    const int code = kind.pump_error;
    EXPECT_TRUE(code == 0 || (code >= 9001 && code <= 9044)) << code;
  });
}

// HL7 v2.6 2.9.2: a receiver rejects for message type, trigger event, processing id and version
// alone.
TEST(FaultList, OnlyTheEnvelopeIsACommitReject) {
  each_kind([](const FaultKind& kind) {
    const bool envelope = kind.hl7_error >= 200 && kind.hl7_error <= 203;
    EXPECT_EQ(kind.refusal == Refusal::commit_reject, envelope);
  });
}

TEST(FaultList, HttpStatusesAreAnswersThatWeGive) {
  const std::vector<int> known = {200, 400, 401, 403, 404, 405, 406, 408, 409,
                                  410, 412, 413, 415, 422, 429, 500, 501, 503};
  each_kind([&](const FaultKind& kind) { EXPECT_TRUE(contains(known, kind.http_status)); });
}

TEST(FaultList, IssueTypesAreThoseOfFhirR4) {
  const std::vector<std::string_view> known = {"invalid",
                                               "structure",
                                               "required",
                                               "value",
                                               "invariant",
                                               "security",
                                               "login",
                                               "unknown",
                                               "expired",
                                               "forbidden",
                                               "suppressed",
                                               "processing",
                                               "not-supported",
                                               "duplicate",
                                               "not-found",
                                               "deleted",
                                               "too-long",
                                               "code-invalid",
                                               "multiple-matches",
                                               "extension",
                                               "conflict",
                                               "business-rule",
                                               "too-costly",
                                               "transient",
                                               "lock-error",
                                               "no-store",
                                               "exception",
                                               "timeout",
                                               "incomplete",
                                               "throttled",
                                               "informational"};
  each_kind([&](const FaultKind& kind) { EXPECT_TRUE(contains(known, kind.issue_type)); });
}

TEST(FaultList, ARejectThatMayBeSentAgainIsAServersFaultInHttp) {
  each_kind([](const FaultKind& kind) {
    if (kind.refusal == Refusal::application_reject) {
      EXPECT_GE(kind.http_status, 500);
    }
  });
}

TEST(Fault, OwnersAndSeveritiesHaveTheirNames) {
  EXPECT_EQ(name_of(Owner::sender), "sender");
  EXPECT_EQ(name_of(Owner::biomed), "biomed");
  EXPECT_EQ(name_of(Owner::operations), "operations");
  EXPECT_EQ(name_of(Severity::error), "E");
  EXPECT_EQ(name_of(Severity::warning), "W");
  EXPECT_EQ(name_of(Severity::information), "I");
}

TEST(Fault, IsAnErrorUnlessSaidOtherwise) {
  const Fault fault{.code = FaultCode::unit_unknown, .place = {}, .detail = {}};
  EXPECT_EQ(fault.severity, Severity::error);
}

TEST(Fault, AnyErrorLooksPastWarnings) {
  const Fault warning{FaultCode::soft_limit_above, {}, {}, Severity::warning};
  const Fault information{FaultCode::order_already_taken, {}, {}, Severity::information};
  const Fault error{FaultCode::hard_limit_above, {}, {}, Severity::error};
  EXPECT_FALSE(any_error({}));
  EXPECT_FALSE(any_error({warning, information}));
  EXPECT_TRUE(any_error({warning, error}));
}

TEST(Fault, BriefNamesCodeAndPlaceAndKeepsTheDetail) {
  EXPECT_EQ(brief({FaultCode::unit_unknown, "RXE[1]-24", "mL/hr"}), "unit_unknown at RXE[1]-24");
  EXPECT_EQ(brief({FaultCode::overloaded, {}, "12 waiting"}), "overloaded");
}

TEST(FaultDeathTest, ACodeOutsideOfTheListStopsTheProcess) {
  EXPECT_DEATH((void)kind_of(static_cast<FaultCode>(all_codes().size())), "invariant broken");
}

}  // namespace
}  // namespace bridge
