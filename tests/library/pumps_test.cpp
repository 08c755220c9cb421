// SPDX-License-Identifier: Apache-2.0
#include "library/pumps.h"

#include "library/library_text.h"

namespace bridge::library {
namespace {

constexpr std::string_view models =
    "model,kind,min_rate_ml_h,max_rate_ml_h,max_volume_ml,resolution,note\n"
    "LVP,IVP,0.1,999,9999,0.1 below 100; 1,large volume\n"
    "SYR,SYR,0.01,99.9,60,0.01 below 10; 0.1,\n";
constexpr std::string_view pumps =
    "id,maker_name,maker_id,maker_id_type,gateway,model,care_area,dedicated_to,note\n"
    "A0001,PUMPVENDOR,6543210000000001,EUI-64,demo,LVP,,,\n"
    "A0002,OTHERVENDOR,,,demo,SYR,icu,epidural; intrathecal,\n"
    "A0001,THIRD,,,demo,SYR,,,\n";

struct BadTable {
  const char* name;
  const char* from;
  const char* to;
  const char* faults;
};

void PrintTo(const BadTable& bad, std::ostream* out) { *out << bad.name; }

std::string faults_of_tables(std::string_view models_csv, std::string_view pumps_csv) {
  const auto registry = PumpRegistry::load(models_csv, pumps_csv);
  return registry ? "loaded" : rendered(registry.fault());
}

constexpr auto name_of_case = [](const auto& info) { return std::string(info.param.name); };

class BadModels : public testing::TestWithParam<BadTable> {};
TEST_P(BadModels, are_refused_with_exactly_their_fault) {
  EXPECT_EQ(faults_of_tables(with(models, GetParam().from, GetParam().to), pumps),
            std::string("configuration_wrong at pump_models.csv") + GetParam().faults + "\n");
}
const BadTable bad_models[] = {
    {"column_missing", ",note\n", "\n", " line 2: 7 cells, the table has 6 columns"},
    {"cell_missing", ",large volume", "", " line 2: 6 cells, the table has 7 columns"},
    {"column_twice", ",note\nLVP,IVP,0.1,999,9999,0.1 below 100; 1,large volume\nSYR,SYR,",
     ",note,note\nLVP,IVP,0.1,999,9999,0.1 below 100; 1,,\nSYR,SYR,,",
     ": a column stands there twice"},
    {"kind_unknown", "LVP,IVP", "LVP,LVP",
     " line 2, kind: must be IVP, SYR or PCA (HL7 table 0164)"},
    {"rate_with_comma", "0.1,999", "\"0,1\",999",
     " line 2, min_rate_ml_h: must be a decimal number above zero"},
    {"rate_zero", "0.1,999", "0,999",
     " line 2, min_rate_ml_h: must be a decimal number above zero"},
    {"rate_negative", "0.1,999", "-0.1,999",
     " line 2, min_rate_ml_h: must be a decimal number above zero"},
    {"rates_the_wrong_way", "0.1,999", "1000,999",
     " line 2, max_rate_ml_h: must be above min_rate_ml_h"},
    {"volume_missing", "9999", "", " line 2, max_volume_ml: must be a decimal number above zero"},
    {"maximum_that_cannot_be_set", "0.1,999", "0.1,999.5",
     " line 2, max_rate_ml_h: is not a multiple of its step"},
    {"minimum_that_cannot_be_set", "0.1,999", "0.15,999",
     " line 2, min_rate_ml_h: is not a multiple of its step"},
    {"resolution_empty", "0.1 below 100; 1", "", " line 2, resolution: must not be empty"},
    {"resolution_without_last", "0.1 below 100; 1", "0.1 below 100",
     " line 2, resolution: must be steps as in 0.1 below 100; 1: all but the last with their end"},
    {"resolution_without_end", "0.1 below 100; 1", "0.1; 1",
     " line 2, resolution: must be steps as in 0.1 below 100; 1: all but the last with their end"},
    {"resolution_with_open_separator", "0.1 below 100; 1", "0.1 below 100; 1;",
     " line 2, resolution: must be steps as in 0.1 below 100; 1: all but the last with their end"},
    {"resolution_that_falls", "0.1 below 100; 1", "0.1 below 100; 1 below 50; 1",
     " line 2, resolution: the ends must rise"},
    {"resolution_of_zero", "0.1 below 100; 1", "0 below 100; 1",
     " line 2, resolution: must be a decimal number above zero"},
    {"model_twice", "SYR,SYR,0.01,99.9,60,0.01 below 10; 0.1,",
     "SYR,SYR,0.01,99.9,60,0.01 below 10; 0.1,\nLVP,IVP,1,9,9,1,",
     " line 4, model: another row has this model"},
};

TEST(PumpModels, take_only_what_their_row_names) {
  constexpr std::string_view able =
      "model,kind,min_rate_ml_h,max_rate_ml_h,max_volume_ml,resolution,note,supports,syringes_ml,"
      "routes\n"
      "LVP,IVP,0.1,999,9999,0.1 below 100; 1,,bolus; multistep;delay,,\n"
      "SYR,SYR,0.01,99.9,60,0.01 below 10; 0.1,,pca,20; 50,epidural\n";
  const auto registry = PumpRegistry::load(able, pumps);
  ASSERT_TRUE(registry) << rendered(registry.fault());
  const PumpModel& bags = registry->models()[0];
  EXPECT_TRUE(bags.can(PumpAbility::bolus) && bags.can(PumpAbility::delay));
  EXPECT_FALSE(bags.can(PumpAbility::pca) || bags.can(PumpAbility::piggyback));
  EXPECT_EQ(registry->models()[1].syringes_ml, (std::vector<Rational>{Rational(20), Rational(50)}));
  EXPECT_EQ(registry->models()[1].routes, std::vector<Route>{Route::epidural});
  const auto fault = [&](const char* from, const char* to) {
    return faults_of_tables(with(able, from, to), pumps);
  };
  const std::string at = "configuration_wrong at pump_models.csv line 2, ";
  EXPECT_EQ(fault("bolus; multi", "boluses; multi"),
            at + "supports: must be of bolus, loading, pca, multistep, delay and piggyback\n");
  EXPECT_EQ(fault("bolus; multi", "delay; multi"), at + "supports: names one twice\n");
  EXPECT_EQ(fault("multistep;", ""), at + "supports: a delay stands between steps\n");
  EXPECT_EQ(fault("delay,,", "delay,60,"),
            at + "syringes_ml: a pump of this kind takes no syringe\n");
  EXPECT_EQ(fault("delay,,", "delay,,oral"),
            at + "routes: must be routes of an infusion pump, separated by semicolons\n");
}

INSTANTIATE_TEST_SUITE_P(pump_models, BadModels, testing::ValuesIn(bad_models), name_of_case);

class BadPumps : public testing::TestWithParam<BadTable> {};
TEST_P(BadPumps, are_refused_with_exactly_their_fault) {
  EXPECT_EQ(faults_of_tables(models, with(pumps, GetParam().from, GetParam().to)),
            std::string("configuration_wrong at pumps.csv") + GetParam().faults + "\n");
}
const BadTable bad_pumps[] = {
    {"more_columns_than_cells", ",note\n", ",remark,note\n",
     " line 2: 9 cells, the table has 10 columns"},
    {"unknown_name_of_a_column", ",care_area,", ",area,",
     ": the column care_area is missing\nconfiguration_wrong at pumps.csv: a column has a name "
     "that is not known here"},
    {"id_empty", "A0002", "", " line 3, id: must not be empty"},
    {"gateway_empty", "EUI-64,demo", "EUI-64,", " line 2, gateway: must not be empty"},
    {"model_unknown", "demo,LVP", "demo,LVQ", " line 2, model: pump_models.csv has no such model"},
    {"model_empty", "demo,LVP", "demo,", " line 2, model: must not be empty"},
    {"maker_id_without_type", "6543210000000001,EUI-64", "6543210000000001,",
     " line 2, maker_id_type: maker_id and maker_id_type stand together or not at all"},
    {"no_maker", "A0002,OTHERVENDOR", "A0002,",
     " line 3, maker_id: a pump needs a maker, by maker_id or by maker_name"},
    {"pump_twice_by_name", "A0001,THIRD", "A0001,PUMPVENDOR",
     " line 4, id: another row has this pump of this maker"},
    {"pump_twice_by_id", "A0001,THIRD,,", "A0001,THIRD,6543210000000001,EUI-64",
     " line 4, id: another row has this pump of this maker"},
    {"route_unknown", "epidural; intrathecal", "epidural; spinal",
     " line 3, dedicated_to: must be routes of an infusion pump, separated by semicolons"},
    {"route_of_no_pump", "epidural; intrathecal", "oral",
     " line 3, dedicated_to: must be routes of an infusion pump, separated by semicolons"},
    {"quote_open", "A0002", "\"A0002", " line 3: a quote is not closed or stands inside a cell"},
};
INSTANTIATE_TEST_SUITE_P(pumps, BadPumps, testing::ValuesIn(bad_pumps), name_of_case);

TEST(PumpTables, tell_the_faults_of_both_at_once) {
  EXPECT_EQ(
      faults_of_tables(with(models, "SYR,SYR", "SYR,XYZ"), with(pumps, "EUI-64,demo", "EUI-64,")),
      "configuration_wrong at pump_models.csv line 3, kind: must be IVP, SYR or PCA (HL7 table "
      "0164)\n"
      "configuration_wrong at pumps.csv line 2, gateway: must not be empty\n");
}

class Registry : public testing::Test {
 protected:
  static PumpRegistry loaded() {
    auto registry = PumpRegistry::load(models, pumps);
    EXPECT_TRUE(registry) << rendered(registry.fault());
    return *std::move(registry);
  }
  std::string key_of(const EntityId& sent) const {
    const Pump* pump = registry.pump(sent);
    return pump == nullptr ? "none" : pump->pump.key();
  }
  PumpRegistry registry = loaded();
};

TEST_F(Registry, finds_a_pump_by_the_new_form) {
  EXPECT_EQ(key_of({"A0001", "", "6543210000000001", "EUI-64"}), "A0001^6543210000000001");
}

TEST_F(Registry, finds_the_same_pump_by_the_deprecated_form) {
  EXPECT_EQ(registry.pump({"", "", "A0001", "PUMPVENDOR"}),
            registry.pump({"A0001", "", "6543210000000001", "EUI-64"}));
  EXPECT_EQ(key_of({"", "", "A0001", "6543210000000001"}), "A0001^6543210000000001");
  EXPECT_EQ(key_of({"", "", "A0002", "OTHERVENDOR"}), "A0002^OTHERVENDOR");
  EXPECT_EQ(key_of({"", "", "A0001", "THIRD"}), "A0001^THIRD");
}

TEST_F(Registry, takes_a_maker_by_name_and_id_only_when_both_are_of_one_pump) {
  EXPECT_EQ(key_of({"A0001", "PUMPVENDOR", "6543210000000001", "EUI-64"}),
            "A0001^6543210000000001");
  EXPECT_EQ(key_of({"A0001", "THIRD", "6543210000000001", "EUI-64"}), "none");
  EXPECT_EQ(key_of({"A0001", "PUMPVENDOR", "", ""}), "A0001^6543210000000001");
}

TEST_F(Registry, knows_no_pump_by_number_alone_or_by_another_maker) {
  for (const EntityId& sent :
       {EntityId{"A0001", "", "", ""}, EntityId{"", "", "", ""},
        EntityId{"A0002", "", "6543210000000001", "EUI-64"},
        EntityId{"A0001", "", "6543210000000001", "ISO"}, EntityId{"A0001", "", "PUMPVENDOR", ""},
        EntityId{"a0001", "PUMPVENDOR", "", ""}, EntityId{"", "", "A0001", "PumpVendor"},
        EntityId{"", "", "A0001", ""}, EntityId{"A0003", "PUMPVENDOR", "", ""}}) {
    EXPECT_EQ(key_of(sent), "none") << sent.key();
  }
}

TEST_F(Registry, reads_what_a_model_can_deliver) {
  const Pump* lvp = registry.pump({"", "", "A0001", "PUMPVENDOR"});
  ASSERT_NE(lvp, nullptr);
  EXPECT_EQ(lvp->gateway, "demo");
  const PumpModel& model = registry.model(*lvp);
  EXPECT_EQ(model.kind, "IVP");
  EXPECT_EQ(model.min_rate_ml_h, Rational(1, 10));
  EXPECT_EQ(model.max_rate_ml_h, Rational(999));
  EXPECT_EQ(model.max_volume_ml, Rational(9999));
  EXPECT_EQ(model.step_at(Rational(999, 10)), Rational(1, 10));
  EXPECT_EQ(model.step_at(Rational(100)), Rational(1));
  const Pump* dedicated = registry.pump({"", "", "A0002", "OTHERVENDOR"});
  ASSERT_NE(dedicated, nullptr);
  EXPECT_EQ(dedicated->dedicated_to, (std::vector<Route>{Route::epidural, Route::intrathecal}));
  EXPECT_EQ(registry.model(*dedicated).step_at(Rational(1)), Rational(1, 100));
}

TEST_F(Registry, tells_a_care_area_that_the_library_lacks) {
  const auto library = load("small.json", small_library);
  ASSERT_TRUE(library);
  EXPECT_EQ(rendered(registry.faults_against(*library)), "");
  auto moved = PumpRegistry::load(models, with(pumps, "SYR,icu", "SYR,ccu"));
  ASSERT_TRUE(moved);
  EXPECT_EQ(rendered(moved->faults_against(*library)),
            "configuration_wrong at pumps.csv, A0002: the drug library has no such care area\n");
}

TEST(NormalPumpId, leaves_everything_but_the_deprecated_form_and_hexadecimal_case) {
  const auto normal = [](const EntityId& sent) {
    const EntityId id = normal_pump_id(sent);
    return id.id + '^' + id.namespace_id + '^' + id.universal_id + '^' + id.universal_id_type;
  };
  EXPECT_EQ(normal({"", "", "A0001", "PUMPVENDOR"}), "A0001^PUMPVENDOR^^");
  EXPECT_EQ(normal({"P-1", "", "acde48fffe000002", "EUI-64"}), "P-1^^ACDE48FFFE000002^EUI-64");
  EXPECT_EQ(normal({"p-1", "", "1.2.840.abc", "ISO"}), "p-1^^1.2.840.abc^ISO");
  EXPECT_EQ(normal({"", "NS", "A0001", "PUMPVENDOR"}), "^NS^A0001^PUMPVENDOR");
  EXPECT_EQ(normal({"", "", "", ""}), "^^^");
}

TEST(ShippedPumps, are_ten_channels_of_the_demonstration_gateway) {
  auto registry =
      PumpRegistry::load(file_text("mappings/pump_models.csv"), file_text("mappings/pumps.csv"));
  ASSERT_TRUE(registry) << rendered(registry.fault());
  EXPECT_EQ(registry->pumps().size(), 10U);
  for (int number = 1001; number <= 1009; ++number) {
    const std::string id = "P-" + std::to_string(number);
    const Pump* pump = registry->pump({id, "", "ACDE48FFFE000002", "EUI-64"});
    ASSERT_NE(pump, nullptr) << id;
    EXPECT_EQ(pump, registry->pump({"", "", id, "DEMOPUMP"})) << id;
    EXPECT_EQ(pump->gateway, "demo") << id;
    EXPECT_FALSE(registry->model(*pump).resolution.empty()) << id;
  }
  const auto library = load("demonstration.json", file_text("mappings/library/demonstration.json"));
  ASSERT_TRUE(library) << rendered(library.fault());
  EXPECT_EQ(rendered(registry->faults_against(*library)), "");
}

TEST(ShippedPumps, keep_epidural_and_intrathecal_to_their_own_channels) {
  auto registry =
      PumpRegistry::load(file_text("mappings/pump_models.csv"), file_text("mappings/pumps.csv"));
  ASSERT_TRUE(registry) << rendered(registry.fault());
  const auto dedicated = [&registry](const char* id) {
    return registry->pump({id, "", "ACDE48FFFE000002", "EUI-64"})->dedicated_to;
  };
  EXPECT_EQ(dedicated("P-1001"), std::vector<Route>{});
  EXPECT_EQ(dedicated("P-1005"), std::vector<Route>{Route::epidural});
  EXPECT_EQ(dedicated("P-1007"), std::vector<Route>{Route::intrathecal});
}

TEST(PumpTables, blanks_around_pieces_are_none_of_them) {
  const auto loaded =
      PumpRegistry::load(models, with(pumps, "epidural; intrathecal", "epidural ;  intrathecal "));
  ASSERT_TRUE(loaded) << rendered(loaded.fault());
  EXPECT_EQ(loaded->pumps()[1].dedicated_to,
            (std::vector<Route>{Route::epidural, Route::intrathecal}));
}

TEST(PumpTables, one_slip_has_one_fault) {
  const std::string at = "configuration_wrong at pumps.csv line 2";
  for (const char* route : {"oral", "intramuscular", "other", "IV"}) {
    EXPECT_EQ(faults_of_tables(models,
                               with(pumps, "demo,LVP,,,", "demo,LVP,," + std::string(route) + ",")),
              at + ", dedicated_to: must be routes of an infusion pump, separated by semicolons\n")
        << route;
  }
  EXPECT_EQ(faults_of_tables(with(models, "LVP,IVP", "LVP,"), pumps),
            "configuration_wrong at pump_models.csv line 2, kind: must not be empty\n");
  // Two rows without a number are no double of each other.
  const std::string nameless =
      with(with(pumps, "A0001,THIRD", ",THIRD"), "A0002,OTHERVENDOR", ",THIRD");
  EXPECT_EQ(faults_of_tables(models, nameless),
            "configuration_wrong at pumps.csv line 3, id: must not be empty\n"
            "configuration_wrong at pumps.csv line 4, id: must not be empty\n");
}

TEST(PumpTables, a_pump_may_be_called_by_its_makers_name_alone_or_beside_the_number) {
  const auto loaded = PumpRegistry::load(models, pumps);
  ASSERT_TRUE(loaded);
  const auto known = [&](EntityId id) { return loaded->pump(id) != nullptr; };
  EXPECT_TRUE(known({"A0001", "PUMPVENDOR", "6543210000000001", "EUI-64"}));
  EXPECT_FALSE(known({"A0001", "OTHERVENDOR", "6543210000000001", "EUI-64"}));
  EXPECT_FALSE(known({"A0009", "PUMPVENDOR", "6543210000000001", "EUI-64"}));
  EXPECT_FALSE(known({"A0009", "", "6543210000000001", "EUI-64"}));
  EXPECT_FALSE(known({"A0001", "", "6543210000000001", ""}));
  EXPECT_FALSE(known({"", "PUMPVENDOR", "", ""}));
  EXPECT_FALSE(known({"A0001", "", "", ""}));
  // Letters of an EUI-64 count in either case, other letters stay what they are.
  EXPECT_EQ(normal_pump_id({"A", "", "abcdefg1", "EUI-64"}).universal_id, "ABCDEFg1");
  EXPECT_EQ(normal_pump_id({"A", "", "abcdefg1", "ISO"}).universal_id, "abcdefg1");
}

// Its maker's name may be written as its number: that is one key, and no double.
TEST(PumpTables, a_makers_name_that_is_its_number_is_one_key) {
  EXPECT_EQ(faults_of_tables(models, with(pumps, "A0001,PUMPVENDOR", "A0001,6543210000000001")),
            "loaded");
}

}  // namespace
}  // namespace bridge::library
