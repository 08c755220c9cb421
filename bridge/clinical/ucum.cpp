// SPDX-License-Identifier: Apache-2.0
// A recursive descent over the bytes, bounded in length and depth; no pattern, no folding of case.
#include "clinical/ucum.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "clinical/ucum_atoms.h"

namespace bridge {
namespace {

constexpr std::size_t max_length = 64;
constexpr std::size_t max_parts = 12;
constexpr int max_depth = 8;
constexpr int max_exponent = 9;       // of an atom; no unit of this world has more
constexpr int max_ten_exponent = 24;  // of 10*

// One symbol to its exponent, or one whole number above or below the line.
struct Part {
  const Atom* atom = nullptr;  // null for a number
  const Prefix* prefix = nullptr;
  std::int64_t number = 1;
  int exponent = 1;  // below zero below the line
  bool annotated = false;

  bool is_kilogram() const {
    return atom->kind == AtomKind::mass && atom->code == "g" && prefix != nullptr &&
           prefix->code == "k";
  }
};

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool ends_component(char c) { return c == '.' || c == '/' || c == ')' || c == '{'; }

template <std::size_t n>
bool holds(const std::array<std::string_view, n>& list, std::string_view symbol) {
  return std::find(list.begin(), list.end(), symbol) != list.end();
}

// Almost all that is compared differs in length or first letter, which needs no call.
const Atom* atom_of(std::string_view symbol) {
  if (symbol.empty()) return nullptr;
  for (const Atom& atom : ucum_atoms) {
    if (atom.code.size() == symbol.size() && atom.code.front() == symbol.front() &&
        atom.code == symbol) {
      return &atom;
    }
  }
  return nullptr;
}

// Why a symbol that has no factor here is refused. The whole symbol goes before any prefix.
UcumRefusal refusal_of(std::string_view symbol) {
  if (holds(ucum_other, symbol) || holds(ucum_other_metric, symbol)) {
    return UcumRefusal::other_quantity;
  }
  if (holds(ucum_own_arbitrary, symbol)) return UcumRefusal::own_arbitrary;
  if (holds(ucum_special, symbol)) return UcumRefusal::not_linear;
  for (const Prefix& prefix : ucum_prefixes) {
    if (!symbol.starts_with(prefix.code)) continue;
    const std::string_view rest = symbol.substr(prefix.code.size());
    if (holds(ucum_other_metric, rest)) return UcumRefusal::other_quantity;
    // Those of the special units that are metric: millidegrees, decibel.
    if (rest == "Cel" || rest == "Np" || rest == "bit_s" || rest == "B" || rest.starts_with("B[")) {
      if (holds(ucum_special, rest)) return UcumRefusal::not_linear;
    }
  }
  return UcumRefusal::unknown_symbol;
}

class Expression {
 public:
  explicit Expression(std::string_view text) : text_(text) {}

  // nullopt when all of the text was read.
  std::optional<UcumRefusal> read() {
    if (text_.size() > max_length) return UcumRefusal::too_long;
    int sign = 1;
    if (peek() == '/') {
      ++at_;
      sign = -1;
    }
    if (!read_term(sign, 1, 0)) return refusal_;
    if (at_ != text_.size()) return UcumRefusal::malformed;
    if (refusal_ != UcumRefusal::not_listed) return refusal_;  // valid, and no unit of an infusion
    return measure_up();
  }

  const Dimension& dimension() const { return dimension_; }
  bool annotated() const { return annotated_; }
  Rational factor() const;
  std::optional<Unit> by_text() const;
  bool has_only_listed_symbols() const;

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool fail(UcumRefusal refusal) {
    refusal_ = refusal;
    return false;
  }
  // The expression stays readable: whether the rest has the grammar is still to be seen.
  void refuse_later(UcumRefusal refusal) {
    if (refusal_ == UcumRefusal::not_listed) refusal_ = refusal;
  }

  bool read_term(int first, int following, int depth);
  bool read_component(int sign, int depth);
  bool read_annotation();
  bool read_digits_first(int sign);
  bool read_symbol(int sign);
  std::string_view take_symbol();
  bool read_exponent(int limit, int& exponent);
  bool take(const Part& part);
  std::optional<UcumRefusal> measure_up();

