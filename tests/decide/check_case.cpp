// SPDX-License-Identifier: Apache-2.0
#include "decide/check_case.h"

#include <sstream>

#include "base/assert.h"

namespace bridge::decide::test {
namespace {

constexpr std::int64_t now_ms = 1'764'000'000'000;
constexpr std::int64_t minute_ms = 60'000;

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \n");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \n") - begin + 1));
}

Amount read_amount(std::string_view text, std::string_view field) {
  const auto gap = text.find(' ');
  BRIDGE_ASSERT(gap != std::string_view::npos);
  const std::string digits(text.substr(0, gap));
  return Amount{number(digits),
                unit(text.substr(gap + 1)),
                digits,
                {std::string(field), "row." + std::string(field)}};
}

template <class Kind>
Kind make(std::string_view text, std::string_view field) {
  auto made = Kind::make(read_amount(text, field));
  BRIDGE_ASSERT(made.has_value());
  return std::move(made).value();
}

// A quantity by its unit. Kilograms are always the patient's; no drug of the tables comes in kg.
void set_quantity(InfusionOrder& order, const std::string& text) {
  const Unit u = unit(text.substr(text.find(' ') + 1));
  if (u.ucum() == "kg") {
    order.weight = make<BodyWeight>(text, "weight");
  } else if (is_of_kind(QuantityKind::volume, u)) {
    order.volume = make<Volume>(text, "volume");
  } else if (is_of_kind(QuantityKind::flow_rate, u)) {
    order.rate = make<FlowRate>(text, "rate");
  } else if (is_of_kind(QuantityKind::duration, u)) {
    order.duration = make<Duration>(text, "duration");
  } else if (is_of_kind(QuantityKind::body_height, u)) {
    order.height = make<BodyHeight>(text, "height");
  } else if (is_of_kind(QuantityKind::body_surface, u)) {
    order.surface = make<BodySurface>(text, "surface");
  } else if (is_of_kind(QuantityKind::dose_rate, u)) {
    order.dose_rate = make<DoseRate>(text, "dose_rate");
  } else {
    order.dose = make<Dose>(text, "dose");
  }
}

void set_quantity_or_pair(InfusionOrder& order, const std::string& text) {
  const auto slash = text.find(" / ");
  if (slash == std::string::npos) return set_quantity(order, text);
  order.strength = make<Dose>(text.substr(0, slash), "strength");
  order.strength_volume = make<Volume>(text.substr(slash + 3), "strength_volume");
}

bool take(std::string& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.erase(0, prefix.size());
  return true;
}

const library::DrugLibrary& changed_library(std::string_view how) {
  static const library::DrugLibrary draft([] {
    auto parts = example_parts();
    parts.status = library::Status::draft;
    return parts;
  }());
  static const library::DrugLibrary expired([] {
    auto parts = example_parts();
    parts.effective_until = Instant::from_unix_ms(now_ms - 1);
    return parts;
  }());
  static const library::DrugLibrary future([] {
    auto parts = example_parts();
    parts.effective_from = Instant::from_unix_ms(now_ms + 1);
    return parts;
  }());
  // A library that permits what no pump may do.
  static const library::DrugLibrary careless([] {
    auto parts = example_parts();
    for (library::Drug& drug : parts.drugs) {
      drug.routes = {Route::intravenous, Route::intramuscular, Route::oral, Route::other};
    }
    return parts;
  }());
  if (how == "careless") return careless;
  return how == "draft" ? draft : how == "expired" ? expired : future;
}

void on_pump(Case& one, ProgramKind kind) {
  one.context.pump = &one.pump;
  one.context.model = &bedside_model();
  one.context.request = &one.request;
  one.request.kind = kind;
}

Instant in_minutes(const std::string& text) {
  return Instant::from_unix_ms(now_ms + std::stoll(text) * minute_ms);
}

