// SPDX-License-Identifier: Apache-2.0
// What a setup permits beyond one rate: ramp and taper, titration, single steps; and which setups
// one order could be meant for.
#include "library/load_setup.h"

#include "library/compare.h"
#include "library/library_text.h"

namespace bridge::library {
namespace {

constexpr std::string_view parts =
    R"({"minutes": 60, "percent": 25}, {"minutes": "rest", "percent": 100}, )"
    R"({"minutes": 30.5, "percent": 50})";
constexpr std::string_view plan = R"("steps": {"max_steps": 4, "max_step_factor": 4}, )";

// The fluid of the small library with this plan and these parts.
std::string file(std::string_view steps, std::string_view of_taper) {
  const std::string fluid = R"("mode": "fluid",)";
  return with(small_library, fluid,
              fluid + std::string(steps) + R"("taper": {"parts": [)" + std::string(of_taper) +
                  R"(], "source": "minute 7", "rationale": "sugar"},)");
}

TEST(TaperSchedule, is_read_in_its_order) {
  const auto loaded = load("small.json", file(plan, parts));
  ASSERT_TRUE(loaded) << rendered(loaded.fault());
  const auto& taper = loaded->parts().setups[2].taper;
  ASSERT_TRUE(taper);
  ASSERT_EQ(taper->parts.size(), 3U);
  EXPECT_EQ(taper->parts[0].minutes->text(), "60");
  EXPECT_EQ(taper->parts[0].percent.text(), "25");
  EXPECT_FALSE(taper->parts[1].minutes);
  EXPECT_EQ(taper->parts[2].minutes->text(), "30.5");
  EXPECT_EQ(taper->source, "minute 7");
  EXPECT_EQ(taper->rationale, "sugar");
}

struct BadTaper {
  const char* name;
  std::string_view plan;
  const char* parts;
  const char* place;  // behind "setups[2].taper"
  const char* detail;
};

const BadTaper bad[] = {
    {"no rest", plan, R"({"minutes": 60, "percent": 25}, {"minutes": 60, "percent": 50})", ".parts",
     "none of them is the rest"},
    {"two rests", plan,
     R"({"minutes": "rest", "percent": 100}, {"minutes": "rest", "percent": 100})", ".parts",
     "the rest is there twice"},
    {"percent 0", plan, R"({"minutes": 60, "percent": 0}, {"minutes": "rest", "percent": 100})",
     ".parts[0].percent", "must be 1 to 100"},
    {"percent 101", plan, R"({"minutes": 60, "percent": 101}, {"minutes": "rest", "percent": 100})",
     ".parts[0].percent", "must be 1 to 100"},
    {"percent below 1", plan,
     R"({"minutes": 60, "percent": 0.99}, {"minutes": "rest", "percent": 100})",
     ".parts[0].percent", "must be 1 to 100"},
    {"no percent", plan, R"({"minutes": 60}, {"minutes": "rest", "percent": 100})",
     ".parts[0].percent", "missing"},
    {"no minutes", plan, R"({"percent": 50}, {"minutes": "rest", "percent": 100})",
     ".parts[0].minutes", "missing"},
    {"minutes of zero", plan,
     R"({"minutes": 0, "percent": 50}, {"minutes": "rest", "percent": 100})", ".parts[0].minutes",
     "must be above zero"},
    {"minutes in words", plan,
     R"({"minutes": "sixty", "percent": 50}, {"minutes": "rest", "percent": 100})",
     ".parts[0].minutes", "must be a number above 0, or \"rest\""},
    {"a rest below the plateau", plan,
     R"({"minutes": 60, "percent": 50}, {"minutes": "rest", "percent": 75})", ".parts[1].percent",
     "the rest runs at the plateau's rate: 100"},
    {"a plateau alone", plan, R"({"minutes": "rest", "percent": 100})", ".parts",
     "a plateau alone is no ramp and no taper"},
    {"an unknown name", plan,
     R"({"minutes": 60, "percent": 50, "until": 1}, {"minutes": "rest", "percent": 100})",
     ".parts[0].until", "unknown name"},
    {"no plan", "", R"({"minutes": 60, "percent": 50}, {"minutes": "rest", "percent": 100})", "",
     "needs a plan of steps"},
    {"more than max_steps", R"("steps": {"max_steps": 2}, )",
     R"({"minutes": 9, "percent": 50}, {"minutes": "rest", "percent": 100}, )"
     R"({"minutes": 9, "percent": 50})",
     ".parts", "are more than the plan's max_steps, 2"},
    {"a plan that lets nothing rise", R"("steps": {"max_steps": 4, "may_increase": false}, )",
     R"({"minutes": 60, "percent": 50}, {"minutes": "rest", "percent": 100})", ".parts",
     "the plan lets no step be faster than the one before"},
    {"a rise beyond the factor", R"("steps": {"max_steps": 4, "max_step_factor": 2}, )",
     R"({"minutes": 60, "percent": 49}, {"minutes": "rest", "percent": 100})", ".parts",
     "rise by more than the plan's max_step_factor, 2"},
};

TEST(TaperSchedule, is_refused_with_its_place_when_it_is_wrong) {
  for (const BadTaper& one : bad) {
    SCOPED_TRACE(one.name);
    const std::string faults = faults_of(file(one.plan, one.parts));
    const std::string wanted =
        std::string(", setups[2].taper").append(one.place).append(": ").append(one.detail) + "\n";
    EXPECT_TRUE(faults.ends_with(wanted)) << faults;
    EXPECT_EQ(faults.find('\n'), faults.size() - 1) << faults;
  }
}

TEST(TaperSchedule, names_its_source_and_its_reason) {
  for (const char* word : {R"("source": "minute 7", )", R"(, "rationale": "sugar")"}) {
    EXPECT_NE(faults_of(with(file(plan, parts), word, "")), "") << word;
  }
}

// What is signed tells a changed schedule, and so does the comparison of two releases.
TEST(TaperSchedule, is_part_of_the_hash_and_of_the_comparison) {
  const auto before = load_with_form("small.json", file(plan, parts));
  const auto after =
      load_with_form("small.json", with(file(plan, parts), R"("percent": 25)", R"("percent": 26)"));
  ASSERT_TRUE(before && after);
  EXPECT_NE(before->library.parts().content_hash, after->library.parts().content_hash);
  std::size_t told = 0;
  const Comparison comparison = compare(*before, *after);
  for (const Difference& one : comparison.differences) {
    if (one.what != "taper") continue;
    ++told;
    EXPECT_NE(one.before.find("25"), std::string::npos);
    EXPECT_NE(one.after.find("26"), std::string::npos);
  }
  EXPECT_EQ(told, 1U);
}

// The continuous setup of the small library, in ug/kg/min, with this before its concentrations.
std::string continuous(std::string_view members) {
  constexpr std::string_view unit = R"("dosing_unit": "ug/kg/min",)";
  return with(small_library, unit, std::string(unit) + std::string(members) + ",");
}

TEST(TitrationRule, is_read_with_what_it_says) {
  const auto rule = [](std::string_view members) {
    const auto loaded = load("small.json", continuous(members));
    EXPECT_TRUE(loaded) << rendered(loaded.fault());
    return loaded ? loaded->parts().setups[0].titration.value_or(TitrationRule()) : TitrationRule();
  };
  const TitrationRule full = rule(R"("titration": {"max_increment": {"value": 2, "unit": )"
                                  R"("ug/kg/min"}, "min_interval": {"value": 5, "unit": "min"}})");
  EXPECT_EQ(full.max_increment->ucum_text(), "2 ug/kg/min");
  EXPECT_EQ(full.min_interval->ucum_text(), "5 min");
  EXPECT_TRUE(full.order_must_state_bounds);
  const TitrationRule free = rule(R"("titration": {"order_must_state_bounds": false})");
  EXPECT_FALSE(free.max_increment || free.min_interval || free.order_must_state_bounds);
}

TEST(TitrationRule, is_refused_where_it_means_nothing) {
  EXPECT_EQ(told(continuous(R"("titration": {"max_increment": {"value": 2, "unit": "mg/h"}})")),
            "setups[0].titration.max_increment: cannot be compared with the dosing unit ug/kg/min");
  EXPECT_EQ(
      told(continuous(R"("titration": {"max_increment": {"value": 0, "unit": "ug/kg/min"}})")),
      "setups[0].titration.max_increment.value: must be above zero");
  EXPECT_EQ(told(continuous(R"("titration": {"min_interval": {"value": 5, "unit": "mL"}})")),
            "setups[0].titration.min_interval.unit: mL is not a unit of duration");
  EXPECT_EQ(told(with(small_library, R"("dosing_unit": "mg",)",
                      R"("dosing_unit": "mg", "titration": {},)")),
            "setups[1].titration: only a continuous infusion is titrated");
  EXPECT_EQ(told(with(small_library, R"("fluid",)", R"("fluid", "titration": {},)")),
            "setups[2].titration: only a continuous infusion is titrated");
  // What is wrong with mode or unit is told there alone.
  EXPECT_EQ(told(with(small_library, R"("fluid",)", R"("drip", "titration": {},)")),
            "setups[2].mode: must be one of continuous intermittent fluid pca");
  EXPECT_EQ(told(with(continuous(R"("titration": {"max_increment": {"value": 2, "unit": "mg/h"}})"),
                      R"("dosing_unit": "ug/kg/min")", R"("dosing_unit": "ug")")),
            "setups[0].dosing_unit: ug is not a unit of dose rate");
}

TEST(SingleStepFactor, is_more_than_one) {
  EXPECT_EQ(told(continuous(R"("single_step_factor": 1.5)")), "loaded");
  EXPECT_EQ(told(continuous(R"("single_step_factor": 1)")),
            "setups[0].single_step_factor: must be above 1");
  EXPECT_EQ(told(continuous(R"("single_step_factor": 0)")),
            "setups[0].single_step_factor: must be above zero");
  EXPECT_EQ(told(continuous(R"("single_step_factor": "2")")),
            "setups[0].single_step_factor: must be a number");
}

TEST(Setup, a_drug_may_be_dosed_by_the_volume_of_what_it_stands_in) {
  std::string text =
      with(small_library, R"("dosing_unit": "ug/kg/min")", R"("dosing_unit": "mL/kg/h")");
  text = with(text, R"("quantity": "dose_rate", "unit": "ug/kg/min")",
              R"("quantity": "dose_rate", "unit": "mL/kg/h")");
  EXPECT_EQ(told(text), "loaded");
}

TEST(Setup, lists_are_lists) {
  EXPECT_EQ(told(with(small_library, R"([
        {"amount": {"value": 200, "unit": "mg"}, "volume": {"value": 50, "unit": "mL"}}
      ])",
                      "{}")),
            "setups[1].concentrations: must be an array");
  EXPECT_EQ(told(with(small_library, R"("mode": "fluid",)",
                      R"("mode": "fluid", "steps": {"max_steps": 4}, )"
                      R"("taper": {"source": "x", "rationale": "y"},)")),
            "setups[2].taper.parts: missing");
}