  std::string_view text_;
  std::size_t at_ = 0;
  std::array<Part, max_parts> parts_;
  std::size_t part_count_ = 0;
  UcumRefusal refusal_ = UcumRefusal::not_listed;
  Dimension dimension_;
  Dimension above_;
  Dimension below_;
  int centimeters_ = 0;  // exponent of the length that became area: 2 for each square metre
  bool annotated_ = false;
};

// `first` and `following` say on which side of the line the components stand: in `/m.s` only the
// metre is below, in `g/(m.s)` both.
bool Expression::read_term(int first, int following, int depth) {
  if (depth > max_depth) return fail(UcumRefusal::malformed);
  for (int current = first;;) {
    if (!read_component(current, depth)) return false;
    const char next = peek();
    if (next != '.' && next != '/') return true;
    ++at_;
    current = next == '/' ? -following : following;
  }
}

bool Expression::read_component(int sign, int depth) {
  const char first = peek();
  if (first == '{') {
    // "Per dose" says what the quantity is anyway; any other counted thing is no unit.
    const std::size_t begin = at_;
    if (!read_annotation()) return false;
    if (sign > 0 || text_.substr(begin, at_ - begin) != "{dose}") {
      refuse_later(UcumRefusal::counted_thing);
    }
    return true;
  }
  const std::size_t before = part_count_;
  if (first == '(') {
    ++at_;
    if (!read_term(sign, sign, depth + 1)) return false;
    if (peek() != ')') return fail(UcumRefusal::malformed);
    ++at_;
  } else if (is_digit(first)) {
    if (!read_digits_first(sign)) return false;
  } else if (!read_symbol(sign)) {
    return false;
  }
  if (peek() == '{') {
    if (!read_annotation()) return false;
    for (std::size_t i = before; i < part_count_; ++i) parts_[i].annotated = true;
  }
  return at_ == text_.size() || (ends_component(peek()) && peek() != '{') ||
         fail(UcumRefusal::malformed);
}

bool Expression::read_annotation() {
  const std::size_t end = text_.find_first_of("{}", at_ + 1);
  if (end == std::string_view::npos || text_[end] != '}') return fail(UcumRefusal::malformed);
  const std::string_view words = text_.substr(at_ + 1, end - at_ - 1);
  if (!std::all_of(words.begin(), words.end(), [](char c) { return c >= '!' && c <= '~'; })) {
    return fail(UcumRefusal::malformed);
  }
  annotated_ = true;
  at_ = end + 1;
  return true;
}

// "10*3", "10^-6" or a whole number.
bool Expression::read_digits_first(int sign) {
  const std::size_t end = std::min(text_.find_first_not_of("0123456789", at_), text_.size());
  const std::string_view digits = text_.substr(at_, end - at_);
  Part part{.exponent = sign};
  at_ = end;
  if (peek() == '*' || peek() == '^') {
    if (digits != "10") return fail(UcumRefusal::malformed);
    part.atom = atom_of(text_.substr(at_ - 2, 3));
    ++at_;
    int exponent = 1;
    if (!read_exponent(max_ten_exponent, exponent)) return false;
    part.exponent = sign * exponent;
    return take(part);
  }
  if (digits.size() > 18) return fail(UcumRefusal::out_of_range);
  part.number = 0;
  for (const char c : digits) part.number = part.number * 10 + (c - '0');
  if (part.number == 0) return fail(UcumRefusal::malformed);
  return take(part);
}

// Up to the exponent. Inside [brackets] digits and signs belong to the symbol.
std::string_view Expression::take_symbol() {
  const std::size_t begin = at_;
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c == '[') {
      const std::size_t end = text_.find(']', at_);
      if (end == std::string_view::npos) break;
      at_ = end + 1;
      continue;
    }
    if (ends_component(c) || c == '(' || c == '}' || is_digit(c) || c == '+' || c == '-') break;
    ++at_;
  }
  return text_.substr(begin, at_ - begin);
}

