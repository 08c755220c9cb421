// SPDX-License-Identifier: Apache-2.0
// One value against one limit of the library: the finding, and the line of the certificate.
#include "decide/checking.h"
#include "decide/dose_limits.h"

namespace bridge::decide {
namespace {

using library::Limit;

std::string window_text(const Limit& limit, std::string_view before) {
  if (!limit.window) return {};
  if (limit.window->lifetime) return " in a lifetime";
  return std::string(before) + readable(limit.window->hours) + " h";
}

std::string begun(std::string_view of) {
  return of.empty() ? std::string() : std::string(of) + ": ";
}

}  // namespace

void hold_against(Checking& checking, const Limit& limit, const Measure& value,
                  std::string_view place, std::string_view of) {
  const auto known = value_in(limit, *checking.quantities, value);
  if (!known) {
    // Nothing else failed, and yet the limit has nothing to be held against: never a silent pass.
    if (any_error(checking.outcome.findings)) return;
    return checking.error(FaultCode::unit_not_library, place,
                          "a limit of the library cannot be looked at for this order");
  }
  const Standing standing = standing_of(limit, *known);
  const std::string subject = begun(of);
  checking.account.push_back(
      {StepKind::limit, std::string(name_of(limit.quantity)),
       subject + readable(*known, limit.unit) + window_text(limit, " in ") + " " +
           std::string(name_of(standing)) + "; " + bounds_text(limit),
       limit.rationale.empty() ? limit.source : limit.source + ", " + limit.rationale});
  if (standing == Standing::within) return;
  std::string detail = subject + limit_detail(limit, *known, standing);
  detail += window_text(limit, " within ");
  if (is_hard(standing))
    return checking.error(code_of(standing, limit.quantity), place, std::move(detail));
  checking.soft(code_of(standing, limit.quantity), place, std::move(detail));
}

// By what the order states: body weight and surface are never solved for.
std::optional<Measure> whole_dose(const Checking& checking, const Measure& dose) {
  const Body body = body_of(dose.dimension);
  if (body == Body::none) return dose;
  const InfusionOrder& order = checking.order;
  if (body == Body::weight) {
    if (!order.weight || order.weight->value().is_zero()) return std::nullopt;
    return dose * body_measure(*order.weight);
  }
  if (!order.surface || order.surface->value().is_zero()) return std::nullopt;
  return dose * order.surface->exact();
}

std::optional<Measure> volume_of_dose(const Checking& checking, const Measure& dose) {
  const auto whole = whole_dose(checking, dose);
  if (!whole) return std::nullopt;
  const Dimension volume{.volume = 1};
  if (whole->dimension == volume) return whole;
  if (!checking.concentration || checking.concentration->ratio.in_base_units.is_zero()) {
    return std::nullopt;
  }
  Measure made = *whole / checking.concentration->ratio;
  if (made.dimension != volume) return std::nullopt;
  return made;
}

}  // namespace bridge::decide
