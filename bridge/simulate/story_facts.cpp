// SPDX-License-Identifier: Apache-2.0
#include "simulate/story_facts.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/record.h"

namespace bridge::simulate {
namespace {

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out.append(" ").append(text);
  return out;
}

std::string in_lines(std::vector<std::string> lines) {
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out.append(line).append("\n");
  return out;
}

std::string orders_text(const decide::State& state) {
  std::vector<std::string> lines;
  for (const auto& [key, held] : state.orders()) {
    std::string line = "order " + key + " " + std::string(name_of(held.status));
    line.append(held.held_by_soft_limit ? " held" : "");
    line.append(" version ").append(std::to_string(held.version));
    line.append(" records ").append(std::to_string(held.records));
    line.append(joined(held.administrations));
    if (!held.order.empty()) {
      line.append(" ").append(
          engine::write_record(decide::OrderAccepted{held.order.unpack(), {}, false, {}}).payload);
    }
    lines.push_back(std::move(line));
  }
  return in_lines(std::move(lines));
}

std::string programs_text(const decide::State& state) {
  std::vector<std::string> lines;
  for (const auto& [id, held] : state.programs()) {
    std::string line = "program " + id + " " + std::string(name_of(held.status));
    line.append(" ").append(held.order).append(" ").append(held.pump);
    line.append(" attempts ").append(std::to_string(held.attempts));
    line.append(" due ").append(held.due_at.utc()).append(" sent ").append(held.sent_at.utc());
    if (!held.program.empty()) {
      const decide::ProgramDue due{id, held.program.unpack(), {}, held.reply_to, held.due_at};
      line.append(" ").append(engine::write_record(due).payload);
    }
    lines.push_back(std::move(line));
  }
  for (const auto& [key, pump] : state.pumps()) {
    std::string line = "pump " + key + " in flight " + pump.in_flight + " loaded " + pump.loaded;
    line.append(pump.running ? " running" : "").append(pump.online ? "" : " offline");
    line.append(pump.stopped_because.empty() ? "" : " stopped because " + pump.stopped_because);
    line.append(pump.not_loaded ? " not loaded" : "").append(pump.no_care_area ? " no area" : "");
    line.append(" area ").append(pump.care_area).append(" library ").append(pump.library_version);
    line.append(" patient ").append(pump.patient.key());
    if (pump.association) {
      line.append(" ").append(
          engine::write_record(decide::PumpAssociated{*pump.association}).payload);
    }
    lines.push_back(std::move(line));
  }
  std::string out = in_lines(std::move(lines));
  out.append("due").append(joined({state.due_programs().begin(), state.due_programs().end()}));
  out.append("\nopen").append(joined({state.open_programs().begin(), state.open_programs().end()}));
  return out + "\n";
}

std::string reports_text(const decide::State& state) {
  std::vector<std::string> lines;
  for (const auto& [id, held] : state.administrations()) {
    const decide::AdministrationChanged whole{held.administration.unpack()};
    lines.push_back("administration " + id + " of " + held.order + " by " + held.control_id + " " +
                    std::string(name_of(held.status)) + " events " +
                    std::to_string(held.events.size()) + " " + engine::write_record(whole).payload);
  }
  for (const auto& [lane, ids] : state.report_lanes()) {
    lines.push_back("lane " + lane + joined({ids.begin(), ids.end()}));
  }
  lines.push_back("parked" + joined(state.parked_reports()));
  return in_lines(std::move(lines));
}

}  // namespace

std::string state_text(const decide::State& state) {
  std::string text = "epoch " + state.epoch();
  text.append("\nmade ").append(std::to_string(state.programs_made()));
  text.append(" ").append(std::to_string(state.administrations_made()));
  text.append(" ").append(std::to_string(state.reports_made()));
  text.append(" ").append(std::to_string(state.answers_made())).append("\n");
  if (state.library()) {
    text.append("library ").append(state.library()->label).append(" ");
    text.append(state.library()->content_hash).append("\n");
  }
  for (const auto& [hash, reason] : state.recalled_libraries()) {
    text.append("recalled ").append(hash).append(" ").append(reason).append("\n");
  }
  return text + orders_text(state) + programs_text(state) + reports_text(state);
}

}  // namespace bridge::simulate
