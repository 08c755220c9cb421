// SPDX-License-Identifier: Apache-2.0
#include "library/load.h"

#include "library/library_text.h"

namespace bridge::library {
namespace {

struct BadFile {
  const char* name;
  const char* from;
  const char* to;
  const char* faults;  // behind "library_unusable at small.json, "
};

void PrintTo(const BadFile& bad, std::ostream* out) { *out << bad.name; }

class BadLibrary : public testing::TestWithParam<BadFile> {};

TEST_P(BadLibrary, is_refused_with_exactly_its_fault_and_place) {
  const BadFile& bad = GetParam();
  EXPECT_EQ(faults_of(with(small_library, bad.from, bad.to)),
            std::string("library_unusable at small.json, ") + bad.faults + "\n");
}

constexpr const char* dose_rate =
    R"("hard_min": 0.5, "soft_min": 1, "soft_max": 20, "hard_max": 50)";

const BadFile head[] = {
    {"another_format", "drug library 1", "drug library 2",
     "line 2, column 13, format: must be \"infusion-bridge drug library 1\""},
    {"format_missing", R"("format": "infusion-bridge drug library 1",)", "",
     "line 1, column 1, format: missing"},
    {"unknown_member", R"("serial": 7)", R"("serial": 7, "sersial": 8)",
     "line 5, column 27, sersial: unknown name"},
    {"serial_is_text", R"("serial": 7)", R"("serial": "7")",
     "line 5, column 13, serial: must be a whole number"},
    {"serial_zero", R"("serial": 7)", R"("serial": 0)",
     "line 5, column 13, serial: must be from 1 to 1000000000"},
    {"status_unknown", R"("released")", R"("final")",
     "line 6, column 13, status: must be one of draft approved released"},
    {"notice_blank", R"("for tests")", R"(" ")", "line 8, column 13, notice: must not be empty"},
    {"clinical_use_missing", R"("for_clinical_use": false,)", "",
     "line 1, column 1, for_clinical_use: missing"},
    {"draft_for_clinical_use", R"("released",
  "for_clinical_use": false)",
     R"("draft",
  "for_clinical_use": true)",
     "line 7, column 23, for_clinical_use: a draft is never for clinical use"},
    {"date_without_time", "2026-01-01T00:00:00Z", "2026-01-01",
     "line 9, column 21, effective_from: must be a date and time with seconds and offset, "
     "2026-11-01T00:00:00Z"},
    {"ends_before_it_begins", "2027-01-01T00", "2025-01-01T00",
     "line 10, column 22, effective_until: must be after effective_from"},
    {"id_with_capitals", R"("id": "small")", R"("id": "Small")",
     "line 3, column 9, id: must hold lower-case letters, digits and hyphens only"},
    {"no_setups_member", R"("setups")", R"("setup")",
     "line 1, column 1, setups: missing\nlibrary_unusable at small.json, line 33, column 12, "
     "setup: unknown name"},
};

