// SPDX-License-Identifier: Apache-2.0
// The chain's byte form is a contract with outside checkers. Proves: P4.
#include "engine/chain.h"

#include <gtest/gtest.h>

#include <functional>

namespace bridge::engine {
namespace {

std::string hexadecimal(const std::string& bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char byte : bytes) {
    text += digits[static_cast<unsigned char>(byte) >> 4U];
    text += digits[static_cast<unsigned char>(byte) & 15U];
  }
  return text;
}

Record record(std::int64_t at, std::string kind, std::string payload) {
  return {0, at, std::move(kind), std::move(payload), ""};
}

std::vector<Record> three_records() {
  std::vector<Record> records = {
      record(1'772'445'600'000, "journal_opened", R"({"epoch":"e1"})"), record(-1, "", ""),
      record(1'772'445'600'123, "order_accepted", "{\"drug\":\"Parac\xC3\xA9tamol\"}")};
  Chain chain;
  for (Record& each : records) chain.add(each);
  return records;
}

std::string checked(const std::vector<Record>& records) {
  Chain chain;
  for (const Record& each : records) {
    const auto result = chain.check(each);
    if (!result) return brief(result.fault());
  }
  return "good up to " + std::to_string(chain.sequence());
}

// Computed by three lines of Python: sha256(previous + pack(">QqI", sequence, at, len(kind)) + kind
// + pack(">I", len(payload)) + payload).
// FIPS 180-4, the examples of SHA-256; twice, since the context is used again.
TEST(Sha256, gives_the_published_hashes_each_time) {
  for (int time = 0; time < 2; ++time) {
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
  Sha256 sha256;
  EXPECT_EQ(sha256.of("a", "bc"), sha256.of("abc"));
  EXPECT_NE(sha256.of("a", "bc"), sha256.of("abd"));
}

TEST(Chain, hashes_are_those_of_an_outside_checker) {
  const std::vector<Record> records = three_records();
  EXPECT_EQ(hexadecimal(records[0].hash),
            "a0039226999f0940b603a49b29b87537b115a83e7c8ff3bb06c51140304a6e5b");
  EXPECT_EQ(hexadecimal(records[1].hash),
            "fb29aa9121aad6502d0da95c932cde6bf9f4ef00a2c707c391012c58c2452fc1");
  EXPECT_EQ(hexadecimal(records[2].hash),
            "9bee30a2bda0b8eb6ceeb79fcb35abe768f42fea25bafb8338a3affce4de4af1");
}

TEST(Chain, records_are_numbered_from_one_and_check) {
  const std::vector<Record> records = three_records();
  EXPECT_EQ(records.front().sequence, 1U);
  EXPECT_EQ(checked(records), "good up to 3");
}

TEST(Chain, any_change_is_found_at_its_record) {
  struct Row {
    const char* name;
    std::function<void(std::vector<Record>&)> change;
    const char* outcome;
  };
  const std::vector<Row> rows = {
      {"payload", [](auto& all) { all[0].payload[2] ^= 1; }, "store_damaged at journal[1]"},
      {"kind", [](auto& all) { all[2].kind += 's'; }, "store_damaged at journal[3]"},
      {"a byte moved from kind to payload",
       [](auto& all) {
         all[2].payload.insert(0, 1, all[2].kind.back());
         all[2].kind.pop_back();
       },
       "store_damaged at journal[3]"},
      {"time", [](auto& all) { all[1].at_unix_ms = 0; }, "store_damaged at journal[2]"},
      {"hash", [](auto& all) { all[1].hash[31] ^= 1; }, "store_damaged at journal[2]"},
      {"removed", [](auto& all) { all.erase(all.begin() + 1); }, "store_damaged at journal[2]"},
      {"first removed", [](auto& all) { all.erase(all.begin()); }, "store_damaged at journal[1]"},
      {"swapped", [](auto& all) { std::swap(all[0], all[1]); }, "store_damaged at journal[1]"},
      {"twice", [](auto& all) { all.insert(all.begin(), all[0]); }, "store_damaged at journal[2]"},
      {"renumbered after a removal",
       [](auto& all) {
         all.erase(all.begin() + 1);
         all[1].sequence = 2;
       },
       "store_damaged at journal[2]"},
  };
  for (const Row& row : rows) {
    std::vector<Record> records = three_records();
    row.change(records);
    EXPECT_EQ(checked(records), row.outcome) << row.name;
  }
}

TEST(Chain, every_flipped_bit_is_found) {
  const std::vector<Record> good = three_records();
  for (std::size_t at = 0; at < good[2].payload.size() * 8; ++at) {
    std::vector<Record> records = good;
    char& byte = records[2].payload[at / 8];
    byte = static_cast<char>(byte ^ (1 << (at % 8)));
    EXPECT_EQ(checked(records), "store_damaged at journal[3]") << "bit " << at;
  }
}

TEST(Chain, continues_behind_a_record_that_was_checked_before) {
  std::vector<Record> records = three_records();
  Chain chain;
  chain.start_after(2, records[1].hash);
  EXPECT_TRUE(chain.check(records[2]));
  EXPECT_EQ(chain.hash(), records[2].hash);
}

}  // namespace
}  // namespace bridge::engine
