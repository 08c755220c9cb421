// SPDX-License-Identifier: Apache-2.0
#include "mutation/mutant.h"

#include <array>
#include <string_view>
#include <type_traits>
#include <utility>

namespace bridge::mutation {
namespace {

struct Factor {
  std::string_view name;
  std::int64_t numerator;
  std::int64_t denominator;
};
constexpr std::array factors = {
    Factor{"x0", 0, 1},   Factor{"x-1", -1, 1}, Factor{"x0.1", 1, 10},   Factor{"x10", 10, 1},
    Factor{"x24", 24, 1}, Factor{"x60", 60, 1}, Factor{"x1000", 1000, 1}};

// One slip at the n-th quantity of an order; counts the quantities as it walks.
class Slip {
 public:
  Slip(std::size_t which, std::optional<Factor> factor, std::optional<Unit> unit)
      : which_(which), factor_(factor), unit_(unit) {}

  template <class T>
  void walk(const std::string& name, T& value) {
    if constexpr (requires { T::each_field(value, [](const char*, auto&) {}); }) {
      T::each_field(value, [this, &name](const char* part, auto& field) {
        this->walk(name.empty() ? std::string(part) : name + '.' + part, field);
      });
    }
  }
  template <class T>
  void walk(const std::string& name, std::optional<T>& value) {
    if (value) walk(name, *value);
  }
  template <class T>
  void walk(const std::string& name, std::vector<T>& values) {
    for (T& value : values) walk(name, value);
  }
  template <QuantityKind kind>
  void walk(const std::string& name, Quantity<kind>& quantity) {
    if (count_++ != which_) return;
    field_ = name;
    before_ = quantity.amount();
    Amount amount = quantity.amount();
    if (factor_) {
      const auto value =
          (amount.value.exact() * Rational(factor_->numerator, factor_->denominator)).decimal();
      if (!value) return;
      amount.value = *value;
    }
    if (unit_) amount.unit = *unit_;
    amount.text = amount.value.text();
    auto made = Quantity<kind>::make(amount);
    if (!made) return;
    after_ = amount;
    quantity = std::move(made).value();
  }

  bool found() const { return count_ > which_; }
  Mutant mutant(std::string slip, InfusionOrder order) && {
    return {std::move(field_), std::move(slip), std::move(*before_), std::move(after_),
            std::move(order)};
  }

 private:
  std::size_t which_;
  std::optional<Factor> factor_;
  std::optional<Unit> unit_;
  std::size_t count_ = 0;
  std::string field_;
  std::optional<Amount> before_;
  std::optional<Amount> after_;
};

Dimension without_time_and_body(Dimension dimension) {
  dimension.time = 0;
  dimension.body_weight = 0;
  dimension.area = 0;
  return dimension;
}

// Of the same substance; of another substance nothing that is written alike could be taken for it.
bool could_be_taken_for(Unit meant, Unit written) {
  if (meant == written) return false;
  const Dimension& a = meant.dimension();
  const Dimension& b = written.dimension();
  if (a == b) return meant.factor() != written.factor();
  return a.time == b.time && without_time_and_body(a) == without_time_and_body(b) &&
         without_time_and_body(a) != Dimension{};
}

}  // namespace

std::vector<Mutant> mutants_of(const InfusionOrder& order) {
  std::vector<Mutant> mutants;
  for (std::size_t which = 0;; ++which) {
    InfusionOrder probe = order;
    Slip nothing(which, std::nullopt, std::nullopt);
    nothing.walk("", probe);
    if (!nothing.found()) break;
    const Mutant same = std::move(nothing).mutant("", probe);
    for (const Factor& factor : factors) {
      if (factor.numerator < 0 && same.before.value.is_zero()) continue;
      InfusionOrder copy = order;
      Slip slip(which, factor, std::nullopt);
      slip.walk("", copy);
      mutants.push_back(std::move(slip).mutant(std::string(factor.name), std::move(copy)));
    }
    for (std::uint16_t index = 0; index < Unit::count(); ++index) {
      const Unit unit = Unit::at(index);
      if (!could_be_taken_for(same.before.unit, unit)) continue;
      InfusionOrder copy = order;
      Slip slip(which, std::nullopt, unit);
      slip.walk("", copy);
      Mutant mutant = std::move(slip).mutant("unit " + std::string(unit.ucum()), std::move(copy));
      // A unit of another kind of quantity is no slip that a reader would take.
      if (mutant.after) mutants.push_back(std::move(mutant));
    }
  }
  return mutants;
}

}  // namespace bridge::mutation