const BadFile care_areas[] = {
    {"care_area_twice", R"("id": "ward")", R"("id": "icu")",
     "line 13, column 12, care_areas[1].id: another care area has this id\nlibrary_unusable at "
     "small.json, line 61, column 20, setups[2].care_area: the library has no \"ward\""},
    {"location_of_two_areas", R"(["3W"])", R"(["3W", "MICU"])",
     "line 13, column 56, care_areas[1].locations[1]: is claimed by \"icu\" too"},
    {"location_twice", R"(["ICU", "MICU"])", R"(["ICU", "ICU"])",
     "line 12, column 55, care_areas[0].locations[1]: stands here twice"},
    {"location_with_blank", R"(["3W"])", R"(["3W "])",
     "line 13, column 50, care_areas[1].locations[0]: must not be empty, nor begin or end with a "
     "blank"},
    {"no_location", R"(["3W"])", R"([])",
     "line 13, column 49, care_areas[1].locations: must not be empty"},
    {"weights_the_wrong_way", R"("max_weight_kg": 350},)", R"("max_weight_kg": 3},)",
     "line 12, column 102, care_areas[0].max_weight_kg: 3 is not above min_weight_kg 30"},
    {"weights_equal", R"("max_weight_kg": 350},)", R"("max_weight_kg": 30},)",
     "line 12, column 102, care_areas[0].max_weight_kg: 30 is not above min_weight_kg 30"},
    {"weight_zero", R"("min_weight_kg": 30)", R"("min_weight_kg": 0)",
     "line 12, column 81, care_areas[0].min_weight_kg: must be above zero"},
    {"weight_negative", R"("min_weight_kg": 30)", R"("min_weight_kg": -30)",
     "line 12, column 81, care_areas[0].min_weight_kg: must not be negative"},
    {"weight_with_exponent", R"("min_weight_kg": 30)", R"("min_weight_kg": 3e1)",
     "line 12, column 81, care_areas[0].min_weight_kg: not a decimal number"},
    {"weight_as_text", R"("min_weight_kg": 30)", R"("min_weight_kg": "30")",
     "line 12, column 81, care_areas[0].min_weight_kg: must be a number"},
};

const BadFile drugs[] = {
    {"drug_twice", R"("id": "saline")", R"("id": "dopamine")",
     "line 25, column 13, drugs[1].id: another drug has this id\nlibrary_unusable at small.json, "
     "line 62, column 15, setups[2].drug: the library has no \"saline\""},
    {"code_of_two_drugs", R"("system": "OTHER")", R"("system": "L")",
     "line 27, column 26, drugs[1].codes[0].code: is claimed by \"dopamine\" too"},
    {"code_twice", R"({"code": "3628", "system": "RXNORM"})", R"({"code": "1234", "system": "L"})",
     "line 19, column 59, drugs[0].codes[1].code: stands here twice"},
    {"code_without_system", R"({"code": "NS", "system": "L"})", R"({"code": "NS"})",
     "line 27, column 54, drugs[1].codes[1].system: missing"},
    {"code_is_a_number", R"("code": "NS")", R"("code": 5)",
     "line 27, column 63, drugs[1].codes[1].code: must be a string"},
    {"code_with_control_character", R"("code": "NS")", R"("code": "N\u001fS")",
     "line 27, column 63, drugs[1].codes[1].code: must not hold a control character"},
    {"no_code", R"([{"code": "1234", "system": "OTHER"}, {"code": "NS", "system": "L"}])", "[]",
     "line 27, column 16, drugs[1].codes: must not be empty"},
    {"name_of_two_drugs", R"(["Normal saline"])",
     R"(["Normal saline", "DOPAMINE  400 mg in d5w 250 mL"])",
     "line 28, column 34, drugs[1].names[1]: is claimed by \"dopamine\" too"},
    {"display_of_two_drugs", R"("sodium chloride 0.9 %")", R"("dopamine")",
     "line 26, column 18, drugs[1].display: is claimed by \"dopamine\" too"},
    {"name_empty", R"(["Normal saline"])", R"([""])",
     "line 28, column 17, drugs[1].names[0]: must not be empty, nor begin or end with a blank"},
    {"route_misspelled", R"("subcutaneous")", R"("subcutanous")",
     "line 29, column 33, drugs[1].routes[1]: is not a route of an infusion pump"},
    {"route_of_no_pump", R"("subcutaneous")", R"("intramuscular")",
     "line 29, column 33, drugs[1].routes[1]: is not a route of an infusion pump"},
    {"route_twice", R"("subcutaneous")", R"("intravenous")",
     "line 29, column 33, drugs[1].routes[1]: stands here twice"},
    {"route_list_is_text", R"(["intravenous", "subcutaneous"])", R"("intravenous")",
     "line 29, column 17, drugs[1].routes: must be an array"},
    {"high_alert_as_text", R"("high_alert": true)", R"("high_alert": "true")",
     "line 22, column 21, drugs[0].high_alert: must be true or false"},
    {"unknown_member_of_a_drug", R"("high_alert": true)", R"("high_alert": true, "hazard": true)",
     "line 22, column 37, drugs[0].hazard: unknown name"},
};

