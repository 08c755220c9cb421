// SPDX-License-Identifier: Apache-2.0
// samples/: each story and each .expect is one test; UPDATE_SAMPLES=1 rewrites what is expected.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <string>
#include <vector>

#include "shell/load_tables.h"
#include "simulate/story_check.h"

namespace bridge::simulate {
namespace {

const std::string root = BRIDGE_SOURCE_DIR;

std::vector<std::string> all_samples() {
  const auto found = find_checks({root + "/samples"});
  return found ? *found : std::vector<std::string>{};
}

std::shared_ptr<const engine::Tables> shipped() {
  static const auto tables = [] {
    const auto loaded = shell::load_tables(sample_config(root));
    std::string faults;
    if (!loaded) {
      for (const Fault& fault : loaded.fault()) faults += shell::sentence(fault) + "\n";
    }
    EXPECT_TRUE(loaded.has_value()) << faults;
    return loaded ? *loaded : nullptr;
  }();
  return tables;
}

class Sample : public testing::TestWithParam<std::string> {};

TEST_P(Sample, says_what_is_expected) {
  const auto tables = shipped();
  ASSERT_NE(tables, nullptr);
  const CheckResult result = check_file(GetParam(), tables, wanted_rewriting());
  EXPECT_TRUE(result.failure.empty()) << GetParam() << "\n" << result.failure;
}

// "stories_a01_vasopressor_by_weight_story"
std::string test_name(const testing::TestParamInfo<std::string>& sample) {
  std::string name = sample.param.substr((root + "/samples/").size());
  std::replace_if(
      name.begin(), name.end(),
      [](char letter) { return std::isalnum(static_cast<unsigned char>(letter)) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(samples, Sample, testing::ValuesIn(all_samples()), test_name);

TEST(Samples, are_found) { EXPECT_GE(all_samples().size(), 12U); }

}  // namespace
}  // namespace bridge::simulate