bool Expression::read_symbol(int sign) {
  const std::string_view symbol = take_symbol();
  if (symbol.empty()) return fail(UcumRefusal::malformed);
  Part part{.atom = atom_of(symbol)};
  for (const Prefix& prefix : ucum_prefixes) {
    if (part.atom != nullptr) break;
    if (prefix.code.front() != symbol.front() || !symbol.starts_with(prefix.code)) continue;
    const Atom* const atom = atom_of(symbol.substr(prefix.code.size()));
    if (atom == nullptr || !atom->metric) continue;
    part.atom = atom;
    part.prefix = &prefix;
  }
  int exponent = 1;
  if (!read_exponent(max_exponent, exponent)) return false;
  part.exponent = sign * exponent;
  if (part.atom != nullptr) return take(part);
  const UcumRefusal refusal = refusal_of(symbol);
  if (!is_valid_ucum(refusal)) return fail(refusal);
  refuse_later(refusal);
  return true;
}

// None is 1; zero is none that UCUM knows a use for.
bool Expression::read_exponent(int limit, int& exponent) {
  const char sign = peek();
  if (sign == '+' || sign == '-') ++at_;
  if (!is_digit(peek())) return sign != '+' && sign != '-' ? true : fail(UcumRefusal::malformed);
  exponent = 0;
  for (; is_digit(peek()); ++at_) exponent = std::min(exponent * 10 + (text_[at_] - '0'), 1000);
  if (exponent == 0) return fail(UcumRefusal::malformed);
  if (exponent > limit) refuse_later(UcumRefusal::out_of_range);
  exponent = std::min(exponent, limit);
  if (sign == '-') exponent = -exponent;
  return true;
}

bool Expression::take(const Part& part) {
  if (part_count_ == parts_.size()) return fail(UcumRefusal::too_long);
  parts_[part_count_++] = part;
  return true;
}

std::int8_t* field_of(AtomKind kind, Dimension& dimension) {
  switch (kind) {
    case AtomKind::volume:
      return &dimension.volume;
    case AtomKind::mass:
      return &dimension.mass;
    case AtomKind::mole:
      return &dimension.mole;
    case AtomKind::equivalent:
      return &dimension.equivalent;
    case AtomKind::international_unit:
      return &dimension.international_unit;
    case AtomKind::arbitrary_unit:
      return &dimension.arbitrary_unit;
    case AtomKind::time:
      return &dimension.time;
    case AtomKind::length:
      return &dimension.length;
    default:
      return nullptr;
  }
}

// Square metres are a surface, cubic centimetres a volume.
void fold_length(Dimension& side, int& centimeters) {
  if (side.length == 2) {
    side.area = 1;
    side.length = 0;
    centimeters += 2;
  } else if (side.length == 3) {
    side.volume = static_cast<std::int8_t>(side.volume + 1);
    side.length = 0;
  }
}

std::optional<UcumRefusal> Expression::measure_up() {
  for (std::size_t i = 0; i < part_count_; ++i) {
    const Part& part = parts_[i];
    if (part.atom == nullptr) continue;
    const bool below = part.exponent < 0;
    Dimension& side = below ? below_ : above_;
    std::int8_t* field = field_of(part.atom->kind, side);
    if (field == nullptr) continue;
    const bool body = below && (part.is_kilogram() || part.atom->kind == AtomKind::length);
    if (body && part.annotated) return UcumRefusal::named_body;
    if (below && part.is_kilogram()) field = &side.body_weight;
    const int sum = *field + (below ? -part.exponent : part.exponent);
    if (sum > max_exponent) return UcumRefusal::out_of_range;
    *field = static_cast<std::int8_t>(sum);
  }
  int above_centimeters = 0;
  int below_centimeters = 0;
  fold_length(above_, above_centimeters);
  fold_length(below_, below_centimeters);
  centimeters_ = above_centimeters - below_centimeters;
  const auto on_both = [this](std::int8_t Dimension::*field) {
    return above_.*field != 0 && below_.*field != 0;
  };
  for (const auto field :
       {&Dimension::volume, &Dimension::mass, &Dimension::mole, &Dimension::equivalent,
        &Dimension::international_unit, &Dimension::arbitrary_unit, &Dimension::time,
        &Dimension::area, &Dimension::length}) {
    if (on_both(field)) return UcumRefusal::cancels;
  }
  dimension_ = above_ / below_;
  return std::nullopt;
}

Rational power_of_ten(int exponent) {
  constexpr std::int64_t most = 1'000'000'000'000'000'000;
  Rational result(1);
  for (int rest = exponent < 0 ? -exponent : exponent; rest > 0;) {
    const int step = std::min(rest, 18);
    std::int64_t power = most;
    for (int i = step; i < 18; ++i) power /= 10;
    result = result * Rational(power);
    rest -= step;
  }
  return exponent < 0 ? Rational(1) / result : result;
}

