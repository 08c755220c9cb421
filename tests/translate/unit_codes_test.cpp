// SPDX-License-Identifier: Apache-2.0
// Each unit under the names it goes by: what people type, UCUM and ISO/IEEE 11073-10101.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "base/csv.h"
#include "clinical/ucum.h"
#include "translate/shipped_book.h"

namespace bridge::translate {
namespace {

std::string ucum(std::string_view spelling, std::string_view system) {
  const auto unit = shipped_book().unit(spelling, system);
  return unit ? std::string(unit->ucum()) : "unknown";
}

CsvTable published_codes() {
  std::ifstream in(BRIDGE_SOURCE_DIR "/mappings/terms/mdc-codes.csv", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return CsvTable::parse("mdc-codes.csv", text).value();
}

// The published table writes prefixes on [arb'U], which UCUM does not allow.
std::string as_ucum(std::string text) {
  if (text.starts_with("m[arb'U]")) return "10*-3." + text.substr(1);
  if (text.starts_with("k[arb'U]")) return "10*3." + text.substr(1);
  if (text.starts_with("M[arb'U]")) return "10*6." + text.substr(1);
  return text;
}

// What the table has and no infusion is: pressure, body mass index, doses per second, and whatever
// is in pounds, ounces and inches, which are never converted silently (B70).
bool is_foreign(const std::string& text) {
  static const std::set<std::string> alone = {"{unitless} 1", "%",     "/h",      "kPa",
                                              "mm[Hg]",       "kg/m2", "[oz_av]", "[in_i]"};
  return alone.contains(text) || text.ends_with("/s") || text.find("[lb_av]") != std::string::npos;
}

TEST(UnitCodes, EveryPublishedCodeOfAUnitOfInfusionIsReadAndSentBack) {
  const CsvTable table = published_codes();
  const auto refid = table.column("refid").value();
  const auto code = table.column("code").value();
  const auto free_code = table.column("cf_code10").value();
  const auto text = table.column("ucum").value();
  const CodeBook& book = shipped_book();
  std::size_t units = 0;
  std::size_t foreign = 0;
  for (const CsvTable::Row& row : table.rows()) {
    const std::string& name = row.cells[refid];
    if (!name.starts_with("MDC_DIM_")) {
      // No term of another kind may be taken for a unit.
      EXPECT_EQ(book.unit(row.cells[free_code], "MDC"), std::nullopt) << name;
      EXPECT_EQ(book.unit(name, "MDC"), std::nullopt) << name;
      continue;
    }
    const std::string& unit_text = row.cells[text];
    if (is_foreign(unit_text)) {
      ++foreign;
      EXPECT_EQ(book.unit(row.cells[free_code], "MDC"), std::nullopt) << name;
      EXPECT_EQ(book.unit(name, "MDC"), std::nullopt) << name;
      EXPECT_FALSE(unit_of_ucum(unit_text).has_value()) << unit_text;
      continue;
    }
    ++units;
    const auto unit = unit_of_ucum(as_ucum(unit_text));
    ASSERT_TRUE(unit.has_value()) << unit_text;
    EXPECT_EQ(book.unit(row.cells[free_code], "MDC"), *unit) << name;
    EXPECT_EQ(book.unit(row.cells[code], "MDC"), *unit) << name;
    EXPECT_EQ(book.unit(name, "MDC"), *unit) << name;
    EXPECT_EQ(std::stoi(row.cells[free_code]), std::stoi(row.cells[code]) + 262'144) << name;
    const UnitCodes* const sent = book.mdc(*unit);
    ASSERT_NE(sent, nullptr) << name;
    EXPECT_EQ(sent->mdc_code, row.cells[free_code]) << name;
    EXPECT_EQ(book.unit(sent->mdc_refid, "MDC"), *unit) << name;
  }
  EXPECT_EQ(units, 219U);
  EXPECT_EQ(foreign, 51U);
}

// And nothing is sent that the published table does not have.
TEST(UnitCodes, NoCodeIsSentThatIsNotPublished) {
  const CsvTable table = published_codes();
  std::set<std::pair<std::string, std::string>> published;
  for (const CsvTable::Row& row : table.rows()) {
    published.emplace(row.cells[*table.column("cf_code10")], row.cells[*table.column("refid")]);
  }
  std::size_t sent = 0;
  for (std::uint16_t index = 0; index < Unit::count(); ++index) {
    const UnitCodes* const codes = shipped_book().mdc(Unit::at(index));
    if (codes == nullptr) continue;
    ++sent;
    EXPECT_TRUE(published.contains({codes->mdc_code, codes->mdc_refid})) << codes->mdc_refid;
  }
  EXPECT_EQ(sent, 217U);  // grams and square metres have two names each
}

struct OrderString {
  const char* typed;
  const char* ucum;
  const char* code;  // "-" when 11073-10101 has none
};

// drug-library 4.5. What a sender without a coding system types, and what is sent on.
TEST(UnitCodes, OrderStringsAreReadAndCoded) {
  const OrderString table[] = {
      {"mL", "mL", "263762"},
      {"mg", "mg", "263890"},
      {"mcg", "ug", "263891"},
      {"ug", "ug", "263891"},
      {"MCG", "ug", "263891"},
      {"g", "g", "263872"},
      {"gm", "g", "263872"},
      {"gram", "g", "263872"},
      {"kg", "kg", "263875"},
      {"KG", "kg", "263875"},
      {"unit", "[iU]", "267616"},
      {"units", "[iU]", "267616"},
      {"IU", "[iU]", "267616"},
      {"milliunit", "m[iU]", "267634"},
      {"mEq", "meq", "266738"},
      {"MEQ", "meq", "266738"},
      {"mmol", "mmol", "266706"},
      {"mL/hr", "mL/h", "265266"},
      {"mL/h", "mL/h", "265266"},
      {"ML/HR", "mL/h", "265266"},
      {"mL/kg/hr", "mL/kg/h", "269394"},
      {"mL/m2/hr", "mL/m2/h", "269522"},
      {"mcg/min", "ug/min", "265491"},
      {"mcg/hr", "ug/h", "265523"},
      {"mcg/kg/min", "ug/kg/min", "265619"},
      {"MCG/KG/MIN", "ug/kg/min", "265619"},
      {"mcg/kg/hr", "ug/kg/h", "265651"},
      {"ng/kg/min", "ng/kg/min", "265620"},
      {"mg/min", "mg/min", "265490"},
      {"mg/hr", "mg/h", "265522"},
      {"mg/day", "mg/d", "265554"},
      {"mg/kg/hr", "mg/kg/h", "265650"},
      {"mg/kg/min", "mg/kg/min", "265618"},
      {"g/hr", "g/h", "265504"},
      {"units/hr", "[iU]/h", "267840"},
      {"units/min", "[iU]/min", "267808"},
      {"units/kg/hr", "[iU]/kg/h", "267968"},
      {"milliunits/min", "m[iU]/min", "267826"},
      {"mEq/hr", "meq/h", "267314"},
      {"mEq/kg/hr", "meq/kg/h", "267570"},
      {"mmol/hr", "mmol/h", "267186"},
      {"mg/kg", "mg/kg", "262994"},
      {"mcg/kg", "ug/kg", "262995"},
      {"g/kg", "g/kg", "262976"},
      {"units/kg", "[iU]/kg", "269824"},
      {"mg/m2", "mg/m2", "269906"},
      {"g/m2", "g/m2", "269888"},
      {"mg/m2/day", "mg/m2/d", "269330"},
      {"mg/m2/hr", "mg/m2/h", "268978"},
      {"mg/mL", "mg/mL", "264306"},
      {"mcg/mL", "ug/mL", "264307"},
      {"units/mL", "[iU]/mL", "267744"},
      {"mEq/mL", "meq/mL", "267026"},
      {"m2", "m2", "263616"},
      {"min", "min", "264352"},
      {"h", "h", "264384"},
      {"hr", "h", "264384"},
      {"hrs", "h", "264384"},
      {"day", "d", "264416"},
      {"d", "d", "264416"},
      {"million units", "M[iU]", "267620"},
      {"umol/min", "umol/min", "-"},
  };
  for (const OrderString& row : table) {
    EXPECT_EQ(ucum(row.typed, ""), row.ucum) << row.typed;
    const UnitCodes* const codes = shipped_book().mdc(*Unit::from_ucum(row.ucum));
    EXPECT_EQ(codes == nullptr ? "-" : codes->mdc_code, row.code) << row.typed;
    EXPECT_EQ(ucum(row.ucum, "UCUM"), row.ucum);
  }
  // Refused by name: ambiguous, not of an infusion, or never converted silently.
  for (const char* typed : {"cc", "MG", "lb", "LBS", "U", "u", "mU", "MU", "%", "gtt/min", "kcal",
                            "Mg", "M[iU]", "oz", "dose", "tablet"}) {
    EXPECT_EQ(ucum(typed, ""), "unknown") << typed;
  }
}

}  // namespace
}  // namespace bridge::translate
