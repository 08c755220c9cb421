// SPDX-License-Identifier: Apache-2.0
#include "hl7/scan.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace bridge::hl7 {
namespace {

constexpr ScanBytes strict{'|', '~', '\r', '\r'};
constexpr ScanBytes lenient{'|', '~', '\r', '\n'};

std::string random_text(std::mt19937& random, std::size_t size, std::string_view alphabet) {
  std::uniform_int_distribution<std::size_t> pick(0, alphabet.size() - 1);
  std::string text(size, ' ');
  for (char& c : text) c = alphabet[pick(random)];
  return text;
}

TEST(Scan, every_byte_value_is_marked_the_same_with_and_without_vector_instructions) {
  for (int value = 0; value < 256; ++value) {
    for (std::size_t at = 0; at < scan_block; ++at) {
      std::string block(scan_block, ' ');
      block[at] = static_cast<char>(value);
      for (const ScanBytes& bytes : {strict, lenient}) {
        const BlockMarks marks = mark_block(block.data(), bytes);
        ASSERT_EQ(marks, mark_block_portably(block.data(), bytes)) << value << " at " << at;
        const std::uint64_t bit = std::uint64_t{1} << at;
        ASSERT_EQ(marks.field, value == '|' ? bit : 0U);
        ASSERT_EQ(marks.high, value >= 0x80 ? bit : 0U);
        const bool end = value == '\r' || (value == '\n' && bytes.other_end == '\n');
        ASSERT_EQ(marks.end, end ? bit : 0U);
        ASSERT_EQ(marks.control, value < 0x20 && !end ? bit : 0U) << value;
      }
    }
  }
}

TEST(Scan, random_blocks_are_marked_the_same_with_and_without_vector_instructions) {
  std::mt19937 random(20260302);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int run = 0; run < 20'000; ++run) {
    std::string block(scan_block, ' ');
    for (char& c : block) c = static_cast<char>(byte(random));
    ASSERT_EQ(mark_block(block.data(), lenient), mark_block_portably(block.data(), lenient));
  }
}

TEST(Scan, marks_are_found_and_counted_as_a_plain_search_does) {
  std::mt19937 random(7);
  for (const std::size_t size : {0U, 1U, 63U, 64U, 65U, 1000U, 1024U, 9000U, 70'000U}) {
    for (const std::string_view alphabet : {"|", "a|", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|", "a"}) {
      const std::string text = random_text(random, size, alphabet);
      FieldMarks marks;
      std::vector<std::uint32_t> starts;
      scan(text, strict, marks, starts);
      std::vector<std::size_t> places;
      for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '|') places.push_back(i);
      }
      std::uniform_int_distribution<std::size_t> position(0, size);
      for (int probe = 0; probe < 300; ++probe) {
        std::size_t from = position(random);
        std::size_t end = position(random);
        if (from > end) std::swap(from, end);
        const auto first = std::lower_bound(places.begin(), places.end(), from);
        const auto last = std::lower_bound(places.begin(), places.end(), end);
        const auto count = static_cast<std::size_t>(last - first);
        ASSERT_EQ(marks.count(from, end), count);
        ASSERT_EQ(marks.next(from, end), count == 0 ? FieldMarks::none : *first);
        for (const std::size_t n : {std::size_t{1}, count / 2 + 1, count, count + 1}) {
          if (n == 0) continue;
          const std::size_t expected = n <= count ? first[static_cast<std::ptrdiff_t>(n) - 1]
                                                  : FieldMarks::none;
          ASSERT_EQ(marks.nth(from, n, end), expected) << size << " " << from << " " << n;
        }
      }
    }
  }
}

TEST(Scan, segments_start_after_each_end_and_a_cr_lf_pair_is_one_end) {
  struct Row {
    const char* name;
    std::string text;
    ScanBytes bytes;
    std::vector<std::uint32_t> starts;
  };
  const std::string block_long(63, 'a');
  const std::vector<Row> rows = {
      {"one segment", "abc", strict, {0}},
      {"ended", "abc\r", strict, {0, 4}},
      {"two", "abc\rd\r", strict, {0, 4, 6}},
      {"empty between", "abc\r\rd", strict, {0, 4, 5}},
      {"line feed is data when strict", "abc\r\nd", strict, {0, 4}},
      {"pair", "abc\r\nd\r\n", lenient, {0, 5, 8}},
      {"line feeds", "abc\nd\n", lenient, {0, 4, 6}},
      {"pair over a block's edge", block_long + "\r\nb", lenient, {0, 65}},
      {"two line feeds", "abc\n\nd", lenient, {0, 4, 5}},
      {"line feed before CR is two ends", "abc\n\rd", lenient, {0, 4, 5}},
  };
  for (const Row& row : rows) {
    FieldMarks marks;
    std::vector<std::uint32_t> starts;
    scan(row.text, row.bytes, marks, starts);
    EXPECT_EQ(starts, row.starts) << row.name;
  }
}

TEST(Scan, the_first_control_character_is_told_wherever_it_stands) {
  for (std::size_t at = 0; at < 200; ++at) {
    std::string text(200, 'x');
    text[at] = '\x02';
    text[199] = '\x01';
    FieldMarks marks;
    std::vector<std::uint32_t> starts;
    EXPECT_EQ(scan(text, strict, marks, starts).first_control, at);
  }
}

}  // namespace
}  // namespace bridge::hl7
