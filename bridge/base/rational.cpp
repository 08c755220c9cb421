// SPDX-License-Identifier: Apache-2.0
// Rational: fractions on 128-bit integers, going on in Boost.Multiprecision where those overflow.
#include "base/rational.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <numeric>
#include <utility>

#include "base/assert.h"

namespace bridge {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

struct Rational::Big {
  cpp_rational value;
};

// The value is copied along every check, so it has to stay within one cache line.
static_assert(sizeof(Rational) <= 64);

namespace {

__extension__ using Wide = __int128;
__extension__ using UnsignedWide = unsigned __int128;

// The most negative Wide is left out, so that every stored numerator can be negated.
constexpr UnsignedWide wide_limit = ~UnsignedWide{0} >> 1;

constexpr UnsignedWide magnitude(Wide value) {
  return value < 0 ? -static_cast<UnsignedWide>(value) : static_cast<UnsignedWide>(value);
}

constexpr Wide with_sign(UnsignedWide size, bool negative) {
  return negative ? -static_cast<Wide>(size) : static_cast<Wide>(size);
}

constexpr bool fits_in_64(UnsignedWide value) { return (value >> 64) == 0; }

UnsignedWide gcd(UnsignedWide a, UnsignedWide b) {
  if (a == 1 || b == 1) return 1;
  while (b != 0) {
    if (fits_in_64(a) && fits_in_64(b)) {
      return std::gcd(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
    }
    a = std::exchange(b, a % b);
  }
  return a;
}

// The division of 128 bits is a slow call.
UnsignedWide quotient(UnsignedWide value, UnsignedWide divisor) {
  if (divisor == 1) return value;
  if (fits_in_64(value) && fits_in_64(divisor)) {
    return static_cast<std::uint64_t>(value) / static_cast<std::uint64_t>(divisor);
  }
  return value / divisor;
}

Wide divided(Wide value, UnsignedWide divisor) {
  return with_sign(quotient(magnitude(value), divisor), value < 0);
}

// On magnitudes, because clang calls a function that libgcc does not have for the signed product.
bool product(Wide a, Wide b, Wide& out) {
  UnsignedWide size = 0;
  if (__builtin_mul_overflow(magnitude(a), magnitude(b), &size) || size > wide_limit) return false;
  out = with_sign(size, (a < 0) != (b < 0));
  return true;
}

bool sum(Wide a, Wide b, Wide& out) {
  return !__builtin_add_overflow(a, b, &out) && magnitude(out) <= wide_limit;
}

// In lowest terms with denominator > 0; the functions below take and yield nothing else.
struct Fraction {
  Wide numerator = 0;
  Wide denominator = 1;
};

// Cancelling before multiplying (Knuth, TAOCP 4.5.1) keeps the numbers small and the result lowest.
bool multiply(Fraction a, Fraction b, Fraction& out) {
  const UnsignedWide g = gcd(magnitude(a.numerator), magnitude(b.denominator));
  const UnsignedWide h = gcd(magnitude(b.numerator), magnitude(a.denominator));
  return product(divided(a.numerator, g), divided(b.numerator, h), out.numerator) &&
         product(divided(a.denominator, h), divided(b.denominator, g), out.denominator);
}

bool add(Fraction a, Fraction b, Fraction& out) {
  const UnsignedWide g = gcd(magnitude(a.denominator), magnitude(b.denominator));
  const Wide a_rest = divided(a.denominator, g);
  const Wide b_rest = divided(b.denominator, g);
  Wide left = 0;
  Wide right = 0;
  Wide total = 0;
  if (!product(a.numerator, b_rest, left) || !product(b.numerator, a_rest, right) ||
      !sum(left, right, total)) {
    return false;
  }
  const UnsignedWide h = gcd(magnitude(total), g);
  out.numerator = divided(total, h);
  return product(a_rest, divided(b.denominator, h), out.denominator);
}

// Whether the integer part of a division moves one away from zero, given its remainder.
template <class Integer>
bool moves_away(const Integer& remainder, const Integer& divisor, Rounding rule) {
  if (remainder == 0 || rule == Rounding::toward_zero) return false;
  return rule == Rounding::away_from_zero || remainder >= divisor - remainder;
}

cpp_int widened(Wide value) {
  const UnsignedWide size = magnitude(value);
  cpp_int out = static_cast<std::uint64_t>(size >> 64);
  out <<= 64;
  out += static_cast<std::uint64_t>(size);
  if (value < 0) out = -out;
  return out;
}

bool narrowed(const cpp_int& value, Wide& out) {
  const cpp_int size = abs(value);
  if (size != 0 && msb(size) >= 127) return false;
  const cpp_int high = size >> 64;
  const cpp_int low = size & ~std::uint64_t{0};
  out = with_sign(
      (UnsignedWide{static_cast<std::uint64_t>(high)} << 64) | static_cast<std::uint64_t>(low),
      value < 0);
  return true;
}

std::string digits_of(UnsignedWide value) {
  std::string reversed;
  do {
    reversed.push_back(static_cast<char>('0' + static_cast<int>(value % 10)));
    value /= 10;
  } while (value != 0);
  return {reversed.rbegin(), reversed.rend()};
}

std::string digits_of(const cpp_int& value) { return value.str(); }

template <class Integer>
Integer power_of_ten(int exponent) {
  Integer power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

// size * 10^-places as text, without zeros at the end of a fraction.
std::string placed(std::string digits, int places) {
  if (places <= 0) return digits.append(static_cast<std::size_t>(-places), '0');
  const auto count = static_cast<std::size_t>(places);
  if (digits.size() <= count) digits.insert(0, count + 1 - digits.size(), '0');
  digits.insert(digits.size() - count, 1, '.');
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

// numerator / denominator > 0 to that many digits. `exponent` is that of the first digit, 10^e <=
// value, or one more than it, as the difference of the lengths gives it.
template <class Integer>
std::string approximated(const Integer& numerator, const Integer& denominator, int exponent,
                         int digits) {
  const bool below = exponent >= 0 ? numerator < denominator * power_of_ten<Integer>(exponent)
                                   : numerator * power_of_ten<Integer>(-exponent) < denominator;
  if (below) --exponent;
  const int places = digits - 1 - exponent;
  const Integer size = places > 0 ? Integer(numerator * power_of_ten<Integer>(places)) : numerator;
  const Integer divisor =
      places < 0 ? Integer(denominator * power_of_ten<Integer>(-places)) : denominator;
  Integer rounded = size / divisor;
  if (moves_away<Integer>(size % divisor, divisor, Rounding::nearest_half_away)) ++rounded;
  return placed(digits_of(rounded), places);
}

int length_of(UnsignedWide value) {
  int length = 1;
  for (; value >= 10; value /= 10) ++length;
  return length;
}

}  // namespace

Rational::Rational() = default;
Rational::Rational(std::int64_t whole) : numerator_(whole) {}

Rational::Rational(std::int64_t numerator, std::int64_t denominator) {
  BRIDGE_ASSERT(denominator != 0);
  const UnsignedWide g = gcd(magnitude(numerator), magnitude(denominator));
  numerator_ = with_sign(quotient(magnitude(numerator), g), (numerator < 0) != (denominator < 0));
  denominator_ = static_cast<Wide>(quotient(magnitude(denominator), g));
}

Rational::Rational(const Rational& other)
    : numerator_(other.numerator_),
      denominator_(other.denominator_),
      big_(other.big_ ? std::make_unique<Big>(*other.big_) : nullptr) {}

// Members keep 0/1 while big_ is set, so what was moved from is a plain value and not half of one.
Rational::Rational(Rational&&) noexcept = default;
Rational& Rational::operator=(Rational&&) noexcept = default;
Rational::~Rational() = default;

Rational& Rational::operator=(const Rational& other) {
  if (this != &other) *this = Rational(other);
  return *this;
}

Rational Rational::from_lowest(Wide numerator, Wide denominator) {
  Rational out;
  out.numerator_ = numerator;
  out.denominator_ = denominator;
  return out;
}

// A fraction that fits is always held small: two equal values have one form, and equality is cheap.
Rational Rational::from_big(Big big) {
  Rational out;
  Wide numerator = 0;
  Wide denominator = 1;
  if (narrowed(boost::multiprecision::numerator(big.value), numerator) &&
      narrowed(boost::multiprecision::denominator(big.value), denominator)) {
    return from_lowest(numerator, denominator);
  }
  out.big_ = std::make_unique<Big>(std::move(big));
  return out;
}

Rational::Big Rational::big() const {
  if (big_) return *big_;
  return Big{cpp_rational(widened(numerator_), widened(denominator_))};
}

Rational operator+(const Rational& a, const Rational& b) {
  Fraction out;
  if (!a.big_ && !b.big_ &&
      add({a.numerator_, a.denominator_}, {b.numerator_, b.denominator_}, out)) {
    return Rational::from_lowest(out.numerator, out.denominator);
  }
  return Rational::from_big({a.big().value + b.big().value});
}

Rational operator-(const Rational& a, const Rational& b) {
  Fraction out;
  if (!a.big_ && !b.big_ &&
      add({a.numerator_, a.denominator_}, {-b.numerator_, b.denominator_}, out)) {
    return Rational::from_lowest(out.numerator, out.denominator);
  }
  return Rational::from_big({a.big().value - b.big().value});
}

Rational operator*(const Rational& a, const Rational& b) {
  Fraction out;
  if (!a.big_ && !b.big_ &&
      multiply({a.numerator_, a.denominator_}, {b.numerator_, b.denominator_}, out)) {
    return Rational::from_lowest(out.numerator, out.denominator);
  }
  return Rational::from_big({a.big().value * b.big().value});
}

Rational operator/(const Rational& a, const Rational& b) {
  BRIDGE_ASSERT(!b.is_zero());
  Fraction out;
  if (!a.big_ && !b.big_) {
    const bool negative = b.numerator_ < 0;
    const Fraction inverse{negative ? -b.denominator_ : b.denominator_,
                           negative ? -b.numerator_ : b.numerator_};
    if (multiply({a.numerator_, a.denominator_}, inverse, out)) {
      return Rational::from_lowest(out.numerator, out.denominator);
    }
  }
  return Rational::from_big({a.big().value / b.big().value});
}

bool operator==(const Rational& a, const Rational& b) {
  if (a.big_ && b.big_) return a.big_->value == b.big_->value;
  return !a.big_ && !b.big_ && a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  if (!a.big_ && !b.big_) {
    if (a.denominator_ == b.denominator_) return a.numerator_ <=> b.numerator_;
    Wide left = 0;
    Wide right = 0;
    if (product(a.numerator_, b.denominator_, left) &&
        product(b.numerator_, a.denominator_, right)) {
      return left <=> right;
    }
  }
  return a.big().value.compare(b.big().value) <=> 0;
}

bool Rational::is_zero() const { return !big_ && numerator_ == 0; }

bool Rational::is_negative() const { return big_ ? big_->value < 0 : numerator_ < 0; }

Rational Rational::rounded_to(const Rational& step, Rounding rule) const {
  BRIDGE_ASSERT(!step.is_zero() && !step.is_negative());
  const Rational steps = *this / step;
  if (!steps.big_) {
    const UnsignedWide size = magnitude(steps.numerator_);
    const UnsignedWide divisor = magnitude(steps.denominator_);
    UnsignedWide count = quotient(size, divisor);
    // No overflow: a remainder means divisor >= 2, so count is at most half of the limit.
    if (moves_away<UnsignedWide>(size - count * divisor, divisor, rule)) ++count;
    return from_lowest(with_sign(count, steps.numerator_ < 0), 1) * step;
  }
  const cpp_int size = abs(boost::multiprecision::numerator(steps.big_->value));
  const cpp_int divisor = boost::multiprecision::denominator(steps.big_->value);
  cpp_int count = size / divisor;
  if (moves_away<cpp_int>(size % divisor, divisor, rule)) ++count;
  if (steps.is_negative()) count = -count;
  return from_big({cpp_rational(count)}) * step;
}

bool Rational::is_decimal() const { return decimal().has_value(); }

Result<Decimal> Rational::decimal() const {
  const Fault fault{.code = FaultCode::number_too_long, .place = {}, .detail = {}};
  // A Decimal has both parts below 10^18, far inside of 128 bits.
  if (big_) return fault;
  // Nor has a power of ten up to that more than 64.
  const UnsignedWide whole = magnitude(denominator_);
  if (!fits_in_64(whole)) return fault;
  auto rest = static_cast<std::uint64_t>(whole);
  int twos = 0;
  int fives = 0;
  for (; rest % 2 == 0; rest /= 2) ++twos;
  for (; rest % 5 == 0; rest /= 5) ++fives;
  const int scale = std::max(twos, fives);
  if (rest != 1 || scale > Decimal::max_digits) return fault;

  UnsignedWide limit = 1;
  for (int i = 0; i < Decimal::max_digits; ++i) limit *= 10;
  UnsignedWide coefficient = magnitude(numerator_);
  for (int missing = scale - twos; missing > 0 && coefficient < limit; --missing) coefficient *= 2;
  for (int missing = scale - fives; missing > 0 && coefficient < limit; --missing) coefficient *= 5;
  if (coefficient >= limit) return fault;
  return Decimal(static_cast<std::int64_t>(with_sign(coefficient, numerator_ < 0)),
                 static_cast<std::uint8_t>(scale));
}

std::string Rational::approximate(int digits) const {
  BRIDGE_ASSERT(digits >= 1);
  if (is_zero()) return "0";
  const std::string sign = is_negative() ? "-" : "";
  constexpr UnsignedWide small = ~std::uint64_t{0};
  const UnsignedWide size = magnitude(numerator_);
  const UnsignedWide divisor = magnitude(denominator_);
  // Of two numbers of 20 digits none of the products has more than 36, and 128 bits hold 38.
  if (!big_ && digits <= 16 && size <= small && divisor <= small) {
    return sign + approximated(size, divisor, length_of(size) - length_of(divisor), digits);
  }
  const cpp_rational value = abs(big().value);
  const cpp_int above = boost::multiprecision::numerator(value);
  const cpp_int below = boost::multiprecision::denominator(value);
  const int exponent = static_cast<int>(above.str().size()) - static_cast<int>(below.str().size());
  return sign + approximated(above, below, exponent, digits);
}

std::string Rational::text() const {
  if (big_) return big_->value.str();
  std::string out = numerator_ < 0 ? "-" : "";
  out += digits_of(magnitude(numerator_));
  if (denominator_ != 1) out.append("/").append(digits_of(magnitude(denominator_)));
  return out;
}

}  // namespace bridge