const BadFile setups[] = {
    {"setup_for_unknown_drug", R"("drug": "dopamine",
      "mode": "cont)",
     R"("drug": "dopamin",
      "mode": "cont)",
     "line 36, column 15, setups[0].drug: the library has no \"dopamin\""},
    {"setup_for_unknown_area", R"("care_area": "ward")", R"("care_area": "wards")",
     "line 61, column 20, setups[2].care_area: the library has no \"wards\""},
    {"mode_unknown", R"("fluid")", R"("drip")",
     "line 63, column 15, setups[2].mode: must be one of continuous intermittent fluid pca"},
    {"fluid_with_dosing_unit", R"("fluid",)", R"("fluid", "dosing_unit": "mL/h",)",
     "line 63, column 39, setups[2].dosing_unit: a fluid has no dosing unit"},
    {"fluid_with_concentration", R"("fluid",)", R"("fluid", "concentrations": [],)",
     "line 63, column 42, setups[2].concentrations: a fluid has no concentration"},
    {"dosing_unit_missing", R"("dosing_unit": "mg",)", "",
     "line 46, column 5, setups[1].dosing_unit: missing"},
    {"dosing_unit_in_capitals", R"("dosing_unit": "mg")", R"("dosing_unit": "MG")",
     "line 50, column 22, setups[1].dosing_unit: is not one of the UCUM units taken here"},
    {"dosing_unit_of_a_dose_for_a_rate", R"("dosing_unit": "ug/kg/min")",
     R"("dosing_unit": "ug/kg")",
     "line 38, column 22, setups[0].dosing_unit: ug/kg is not a unit of dose rate"},
    {"no_concentration", R"([
        {"amount": {"value": 200, "unit": "mg"}, "volume": {"value": 50, "unit": "mL"}}
      ])",
     "[]", "line 51, column 25, setups[1].concentrations: no concentration is given"},
    {"concentration_in_no_volume", R"({"value": 250, "unit": "mL"})",
     R"({"value": 0, "unit": "mL"})",
     "line 40, column 70, setups[0].concentrations[0].volume.value: must be above zero"},
    {"concentration_of_nothing", R"({"value": 400, "unit": "mg"})",
     R"({"value": 0.0, "unit": "mg"})",
     "line 40, column 30, setups[0].concentrations[0].amount.value: must be above zero"},
    {"volume_in_mg", R"({"value": 250, "unit": "mL"})", R"({"value": 250, "unit": "mg"})",
     "line 40, column 83, setups[0].concentrations[0].volume.unit: mg is not a unit of volume"},
    {"amount_per_kg", R"({"value": 400, "unit": "mg"})", R"({"value": 400, "unit": "mg/kg"})",
     "line 40, column 20, setups[0].concentrations[0].amount: must be an amount in a bag, not per "
     "body"},
    {"units_dosed_in_mg", R"({"value": 400, "unit": "mg"})", R"({"value": 400, "unit": "[iU]"})",
     "line 40, column 20, setups[0].concentrations[0].amount: [iU] cannot be dosed in ug/kg/min"},
    {"concentration_twice",
     R"({"amount": {"value": 400, "unit": "mg"}, "volume": {"value": 250, "unit": "mL"}})",
     R"({"amount": {"value": 400, "unit": "mg"}, "volume": {"value": 250, "unit": "mL"}},
        {"amount": {"value": 0.4, "unit": "g"}, "volume": {"value": 0.25, "unit": "L"}})",
     "line 41, column 20, setups[0].concentrations[1].amount: this concentration stands here "
     "twice"},
    {"order_would_fit_two_setups",
     R"("mode": "intermittent",
      "dosing_unit": "mg",
      "concentrations": [
        {"amount": {"value": 200, "unit": "mg"}, "volume": {"value": 50, "unit": "mL"}}
      ],
      "piggyback": true,
      "limits": [
        {"quantity": "dose", "unit": "mg", "hard_max": 200, )"
     R"("source": "label", "rationale": "one bag"},)",
     R"("mode": "continuous",
      "dosing_unit": "mg/kg/h",
      "concentrations": [
        {"amount": {"value": 800, "unit": "mg"}, "volume": {"value": 500, "unit": "mL"}}
      ],
      "piggyback": true,
      "limits": [
        {"quantity": "dose_rate", "unit": "mg/kg/h", "hard_max": 3, "source": "label"},)",
     "line 48, column 15, setups[1].drug: an order that fits this also fits setups[0]"},
    {"piggyback_as_number", R"("piggyback": true)", R"("piggyback": 1)",
     "line 54, column 20, setups[1].piggyback: must be true or false"},
};

