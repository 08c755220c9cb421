// SPDX-License-Identifier: Apache-2.0
// Reading PCD-10: walks the containment tree of OBX-4 (TF-2 B.8.1) and picks values by number.
#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "translate/oru_r42.h"
#include "translate/patient_segments.h"
#include "translate/pump_fields.h"

namespace bridge::translate {
namespace {

// MDS, VMD and channel of OBX-4; 0 is a level that the sender leaves out (TF-2 B.8.2).
using Scope = std::array<std::uint32_t, 3>;

// `1.1.2.0` or with facets `1.1.2.0.1`. The numbers mean nothing outside of this message.
std::optional<Scope> read_scope(std::string_view text) {
  Scope scope{};
  std::size_t count = 0;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (true) {
    std::uint32_t number = 0;
    const auto [next, error] = std::from_chars(at, end, number);
    if (error != std::errc()) return std::nullopt;
    if (count < scope.size()) scope[count] = number;
    ++count;
    if (next == end) break;
    if (*next != '.') return std::nullopt;
    at = next + 1;
  }
  if (count < 4) return std::nullopt;
  return scope;
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

class EventReader {
 public:
  EventReader(const hl7::Message& message, const CodeBook& book, const PumpTerms& terms,
              const MessageClock& clock)
      : message_(message), book_(book), terms_(terms), clock_(clock) {}

  EventRead read() {
    if (!find_group()) return std::move(read_);
    walk();
    read_what();
    find_source();
    read_who();
    read_when();
    read_state();
    read_device();
    read_numbers();
    return std::move(read_);
  }

 private:
  struct Device {
    PumpDevice kind;
    std::string number;
    hl7::Segment obx;
  };
  struct Line {
    PumpMetric metric;
    Scope scope;
    hl7::Segment obx;
  };

  PumpEvent& event() { return read_.event; }
  void fault(FaultCode code, std::string place, Severity severity = Severity::error) {
    read_.faults.push_back({code, std::move(place), {}, severity});
  }
  void warning(FaultCode code, std::string place) {
    fault(code, std::move(place), Severity::warning);
  }
  // Faults of one value: the event stands without it. What cannot be true has one name (B148).
  void keep_as_warnings(Faults faults) {
    for (Fault& each : faults) {
      if (each.code == FaultCode::quantity_negative) each.code = FaultCode::event_implausible;
      each.severity = Severity::warning;
      read_.faults.push_back(std::move(each));
    }
  }
  std::string text(const hl7::Node& node) {
    Faults faults;
    std::string result = read_text(node, faults);
    keep_as_warnings(std::move(faults));
    return result;
  }

  // The OBR group that holds the event; one message tells one event (TF-2 M.1.1).
  bool find_group() {
    std::optional<std::size_t> obr;
    bool found = false;
    last_ = message_.segment_count();
    for (std::size_t i = 0; i < message_.segment_count(); ++i) {
      const hl7::Segment segment = message_.segment(i);
      if (segment.name() == "OBR") {
        if (found && last_ == message_.segment_count()) last_ = i;
        if (!found) obr = i;
      } else if (segment.name() == "OBX" && metric_of(segment) == PumpMetric::event) {
        if (found) warning(FaultCode::field_not_understood, segment.place());
        found = true;
      }
    }
    if (!obr) {
      fault(FaultCode::segment_missing, "OBR");
      return false;
    }
    if (!found) {
      fault(FaultCode::segment_missing, "OBX[3.1=68487]");
      return false;
    }
    obr_ = message_.segment(*obr);
    return true;
  }

  std::optional<PumpMetric> metric_of(const hl7::Segment& obx) {
    Faults ignored;
    return terms_.metric(read_text(obx.field(3).component(1), ignored));
  }

  void walk() {
    for (std::size_t i = obr_.index() + 1; i < last_; ++i) {
      const hl7::Segment obx = message_.segment(i);
      if (obx.name() != "OBX") continue;
      const std::string number = text(obx.field(3).component(1));
      const auto scope = read_scope(text(obx.field(4)));
      const PumpDevice* const device = terms_.device(number);
      if (device != nullptr && scope) {
        devices_.emplace(*scope, Device{*device, number, obx});
      } else if (const auto metric = terms_.metric(number); metric && may_be_used(obx, *metric)) {
        // A place that is none does not hide the event itself, only what must be attributed.
        lines_.push_back({*metric, scope.value_or(Scope{}), obx});
        if (!scope) warning(FaultCode::id_malformed, obx.field(4).place());
      }
    }
  }

  // OBX-8 and OBX-11 (TF-2 B.8): data of a test or demonstration, of the wrong patient, deleted, or
  // said to be invalid, is not used.
  bool may_be_used(const hl7::Segment& obx, PumpMetric metric) {
    const Severity severity = metric == PumpMetric::event ? Severity::error : Severity::warning;
    for (const hl7::Repetition& repetition : obx.field(8).repetitions()) {
      const std::string mark = text(repetition.component(1));
      if (is_one_of(mark, {"TEST", "DEMO"})) {
        fault(FaultCode::processing_id, obx.field(8).place(), severity);
        return false;
      }
      if (is_one_of(mark, {"INV", "NAV", "NI", "NA", "OFF", "MSK", "OTH", "NAN", "PINF", "NINF",
                           "BUSY"})) {
        if (obx.field(5).valued()) {
          fault(FaultCode::event_implausible, obx.field(8).place(), severity);
        }
        return false;
      }
    }
    if (is_one_of(text(obx.field(11)), {"D", "W"})) {
      fault(FaultCode::event_implausible, obx.field(11).place(), severity);
      return false;
    }
    return true;
  }

  void read_what() {
    const auto line = std::find_if(lines_.begin(), lines_.end(), [](const Line& each) {
      return each.metric == PumpMetric::event;
    });
    if (line == lines_.end()) return;  // its mark was an error
    event_obx_ = line->obx;
    event().code = text(event_obx_.field(5).component(1));
    const auto kind = terms_.event(event().code);
    event().kind = kind.value_or(PumpEventKind::other);
    if (event().code.empty()) {
      fault(FaultCode::field_missing, event_obx_.field(5).place());
    } else if (!kind && !terms_.means_not_loaded(event().code)) {
      warning(FaultCode::code_not_in_table, event_obx_.field(5).place());
    }
  }

  const Line* any(PumpMetric metric) const {
    const auto found = std::find_if(lines_.begin(), lines_.end(),
                                    [metric](const Line& line) { return line.metric == metric; });
    return found == lines_.end() ? nullptr : &*found;
  }

  // 68488 names a channel by its OBX-4 or by its code (ihe-pcd 3.2); without it the active source
  // of the delivery information, or the only source there is.
  void find_source() {
    event().source = PumpSource::unknown;
    if (const Line* const line = any(PumpMetric::event_source)) {
      const std::string named = text(line->obx.field(5).component(1));
      if (const auto scope = read_scope(named)) {
        take_source(*scope);
      } else {
        take_source_if([&named](const Device& device) { return device.number == named; });
        const PumpDevice* const device = terms_.device(named);
        if (!source_ && device != nullptr) event().source = device->source;
      }
    }
    if (event().source != PumpSource::unknown) return;
    if (const Line* const line = any(PumpMetric::active_sources)) {
      const hl7::Repetition first = line->obx.field(5).repetition(1);
      const auto active = terms_.source(token(first), text(first.component(1)));
      if (active && *active != PumpSource::unknown) {
        take_source_if([&](const Device& device) { return device.kind.source == *active; });
        event().source = *active;
        return;
      }
    }
    const auto is_source = [](const auto& each) {
      return each.second.kind.level == PumpLevel::source;
    };
    const auto count = std::count_if(devices_.begin(), devices_.end(), is_source);
    if (count == 1) {
      take_source(std::find_if(devices_.begin(), devices_.end(), is_source)->first);
    } else if (count > 1) {
      warning(FaultCode::field_missing, "OBX[3.1=68488]-5");
    }
  }

  void take_source(const Scope& scope) {
    const auto found = devices_.find(scope);
    if (found == devices_.end() || found->second.kind.level != PumpLevel::source) return;
    source_ = scope;
    event().source = found->second.kind.source;
  }

  template <class Which>
  void take_source_if(Which which) {
    for (const auto& [scope, device] : devices_) {
      if (!source_ && which(device)) take_source(scope);
    }
  }

  // `^pump-source-info-primary`, `477286^pump-source-info-primary`, or the token alone.
  std::string token(const hl7::Repetition& value) {
    std::string second = text(value.component(2));
    return second.empty() ? text(value.component(1)) : second;
  }

  void read_who() {
    Faults faults;
    // What ran at one pump ran into one patient: of two, neither is charted (B39). A pump may run
    // without a patient; what it says of one that cannot be told is only reported.
    Faults two;
    if (!says_one_patient(message_, two)) {
      read_.faults.insert(read_.faults.end(), two.begin(), two.end());
    } else if (message_.find("PID").exists()) {
      event().patient_id = read_pump_patient(message_, book_, faults).patient_id;
    }
    keep_as_warnings(std::move(faults));
    read_pump();
    Faults identity;
    event().placer_order_number = read_entity(obr_.field(2).repetition(1), identity);
    // Pumps without an order send 0 (ihe-pcd 8.11).
    if (event().placer_order_number.id == "0") event().placer_order_number = {};
    // OBR-29 is EIP: the placer's number is component 1, its parts are subcomponents.
    const hl7::Component parent = obr_.field(29).component(1);
    event().parent_order_number = {
        read_text(parent.subcomponent(1), identity), read_text(parent.subcomponent(2), identity),
        read_text(parent.subcomponent(3), identity), read_text(parent.subcomponent(4), identity)};
    event().event_id = read_entity(obr_.field(3).repetition(1), identity);
    // An OBR-3 that names the pump, or 0, is the same in every event (ihe-pcd 8.11, 8.13) and would
    // make each later event a repetition of the first. MSH-10 with MSH-3 is unique then.
    const EntityId& id = event().event_id;
    if (id.empty() || id.id == "0" || id.id == event().pump.id) {
      const hl7::Segment msh = message_.find("MSH");
      const hl7::Repetition sender = msh.field(3).repetition(1);
      event().event_id = {
          read_text(msh.field(10), identity), read_text(sender.component(1), identity),
          read_text(sender.component(2), identity), read_text(sender.component(3), identity)};
    }
    event().drug = read_coding(obr_.field(4).repetition(1), identity);
    if (event().drug.code == "999999") event().drug = {};
    keep_as_warnings(std::move(identity));
    if (event().event_id.empty()) fault(FaultCode::field_missing, obr_.field(3).place());
    const Line* const label = any(PumpMetric::drug_label);
    if (event().drug.empty() && label != nullptr) event().drug.text = text(label->obx.field(5));
  }

  // OBX-18 is inherited from the MDS (TF-2 B.8.5); the VMD is what PCD-03 addresses.
  void read_pump() {
    Faults faults;
    const Scope source = source_.value_or(Scope{});
    for (const PumpLevel level : {PumpLevel::vmd, PumpLevel::mds, PumpLevel::source,
                                  PumpLevel::delivery_info, PumpLevel::other}) {
      for (const auto& [scope, device] : devices_) {
        if (device.kind.level != level || !event().pump.empty()) continue;
        if (source_ && scope[0] != source[0]) continue;
        if (source_ && level == PumpLevel::vmd && scope[1] != source[1]) continue;
        event().pump = read_pump_id(device.obx.field(18), faults);
      }
    }
    const bool malformed = !faults.empty();
    read_.faults.insert(read_.faults.end(), faults.begin(), faults.end());
    if (event().pump.empty() && !malformed) fault(FaultCode::pump_missing, "OBX-18");
  }

  std::optional<Instant> instant_of(const hl7::Field& field, Faults& faults) {
    return read_instant(field, clock_, TimeUse::happened, faults);
  }

  void read_when() {
    Faults faults;
    std::optional<Instant> at;
    if (event_obx_.exists()) at = instant_of(event_obx_.field(14), faults);
    keep_as_warnings(std::move(faults));
    Faults fatal;
    if (!at) at = instant_of(obr_.field(7), fatal);
    if (!at && fatal.empty()) fault(FaultCode::field_missing, obr_.field(7).place());
    read_.faults.insert(read_.faults.end(), fatal.begin(), fatal.end());
    if (at) event().happened_at = *at;
    Faults sent;
    const auto sent_at = instant_of(message_.find("MSH").field(7), sent);
    keep_as_warnings(std::move(sent));
    event().sent_at = sent_at.value_or(event().happened_at);
  }

  // Only of the care area the delete indicator says something: that there is none.
  static bool is_said(const Line& line) {
    const hl7::Field value = line.obx.field(5);
    return line.metric == PumpMetric::care_area ? !value.empty() : value.valued();
  }

  // The line of a metric in one scope. Two that differ say nothing (TF-2 B.8.1: OBX-4 is distinct).
  const Line* at(const Scope& scope, PumpMetric metric) {
    const Line* found = nullptr;
    for (const Line& line : lines_) {
      if (line.metric != metric || line.scope != scope || !is_said(line)) continue;
      if (found == nullptr) {
        found = &line;
      } else if (found->obx.field(5).raw() != line.obx.field(5).raw()) {
        warning(FaultCode::field_repeats, line.obx.field(5).place());
        return nullptr;
      }
    }
    return found;
  }

  // In the source channel, else at the VMD or MDS around it, where flat devices put everything.
  const Line* of_source(PumpMetric metric) {
    if (source_) {
      if (const Line* const line = at(*source_, metric)) return line;
    }
    const Scope outer = source_ ? *source_ : any(PumpMetric::event)->scope;
    if (const Line* const line = at({outer[0], outer[1], 0}, metric)) return line;
    if (outer[1] == 0) return nullptr;
    return at({outer[0], 0, 0}, metric);
  }

  const Line* of_delivery_info(PumpMetric metric) {
    for (const auto& [scope, device] : devices_) {
      if (device.kind.level != PumpLevel::delivery_info) continue;
      if (source_ && (scope[0] != (*source_)[0] || scope[1] != (*source_)[1])) continue;
      if (const Line* const line = at(scope, metric)) return line;
    }
    return nullptr;
  }

  // Note 1 of TF-2 M.1.2.1: while a dose is given, the cumulative volume stays in the channel of
  // the fluid it is taken from.
  const Line* of_fluid(PumpMetric metric) {
    const bool dose = event().source == PumpSource::pca || event().source == PumpSource::loading ||
                      event().source == PumpSource::clinician ||
                      event().source == PumpSource::intermittent;
    for (const auto& [scope, device] : devices_) {
      const PumpSource fluid = device.kind.source;
      if (!dose || (source_ && (scope[0] != (*source_)[0] || scope[1] != (*source_)[1]))) continue;
      if (fluid != PumpSource::primary && fluid != PumpSource::secondary &&
          fluid != PumpSource::piggyback) {
        continue;
      }
      if (const Line* const line = at(scope, metric)) return line;
    }
    return of_source(metric);
  }

  void read_state() {
    if (!event_obx_.exists()) return;
    if (const Line* const line = of_source(PumpMetric::delivery_status)) {
      const hl7::Repetition value = line->obx.field(5).repetition(1);
      const auto status = terms_.status(token(value), text(value.component(1)));
      if (!status) warning(FaultCode::code_not_in_table, line->obx.field(5).place());
      event().status = status.value_or(DeliveryStatus::unknown);
    }
    if (const Line* const line = of_source(PumpMetric::not_delivering_reason)) {
      const hl7::Repetition value = line->obx.field(5).repetition(1);
      const auto reason = terms_.reason(token(value), text(value.component(1)));
      if (!reason) warning(FaultCode::code_not_in_table, line->obx.field(5).place());
      event().not_delivering_reason = reason.value_or(std::string());
    }
    const Line* const communication = any(PumpMetric::communication);
    if (communication != nullptr) {
      const auto online = terms_.online(token(communication->obx.field(5).repetition(1)));
      if (!online) warning(FaultCode::code_not_in_table, communication->obx.field(5).place());
      event().online = online.value_or(false);
    } else if (event().kind == PumpEventKind::communication_change) {
      fault(FaultCode::field_missing, "OBX[3.1=188772]-5");
    }
  }

  // Of the device around the source; where that has none, the only one of the message.
  const Line* of_device(PumpMetric metric) {
    if (const Line* const line = of_source(metric)) return line;
    const Line* only = nullptr;
    for (const Line& line : lines_) {
      if (line.metric != metric || !is_said(line)) continue;
      if (only != nullptr) return nullptr;
      only = &line;
    }
    return only;
  }

  // What its drug library is, and whether there is anything in it to infuse from.
  void read_device() {
    if (!event_obx_.exists()) return;
    if (const Line* const line = of_device(PumpMetric::care_area)) {
      const hl7::Field value = line->obx.field(5);
      std::string area = value.is_null() ? std::string() : text(value);
      event().no_care_area = value.is_null() || terms_.means_no_care_area(area);
      if (!event().no_care_area) event().care_area = std::move(area);
    }
    // Some makers tell a name and no version (ihe-pcd 8.11).
    for (const PumpMetric metric : {PumpMetric::library_version, PumpMetric::library_name}) {
      const Line* const line = of_device(metric);
      if (line == nullptr || !event().library_version.empty()) continue;
      event().library_version = text(line->obx.field(5));
    }
    event().not_loaded = terms_.means_not_loaded(event().code);
    for (const Line& line : lines_) {
      if (line.metric != PumpMetric::alarm_condition) continue;
      // Of another channel of the same device.
      const bool elsewhere = source_ && line.scope[1] != 0 && line.scope[1] != (*source_)[1];
      if (elsewhere || (source_ && line.scope[0] != (*source_)[0])) continue;
      for (const hl7::Repetition& each : line.obx.field(5).repetitions()) {
        if (terms_.means_not_loaded(text(each.component(1)))) event().not_loaded = true;
      }
    }
  }

  template <QuantityKind kind>
  std::optional<Quantity<kind>> number(const Line* line) {
    if (line == nullptr) return std::nullopt;
    Faults faults;
    const std::string row = "oru_r42." + std::string(name_of(line->metric));
    auto quantity = as_quantity<kind>(
        read_amount(line->obx.field(5), line->obx.field(6), row, book_, faults), faults);
    keep_as_warnings(std::move(faults));
    return quantity;
  }

  // The programmed rate: its own term, else 157784 in the source channel. Only while something
  // flows may the current flow of the pump stand for it.
  const Line* rate_line() {
    for (const PumpMetric metric : {PumpMetric::rate_setting, PumpMetric::rate}) {
      if (const Line* const line = of_source(metric)) return line;
    }
    const bool flows = event().status == DeliveryStatus::delivering ||
                       event().status == DeliveryStatus::kvo ||
                       event().status == DeliveryStatus::transitioning;
    if (!flows) return nullptr;
    for (const PumpMetric metric : {PumpMetric::rate_current, PumpMetric::rate}) {
      if (const Line* const line = of_delivery_info(metric)) return line;
    }
    return nullptr;
  }

  void read_numbers() {
    if (!event_obx_.exists()) return;
    event().rate = number<QuantityKind::flow_rate>(rate_line());
    event().dose_rate = number<QuantityKind::dose_rate>(of_source(PumpMetric::dose_rate));
    event().volume_segment = number<QuantityKind::volume>(of_source(PumpMetric::volume_segment));
    event().volume_total = number<QuantityKind::volume>(of_fluid(PumpMetric::volume_total));
    event().vtbi = number<QuantityKind::volume>(of_source(PumpMetric::vtbi));
    const Line* const remaining = of_source(PumpMetric::vtbi_remaining);
    event().vtbi_remaining = number<QuantityKind::volume>(remaining);
    event().weight = number<QuantityKind::body_weight>(any(PumpMetric::weight));
    const bool more_left_than_given =
        event().vtbi && event().vtbi_remaining &&
        event().vtbi->exact().in_base_units < event().vtbi_remaining->exact().in_base_units;
    if (more_left_than_given) {
      warning(FaultCode::event_implausible, remaining->obx.field(5).place());
      event().vtbi_remaining.reset();
    }
  }

  const hl7::Message& message_;
  const CodeBook& book_;
  const PumpTerms& terms_;
  const MessageClock& clock_;
  EventRead read_;
  hl7::Segment obr_;
  hl7::Segment event_obx_;
  std::size_t last_ = 0;  // one past the group
  std::map<Scope, Device> devices_;
  std::vector<Line> lines_;
  std::optional<Scope> source_;
};

}  // namespace

EventRead read_oru_r42(const hl7::Message& message, const CodeBook& book, const PumpTerms& terms,
                       const MessageClock& clock) {
  return EventReader(message, book, terms, clock).read();
}

}  // namespace bridge::translate
