// SPDX-License-Identifier: Apache-2.0
// A ramp and taper becomes steps by the drug library's schedule (D9), or is refused. IHE PCD has no
// message for a ramp (TF-1 4.4), so nobody but the signed library may say what is meant by one.
#include "base/assert.h"
#include "clinical/screen.h"
#include "decide/checking.h"

namespace bridge::decide {
namespace {

using library::TaperPart;
using library::TaperSchedule;

struct Expansion {
  const TaperSchedule& schedule;
  Rational volume_ml;
  std::vector<Rational> minutes = {};
  Rational plateau_ml_h = {};
  std::vector<Rational> volumes_ml = {};  // as they are set
};

std::string step_name(std::size_t index) { return "step " + std::to_string(index + 1); }

// The place of what an order of ramp and taper may not say; none when it says nothing of it.
std::optional<std::string_view> said_beside(const InfusionOrder& order) {
  if (order.rate) return order.rate->from().field;
  if (order.dose_rate) return order.dose_rate->from().field;
  if (order.dose) return order.dose->from().field;
  if (order.loading_dose) return order.loading_dose->from().field;
  if (!order.steps.empty()) return "steps";
  if (order.pca) return "pca";
  if (order.titration) return "titration";
  return std::nullopt;
}

bool states_volume_and_time_alone(Checking& checking) {
  const InfusionOrder& order = checking.order;
  const std::size_t before = checking.outcome.findings.size();
  if (checking.is_bolus()) {
    checking.error(FaultCode::steps_malformed, "delivery_mode", "a bolus is no ramp and taper");
  }
  if (const auto place = said_beside(order)) {
    checking.error(FaultCode::steps_malformed, *place,
                   "beside a ramp and taper an order states its volume and time alone");
  }
  if (!order.volume) {
    checking.error(FaultCode::volume_missing, "volume", "a ramp and taper needs all of it");
  }
  if (!order.duration) {
    checking.error(FaultCode::steps_malformed, "duration",
                   "a ramp and taper needs the time of the whole");
  }
  if (checking.outcome.findings.size() != before) return false;
  // A zero has been told already.
  return !order.volume->value().is_zero() && !order.duration->value().is_zero();
}

Rational in_minutes(const Measure& time) {
  static const Unit minute = *Unit::from_ucum("min");
  return time.in(minute);
}

// The minutes of each part; false when nothing is left for the rest.
bool share_time(Checking& checking, Expansion& expansion) {
  const Duration& whole = *checking.order.duration;
  Rational ramps;
  for (const TaperPart& part : expansion.schedule.parts) {
    if (part.minutes) ramps = ramps + part.minutes->exact();
  }
  const Rational all = in_minutes(whole.exact());
  if (all <= ramps) {
    checking.error(FaultCode::steps_malformed, whole.from().field,
                   "ramp and taper take " + readable(ramps) + " min of " + readable(all) +
                       " min: no time is left for the plateau");
    return false;
  }
  for (const TaperPart& part : expansion.schedule.parts) {
    expansion.minutes.push_back(part.minutes ? part.minutes->exact() : all - ramps);
  }
  return true;
}

// A pump's volume is set to 0.01 mL at the finest. What the cuts leave goes to the plateau, so that
// all steps together are exactly the volume of the order.
bool share_volume(Checking& checking, Expansion& expansion) {
  static const Rational finest(1, 100);
  const std::vector<TaperPart>& parts = expansion.schedule.parts;
  Rational weight;  // the hours of the plateau's rate that all parts make
  for (std::size_t at = 0; at < parts.size(); ++at) {
    weight = weight + parts[at].percent.exact() * expansion.minutes[at] / Rational(6000);
  }
  expansion.plateau_ml_h = expansion.volume_ml / weight;
  Rational left = expansion.volume_ml;
  bool near = true;
  std::size_t rest = parts.size();
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const Rational rate = parts[at].percent.exact() * expansion.plateau_ml_h / Rational(100);
    const Rational exact = rate * expansion.minutes[at] / Rational(60);
    checking.taper->rates_ml_h.push_back(rate);
    if (!parts[at].minutes) {
      rest = at;
      expansion.volumes_ml.emplace_back();
      continue;
    }
    const Rational set = exact.rounded_to(finest, Rounding::toward_zero);
    if ((exact - set) * Rational(100) > exact * checking.policy.max_rounding_error_percent) {
      checking.error(FaultCode::pump_resolution, "volume",
                     step_name(at) + ": " + readable(exact) + " mL becomes " + readable(set) +
                         " mL; a volume is set to 0.01 mL");
      near = false;
    }
    left = left - set;
    expansion.volumes_ml.push_back(set);
  }
  BRIDGE_ASSERT(rest < parts.size());  // the library was loaded with exactly one
  expansion.volumes_ml[rest] = left;
  return near;
}

std::string part_text(const TaperPart& part) {
  return (part.minutes ? part.minutes->text() + " min at " : "the rest at ") + part.percent.text() +
         " %";
}

void tell(Checking& checking, const Expansion& expansion) {
  std::vector<CertificateStep>& account = checking.taper->account;
  const std::vector<TaperPart>& parts = expansion.schedule.parts;
  const auto exact = [](const Rational& value, std::string_view unit) {
    std::string text = value.is_decimal() ? readable(value) : value.text();
    if (!value.is_decimal()) text.append(", about ").append(readable(value));
    return text.append(" ").append(unit);
  };
  std::string schedule;
  std::string sum;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    schedule.append(at == 0 ? "" : ", ").append(part_text(parts[at]));
    sum.append(at == 0 ? "" : " + ").append(parts[at].percent.text()).append(" % * ");
    sum.append(readable(expansion.minutes[at])).append(" min");
  }
  account.push_back(
      {StepKind::input, "schedule", std::move(schedule),
       "library: " + expansion.schedule.source + ", " + expansion.schedule.rationale});
  const std::string volume = screen_text(checking.order.volume->amount());
  account.push_back({StepKind::relation,
                     "plateau rate",
                     "plateau rate = volume / all of percent * time: " + volume + " / (" + sum +
                         ") = " + exact(expansion.plateau_ml_h, "mL per hour"),
                     {}});
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const Rational& rate = checking.taper->rates_ml_h[at];
    const Rational meant = rate * expansion.minutes[at] / Rational(60);
    std::string text = parts[at].percent.text() + " % * " +
                       exact(expansion.plateau_ml_h, "mL per hour") + " = " +
                       exact(rate, "mL per hour") + "; for " + readable(expansion.minutes[at]) +
                       " min: " + exact(meant, "mL");
    if (!(meant == expansion.volumes_ml[at])) {
      text.append(parts[at].minutes ? ", cut to " : ", with what the cuts of the others leave ");
      text.append(readable(expansion.volumes_ml[at])).append(" mL");
    }
    account.push_back({StepKind::relation, step_name(at), std::move(text), {}});
  }
}

