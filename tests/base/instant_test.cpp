// SPDX-License-Identifier: Apache-2.0
// Instant: the calendar at its edges, and texts that are read back as the same point in time.
#include "base/instant.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace bridge {

void PrintTo(const Instant& instant, std::ostream* out) { *out << instant.fhir(); }

namespace {

std::optional<Instant> at(int year, int month, int day, int hour = 0, int minute = 0,
                          int second = 0, int millisecond = 0, std::int16_t offset = 0) {
  return Instant::from_civil(year, month, day, hour, minute, second, millisecond, offset,
                             Precision::second);
}

Instant read(std::string_view text) {
  const auto result = Instant::parse_rfc3339(text);
  EXPECT_TRUE(result) << text;
  return result ? *result : Instant();
}

TEST(Instant, CountsFromTheBeginningOf1970) {
  EXPECT_EQ(Instant().unix_ms(), 0);
  EXPECT_EQ(at(1970, 1, 1)->unix_ms(), 0);
  EXPECT_EQ(at(1969, 12, 31, 23, 59, 59, 999)->unix_ms(), -1);
  EXPECT_EQ(at(2001, 9, 9, 1, 46, 40)->unix_ms(), 1'000'000'000'000);
  EXPECT_EQ(at(2026, 3, 2, 10, 15, 0, 0, 60)->unix_ms(), 1'772'442'900'000);
  EXPECT_EQ(at(1900, 1, 1)->unix_ms(), -2'208'988'800'000);
  EXPECT_EQ(at(1, 1, 1)->unix_ms(), -62'135'596'800'000);
  EXPECT_EQ(at(9999, 12, 31, 23, 59, 59, 999)->unix_ms(), 253'402'300'799'999);
}

TEST(Instant, KnowsTheLeapYears) {
  for (const int year : {1904, 1996, 2000, 2024, 2400}) {
    ASSERT_TRUE(at(year, 2, 29)) << year;
    EXPECT_EQ(at(year, 3, 1)->unix_ms() - at(year, 2, 29)->unix_ms(), 86'400'000) << year;
  }
  for (const int year : {1900, 1999, 2023, 2100, 2200}) {
    EXPECT_FALSE(at(year, 2, 29)) << year;
    EXPECT_EQ(at(year, 3, 1)->unix_ms() - at(year, 2, 28)->unix_ms(), 86'400'000) << year;
  }
}

TEST(Instant, RefusesDatesAndTimesThatDoNotExist) {
  EXPECT_FALSE(at(2024, 2, 30));  // B90
  EXPECT_FALSE(at(2024, 4, 31));
  EXPECT_FALSE(at(2024, 1, 32));
  EXPECT_FALSE(at(2024, 1, 0));
  EXPECT_FALSE(at(2024, 0, 1));
  EXPECT_FALSE(at(2024, 13, 1));
  EXPECT_FALSE(at(2024, -1, 1));
  EXPECT_FALSE(at(2024, 1, -1));
  EXPECT_FALSE(at(2024, 1, 257));  // 1, if the day were kept in eight bits
  EXPECT_FALSE(at(0, 1, 1));
  EXPECT_FALSE(at(-1, 1, 1));
  EXPECT_FALSE(at(10000, 1, 1));
  EXPECT_FALSE(at(2024, 1, 1, 24));
  EXPECT_FALSE(at(2024, 1, 1, 25));
  EXPECT_FALSE(at(2024, 1, 1, -1));
  EXPECT_FALSE(at(2024, 1, 1, 0, 60));
  EXPECT_FALSE(at(2024, 1, 1, 0, -1));
  EXPECT_FALSE(at(2024, 1, 1, 0, 0, 61));
  EXPECT_FALSE(at(2024, 1, 1, 0, 0, -1));
  EXPECT_FALSE(at(2024, 1, 1, 0, 0, 0, 1000));
  EXPECT_FALSE(at(2024, 1, 1, 0, 0, 0, -1));
  EXPECT_FALSE(at(2024, 1, 1, 0, 0, 0, 0, 841));
  EXPECT_FALSE(at(2024, 1, 1, 0, 0, 0, 0, -841));
  EXPECT_FALSE(at(9999, 12, 31, 23, 59, 60));
}

TEST(Instant, TakesSecondSixtyAsTheNextSecond) {
  EXPECT_EQ(*at(2016, 12, 31, 23, 59, 60), *at(2017, 1, 1));  // B93
  EXPECT_EQ(*at(2024, 2, 28, 23, 59, 60), *at(2024, 2, 29));
  EXPECT_EQ(at(2016, 12, 31, 23, 59, 60)->hl7(), "20170101000000+0000");
}

TEST(Instant, OrdersByThePointInTimeAlone) {
  const Instant here = *at(2026, 3, 2, 10, 15, 0, 0, 60);
  const Instant there = *at(2026, 3, 2, 4, 15, 0, 0, -300);
  EXPECT_EQ(here, there);
  EXPECT_EQ(here <=> there, std::strong_ordering::equal);
  EXPECT_NE(here.hl7(), there.hl7());
  EXPECT_LT(here, here.plus_ms(1));
  EXPECT_GT(*at(2026, 3, 2, 10, 15),
            here);  // the later one has the same clock face, without offset
}

TEST(Instant, KeepsOffsetAndPrecisionAsSent) {
  const auto day = Instant::from_civil(2026, 3, 2, 0, 0, 0, 0, -570, Precision::day);
  ASSERT_TRUE(day);
  EXPECT_EQ(day->precision(), Precision::day);
  EXPECT_EQ(day->offset_minutes(), -570);
  EXPECT_EQ(day->plus_ms(1500).precision(), Precision::day);
  EXPECT_EQ(day->plus_ms(1500).offset_minutes(), -570);
  EXPECT_EQ(Instant::from_unix_ms(5, 90).offset_minutes(), 90);
  EXPECT_EQ(Instant::from_unix_ms(5).precision(), Precision::millisecond);
}

TEST(Instant, IsWrittenForEachWire) {
  struct Row {
    Instant instant;
    const char *hl7, *fhir, *utc;
  };
  const std::vector<Row> rows = {
      {*at(2026, 3, 2, 10, 15, 0, 0, 60), "20260302101500+0100", "2026-03-02T10:15:00+01:00",
       "2026-03-02T09:15:00.000Z"},
      {*at(2026, 3, 2, 10, 15, 7, 45, 60), "20260302101507.045+0100",
       "2026-03-02T10:15:07.045+01:00", "2026-03-02T09:15:07.045Z"},
      {*at(2026, 1, 1, 0, 30, 0, 0, 345), "20260101003000+0545", "2026-01-01T00:30:00+05:45",
       "2025-12-31T18:45:00.000Z"},
      {*at(2025, 12, 31, 20, 0, 0, 0, -570), "20251231200000-0930", "2025-12-31T20:00:00-09:30",
       "2026-01-01T05:30:00.000Z"},
      {*at(2026, 3, 2, 10, 15, 0, 0, -30), "20260302101500-0030", "2026-03-02T10:15:00-00:30",
       "2026-03-02T10:45:00.000Z"},
      {Instant(), "19700101000000+0000", "1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z"},
      {Instant::from_unix_ms(-1), "19691231235959.999+0000", "1969-12-31T23:59:59.999Z",
       "1969-12-31T23:59:59.999Z"},
      {*at(45, 6, 7, 8, 9, 10), "00450607080910+0000", "0045-06-07T08:09:10Z",
       "0045-06-07T08:09:10.000Z"},
      // "No end" as some systems send it: in UTC the year would have five digits.
      {*at(9999, 12, 31, 23, 59, 59, 0, -300), "99991231235959-0500", "9999-12-31T23:59:59-05:00",
       "9999-12-31T23:59:59.000-05:00"},
      {*at(1, 1, 1, 0, 0, 0, 0, 60), "00010101000000+0100", "0001-01-01T00:00:00+01:00",
       "0001-01-01T00:00:00.000+01:00"},
      {Instant::from_unix_ms(253'402'300'799'000, 60), "99991231235959+0000",
       "9999-12-31T23:59:59Z", "9999-12-31T23:59:59.000Z"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(row.instant.hl7(), row.hl7);
    EXPECT_EQ(row.instant.fhir(), row.fhir);
    EXPECT_EQ(row.instant.utc(), row.utc);
    EXPECT_EQ(read(row.fhir), row.instant) << row.fhir;
    EXPECT_EQ(read(row.utc), row.instant) << row.utc;
  }
}

TEST(Instant, ReadsTheTextsThatItWrites) {
  const Instant instant = read("2026-03-02T10:15:00+01:00");
  EXPECT_EQ(instant.unix_ms(), 1'772'442'900'000);
  EXPECT_EQ(instant.offset_minutes(), 60);
  EXPECT_EQ(instant.precision(), Precision::second);
  EXPECT_EQ(read("2026-03-02T09:15:00.000Z").precision(), Precision::millisecond);
  EXPECT_EQ(read("2026-03-02T09:15:00.5Z").unix_ms(), 1'772'442'900'500);
  EXPECT_EQ(read("2026-03-02T09:15:00.04Z").unix_ms(), 1'772'442'900'040);
  EXPECT_EQ(read("2026-03-02T09:15:00.123456789Z").unix_ms(), 1'772'442'900'123);
  EXPECT_EQ(read("2026-03-02T09:15:00-00:00"), instant);
  EXPECT_EQ(read("2016-12-31T23:59:60Z"), *at(2017, 1, 1));
  EXPECT_EQ(read("2026-03-02T23:15:00+14:00"), instant);
}

TEST(Instant, RefusesTextsOfAnyOtherForm) {
  const std::vector<std::string_view> bad = {"",
                                             "garbage",
                                             "2026",
                                             "2026-03",
                                             "2026-03-02",
                                             "2026-03-02T10:15",
                                             "2026-03-02T10:15Z",
                                             "2026-03-02T10:15:00",
                                             "2026-03-02 10:15:00Z",
                                             "2026-03-02t10:15:00Z",
                                             "2026-03-02T10:15:00z",
                                             "2026-03-02T10:15:00.Z",
                                             "2026-03-02T10:15:00.1234567890Z",
                                             "2026-03-02T10:15:00,5Z",
                                             "2026-03-02T10:15:00+0100",
                                             "2026-03-02T10:15:00+01",
                                             "2026-03-02T10:15:00+1:00",
                                             "2026-03-02T10:15:00+01:60",
                                             "2026-03-02T10:15:00+14:01",
                                             "2026-03-02T10:15:00-99:59",
                                             "2026-03-02T10:15:00Z ",
                                             " 2026-03-02T10:15:00Z",
                                             "2026-03-02T10:15:00ZZ",
                                             "2026-03-02T10:15:00+01:00Z",
                                             "2026-02-30T10:15:00Z",
                                             "2023-02-29T10:15:00Z",
                                             "2026-03-02T24:00:00Z",
                                             "2026-03-02T10:60:00Z",
                                             "2026-03-02T10:15:61Z",
                                             "0000-01-01T00:00:00Z",
                                             "2026-00-01T00:00:00Z",
                                             "2026-13-01T00:00:00Z",
                                             "+2026-03-02T10:15:00Z",
                                             "-026-03-02T10:15:00Z",
                                             "2026-3-2T10:15:00Z",
                                             "2026-03-02T10:15:0Z",
                                             "20260302T101500Z",
                                             "20260302101500+0100",
                                             "2026-03-02T10:15:00\xE2\x88\x92"
                                             "01:00",
                                             "2026-03-02T1\xEF\xBC\x90:15:00Z",
                                             "12026-03-02T10:15:00Z",
                                             "2026-03-02T10:15:-1Z",
                                             "2026-03-02T10:15:00.-1Z",
                                             "2026-03-02T10:15:00.5"};
  for (const std::string_view text : bad) {
    const auto result = Instant::parse_rfc3339(text);
    ASSERT_FALSE(result) << '"' << text << '"';
    EXPECT_EQ(result.fault().code, FaultCode::timestamp_malformed);
    EXPECT_EQ(result.fault().detail, "");
  }
}

TEST(Instant, RefusesEveryTextThatIsCutShort) {
  const std::string whole = "2026-03-02T10:15:00.125+01:00";
  ASSERT_TRUE(Instant::parse_rfc3339(whole));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_FALSE(Instant::parse_rfc3339(whole.substr(0, length))) << length;
  }
}

TEST(Instant, AddsAndStopsAtTheEndsOfTheCalendar) {
  EXPECT_EQ(at(2024, 2, 28, 23, 0)->plus_ms(3'600'000), *at(2024, 2, 29));
  EXPECT_EQ(at(2024, 3, 1)->plus_ms(-1), *at(2024, 2, 29, 23, 59, 59, 999));
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  for (const std::int64_t start : {std::int64_t{0}, std::int64_t{5}, std::int64_t{-5}}) {
    EXPECT_EQ(Instant::from_unix_ms(start).plus_ms(most).utc(), "9999-12-31T23:59:59.999Z");
    EXPECT_EQ(Instant::from_unix_ms(start).plus_ms(least).utc(), "0001-01-01T00:00:00.000Z");
  }
  EXPECT_EQ(Instant::from_unix_ms(most).utc(), "9999-12-31T23:59:59.999Z");
  EXPECT_EQ(Instant::from_unix_ms(least).utc(), "0001-01-01T00:00:00.000Z");
  EXPECT_EQ(Instant::from_unix_ms(0, 32767).offset_minutes(), 840);
}

TEST(Instant, EveryDayOfFourCenturiesFollowsTheOneBefore) {
  std::int64_t expected = at(1800, 1, 1)->unix_ms();
  for (int year = 1800; year < 2200; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= 31; ++day) {
        const auto instant = at(year, month, day);
        if (!instant) continue;
        ASSERT_EQ(instant->unix_ms(), expected) << year << '-' << month << '-' << day;
        expected += 86'400'000;
      }
    }
  }
  EXPECT_EQ(expected, at(2200, 1, 1)->unix_ms());
  EXPECT_EQ((expected - at(1800, 1, 1)->unix_ms()) / 86'400'000, 146'097);
}