const BadFile bounds[] = {
    {"hard_minimum_above_hard_maximum", dose_rate, R"("hard_min": 5, "hard_max": 0.5)",
     "line 43, column 83, setups[0].limits[0].hard_max: 0.5 is below hard_min 5"},
    {"soft_maximum_outside_hard", dose_rate, R"("soft_max": 60, "hard_max": 50)",
     "line 43, column 84, setups[0].limits[0].hard_max: 50 is below soft_max 60"},
    {"soft_minimum_outside_hard", dose_rate, R"("hard_min": 2, "soft_min": 1, "hard_max": 50)",
     "line 43, column 83, setups[0].limits[0].soft_min: 1 is below hard_min 2"},
    {"soft_minimum_above_soft_maximum", dose_rate,
     R"("soft_min": 21, "soft_max": 20, "hard_max": 50)",
     "line 43, column 84, setups[0].limits[0].soft_max: 20 is below soft_min 21"},
    {"no_hard_maximum", dose_rate, R"("soft_max": 20)",
     "line 42, column 17, setups[0].limits: dose_rate has no hard_max"},
    {"no_bound", R"("hard_min": 15, )", "",
     "line 57, column 9, setups[1].limits[1].hard_max: no bound is given"},
    {"maximum_of_zero", R"("hard_max": 200)", R"("hard_max": 0)",
     "line 56, column 56, setups[1].limits[0].hard_max: must be above zero"},
    {"bound_negative", R"("hard_min": 15)", R"("hard_min": -15)",
     "line 57, column 61, setups[1].limits[1].hard_min: must not be negative"},
    {"bound_as_text", R"("hard_min": 15)", R"("hard_min": "15")",
     "line 57, column 61, setups[1].limits[1].hard_min: must be a number"},
    {"bound_null", R"("hard_min": 15)", R"("hard_min": null)",
     "line 57, column 61, setups[1].limits[1].hard_min: must be a number"},
    {"bound_of_too_many_digits", R"("hard_min": 15)", R"("hard_min": 0.1234567890123456789)",
     "line 57, column 61, setups[1].limits[1].hard_min: a number of more than 18 digits"},
    {"bound_misspelled", R"("hard_min": 15)", R"("hard_min": 15, "softmax": 20)",
     "line 57, column 76, setups[1].limits[1].softmax: unknown name"},
    {"source_missing", R"("hard_max": 999, "source": "pump")", R"("hard_max": 999)",
     "line 65, column 9, setups[2].limits[0].source: missing"},
    {"source_empty", R"("source": "pump")", R"("source": "")",
     "line 65, column 73, setups[2].limits[0].source: must not be empty"},
    {"quantity_unknown", R"("quantity": "duration")", R"("quantity": "time")",
     "line 57, column 22, setups[1].limits[1].quantity: must be one of dose_rate dose rate volume "
     "duration weight demand_dose lockout loading_dose bolus_dose bolus_rate accumulated"},
    {"window_of_a_dose", R"("quantity": "duration", "unit": "min")",
     R"("quantity": "duration", "window": "lifetime", "unit": "min")",
     "line 57, column 44, setups[1].limits[1].window: only what is accumulated has a window"},
    {"limit_twice", R"("quantity": "duration", "unit": "min")",
     R"("quantity": "dose", "unit": "g")",
     "line 57, column 22, setups[1].limits[1].quantity: this quantity is limited twice"},
    {"duration_in_mL", R"("unit": "min", "hard_min")", R"("unit": "mL", "hard_min")",
     "line 57, column 42, setups[1].limits[1].unit: mL is not a unit of duration"},
    {"limit_per_kg_of_a_dose_that_is_not", R"("quantity": "dose", "unit": "mg")",
     R"("quantity": "dose", "unit": "mg/kg")",
     "line 56, column 38, setups[1].limits[0].unit: mg/kg cannot be compared with the dosing unit "
     "mg"},
    {"limit_per_min_of_a_dose_per_kg", R"("unit": "ug/kg/min", "hard)",
     R"("unit": "ug/min", "hard)",
     "line 43, column 43, setups[0].limits[0].unit: ug/min cannot be compared with the dosing unit "
     "ug/kg/min"},
    {"limit_per_kg_and_min_of_a_dose_that_is_not", R"("quantity": "duration", "unit": "min")",
     R"("quantity": "dose_rate", "unit": "mg/kg/min")",
     "line 57, column 43, setups[1].limits[1].unit: mg/kg/min cannot be compared with the dosing "
     "unit mg"},
    {"dose_that_is_not_of_a_rate_per_kg",
     R"("quantity": "duration", "unit": "min", "hard_min": 15, "source": "label"}
      ]
    },)",
     R"("quantity": "duration", "unit": "min", "hard_min": 15, "source": "label"}
      ]
    },
    {
      "care_area": "ward",
      "drug": "dopamine",
      "mode": "continuous",
      "dosing_unit": "ug/kg/min",
      "concentrations": [
        {"amount": {"value": 400, "unit": "mg"}, "volume": {"value": 250, "unit": "mL"}}
      ],
      "limits": [
        {"quantity": "dose_rate", "unit": "mg/kg/h", "hard_max": 3, "source": "label"},
        {"quantity": "dose", "unit": "mg", "hard_max": 1000, "source": "label"}
      ]
    },)",
     "line 70, column 38, setups[2].limits[1].unit: mg cannot be compared with the dosing unit "
     "ug/kg/min"},
    {"dose_of_a_fluid", R"("hard_max": 999, "source": "pump"})",
     R"("hard_max": 999, "source": "pump"},
        {"quantity": "dose", "unit": "g", "hard_max": 9, "source": "pump"})",
     "line 66, column 38, setups[2].limits[1].unit: g cannot be compared with the rate of a fluid"},
    {"fluid_without_limit", R"([
        {"quantity": "rate", "unit": "mL/h", "hard_max": 999, "source": "pump"}
      ])",
     "[]", "line 64, column 17, setups[2].limits: rate has no hard_max"},
};