bool read_patient_dose(InfusionOrder& order, std::string& text) {
  const auto pca = [&order]() -> PcaSettings& {
    if (!order.pca) order.pca.emplace();
    return *order.pca;
  };
  if (take(text, "demand ")) {
    pca().demand_dose = make<Dose>(text, "demand");
  } else if (take(text, "lockout ")) {
    pca().lockout = make<Duration>(text, "lockout");
  } else if (take(text, "dose limit ")) {
    pca().dose_limit = make<Dose>(text, "dose limit");
  } else if (take(text, "volume limit ")) {
    pca().volume_limit = make<Volume>(text, "volume limit");
  } else if (take(text, "window ")) {
    pca().limit_window = make<Duration>(text, "window");
  } else if (take(text, "an hour at most ")) {
    pca().max_doses_per_hour = Count{static_cast<std::uint32_t>(std::stoul(text)), {}};
  } else if (take(text, "loading ")) {
    order.loading_dose = make<Dose>(text, "loading");
  } else {
    return false;
  }
  return true;
}

bool read_titration(InfusionOrder& order, std::string& text) {
  const auto titration = [&order]() -> Titration& {
    if (!order.titration) order.titration.emplace();
    return *order.titration;
  };
  if (take(text, "increment ")) {
    titration().increment = make<DoseRate>(text, "increment");
  } else if (take(text, "interval ")) {
    titration().interval = make<Duration>(text, "interval");
  } else if (take(text, "minimum ")) {
    titration().minimum = make<DoseRate>(text, "minimum");
  } else if (take(text, "maximum ")) {
    titration().maximum = make<DoseRate>(text, "maximum");
  } else if (text == "objective") {
    titration().has_objective = true;
  } else {
    return false;
  }
  return true;
}

// "step 20 mL/h for 30 min", "gated step ...", "load step ...", "pause 1 h".
bool read_step(InfusionOrder& order, std::string& text) {
  InfusionStep step;
  if (take(text, "gated ")) step.start = StepStart::pause_for_confirmation;
  if (take(text, "load ")) step.type = StepType::loading_dose;
  if (take(text, "pause ")) {
    step.type = StepType::delay;
  } else if (!take(text, "step ")) {
    return false;
  }
  InfusionOrder parts;
  while (!text.empty()) {
    const auto next = text.find(" for ");
    set_quantity(parts, text.substr(0, next));
    text = next == std::string::npos ? std::string() : text.substr(next + 5);
  }
  step.rate = parts.rate;
  step.dose_rate = parts.dose_rate;
  step.dose = parts.dose;
  step.volume = parts.volume;
  step.duration = parts.duration;
  order.steps.push_back(std::move(step));
  return true;
}

bool read_context(Case& one, std::string& text) {
  if (text == "ramp and taper") {
    one.order.delivery_mode = DeliveryMode::ramp_taper;
  } else if (take(text, "witness ")) {
    one.request.witness.id = text;
  } else if (take(text, "ordered by ")) {
    one.order.ordering_provider.id = text;
  } else if (take(text, "verified by ")) {
    one.order.verified_by.id = text;
  } else if (text == "born") {  // the chart has no date
    one.order.patient.birth_date.clear();
  } else if (take(text, "born ")) {
    one.order.patient.birth_date = text;
  } else if (take(text, "allergy ")) {
    one.order.allergies.push_back({{Coding{text, "", "local"}}});
  } else if (take(text, "expires in ")) {
    one.request.product_expires = in_minutes(text);
  } else if (text == "nameless") {
    one.order.patient.patient_id.authority.clear();
    one.request.association.patient_id.authority.clear();
  } else if (take(text, "bolus of ")) {
    one.order.control = OrderControl::child;
    one.order.parent_order_number = {text, "EHR", "", ""};
  } else if (take(text, "number ")) {
    one.order.placer_order_number.id = text;
    one.request.association.placer_order_number.id = text;
  } else {
    return false;
  }
  return true;
}

// "also CODE" of NDC, "also CODE called NAME", "also bare CODE" without a system, "also named
// NAME".
bool read_alternate(std::vector<Coding>& alternates, std::string& text) {
  if (!take(text, "also ")) return false;
  if (take(text, "named ")) {
    alternates.push_back({"", text, ""});
    return true;
  }
  Coding coding{"", "", take(text, "bare ") ? "" : "NDC"};
  const auto called = text.find(" called ");
  if (called != std::string::npos) coding.text = text.substr(called + 8);
  coding.code = text.substr(0, called);
  alternates.push_back(std::move(coding));
  return true;
}

