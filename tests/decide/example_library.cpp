// SPDX-License-Identifier: Apache-2.0
#include "decide/example_library.h"

#include <sstream>

#include "base/assert.h"

namespace bridge::decide::test {
namespace {

using library::Limit;
using library::Setup;

// area | drug | mode | dosing unit | bags | limits: quantity unit hard_min soft_min soft_max
// hard_max, "-" for none, "within" hours | routes | ways: bolus, loading, steps, titration, factor
constexpr std::string_view table = R"(
icu | dopamine | continuous | ug/kg/min | 400 mg in 250 mL | \
    dose_rate ug/kg/min 0.1 0.5 20 50 | intravenous
icu | norepinephrine | continuous | ug/kg/min | 4 mg in 250 mL | \
    dose_rate ug/kg/min - 0.02 1 3 | intravenous
nicu | norepinephrine | continuous | ug/kg/min | 4 mg in 250 mL | \
    dose_rate ug/kg/min - 0.02 1 2 | intravenous
icu | dexmedetomidine | continuous | ug/kg/h | 400 ug in 100 mL | \
    dose_rate ug/kg/h - 0.2 0.7 1.5 | intravenous
icu | heparin | continuous | [iU]/kg/h | 25000 [iU] in 500 mL | dose_rate [iU]/kg/h - 8 25 40 | \
    intravenous
ward | heparin | continuous | [iU]/h | 25000 [iU] in 500 mL | \
    dose_rate [iU]/h 300 500 2000 3000 | intravenous
nicu | heparin | continuous | [iU]/kg/h | 250 [iU] in 250 mL | dose_rate [iU]/kg/h - 1 28 30 | \
    intravenous
icu | insulin | continuous | [iU]/kg/h | 100 [iU] in 100 mL | \
    dose_rate [iU]/kg/h - 0.01 0.2 0.5 | intravenous
ward | insulin | continuous | [iU]/h | 100 [iU] in 100 mL | dose_rate [iU]/h - 0.5 10 15 | \
    intravenous
ward | fluorouracil | intermittent | mg | 5250 mg in 115.2 mL | \
    duration h 24 46 120 168; dose mg - 100 6000 12000; rate mL/h - - 5 10 | intravenous
ward | fluorouracil | intermittent | mg/m2 | 4500 mg in 230 mL | \
    duration h 24 46 120 168; dose mg/m2 - 100 4000 6000 | intravenous
ward | oxytocin | continuous | m[iU]/min | 30 [iU] in 500 mL | \
    dose_rate m[iU]/min - 0.5 20 40 | intravenous
icu | amiodarone | continuous | mg/min | 900 mg in 500 mL | dose_rate mg/min - 0.5 1 2 | intravenous
icu | magnesium | continuous | g/h | 20 g in 500 mL | dose_rate g/h - 0.5 2 4 | intravenous
ward | vancomycin | intermittent | mg | 1250 mg in 250 mL; 1000 mg in 250 mL | \
    duration min 60 60 240 -; dose mg 100 250 2000 3000; dose_rate mg/min - - 15 20 | intravenous
ward | ivig | continuous | mL/kg/min | 10 g in 100 mL | dose_rate mL/kg/min - 0.005 0.08 0.14 | \
    intravenous
icu | propofol | continuous | ug/kg/min | 1000 mg in 100 mL | dose_rate ug/kg/min - 5 80 200 | \
    intravenous
icu | nitroprusside | continuous | ug/kg/min | 50 mg in 500 mL | \
    dose_rate ug/kg/min - 0.1 5 10 | intravenous
nicu | dextrose12.5 | continuous | mg/kg/min | 12.5 g in 100 mL | \
    dose_rate mg/kg/min - 4 12 18 | intravenous
nicu | fentanyl | intermittent | ug/kg | 10 ug in 1 mL | \
    dose ug/kg - 0.5 3 5; duration min 5 10 60 - | intravenous
icu | lidocaine | continuous | mg/min | 2000 mg in 250 mL | dose_rate mg/min - 1 4 6; \
    loading_dose mg/kg - - 1 1.5 | intravenous
icu | potassium | intermittent | meq | 20 meq in 100 mL | \
    dose meq - 10 40 60; dose_rate meq/h - - 10 20 | intravenous
ward | saline | fluid | - | - | rate mL/h - 5 250 500 | intravenous,intraosseous
ward | ringer | fluid | - | - | rate mL/h - 5 250 500 | intravenous
ward | ringer | continuous | meq/h | 20 meq in 1000 mL | dose_rate meq/h - 1 10 20 | intravenous
ward | vincristine | intermittent | mg | 2 mg in 50 mL | \
    dose mg - 0.1 2 2; duration min 5 5 15 - | intravenous
ward | bupivacaine | continuous | mL/h | 250 mg in 250 mL | rate mL/h - 2 12 18 | epidural
icu | ziconotide | continuous | ug/d | 100 ug in 4 mL | dose_rate ug/d - 1 10 19.2 | intrathecal
ward | penicillin | intermittent | M[iU] | 5 M[iU] in 100 mL | duration min 15 30 120 - | \
    intravenous
ward | gentamicin | intermittent | mg/kg | 80 mg in 100 mL | \
    dose mg/kg - 1 5 7; duration min 20 30 120 - | intravenous
ward | morphine | pca | mg | 30 mg in 30 mL | demand_dose mg 0.2 0.5 2 3; lockout min 5 6 20 -; \
    dose_rate mg/h - - 2 3; loading_dose mg - - 4 6; accumulated mg - - 10 15 within 1; \
    accumulated mg - - 20 40 within 4 | intravenous,subcutaneous | loading
ward | acetaminophen | intermittent | mg | 1000 mg in 100 mL | \
    dose mg - 100 1000 1000; duration min 10 15 60 -; accumulated mg - - 3000 4000 within 24 | \
    intravenous
ward | doxorubicin | intermittent | mg/m2 | 100 mg in 50 mL | \
    dose mg/m2 - 10 75 90; duration min 3 5 60 - | intravenous
ward | infliximab | intermittent | mg | 400 mg in 250 mL | \
    dose mg - 100 600 1000; duration min 60 120 240 -; rate mL/h - - 150 250 | intravenous | \
    steps 4 gated factor 2
ward | nutrition | fluid | - | - | rate mL/h - 5 150 300; volume mL - - 2000 2500 | intravenous | \
    steps 6 free
icu | nutrition | fluid | - | - | rate mL/h - 5 150 300; volume mL - - 2000 2500 | intravenous | \
    steps 6 free factor 2; taper 60 25 60 50 rest 100 60 50 60 25
nicu | nutrition | fluid | - | - | rate mL/h - 1 20 30; volume mL - - 200 250 | intravenous | \
    steps 3 gated; taper 20 50 rest 100 20 50
icu | vasopressin | continuous | [iU]/min | 20 [iU] in 100 mL | \
    dose_rate [iU]/min - 0.01 0.04 0.1 | intravenous | \
    titration 0.01 [iU]/min 10 min; factor 2
icu | ketamine | continuous | mg/kg/h | 200 mg in 100 mL | dose_rate mg/kg/h - 0.05 0.4 1 ; \
    bolus_dose mg/kg - - 0.5 1; bolus_rate mL/h - - - 500; loading_dose mg/kg - - 1 2 | \
    intravenous | bolus; loading
ward | morphine | continuous | mg/h | 100 mg in 100 mL | dose_rate mg/h - 0.5 5 10 | \
    intravenous,subcutaneous
ward | hydromorphone | continuous | mg/h | 20 mg in 100 mL | dose_rate mg/h - 0.1 1 2 | intravenous
nicu | zinc | continuous | ug/kg/d | 330 ug in 100 mL | dose_rate ug/kg/d - 50 400 500 | intravenous
ward | hydrocortisone | intermittent | mg | 100 mg in 100 mL | \
    dose mg - 25 200 500; weight kg 30 40 150 200 | intravenous
)";

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  std::istringstream in{std::string(text)};
  for (std::string part; std::getline(in, part, at);) {
    const auto begin = part.find_first_not_of(" \n");
    const auto end = part.find_last_not_of(" \n");
    parts.push_back(begin == std::string::npos ? "" : part.substr(begin, end - begin + 1));
  }
  return parts;
}