const BadFile members[] = {
    {"ages_the_wrong_way", R"("locations": ["3W"],)",
     R"("locations": ["3W"], "min_age_years": 18, "max_age_years": 18,)",
     "line 13, column 95, care_areas[1].max_age_years: must be above min_age_years"},
    {"age_as_text", R"("locations": ["3W"],)", R"("locations": ["3W"], "max_age_years": "18",)",
     "line 13, column 74, care_areas[1].max_age_years: must be a number"},
    {"name_is_a_number", R"(["Normal saline"])", "[5]",
     "line 28, column 17, drugs[1].names[0]: must be a string"},
    {"codes_are_an_object",
     R"([{"code": "1234", "system": "OTHER"}, {"code": "NS", "system": "L"}])", "{}",
     "line 27, column 16, drugs[1].codes: must be an array"},
    {"route_without_a_name", R"("subcutaneous")", R"("other")",
     "line 29, column 33, drugs[1].routes[1]: is not a route of an infusion pump"},
    {"line_need_unknown", R"("high_alert": true)", R"("high_alert": true, "line_needs": ["pipe"])",
     "line 22, column 41, drugs[0].line_needs: one of them is not known here"},
    {"care_areas_are_text", R"("care_areas": [)", R"("care_areas": "none", "x": [)",
     "line 11, column 17, care_areas: must be an array\nlibrary_unusable at small.json, line 11, "
     "column 30, x: unknown name\nlibrary_unusable at small.json, line 35, column 20, "
     "setups[0].care_area: the library has no \"icu\"\nlibrary_unusable at small.json, line 47, "
     "column 20, setups[1].care_area: the library has no \"icu\"\nlibrary_unusable at "
     "small.json, line 61, column 20, setups[2].care_area: the library has no \"ward\""},
};

