// SPDX-License-Identifier: Apache-2.0
#include "library/generate.h"

#include <map>
#include <set>

#include "library/canonical.h"
#include "library/library_text.h"
#include "library/lint.h"

namespace bridge::library {
namespace {

constexpr GeneratedSize small = {.care_areas = 10, .setups = 30, .seed = 7};

DrugLibrary loaded(const GeneratedSize& size) {
  auto library = load("generated.json", generated_library(size));
  EXPECT_TRUE(library) << rendered(library.fault());
  return std::move(library).value();
}

TEST(GeneratedLibrary, loads_with_as_many_setups_as_asked_for) {
  const DrugLibrary library = loaded(small);
  std::map<std::string, std::size_t> setups;
  std::map<std::string, std::set<TherapyMode>> modes;
  for (const auto& setup : library.parts().setups) {
    ++setups[setup.care_area];
    modes[setup.drug].insert(setup.mode);
  }
  EXPECT_EQ(setups.size(), 10U);
  for (const auto& [area, count] : setups) EXPECT_EQ(count, 30U) << area;
  EXPECT_EQ(library.parts().drugs.size(), 8U);  // four setups of seven drugs, two of the last
  EXPECT_EQ(modes["drug-0001"].size(), 3U);
}

TEST(GeneratedLibrary, loads_at_its_smallest_and_with_every_seed) {
  EXPECT_EQ(loaded({.care_areas = 1, .setups = 1, .seed = 0}).parts().setups.size(), 1U);
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    EXPECT_EQ(loaded({.care_areas = 4, .setups = 12, .seed = seed}).parts().setups.size(), 48U);
  }
}

TEST(GeneratedLibrary, is_the_same_for_the_same_seed_and_another_for_another) {
  GeneratedSize other = small;
  EXPECT_EQ(generated_library(small), generated_library(other));
  other.seed = 8;
  EXPECT_NE(generated_library(small), generated_library(other));
  // A change of this hash changes every measurement that was made before: do it on purpose.
  EXPECT_EQ(sha256_hex(generated_library(small)), 
            "6f8e60b89162b847843adb8eb78a4b0ce02f5192477570f6faacf18c4ee7f26b");
}

TEST(GeneratedLibrary, has_nothing_that_the_linter_finds) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const DrugLibrary library = loaded({.care_areas = 10, .setups = 30, .seed = seed});
    for (const LintFinding& finding : lint(library.parts()).findings) {
      ADD_FAILURE() << finding.rule << ' ' << finding.drug << ": " << finding.values;
    }
  }
}

TEST(GeneratedLibrary, programs_nothing_by_itself) {
  const DrugLibrary library = loaded(small);
  EXPECT_EQ(library.parts().status, Status::draft);
  EXPECT_FALSE(library.parts().for_clinical_use);
  EXPECT_TRUE(library.parts().notice.starts_with("GENERATED, NOT FOR CLINICAL USE"));
}

}  // namespace
}  // namespace bridge::library
