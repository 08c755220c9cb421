// SPDX-License-Identifier: Apache-2.0
#include "translate/order_side.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "translate/drug_codings.h"
#include "translate/order_steps.h"
#include "translate/order_therapy.h"
#include "translate/stated.h"
#include "translate/way_of_giving.h"

namespace bridge::translate {
namespace {

std::string place_of(const FoundField& found) { return found.field.place(); }

// `S10 M30 H1 D1` of RXE-22 and RXO-17 as a duration; nothing for INDEF and empty.
std::optional<Amount> read_give_per(Reading& reading, const Segments& segments) {
  std::optional<Amount> result;
  for (const FoundField& found : reading.find(Meaning::give_per, segments)) {
    const auto code = reading.text(found);
    if (!code || code->empty() || *code == "INDEF") continue;
    constexpr std::array<std::pair<char, std::string_view>, 4> letters = {
        {{'S', "s"}, {'M', "min"}, {'H', "h"}, {'D', "d"}}};
    const auto letter = std::find_if(letters.begin(), letters.end(),
                                     [&](const auto& row) { return row.first == code->front(); });
    const std::string digits = code->substr(1);
    const bool whole =
        !digits.empty() && digits.find_first_not_of("0123456789") == std::string::npos;
    const auto count = whole ? Decimal::parse(digits) : Result<Decimal>(Fault{});
    if (letter == letters.end() || !count || count->is_zero()) {
      reading.fault(FaultCode::field_not_understood, place_of(found),
                    "not a number of seconds, minutes, hours or days");
      continue;
    }
    result = Amount{*count, *Unit::from_ucum(letter->second), *code,
                    Origin{place_of(found), found.row->id}};
  }
  return result;
}

void read_give_amount(Reading& reading, const Segments& segments, InfusionOrder& order) {
  Faults& faults = reading.faults();
  const auto per = read_give_per(reading, segments);
  std::optional<Amount> minimum;
  for (const FoundField& found : reading.find(Meaning::give_amount, segments)) {
    auto amount = reading.amount(found);
    if (!amount) continue;
    if (!minimum) minimum = amount;
    if (per) {
      state_per_time(order, *std::move(amount), *per, faults);
    } else {
      state_by_unit(order, *std::move(amount), faults);
    }
  }
  for (const FoundField& found : reading.find(Meaning::give_maximum, segments)) {
    const auto maximum = reading.amount(found);
    if (!maximum || (minimum && maximum->exact() == minimum->exact())) continue;
    reading.fault(FaultCode::dosages_conflict, maximum->from.field, "a range cannot be programmed");
  }
}

template <QuantityKind kind>
void read_into(Reading& reading, const Segments& segments, Meaning meaning,
               std::optional<Quantity<kind>>& slot) {
  for (const FoundField& found : reading.find(meaning, segments)) {
    if (auto amount = reading.amount(found)) state(slot, *std::move(amount), reading.faults());
  }
}

Coding read_coding(Reading& reading, const Segments& segments, Meaning meaning, Origin* from) {
  Coding result;
  for (const FoundField& found : reading.find(meaning, segments)) {
    Coding coding = reading.coding(found);
    if (coding.empty()) continue;
    if (result.empty()) {
      result = std::move(coding);
      if (from != nullptr) *from = {place_of(found), found.row->id};
    } else if (coding.code != result.code || coding.system != result.system ||
               (coding.code.empty() && coding.text != result.text)) {
      reading.fault(FaultCode::dosages_conflict, place_of(found));
    }
  }
  return result;
}

std::vector<Coding> beside(Reading& reading, const FoundField& found) {
  if (found.row->value.component() != 0) return {};
  return codings_beside(found.field, reading.book(), reading.faults());
}

// All codings of one product. Two codes of one system are two products; whether codes of two
// systems are one drug only the library can tell.
void read_codings(Reading& reading, const Segments& segments, Meaning meaning, Coding& code,
                  std::vector<Coding>& alternates) {
  Coding chosen = read_coding(reading, segments, meaning, nullptr);
  std::vector<Coding> others;
  for (const FoundField& found : reading.find(meaning, segments)) {
    for (Coding& each : beside(reading, found)) {
      if (!each.code.empty() && !chosen.code.empty() && each.system == chosen.system &&
          each.code != chosen.code) {
        reading.fault(FaultCode::drug_name_disagrees, place_of(found), "two codes of one system");
      }
      others.push_back(std::move(each));
    }
  }
  take_codings(std::move(chosen), std::move(others), code, alternates);
}

void read_route(Reading& reading, const Segments& segments, InfusionOrder& order) {
  order.route_code = read_coding(reading, segments, Meaning::route, &order.route_from);
  order.device = read_coding(reading, segments, Meaning::device, nullptr);
  order.method = read_coding(reading, segments, Meaning::method, nullptr);
  const CodeBook& book = reading.book();
  for (const auto& [way, meaning, coding] :
       {std::tuple(WayOfGiving::device, Meaning::device, &order.device),
        std::tuple(WayOfGiving::method, Meaning::method, &order.method)}) {
    for (const FoundField& found : reading.find(meaning, segments)) {
      if (!found.field.valued()) continue;
      check_way(book, way, *coding, place_of(found), reading.faults());
      break;
    }
  }
  if (order.route_code.empty()) return;
  std::vector<Coding> said = {order.route_code};
  for (const FoundField& found : reading.find(Meaning::route, segments)) {
    for (Coding& each : beside(reading, found)) said.push_back(std::move(each));
  }
  order.route = agreed_route(book, said, order.route_from.field, reading.faults());
}

Component read_component(Reading& reading, const hl7::Segment& segment) {
  const Segments one = {segment};
  Component component;
  for (const FoundField& found : reading.find(Meaning::component_type, one)) {
    const auto type = reading.text(found);
    if (type == "B") {
      component.role = ComponentRole::base;
    } else if (type == "A") {
      component.role = ComponentRole::additive;
    } else if (!type || type->empty()) {
      reading.fault(FaultCode::field_missing, place_of(found));
    } else {
      reading.fault(FaultCode::code_not_in_table, place_of(found));
    }
  }
  read_codings(reading, one, Meaning::component_code, component.code, component.alternates);
  for (const FoundField& found : reading.find(Meaning::component_amount, one)) {
    auto amount = reading.amount(found);
    if (!amount) continue;
    if (is_of_kind(QuantityKind::volume, amount->unit)) {
      state(component.volume, *std::move(amount), reading.faults());
    } else {
      state(component.amount, *std::move(amount), reading.faults());
    }
  }
  return component;
}

// Bases first, as HL7 v2.9 4A.4.6 wants them; some senders put the drug first.
void read_components(Reading& reading, const Segments& segments, InfusionOrder& order) {
  for (const hl7::Segment& segment : segments) {
    if (segment.name() == "RXC") order.components.push_back(read_component(reading, segment));
  }
  std::stable_sort(order.components.begin(), order.components.end(),
                   [](const Component& a, const Component& b) { return a.role < b.role; });
}

// The first place that says a time; another that says a different one is a finding.
std::optional<Instant> agreed_time(Reading& reading, const Segments& segments, Meaning meaning,
                                   std::string& place) {
  std::optional<Instant> result;
  for (const FoundField& found : reading.find(meaning, segments)) {
    const auto time = reading.time(found, Precision::hour, Severity::error);
    if (!time) continue;
    if (!result) {
      result = time;
      place = place_of(found);
    } else if (*result != *time) {
      reading.fault(FaultCode::dosages_conflict, place_of(found), "two different times");
    }
  }
  return result;
}

// PRN in TQ1-3 or TQ1-9: only a person can tell when (B94).
bool when_needed(Reading& reading, const Segments& segments) {
  bool result = false;
  for (const FoundField& found : reading.find(Meaning::repeat_pattern, segments)) {
    if (!reading.any_text(found)) continue;
    const hl7::Path& path = found.row->value;
    for (const auto& repetition : found.field.repetitions()) {
      const std::string_view code = path.component() == 0
                                        ? repetition.component(1, 1).raw()
                                        : repetition.component(path.component(), 1).raw();
      if (code.substr(0, 3) == "PRN") result = true;
    }
  }
  return result;
}

void read_review(Reading& reading, const Segments& segments, InfusionOrder& order) {
  for (const FoundField& found : reading.find(Meaning::review, segments)) {
    const auto flag = reading.text(found);
    if (!flag || flag->empty() || *flag == "N") continue;
    order.needs_review = true;
    if (*flag != "Y") reading.fault(FaultCode::code_not_in_table, place_of(found));
  }
  for (const FoundField& found : reading.find(Meaning::condition_text, segments)) {
    if (reading.any_text(found)) order.needs_review = true;
  }
  if (when_needed(reading, segments)) order.needs_review = true;
}

// TQ1-2 multiplies the give amount (HL7 v2.9 4A.4.4.3), and no pump is told to give a bag twice.
void refuse_multiplier(Reading& reading, const Segments& segments) {
  for (const FoundField& found : reading.find(Meaning::quantity_multiplier, segments)) {
    const auto text = reading.text(found);
    if (!text || text->empty()) continue;
    const auto number = Decimal::parse(*text);
    if (!number) {
      reading.fault(number.fault().code, place_of(found));
    } else if (*number != Decimal(1, 0)) {
      reading.fault(FaultCode::dosages_conflict, place_of(found), "a multiple of the give amount");
    }
  }
}

template <QuantityKind kind>
void read_observation(Reading& reading, const Segments& segments, Meaning meaning,
                      std::optional<Quantity<kind>>& slot) {
  for (const FoundField& found : reading.find(meaning, segments)) {
    if (!is_usable_observation(reading, found.segment)) {
      reading.mark_all(found.segment);
      continue;
    }
    const std::size_t before = reading.faults().size();
    if (auto amount = reading.amount(found)) state(slot, *std::move(amount), reading.faults());
    if (meaning == Meaning::weight) name_weight_unit(reading.faults(), before);
  }
}

// TQ1-12 (HL7 table 0472) joins a timing with the next; S is "after this". Parallel regimens are
// two infusions, and a conjunction that leads to nothing has lost what it leads to.
void check_conjunctions(Reading& reading, const Segments& segments) {
  const Segments timings = step_timings(segments);
  const bool stepped = states_steps(reading, segments);
  for (const FoundField& found : reading.find(Meaning::step_number, segments)) {
    reading.mark(found.segment, found.row->value.field());
  }
  for (const FoundField& found : reading.find(Meaning::conjunction, segments)) {
    const std::string joined = reading.text(found).value_or("");
    const bool last = timings.empty() || found.segment.index() >= timings.back().index();
    const bool first_of_all = !timings.empty() && found.segment.index() < timings.front().index();
    if (joined == "A" || joined == "C") {
      reading.fault(FaultCode::mode_not_supported, place_of(found));
    } else if (!joined.empty() && joined != "S") {
      reading.fault(FaultCode::code_not_in_table, place_of(found));
    } else if (joined == "S" && (last || first_of_all)) {
      reading.fault(FaultCode::steps_malformed, place_of(found), "nothing follows");
    } else if (joined.empty() && !last && !first_of_all && stepped) {
      reading.fault(FaultCode::steps_malformed, place_of(found), "not joined with the next");
    }
  }
}

}  // namespace

void read_product(Reading& reading, const Segments& segments, InfusionOrder& order) {
  read_codings(reading, segments, Meaning::give_code, order.drug, order.drug_alternates);
  for (const FoundField& found : reading.find(Meaning::give_rate, segments)) {
    auto amount = reading.amount(found);
    if (!amount) continue;
    const Unit unit = amount->unit;
    if (is_of_kind(QuantityKind::flow_rate, unit) || is_of_kind(QuantityKind::dose_rate, unit)) {
      state_by_unit(order, *std::move(amount), reading.faults());
    } else {
      reading.fault(FaultCode::unit_wrong_kind, amount->from.field,
                    std::string(unit.ucum()) + " is not a rate");
    }
  }
  read_give_amount(reading, segments, order);
  read_into(reading, segments, Meaning::strength, order.strength);
  read_into(reading, segments, Meaning::strength_volume, order.strength_volume);
  read_components(reading, segments, order);
  read_route(reading, segments, order);
}

void read_timing(Reading& reading, const Segments& segments, InfusionOrder& order) {
  check_conjunctions(reading, segments);
  std::string start_place;
  std::string stop_place;
  order.start = agreed_time(reading, segments, Meaning::start, start_place);
  order.stop = agreed_time(reading, segments, Meaning::stop, stop_place);
  std::optional<Duration> service;
  // With steps each has a time of its own, read with them.
  if (!states_steps(reading, segments)) {
    read_into(reading, segments, Meaning::occurrence_duration, order.duration);
    read_into(reading, segments, Meaning::service_duration, service);
  }
  if (service) limit_stop(order, *service, reading.faults());
  check_times(order, stop_place.empty() && service ? service->from().field : stop_place,
              reading.faults());
  read_review(reading, segments, order);
  refuse_multiplier(reading, segments);
}

void read_body(Reading& reading, const Segments& segments, InfusionOrder& order) {
  read_observation(reading, segments, Meaning::weight, order.weight);
  read_observation(reading, segments, Meaning::height, order.height);
  read_observation(reading, segments, Meaning::surface, order.surface);
}

}  // namespace bridge::translate