constexpr auto name_of_case = [](const auto& info) { return std::string(info.param.name); };
INSTANTIATE_TEST_SUITE_P(head, BadLibrary, testing::ValuesIn(head), name_of_case);
INSTANTIATE_TEST_SUITE_P(care_areas, BadLibrary, testing::ValuesIn(care_areas), name_of_case);
INSTANTIATE_TEST_SUITE_P(drugs, BadLibrary, testing::ValuesIn(drugs), name_of_case);
INSTANTIATE_TEST_SUITE_P(setups, BadLibrary, testing::ValuesIn(setups), name_of_case);
INSTANTIATE_TEST_SUITE_P(members, BadLibrary, testing::ValuesIn(members), name_of_case);
INSTANTIATE_TEST_SUITE_P(bounds, BadLibrary, testing::ValuesIn(bounds), name_of_case);

TEST(LoadLibrary, reads_every_part_of_a_good_file) {
  const auto library = load("small.json", small_library);
  ASSERT_TRUE(library) << rendered(library.fault());
  const DrugLibrary::Parts& parts = library->parts();
  EXPECT_EQ(parts.id + ' ' + parts.version, "small 1.2.0");
  EXPECT_EQ(parts.serial, 7U);
  EXPECT_EQ(parts.status, Status::released);
  EXPECT_FALSE(parts.for_clinical_use);
  EXPECT_EQ(parts.notice, "for tests");
  EXPECT_EQ(parts.effective_from.utc(), "2026-01-01T00:00:00.000Z");
  ASSERT_TRUE(parts.effective_until.has_value());
  EXPECT_EQ(parts.effective_until->utc(), "2027-01-01T00:00:00.000Z");
  ASSERT_EQ(parts.care_areas.size(), 2U);
  EXPECT_EQ(parts.care_areas[0].locations, (std::vector<std::string>{"ICU", "MICU"}));
  EXPECT_EQ(parts.care_areas[0].min_weight_kg, Decimal(30, 0));
  EXPECT_EQ(parts.care_areas[0].max_weight_kg, Decimal(350, 0));
  ASSERT_EQ(parts.drugs.size(), 2U);
  EXPECT_TRUE(parts.drugs[0].high_alert);
  EXPECT_EQ(parts.drugs[1].routes, (std::vector<Route>{Route::intravenous, Route::subcutaneous}));
  ASSERT_EQ(parts.setups.size(), 3U);
  const auto& continuous = parts.setups[0];
  EXPECT_EQ(continuous.mode, TherapyMode::continuous);
  EXPECT_EQ(continuous.dosing_unit->ucum(), "ug/kg/min");
  EXPECT_FALSE(continuous.piggyback);
  ASSERT_EQ(continuous.concentrations.size(), 1U);
  EXPECT_EQ(continuous.concentrations[0].amount.ucum_text(), "400 mg");
  EXPECT_EQ(continuous.concentrations[0].volume.ucum_text(), "250 mL");
  const Limit& limit = continuous.limits.at(0);
  EXPECT_EQ(limit.quantity, LimitedQuantity::dose_rate);
  EXPECT_EQ(limit.unit.ucum(), "ug/kg/min");
  EXPECT_EQ(limit.hard_min->text() + ' ' + limit.soft_min->text() + ' ' + limit.soft_max->text() +
                ' ' + limit.hard_max->text(),
            "0.5 1 20 50");
  EXPECT_TRUE(parts.setups[1].piggyback);
  EXPECT_EQ(parts.setups[1].limits.at(0).rationale, "one bag");
  EXPECT_FALSE(parts.setups[1].limits.at(0).hard_min.has_value());
  EXPECT_EQ(parts.setups[2].mode, TherapyMode::fluid);
  EXPECT_FALSE(parts.setups[2].dosing_unit.has_value());
}

