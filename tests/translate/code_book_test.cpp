// SPDX-License-Identifier: Apache-2.0
// The shipped tables load; wrong ones are refused whole, with every fault; a site's rows win.
#include "translate/code_book.h"

#include <gtest/gtest.h>

#include "translate/shipped_book.h"

namespace bridge::translate {
namespace {

std::string ucum(std::string_view spelling, std::string_view system) {
  const auto unit = shipped_book().unit(spelling, system);
  return unit ? std::string(unit->ucum()) : "unknown";
}

// Places and texts of all faults of the shipped tables after one change of one of them.
std::string faults_of(MappingFiles base, const MappingFiles& site = {}) {
  const auto book = CodeBook::load(base, site);
  if (book) return "loads";
  std::string text;
  for (const Fault& fault : book.fault()) {
    EXPECT_EQ(fault.code, FaultCode::configuration_wrong);
    text.append(fault.place).append(": ").append(fault.detail).append("\n");
  }
  return text;
}

std::string faults_with(const std::string& file, const std::string& site_text) {
  return faults_of(shipped_files(), {{file, site_text}});
}

TEST(CodeBook, TheShippedTablesLoad) {
  const auto book = CodeBook::load(shipped_files());
  EXPECT_TRUE(book.has_value()) << faults_of(shipped_files());
}

TEST(CodeBook, KnowsEveryClinicalUnitInUcum) {
  for (std::uint16_t index = 0; index < Unit::count(); ++index) {
    const Unit unit = Unit::at(index);
    EXPECT_EQ(ucum(unit.ucum(), "UCUM"), unit.ucum());
    EXPECT_EQ(ucum(unit.ucum(), "http://unitsofmeasure.org"), unit.ucum());
  }
}

TEST(CodeBook, KnowsHowSendersSpellAUnit) {
  const std::tuple<const char*, const char*, const char*> cases[] = {
      {"mcg/kg/min", "", "ug/kg/min"},
      {"micg/kg", "L", "ug/kg"},
      {"\xC2\xB5g/min", "", "ug/min"},
      {"ug/(kg.min)", "UCUM", "ug/kg/min"},
      {"mL/hr", "", "mL/h"},
      {"ml/h", "", "mL/h"},
      {"units/hr", "", "[iU]/h"},
      {"mEq", "", "meq"},
      {"gm", "", "g"},
      {"ml/h", "UCUM", "mL/h"},
      {"ML/HR", "ISO+", "mL/h"},
      {"MEQ/HR", "ISO+", "meq/h"},
      {"ug/(kg.hr)", "ANS+", "ug/kg/h"},
      {"265266", "MDC", "mL/h"},
      {"3122", "MDC", "mL/h"},
      {"MDC_DIM_MILLI_L_PER_HR", "MDC", "mL/h"},
      {"265619", "urn:iso:std:iso:11073:10101", "ug/kg/min"},
      {"267620", "MDC", "M[iU]"},
  };
  for (const auto& [spelling, system, expected] : cases) {
    EXPECT_EQ(ucum(spelling, system), expected) << spelling << " of " << system;
  }
}

TEST(CodeBook, NeverGuessesAUnit) {
  const std::pair<const char*, const char*> cases[] = {
      {"MG", ""},       {"Mg", ""},      {"MG", "UCUM"},     {"Mg", "UCUM"},      {"MG", "ISO+"},
      {"Mg", "ISO+"},   {"u", ""},       {"U", ""},          {"cc", ""},          {"cc/h", ""},
      {"mcgg", ""},     {"", ""},        {"", "UCUM"},       {"mL/hr", "UCUM"},   {"mcg", "UCUM"},
      {"ML/H", "UCUM"}, {"m", ""},       {"lb", ""},         {"[lb_av]", "UCUM"}, {"mL/h ", ""},
      {"ml/h", "ISO+"}, {"265266", ""},  {"265266", "UCUM"}, {"264819", "MDC"},   {"mg", "99XYZ"},
      {"gr", ""},       {"miu", "ISO+"},
  };
  for (const auto& [spelling, system] : cases) {
    EXPECT_EQ(ucum(spelling, system), "unknown") << spelling << " of " << system;
  }
}

TEST(CodeBook, MilliAndMegaNeverMeet) {
  EXPECT_EQ(ucum("m[iU]", "UCUM"), "m[iU]");
  EXPECT_EQ(ucum("M[iU]", "UCUM"), "M[iU]");
  EXPECT_EQ(ucum("M[iU]", ""), "unknown");
}

TEST(CodeBook, SendsTheContextFreeMdcCode) {
  const UnitCodes* codes = shipped_book().mdc(*Unit::from_ucum("ug/kg/min"));
  ASSERT_NE(codes, nullptr);
  EXPECT_EQ(codes->mdc_code, "265619");
  EXPECT_EQ(codes->mdc_refid, "MDC_DIM_MICRO_G_PER_KG_PER_MIN");
  EXPECT_EQ(shipped_book().mdc(*Unit::from_ucum("m2"))->mdc_refid, "MDC_DIM_SQ_X_M");
  EXPECT_EQ(shipped_book().mdc(*Unit::from_ucum("umol")), nullptr);
}

TEST(CodeBook, KnowsRoutesByCodeAndByText) {
  const CodeBook& book = shipped_book();
  EXPECT_EQ(book.route({"IV", "", "HL70162"}), Route::intravenous);
  EXPECT_EQ(book.route({"IV", "", ""}), Route::intravenous);
  EXPECT_EQ(book.route({"", "IV", "HL70162"}), Route::intravenous);
  EXPECT_EQ(book.route({"", "Intravenous", ""}), std::nullopt);  // words alone
  EXPECT_EQ(book.route({"Intravenous", "", "name"}), std::nullopt);
  EXPECT_EQ(book.route_named("intraVENOUS", ""), Route::intravenous);
  EXPECT_EQ(book.route_named("IM", "HL70162"), Route::intramuscular);
  EXPECT_EQ(book.route_named("somewhere", "HL70162"), std::nullopt);
  EXPECT_EQ(book.route({"47625008", "", "http://snomed.info/sct"}), Route::intravenous);
  EXPECT_EQ(book.route({"IO", "", "HL70162"}), Route::other);  // intraocular, not intraosseous
  EXPECT_EQ(book.route({"417255000", "", "SCT"}), Route::intraosseous);
  EXPECT_EQ(book.route({"iv", "", "HL70162"}), std::nullopt);
  EXPECT_EQ(book.route({"47625008", "", ""}), std::nullopt);
  EXPECT_EQ(book.route({"", "", ""}), std::nullopt);
  EXPECT_EQ(book.route_code(Route::epidural), "EP");
  EXPECT_EQ(book.route_code(Route::intraosseous), "");
}

TEST(CodeBook, KnowsOrderControlsAndTheirAnswers) {
  const CodeBook& book = shipped_book();
  ASSERT_NE(book.control("DC"), nullptr);
  EXPECT_EQ(book.control("DC")->control, OrderControl::discontinue);
  EXPECT_EQ(book.control("DC")->accepted, "DR");
  EXPECT_EQ(book.control(OrderControl::hold).refused, "UH");
  EXPECT_EQ(book.control("RO"), nullptr);
  EXPECT_EQ(book.control("nw"), nullptr);
}

TEST(CodeBook, JoinsTheNamesOfSystems) {
  const CodeBook& book = shipped_book();
  EXPECT_EQ(book.system_name("http://www.nlm.nih.gov/research/umls/rxnorm"), "RXNORM");
  EXPECT_EQ(book.system_name("RXN"), "RXNORM");
  EXPECT_EQ(book.system_name("urn:oid:2.999.2"), "L");
  EXPECT_EQ(book.system_name("99ABC"), "99ABC");
  EXPECT_EQ(book.system_uri("RXN"), "http://www.nlm.nih.gov/research/umls/rxnorm");
  EXPECT_EQ(book.system_uri("99ABC"), "");
  EXPECT_EQ(book.authority(IdentifierKind::patient, "urn:oid:2.999.1.1"), "HOSP");
  EXPECT_EQ(book.identifier_uri(IdentifierKind::patient, "HOSP"), "urn:oid:2.999.1.1");
  EXPECT_EQ(book.authority(IdentifierKind::order, "urn:oid:2.999.1.1"), std::nullopt);
}

TEST(CodeBook, ASiteMayTakeARouteInWords) {
  const auto book = CodeBook::load(
      shipped_files(), {{"routes.csv",
                         "row,code,system,route,canonical\nx,Intravenous,text,intravenous,no\n"}});
  ASSERT_TRUE(book.has_value());
  EXPECT_EQ(book->route({"", "Intravenous", ""}), Route::intravenous);
}

TEST(CodeBook, KnowsWhichPumpsAndMethodsAreInfusions) {
  const CodeBook& book = shipped_book();
  EXPECT_EQ(book.is_infusion(WayOfGiving::device, {"IVP", "", "HL70164"}), true);
  EXPECT_EQ(book.is_infusion(WayOfGiving::device, {"IVP", "", ""}), true);
  EXPECT_EQ(book.is_infusion(WayOfGiving::method, {"IVP", "", "HL70165"}), false);
  EXPECT_EQ(book.is_infusion(WayOfGiving::method, {"", "IVPB", "HL70165"}), true);
  EXPECT_EQ(book.is_infusion(WayOfGiving::device, {"NEB", "", "HL70164"}), false);
  EXPECT_EQ(book.is_infusion(WayOfGiving::method, {"IVPB", "", "99LOC"}), std::nullopt);
}

TEST(CodeBook, AMissingTableIsAFault) {
  MappingFiles files = shipped_files();
  files.erase("routes.csv");
  files.erase("fields.csv");
  EXPECT_EQ(faults_of(files),
            "routes.csv: the table is missing\nfields.csv: the table is missing\n");
}

TEST(CodeBook, ListsEveryFaultOfEveryTable) {
  const MappingFiles site = {
      {"units.csv",
       "row,spelling,system,ucum,case\n"
       "x1,foo,local,furlong,exact\n"
       "x2,mg,local,ug,exact\n"
       "x3,bar,UCUM,mg,any\n"
       "x4,,local,mg,exact\n"
       "x5,baz,local,mg,maybe\n"
       "x6,(removed),,,\n"
       "x4,twice,local,mg,exact\n"},
      {"routes.csv",
       "row,code,system,route,canonical\nr1,QQ,HL70162,sideways,no\nr2,QR,SCT,oral,yes\n"},
      {"methods.csv",
       "row,code,system,says,infusion\nm1,A,HL70164,pump,yes\nm2,NB,HL70165,method,yes\n"
       "m3,B,HL70165,method,perhaps\n"},
      {"order_control.csv", "row,code,control,accepted,refused\no1,ZZZ,hold,HR,UH\n"},
  };
  EXPECT_EQ(faults_of(shipped_files(), site),
            "site/units.csv line 7: removes a row that does not exist\n"
            "site/units.csv line 8: the row's id stands twice\n"
            "site/units.csv line 2: the UCUM text is no unit of the clinical list\n"
            "site/units.csv line 3: the spelling already means another unit\n"
            "site/units.csv line 4: only ISO+ may be read without regard to case\n"
            "site/units.csv line 5: the spelling is empty\n"
            "site/units.csv line 6: case must be exact or any\n"
            "site/routes.csv line 2: no such route\n"
            "site/routes.csv line 3: only a code of HL70162 can be canonical\n"
            "site/methods.csv line 2: says must be device or method\n"
            "site/methods.csv line 3: the code stands twice\n"
            "site/methods.csv line 4: a cell must be yes or no\n"
            "site/order_control.csv line 2: an order control code has two letters\n");
}

// A site may read as UCUM what is none, but not something else than the grammar does.
TEST(CodeBook, ASitesRowCannotChangeWhatUcumMeans) {
  const std::string head = "row,spelling,system,ucum,case\n";
  EXPECT_EQ(faults_with("units.csv", head + "x,mg,UCUM,ug,exact\n"),
            "site/units.csv line 2: the spelling already means another unit\n");
  EXPECT_EQ(faults_with("units.csv", head + "x,ug/(kg.min),UCUM,mg/kg/min,exact\n"),
            "site/units.csv line 2: the spelling already means another unit\n");
  EXPECT_EQ(faults_with("units.csv", head + "x,mcg,UCUM,ug,exact\n"), "loads");
}

TEST(CodeBook, ReadsUcumByItsGrammarAndOnlyAsUcum) {
  EXPECT_EQ(ucum("ug.kg-1.min-1", "UCUM"), "ug/kg/min");
  EXPECT_EQ(ucum("10*6.[iU]/h", "http://unitsofmeasure.org"), "M[iU]/h");
  EXPECT_EQ(ucum("mg/kg/{dose}", "UCUM"), "mg/kg");
  EXPECT_EQ(ucum("ug.kg-1.min-1", ""), "unknown");
  EXPECT_EQ(ucum("mg{x}", "ISO+"), "unknown");
}

// Valid UCUM that no infusion has is another finding than a misspelling (B49).
TEST(CodeBook, SaysWhyAUnitIsNone) {
  const auto why = [](std::string_view spelling, std::string_view system) {
    const Fault fault = shipped_book().no_unit(spelling, system, "RXE[1]-24");
    return std::string(kind_of(fault.code).name) + (fault.detail.empty() ? "" : ": ") +
           fault.detail;
  };
  EXPECT_EQ(why("MG", "UCUM"), "unit_not_of_infusion: a unit of another kind of quantity");
  EXPECT_EQ(why("Cel", "http://unitsofmeasure.org"),
            "unit_not_of_infusion: a special unit, which no factor converts");
  EXPECT_EQ(why("{tablet}", "UCUM"), "unit_not_of_infusion: a counted thing in braces is no unit");
  EXPECT_EQ(why("mcg", "UCUM"), "unit_unknown");
  EXPECT_EQ(why("MG", ""), "unit_unknown");
  EXPECT_EQ(why("", "UCUM"), "unit_unknown");
}

// One line is wrong, so one line is told: not also each unit that a table cut short does not have.
TEST(CodeBook, ABadRowIsToldOnceAndNotAsWhatIsThenMissing) {
  const auto edited = [](const std::string& old_row, const std::string& new_row) {
    MappingFiles files = shipped_files();
    std::string text(files.at("units.csv"));
    const std::size_t at = text.find(old_row);
    EXPECT_NE(at, std::string::npos);
    text.replace(at, old_row.size(), new_row);
    files["units.csv"] = text;
    return faults_of(files);
  };
  EXPECT_EQ(edited("iso.L_per_d,L/d,ISO+,L/d,any", "iso.L_per_d,L/d,ISO+,L/d"),
            "units.csv line 9: 4 cells, the table has 5 columns\n");
  EXPECT_EQ(edited("iso.L_per_d,L/d,ISO+,L/d,any", "iso.L_per_d,L/d,ISO+,L/dx,any"),
            "units.csv line 9: the UCUM text is no unit of the clinical list\n");
  EXPECT_EQ(edited("iso.L_per_d,L/d,ISO+,L/d,any\n", ""), "loads");  // UCUM itself needs no row
}

TEST(CodeBook, OtherColumnsAreAFault) {
  EXPECT_EQ(faults_with("units.csv", "row,spelling,ucum\na,b,c\n"),
            "site/units.csv line 1: the columns must be row,spelling,system,ucum,case\n");
}

TEST(FieldMap, NumberAndUnitStandInOneSegment) {
  const std::string head = "row,message,meaning,value,unit,priority\n";
  EXPECT_EQ(faults_with("fields.csv", head + "rde.give_rate,RDE^O11,give_rate,RXE-23,RXO-22,1\n"),
            "site/fields.csv line 2: number and unit must stand in the same segment\n");
  EXPECT_EQ(faults_with("fields.csv", head + "x,RDE^O11,weight,OBX[3.1=1]-5,OBX[3.1=2]-6,1\n"),
            "site/fields.csv line 2: number and unit must stand in the same segment\n");
  EXPECT_EQ(faults_with("fields.csv", head + "x,RDE^O11,weight,OBX[3.1=1]-5,OBX[3.1=1]-6,4\n"),
            "loads");
}

TEST(FieldMap, RefusesARowThatMeansNothing) {
  const std::string head = "row,message,meaning,value,unit,priority\n";
  EXPECT_EQ(faults_with("fields.csv", head + "a,RDE^O99,give_code,RXE-2,,1\n"
                                             "b,RDE^O11,give_cod,RXE-2,,1\n"
                                             "c,RDE^O11,give_code,RXE,,1\n"
                                             "d,RDE^O11,give_code,rxe-2,,1\n"
                                             "e,RDE^O11,give_rate,RXE-23,,1\n"
                                             "f,RDE^O11,give_code,RXE-2,RXE-5,1\n"
                                             "g,RDE^O11,give_code,RXE-2,,first\n"),
            "site/fields.csv line 2: the message must be RDE^O11 or OMP^O09\n"
            "site/fields.csv line 3: no such meaning\n"
            "site/fields.csv line 4: the value is not a path of a field\n"
            "site/fields.csv line 5: the value is not a path of a field\n"
            "site/fields.csv line 6: a quantity needs the path of its unit\n"
            "site/fields.csv line 7: only a quantity has a unit\n"
            "site/fields.csv line 8: the priority must be 1 to 9\n");
}

TEST(FieldMap, AFieldIsReadOrIgnoredButNotBoth) {
  const std::string head = "row,message,path,reason\n";
  EXPECT_EQ(
      faults_with("ignored_fields.csv", head + "x,RDE^O11,RXE-23,we know better\n"),
      "site/ignored_fields.csv line 2: the field is also read by fields.csv; remove one of the "
      "rows\n");
  EXPECT_EQ(faults_with("ignored_fields.csv", head + "x,RDE^O11,NTE-3,\n"),
            "site/ignored_fields.csv line 2: an ignored field needs its reason\n");
}

TEST(FhirFieldMap, RefusesARowThatMeansNothing) {
  EXPECT_EQ(faults_with("fhir_fields.csv",
                        "row,meaning,value,unit,code,priority\n"
                        "a,dose,status,,,1\n"
                        "b,status,a[,,,1\n"
                        "c,duration,timing.repeat.duration,other.durationUnit,,1\n"
                        "d,weight,valueQuantity,,,1\n"),
            "site/fhir_fields.csv line 2: no such meaning\n"
            "site/fhir_fields.csv line 3: the value is not a path\n"
            "site/fhir_fields.csv line 4: the unit must be an element beside the number\n"
            "site/fhir_fields.csv line 5: weight, height and surface have a code, and nothing else "
            "has\n");
}

TEST(CodeBook, TheExampleSiteLaysItsRowsOverTheBase) {
  const auto folder = std::filesystem::path(BRIDGE_SOURCE_DIR) / "mappings" / "sites" / "example";
  const auto book = CodeBook::load(shipped_files(), files_of(folder));
  ASSERT_TRUE(book.has_value()) << faults_of(shipped_files(), files_of(folder));
  EXPECT_EQ(book->unit("mL/hr", "UCUM"), Unit::from_ucum("mL/h"));
  EXPECT_EQ(book->unit("IU", ""), std::nullopt);
  EXPECT_EQ(book->authority(IdentifierKind::patient, "urn:oid:2.999.7.1"), "GENHOSP");
  EXPECT_EQ(book->authority(IdentifierKind::patient, "urn:oid:2.999.1.1"), std::nullopt);
  const auto rows = book->fields().rows(OrderShape::encoded, Meaning::condition_text);
  EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [](const FieldRow& row) {
    return row.id == "rde.instruction" && to_string(row.value) == "RXE-21";
  }));
}

}  // namespace
}  // namespace bridge::translate
