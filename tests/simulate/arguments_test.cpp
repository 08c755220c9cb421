// SPDX-License-Identifier: Apache-2.0
// What a person may write behind `simulate`, and what is told back.
#include "simulate/arguments.h"

#include <gtest/gtest.h>

#include "simulate/run.h"

namespace bridge::simulate {
namespace {

using Words = std::vector<std::string>;

TEST(Arguments, reads_texts_numbers_flags_lists_and_addresses) {
  const Words words = {"--name", "x", "--load", "12", "--once", "--send", "a", "b", "--to", ":99"};
  Arguments arguments(words);
  EXPECT_EQ(arguments.text("--name", ""), "x");
  EXPECT_EQ(arguments.whole("--load", 0, 0, 100), 12);
  EXPECT_TRUE(arguments.flag("--once"));
  EXPECT_FALSE(arguments.flag("--twice"));
  EXPECT_EQ(arguments.list("--send"), Words({"a", "b"}));
  EXPECT_EQ(arguments.endpoint("--to", {}).port, 99);
  EXPECT_EQ(arguments.text("--missing", "otherwise"), "otherwise");
  EXPECT_EQ(arguments.finish(), Words());
}

TEST(Arguments, tells_every_mistake) {
  const Words rows[] = {{"word"},
                        {"--load"},
                        {"--load", "x"},
                        {"--load", "-1"},
                        {"--load", "1000"},
                        {"--load", "1", "2"},
                        {"--once", "now"},
                        {"--unknown"},
                        {"--to", "host"},
                        {"--to", "h:1x"},
                        {"--to", "h:70000"},
                        {"--to", "::1:5"},
                        {"--send"},
                        {"--load", "1", "--load", "2"}};
  for (const Words& words : rows) {
    Arguments arguments(words);
    (void)arguments.whole("--load", 0, 0, 100);
    (void)arguments.flag("--once");
    (void)arguments.endpoint("--to", {});
    (void)arguments.list("--send");
    EXPECT_EQ(arguments.finish().size(), 1U) << words.back();
  }
}

TEST(Arguments, addresses) {
  EXPECT_EQ(read_endpoint("127.0.0.1:3000")->host, "127.0.0.1");
  EXPECT_EQ(read_endpoint(":3000")->host, "127.0.0.1");
  EXPECT_EQ(read_endpoint("[::1]:3000")->host, "::1");
  for (const char* wrong : {"", "3000", "a:", "a:-1", "a:65536", "::1:3000"}) {
    EXPECT_FALSE(read_endpoint(wrong)) << wrong;
  }
}

TEST(Run, refuses_what_it_cannot_use_before_it_listens) {
  EXPECT_EQ(run_gateway(Words{"--colour", "red"}), 2);
  EXPECT_EQ(run_gateway(Words{"--mappings", "/nowhere"}), 2);
  EXPECT_EQ(run_ehr(Words{"--speed", "0"}), 2);
  EXPECT_EQ(run_ehr(Words{"--mappings", std::string(BRIDGE_SOURCE_DIR) + "/mappings", "--send",
                          "/nowhere.hl7"}),
            2);
  EXPECT_EQ(run_ehr(Words{"--mappings", std::string(BRIDGE_SOURCE_DIR) + "/mappings", "--ledger",
                          "/nowhere/ledger"}),
            2);
}

}  // namespace
}  // namespace bridge::simulate
