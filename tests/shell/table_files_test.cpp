// SPDX-License-Identifier: Apache-2.0
// Tables are read all or not at all, within limits.
#include "shell/table_files.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "shell/scratch.h"

namespace bridge::shell {
namespace {

std::string rendered(const Result<TableFiles, Faults>& files) {
  std::string text;
  if (!files) {
    for (const Fault& fault : files.fault()) {
      EXPECT_EQ(fault.code, FaultCode::configuration_wrong);
      text += "!" + fault.place + ": " + fault.detail + "\n";
    }
    return text;
  }
  for (const auto& [name, content] : *files) text += name + "=" + content + "\n";
  return text;
}

TEST(TableFiles, are_named_by_their_path_and_in_order) {
  const Scratch scratch;
  scratch.write("units.csv", "u");
  scratch.write("gateways/ihe.json", "{}");
  scratch.write("site/ward3/units.csv", "w");
  scratch.write("library/lib.sig", "s");
  EXPECT_EQ(rendered(read_table_files(scratch.path())),
            "gateways/ihe.json={}\nlibrary/lib.sig=s\nsite/ward3/units.csv=w\nunits.csv=u\n");
}

TEST(TableFiles, descriptions_and_hidden_files_are_passed_over) {
  const Scratch scratch;
  scratch.write("README.md", "x");
  scratch.write(".hidden.csv", "x");
  scratch.write(".git/config.csv", "x");
  scratch.write("a.csv", "1");
  EXPECT_EQ(rendered(read_table_files(scratch.path())), "a.csv=1\n");
}

TEST(TableFiles, a_link_to_a_file_is_a_file) {
  const Scratch scratch;
  scratch.write(".data/a.csv", "1");
  std::filesystem::create_symlink(".data/a.csv", scratch.file("a.csv"));
  EXPECT_EQ(rendered(read_table_files(scratch.path())), "a.csv=1\n");
}

TEST(TableFiles, every_fault_is_told_and_nothing_is_read) {
  const Scratch scratch;
  scratch.write("a.csv", "good");
  scratch.write("b.cvs", "misspelt");
  scratch.write("c.csv~", "backup");
  std::filesystem::create_symlink("nowhere", scratch.file("d.csv"));
  scratch.write("e.csv", std::string(11, 'x'));
  const std::string text = rendered(read_table_files(scratch.path(), {.file_bytes = 10}));
  for (const char* part :
       {"!b.cvs: only .csv, .json, .sig, .pub and .md files belong here\n",
        "!c.csv~: only .csv, .json, .sig, .pub and .md files belong here\n",
        "!d.csv: this is not a file\n", "!e.csv: the file is larger than 10 bytes\n"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "in\n" << text;
  }
  EXPECT_EQ(text.find("good"), std::string::npos);
}

TEST(TableFiles, limits_of_size_and_number) {
  const Scratch scratch;
  scratch.write("a.csv", "12345");
  scratch.write("b.csv", "12345");
  EXPECT_EQ(
      rendered(read_table_files(scratch.path(), {.file_bytes = 5, .all_bytes = 10, .files = 2})),
      "a.csv=12345\nb.csv=12345\n");
  EXPECT_EQ(rendered(read_table_files(scratch.path(), {.all_bytes = 9})),
            "!" + scratch.path() + ": the files together are larger than 9 bytes\n");
  EXPECT_EQ(rendered(read_table_files(scratch.path(), {.files = 1})),
            "!" + scratch.path() + ": more than 1 files are in this directory\n");
}

TEST(TableFiles, a_missing_directory_is_a_fault) {
  EXPECT_EQ(rendered(read_table_files("/nonexistent/tables")),
            "!/nonexistent/tables: the directory cannot be read\n");
}

TEST(ReadFile, content_or_fault) {
  const Scratch scratch;
  const std::string bytes("a\0\r\n\xff", 5);
  EXPECT_EQ(*read_file(scratch.write("a", bytes), 5), bytes);
  EXPECT_EQ(*read_file(scratch.write("empty", ""), 5), "");
  EXPECT_FALSE(read_file(scratch.file("a"), 4));
  EXPECT_FALSE(read_file(scratch.file("missing"), 4));
  EXPECT_FALSE(read_file(scratch.path(), 4));
}

}  // namespace
}  // namespace bridge::shell