bool read_component(Case& one, std::string& text) {
  if (take(text, "component ")) {
    return read_alternate(one.order.components.back().alternates, text);
  }
  Component component;
  if (take(text, "base ")) {
    component.code.code = "diluent";
    if (text != "without volume") component.volume = make<Volume>(text, "base");
  } else if (take(text, "additive ")) {
    component.role = ComponentRole::additive;
    component.code = one.order.drug;
    component.code.text.clear();
    if (take(text, "of ")) {
      const auto gap = text.find(' ');
      component.code = Coding{text.substr(0, gap) + "-1", "", "local"};
      text.erase(0, gap + 1);
    }
    const Unit u = unit(text.substr(text.find(' ') + 1));
    if (is_of_kind(QuantityKind::volume, u)) {
      component.volume = make<Volume>(text, "additive");
    } else {
      component.amount = make<Dose>(text, "additive");
    }
  } else {
    return false;
  }
  one.order.components.push_back(std::move(component));
  return true;
}

bool read_scan(Case& one, std::string& text) {
  InfusionOrder& scanned = one.request.as_scanned;
  if (!take(text, "scan ")) return false;
  if (read_patient_dose(scanned, text)) return true;
  if (take(text, "order ")) {
    scanned.placer_order_number = {text, "EHR", "", ""};
  } else if (take(text, "patient ")) {
    scanned.patient.patient_id = {text, "HOSPITAL", "MR"};
  } else if (take(text, "code ")) {
    scanned.drug = Coding{text, "", "NDC"};
  } else if (take(text, "name ")) {
    scanned.drug.text = text;
  } else if (read_alternate(scanned.drug_alternates, text)) {
    return true;
  } else if (take(text, "at ")) {
    scanned.patient.location.point_of_care = text;
  } else if (take(text, "route ")) {
    scanned.route = named<Route>(text).value();
    scanned.route_from.field = "scanned route";
  } else if (text == "of another patient") {
    one.request.association.patient_id.id = "other";
  } else if (text == "of the same number at another authority") {
    one.request.association.patient_id.authority = "OTHER";
  } else if (text == "of another order") {
    one.request.association.placer_order_number.id = "other";
  } else if (text == "of another pump") {
    one.request.association.pump.id = "other";
  } else {
    set_quantity_or_pair(scanned, text);
  }
  return true;
}

bool read_pump(Case& one, std::string& text) {
  if (text == "on pump") {
    on_pump(one, ProgramKind::new_bag);
  } else if (text == "rate change") {
    on_pump(one, ProgramKind::rate_change);
  } else if (take(text, "pump of ")) {
    on_pump(one, ProgramKind::new_bag);
    one.pump.care_area = text;
  } else if (take(text, "pump for ")) {
    on_pump(one, ProgramKind::new_bag);
    one.pump.dedicated_to = {named<Route>(text).value()};
  } else if (take(text, "asked ")) {
    one.request.association.at = in_minutes("-" + text);
  } else {
    return false;
  }
  return true;
}

bool read_fitness(Case& one, std::string& text) {
  if (text == "review") {
    one.order.needs_review = true;
  } else if (text == "prohibited") {
    one.order.do_not_perform = true;
  } else if (take(text, "control ")) {
    one.order.control = named<OrderControl>(text).value();
  } else if (take(text, "starts in ")) {
    one.order.start = in_minutes(text);
  } else if (take(text, "stops in ")) {
    one.order.stop = in_minutes(text);
  } else if (text == "no library") {
    one.context.library = nullptr;
  } else if (take(text, "library ")) {
    one.context.library = &changed_library(text);
  } else {
    return false;
  }
  return true;
}

