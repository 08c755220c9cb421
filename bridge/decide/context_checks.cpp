// SPDX-License-Identifier: Apache-2.0
// Who ordered, verified and asks; whom it is for; and what it is made of and flows through.
#include <algorithm>

#include "decide/checking.h"

namespace bridge::decide {
namespace {

struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
};

// YYYYMMDD, with or without hyphens. Less is no date of birth that an age could be told from.
std::optional<Date> date_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c == '-') continue;
    if (c < '0' || c > '9') return std::nullopt;
    digits.push_back(c);
  }
  if (digits.size() != 8) return std::nullopt;
  const auto part = [&digits](std::size_t from, std::size_t count) {
    int value = 0;
    for (std::size_t at = from; at < from + count; ++at) value = value * 10 + (digits[at] - '0');
    return value;
  };
  const Date date{part(0, 4), part(4, 2), part(6, 2)};
  const bool exists =
      Instant::from_civil(date.year, date.month, date.day, 0, 0, 0, 0, 0, Precision::day)
          .has_value();
  return exists ? std::optional(date) : std::nullopt;
}

// 29 February has its birthday on 1 March in other years.
std::int64_t birthday_ms(const Date& birth, int year) {
  auto at = Instant::from_civil(year, birth.month, birth.day, 0, 0, 0, 0, 0, Precision::day);
  if (!at) at = Instant::from_civil(year, 3, 1, 0, 0, 0, 0, 0, Precision::day);
  return at->unix_ms();
}

// Whole years, and what part of the year to the next birthday has passed.
Rational age_years(const Date& birth, Instant now) {
  int years = 0;
  const int most = 200;  // nobody is older; the loop has an end whatever the clock says
  while (years < most && birthday_ms(birth, birth.year + years + 1) <= now.unix_ms()) ++years;
  const std::int64_t last = birthday_ms(birth, birth.year + years);
  const std::int64_t next = birthday_ms(birth, birth.year + years + 1);
  return Rational(years) + Rational(now.unix_ms() - last, next - last);
}

std::string bounds_of(const library::CareArea& area) {
  if (area.min_age_years && area.max_age_years) {
    return area.min_age_years->text() + " up to " + area.max_age_years->text() + " years";
  }
  if (area.min_age_years) return area.min_age_years->text() + " years and more";
  return "less than " + area.max_age_years->text() + " years";
}

bool has_class(const library::Drug& drug, const std::string& code) {
  const std::vector<std::string>& classes = drug.allergy_classes;
  return std::find(classes.begin(), classes.end(), code) != classes.end();
}

enum class Meets : std::uint8_t { unknown, another, drug };

// An allergy to a drug is one to its classes: to ampicillin, to all penicillins.
Meets meets(const Coding& allergy, const library::DrugLibrary& library, const library::Drug& drug) {
  if (allergy.code.empty()) return Meets::unknown;
  if (has_class(drug, allergy.code)) return Meets::drug;
  const library::Drug* named = library.drug_coded(allergy.code, allergy.system);
  if (named == nullptr) {
    return library.knows_allergy_class(allergy.code) ? Meets::another : Meets::unknown;
  }
  const bool of_class =
      std::any_of(named->allergy_classes.begin(), named->allergy_classes.end(),
                  [&drug](const std::string& code) { return has_class(drug, code); });
  return of_class || share_ingredient(*named, drug) ? Meets::drug : Meets::another;
}

Meets meets(const Allergy& allergy, const library::DrugLibrary& library,
            const library::Drug& drug) {
  Meets result = Meets::unknown;
  for (const Coding& coding : allergy.codings) {
    result = std::max(result, meets(coding, library, drug));
  }
  return result;
}

std::string_view words_of(library::LineNeed need) {
  switch (need) {
    case library::LineNeed::central_line:
      return "a central line";
    case library::LineNeed::filter:
      return "an in-line filter";
    case library::LineNeed::light_protection:
      return "protection from light";
    case library::LineNeed::dehp_free:
      return "a set without DEHP";
    case library::LineNeed::own_line:
      return "a line of its own";
  }
  return {};
}

// N0001 and n0001 are one person, whatever the scanner's keyboard does.
std::string person_key(const Person& person) {
  std::string key;
  for (const char c : person.id) {
    if (c == ' ') continue;
    key.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return key;
}

}  // namespace

