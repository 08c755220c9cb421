// SPDX-License-Identifier: Apache-2.0
// The atoms and prefixes of UCUM that an expression about an infusion can hold.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace bridge {

enum class AtomKind : std::uint8_t {
  volume,
  mass,
  mole,
  equivalent,
  international_unit,
  arbitrary_unit,
  time,
  length,
  ten,            // 10* and 10^, which take an exponent
  other,          // UCUM has it; no infusion is measured in it
  own_arbitrary,  // converts into no other unit
  special,        // no factor, but a function: degrees Celsius, pH, decibel
};

// How many base units (mL, ug, mmol, meq, unit, min, cm) one is, exact.
struct Atom {
  std::string_view code;
  AtomKind kind = AtomKind::other;
  bool metric = false;  // may have a prefix
  std::int64_t numerator = 1;
  std::int64_t denominator = 1;
};

struct Prefix {
  std::string_view code;
  int power_of_ten = 0;
};

// Powers of two count bytes, and are no prefixes of a dose.
inline constexpr auto ucum_prefixes = std::to_array<Prefix>(
    {{"m", -3},  {"u", -6}, {"k", 3},   {"n", -9},  {"M", 6},   {"c", -2}, {"d", -1},
     {"p", -12}, {"da", 1}, {"h", 2},   {"G", 9},   {"T", 12},  {"P", 15}, {"E", 18},
     {"Z", 21},  {"Y", 24}, {"f", -15}, {"a", -18}, {"z", -21}, {"y", -24}});

// Of one drop only the maker of the set knows the volume; [drp] is a fixed 1/20 mL, which is wrong
// by a factor of three for a micro-drip set (drug-library 4.3). So it is of another kind here.
inline constexpr auto ucum_atoms = std::to_array<Atom>({
    {"L", AtomKind::volume, true, 1000},
    {"l", AtomKind::volume, true, 1000},
    {"g", AtomKind::mass, true, 1'000'000},
    {"h", AtomKind::time, false, 60},
    {"min", AtomKind::time},
    {"d", AtomKind::time, false, 1440},
    {"s", AtomKind::time, true, 1, 60},
    {"m", AtomKind::length, true, 100},
    {"mol", AtomKind::mole, true, 1000},
    {"eq", AtomKind::equivalent, true, 1000},
    {"[iU]", AtomKind::international_unit, true},
    {"[IU]", AtomKind::international_unit, true},
    {"[arb'U]", AtomKind::arbitrary_unit},
    {"10*", AtomKind::ten},
    {"10^", AtomKind::ten},
    {"t", AtomKind::mass, true, 1'000'000'000'000},
    {"wk", AtomKind::time, false, 10'080},
    {"mo", AtomKind::time, false, 43'830},
    {"a", AtomKind::time, false, 525'960},
    {"[lb_av]", AtomKind::mass, false, 453'592'370},
    {"[oz_av]", AtomKind::mass, false, 28'349'523'125, 1000},
    {"[gr]", AtomKind::mass, false, 6'479'891, 100},
    {"[stone_av]", AtomKind::mass, false, 6'350'293'180},
    {"[in_i]", AtomKind::length, false, 127, 50},
    {"[ft_i]", AtomKind::length, false, 762, 25},
});

// Valid symbols that orders have been seen with, or that a slip of the case makes out of another.
inline constexpr auto ucum_other_metric = std::to_array<std::string_view>(
    {"G",   "U",   "kat", "H",  "Hz",  "J",   "K",   "C",   "cd",    "N",     "P",   "Pa",
     "R",   "S",   "Sv",  "T",  "V",   "W",   "A",   "F",   "Wb",    "lm",    "lx",  "Bq",
     "Gy",  "Ci",  "St",  "Mx", "Gb",  "Oe",  "Ohm", "mho", "osm",   "cal",   "eV",  "dyn",
     "erg", "bar", "gf",  "u",  "pc",  "ar",  "st",  "g%",  "By",    "bit",   "rad", "sr",
     "Gal", "Ky",  "Bi",  "sb", "RAD", "REM", "tex", "Bd",  "m[Hg]", "m[H2O]"});
inline constexpr auto ucum_other = std::to_array<std::string_view>(
    {"%",       "[drp]",   "[Cal]",    "[tsp_us]", "[tbs_us]", "[foz_us]", "[cup_us]", "[gal_us]",
     "[pt_us]", "[qt_us]", "[foz_br]", "[ppm]",    "[ppb]",    "[ppth]",   "[pptr]",   "[pi]",
     "deg",     "gon",     "'",        "''",       "atm",      "b",        "Ao",       "att",
     "[MET]",   "[Ch]",    "[car_m]",  "[dr_av]",  "[scr_ap]", "[oz_tr]",  "[lb_tr]",  "[oz_ap]",
     "[yd_i]",  "[mi_i]",  "a_j",      "a_t",      "a_g",      "mo_j",     "mo_s",     "mo_g",
     "[HPF]",   "[LPF]",   "[degR]",   "[Btu]",    "[psi]",    "[mesh_i]"});
inline constexpr auto ucum_own_arbitrary = std::to_array<std::string_view>(
    {"[USP'U]",   "[anti'Xa'U]", "[EU]",       "[PFU]",    "[FFU]",    "[CFU]",    "[AU]",
     "[BAU]",     "[IR]",        "[Lf]",       "[PNU]",    "[D'ag'U]", "[FEU]",    "[ELU]",
     "[GPL'U]",   "[MPL'U]",     "[APL'U]",    "[beth'U]", "[todd'U]", "[dye'U]",  "[bdsk'U]",
     "[ka'U]",    "[knk'U]",     "[tb'U]",     "[mclg'U]", "[smgy'U]", "[hnsf'U]", "[CCID_50]",
     "[TCID_50]", "[EID_50]",    "[Amb'a'1'U]"});
inline constexpr auto ucum_special = std::to_array<std::string_view>(
    {"Cel",      "[degF]",   "[degRe]", "[pH]",     "Np",      "B",      "B[SPL]",
     "B[V]",     "B[mV]",    "B[uV]",   "B[10.nV]", "B[W]",    "B[kW]",  "bit_s",
     "[p'diop]", "%[slope]", "[hp'_X]", "[hp'_C]",  "[hp'_M]", "[hp'_Q]"});

}  // namespace bridge
