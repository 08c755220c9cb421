// SPDX-License-Identifier: Apache-2.0
// Properties over generated messages: what is written is read again, whatever the separators.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "hl7/parse.h"
#include "hl7/path.h"
#include "hl7/write.h"

namespace bridge::hl7 {
namespace {

// field -> repetition -> component -> subcomponent
using Component4 = std::vector<std::string>;
using Repetition4 = std::vector<Component4>;
using Field4 = std::vector<Repetition4>;
struct Segment4 {
  std::string name;
  std::vector<Field4> fields;
};

class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_(seed) {}

  std::size_t pick(std::size_t low, std::size_t high) {
    return std::uniform_int_distribution<std::size_t>(low, high)(random_);
  }

  Delimiters delimiters() {
    std::string all = "!#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    std::shuffle(all.begin(), all.end(), random_);
    return {all[0], all[1], all[2], all[3], all[4], pick(0, 1) == 1 ? all[5] : '\0'};
  }

  std::string text() {
    constexpr std::string_view alphabet = "abc019 .|^~\\&#\"\r\nXFé";
    std::string text;
    for (std::size_t i = pick(0, 6); i > 0; --i) text += alphabet[pick(0, alphabet.size() - 3)];
    return pick(0, 5) == 0 ? text + "µ" : text;
  }

  Segment4 segment() {
    constexpr std::array names = {"PID", "ORC", "RXE", "OBX", "NTE", "ZB1"};
    Segment4 segment{names[pick(0, names.size() - 1)], std::vector<Field4>(pick(0, 12))};
    for (Field4& field : segment.fields) {
      field.resize(pick(0, 3));
      for (Repetition4& repetition : field) {
        repetition.resize(pick(1, 4));
        for (Component4& component : repetition) {
          component.resize(pick(1, 3));
          for (std::string& part : component) part = text();
        }
      }
    }
    return segment;
  }

 private:
  std::mt19937 random_;
};

template <class Items, class Write>
void join(std::string& out, const Items& items, char separator, Write write) {
  bool first = true;
  for (const auto& item : items) {
    if (!first) out.push_back(separator);
    first = false;
    write(item);
  }
}

// Written here by hand, not by MessageWriter, so that it can be the oracle.
std::string wire_of(const std::vector<Segment4>& segments, const Delimiters& d) {
  std::string out = std::string("MSH") + d.field + d.component + d.repetition + d.escape +
                    d.subcomponent;
  if (d.truncation != '\0') out.push_back(d.truncation);
  out.append(16, d.field).append("UNICODE UTF").append(1, d.escape).append("X2D");
  out.append(1, d.escape).append("8\r");
  for (const Segment4& segment : segments) {
    out.append(segment.name);
    for (const Field4& field : segment.fields) {
      out.push_back(d.field);
      join(out, field, d.repetition, [&](const Repetition4& repetition) {
        join(out, repetition, d.component, [&](const Component4& component) {
          join(out, component, d.subcomponent,
               [&](const std::string& part) { escape(out, part, d); });
        });
      });
    }
    out.push_back('\r');
  }
  return out;
}

void expect_equal(const Message& message, const std::vector<Segment4>& segments) {
  ASSERT_EQ(message.segment_count(), segments.size() + 1);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment segment = message.segment(i + 1);
    ASSERT_EQ(segment.name(), segments[i].name);
    for (std::size_t f = 0; f < segments[i].fields.size(); ++f) {
      const Field4& field = segments[i].fields[f];
      for (std::size_t r = 0; r < field.size(); ++r) {
        for (std::size_t c = 0; c < field[r].size(); ++c) {
          for (std::size_t s = 0; s < field[r][c].size(); ++s) {
            const auto node = segment.field(f + 1).repetition(r + 1).component(c + 1, s + 1);
            const auto text = node.text();
            ASSERT_TRUE(text.has_value()) << brief(text.fault());
            ASSERT_EQ(*text, field[r][c][s]) << node.place();
            if (node.exists()) {
              const Node again = find(message, *Path::parse(node.place()));
              ASSERT_EQ(again.offset(), node.offset()) << node.place();
            }
          }
        }
      }
    }
  }
}

TEST(RoundTrip, every_text_of_a_message_with_random_separators_is_read_again) {
  Generator generate(20260302);
  for (int run = 0; run < 400; ++run) {
    std::vector<Segment4> segments(generate.pick(0, 8));
    for (Segment4& segment : segments) segment = generate.segment();
    // The name of the character set may hold a separator too.
    Delimiters delimiters = generate.delimiters();
    const std::string wire = wire_of(segments, delimiters);
    const auto message = parse(wire);
    ASSERT_TRUE(message.has_value()) << wire << brief(message.fault());
    ASSERT_EQ(message->delimiters(), delimiters);
    ASSERT_EQ(write(*message), wire);
    expect_equal(*message, segments);
  }
}

TEST(RoundTrip, a_message_copied_field_by_field_says_the_same_with_standard_separators) {
  Generator generate(42);
  for (int run = 0; run < 400; ++run) {
    std::vector<Segment4> segments(generate.pick(1, 6));
    for (Segment4& segment : segments) segment = generate.segment();
    const auto message = parse(wire_of(segments, generate.delimiters()));
    ASSERT_TRUE(message.has_value());
    MessageWriter out;
    out.segment("MSH").set(18, "UNICODE UTF-8");
    for (std::size_t i = 1; i < message->segment_count(); ++i) {
      const Segment from = message->segment(i);
      out.segment(from.name());
      for (std::size_t f = 1; f <= from.field_count(); ++f) {
        ASSERT_TRUE(out.copy(f, from.field(f)).has_value());
      }
    }
    const auto copied = parse(out.take());
    ASSERT_TRUE(copied.has_value());
    ASSERT_EQ(copied->delimiters(), Delimiters{});
    expect_equal(*copied, segments);
  }
}

TEST(RoundTrip, cut_and_damaged_messages_are_refused_or_written_as_they_came) {
  Generator generate(9);
  int refused = 0;
  for (int run = 0; run < 20'000; ++run) {
    std::vector<Segment4> segments(generate.pick(0, 3));
    for (Segment4& segment : segments) segment = generate.segment();
    std::string wire = wire_of(segments, generate.delimiters());
    for (std::size_t damage = generate.pick(0, 3); damage > 0; --damage) {
      wire[generate.pick(0, wire.size() - 1)] = static_cast<char>(generate.pick(0, 255));
    }
    wire.resize(generate.pick(0, wire.size()));
    const Limits limits{100, 10, run % 2 == 0 ? LineFeeds::refused : LineFeeds::end_segments};
    const auto message = parse(wire, limits);
    if (message) {
      ASSERT_EQ(write(*message), wire);
    } else {
      ++refused;
    }
    read_header_leniently(wire);
  }
  EXPECT_GT(refused, 1'000);
  EXPECT_LT(refused, 19'000);
}

}  // namespace
}  // namespace bridge::hl7
