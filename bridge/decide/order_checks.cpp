// SPDX-License-Identifier: Apache-2.0
// The table of checks (drug-library 2.2) and its one loop.
#include "decide/order_checks.h"

#include <array>

#include "decide/certificate.h"
#include "decide/checking.h"

namespace bridge::decide {
namespace {

struct Check {
  std::string_view name;
  void (*run)(Checking&);
};

// Identity, freshness, semantics, arithmetic, limits, context. The order is that of the findings,
// and a check may use what one above it found out.
constexpr std::array checks = {
    Check{"library_is_usable", library_is_usable},
    Check{"scan_joins_this_order", scan_joins_this_order},
    Check{"patient_is_identified", patient_is_identified},
    Check{"drug_is_in_the_library", drug_is_in_the_library},
    Check{"drug_name_agrees", drug_name_agrees},
    Check{"order_may_be_performed", order_may_be_performed},
    Check{"times_are_fit", times_are_fit},
    Check{"request_is_fresh", request_is_fresh},
    Check{"product_is_not_expired", product_is_not_expired},
    Check{"pump_is_ready", pump_is_ready},
    Check{"care_area_has_the_drug", care_area_has_the_drug},
    Check{"route_is_permitted", route_is_permitted},
    Check{"no_quantity_is_zero", no_quantity_is_zero},
    Check{"mode_is_supported", mode_is_supported},
    Check{"pump_may_be_used", pump_may_be_used},
    Check{"piggyback_is_permitted", piggyback_is_permitted},
    Check{"loading_dose_is_permitted", loading_dose_is_permitted},
    Check{"patient_doses_are_complete", patient_doses_are_complete},
    Check{"taper_becomes_steps", taper_becomes_steps},
    Check{"steps_are_permitted", steps_are_permitted},
    Check{"unit_is_the_librarys", unit_is_the_librarys},
    Check{"concentration_is_the_librarys", concentration_is_the_librarys},
    Check{"diluent_is_permitted", diluent_is_permitted},
    Check{"bolus_fits_what_runs", bolus_fits_what_runs},
    Check{"body_is_known", body_is_known},
    Check{"weight_is_plausible", weight_is_plausible},
    Check{"surface_is_plausible", surface_is_plausible},
    Check{"bag_holds_the_volume", bag_holds_the_volume},
    Check{"quantities_agree", quantities_agree},
    Check{"steps_are_well_formed", steps_are_well_formed},
    Check{"titration_is_bounded", titration_is_bounded},
    Check{"volume_is_given", volume_is_given},
    Check{"rate_is_given", rate_is_given},
    Check{"limits_are_kept", limits_are_kept},
    Check{"additives_keep_limits", additives_keep_limits},
    Check{"patient_doses_keep_limits", patient_doses_keep_limits},
    Check{"bolus_keeps_limits", bolus_keeps_limits},
    Check{"steps_keep_limits", steps_keep_limits},
    Check{"windows_are_kept", windows_are_kept},
    Check{"pump_can_deliver", pump_can_deliver},
    Check{"scan_repeats_the_order", scan_repeats_the_order},
    Check{"age_fits_the_care_area", age_fits_the_care_area},
    Check{"order_is_verified", order_is_verified},
    Check{"two_persons_are_there", two_persons_are_there},
    Check{"patient_has_no_allergy", patient_has_no_allergy},
    Check{"rate_change_is_a_step", rate_change_is_a_step},
    Check{"dose_is_like_before", dose_is_like_before},
    Check{"nothing_runs_twice", nothing_runs_twice},
    Check{"drugs_may_meet", drugs_may_meet},
    Check{"line_needs_are_told", line_needs_are_told},
    Check{"program_can_be_written", program_can_be_written},
};

constexpr auto names = [] {
  std::array<std::string_view, checks.size()> list{};
  for (std::size_t index = 0; index < checks.size(); ++index) list[index] = checks[index].name;
  return list;
}();

}  // namespace

std::span<const std::string_view> check_names() { return names; }

CheckOutcome check_order(const InfusionOrder& order, const CheckContext& context, Account account) {
  static const Policy usual;
  std::optional<Taper> taper;
  if (order.delivery_mode) taper.emplace(Taper{.as_sent = order, .expanded = order});
  Checking checking{.order = taper ? taper->expanded : order,
                    .context = context,
                    .policy = context.policy != nullptr ? *context.policy : usual,
                    .outcome = {},
                    .setups = {},
                    .concentration = {},
                    .quantities = {},
                    .rate = {},
                    .step_runs = {},
                    .account = {},
                    .taper = taper ? &*taper : nullptr};
  for (const Check& check : checks) check.run(checking);
  if (account == Account::certificate) checking.outcome.certificate = certificate_of(checking);
  return std::move(checking.outcome);
}

}  // namespace bridge::decide
