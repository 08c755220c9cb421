// SPDX-License-Identifier: Apache-2.0
#include "engine/bad_input.h"

#include "engine/answers.h"
#include "hl7/parse.h"
#include "shell/load_library.h"
#include "shell/load_tables.h"

namespace bridge::engine {
namespace {

constexpr const char* stamp = "20260302162500+0000";

std::string envelope(Mode mode, const std::string& type, const std::string& control_id) {
  std::string msh = "MSH|^~\\&|EHR|GENHOSP|BRIDGE|GENHOSP|";
  msh.append(stamp).append("||").append(type).append("|").append(control_id).append("|P|2.6|||");
  msh += mode == Mode::enhanced ? "AL|AL" : "|";
  return msh + "||UNICODE UTF-8\r";
}

struct Spot {
  std::string segment;
  std::size_t occurrence = 1;
  std::size_t field = 0;
};

Spot spot_of(std::string_view path) {
  const std::size_t dash = path.find('-');
  Spot spot{std::string(path.substr(0, 3)), 1, std::stoul(std::string(path.substr(dash + 1)))};
  if (path[3] == '[') spot.occurrence = std::stoul(std::string(path.substr(4)));
  return spot;
}

}  // namespace

std::shared_ptr<const Tables> shipped_tables() {
  static const std::shared_ptr<const Tables> tables = [] {
    shell::Config config;
    config.mappings = BRIDGE_SOURCE_DIR "/mappings";
    shell::use_demonstration_library(config);
    config.gateways = {{"demo", {}, "demonstration"}};
    config.ehrs = {{"ehr", {}, "default", {"EHR"}}};
    auto loaded = shell::load_tables(config);
    if (!loaded) std::abort();
    return std::move(loaded).value();
  }();
  return tables;
}

std::shared_ptr<const Tables> tables_at(const SiteClock& clock) {
  auto tables = std::make_shared<Tables>(*shipped_tables());
  tables->ehr_door.site_clock = clock;
  tables->gateway_door.site_clock = clock;
  return tables;
}

Hospital::Hospital(std::shared_ptr<const Tables> tables)
    : clock(now_ms),
      holder(std::move(tables)),
      core(journal, clock, holder),
      inbound(core, holder, counters),
      outbox(core, holder, counters) {
  core.on_replies(
      [this](const std::vector<decide::Reply>& replies, const decide::State& state, Instant now) {
        return late_answers(replies, *holder.current(), state, now);
      });
  EXPECT_TRUE(core.recover("EPOCH1"));
}

std::vector<std::string> Hospital::kinds(std::size_t first) {
  std::vector<std::string> found;
  const std::vector<Record> records = journal.records();
  for (std::size_t at = first; at < records.size(); ++at) found.push_back(records[at].kind);
  return found;
}

std::string Hospital::next_on_lane() {
  const std::size_t before = ehr.asked().size();
  (void)outbox.send_report("ehr", ehr);
  const std::vector<std::string> asked = ehr.asked();
  return asked.size() == before ? std::string() : asked.back();
}

std::string Hospital::next_program() {
  const std::size_t before = gateway.asked().size();
  (void)outbox.send_program("demo", gateway);
  const std::vector<std::string> asked = gateway.asked();
  return asked.size() == before ? std::string() : asked.back();
}

std::string good_order(Mode mode, const std::string& control_id, const std::string& order) {
  std::string text = envelope(mode, "RDE^O11^RDE_O11", control_id);
  text += "PID|1||100123^^^HOSP^MR||SAMPLE^IVY||19500101|F\r";
  text += "PV1|1|I|ICU^12^A^GENHOSP||||||||||||||||V900^^^HOSP^VN\r";
  text += "ORC|NW|" + order + "^EHR|F7001^RX||||||" + stamp + "|||D01^SAMPLE^ANN\r";
  text += "RXE||DOPA^Dopamine^L|250||mL^^UCUM||||||||||||||||||5|ug/kg/min^^UCUM|400|mg^^UCUM";
  text += "|||||||250|mL^^UCUM\r";
  text += std::string("TQ1|1||C||||") + stamp + "||R\r";
  text += "RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164\r";
  text += "RXC|B|D5W^Dextrose 5%^L|250|mL^^UCUM\r";
  text += "RXC|A|DOPA^Dopamine^L|400|mg^^UCUM\r";
  text += "OBX|1|NM|29463-7^Body weight^LN||70|kg^^UCUM|||||F\r";
  return text;
}

std::string good_scan(Mode mode, const std::string& control_id, const std::string& order) {
  std::string text = envelope(mode, "RGV^O15^RGV_O15", control_id);
  text += "PID|||100123^^^HOSP^MR||SAMPLE^IVY||19500101|F\r";
  text += "PV1||I|ICU^12^A\r";
  text += "ORC|RE|" + order + "^EHR|||||||" + stamp + "||||||||||N0001^SAMPLE^ADA\r";
  text += "RXG|1|||DOPA^Dopamine^L|250||mL^^UCUM\r";
  text += "RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164\r";
  text += "OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||";
  text += "P-1001^^ACDE48FFFE000002^EUI-64\r";
  return text;
}

std::string with_field(std::string message, std::string_view path, std::string_view value) {
  const Spot spot = spot_of(path);
  std::size_t seen = 0;
  std::size_t begin = 0;
  for (; begin < message.size(); begin = message.find('\r', begin) + 1) {
    if (message.compare(begin, 3, spot.segment) == 0 && ++seen == spot.occurrence) break;
  }
  if (begin >= message.size()) {
    begin = message.size();
    message += spot.segment + '\r';
  }
  // MSH-1 is the separator itself, so MSH-2 stands behind the first one.
  std::size_t at = begin + 3;
  for (std::size_t field = spot.segment == "MSH" ? 2 : 1;; ++field) {
    if (message[at] == '\r') message.insert(at, "|");
    const std::size_t end = message.find_first_of("|\r", at + 1);
    if (field == spot.field) return message.replace(at + 1, end - at - 1, value);
    at = end;
  }
}

Edit with(std::initializer_list<std::pair<const char*, const char*>> fields) {
  std::vector<std::pair<std::string, std::string>> kept(fields.begin(), fields.end());
  return [kept = std::move(kept)](std::string message) {
    for (const auto& [path, value] : kept) message = with_field(std::move(message), path, value);
    return message;
  };
}

Edit with(const char* path, const std::string& value) {
  return [path, value](std::string message) { return with_field(std::move(message), path, value); };
}

Edit without(const char* segment) {
  return [segment](const std::string& message) {
    std::string kept;
    for (std::size_t at = 0; at < message.size();) {
      const std::size_t end = message.find('\r', at) + 1;
      if (message.compare(at, 3, segment) != 0) kept.append(message, at, end - at);
      at = end;
    }
    return kept;
  };
}

Edit replaced(const char* from, const std::string& to) {
  return [from, to](std::string text) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    if (at != std::string::npos) text.replace(at, std::string_view(from).size(), to);
    return text;
  };
}

