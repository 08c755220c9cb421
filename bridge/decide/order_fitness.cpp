// SPDX-License-Identifier: Apache-2.0
// Is this the order that was meant, is it still to be performed, and is the request fresh?
#include <algorithm>

#include "decide/checking.h"

namespace bridge::decide {
namespace {

std::string minutes(std::int64_t ms) { return readable(Rational(ms, 60'000)) + " min"; }

// As of a whole message: clocks of two houses differ by less (safety 3, clock skew).
constexpr std::int64_t most_ahead_ms = 5 * 60 * 1000;

// An order that reaches the bridge a day after it was written may be the one of yesterday.
constexpr std::int64_t order_is_old_after_ms = 24 * 60 * std::int64_t{60'000};

// YYYYMMDD of both, or as much of it as both have.
bool other_birth(std::string_view ours, std::string_view scanned) {
  const auto digits = [](std::string_view text) {
    std::string kept;
    for (const char c : text) {
      if (c >= '0' && c <= '9' && kept.size() < 8) kept.push_back(c);
    }
    return kept;
  };
  const std::string a = digits(ours);
  const std::string b = digits(scanned);
  const std::size_t both = std::min(a.size(), b.size());
  return a.substr(0, both) != b.substr(0, both);
}

// The surname, without regard to case: XPN-1.1.
std::string family_of(const PatientName& name) {
  std::string family;
  for (const char c : name.reveal_for_wire()) {
    if (c == '^' || c == '&') break;
    family.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return family;
}

// A1: one number and another person is a wristband or a chart that was mixed up. A name changes and
// a sex is corrected, so of these a nurse is told; a date of birth does neither.
void scanned_person_is_the_orders(Checking& checking) {
  const Patient& ours = checking.order.patient;
  const Patient& scanned = checking.context.request->as_scanned.patient;
  if (other_birth(ours.birth_date, scanned.birth_date)) {
    checking.error(FaultCode::patient_not_the_orders, "patient.birth_date",
                   "another date of birth under the same number");
  }
  if (!ours.sex.empty() && !scanned.sex.empty() && ours.sex != scanned.sex) {
    checking.warning(FaultCode::patient_not_the_orders, "patient.sex",
                     "another sex under the same number");
  }
  const std::string a = family_of(ours.name);
  const std::string b = family_of(scanned.name);
  if (!a.empty() && !b.empty() && a != b) {
    checking.warning(FaultCode::patient_not_the_orders, "patient.name",
                     "another family name under the same number");
  }
}

// B88 refuses a request. An order may well wait for its pharmacist, so of its age a person is only
// told, once, when it comes; one that is yet to be written has a wrong clock.
void tell_age(Checking& checking) {
  const InfusionOrder& order = checking.order;
  if (checking.context.request != nullptr || !order.written_at) return;
  const std::int64_t age = checking.context.now.unix_ms() - order.written_at->unix_ms();
  if (age > order_is_old_after_ms) {
    checking.warning(
        FaultCode::order_stale, "written_at",
        "written " + minutes(age) + " ago; told from " + minutes(order_is_old_after_ms));
  } else if (age < -most_ahead_ms) {
    checking.warning(
        FaultCode::order_stale, "written_at",
        "written " + minutes(-age) + " in the future; limit " + minutes(most_ahead_ms));
  }
}

}  // namespace

// B78, P24: nothing passes without a released library that is in effect now, was not recalled and
// is not older than one used before. Content, signatures and whether a library that is not for
// clinical use may be active at all are decided where it is loaded.
void library_is_usable(Checking& checking) {
  const library::DrugLibrary* library = checking.context.library;
  if (library == nullptr || !checking.context.library_objection.empty()) {
    return checking.error(FaultCode::library_unusable, "library",
                          checking.context.library_objection);
  }
  if (library->parts().status != library::Status::released) {
    return checking.error(FaultCode::library_unusable, "library", "it is not released");
  }
  if (!library->effective_at(checking.context.now)) {
    return checking.error(FaultCode::library_unusable, "library", "it is not in effect now");
  }
  checking.library = library;
}

// A1, A6: the scan names the patient, the order and the pump that are looked at here.
void scan_joins_this_order(Checking& checking) {
  const ProgramRequest* request = checking.context.request;
  if (request == nullptr) return;
  const PatientId& patient = checking.order.patient.patient_id;
  const PatientId& scanned = request->as_scanned.patient.patient_id;
  const bool other_patient =
      !(request->association.patient_id == patient) || (!scanned.empty() && !(scanned == patient));
  if (other_patient) {
    checking.error(FaultCode::patient_not_the_orders, "patient.patient_id");
  } else {
    scanned_person_is_the_orders(checking);
  }
  const EntityId& order = request->association.placer_order_number;
  const EntityId& repeated = request->as_scanned.placer_order_number;
  const EntityId& ours = checking.order.placer_order_number;
  if (!(order == ours) || (!repeated.empty() && !(repeated == ours))) {
    checking.error(FaultCode::association_unknown, "placer_order_number",
                   "the scan is for another order");
  }
  const Pump* pump = checking.context.pump;
  if (pump != nullptr && !(request->association.pump == pump->pump)) {
    checking.error(FaultCode::association_unknown, "pump", "the scan is for another pump");
  }
}

void order_may_be_performed(Checking& checking) {
  if (checking.order.needs_review) checking.error(FaultCode::review_needed, "needs_review");
  if (checking.order.do_not_perform) checking.error(FaultCode::do_not_perform, "do_not_perform");
  switch (checking.order.control) {
    case OrderControl::new_order:
    case OrderControl::change:
    case OrderControl::release:
    case OrderControl::child:  // a bolus; bolus_fits_what_runs
      return;
    case OrderControl::cancel:
    case OrderControl::discontinue:
    case OrderControl::hold:
    case OrderControl::replace:
      checking.error(FaultCode::order_status_unfit, "control");
  }
}

// B89. A start in the future is no fault of an order, only of programming it now.
void times_are_fit(Checking& checking) {
  tell_age(checking);
  const InfusionOrder& order = checking.order;
  const Instant now = checking.context.now;
  if (order.start && order.stop && !(*order.start < *order.stop)) {
    checking.error(FaultCode::stop_before_start, "stop");
  }
  if (order.stop && !(now < *order.stop)) checking.error(FaultCode::order_ended, "stop");
  if (checking.context.request != nullptr && order.start && now < *order.start) {
    checking.error(FaultCode::order_not_started, "start");
  }
}

// B88: ORC-9 of the request is when the clinician asked; PIV code 9022.
void request_is_fresh(Checking& checking) {
  if (checking.context.request == nullptr) return;
  const std::int64_t asked = checking.context.request->association.at.unix_ms();
  const std::int64_t age = checking.context.now.unix_ms() - asked;
  const std::int64_t limit = checking.policy.request_expires_after_ms;
  if (age < -most_ahead_ms) {
    // It would stay fresh for as long as it is ahead.
    return checking.error(
        FaultCode::order_stale, "request.at",
        "asked " + minutes(-age) + " in the future; limit " + minutes(most_ahead_ms));
  }
  if (age <= limit) return;
  checking.error(FaultCode::order_stale, "request.at",
                 "asked " + minutes(age) + " ago; limit " + minutes(limit));
}

}  // namespace bridge::decide
