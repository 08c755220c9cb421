// SPDX-License-Identifier: Apache-2.0
// No patient data leaves by the side: a mark in every field of good and bad messages is in no
// fault, error, log line, figure, or answer beyond the echo of control id and order numbers.
// Proves: P22.
#include <fcntl.h>
#include <unistd.h>

#include "engine/bad_input.h"
#include "hl7/parse.h"
#include "json/json.h"
#include "json/write.h"
#include "shell/load_library.h"
#include "shell/log.h"
#include "shell/metrics.h"
#include "shell/raw_client.h"
#include "shell/scratch.h"
#include "shell/service.h"
#include "translate/medication_request_samples.h"

namespace bridge::engine {
namespace {

constexpr const char* mark = "Quagga";  // no message, table or text of ours has the word

std::size_t marks_in(const std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
    ++count;
  }
  return count;
}

bool is_clean(const std::string& text) { return marks_in(text) == 0; }

// The findings of every fact: what a log line or a report could be made of.
Faults findings_of(const Record& record) {
  Faults faults;
  const auto fact = json::parse(record.payload);
  EXPECT_TRUE(fact);
  if (!fact) return faults;
  for (const char* name : {"findings", "warnings", "faults"}) {
    const json::Value* list = fact->find(name);
    if (list == nullptr) continue;
    for (const json::Value& each : list->items()) {
      const auto code = fault_named(each.text_of("code").value_or(""));
      EXPECT_TRUE(code);
      if (!code) continue;
      faults.push_back({*code, std::string(each.text_of("place").value_or("")),
                        std::string(each.text_of("detail").value_or(""))});
    }
  }
  return faults;
}

std::string content_of(int descriptor) {
  std::string text(1 << 20, '\0');
  const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
  text.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
  return text;
}

// A log that can be read back.
class KeptLog {
 public:
  KeptLog()
      : path_(scratch_.write("log", "")),
        descriptor_(::open(path_.c_str(), O_RDWR | O_APPEND)),
        log_(descriptor_, shell::LogLevel::debug, clock_) {}
  ~KeptLog() { ::close(descriptor_); }
  KeptLog(const KeptLog&) = delete;
  KeptLog& operator=(const KeptLog&) = delete;
  shell::Log& log() { return log_; }
  std::string text() const { return content_of(descriptor_); }

 private:
  shell::Scratch scratch_;
  std::string path_;
  int descriptor_;
  ManualClock clock_;
  shell::Log log_;
};

// Everything that an answer says beyond its addresses, its MSA-2 and its order numbers.
std::string said(const std::string& answer) {
  std::string text;
  for (std::size_t at = 0; at < answer.size();) {
    const std::size_t end = std::min(answer.find('\r', at), answer.size());
    const std::string segment = answer.substr(at, end - at);
    at = end + 1;
    if (segment.starts_with("MSH") || segment.starts_with("ORC")) continue;
    text += segment.starts_with("MSA") ? segment.substr(0, 6) : segment;
    text += '\n';
  }
  return text;
}

// Of each ORC only the numbers may repeat what was sent.
std::string order_words(const std::string& answer) {
  std::string text;
  const auto message = hl7::parse(answer);
  if (!message) return text;
  for (hl7::Segment orc = message->find("ORC"); orc.exists();
       orc = message->find("ORC", orc.index() + 1)) {
    for (std::size_t field = 1; field <= orc.field_count(); ++field) {
      if (field != 2 && field != 3) text.append(orc.field(field).raw()).append("|");
    }
  }
  return text;
}

class Watch {
 public:
  explicit Watch(Hospital& hospital) : hospital_(hospital) {}

  // Whatever became of it, nothing of it is to be seen.
  void look(const std::string& what, const std::string& answer) {
    EXPECT_TRUE(is_clean(said(answer))) << what << "\n" << answer;
    EXPECT_TRUE(is_clean(order_words(answer))) << what << "\n" << answer;
    const std::vector<Record> records = hospital_.journal.records();
    for (; seen_ < records.size(); ++seen_) {
      for (const Fault& fault : findings_of(records[seen_])) {
        ++faults_;
        EXPECT_TRUE(is_clean(fault.place)) << what << " at " << fault.place;
        EXPECT_TRUE(is_clean(fault.detail)) << what << ": " << fault.detail;
        log_.log().warning("refused", {{"fault", fault}, {"sequence", records[seen_].sequence}});
      }
    }
  }
  void end() {
    EXPECT_GT(faults_, 0U);
    EXPECT_NE(log_.text(), "");
    EXPECT_TRUE(is_clean(log_.text()));
    EXPECT_TRUE(is_clean(shell::render_metrics(hospital_.counters)));
  }

