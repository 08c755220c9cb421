// SPDX-License-Identifier: Apache-2.0
// The schedule by which a ramp and taper becomes steps.
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

}  // namespace
}  // namespace bridge::library