TEST(Instant, EveryTextIsReadBackAsTheSameInstant) {
  std::mt19937_64 random(20260302);
  for (int i = 0; i < 20'000; ++i) {
    const auto ms = static_cast<std::int64_t>(random() % 315'537'897'600'000) - 62'135'596'800'000;
    const auto offset = static_cast<std::int16_t>(static_cast<int>(random() % 1681) - 840);
    const auto instant = Instant::from_unix_ms(random() % 2 == 0 ? ms : ms / 1000 * 1000, offset);
    ASSERT_EQ(read(instant.utc()), instant);
    ASSERT_EQ(read(instant.fhir()), instant);
    ASSERT_EQ(read(instant.fhir()).fhir(), instant.fhir());
    // The HL7 text is the FHIR text without its separators.
    std::string plain;
    std::string fhir = instant.fhir();
    if (fhir.ends_with('Z')) fhir.replace(fhir.size() - 1, 1, "+00:00");
    for (std::size_t j = 0; j < fhir.size(); ++j) {
      const bool sign = j >= 19;
      if (fhir[j] != ':' && fhir[j] != 'T' && (fhir[j] != '-' || sign)) plain.push_back(fhir[j]);
    }
    ASSERT_EQ(instant.hl7(), plain);
  }
}

}  // namespace
}  // namespace bridge