Amount amount(const std::string& text) {
  const auto parts = split(text, ' ');
  return Amount{number(parts.at(0)), unit(parts.at(1)), {}, {}};
}

std::optional<Decimal> bound(const std::string& text) {
  if (text == "-") return std::nullopt;
  return number(text);
}

Limit limit(std::string text) {
  std::optional<library::Window> window;
  if (const auto at = text.find(" within "); at != std::string::npos) {
    window = library::Window{Rational(std::stoll(text.substr(at + 8))), false};
    text.erase(at);
  }
  const auto p = split(text, ' ');
  const auto quantity = named<library::LimitedQuantity>(p.at(0));
  BRIDGE_ASSERT(quantity.has_value());
  return Limit{*quantity,      unit(p.at(1)),        window,
               bound(p.at(2)), bound(p.at(3)),       bound(p.at(4)),
               bound(p.at(5)), "table of the tests", "example"};
}

void add_way(Setup& made, const std::string& text) {
  const auto words = split(text, ' ');
  const std::string& name = words.at(0);
  if (name == "bolus") {
    made.bolus = true;
  } else if (name == "loading") {
    made.loading = true;
  } else if (name == "steps") {
    library::StepPlan plan;
    plan.max_steps = static_cast<std::uint32_t>(std::stoul(words.at(1)));
    plan.gated = words.at(2) == "gated";
    if (words.size() > 4) plan.max_step_factor = number(words.at(4));
    made.steps = plan;
  } else if (name == "taper") {
    made.taper = library::TaperSchedule{{}, "table of the tests", "example"};
    for (std::size_t at = 1; at + 1 < words.size(); at += 2) {
      made.taper->parts.push_back(
          {bound(words[at] == "rest" ? "-" : words[at]), number(words[at + 1])});
    }
  } else if (name == "titration") {
    library::TitrationRule rule;
    rule.max_increment = amount(words.at(1) + " " + words.at(2));
    rule.min_interval = amount(words.at(3) + " " + words.at(4));
    made.titration = rule;
  } else {
    BRIDGE_ASSERT(name == "factor");
    made.single_step_factor = number(words.at(1));
  }
}