Edit instead(const std::string& text) {
  return [text](const std::string&) { return text; };
}

Told read_answer(const std::string& answer) {
  Told told;
  if (answer.empty()) return told;
  told.answered = true;
  const auto message = hl7::parse(answer);
  EXPECT_TRUE(message) << answer;
  if (!message) return told;
  const auto text = [](const hl7::Node& node) {
    const auto read = node.text();
    return read ? *read : std::string("?");
  };
  told.code = text(message->find("MSA").field(1));
  told.echo = std::string(message->find("MSA").field(2).raw());
  for (hl7::Segment err = message->find("ERR"); err.exists();
       err = message->find("ERR", err.index() + 1)) {
    std::string line = text(err.field(4)) + " " + text(err.field(3).component(1));
    line += " " + (err.field(5).valued() ? text(err.field(5).component(1)) : std::string("0"));
    if (err.field(2).valued()) {
      line += " " + text(err.field(2).component(1));
      if (err.field(2).component(3).valued()) line += "-" + text(err.field(2).component(3));
      if (err.field(2).component(5).valued()) line += "." + text(err.field(2).component(5));
    }
    told.errors += line + "\n";
  }
  return told;
}

void take_order(Hospital& hospital) {
  expect_taken(hospital, good_order(Mode::original, "BEFORE", "P5001"));
}

void expect_taken(Hospital& hospital, const std::string& message) {
  const std::size_t before = hospital.facts();
  const Told told = read_answer(hospital.send(message));
  EXPECT_EQ(told.code, "AA") << told.errors;
  EXPECT_EQ(told.errors.find("E "), std::string::npos) << told.errors;
  const std::vector<std::string> kinds = hospital.kinds(before);
  ASSERT_FALSE(kinds.empty());
  EXPECT_EQ(kinds.front(), "order_accepted");
}

void expect_refused(const Row& row, Mode mode) {
  Hospital hospital;
  if (row.before) row.before(hospital);
  while (!hospital.next_program().empty()) continue;
  const std::size_t programs = hospital.gateway.asked().size();
  const std::size_t before = hospital.facts();
  const std::string good = row.base == Base::order ? good_order(mode) : good_scan(mode);
  const std::string bad = row.edit(good);
  ASSERT_NE(bad, good);
  const Told told = read_answer(hospital.send(bad));
  const std::string own = row.base == Base::order ? "MSG1" : "SCAN1";

  const bool at_door = mode == Mode::original || row.way == Way::door;
  const std::string accept = row.way == Way::lane ? "CA" : row.code[1] == 'R' ? "CR" : "CE";
  EXPECT_EQ(told.code, mode == Mode::original ? row.code : accept);
  EXPECT_EQ(told.echo, row.echo.value_or(own));
  std::vector<std::string> facts{row.audit};
  const bool unread = facts.front() == "message_refused";
  if (!unread) facts.emplace_back("message_answered");
  if (at_door) {
    EXPECT_NE(told.errors.find(std::string(row.error) + "\n"), std::string::npos) << told.errors;
    EXPECT_EQ(hospital.next_on_lane(), "");
  } else {
    EXPECT_EQ(told.errors, "");
    facts.insert(facts.begin() + (unread ? 0 : 1), "answer_due");
  }
  const std::vector<std::string> kinds = hospital.kinds(before);
  EXPECT_EQ(kinds, facts);
  if (!at_door) {
    const Told later = read_answer(hospital.next_on_lane());
    EXPECT_EQ(later.code, row.code);
    EXPECT_EQ(later.echo, row.echo.value_or(own));
    EXPECT_NE(later.errors.find(std::string(row.error) + "\n"), std::string::npos) << later.errors;
  }
  EXPECT_EQ(hospital.next_program(), "");
  EXPECT_EQ(hospital.gateway.asked().size(), programs);
  expect_taken(hospital, good_order(Mode::original, "NEXT", "P9999"));
}

std::string test_name(const char* id, const char* what, std::size_t index) {
  std::string name(id);
  name.append("_").append(std::to_string(index)).append("_");
  for (const char c : std::string_view(what)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    name += plain ? c : '_';
  }
  return name;
}

void PrintTo(const Row& row, std::ostream* out) { *out << row.id << ' ' << row.what; }

}  // namespace bridge::engine
