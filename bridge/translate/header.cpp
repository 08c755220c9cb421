// SPDX-License-Identifier: Apache-2.0
#include "translate/header.h"

#include <algorithm>
#include <array>

#include "hl7/charset.h"
#include "hl7/timestamp.h"

namespace bridge::translate {
namespace {

std::string text_of(const hl7::Node& node) {
  if (!node.valued()) return {};
  auto text = node.text(hl7::Escapes::keep_unknown);
  return text ? *std::move(text) : std::string(node.raw());
}

HierarchicName name_at(const hl7::Segment& msh, std::size_t field) {
  const hl7::Field hd = msh.field(field);
  return {text_of(hd.component(1)), text_of(hd.component(2)), text_of(hd.component(3))};
}

AckWish wish_of(const std::string& code) {
  if (code == "AL") return AckWish::always;
  if (code == "NE") return AckWish::never;
  if (code == "ER") return AckWish::on_error;
  if (code == "SU") return AckWish::on_success;
  return AckWish::unsaid;
}

// HL7 table 0104 from 2.3 on; 2.9 changes what the receiver must do, and is not taken.
bool is_taken_version(std::string_view version) {
  constexpr std::array<std::string_view, 11> taken = {
      "2.3", "2.3.1", "2.3.2", "2.4", "2.5", "2.5.1", "2.6", "2.7", "2.7.1", "2.8", "2.8.1"};
  return version == "2.8.2" || std::find(taken.begin(), taken.end(), version) != taken.end();
}

void check_type(const Header& header, const HeaderPolicy& policy, Faults& faults) {
  const auto& list = policy.messages;
  const auto by_type = std::find_if(list.begin(), list.end(),
                                    [&](const auto& row) { return row.type == header.type; });
  if (by_type == list.end()) {
    faults.push_back({FaultCode::message_type_unknown, "MSH[1]-9.1", {}});
    return;
  }
  const auto row = std::find_if(list.begin(), list.end(), [&](const auto& each) {
    return each.type == header.type && (each.event == header.event || each.event.empty());
  });
  if (row == list.end()) {
    faults.push_back({FaultCode::event_unknown, "MSH[1]-9.2", {}});
    return;
  }
  if (header.structure.empty() || row->structure.empty()) return;
  if (header.structure != row->structure) {
    faults.push_back({FaultCode::structure_contradicts, "MSH[1]-9.3", {}});
  }
}

// B22. A control id is echoed in MSA-2 and is a key of ours, so it must be plain text.
void check_control_id(const hl7::Field& field, Faults& faults) {
  const std::string place = "MSH[1]-10";
  if (!field.valued()) {
    faults.push_back({FaultCode::control_id_missing, place, {}});
    return;
  }
  const auto text = field.text();
  const bool whole = field.repetition_count() == 1 && field.component_count() == 1 &&
                     field.component(1).subcomponent_count() == 1;
  const bool plain = text && std::all_of(text->begin(), text->end(), [](char c) {
                       const auto byte = static_cast<unsigned char>(c);
                       return byte > 0x20 && byte < 0x7F && c != '|' && c != '^' && c != '~' &&
                              c != '\\' && c != '&';
                     });
  if (!whole || !plain) {
    faults.push_back({FaultCode::control_id_malformed, place, {}});
  } else if (text->size() > 199) {
    faults.push_back({FaultCode::control_id_too_long, place, {}});
  }
}

void check_time(const hl7::Field& field, const Header& header, const HeaderPolicy& policy,
                Instant now, Faults& faults) {
  if (!field.valued()) return;
  const std::string place = "MSH[1]-7";
  if (!hl7::Timestamp::parse(text_of(field.component(1)))) {
    faults.push_back({FaultCode::timestamp_malformed, place, {}});
    return;
  }
  if (header.time && policy.future_ms &&
      header.time->unix_ms() > now.unix_ms() + *policy.future_ms) {
    faults.push_back({FaultCode::future_message, place, {}});
  }
}

}  // namespace

HeaderPolicy ehr_policy() {
  HeaderPolicy policy;
  policy.messages = {{"RDE", "O11", "RDE_O11"}, {"RDE", "O25", "RDE_O11"},
                     {"RDE", "O01", "RDE_O01"}, {"OMP", "O09", "OMP_O09"},
                     {"ORM", "O01", "ORM_O01"}, {"RGV", "O15", "RGV_O15"}};
  return policy;
}

Header peek_header(const hl7::Message& message, const HeaderPolicy& policy,
                   std::optional<Instant> received) {
  const hl7::Segment msh = message.find("MSH");
  const SiteClock* const site = policy.site_clock ? &*policy.site_clock : nullptr;
  Header header;
  header.clock = MessageClock::of(site, std::nullopt, received);
  if (!msh.exists()) return header;
  header.sending_application = name_at(msh, 3);
  header.sending_facility = name_at(msh, 4);
  header.receiving_application = name_at(msh, 5);
  header.receiving_facility = name_at(msh, 6);
  if (const auto stamp = hl7::Timestamp::parse(text_of(msh.field(7).component(1)))) {
    header.clock = MessageClock::of(site, *stamp, received);
    header.time = header.clock.sent_at();
  }
  header.type = text_of(msh.field(9).component(1));
  header.event = text_of(msh.field(9).component(2));
  header.structure = text_of(msh.field(9).component(3));
  header.control_id = text_of(msh.field(10));
  header.processing_id = text_of(msh.field(11).component(1));
  header.version = text_of(msh.field(12).component(1));
  header.accept_ack = wish_of(text_of(msh.field(15)));
  header.application_ack = wish_of(text_of(msh.field(16)));
  header.charset = text_of(msh.field(18).component(1));
  for (const auto& profile : msh.field(21).repetitions()) {
    for (const std::size_t component : {1U, 3U}) {
      std::string id = text_of(profile.component(component));
      if (!id.empty()) header.profiles.push_back(std::move(id));
    }
  }
  return header;
}

Result<Header, Faults> read_header(const hl7::Message& message, const HeaderPolicy& policy,
                                   Instant now) {
  Faults faults;
  const hl7::Segment msh = message.find("MSH");
  if (!msh.exists()) return Faults{Fault{FaultCode::not_hl7, "", {}}};
  Header header = peek_header(message, policy, now);
  check_type(header, policy, faults);
  check_control_id(msh.field(10), faults);
  if (header.processing_id.size() != 1 ||
      policy.processing_ids.find(header.processing_id) == std::string_view::npos) {
    faults.push_back({FaultCode::processing_id, "MSH[1]-11", {}});
  }
  if (!is_taken_version(header.version)) {
    faults.push_back({FaultCode::version_unsupported, "MSH[1]-12", {}});
  }
  check_time(msh.field(7), header, policy, now, faults);
  for (const std::size_t field : {15U, 16U}) {
    const hl7::Field wish = msh.field(field);
    if (wish.valued() && wish_of(text_of(wish)) == AckWish::unsaid) {
      faults.push_back({FaultCode::code_not_in_table, wish.place(), {}});
    }
  }
  if (auto charset = hl7::check_charset(message); !charset) {
    faults.push_back(std::move(charset).fault());
  }
  if (!policy.required_profile.empty() &&
      std::find(header.profiles.begin(), header.profiles.end(), policy.required_profile) ==
          header.profiles.end()) {
    faults.push_back({FaultCode::profile_unknown, "MSH[1]-21", {}});
  }
  if (!faults.empty()) return faults;
  return header;
}

}  // namespace bridge::translate
