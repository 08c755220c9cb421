// SPDX-License-Identifier: Apache-2.0
#include "translate/gateway_profile.h"

#include <algorithm>
#include <array>

#include "translate/profile_object.h"

namespace bridge::translate {
namespace {

constexpr std::int64_t day_ms = 86'400'000;

bool is_eui64(std::string_view text) {
  return text.size() == 16 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
         });
}

// NIST checks EI-4 and HD-3 against this list.
void check_universal_id(ProfileObject& object, const Application& application) {
  if (application.universal_id.empty() && application.universal_id_type.empty()) return;
  constexpr std::array<std::string_view, 3> types = {"EUI-64", "ISO", "URN"};
  if (std::find(types.begin(), types.end(), application.universal_id_type) == types.end()) {
    object.fault("universal_id_type", "must be EUI-64, ISO or URN, or empty with universal_id");
  } else if (application.universal_id.empty()) {
    object.fault("universal_id", "must not be empty when universal_id_type is given");
  } else if (application.universal_id_type == "EUI-64" && !is_eui64(application.universal_id)) {
    object.fault("universal_id", "an EUI-64 has 16 digits 0-9 and A-F");
  }
}

Application read_application(ProfileObject object) {
  Application result;
  object.text("name", result.name);
  object.any_text("universal_id", result.universal_id);
  object.any_text("universal_id_type", result.universal_id_type);
  check_universal_id(object, result);
  object.finish();
  return result;
}

Envelope read_envelope(ProfileObject object) {
  Envelope result;
  result.sender = read_application(object.object("sender"));
  object.any_text("sender_facility", result.sender_facility);
  result.receiver = read_application(object.object("receiver"));
  object.any_text("receiver_facility", result.receiver_facility);
  object.text("hl7_version", result.hl7_version);
  object.text("processing_id", result.processing_id);
  if (result.processing_id != "P" && result.processing_id != "T" && result.processing_id != "D") {
    object.fault("processing_id", "must be P, T or D");
  }
  object.whole("offset_minutes", result.offset_minutes, -14 * 60, 14 * 60);
  object.finish();
  return result;
}

Patience read_patience(ProfileObject object) {
  Patience result;
  object.whole("accept_ack_timeout_ms", result.accept_ack_timeout_ms, 100, 600'000);
  object.whole("answer_timeout_ms", result.answer_timeout_ms, 100, day_ms);
  object.whole("time_to_live_ms", result.time_to_live_ms, 100, 30 * day_ms);
  object.whole("retries", result.retries, 0, 100);
  if (result.time_to_live_ms < result.accept_ack_timeout_ms) {
    object.fault("time_to_live_ms", "must not be shorter than accept_ack_timeout_ms");
  }
  object.finish();
  return result;
}

void check_form(ProfileObject& object, const GatewayProfile& profile) {
  // TF9 is written as v2.6 (NIST takes nothing else), TF11 as v2.8.1 with MSH-16 fixed.
  const bool tf11 = profile.form == PumpForm::tf11;
  if (profile.envelope.hl7_version != (tf11 ? "2.8.1" : "2.6")) {
    object.fault("form", tf11 ? "tf11 needs hl7_version 2.8.1" : "tf9 needs hl7_version 2.6");
  }
  if (tf11 && profile.application_ack != ApplicationAck::always) {
    object.fault("application_ack", "tf11 needs AL");
  }
  if (tf11 && profile.pump_id_form == PumpIdForm::deprecated) {
    object.fault("pump_id_form", "tf11 has only the current form");
  }
  if (tf11 && profile.route_form == RouteForm::component_1) {
    object.fault("route_form", "tf11 has only component_2");
  }
}

template <class Profile, class Fill>
Result<Profile, Faults> read_profile(const std::string& file, std::string_view text, Fill fill) {
  Faults faults;
  auto tree = json::parse(text, json::Comments::allowed);
  if (!tree) {
    Fault fault = std::move(tree).fault();
    fault.place = file + ' ' + fault.place;
    faults.push_back(std::move(fault));
    return faults;
  }
  if (!tree->is_object()) {
    faults.push_back({FaultCode::configuration_wrong, file, "must be one object"});
    return faults;
  }
  Profile result;
  ProfileObject object(*tree, file, "", faults);
  fill(object, result);
  object.finish();
  if (!faults.empty()) return faults;
  return result;
}

}  // namespace

Result<GatewayProfile, Faults> read_gateway_profile(const std::string& file,
                                                    std::string_view text) {
  return read_profile<GatewayProfile>(file, text, [](ProfileObject& object, GatewayProfile& out) {
    object.text("name", out.name);
    object.choice("form", out.form);
    out.envelope = read_envelope(object.object("envelope"));
    object.choice("application_ack", out.application_ack);
    object.text("order_profile_name", out.order_profile_name);
    object.text("order_profile_oid", out.order_profile_oid);
    object.texts("event_profile_oids", out.event_profile_oids);
    object.choice("pump_id_form", out.pump_id_form);
    object.choice("unit_form", out.unit_form);
    object.choice("route_form", out.route_form);
    object.flag("deduplicates_by_control_id", out.deduplicates_by_control_id);
    out.patience = read_patience(object.object("patience"));
    check_form(object, out);
  });
}

Result<EhrProfile, Faults> read_ehr_profile(const std::string& file, std::string_view text) {
  return read_profile<EhrProfile>(file, text, [](ProfileObject& object, EhrProfile& out) {
    object.text("name", out.name);
    out.envelope = read_envelope(object.object("envelope"));
    object.text("filler_namespace", out.filler_namespace);
    object.choice("unit_form", out.unit_form);
    object.choices("records", out.records);
    object.flag("observations", out.observations);
    out.patience = read_patience(object.object("patience"));
    constexpr std::array<std::string_view, 8> versions = {"2.3",   "2.3.1", "2.4", "2.5",
                                                          "2.5.1", "2.6",   "2.7", "2.8.1"};
    if (std::find(versions.begin(), versions.end(), out.envelope.hl7_version) == versions.end()) {
      object.fault("envelope",
                   "hl7_version must be 2.3, 2.3.1, 2.4, 2.5, 2.5.1, 2.6, 2.7 or 2.8.1");
    }
  });
}

}  // namespace bridge::translate