// Minutes where they are a finite decimal, else seconds: a stated time is one in some unit.
std::optional<Duration> duration_of(const Rational& minutes, const Origin& from) {
  const bool whole = minutes.is_decimal();
  const auto value = (whole ? minutes : minutes * Rational(60)).decimal();
  if (!value) return std::nullopt;
  auto made = Duration::make(Amount{*value, *Unit::from_ucum(whole ? "min" : "s"), {}, from});
  if (!made) return std::nullopt;
  return std::move(made).value();
}

std::optional<Volume> volume_of(const Rational& ml, const Origin& from) {
  const auto value = ml.decimal();
  if (!value) return std::nullopt;
  auto made = Volume::make(Amount{*value, *Unit::from_ucum("mL"), {}, from});
  if (!made) return std::nullopt;
  return std::move(made).value();
}

// Each step states its volume and time; its rate follows, and is rounded to the pump as any other.
bool write_steps(Checking& checking, const Expansion& expansion) {
  InfusionOrder& order = checking.taper->expanded;
  std::vector<InfusionStep> steps;
  for (std::size_t at = 0; at < expansion.minutes.size(); ++at) {
    const std::string row = "library schedule, " + step_name(at);
    InfusionStep step;
    const bool waits = at > 0 && checking.setup->steps->gated;
    step.start = waits ? StepStart::pause_for_confirmation : StepStart::immediate;
    step.volume = volume_of(expansion.volumes_ml[at], {order.volume->from().field, row});
    step.duration = duration_of(expansion.minutes[at], {order.duration->from().field, row});
    if (!step.volume || !step.duration) {
      checking.error(FaultCode::number_too_long, order.volume->from().field, step_name(at));
      return false;
    }
    steps.push_back(std::move(step));
  }
  order.steps = std::move(steps);
  order.duration.reset();
  return true;
}

}  // namespace

// D9. What follows sees the steps alone; all that is asked of steps is asked of these.
void taper_becomes_steps(Checking& checking) {
  if (checking.taper == nullptr) return;
  if (!states_volume_and_time_alone(checking) || checking.setup == nullptr) return;
  if (!checking.setup->taper) {
    return checking.error(FaultCode::steps_not_permitted, "delivery_mode",
                          "ramp and taper: no schedule of the library says how");
  }
  BRIDGE_ASSERT(checking.setup->steps.has_value());  // the library was loaded with a plan
  static const Unit ml = *Unit::from_ucum("mL");
  Expansion expansion{.schedule = *checking.setup->taper,
                      .volume_ml = checking.order.volume->exact().in(ml)};
  if (!share_time(checking, expansion) || !share_volume(checking, expansion)) return;
  tell(checking, expansion);
  if (!write_steps(checking, expansion)) checking.taper->rates_ml_h.clear();
}

}  // namespace bridge::decide
