// SPDX-License-Identifier: Apache-2.0
// K23 to K25 of drug-library 6.1: slips in libraries in use, each found by the rule named there.
#include "library/library_text.h"
#include "library/lint.h"

namespace bridge::library {
namespace {

// "L1 bivalirudin: dose_rate ...", one line for each finding of the sample.
std::string findings_of(const std::string& name) {
  const auto library = load(name, file_text("samples/lint/" + name));
  if (!library) return rendered(library.fault());
  std::string text;
  for (const LintFinding& finding : lint(library->parts()).findings) {
    text.append(finding.rule).append(" ").append(finding.drug).append(": ");
    text.append(finding.values).append("\n");
  }
  return text;
}

TEST(SampleLibraries, k23_micrograms_for_milligrams_is_found_by_l1) {
  EXPECT_EQ(findings_of("k23_bivalirudin_micrograms.json"),
            "L1 bivalirudin: dose_rate soft_min 0.1, soft_max 1.8, hard_max 2 mg/kg/h against "
            "soft_min 0.1, soft_max 1.2, hard_max 1.4 ug/kg/h\n");
}

TEST(SampleLibraries, k24_rows_in_mg_and_g_that_disagree_are_found_by_l2) {
  const std::string found = findings_of("k24_pralidoxime_grams.json");
  EXPECT_TRUE(found.find("L2 pralidoxime: dose soft_max 2100, hard_max 2300 mg against soft_max 21, "
                         "hard_max 23 g\n") != std::string::npos)
      << found;
}

TEST(SampleLibraries, k25_entries_that_read_alike_are_found_by_l17) {
  const std::string found = findings_of("k25_fluids_that_read_alike.json");
  EXPECT_TRUE(found.find("L17 ivf-kcl-fluid: reads like ivf-kcl-therapy") != std::string::npos)
      << found;
}

// None of them may be signed before it is mended.
TEST(SampleLibraries, none_may_be_released) {
  for (const char* name : {"k23_bivalirudin_micrograms.json", "k24_pralidoxime_grams.json",
                           "k25_fluids_that_read_alike.json"}) {
    const auto library = load(name, file_text(std::string("samples/lint/") + name));
    ASSERT_TRUE(library) << rendered(library.fault());
    EXPECT_GT(lint(library->parts()).blocking(), 0U) << name;
  }
}

}  // namespace
}  // namespace bridge::library