bool read_drug(Case& one, std::string& text) {
  if (text == "no route") {
    one.order.route.reset();
  } else if (take(text, "route ")) {
    one.order.route = named<Route>(text).value();
  } else if (take(text, "name ")) {
    one.order.drug.text = text;
  } else if (take(text, "code ")) {
    one.order.drug.code = text;
  } else if (text == "no code") {
    one.order.drug.code.clear();
  } else if (read_alternate(one.order.drug_alternates, text)) {
    return true;
  } else if (take(text, "strength ")) {  // without the volume that it is in
    one.order.strength = make<Dose>(text, "strength");
  } else if (take(text, "method ")) {
    one.order.method.code = text;
  } else if (take(text, "at ")) {
    one.order.patient.location.point_of_care = text;
  } else if (take(text, "known ")) {
    one.known_weight = make<BodyWeight>(text, "known");
    one.context.known_weight = &one.known_weight;
  } else {
    return false;
  }
  return true;
}

void read_head(Case& one, const std::string& head) {
  const auto gap = head.find(' ');
  const std::string area = head.substr(0, gap);
  const std::string drug = head.substr(gap + 1);
  std::string place;
  for (const char c : area) place.push_back(static_cast<char>(c - 'a' + 'A'));
  one.order.placer_order_number = {"ORD1", "EHR", "", ""};
  one.order.patient.patient_id = {"P1", "HOSPITAL", "MR"};
  one.order.patient.location.point_of_care = place;
  one.order.drug = Coding{drug + "-1", "", "local"};
  const library::Drug* known = example_library().drug(drug);
  one.order.route = known == nullptr ? Route::intravenous : known->routes.front();
  one.order.route_from.field = "route";
  one.request.association = {one.pump.pump, one.order.patient.patient_id,
                             one.order.placer_order_number, Person{"N1", {}},
                             Instant::from_unix_ms(now_ms - minute_ms)};
  one.context.library = &example_library();
  one.context.now = Instant::from_unix_ms(now_ms);
}

}  // namespace

Case::Case(std::string_view text) : known_weight(make<BodyWeight>("1 kg", "known")) {
  const auto bar = text.find('|');
  read_head(*this, trimmed(text.substr(0, bar)));
  std::istringstream items{std::string(text.substr(bar + 1))};
  for (std::string item; std::getline(items, item, ',');) {
    item = trimmed(item);
    if (item.empty()) continue;
    if (read_component(*this, item) || read_scan(*this, item) || read_pump(*this, item) ||
        read_patient_dose(order, item) || read_titration(order, item) || read_step(order, item) ||
        read_context(*this, item) || read_fitness(*this, item) || read_drug(*this, item)) {
      continue;
    }
    set_quantity_or_pair(order, item);
  }
}

std::string rendered(const CheckOutcome& outcome) {
  std::string text;
  for (const Fault& fault : outcome.findings) {
    if (!text.empty()) text += ' ';
    if (fault.severity == Severity::warning) text += "W:";
    if (fault.severity == Severity::information) text += "I:";
    text += kind_of(fault.code).name;
  }
  if (outcome.held_by_soft_limit) text += " held";
  if (outcome.program) {
    if (!text.empty()) text += ' ';
    const auto& rate = outcome.program->expected_rate;
    text += rate ? "shows " + rate->amount().ucum_text() : "programs";
  }
  return text;
}

void expect_table(std::string_view table) {
  std::istringstream lines{joined_lines(table)};
  std::string common;
  int rows = 0;
  for (std::string line; std::getline(lines, line);) {
    line = trimmed(line);
    if (line.empty() || line.front() == '#') continue;
    if (take(line, "order: ")) {
      common = line;
      continue;
    }
    if (line.front() == '+') line = common + ", " + line.substr(1);
    const auto arrow = line.find("->");
    ASSERT_NE(arrow, std::string::npos) << line;
    const CheckOutcome outcome = Case(std::string_view(line).substr(0, arrow)).outcome();
    EXPECT_EQ(rendered(outcome), trimmed(line.substr(arrow + 2))) << line;
    EXPECT_EQ(outcome.program.has_value(), !any_error(outcome.findings)) << line;
    ++rows;
  }
  EXPECT_GT(rows, 0);
}

}  // namespace bridge::decide::test
