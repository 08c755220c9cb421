// SPDX-License-Identifier: Apache-2.0
// All of a State as text, so that two states can be compared and a difference be read.
#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "decide/state.h"
#include "engine/record.h"

namespace bridge::engine {

class StateText {
 public:
  explicit StateText(const decide::State& state) : state_(state) {}

  std::string text() {
    lines_ << state_.epoch() << ' ' << state_.programs_made() << ' '
           << state_.administrations_made() << ' ' << state_.reports_made() << ' '
           << state_.answers_made() << '\n';
    for_each(state_.orders(), [this](const auto& key, const auto& held) { order(key, held); });
    for_each(state_.pumps(), [this](const auto& key, const auto& held) { pump(key, held); });
    for_each(state_.programs(), [this](const auto& key, const auto& held) { program(key, held); });
    for (const auto& [id, held] : state_.administrations()) administration(id, held);
    list("due", state_.due_programs());
    list("open", state_.open_programs());
    list("parked", state_.parked_reports());
    for (const auto& [destination, ids] : state_.report_lanes()) {
      list(destination, ids);
      for (const std::string& id : ids) fact(state_.report(id)->fact);
    }
    return lines_.str();
  }

 private:
  template <class Map, class Take>
  static void for_each(const Map& map, Take&& take) {
    std::vector<std::string> keys;
    for (const auto& [key, held] : map) keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    for (const std::string& key : keys) take(key, map.at(key));
  }
  template <class Names>
  void list(std::string_view what, const Names& names) {
    lines_ << what << ':';
    for (const std::string& name : names) lines_ << ' ' << name;
    lines_ << '\n';
  }
  void codes(std::string_view what, const std::vector<FaultCode>& held) {
    lines_ << what << ':';
    for (const FaultCode code : held) lines_ << ' ' << kind_of(code).name;
    lines_ << '\n';
  }
  void fact(const decide::Fact& held) { lines_ << write_record(held).payload << '\n'; }

  void order(const std::string& key, const decide::OrderState& held) {
    lines_ << key << ' ' << name_of(held.status) << ' ' << held.held_by_soft_limit << ' '
           << held.version << ' ' << held.records << '\n';
    codes("told", held.told);
    codes("released", held.released);
    list("administrations", held.administrations);
    if (held.order.empty()) return;
    const InfusionOrder order = held.order.unpack();
    fact(decide::OrderAccepted{order, {}, false, {}});
    const BodyWeight* weight = state_.weight(order.patient.patient_id.key());
    if (weight != nullptr) lines_ << weight->amount().ucum_text() << '\n';
  }
  void pump(const std::string& key, const decide::PumpState& held) {
    lines_ << key << " [" << held.in_flight << "] [" << held.loaded << "] [" << held.administration
           << "] " << held.running << ' ' << held.online << '\n';
    if (held.association) fact(decide::PumpAssociated{*held.association});
  }
  void program(const std::string& key, const decide::ProgramState& held) {
    lines_ << name_of(held.status) << ' ' << held.pump << ' ' << held.order << ' '
           << held.order_version << ' ' << held.attempts << ' ' << held.sent_at.unix_ms() << '\n';
    fact(decide::ProgramDue{key, held.program.unpack(),
                            held.certificate.empty() ? Certificate{} : held.certificate.unpack(),
                            held.reply_to, held.due_at});
  }
  void administration(const std::string& id, const decide::AdministrationState& held) {
    lines_ << id << ' ' << held.order << ' ' << held.patient << " [" << held.control_id << "] "
           << held.opened_at.unix_ms() << ' ' << name_of(held.status) << ' '
           << held.last_event_at.unix_ms() << '\n';
    if (!held.administration.empty()) {
      fact(decide::AdministrationChanged{held.administration.unpack()});
    }
    for (const auto& event : held.events) {
      const PumpEvent unpacked = event.unpack();
      lines_ << state_.knows_event(decide::event_key(unpacked));
      fact(decide::EventRecorded{unpacked, {}, false, id});
    }
  }

  const decide::State& state_;
  std::ostringstream lines_;
};

inline std::string text_of(const decide::State& state) { return StateText(state).text(); }

}  // namespace bridge::engine
