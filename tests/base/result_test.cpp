// SPDX-License-Identifier: Apache-2.0
// Result and BRIDGE_TRY: a value or a fault, never neither and never both.
#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <type_traits>

namespace bridge {
namespace {

Fault fault_at(std::string place) {
  return Fault{.code = FaultCode::field_missing, .place = std::move(place), .detail = {}};
}

Result<int> half_of(int number) {
  if (number % 2 != 0) return fault_at("number");
  return number / 2;
}

Result<int> quarter_of(int number, int& halves_taken) {
  BRIDGE_TRY(const int half, half_of(number));
  ++halves_taken;
  BRIDGE_TRY(const int quarter, half_of(half));
  ++halves_taken;
  return quarter;
}

Result<Done> check_even(int number) {
  BRIDGE_TRY([[maybe_unused]] const int half, half_of(number));
  return Done{};
}

Result<std::unique_ptr<int>> boxed(int number) {
  if (number < 0) return fault_at("box");
  return std::make_unique<int>(number);
}

Result<int> unboxed(int number) {
  BRIDGE_TRY(const auto box, boxed(number));
  return *box;
}

TEST(Result, HoldsTheValueItWasGiven) {
  const Result<int> result = 7;
  ASSERT_TRUE(result.has_value());
  EXPECT_TRUE(static_cast<bool>(result));
  EXPECT_EQ(*result, 7);
  EXPECT_EQ(result.value(), 7);
}

TEST(Result, HoldsTheFaultItWasGiven) {
  const Result<int> result = fault_at("PID-3");
  ASSERT_FALSE(result.has_value());
  EXPECT_FALSE(static_cast<bool>(result));
  EXPECT_EQ(result.fault(), fault_at("PID-3"));
}

TEST(Result, ReachesMembersThroughTheArrow) {
  Result<std::string> result = std::string("ab");
  result->push_back('c');
  EXPECT_EQ(*result, "abc");
  EXPECT_EQ(result->size(), 3U);
}

TEST(Result, HasNoDefaultThatCouldMeanSuccess) {
  EXPECT_FALSE(std::is_default_constructible_v<Result<int>>);
  EXPECT_FALSE(std::is_default_constructible_v<Result<Done>>);
}

TEST(Result, TryGoesOnWithTheValue) {
  int halves_taken = 0;
  const Result<int> result = quarter_of(12, halves_taken);
  ASSERT_TRUE(result);
  EXPECT_EQ(*result, 3);
  EXPECT_EQ(halves_taken, 2);
}

TEST(Result, TryReturnsTheFaultAtOnce) {
  int halves_taken = 0;
  EXPECT_EQ(quarter_of(7, halves_taken).fault(), fault_at("number"));
  EXPECT_EQ(halves_taken, 0);
  EXPECT_EQ(quarter_of(6, halves_taken).fault(), fault_at("number"));
  EXPECT_EQ(halves_taken, 1);
}

TEST(Result, TryCarriesAFaultIntoAResultOfAnotherType) {
  EXPECT_EQ(*check_even(4), Done{});
  EXPECT_EQ(check_even(5).fault(), fault_at("number"));
}

TEST(Result, TryMovesWhatCannotBeCopied) {
  EXPECT_EQ(*unboxed(5), 5);
  EXPECT_EQ(unboxed(-1).fault(), fault_at("box"));
}

TEST(ResultDeathTest, TakingTheValueOfAFaultStopsTheProcess) {
  EXPECT_DEATH((void)half_of(3).value(), "invariant broken");
  const Result<int> result = fault_at("x");
  EXPECT_DEATH((void)*result, "invariant broken");
}

TEST(ResultDeathTest, TakingTheFaultOfAValueStopsTheProcess) {
  EXPECT_DEATH((void)half_of(4).fault(), "invariant broken");
}

}  // namespace
}  // namespace bridge
