// SPDX-License-Identifier: Apache-2.0
#include "hl7/charset.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "hl7/parse.h"

namespace bridge::hl7 {
namespace {

Message with_text(const std::string& msh_18, const std::string& text) {
  auto message = parse("MSH|^~\\&||||||||||||||||" + msh_18 + "\rNTE|1||" + text + "\r");
  EXPECT_TRUE(message.has_value());
  return std::move(*message);
}

std::string outcome(const std::string& msh_18, const std::string& text) {
  const Message message = with_text(msh_18, text);
  const auto checked = check_charset(message);
  const auto read = message.segment(1).field(3).text();
  if (!checked) {
    EXPECT_TRUE(is_ascii(text) || !read.has_value()) << "text that check_charset refuses is unread";
    return brief(checked.fault());
  }
  return read ? *read : "text: " + brief(read.fault());
}

struct Row {
  const char* name;
  const char* msh_18;
  std::string text;
  std::string outcome;
};

TEST(Charset, text_becomes_utf8) {
  const std::vector<Row> rows = {
      {"empty is ASCII", "", "plain", "plain"},
      {"ASCII", "ASCII", "plain", "plain"},
      {"UTF-8", "UNICODE UTF-8", "5 µg", "5 µg"},
      {"UTF-8 by its short name", "UTF-8", "5 µg", "5 µg"},
      {"all lengths", "UNICODE UTF-8",
       "\u007F\u0080\u07FF\u0800\uD7FF\uE000\uFFFF\U00010000\U0010FFFF",
       "\u007F\u0080\u07FF\u0800\uD7FF\uE000\uFFFF\U00010000\U0010FFFF"},
      {"Latin-1", "8859/1", "5 \xB5g caf\xE9 \xA0\xFF", "5 µg café \u00A0ÿ"},
      {"Latin-1, the signs that Latin-9 replaced", "8859/1", "\xA4\xA6\xA8\xB4\xB8\xBC\xBD\xBE",
       "¤¦¨´¸¼½¾"},
      {"Latin-9", "8859/15", "5 \xB5g \xA4\xA6\xA8\xB4\xB8\xBC\xBD\xBE", "5 µg €ŠšŽžŒœŸ"},
      {"another part, in its ASCII half", "8859/2", "plain", "plain"},
      {"another part", "8859/9", "plain", "plain"},
      {"only the first repetition is the default", "8859/1~ISO IR87", "\xE9", "é"},
      {"an empty first repetition is ASCII", "~ISO IR87", "plain", "plain"},
      {"the name itself may be escaped", "UNICODE UTF\\X2D\\8", "5 µg", "5 µg"},
      {"hexadecimal bytes are of the same set", "8859/1", "caf\\XE9\\", "café"},
      {"hexadecimal UTF-8", "UNICODE UTF-8", "caf\\XC3A9\\", "café"},
  };
  for (const Row& row : rows) EXPECT_EQ(outcome(row.msh_18, row.text), row.outcome) << row.name;
}

TEST(Charset, unknown_names_and_foreign_bytes_are_refused_with_their_place) {
  const std::vector<Row> rows = {
      {"B25 unknown", "WINDOWS-1252", "plain", "charset_unknown at MSH[1]-18"},
      {"B25 UTF-16", "UNICODE UTF-16", "plain", "charset_unknown at MSH[1]-18"},
      {"B25 withdrawn name", "UNICODE", "plain", "charset_unknown at MSH[1]-18"},
      {"B25 lower case", "unicode utf-8", "plain", "charset_unknown at MSH[1]-18"},
      {"B25 no such part", "8859/10", "plain", "charset_unknown at MSH[1]-18"},
      {"B25 part nought", "8859/0", "plain", "charset_unknown at MSH[1]-18"},
      {"B25 blank", " ", "plain", "charset_unknown at MSH[1]-18"},
      {"B25 delete indicator", "\"\"", "plain", "charset_unknown at MSH[1]-18"},
      {"B25 escaped bytes in the name", "\\XE9\\", "\xC3\xA9", "charset_unknown at MSH[1]-18"},
      {"B25 broken escape in the name", "ASCII\\", "plain", "charset_unknown at MSH[1]-18"},
      {"B25 a part that is not converted", "8859/2", "\xE9", "charset_unknown at NTE[1]-3"},
      {"B26 continuation alone", "UNICODE UTF-8", "\x80", "charset_bytes at NTE[1]-3"},
      {"B26 Latin-1", "UNICODE UTF-8", "caf\xE9", "charset_bytes at NTE[1]-3"},
      {"B26 cut at the end", "UNICODE UTF-8", "\xE2\x82", "charset_bytes at NTE[1]-3"},
      {"B26 cut by a letter", "UNICODE UTF-8", "\xE2\x82x", "charset_bytes at NTE[1]-3"},
      {"B26 overlong separator", "UNICODE UTF-8", "\xC1\xBC", "charset_bytes at NTE[1]-3"},
      {"B26 overlong NUL", "UNICODE UTF-8", "\xC0\x80", "charset_bytes at NTE[1]-3"},
      {"B26 overlong of three", "UNICODE UTF-8", "\xE0\x9F\xBF", "charset_bytes at NTE[1]-3"},
      {"B26 overlong of four", "UNICODE UTF-8", "\xF0\x8F\xBF\xBF", "charset_bytes at NTE[1]-3"},
      {"B26 first surrogate", "UNICODE UTF-8", "\xED\xA0\x80", "charset_bytes at NTE[1]-3"},
      {"B26 last surrogate", "UNICODE UTF-8", "\xED\xBF\xBF", "charset_bytes at NTE[1]-3"},
      {"B26 beyond the last plane", "UNICODE UTF-8", "\xF4\x90\x80\x80",
       "charset_bytes at NTE[1]-3"},
      {"B26 lead that is none", "UNICODE UTF-8", "\xF5\x80\x80\x80", "charset_bytes at NTE[1]-3"},
      {"B26 no character", "UNICODE UTF-8", "good \xFF", "charset_bytes at NTE[1]-3"},
      {"B27 nothing declared", "", "caf\xC3\xA9", "charset_bytes at NTE[1]-3"},
      {"B27 ASCII", "ASCII", "\x80", "charset_bytes at NTE[1]-3"},
      {"a dash of Windows-1252", "8859/1", "5\x96""10 mg", "charset_bytes at NTE[1]-3"},
      {"the same in Latin-9", "8859/15", "\xE9\x80", "charset_bytes at NTE[1]-3"},
      {"hexadecimal bytes that break UTF-8", "UNICODE UTF-8", "\\XE9\\",
       "text: charset_bytes at NTE[1]-3"},
      {"hexadecimal bytes beyond ASCII", "", "\\XC3A9\\", "text: charset_bytes at NTE[1]-3"},
      {"a switch of sets inside the text", "8859/1", "\\C2842\\",
       "text: escape_malformed at NTE[1]-3"},
  };
  for (const Row& row : rows) EXPECT_EQ(outcome(row.msh_18, row.text), row.outcome) << row.name;
}

TEST(Charset, the_first_malformed_byte_is_told_wherever_it_stands) {
  for (std::size_t before = 0; before < 40; ++before) {
    const std::string good = std::string(before, 'a') + "é";
    EXPECT_EQ(first_malformed_utf8(good + "€\U0001F489"), std::string_view::npos);
    EXPECT_EQ(first_malformed_utf8(good + "\xC3(" + std::string(9, 'a')), good.size());
  }
}

}  // namespace
}  // namespace bridge::hl7