TEST(LoadLibrary, takes_members_in_any_order) {
  const auto usual = load("small.json", small_library);
  const auto other = load("small.json", setups_first(small_library));
  ASSERT_TRUE(usual && other) << faults_of(setups_first(small_library));
  EXPECT_EQ(other->parts().setups.size(), 3U);
  EXPECT_EQ(other->parts().content_hash, usual->parts().content_hash);
  EXPECT_EQ(
      faults_of(setups_first(with(small_library, R"("drug": "saline")", R"("drug": "brine")"))),
      "library_unusable at small.json, line 40, column 15, setups[2].drug: the library has no "
      "\"brine\"\n");
}

TEST(LoadLibrary, takes_bounds_that_are_equal) {
  EXPECT_EQ(faults_of(with(small_library, dose_rate,
                           R"("hard_min": 5, "soft_min": 5, "soft_max": 5.0, "hard_max": 5)")),
            "loaded");
}

TEST(LoadLibrary, takes_limits_that_follow_from_the_dosing_unit) {
  // A dose over a time has a dose rate; a dose rate over a time has a dose.
  EXPECT_EQ(faults_of(with(small_library, R"("quantity": "duration", "unit": "min", "hard_min")",
                           R"("quantity": "dose_rate", "unit": "ug/h", "hard_max")")),
            "loaded");
  EXPECT_EQ(faults_of(with(small_library, R"("hard_max": 50, "source": "label"})",
                           R"("hard_max": 50, "source": "label"},
        {"quantity": "dose", "unit": "mg/kg", "hard_max": 9, "source": "label"})")),
            "loaded");
}

TEST(LoadLibrary, tells_all_faults_at_once_in_the_order_of_the_file) {
  std::string text =
      with(small_library, R"("hard_max": 999, "source": "pump")", R"("hard_max": 999)");
  text = with(text, R"("serial": 7)", R"("serial": -7)");
  text = with(text, R"("soft_max": 20, "hard_max": 50)", R"("soft_max": 20, "hard_max": 2)");
  text = with(text, R"("subcutaneous")", R"("oral")");
  const std::string at = "library_unusable at small.json, ";
  EXPECT_EQ(faults_of(text),
            at + "line 5, column 13, serial: must be from 1 to 1000000000\n" + at +
                "line 29, column 33, drugs[1].routes[1]: is not a route of an infusion pump\n" +
                at + "line 43, column 116, setups[0].limits[0].hard_max: 2 is below soft_max 20\n" +
                at + "line 65, column 9, setups[2].limits[0].source: missing\n");
}

TEST(LoadLibrary, text_that_is_no_json_is_one_fault_with_its_place) {
  EXPECT_EQ(
      faults_of(with(small_library, R"("serial": 7,)", R"("serial": 7)")),
      "json_malformed at small.json, line 6, column 3: a comma or closing brace is missing\n");
  EXPECT_EQ(faults_of(with(small_library, R"("serial": 7,)", R"("serial": 7, "serial": 8,)")),
            "duplicate_key at small.json, line 5, column 26, serial: \n");
  EXPECT_EQ(faults_of("[]"),
            "library_unusable at small.json, line 1, column 1: must be an object\n");
  EXPECT_EQ(faults_of(""),
            "json_malformed at small.json, line 1, column 1: the document is empty\n");
  EXPECT_EQ(faults_of(with(small_library, "  ]\n}\n", "  ]\n}\n// signed")),
            "json_malformed at small.json, line 70, column 1: bytes follow the value\n");
}

// D5: all that a patient ever had of a drug.
TEST(LoadLibrary, reads_the_limit_of_a_lifetime) {
  const auto with_rule = [](std::string_view rule) {
    return with(small_library, R"("high_alert": true)",
                R"("high_alert": true, "lifetime": {)" + std::string(rule) + "}");
  };
  const auto library =
      load("small.json", with_rule(R"("quantity": "accumulated", "unit": "mg/m2", )"
                                   R"("window": "lifetime", "hard_max": 550, )"
                                   R"("source": "label")"));
  ASSERT_TRUE(library) << rendered(library.fault());
  const std::optional<Limit>& lifetime = library->parts().drugs[0].lifetime;
  ASSERT_TRUE(lifetime && lifetime->window);
  EXPECT_TRUE(lifetime->window->lifetime);
  EXPECT_EQ(lifetime->hard_max->text(), "550");
  EXPECT_EQ(told(with_rule(R"("quantity": "accumulated", "unit": "mg", "hard_max": 550, )"
                           R"("window": {"value": 24, "unit": "h"}, "source": "label")")),
            R"(drugs[0].lifetime.window: must be "lifetime")");
  EXPECT_EQ(told(with_rule(R"("quantity": "dose", "unit": "mg", "hard_max": 550, )"
                           R"("source": "label")")),
            R"(drugs[0].lifetime.window: must be "lifetime")");
  EXPECT_EQ(told(with_rule(R"("quantity": "accumulated", "unit": "mg", "hard_max": 550, )"
                           R"("source": "label")")),
            "drugs[0].lifetime.window: missing");
}

TEST(LoadLibrary, care_areas_may_be_for_ages) {
  const auto library =
      load("small.json", with(small_library, R"("locations": ["3W"],)",
                              R"("locations": ["3W"], "min_age_years": 0, "max_age_years": 18,)"));
  ASSERT_TRUE(library) << rendered(library.fault());
  EXPECT_EQ(library->parts().care_areas[1].min_age_years, Decimal(0, 0));
  EXPECT_EQ(library->parts().care_areas[1].max_age_years, Decimal(18, 0));
  EXPECT_FALSE(library->parts().care_areas[0].min_age_years);
}

TEST(LoadLibrary, compatibility_is_between_drugs_that_there_are) {
  const auto row = [](std::string_view drug, std::string_view other) {
    return told(with(small_library, R"("setups": [)",
                     R"("compatibility": [{"drug": ")" + std::string(drug) + R"(", "with": ")" +
                         std::string(other) +
                         R"(", "verdict": "compatible", "source": "x"}], "setups": [)"));
  };
  EXPECT_EQ(row("dopamine", "saline"), "loaded");
  EXPECT_EQ(row("dopamin", "saline"), R"(compatibility[0].drug: the library has no "dopamin")");
  EXPECT_EQ(row("dopamine", "brine"), R"(compatibility[0].with: the library has no "brine")");
  EXPECT_EQ(row("", "saline"), "compatibility[0].drug: must not be empty");
}

TEST(LoadLibrary, a_file_beyond_every_library_is_refused_before_it_is_read) {
  const std::string huge((256U << 20U) + 1, ' ');
  EXPECT_EQ(faults_of(huge), "frame_too_long at small.json: more than 268435456 bytes\n");
}

TEST(LoadLibrary, flags_what_is_not_released_or_not_for_patients) {
  const auto flags = [](std::string_view text) {
    const auto library = load("small.json", text);
    return library ? rendered(cautions(*library)) : rendered(library.fault());
  };
  EXPECT_EQ(flags(small_library), "library_unusable at for_clinical_use: for tests\n");
  EXPECT_EQ(flags(with(small_library, R"("released")", R"("draft")")),
            "library_unusable at status: the library is draft, not released\n"
            "library_unusable at for_clinical_use: for tests\n");
  EXPECT_EQ(
      flags(with(small_library, R"("for_clinical_use": false)", R"("for_clinical_use": true)")),
      "");
  const auto draft = load("small.json", with(small_library, R"("released")", R"("draft")"));
  ASSERT_TRUE(draft);
  EXPECT_EQ(cautions(*draft).front().severity, Severity::warning);
}

}  // namespace
}  // namespace bridge::library