TEST(Setup, no_order_fits_two_of_them) {
  const std::string fluid = R"({
      "care_area": "ward",
      "drug": "saline",
      "mode": "fluid",
      "limits": [{"quantity": "rate", "unit": "mL/h", "hard_max": 9, "source": "x"}]
    }, )";
  constexpr std::string_view first = R"({
      "care_area": "ward",)";
  EXPECT_EQ(told(with(small_library, first, fluid + std::string(first))),
            "setups[3].drug: an order that fits this also fits setups[2]");
  // Whose dosing unit is wrong is not compared: the unit is what there is to mend.
  const std::string again = R"({
      "care_area": "icu", "drug": "dopamine", "mode": "continuous", "dosing_unit": "mg/kg/h",
      "concentrations": [
        {"amount": {"value": 800, "unit": "mg"}, "volume": {"value": 500, "unit": "mL"}}
      ],
      "limits": [{"quantity": "dose_rate", "unit": "mg/kg/h", "hard_max": 3, "source": "x"}]
    }, )";
  const std::string twice = with(small_library, first, again + std::string(first));
  EXPECT_EQ(told(twice), "setups[2].drug: an order that fits this also fits setups[0]");
  EXPECT_EQ(told(with(twice, R"("dosing_unit": "ug/kg/min")", R"("dosing_unit": "ug")")),
            "setups[0].dosing_unit: ug is not a unit of dose rate");
  EXPECT_EQ(told(with(twice, R"("dosing_unit": "mg/kg/h")", R"("dosing_unit": "mg")")),
            "setups[2].dosing_unit: mg is not a unit of dose rate");
}

}  // namespace
}  // namespace bridge::library