Setup setup(const std::vector<std::string>& row) {
  Setup made;
  made.care_area = row.at(0);
  made.drug = row.at(1);
  made.mode = named<library::TherapyMode>(row.at(2)).value();
  if (row.at(3) != "-") made.dosing_unit = unit(row.at(3));
  for (const std::string& bag :
       row.at(4) == "-" ? std::vector<std::string>{} : split(row.at(4), ';')) {
    const auto at = bag.find(" in ");
    made.concentrations.push_back({amount(bag.substr(0, at)), amount(bag.substr(at + 4))});
  }
  for (const std::string& one : split(row.at(5), ';')) made.limits.push_back(limit(one));
  made.piggyback = made.drug == "vancomycin" || made.drug == "penicillin";
  if (row.size() > 7) {
    for (const std::string& way : split(row.at(7), ';')) add_way(made, way);
  }
  return made;
}

library::Drug drug(const std::string& id, const std::string& routes) {
  library::Drug made;
  made.id = id;
  made.display = id;
  made.codes = {{id + "-1", "local"}, {id + "-n", "NDC"}};
  made.names = {id, id + " infusion"};
  for (const std::string& route : split(routes, ',')) {
    made.routes.push_back(named<Route>(route).value());
  }
  made.high_alert = id != "saline";
  if (id == "doxorubicin") {
    made.double_check = true;
    made.needs_verification = true;
    made.line_needs = {library::LineNeed::central_line};
    made.allergy_classes = {"anthracyclines"};
    made.lifetime = limit("accumulated mg/m2 - - 450 550");
    made.lifetime->window = library::Window{Rational(0), true};
  }
  if (id == "fluorouracil") made.allergy_classes = {"pyrimidines"};
  if (id == "vancomycin") made.allergy_classes = {"glycopeptides"};
  if (id == "oxytocin") made.allergy_classes = {"glycopeptides"};
  if (id == "morphine" || id == "hydromorphone") made.ingredients = {"opioid"};
  made.cannot_be_interrupted = id == "vasopressin" || id == "oxytocin";
  return made;
}

}  // namespace

std::string joined_lines(std::string_view text) {
  std::string joined;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at, 2) != "\\\n") {
      joined += text[at];
      continue;
    }
    at = text.find_first_not_of(' ', at + 2) - 1;
  }
  return joined;
}

Decimal number(std::string_view text) {
  const auto parsed = Decimal::parse(text);
  BRIDGE_ASSERT(parsed.has_value());
  return *parsed;
}

Unit unit(std::string_view ucum) {
  const auto found = Unit::from_ucum(ucum);
  BRIDGE_ASSERT(found.has_value());
  return *found;
}

library::DrugLibrary::Parts example_parts() {
  library::DrugLibrary::Parts parts;
  parts.id = "example";
  parts.version = "1";
  parts.serial = 1;
  parts.status = library::Status::released;
  parts.effective_from = Instant::from_unix_ms(1'000);
  parts.content_hash = "00112233445566778899aabbccddeeff";
  parts.care_areas = {
      {"icu", "intensive care", {"ICU", "ICU2"}, number("30"), number("300"), {}, {}},
      {"nicu", "newborns", {"NICU"}, number("0.4"), number("7"), {}, {}},
      {"ward", "ward", {"WARD"}, number("10"), number("250"), {}, {}}};
  parts.compatibility = {
      {"dopamine", "heparin", library::Compatibility::compatible, "table of the tests"},
      {"insulin", "dopamine", library::Compatibility::variable, "table of the tests"},
      {"dopamine", "ketamine", library::Compatibility::incompatible, "table of the tests"}};
  for (const std::string& line : split(joined_lines(table), '\n')) {
    if (line.empty()) continue;
    const auto row = split(line, '|');
    parts.setups.push_back(setup(row));
    bool known = false;
    for (const library::Drug& one : parts.drugs) known = known || one.id == row.at(1);
    if (!known) parts.drugs.push_back(drug(row.at(1), row.at(6)));
  }
  return parts;
}

const library::DrugLibrary& example_library() {
  static const library::DrugLibrary library(example_parts());
  return library;
}

const PumpModel& bedside_model() {
  static const PumpModel model{"bedside",
                               "IVP",
                               Rational(1, 10),
                               Rational(999),
                               Rational(3000),
                               {{Rational(1), Rational(1, 100)},
                                {Rational(100), Rational(1, 10)},
                                {Rational(), Rational(1)}},
                               {PumpAbility::bolus, PumpAbility::loading, PumpAbility::pca,
                                PumpAbility::multistep, PumpAbility::delay, PumpAbility::piggyback},
                               {},
                               {}};
  return model;
}

Pump bedside_pump() { return Pump{{"PUMP1", "", "", ""}, "gateway", "bedside", {}, {}}; }

}  // namespace bridge::decide::test
