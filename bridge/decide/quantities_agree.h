// SPDX-License-Identifier: Apache-2.0
// Quantities: what an order states and what follows from it, with every relation that must hold.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/named.h"
#include "clinical/infusion_order.h"
#include "decide/concentration.h"
#include "decide/interval.h"

namespace bridge::decide {

enum class Figure : std::uint8_t {
  rate,
  dose_rate,
  dose,
  volume,
  duration,
  concentration,
  weight,
  surface,
};
constexpr auto names_of(Figure) {
  return std::to_array<std::string_view>({"rate", "dose rate", "dose", "volume", "duration",
                                          "concentration", "weight", "body surface"});
}
inline constexpr std::size_t figure_count = 8;

// What of the body a dose is counted by.
enum class Body : std::uint8_t { none, weight, surface };
Body body_of(const Dimension& dimension);
constexpr Figure figure_of(Body body) {
  return body == Body::weight ? Figure::weight : Figure::surface;  // body is not none
}

// The product of all figures, each to its exponent of -1, 0 or 1, is one:
//   rate * concentration = dose rate [* weight | * surface]
//   rate * duration = volume
//   concentration * volume = dose [* weight | * surface]
//   dose rate * duration = dose, each with its body
struct Relation {
  std::array<std::int8_t, figure_count> exponent{};
};

// One stated figure against the value that the others make.
struct Disagreement {
  Figure subject = Figure::rate;
  Rational given;  // both in the unit of the stated amount
  Rational computed;
  bool refused = false;  // else within what the written digits allow, or at most 1 %: a warning
  std::size_t relation = 0;
};

// Solves for what is missing; a figure of zero counts as missing. Weight, surface and concentration
// are never solved for: each must be stated. Nothing stated is ever replaced. The concentration has
// no tolerance: it must be one of the library's exactly, and "10 ug in 1 mL" does not stand for 1.5
// mL. Keeps pointers into the order.
class Quantities {
 public:
  // `dosing_body`: per what the library doses, for a dose rate that the order does not state.
  Quantities(const InfusionOrder& order, const std::optional<BagConcentration>& concentration,
             Body dosing_body);

  bool knows(Figure figure) const { return at(figure).known; }
  const Measure& exact(Figure figure) const { return at(figure).exact; }  // knows(figure)
  const Amount* stated(Figure figure) const { return at(figure).stated; }

  // The figure as the others of this relation make it; nullopt when one of them is not known.
  std::optional<Measure> by(std::size_t relation, Figure figure) const;
  // The relation that made a figure that is not stated; nullopt for one that is.
  std::optional<std::size_t> made_by(Figure figure) const;
  // The rate that the ordered dose rate makes, whether or not a rate is stated too.
  std::optional<Measure> rate_of_dose_rate() const { return by(0, Figure::rate); }
  std::optional<Measure> rate_of_duration() const { return by(1, Figure::rate); }

  // A gap above 1 % is refused when the intervals of the written digits do not meet, and always
  // when one value is twice the other: no rounding does that. drug-library 2.3, B68.
  std::vector<Disagreement> disagreements() const;

  // "rate = dose rate * weight / concentration"
  std::string formula(std::size_t relation, Figure subject) const;
  // The relations worth looking at: the fourth follows from the first three, and where all of those
  // are known it could only say the same again.
  std::size_t relation_count() const;
  bool concerns(std::size_t relation, Figure figure) const {
    return relations_[relation].exponent[index(figure)] != 0;
  }
  bool all_known(std::size_t relation) const;
  // "rate 900 mL per hour given, 15 mL per hour computed (rate = ...); ratio 60, near 60 times:
  // ..."
  std::string detail(const Disagreement& disagreement) const;

 private:
  static constexpr std::int8_t stated_or_unknown = -1;
  struct Value {
    Measure exact;
    const Amount* stated = nullptr;
    std::int8_t relation = stated_or_unknown;
    bool known = false;
  };
  static constexpr std::size_t index(Figure figure) { return static_cast<std::size_t>(figure); }
  const Value& at(Figure figure) const { return values_[index(figure)]; }

  void state(Figure figure, const Amount& amount, Measure exact);
  void relate(std::initializer_list<std::pair<Figure, int>> exponents);
  void build_relations(Body dosing_body);
  void derive();
  bool derive_from(std::size_t relation);
  Interval interval(Figure figure) const;
  Interval interval_by(std::size_t relation, Figure figure) const;
  std::optional<Disagreement> disagreement(std::size_t relation) const;

  std::array<Value, figure_count> values_;
  std::array<Relation, 4> relations_;
  std::size_t relation_count_ = 0;
};

// What a ratio of given to computed looks like: "60 times: per minute read as per hour?"; empty
// when it looks like nothing known. `weight_kg` and `surface_m2` may be zero: not known.
std::string likely_slip(const Rational& ratio, const Rational& weight_kg,
                        const Rational& surface_m2);

}  // namespace bridge::decide
