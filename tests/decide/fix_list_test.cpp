// SPDX-License-Identifier: Apache-2.0
#include "decide/fix_list.h"

#include <gtest/gtest.h>

#include "decide/check_case.h"
#include "decide/scene.h"

namespace bridge::decide::test {
namespace {

using library::DrugLibrary;

TriedOrder tried(std::string name, std::string_view text) {
  const Case one(text);
  return {std::move(name), one.order, {}, one.context.now};
}

// Every fix as "orders x code drug@area", ! where it stops; then each tally.
std::string told(const FixList& list) {
  std::string text;
  for (const Fix& fix : list.fixes) {
    text += std::to_string(fix.orders.size()) + "x " + std::string(kind_of(fix.code).name) + ' ' +
            fix.drug + '@' + fix.care_area + (fix.stops ? "!" : "") + "; ";
  }
  for (const Tally& tally : list.tallies) {
    text += std::to_string(tally.orders) + '=' + std::to_string(tally.would_program) + '+' +
            std::to_string(tally.held) + '+' + std::to_string(tally.refused) + " on " +
            std::to_string(tally.pumps) + "; ";
  }
  return text;
}

FixList run(const std::vector<TriedOrder>& orders, std::vector<TriedLibrary> libraries = {}) {
  if (libraries.empty()) libraries.push_back({&example_library(), {}});
  return would_program(orders, libraries, two_pumps(), Policy{});
}

// The maximum of the example library is 50 ug/kg/min, the soft one 20.
constexpr std::string_view tenfold = "icu dopamine | 60 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL";

TEST(FixList, counts_what_would_program_and_names_nothing_else) {
  EXPECT_EQ(told(run({tried("a", dopamine), tried("b", dopamine)})), "2=2+0+0 on 2; ");
}

TEST(FixList, ranks_what_stops_most_orders_first_and_what_holds_them_last) {
  const auto list =
      run({tried("soft", dopamine_above_soft), tried("soft 2", dopamine_above_soft),
           tried("soft 3", dopamine_above_soft), tried("one", tenfold),
           tried("bag", "icu dopamine | 5 ug/kg/min, 80 kg, 410 mg / 250 mL, 250 mL"),
           tried("bag 2", "icu dopamine | 5 ug/kg/min, 80 kg, 410 mg / 250 mL, 250 mL")});
  EXPECT_EQ(told(list),
            "2x concentration_not_library dopamine@icu!; 1x hard_limit_above dopamine@icu!; "
            "3x soft_limit_above dopamine@icu; 6=0+3+3 on 2; ");
}

// What holds is what the check says holds, whatever it is called: an allergy, a recipe.
#define DOXORUBICIN                                                                              \
  "ward doxorubicin | 75 mg/m2, 1.8 m2, 180 cm, 67.5 mL, 100 mg / 50 mL, 5 min, ordered by D1, " \
  "verified by R1"
TEST(FixList, tells_every_hold_and_not_only_those_of_limits) {
  EXPECT_EQ(told(run({tried("a", DOXORUBICIN ", allergy anthracyclines")})),
            "1x allergy_known doxorubicin@ward; 1=0+1+0 on 2; ");
  EXPECT_EQ(told(run({tried("b",
                            "ward saline | 125 mL/h, 1000 mL, base 1000 mL, additive of "
                            "vitamins 20 mg")})),
            "1x drug_unknown saline@ward; 1=0+1+0 on 2; ");
  // A warning that holds nothing is nobody's task, and an order that stops is not held too.
  EXPECT_EQ(told(run({tried("c", DOXORUBICIN)})), "1=1+0+0 on 2; ");
  EXPECT_EQ(told(run({tried("d", DOXORUBICIN ", allergy anthracyclines, code unheard")})),
            "1x drug_unknown unheard@ward!; 1=0+0+1 on 2; ");
}
#undef DOXORUBICIN

TEST(FixList, names_the_orders_and_shows_the_first_ones_numbers) {
  const auto list = run({tried("one.hl7", tenfold), tried("two.hl7", tenfold)});
  ASSERT_EQ(list.fixes.size(), 1U);
  EXPECT_EQ(list.fixes[0].orders, (std::vector<std::string>{"one.hl7", "two.hl7"}));
  EXPECT_NE(list.fixes[0].detail.find("60 "), std::string::npos) << list.fixes[0].detail;
}

TEST(FixList, an_order_with_one_fault_twice_is_one_order) {
  TriedOrder order = tried("a", dopamine);
  order.faults = {Fault{FaultCode::number_malformed, "RXE[1]-23", {}},
                  Fault{FaultCode::number_malformed, "RXE[1]-25", {}}};
  EXPECT_EQ(told(run({order})), "1x number_malformed dopamine@icu!; 1=0+0+1 on 2; ");
}

TEST(FixList, what_could_not_be_read_is_not_called_missing) {
  TriedOrder order = tried("a", "icu dopamine | 80 kg, 400 mg / 250 mL, 250 mL");
  order.faults = {Fault{FaultCode::number_malformed, "RXE[1]-23", {}}};
  EXPECT_EQ(told(run({order})), "1x number_malformed dopamine@icu!; 1=0+0+1 on 2; ");
}

TEST(FixList, two_libraries_on_one_fleet_are_told_apart) {
  DrugLibrary::Parts parts = example_parts();
  parts.version = "2";
  for (library::Setup& setup : parts.setups) {
    if (setup.drug != "dopamine") continue;
    for (library::Limit& limit : setup.limits) limit.hard_max = number("100");
  }
  const DrugLibrary next(std::move(parts));
  const auto list =
      run({tried("a", tenfold)}, {{&example_library(), {"PUMP1"}}, {&next, {"PUMP2"}}});
  // 60 is above 50 in the old one; in the new one it is only above the soft maximum of 20.
  EXPECT_EQ(told(list),
            "1x hard_limit_above dopamine@icu!; 1x soft_limit_above dopamine@icu; "
            "1=0+0+1 on 1; 1=0+1+0 on 1; ");
  EXPECT_EQ(list.fixes[0].library, example_library().label());
  EXPECT_EQ(list.fixes[1].library, next.label());
}

TEST(FixList, a_draft_is_tried_as_if_it_were_released) {
  DrugLibrary::Parts parts = example_parts();
  parts.status = library::Status::draft;
  parts.effective_from = Instant::from_unix_ms(4'000'000'000'000);
  const DrugLibrary draft(std::move(parts));
  EXPECT_EQ(told(run({tried("a", dopamine)}, {{&draft, {}}})), "1=1+0+0 on 2; ");
}

TEST(FixList, an_order_of_a_care_area_whose_pumps_hold_another_library_is_told) {
  const auto list = run({tried("a", dopamine)}, {{&example_library(), {"NOBODY"}}});
  EXPECT_EQ(told(list), "1x pump_unknown dopamine@icu!; 1=0+0+1 on 0; ");
}

TEST(FixList, a_location_that_no_care_area_claims_is_named_as_it_was_sent) {
  TriedOrder order = tried("a", dopamine);
  order.order.patient.location.point_of_care = "ROOF";
  const auto list = run({order});
  ASSERT_FALSE(list.fixes.empty());
  EXPECT_EQ(list.fixes[0].care_area, "ROOF");
}

TEST(FixList, nothing_that_follows_from_a_fault_of_reading_is_told) {
  const auto unread = [](std::string_view text, FaultCode code) {
    TriedOrder order = tried("a", text);
    order.faults = {Fault{code, "RXE[1]-23", {}}};
    return told(run({order}));
  };
  const std::string alone = "1x number_malformed dopamine@icu!; 1=0+0+1 on 2; ";
  for (const char* rest : {"5 ug/kg/min, 80 kg, 400 mg / 250 mL", "5 ug/kg/min, 80 kg, 250 mL",
                           "5 ug/kg/min, 400 mg "
                           "/ 250 mL, 250 mL",
                           "5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL, no route"}) {
    EXPECT_EQ(unread(std::string("icu dopamine | ") + rest, FaultCode::number_malformed), alone)
        << rest;
  }
  EXPECT_EQ(unread("icu dopamine | 5 ug/kg/min, no code, 80 kg, 400 mg / 250 mL, 250 mL",
                   FaultCode::number_malformed),
            "1x number_malformed @icu!; 1=0+0+1 on 2; ");
  for (const char* body : {"170 cm, ", ""}) {
    EXPECT_EQ(unread("ward fluorouracil | 2000 mg/m2, " + std::string(body) +
                         "4500 mg / 230 mL, 230 mL, 46 h",
                     FaultCode::number_malformed),
              "1x number_malformed fluorouracil@ward!; 1=0+0+1 on 2; ");
  }
  // What does not follow from it is told as well.
  EXPECT_EQ(unread("icu dopamine | 60 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL",
                   FaultCode::number_malformed),
            "1x number_malformed dopamine@icu!; 1x hard_limit_above dopamine@icu!; "
            "1=0+0+1 on 2; ");
}

// Three kinds of pump: of the order's care area, of another, and dedicated to a route; each is
// asked once, and the one with the fewest faults speaks.
TEST(FixList, of_several_pumps_the_nearest_one_speaks) {
  const auto pumps = library::PumpRegistry::load(
      "model,kind,min_rate_ml_h,max_rate_ml_h,max_volume_ml,resolution,supports,note\n"
      "small,IVP,0.1,10,100,0.1,,\n"
      "large,IVP,0.1,999,3000,0.1,,\n",
      "id,maker_name,maker_id,maker_id_type,gateway,model,care_area,dedicated_to,note\n"
      "W1,MAKER,,,g,large,ward,,\n"
      "I1,MAKER,,,g,small,icu,,\n"
      "I2,MAKER,,,g,small,icu,,\n"
      "I3,MAKER,,,g,small,icu,epidural,\n"
      "I4,MAKER,,,g,small,,,\n"
      "I5,MAKER,,,g,large,icu,,\n");
  ASSERT_TRUE(pumps);
  const auto with = [&](std::set<std::string> holding, std::string_view text) {
    const std::vector<TriedOrder> orders = {tried("a", text)};
    const std::vector<TriedLibrary> libraries = {{&example_library(), std::move(holding)}};
    return told(would_program(orders, libraries, *pumps, Policy{}));
  };
  // 15 mL/h of 250 mL: too fast and too much for the small one, and wrong for an epidural.
  EXPECT_EQ(with({}, dopamine), "1=1+0+0 on 6; ");
  EXPECT_EQ(with({"I1", "I2"}, dopamine), "1x pump_maximum dopamine@icu!; 1=0+0+1 on 2; ");
  EXPECT_EQ(with({"I1", "I3"}, dopamine), "1x pump_maximum dopamine@icu!; 1=0+0+1 on 2; ");
  EXPECT_EQ(with({"I3", "I4"}, dopamine), "1x pump_maximum dopamine@icu!; 1=0+0+1 on 2; ");
  EXPECT_EQ(with({"W1"}, dopamine), "1x pump_unknown dopamine@icu!; 1=0+0+1 on 1; ");
  EXPECT_EQ(with({"W1"}, "icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL, at ROOF")
                .substr(0, 40),
            "1x care_area_mismatch dopamine@ROOF!; 1=");
}

}  // namespace
}  // namespace bridge::decide::test