Rational Expression::factor() const {
  Rational result(1);
  int tens = -2 * centimeters_;  // a square metre has 10,000 square centimetres
  for (std::size_t i = 0; i < part_count_; ++i) {
    const Part& part = parts_[i];
    if (part.atom == nullptr) {
      const Rational number(part.number);
      result = part.exponent > 0 ? result * number : result / number;
      continue;
    }
    if (part.atom->kind == AtomKind::ten) {
      tens += part.exponent;
      continue;
    }
    if (part.exponent < 0 && part.is_kilogram()) continue;  // the base unit of body weight
    if (part.prefix != nullptr) tens += part.exponent * part.prefix->power_of_ten;
    const Rational one(part.atom->numerator, part.atom->denominator);
    for (int n = part.exponent; n > 0; --n) result = result * one;
    for (int n = part.exponent; n < 0; ++n) result = result / one;
  }
  return result * power_of_ten(tens);
}

// UCUM has two spellings of the litre and of the international unit; the list has one.
std::string_view listed_code(const Atom& atom) {
  return atom.code == "l" ? "L" : atom.code == "[IU]" ? "[iU]" : atom.code;
}

// The list's own way of writing it: what is measured, then per body, per volume, per time.
std::optional<Unit> Expression::by_text() const {
  if (part_count_ == 0 || part_count_ > 3) return std::nullopt;
  std::array<char, 32> text{};
  std::size_t size = 0;
  const auto put = [&](std::string_view piece) {
    for (std::size_t i = 0; i < piece.size() && size < text.size(); ++i) text[size++] = piece[i];
  };
  const auto rank = [](const Part& part) {
    if (part.exponent > 0) return 0;
    if (part.atom->kind == AtomKind::time) return 3;
    return part.atom->kind == AtomKind::volume ? 2 : 1;
  };
  std::size_t written = 0;
  for (int turn = 0; turn <= 3; ++turn) {
    for (std::size_t i = 0; i < part_count_; ++i) {
      const Part& part = parts_[i];
      if (part.atom == nullptr || part.atom->kind == AtomKind::ten) return std::nullopt;
      if (rank(part) != turn) continue;
      if ((turn == 0) != (written == 0)) return std::nullopt;
      ++written;
      if (turn > 0) put("/");
      if (part.prefix != nullptr) put(part.prefix->code);
      put(listed_code(*part.atom));
      const int exponent = turn > 0 ? -part.exponent : part.exponent;
      if (exponent == 2) put("2");
      if (exponent > 2) return std::nullopt;
    }
  }
  return Unit::from_ucum(std::string_view(text.data(), size));
}

// With a number or a cube an expression may equal a unit of the list that it does not spell. But
// `mg/ML`, milligrams per megalitre, is a slip of the case, and not the ng/L that it equals.
bool Expression::has_only_listed_symbols() const {
  return std::all_of(parts_.begin(), parts_.begin() + static_cast<std::ptrdiff_t>(part_count_),
                     [](const Part& part) {
                       if (part.atom == nullptr || part.prefix == nullptr) return true;
                       if (part.atom->kind == AtomKind::length)
                         return part.prefix->power_of_ten < 0;
                       std::string symbol(part.prefix->code);
                       return Unit::from_ucum(symbol.append(listed_code(*part.atom))).has_value();
                     });
}

}  // namespace

Result<UcumReading, UcumRefusal> read_ucum(std::string_view text) {
  Expression expression(text);
  if (const auto refusal = expression.read()) return *refusal;
  return UcumReading{expression.dimension(), expression.factor(), expression.annotated()};
}

Result<Unit, UcumRefusal> unit_of_ucum(std::string_view text) {
  if (const auto unit = Unit::from_ucum(text)) return *unit;
  Expression expression(text);
  if (const auto refusal = expression.read()) return *refusal;
  if (const auto unit = expression.by_text()) return *unit;
  if (!expression.has_only_listed_symbols()) return UcumRefusal::not_listed;
  if (const auto unit = Unit::of(expression.dimension(), expression.factor())) return *unit;
  return UcumRefusal::not_listed;
}

}  // namespace bridge
