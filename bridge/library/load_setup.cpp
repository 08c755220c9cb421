// SPDX-License-Identifier: Apache-2.0
#include "library/load_setup.h"

#include <algorithm>
#include <utility>

#include "library/load_limit.h"

namespace bridge::library {
namespace {

using json::ObjectReader;
using json::Value;

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::optional<Concentration> read_concentration(ObjectReader& reader, std::optional<Unit> dosing) {
  std::optional<Amount> amount = read_amount(reader.object("amount"), QuantityKind::dose);
  std::optional<Amount> volume = read_amount(reader.object("volume"), QuantityKind::volume);
  if (!amount || !volume) return std::nullopt;
  const Dimension& dimension = amount->unit.dimension();
  if (substance(dimension) != dimension) {
    reader.fail("amount", "must be an amount in a bag, not per body");
    return std::nullopt;
  }
  // A dose as volume per body (mL/kg/h) says nothing about the drug in it.
  if (dosing && dosing->dimension().volume == 0 && substance(dosing->dimension()) != dimension) {
    reader.fail("amount", std::string(amount->unit.ucum()) + " cannot be dosed in " +
                              std::string(dosing->ucum()));
    return std::nullopt;
  }
  return Concentration{std::move(*amount), std::move(*volume)};
}

Measure ratio(const Concentration& concentration) {
  return concentration.amount.exact() / concentration.volume.exact();
}

LimitedQuantity dosed_quantity(TherapyMode mode) {
  switch (mode) {
    case TherapyMode::continuous:
      return LimitedQuantity::dose_rate;
    case TherapyMode::intermittent:
      return LimitedQuantity::dose;
    case TherapyMode::fluid:
      return LimitedQuantity::rate;
    case TherapyMode::pca:
      return LimitedQuantity::demand_dose;
  }
  BRIDGE_ASSERT(false);
}

void expect_known(ObjectReader& reader, std::string_view key,
                  const std::unordered_set<std::string>& known, const std::string& id) {
  if (id.empty() || known.contains(id)) return;
  reader.fail(key, "the library has no " + quoted(id));
}

// Of one quantity: both have a window, or neither.
bool same_window(const Limit& a, const Limit& b) {
  return !a.window ||
         (a.window->lifetime == b.window->lifetime && a.window->hours == b.window->hours);
}

// What the setup permits must have a bound that no slip can pass.
void expect_bounded(ObjectReader& reader, const Setup& setup, LimitedQuantity needed,
                    std::optional<Decimal> Limit::*bound, std::string_view bound_name) {
  const bool bounded =
      std::any_of(setup.limits.begin(), setup.limits.end(), [needed, bound](const Limit& limit) {
        return limit.quantity == needed && (limit.*bound).has_value();
      });
  if (bounded) return;
  reader.fail("limits", std::string(name_of(needed)) + " has no " + std::string(bound_name));
}

void read_limits(ObjectReader& reader, std::optional<TherapyMode> mode, Setup& setup) {
  bool complete = true;
  reader.each("limits", [&](ObjectReader& each) {
    std::optional<Limit> limit = read_limit(each, mode, setup.dosing_unit);
    if (!limit) {
      complete = false;
      return;
    }
    for (const Limit& other : setup.limits) {
      if (other.quantity == limit->quantity && other.unit.dimension() == limit->unit.dimension() &&
          same_window(other, *limit)) {
        each.fail("quantity", "this quantity is limited twice");
      }
    }
    setup.limits.push_back(std::move(*limit));
  });
  if (!mode || !complete || !reader.has("limits")) return;
  expect_bounded(reader, setup, dosed_quantity(*mode), &Limit::hard_max, "hard_max");
  if (*mode == TherapyMode::pca) {
    expect_bounded(reader, setup, LimitedQuantity::lockout, &Limit::hard_min, "hard_min");
    expect_bounded(reader, setup, LimitedQuantity::accumulated, &Limit::hard_max, "hard_max");
  }
  if (setup.bolus) {
    expect_bounded(reader, setup, LimitedQuantity::bolus_dose, &Limit::hard_max, "hard_max");
  }
  if (setup.loading) {
    expect_bounded(reader, setup, LimitedQuantity::loading_dose, &Limit::hard_max, "hard_max");
  }
}

void read_steps(ObjectReader& reader, Setup& setup) {
  reader.object_if("steps", [&setup](ObjectReader& plan) {
    StepPlan steps;
    steps.max_steps = static_cast<std::uint32_t>(plan.integer("max_steps", 2, 20));
    steps.gated = plan.flag_or("gated", true);
    steps.may_increase = plan.flag_or("may_increase", true);
    steps.max_step_factor = read_factor_if(plan, "max_step_factor");
    setup.steps = steps;
  });
}

std::optional<TaperPart> read_taper_part(ObjectReader& reader) {
  TaperPart part;
  bool good = true;
  const Value* minutes = reader.value().find("minutes");
  if (minutes != nullptr && minutes->is_string()) {
    reader.required("minutes");
    if (minutes->as_string() != "rest") {
      reader.fail("minutes", "must be a number above 0, or \"rest\"");
      good = false;
    }
  } else if (minutes == nullptr) {
    reader.required("minutes");
    good = false;
  } else {
    part.minutes = read_factor_if(reader, "minutes");
    good = part.minutes.has_value();
  }
  const std::optional<Decimal> percent = read_decimal(reader, "percent");
  if (!percent) return std::nullopt;
  part.percent = *percent;
  if (part.percent < Decimal(1, 0) || part.percent > Decimal(100, 0)) {
    reader.fail("percent", "must be 1 to 100");
    good = false;
  }
  if (!part.minutes && good && part.percent != Decimal(100, 0)) {
    reader.fail("percent", "the rest runs at the plateau's rate: 100");
    good = false;
  }
  if (!good) return std::nullopt;
  return part;
}

// A schedule that its own plan forbids would refuse every order.
void expect_as_planned(ObjectReader& reader, const TaperSchedule& taper, const StepPlan& plan) {
  if (taper.parts.size() > plan.max_steps) {
    reader.fail("parts", "are more than the plan's max_steps, " + std::to_string(plan.max_steps));
  }
  for (std::size_t at = 1; at < taper.parts.size(); ++at) {
    const Rational before = taper.parts[at - 1].percent.exact();
    const Rational percent = taper.parts[at].percent.exact();
    if (percent <= before) continue;
    if (!plan.may_increase) {
      reader.fail("parts", "the plan lets no step be faster than the one before");
      return;
    }
    if (plan.max_step_factor && percent > before * plan.max_step_factor->exact()) {
      reader.fail("parts",
                  "rise by more than the plan's max_step_factor, " + plan.max_step_factor->text());
      return;
    }
  }
}

void read_taper(ObjectReader& reader, Setup& setup) {
  reader.object_if("taper", [&](ObjectReader& schedule) {
    TaperSchedule taper;
    std::size_t given = 0;
    std::size_t rests = 0;
    schedule.each("parts", [&](ObjectReader& each) {
      ++given;
      std::optional<TaperPart> part = read_taper_part(each);
      if (!part) return;
      if (!part->minutes) ++rests;
      taper.parts.push_back(std::move(*part));
    });
    taper.source = read_filled(schedule, "source");
    taper.rationale = read_filled(schedule, "rationale");
    if (!setup.steps) reader.fail("taper", "needs a plan of steps");
    if (!schedule.has("parts") || taper.parts.size() != given) return;
    if (rests != 1) {
      schedule.fail("parts", rests == 0 ? "none of them is the rest" : "the rest is there twice");
    } else if (given < 2) {
      schedule.fail("parts", "a plateau alone is no ramp and no taper");
    } else if (setup.steps) {
      expect_as_planned(schedule, taper, *setup.steps);
    }
    setup.taper = std::move(taper);
  });
}

void read_titration(ObjectReader& reader, std::optional<TherapyMode> mode, Setup& setup) {
  reader.object_if("titration", [&](ObjectReader& rule) {
    TitrationRule titration;
    if (rule.has("max_increment")) {
      titration.max_increment = read_amount(rule.object("max_increment"), QuantityKind::dose_rate);
      if (titration.max_increment && setup.dosing_unit &&
          titration.max_increment->unit.dimension() != setup.dosing_unit->dimension()) {
        rule.fail("max_increment", "cannot be compared with the dosing unit " +
                                       std::string(setup.dosing_unit->ucum()));
      }
    }
    if (rule.has("min_interval")) {
      titration.min_interval = read_amount(rule.object("min_interval"), QuantityKind::duration);
    }
    titration.order_must_state_bounds = rule.flag_or("order_must_state_bounds", true);
    if (mode && *mode != TherapyMode::continuous) {
      reader.fail("titration", "only a continuous infusion is titrated");
    }
    setup.titration = std::move(titration);
  });
}

// What may be done with the infusion beyond running it.
void read_ways(ObjectReader& reader, std::optional<TherapyMode> mode, Setup& setup,
               const std::unordered_set<std::string>& drugs) {
  setup.piggyback = reader.flag_or("piggyback", false);
  setup.bolus = reader.flag_or("bolus", false);
  setup.loading = reader.flag_or("loading", false);
  read_steps(reader, setup);
  read_taper(reader, setup);
  read_titration(reader, mode, setup);
  setup.single_step_factor = read_factor_if(reader, "single_step_factor");
  if (setup.single_step_factor && setup.single_step_factor->exact() <= Rational(1)) {
    reader.fail("single_step_factor", "must be above 1");
  }
  setup.diluents = reader.texts_or_none("diluents");
  for (const std::string& diluent : setup.diluents)
    expect_known(reader, "diluents", drugs, diluent);
}

// The unit of what is ordered, or none when a fluid has none or the file's is wrong.
std::optional<Unit> read_dosing_unit(ObjectReader& reader, TherapyMode mode) {
  if (mode == TherapyMode::fluid) {
    if (reader.has("dosing_unit")) {
      reader.optional("dosing_unit");
      reader.fail("dosing_unit", "a fluid has no dosing unit");
    }
    return std::nullopt;
  }
  return read_unit(reader, "dosing_unit",
                   mode == TherapyMode::continuous ? QuantityKind::dose_rate : QuantityKind::dose);
}

void read_concentrations(ObjectReader& reader, std::optional<TherapyMode> mode, Setup& setup) {
  if (mode == TherapyMode::fluid) {
    if (reader.has("concentrations")) {
      reader.optional("concentrations");
      reader.fail("concentrations", "a fluid has no concentration");
    }
    return;
  }
  std::size_t given = 0;
  const auto read_one = [&](ObjectReader& each) {
    ++given;
    std::optional<Concentration> read = read_concentration(each, setup.dosing_unit);
    if (!read) return;
    const auto same = [&read](const Concentration& other) {
      return other.amount.exact() == read->amount.exact() &&
             other.volume.exact() == read->volume.exact();
    };
    if (std::any_of(setup.concentrations.begin(), setup.concentrations.end(), same)) {
      each.fail("amount", "this concentration stands here twice");
    }
    setup.concentrations.push_back(std::move(*read));
  };
  if (mode) {
    reader.each("concentrations", read_one);
  } else {
    reader.each_or_none("concentrations", read_one);
  }
  const Value* list = reader.value().find("concentrations");
  if (given == 0 && list != nullptr && list->is_array()) {
    reader.fail("concentrations", "no concentration is given");
  }
}

// Whether one and the same order could be meant for both setups of a drug in a care area. A therapy
// that would tell them apart is not part of an order (drug-library 1.1, fact 1), so the library may
// not need one.
bool overlap(const Setup& a, const Setup& b) {
  if (a.mode != b.mode) return false;
  if (a.mode == TherapyMode::fluid) return true;
  if (!a.dosing_unit || !b.dosing_unit) return false;
  if (a.dosing_unit->dimension() != b.dosing_unit->dimension()) return false;
  for (const Concentration& mine : a.concentrations) {
    for (const Concentration& theirs : b.concentrations) {
      if (ratio(mine) == ratio(theirs)) return true;
    }
  }
  return false;
}

}  // namespace

SetupReader::SetupReader(DrugLibrary::Parts& parts) : parts_(parts) {
  for (const CareArea& area : parts.care_areas) areas_.insert(area.id);
  for (const Drug& drug : parts.drugs) drugs_.insert(drug.id);
}

void SetupReader::read(ObjectReader& reader) {
  Setup setup;
  setup.care_area = read_filled(reader, "care_area");
  setup.drug = read_filled(reader, "drug");
  expect_known(reader, "care_area", areas_, setup.care_area);
  expect_known(reader, "drug", drugs_, setup.drug);
  const auto mode = read_choice<TherapyMode>(reader, "mode");
  setup.mode = mode.value_or(TherapyMode::continuous);
  if (mode) {
    setup.dosing_unit = read_dosing_unit(reader, *mode);
  } else {
    reader.optional("dosing_unit");
  }
  read_concentrations(reader, mode, setup);
  read_ways(reader, mode, setup, drugs_);
  read_limits(reader, mode, setup);
  if (mode) {
    std::vector<std::size_t>& siblings = setups_[setup.care_area + '\x1f' + setup.drug];
    for (const std::size_t at : siblings) {
      if (overlap(parts_.setups[at], setup)) {
        reader.fail("drug", "an order that fits this also fits setups[" + std::to_string(at) + "]");
      }
    }
    siblings.push_back(parts_.setups.size());
  }
  setup.concentrations.shrink_to_fit();
  setup.limits.shrink_to_fit();
  parts_.setups.push_back(std::move(setup));
}

}  // namespace bridge::library
