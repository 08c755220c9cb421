// SPDX-License-Identifier: Apache-2.0
#include "hl7/escape.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace bridge::hl7 {
namespace {

constexpr Delimiters standard{};
constexpr Delimiters with_truncation{'|', '^', '~', '\\', '&', '#'};
constexpr Delimiters unusual{'*', '$', '%', '@', '!', '\0'};

struct Row {
  const char* name;
  std::string raw;
  std::string text;
};

TEST(Unescape, known_sequences_become_text) {
  const std::vector<Row> rows = {
      {"nothing", "", ""},
      {"plain", "plain text", "plain text"},
      {"field", "a\\F\\b", "a|b"},
      {"component", "\\S\\", "^"},
      {"repetition", "\\R\\", "~"},
      {"escape", "\\E\\", "\\"},
      {"escape at the end of a field", "C:\\E\\", "C:\\"},
      {"subcomponent", "Smith \\T\\ Sons", "Smith & Sons"},
      {"two in a row", "\\F\\\\S\\", "|^"},
      {"an escape character that begins no sequence", "\\E\\F\\E\\", "\\F\\"},
      {"hexadecimal", "\\X0D0A\\", "\r\n"},
      {"lower-case hexadecimal", "\\X4a\\", "J"},
      {"NUL", "a\\X00\\b", std::string("a\0b", 3)},
      {"break", "a\\.br\\b", "a\nb"},
      {"centre", "a\\.ce\\b", "a\nb"},
      {"vertical space", "a\\.sp\\b\\.sp2\\c", "a\nb\n\nc"},
      {"blanks", "a\\.sk3\\b\\.sk\\c", "a   b c"},
      {"fill and indent leave nothing", "\\.fi\\a\\.nf\\\\.in+4\\\\.ti-2\\\\.in3\\b", "ab"},
      {"highlighting leaves nothing", "a\\H\\b\\N\\c", "abc"},
  };
  for (const Row& row : rows) {
    const auto text = unescape(row.raw, standard);
    ASSERT_TRUE(text.has_value()) << row.name;
    EXPECT_EQ(*text, row.text) << row.name;
  }
}

// B35.
TEST(Unescape, unknown_and_unclosed_sequences_are_escape_malformed) {
  const std::vector<std::string> rows = {
      "\\",         "a\\",          "\\F",         "5\\ mg",       "\\\\",        "\\Q\\",
      "\\f\\",      "\\FF\\",       "\\X\\",       "\\X0\\",       "\\X0G\\",     "\\X0D0\\",
      "\\x0D\\",    "\\X 0D\\",     "\\.\\",       "\\.xx\\",      "\\.br1\\",    "\\.BR\\",
      "\\.sp100\\", "\\.sp-1\\",    "\\.spx\\",    "\\.sk1x\\",    "\\.in\\",     "\\.in+\\",
      "\\.ti+100\\", "\\.in++1\\",  "\\.fi2\\",    "\\Z01\\",      "\\C2842\\",   "\\M2442\\",
      "\\M242844\\", "\\P\\",       "\\ F\\",      "\\F\\ and \\", "\\F|\\",
  };
  for (const std::string& raw : rows) {
    const auto text = unescape(raw, standard);
    ASSERT_FALSE(text.has_value()) << raw;
    EXPECT_EQ(text.fault(), (Fault{FaultCode::escape_malformed, {}, {}})) << raw;
  }
}

TEST(Unescape, unknown_sequences_can_be_kept_for_people_to_read) {
  const std::vector<Row> rows = {
      {"unclosed", "C:\\temp", "C:\\temp"},
      {"unknown", "a\\Q\\b", "a\\Q\\b"},
      {"known ones are still undone", "5\\F\\6 \\Z1\\ 7\\T\\8", "5|6 \\Z1\\ 7&8"},
      {"what closes nothing may open the next", "a\\b\\F\\", "a\\b|"},
      {"last character", "a\\", "a\\"},
  };
  for (const Row& row : rows) {
    const auto text = unescape(row.raw, standard, Escapes::keep_unknown);
    ASSERT_TRUE(text.has_value()) << row.name;
    EXPECT_EQ(*text, row.text) << row.name;
  }
}

TEST(Unescape, sequences_mean_the_separators_of_the_message) {
  EXPECT_EQ(*unescape("@F@@S@@R@@E@@T@", unusual), "*$%@!");
  EXPECT_EQ(*unescape("a\\F\\b", unusual), "a\\F\\b");
  EXPECT_EQ(*unescape("abcde\\P\\", with_truncation), "abcde#");
}

TEST(Unescape, without_an_escape_character_a_backslash_is_text) {
  const Delimiters two{'|', '^', '~', '\0', '\0', '\0'};
  EXPECT_EQ(*unescape("a\\F\\b\\", two), "a\\F\\b\\");
}

// B34: the sequence is text, also when it looks like a segment.
TEST(Unescape, hexadecimal_line_ends_and_separators_are_text_and_are_escaped_again) {
  const auto text = unescape("\\X0D\\PID\\F\\1\\F\\\\F\\666", standard);
  ASSERT_TRUE(text.has_value());
  EXPECT_EQ(*text, "\rPID|1||666");
  std::string wire;
  escape(wire, *text);
  EXPECT_EQ(wire, "\\X0D\\PID\\F\\1\\F\\\\F\\666");
}

TEST(Escape, what_could_structure_a_message_becomes_a_sequence) {
  const std::vector<Row> rows = {
      {"\\F\\\\S\\\\R\\\\E\\\\T\\", "\\F\\\\S\\\\R\\\\E\\\\T\\", "|^~\\&"},
      {"line feed", "a\\.br\\b", "a\nb"},
      {"carriage return", "\\X0D\\", "\r"},
      {"frame characters", "\\X0B\\\\X1C\\\\X0D\\", "\x0B\x1C\r"},
      {"NUL and tab", "\\X00\\\\X09\\", std::string("\0\t", 2)},
      {"no other", "5 µg/kg # \"x\" 'y' \x7F", "5 µg/kg # \"x\" 'y' \x7F"},
  };
  for (const Row& row : rows) {
    std::string wire;
    escape(wire, row.text);
    EXPECT_EQ(wire, row.raw) << row.name;
  }
  std::string wire;
  escape(wire, "a#", with_truncation);
  EXPECT_EQ(wire, "a\\P\\");
  wire.clear();
  escape(wire, "a\nb", {'.', '^', '~', '\\', '&', '\0'});
  EXPECT_EQ(wire, "a\\X0A\\b");
}

TEST(Escape, undoing_gives_back_every_text_and_nothing_of_it_can_structure) {
  std::mt19937 random(11);
  std::uniform_int_distribution<int> byte(0, 255);
  std::uniform_int_distribution<std::size_t> size(0, 40);
  const std::string sharp = "|^~\\&#*$%@!\r\n\x0B\x1C.XFSbr0D";
  std::uniform_int_distribution<std::size_t> pick(0, sharp.size() - 1);
  for (int run = 0; run < 30'000; ++run) {
    std::string text(size(random), ' ');
    for (char& c : text) c = run % 2 == 0 ? static_cast<char>(byte(random)) : sharp[pick(random)];
    for (const Delimiters& delimiters : {standard, with_truncation, unusual}) {
      std::string wire;
      escape(wire, text, delimiters);
      const auto back = unescape(wire, delimiters);
      ASSERT_TRUE(back.has_value()) << wire;
      ASSERT_EQ(*back, text);
      for (const char c : wire) {
        ASSERT_GE(static_cast<unsigned char>(c), 0x20);
        ASSERT_TRUE(c != delimiters.field && c != delimiters.component &&
                    c != delimiters.repetition && c != delimiters.subcomponent);
      }
    }
  }
}

}  // namespace
}  // namespace bridge::hl7
