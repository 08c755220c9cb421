// SPDX-License-Identifier: Apache-2.0
// Decimal: what is read as a number, what is refused, and that nothing is lost on the way.
#include "base/decimal.h"

#include <gtest/gtest.h>

#include "base/rational.h"

namespace bridge {

void PrintTo(const Decimal& value, std::ostream* out) { *out << value.text(); }

namespace {

Decimal read(std::string_view text) {
  const auto result = Decimal::parse(text);
  EXPECT_TRUE(result) << text;
  return result ? *result : Decimal();
}

struct Good {
  std::string_view sent, text;
  std::int64_t coefficient;
  int scale;
};

const std::vector<Good> good = {
    {"0", "0", 0, 0},
    {"5", "5", 5, 0},
    {"-5", "-5", -5, 0},
    {"+5", "5", 5, 0},    // B62
    {"05", "5", 5, 0},    // B61
    {"5.0", "5", 50, 1},  // B61
    {"-0", "0", 0, 0},
    {"+0.00", "0", 0, 2},
    {"-0.0", "0", 0, 1},
    {"0.5", "0.5", 5, 1},
    {"00.50", "0.5", 50, 2},
    {"-0.05", "-0.05", -5, 2},
    {"100", "100", 100, 0},
    {"100.00", "100", 10000, 2},
    {"12.250", "12.25", 12250, 3},
    {"0.000000000000000001", "0.000000000000000001", 1, 18},
    {"999999999999999999", "999999999999999999", 999'999'999'999'999'999, 0},
    {"-999999999.999999999", "-999999999.999999999", -999'999'999'999'999'999, 9},
    {"0.999999999999999999", "0.999999999999999999", 999'999'999'999'999'999, 18},
    {"00000000000000000000000007", "7", 7, 0},
    {"0000000000000000000000.125", "0.125", 125, 3},
    {"100000000000000000", "100000000000000000", 100'000'000'000'000'000, 0},
};

TEST(Decimal, ReadsWhatIsADecimalNumber) {
  for (const Good& row : good) {
    SCOPED_TRACE(std::string(row.sent));
    const Decimal value = read(row.sent);
    EXPECT_EQ(value.coefficient(), row.coefficient);
    EXPECT_EQ(value.scale(), row.scale);
    EXPECT_EQ(value.text(), row.text);
  }
}

TEST(Decimal, ReadsItsOwnTextAsTheSameValue) {
  for (const Good& row : good) {
    EXPECT_EQ(read(read(row.sent).text()), read(row.sent)) << row.sent;
  }
}

TEST(Decimal, RefusesWhatIsNoDecimalNumber) {
  const std::vector<std::string_view> bad = {
      "",
      "-",
      "+",
      ".",
      "-.",
      "+-5",
      "--5",
      "-+5",
      "++5",
      "5-",
      "5+",  // signs
      "NaN",
      "nan",
      "inf",
      "Infinity",
      "-Infinity",
      "null",  // B56
      "1,000",
      "1,5",
      "1 000",
      "1'000",
      "1_000",
      "1.000,5",
      "1;5",  // B57
      "1e5",
      "1E5",
      "1e400",
      "1.5e-3",
      "5e",
      "0x10",
      "10h",
      "1.#INF",  // B58
      ".5",
      "-.5",
      "+.5",  // B59
      "5.",
      "-5.",
      "0.",  // B60
      " 5",
      "5 ",
      "\t5",
      "5\n",
      "- 5",
      "5. 5",
      " ",
      "5\r",  // blanks
      "1.2.3",
      "1..2",
      "..",
      "1.2.",
      "5/2",
      "5%",
      "5mL",
      "five",
      "<5",
      "1^2",  // other
      "\uFF15",
      "\u0665",
      "1\u0660",
      "\u22125",
      "5\u00A0",
      "\u00BD",
      "5\u066B5",  // B64
      "1.\uFF15",
      "\u2013"
      "5",
      "\uFEFF"
      "5",
  };
  EXPECT_GE(bad.size(), good.size());
  for (const std::string_view text : bad) {
    const auto result = Decimal::parse(text);
    ASSERT_FALSE(result) << '"' << text << '"';
    EXPECT_EQ(result.fault().code, FaultCode::number_malformed) << '"' << text << '"';
    EXPECT_EQ(result.fault().detail, "");
  }
}

TEST(Decimal, TakesTenOfTheBytesAsDigits) {
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    const bool digit = byte >= 0x30 && byte <= 0x39;
    EXPECT_EQ(Decimal::parse(std::string(1, c)).has_value(), digit) << byte;
    EXPECT_EQ(Decimal::parse(std::string("1.2").append(1, c)).has_value(), digit) << byte;
  }
}

TEST(Decimal, RefusesAZeroByteAtAnyPlace) {
  for (const std::string& text : {std::string("\0005", 2), std::string("5\000", 2),
                                  std::string("5.\0001", 4), std::string("\000", 1)}) {
    EXPECT_EQ(Decimal::parse(text).fault().code, FaultCode::number_malformed);
  }
}

TEST(Decimal, RefusesMoreDigitsThanItHolds) {
  const std::vector<std::string> bad = {
      "1000000000000000000",  // B63: 19 digits
      "9999999999999999999",
      "-9223372036854775808",  // would fit 64 bits, and is 19 digits
      "18446744073709551617",  // 2^64 + 1 must not come back as 1
      "0001234567890123456789",  "1234567890.123456789",
      "999999999999999999.0",
      "0.0000000000000000001",  // 19 places
      "0.0000000000000000000",   "5.0000000000000000000",
      std::string(100'000, '9'), "0." + std::string(100'000, '0').append("1"),
  };
  for (const std::string& text : bad) {
    const auto result = Decimal::parse(text);
    ASSERT_FALSE(result) << text.substr(0, 40);
    EXPECT_EQ(result.fault().code, FaultCode::number_too_long) << text.substr(0, 40);
  }
}

TEST(Decimal, CallsALongTextMalformedWhenItIsNoNumber) {
  EXPECT_EQ(Decimal::parse(std::string(30, '9').append("x")).fault().code,
            FaultCode::number_malformed);
  EXPECT_EQ(Decimal::parse("0." + std::string(30, '1').append(",")).fault().code,
            FaultCode::number_malformed);
}

TEST(Decimal, EqualsByValueAndNotByText) {
  EXPECT_EQ(read("1.0"), read("1.00"));
  EXPECT_EQ(read("0"), read("-0.000"));
  EXPECT_NE(read("1.0"), read("1.01"));
  EXPECT_NE(read("1"), read("-1"));
  EXPECT_NE(read("10"), read("1.0"));
}

TEST(Decimal, OrdersByValueUpToItsLimits) {
  const std::vector<std::string_view> ascending = {"-999999999999999999",
                                                   "-999999999999999998",
                                                   "-99999999999999999.9",
                                                   "-10",
                                                   "-9.99",
                                                   "-0.5",
                                                   "-0.000000000000000001",
                                                   "0",
                                                   "0.000000000000000001",
                                                   "0.000000000000000002",
                                                   "0.1",
                                                   "0.100000000000000001",
                                                   "0.999999999999999999",
                                                   "1",
                                                   "1.00000000000000001",
                                                   "9.99",
                                                   "10",
                                                   "99999999999999999.9",
                                                   "999999999999999998",
                                                   "999999999999999999"};
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      EXPECT_EQ(read(ascending[i]) <=> read(ascending[j]), i <=> j)
          << ascending[i] << " against " << ascending[j];
    }
  }
}

TEST(Decimal, KnowsZeroAndNegative) {
  EXPECT_TRUE(Decimal().is_zero());
  EXPECT_TRUE(read("-0.00").is_zero());
  EXPECT_FALSE(read("-0.00").is_negative());
  EXPECT_FALSE(read("0.000000000000000001").is_zero());
  EXPECT_TRUE(read("-0.000000000000000001").is_negative());
  EXPECT_FALSE(read("3").is_negative());
}

TEST(Decimal, BecomesAnEqualRational) {
  EXPECT_EQ(read("0.45359237").exact().text(), "45359237/100000000");
  EXPECT_EQ(read("-2.50").exact(), Rational(-5, 2));
  EXPECT_EQ(read("7").exact(), Rational(7));
  for (const Good& row : good) {
    EXPECT_EQ(read(row.sent).exact().decimal().value(), read(row.sent)) << row.sent;
  }
}

TEST(DecimalDeathTest, StopsWhenItIsMadeOfMoreThanItHolds) {
  EXPECT_DEATH(Decimal(1'000'000'000'000'000'000, 0), "invariant broken");
  EXPECT_DEATH(Decimal(std::numeric_limits<std::int64_t>::min(), 0), "invariant broken");
  EXPECT_DEATH(Decimal(1, 19), "invariant broken");
}

}  // namespace
}  // namespace bridge
