// SPDX-License-Identifier: Apache-2.0
#include "simulate/therapy.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "hl7/parse.h"
#include "json/json.h"
#include "shell/table_files.h"

namespace bridge::simulate {
namespace {

constexpr std::size_t max_file_bytes = std::size_t{1} << 20;

// The EI of OBX-18 that names the pump in a scan.
EntityId pump_of(const std::string& scan) {
  const hl7::Limits limits{.line_feeds = hl7::LineFeeds::end_segments};
  const auto message = hl7::parse(scan, limits);
  EntityId pump;
  if (!message) return pump;
  for (std::size_t at = 0; at < message->segment_count(); ++at) {
    const hl7::Segment segment = message->segment(at);
    if (segment.name() != "OBX" || segment.field(18).empty()) continue;
    const auto part = [&segment](std::size_t number) {
      return segment.field(18).component(number).text();
    };
    if (auto id = part(1)) pump.id = *id;
    if (auto space = part(2)) pump.namespace_id = *space;
    if (auto universal = part(3)) pump.universal_id = *universal;
    if (auto type = part(4)) pump.universal_id_type = *type;
    return pump;
  }
  return pump;
}

std::string order_of(const std::string& text) {
  const hl7::Limits limits{.line_feeds = hl7::LineFeeds::end_segments};
  const auto message = hl7::parse(text, limits);
  if (!message) return {};
  const auto number = message->find("ORC").field(2).component(1).text();
  return number ? *number : std::string();
}

}  // namespace

Result<std::vector<Therapy>, Faults> read_therapies(const std::string& directory) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(directory, error)) {
    if (entry.path().extension() == ".hl7") names.insert(entry.path().filename().string());
  }
  if (error || names.empty()) {
    return Faults{Fault{FaultCode::configuration_wrong, directory, "no demonstration files"}};
  }
  std::vector<Therapy> therapies;
  Faults faults;
  for (const std::string& name : names) {
    const auto text = shell::read_file(directory + "/" + name, max_file_bytes);
    if (!text) {
      faults.push_back(text.fault());
      continue;
    }
    const bool refused = name.find("_refused") != std::string::npos;
    const std::size_t kind = name.find(refused ? "_refused" : "_order");
    if (name.find("_order_") != std::string::npos && !therapies.empty()) {
      therapies.back().change_texts.push_back(*text);
    } else if (kind != std::string::npos) {
      Therapy therapy;
      therapy.name = name.substr(0, kind);
      therapy.order_text = *text;
      therapy.must_be_refused = refused;
      therapy.order = order_of(*text);
      therapies.push_back(std::move(therapy));
    } else if (!therapies.empty() && name.find("_scan") != std::string::npos) {
      Therapy& therapy = therapies.back();
      if (therapy.scan_texts.empty()) therapy.pump = pump_of(*text);
      therapy.scan_texts.push_back(*text);
    }
  }
  for (const Therapy& therapy : therapies) {
    if (!therapy.must_be_refused && therapy.scan_texts.empty()) {
      faults.push_back(
          Fault{FaultCode::configuration_wrong, therapy.name, "the therapy has no scan"});
    }
  }
  if (!faults.empty()) return faults;
  return therapies;
}

std::string filled(const std::string& text, Instant now, const std::string& control_id) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto here = [&](std::string_view word) {
      return text.compare(at, word.size(), word) == 0;
    };
    if (here("{now}")) {
      result += now.hl7();
      at += 5;
    } else if (here("{id}")) {
      result += control_id;
      at += 4;
    } else {
      if (text[at] != '\r') result.push_back(text[at] == '\n' ? '\r' : text[at]);
      ++at;
    }
  }
  return result;
}

std::map<std::string, ChartLine> read_chart(const std::string& ledger_file) {
  std::map<std::string, ChartLine> chart;
  const auto text = shell::read_file(ledger_file, std::size_t{64} << 20);
  if (!text) return chart;
  std::map<std::string, std::string> order_of_message;  // by control id
  for (std::size_t at = 0; at < text->size();) {
    const std::size_t end = std::min(text->find('\n', at), text->size());
    const auto line = json::parse(std::string_view(*text).substr(at, end - at));
    at = end + 1;
    if (!line) continue;
    const auto word = [&line](std::string_view key) {
      return std::string(line->text_of(key).value_or(""));
    };
    const std::string what = word("what");
    if (what == "record") {
      ChartLine& row = chart[word("order")];
      const json::Value* repeated = line->find("repeated");
      if (repeated == nullptr || !repeated->as_boolean()) ++row.records;
      if (word("completion") == "CP") row.complete = true;
      if (!word("total").empty()) row.total = word("total");
    }
  }
  return chart;
}

}  // namespace bridge::simulate
