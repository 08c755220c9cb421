// SPDX-License-Identifier: Apache-2.0
#include "translate/stated.h"

namespace bridge::translate {

void state_by_unit(InfusionOrder& order, Amount amount, Faults& faults) {
  if (is_of_kind(QuantityKind::flow_rate, amount.unit)) {
    state(order.rate, std::move(amount), faults);
  } else if (is_of_kind(QuantityKind::dose_rate, amount.unit)) {
    state(order.dose_rate, std::move(amount), faults);
  } else if (is_of_kind(QuantityKind::volume, amount.unit)) {
    state(order.volume, std::move(amount), faults);
  } else if (is_of_kind(QuantityKind::dose, amount.unit)) {
    state(order.dose, std::move(amount), faults);
  } else {
    faults.push_back({FaultCode::unit_wrong_kind, amount.from.field,
                      std::string(amount.unit.ucum()) + " is neither an amount nor a rate"});
  }
}

void state_per_time(InfusionOrder& order, Amount amount, const Amount& time, Faults& faults) {
  const bool is_amount =
      is_of_kind(QuantityKind::volume, amount.unit) || is_of_kind(QuantityKind::dose, amount.unit);
  if (!is_amount) {
    faults.push_back({FaultCode::unit_wrong_kind, amount.from.field,
                      std::string(amount.unit.ucum()) + " cannot be given per time"});
    return;
  }
  if (time.value != Decimal(1, 0)) {
    state_by_unit(order, std::move(amount), faults);
    state(order.duration, time, faults);
    return;
  }
  std::string ucum(amount.unit.ucum());
  ucum.append("/").append(time.unit.ucum());
  const auto rate_unit = Unit::from_ucum(ucum);
  if (!rate_unit) {
    faults.push_back({FaultCode::unit_unknown, time.from.field, {}});
    return;
  }
  amount.unit = *rate_unit;
  state_by_unit(order, std::move(amount), faults);
}

void limit_stop(InfusionOrder& order, const Duration& duration, Faults& faults) {
  if (!order.start) {
    faults.push_back({FaultCode::field_not_understood, duration.from().field,
                      "a duration of the order without its start", Severity::warning});
    return;
  }
  const Rational ms = duration.exact().in_base_units * Rational(60'000);
  const auto whole = ms.rounded_to(Rational(1), Rounding::toward_zero).decimal();
  if (!whole) {
    faults.push_back({whole.fault().code, duration.from().field, {}});
    return;
  }
  const Instant end = order.start->plus_ms(whole->coefficient());
  if (!order.stop || end < *order.stop) order.stop = end;
}

void check_times(const InfusionOrder& order, std::string place, Faults& faults) {
  if (order.start && order.stop && *order.stop <= *order.start) {
    faults.push_back({FaultCode::stop_before_start, std::move(place), {}});
  }
}

}  // namespace bridge::translate