// A8: a newborn on the limits of adults.
void age_fits_the_care_area(Checking& checking) {
  if (checking.care_area == nullptr) return;
  const library::CareArea& area = *checking.care_area;
  if (!area.min_age_years && !area.max_age_years) return;
  constexpr std::string_view place = "patient.birth_date";
  const auto birth = date_of(checking.order.patient.birth_date);
  if (!birth) {
    return checking.warning(FaultCode::age_outside_area, place,
                            "the age is not known; this care area is for " + bounds_of(area));
  }
  const Instant now = checking.context.now;
  if (now.unix_ms() < birthday_ms(*birth, birth->year)) {
    return checking.error(FaultCode::age_outside_area, place, "born in the future");
  }
  const Rational age = age_years(*birth, now);
  const bool fits = (!area.min_age_years || age >= area.min_age_years->exact()) &&
                    (!area.max_age_years || age < area.max_age_years->exact());
  if (fits) return;
  checking.error(FaultCode::age_outside_area, place,
                 age.approximate(3) + " years; this care area is for " + bounds_of(area));
}

// Whoever ordered it has not verified it.
void order_is_verified(Checking& checking) {
  if (checking.drug == nullptr || !checking.drug->needs_verification) return;
  const std::string by = person_key(checking.order.verified_by);
  if (by.empty()) {
    checking.error(FaultCode::verification_missing, "verified_by", "nobody is named");
  } else if (by == person_key(checking.order.ordering_provider)) {
    checking.error(FaultCode::verification_missing, "verified_by", "the prescriber is named");
  }
}

// F5: an independent double check, recorded before the program is sent.
void two_persons_are_there(Checking& checking) {
  const ProgramRequest* request = checking.context.request;
  if (request == nullptr || checking.drug == nullptr || !checking.drug->double_check) return;
  const std::string asks = person_key(request->association.by);
  const std::string witness = person_key(request->witness);
  if (witness.empty() || asks.empty()) {
    checking.error(FaultCode::second_person_missing, "request.witness",
                   "two persons are not named");
  } else if (witness == asks) {
    checking.error(FaultCode::second_person_missing, "request.witness", "both are one person");
  }
}

// F1. Only what the order carries; what is not charted there is not seen here. Words alone were
// told where they were read.
void patient_has_no_allergy(Checking& checking) {
  if (checking.drug == nullptr) return;
  std::size_t unknown = 0;
  for (const Allergy& allergy : checking.order.allergies) {
    const Meets met = meets(allergy, *checking.library, *checking.drug);
    if (met == Meets::drug) {
      return checking.soft(FaultCode::allergy_known, "allergies",
                           "an allergy of the chart names the drug, an ingredient or its class");
    }
    const bool coded = std::any_of(allergy.codings.begin(), allergy.codings.end(),
                                   [](const Coding& coding) { return !coding.code.empty(); });
    if (met == Meets::unknown && coded) ++unknown;
  }
  if (unknown == 0) return;
  checking.warning(FaultCode::allergy_not_checked, "allergies",
                   std::to_string(unknown) + " with a code that the drug library does not know");
}

// B6. A setup without a list takes what its concentrations say.
void diluent_is_permitted(Checking& checking) {
  if (checking.setup == nullptr || checking.setup->diluents.empty()) return;
  const std::vector<std::string>& permitted = checking.setup->diluents;
  for (const Component& component : checking.order.components) {
    if (component.role != ComponentRole::base) continue;
    const library::Drug* base =
        checking.library->drug_coded(component.code.code, component.code.system);
    if (base != nullptr &&
        std::find(permitted.begin(), permitted.end(), base->id) != permitted.end()) {
      continue;
    }
    std::string list;
    for (const std::string& one : permitted) list.append(list.empty() ? "" : ", ").append(one);
    checking.error(
        FaultCode::diluent_not_permitted, "components",
        (base == nullptr ? std::string("a base that the library does not know") : base->id) +
            "; permitted: " + list);
  }
}

// B7. The barcode of the bag in the hand counts before what the order says of the bag made for it.
void product_is_not_expired(Checking& checking) {
  const ProgramRequest* request = checking.context.request;
  const bool scanned = request != nullptr && request->product_expires;
  const std::optional<Instant>& expires =
      scanned ? request->product_expires : checking.order.product_expires;
  if (!expires || checking.context.now < *expires) return;
  checking.error(FaultCode::product_expired,
                 scanned ? "request.product_expires" : "product_expires");
}

// E3, E6: the bridge does not see the line, so it tells who does.
void line_needs_are_told(Checking& checking) {
  if (checking.drug == nullptr) return;
  for (const library::LineNeed need : checking.drug->line_needs) {
    checking.warning(FaultCode::line_needed, "drug", std::string(words_of(need)));
  }
}

}  // namespace bridge::decide
