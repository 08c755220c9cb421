// SPDX-License-Identifier: Apache-2.0
// A log line is one line whatever is in it. Row B151. Proves: P22.
#include "shell/log.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <thread>

#include "base/tagged.h"
#include "shell/system_clock.h"
#include "support/manual_clock.h"

namespace bridge::shell {
namespace {

class Pipe {
 public:
  Pipe() { EXPECT_EQ(::pipe(ends_.data()), 0); }
  ~Pipe() {
    ::close(ends_[0]);
    if (ends_[1] >= 0) ::close(ends_[1]);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  int in() const { return ends_[1]; }
  std::string all() {
    ::close(ends_[1]);
    ends_[1] = -1;
    std::string text;
    std::array<char, 4096> part{};
    ssize_t size = 0;
    while ((size = ::read(ends_[0], part.data(), part.size())) > 0) {
      text.append(part.data(), static_cast<std::size_t>(size));
    }
    return text;
  }

 private:
  std::array<int, 2> ends_{-1, -1};
};

std::string value(std::string_view text) {
  std::string out;
  append_log_value(out, text);
  return out;
}

TEST(Log, a_line_has_time_level_event_and_fields) {
  Pipe pipe;
  engine::ManualClock clock;
  Log log(pipe.in(), LogLevel::info, clock);
  log.info("message_answered", {{"sequence", 42U}, {"peer", "ehr-1"}, {"repeat", false}});
  log.error("refused", {{"fault", Fault{FaultCode::store_failed, "journal", "detail"}}});
  EXPECT_EQ(pipe.all(),
            "2026-03-02T12:00:00.000Z info message_answered sequence=42 peer=ehr-1 repeat=false\n"
            "2026-03-02T12:00:00.000Z error refused fault=\"store_failed at journal\"\n");
}

TEST(Log, lower_levels_are_left_out) {
  Pipe pipe;
  engine::ManualClock clock;
  Log log(pipe.in(), LogLevel::warning, clock);
  log.debug("a");
  log.info("b");
  log.warning("c");
  log.error("d");
  EXPECT_FALSE(log.enabled(LogLevel::info));
  EXPECT_TRUE(log.enabled(LogLevel::warning));
  EXPECT_EQ(pipe.all(), "2026-03-02T12:00:00.000Z warning c\n2026-03-02T12:00:00.000Z error d\n");
}

TEST(Log, B151_no_value_begins_a_line_or_hides_one) {
  EXPECT_EQ(value("plain-1.2"), "plain-1.2");
  EXPECT_EQ(value(""), "\"\"");
  EXPECT_EQ(value("a b"), "\"a b\"");
  EXPECT_EQ(value("a=b"), "\"a=b\"");
  EXPECT_EQ(value("say \"hi\""), "\"say \\\"hi\\\"\"");
  EXPECT_EQ(value("back\\slash"), "\"back\\\\slash\"");
  EXPECT_EQ(value("x\r\n2026-03-02T12:00:00.000Z"), "x\\x0d\\x0a2026-03-02T12:00:00.000Z");
  EXPECT_EQ(value(std::string_view("\0\x1b[2J\x7f", 6)), "\\x00\\x1b[2J\\x7f");
  EXPECT_EQ(value("\xE2\x80\xAE"), "\\xe2\\x80\\xae");  // right-to-left override
  EXPECT_EQ(value("%s%n"), "%s%n");
  std::string longest(200, 'x');
  EXPECT_EQ(value(longest), longest);
  EXPECT_EQ(value(longest + "y"), longest.append("..."));
}

TEST(Log, lines_of_many_threads_do_not_mix) {
  Pipe pipe;
  engine::ManualClock clock;
  Log log(pipe.in(), LogLevel::info, clock);
  constexpr int threads = 4;
  constexpr int lines = 100;
  std::vector<std::thread> workers;
  for (int worker = 0; worker < threads; ++worker) {
    workers.emplace_back([&] {
      for (int line = 0; line < lines; ++line) log.info("event", {{"value", "abcdefghij"}});
    });
  }
  for (std::thread& worker : workers) worker.join();
  const std::string line = "2026-03-02T12:00:00.000Z info event value=abcdefghij\n";
  std::string expected;
  for (int i = 0; i < threads * lines; ++i) expected += line;
  EXPECT_EQ(pipe.all(), expected);
}

// A patient's name cannot become a field, and neither can a fault's detail.
struct NameTag {};
static_assert(!std::is_constructible_v<LogField, std::string_view, Private<NameTag>>);

TEST(SystemClock, is_within_this_century_and_does_not_go_back) {
  SystemClock clock;
  const Instant before = clock.now();
  EXPECT_GT(before, *Instant::parse_rfc3339("2024-01-01T00:00:00Z"));
  EXPECT_LT(before, *Instant::parse_rfc3339("2100-01-01T00:00:00Z"));
  EXPECT_GE(clock.now(), before);
}

}  // namespace
}  // namespace bridge::shell
