// SPDX-License-Identifier: Apache-2.0
// One line of a rule table: an order in words, and what the checks say of it.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "decide/example_library.h"
#include "decide/order_checks.h"

namespace bridge::decide::test {

// "icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL". The unit of a number says which
// quantity it is; "A / B" is strength in strength volume; an hour or minute is the duration. The
// other words are listed in check_case.cpp. Holds everything that a CheckContext points to.
struct Case {
  InfusionOrder order;
  ProgramRequest request;
  Pump pump = bedside_pump();
  BodyWeight known_weight;
  CheckContext context;

  explicit Case(std::string_view text);
  Case(const Case&) = delete;
  Case& operator=(const Case&) = delete;
  CheckOutcome outcome(Account account = Account::none) const {
    return check_order(order, context, account);
  }
};

// "W:soft_limit_above held shows 67.5 mL/h": the findings in their order, warnings with "W:", then
// the rate of the program if there is one, or "programs" when it has none.
std::string rendered(const CheckOutcome& outcome);

// Each line: "text -> rendered". A line "order: text" sets what the lines that begin with + add to;
// what is said later replaces what was said before. Blank lines and those with # are skipped.
void expect_table(std::string_view table);

}  // namespace bridge::decide::test
