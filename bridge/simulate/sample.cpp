// SPDX-License-Identifier: Apache-2.0
#include "simulate/sample.h"

#include <filesystem>
#include <sstream>

#include "engine/fact_line.h"
#include "engine/read_message.h"
#include "engine/record.h"
#include "hl7/mllp.h"
#include "hl7/parse.h"
#include "json/json.h"
#include "json/write.h"
#include "shell/explain.h"
#include "shell/table_files.h"

namespace bridge::simulate {
namespace {

constexpr std::size_t max_file_bytes = std::size_t{1} << 20;
constexpr hl7::Limits file_limits{.line_feeds = hl7::LineFeeds::end_segments};

// Quantities in one line: "31.9 mL/h (OBX[12]-5)".
bool is_quantity(const json::Value& value) { return value.text_of("value") && value.find("unit"); }

std::string quantity(const json::Value& value) {
  std::string text(*value.text_of("value"));
  text.append(" ").append(value.text_of("unit").value_or(""));
  if (const auto field = value.text_of("field")) text.append(" (").append(*field).append(")");
  return text;
}

// One line for each leaf: "event.pump.id: P-1001".
void flatten(std::string& out, const std::string& path, const json::Value& value) {
  if (value.is_object() && !is_quantity(value)) {
    for (const json::Member& member : value.members()) {
      if (path.empty() && member.key == "v") continue;
      flatten(out, path.empty() ? member.key : path + "." + member.key, member.value);
    }
  } else if (value.is_array()) {
    std::size_t at = 0;
    for (const json::Value& item : value.items()) {
      flatten(out, path + "[" + std::to_string(at++) + "]", item);
    }
  } else {
    out.append(path).append(": ");
    out.append(is_quantity(value)  ? quantity(value)
               : value.is_string() ? value.as_string()
                                   : json::write(value));
    out += '\n';
  }
}

// The journal writes every field of a value, so nothing that was read can be missing here.
void append_fact(std::string& out, const decide::Fact& fact) {
  const auto record = json::parse(engine::write_record(fact).payload);
  if (record) flatten(out, "", *record);
}

std::string said(const Faults& faults) {
  std::string out = any_error(faults) ? "refused\n" : "read\n";
  for (const Fault& fault : faults) out.append(engine::finding_line(fault)).append("\n");
  return out;
}

std::string request_text(const decide::RequestInput& input) {
  std::string out = said(input.faults);
  out.append("kind: ").append(name_of(input.request.kind)).append("\n");
  append_fact(out, decide::PumpAssociated{input.request.association});
  const decide::OrderAccepted scanned{
      input.request.as_scanned, {}, false, input.request.association.at};
  const auto record = json::parse(engine::write_record(scanned).payload);
  const json::Value* order = record ? record->find("order") : nullptr;
  if (order != nullptr) flatten(out, "as_scanned", *order);
  return out;
}

std::string answer_text(const decide::PumpAnswerInput& input) {
  std::string out = said(input.faults);
  const PumpAnswer& answer = input.answer;
  out.append("answers: ").append(answer.control_id).append("\n");
  out.append("accepted: ").append(answer.accepted ? "true" : "false").append("\n");
  if (!answer.placer_order_number.empty()) {
    out.append("order: ").append(answer.placer_order_number.key()).append("\n");
  }
  for (const PumpRefusal& refusal : answer.refusals) {
    out.append("refusal: ").append(refusal.code).append(" ").append(refusal.text).append("\n");
  }
  return out;
}

std::string event_text(const decide::PumpEventInput& input) {
  std::string out = said(input.faults);
  append_fact(out, decide::EventRecorded{input.event, {}, false, {}});
  return out;
}

std::string pump_side_text(const hl7::Message& message, const engine::Tables& tables,
                           const translate::HeaderPolicy& door) {
  const translate::Header told = translate::peek_header(message, door);
  const auto header = translate::read_header(message, door, told.time.value_or(Instant{}));
  if (!header) {
    std::string out = "unreadable\n";
    for (const Fault& fault : header.fault()) out.append(engine::finding_line(fault)).append("\n");
    return out;
  }
  std::string out;
  for (const decide::Input& input : engine::read_message(message, *header, tables).inputs) {
    if (const auto* request = std::get_if<decide::RequestInput>(&input)) {
      out += request_text(*request);
    } else if (const auto* answer = std::get_if<decide::PumpAnswerInput>(&input)) {
      out += answer_text(*answer);
    } else if (const auto* event = std::get_if<decide::PumpEventInput>(&input)) {
      out += event_text(*event);
    }
  }
  return out;
}

// Up to the certificate, which comes before the command.
std::string explained(const std::string& path,
                      const std::shared_ptr<const engine::Tables>& tables) {
  shell::ExplainOptions options;
  options.files = {path};
  std::ostringstream out;
  (void)shell::explain(options, tables, out);
  std::string text = std::move(out).str();
  for (const std::string_view end : {"\nChecked against ", "\nCommand\n"}) {
    if (const std::size_t at = text.find(end); at != std::string::npos) text.resize(at + 1);
  }
  return text;
}

std::string frames_text(std::string_view stream) {
  hl7::FrameReader reader;
  std::string out;
  while (const auto event = reader.next(stream)) {
    if (event->fault) {
      out.append(kind_of(*event->fault).name);
      if (event->noise > 0) out.append(" ").append(std::to_string(event->noise));
    } else {
      const auto message = hl7::parse(std::string(event->message));
      out.append("frame: ").append(message ? std::to_string(message->segment_count()) + " segments"
                                           : brief(message.fault()));
    }
    out += '\n';
  }
  return reader.frame_open() ? out + "open\n" : out;
}

}  // namespace

std::optional<std::string> read_sample(const std::string& path,
                                       const std::shared_ptr<const engine::Tables>& tables) {
  const auto text = shell::read_file(path, max_file_bytes);
  if (!text) return std::nullopt;
  if (path.ends_with(".bin")) return frames_text(*text);
  if (path.ends_with(".json") || path.ends_with(".xml")) return explained(path, tables);
  if (!path.ends_with(".hl7")) return std::nullopt;
  const auto message = hl7::parse(*text, file_limits);
  if (!message) return explained(path, tables);
  const std::string_view type = message->segment(0).field(9).component(1).raw();
  if (type == "RRG" || type == "ORU")
    return pump_side_text(*message, *tables, tables->gateway_door);
  if (type == "RGV") return pump_side_text(*message, *tables, tables->ehr_door);
  return explained(path, tables);
}

std::string sample_of(const std::string& expect_path) {
  namespace fs = std::filesystem;
  const std::string plain = fs::path(expect_path).replace_extension().string();
  std::error_code ignored;
  return fs::exists(plain, ignored) ? plain : plain + ".bin";
}

}  // namespace bridge::simulate