 private:
  Hospital& hospital_;
  KeptLog log_;
  std::size_t seen_ = 0;
  std::size_t faults_ = 0;
};

struct Spot {
  const char* segment;
  int fields;
};
constexpr Spot order_spots[] = {{"MSH", 21}, {"PID", 39}, {"PV1", 44}, {"ORC", 34},
                                {"RXE", 45}, {"TQ1", 14}, {"RXR", 6},  {"RXC", 11},
                                {"OBX", 25}, {"NTE", 4},  {"AL1", 6},  {"ZPI", 5}};
constexpr Spot scan_spots[] = {{"MSH", 21}, {"PID", 39}, {"PV1", 44}, {"ORC", 34}, {"RXG", 30},
                               {"RXR", 6},  {"OBX", 25}, {"NTE", 4},  {"TQ1", 14}};

// A marked value in several forms: a text, a coded value, a malformed escape, several parts.
std::vector<std::string> marked_values() {
  const std::string m = mark;
  return {m, m + "^" + m + "^" + m + "^" + m, m + "\\Q", m + "~" + m, "1" + m};
}

TEST(Privacy, no_field_of_an_order_is_told_by_the_way) {
  Hospital hospital;
  Watch watch(hospital);
  int number = 0;
  for (const Spot& spot : order_spots) {
    for (int field = spot.segment == std::string("MSH") ? 3 : 1; field <= spot.fields; ++field) {
      for (const std::string& value : marked_values()) {
        const std::string id = std::to_string(++number);
        const std::string path = std::string(spot.segment) + "-" + std::to_string(field);
        const std::string text =
            with_field(good_order(Mode::original, "M" + id, "P" + id), path, value);
        watch.look(path + " = " + value, hospital.send(text));
      }
    }
  }
  watch.end();
}

TEST(Privacy, no_field_of_a_scan_is_told_by_the_way) {
  Hospital hospital;
  take_order(hospital);
  Watch watch(hospital);
  int number = 0;
  for (const Spot& spot : scan_spots) {
    for (int field = spot.segment == std::string("MSH") ? 3 : 1; field <= spot.fields; ++field) {
      for (const std::string& value : marked_values()) {
        const std::string id = "S" + std::to_string(++number);
        const std::string path = std::string(spot.segment) + "-" + std::to_string(field);
        watch.look(path + " = " + value,
                   hospital.send(with_field(good_scan(Mode::original, id), path, value)));
      }
    }
  }
  watch.end();
}

TEST(Privacy, no_value_and_no_name_of_a_request_is_told_by_the_way) {
  Hospital hospital;
  Watch watch(hospital);
  const std::string good = translate::dopamine_request();
  // Every text of the body, names and values, one at a time.
  for (std::size_t begin = good.find('"'); begin != std::string::npos;) {
    const std::size_t end = good.find('"', begin + 1);
    std::string bad = good;
    // An unknown name is told when it is a plain word, since a name is no content; nothing else is.
    const bool name = good[end + 1] == ':';
    bad.replace(begin + 1, end - begin - 1, name ? std::string(mark) + " 7" : mark);
    const FhirAnswer answer = hospital.inbound.answer(FhirPost{"MedicationRequest", bad, false});
    if (answer.resource.text_of("resourceType") == "OperationOutcome") {
      EXPECT_TRUE(is_clean(json::write(answer.resource))) << json::write(answer.resource);
    }
    watch.look(good.substr(begin, end - begin + 1), "");
    begin = good.find('"', end + 1);
  }
  watch.end();
}

TEST(Privacy, the_words_of_a_pump_are_not_passed_on) {
  Hospital hospital;
  take_order(hospital);
  EXPECT_EQ(read_answer(hospital.send(good_scan(Mode::enhanced))).code, "CA");
  hospital.gateway.then([](std::string_view message) {
    const auto sent = hl7::parse(std::string(message));
    std::string answer = "MSH|^~\\&|PUMPGW|GENHOSP|BRIDGE|GENHOSP|20260302163000+0000||";
    answer += "ACK^O15^ACK|G1|P|2.6\rMSA|AE|";
    answer.append(sent->segment(0).field(10).raw());
    answer.append("\rERR|||207|E|9010^").append(mark).append("||").append(mark).append("\r");
    return Link::Outcome{Link::Fate::answered, answer};
  });
  EXPECT_NE(hospital.next_program(), "");
  const std::string answer = hospital.next_on_lane();
  EXPECT_EQ(read_answer(answer).code, "AE") << answer;
  EXPECT_NE(answer.find("9010"), std::string::npos) << answer;
  EXPECT_TRUE(is_clean(answer)) << answer;
}

TEST(Privacy, the_running_service_logs_nothing_of_a_message) {
  shell::Scratch scratch;
  KeptLog log;
  ManualClock clock(now_ms);
  shell::Config config;
  config.listen_ehr = config.listen_gateway = config.listen_http = {"127.0.0.1", 0};
  config.journal = scratch.file("journal.db");
  config.mappings = BRIDGE_SOURCE_DIR "/mappings";
  shell::use_demonstration_library(config);
  auto service = shell::Service::start(config, clock, log.log());
  ASSERT_TRUE(service);
  const auto exchange = [](std::uint16_t port, const std::string& bytes) {
    shell::RawClient client(port);
    EXPECT_TRUE(client.send(bytes));
    return client.read_frame();
  };
  const std::string name = std::string(mark) + "^" + mark;
  for (const char* edit : {"PID-8", "RXE-23", "MSH-12", "PID-3"}) {
    std::string order = with({{"PID-5", name.c_str()}, {"PID-11", mark}, {"NTE-3", mark}})(
        good_order(Mode::original, edit));
    order = with_field(order, edit, mark);
    const std::string answer = exchange((*service)->ehr_port(), "\x0B" + order + "\x1C\r");
    EXPECT_TRUE(is_clean(said(answer))) << answer;
  }
  shell::RawClient client((*service)->http_port());
  EXPECT_TRUE(client.send("GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
  const std::string metrics = client.read_to_end();
  EXPECT_NE(metrics.find("200"), std::string::npos);
  EXPECT_TRUE(is_clean(metrics));
  EXPECT_TRUE((*service)->stop(10'000));
  EXPECT_TRUE(is_clean(log.text())) << log.text();
}

}  // namespace
}  // namespace bridge::engine
