// SPDX-License-Identifier: Apache-2.0
// The shipped demonstration library, read as a pharmacist would read it.
#include <algorithm>
#include <map>
#include <set>

#include "library/library_text.h"

namespace bridge::library {
namespace {

const DrugLibrary& demonstration() {
  static const DrugLibrary library = [] {
    auto loaded = load("demonstration.json", file_text("mappings/library/demonstration.json"));
    EXPECT_TRUE(loaded) << rendered(loaded.fault());
    return *std::move(loaded);
  }();
  return library;
}

std::string words(const Setup& setup, const Limit& limit) {
  return setup.drug + ", " + setup.care_area + ", " + std::string(name_of(limit.quantity)) +
         " in " + std::string(limit.unit.ucum());
}

TEST(Demonstration, says_that_it_is_not_for_clinical_use) {
  const DrugLibrary::Parts& parts = demonstration().parts();
  EXPECT_FALSE(parts.for_clinical_use);
  EXPECT_TRUE(parts.notice.starts_with("DEMONSTRATION, NOT FOR CLINICAL USE"));
  EXPECT_EQ(parts.status, Status::released);
  EXPECT_GE(parts.drugs.size(), 80U);
}

// features 2.3: what a hospital infuses.
TEST(Demonstration, every_therapy_class_has_a_drug) {
  std::set<TherapyClass> classes;
  for (const Drug& drug : demonstration().parts().drugs) classes.insert(drug.therapy);
  EXPECT_EQ(classes.size(), names_of(TherapyClass{}).size());
}

TEST(Demonstration, every_way_of_infusing_has_setups) {
  std::map<std::string, std::size_t> ways;
  std::set<std::string> areas;
  for (const auto& setup : demonstration().parts().setups) {
    areas.insert(setup.care_area);
    ++ways[std::string(name_of(setup.mode))];
    ways["piggyback"] += setup.piggyback ? 1 : 0;
    ways["bolus"] += setup.bolus ? 1 : 0;
    ways["loading"] += setup.loading ? 1 : 0;
    ways["gated steps"] += setup.steps && setup.steps->gated ? 1 : 0;
    ways["free steps"] += setup.steps && !setup.steps->gated ? 1 : 0;
    ways["taper"] += setup.taper ? 1 : 0;
    ways["titration"] += setup.titration ? 1 : 0;
    ways["single step"] += setup.single_step_factor ? 1 : 0;
    ways["diluents"] += setup.diluents.empty() ? 0 : 1;
    for (const Limit& limit : setup.limits) ways["window"] += limit.window ? 1 : 0;
  }
  for (const auto& [way, count] : ways) EXPECT_GT(count, 0U) << way;
  EXPECT_EQ(ways.size(), 14U);
  EXPECT_EQ(areas.size(), demonstration().parts().care_areas.size());
}

// drug-library 5.1: a code that was written from memory is worse than none.
TEST(Demonstration, has_no_code_of_a_national_system_but_the_one_that_is_stated) {
  std::string others;
  for (const Drug& drug : demonstration().parts().drugs) {
    EXPECT_FALSE(drug.ingredients.empty()) << drug.id;
    for (const DrugCode& code : drug.codes) {
      if (code.system != "L") others += drug.id + ' ' + code.code + '^' + code.system + '\n';
    }
  }
  EXPECT_EQ(others, "piperacillin-tazobactam 74169^RXNORM\n");
}

// drug-library 2.2, B2: twins of salt and form are drugs of their own, by code and by name.
TEST(Demonstration, twins_are_different_drugs) {
  const std::pair<const char*, const char*> twins[] = {
      {"doxorubicin", "doxorubicin-liposomal"},
      {"paclitaxel", "paclitaxel-albumin-bound"},
      {"amphotericin-b", "amphotericin-b-liposomal"},
      {"trastuzumab", "ado-trastuzumab-emtansine"},
      {"calcium-gluconate", "calcium-chloride"}};
  for (const auto& [one, other] : twins) {
    const Drug* first = demonstration().drug(one);
    const Drug* second = demonstration().drug(other);
    ASSERT_TRUE(first != nullptr && second != nullptr) << one;
    EXPECT_NE(first->codes.front().code, second->codes.front().code);
    for (const std::string& name : first->names) {
      EXPECT_FALSE(demonstration().named(*second, name)) << name;
    }
  }
}

TEST(Demonstration, high_alert_classes_ask_for_two_persons) {
  const std::set<TherapyClass> alert = {TherapyClass::chemotherapy, TherapyClass::insulin,
                                        TherapyClass::regional_anesthesia,
                                        TherapyClass::intrathecal_therapy};
  for (const Drug& drug : demonstration().parts().drugs) {
    if (!alert.contains(drug.therapy)) continue;
    EXPECT_TRUE(drug.high_alert && drug.double_check) << drug.id;
  }
}

TEST(Demonstration, every_drug_has_setups_whose_bounds_are_ordered_and_sourced) {
  for (const Drug& drug : demonstration().parts().drugs) {
    std::size_t setups = 0;
    for (const CareArea& area : demonstration().parts().care_areas) {
      for (const auto* setup : demonstration().setups(area.id, drug.id)) {
        ++setups;
        EXPECT_FALSE(setup->limits.empty()) << drug.id;
        for (const Limit& limit : setup->limits) {
          EXPECT_GE(limit.source.size(), 20U) << words(*setup, limit);
          EXPECT_GE(limit.rationale.size(), 7U) << words(*setup, limit);
          std::vector<Decimal> bounds;
          for (const auto& bound :
               {limit.hard_min, limit.soft_min, limit.soft_max, limit.hard_max}) {
            if (bound) bounds.push_back(*bound);
          }
          EXPECT_FALSE(bounds.empty()) << words(*setup, limit);
          EXPECT_TRUE(std::is_sorted(bounds.begin(), bounds.end())) << words(*setup, limit);
        }
      }
    }
    EXPECT_GT(setups, 0U) << drug.id;
  }
}

// drug-library 1.8, L4: a fixed bag outside of its own limits alerts every time.
TEST(Demonstration, whole_bag_is_within_the_hard_limits_of_its_dose) {
  for (const auto& setup : demonstration().parts().setups) {
    if (setup.mode != TherapyMode::intermittent) continue;
    for (const Limit& limit : setup.limits) {
      if (limit.quantity != LimitedQuantity::dose) continue;
      for (const Concentration& bag : setup.concentrations) {
        if (bag.amount.unit.dimension() != limit.unit.dimension()) continue;
        const Rational amount = bag.amount.exact().in(limit.unit);
        EXPECT_FALSE(limit.hard_min && amount < limit.hard_min->exact()) << words(setup, limit);
        EXPECT_FALSE(limit.hard_max && limit.hard_max->exact() < amount) << words(setup, limit);
      }
    }
  }
}

// drug-library 1.8, L1 and L2: the same drug in one area must not differ a thousandfold by its
// unit.
TEST(Demonstration, limits_of_one_drug_in_units_that_convert_differ_less_than_tenfold_by_area) {
  std::map<std::string, std::pair<Rational, Rational>> spread;
  for (const auto& setup : demonstration().parts().setups) {
    // What keeps a newborn's catheter open is another therapy than anticoagulation (K4).
    if (setup.drug == "heparin" && setup.care_area == "neonatal-icu") continue;
    for (const Limit& limit : setup.limits) {
      if (limit.quantity != LimitedQuantity::dose_rate || !limit.hard_max) continue;
      const Dimension& dimension = limit.unit.dimension();
      const std::string key = setup.drug + (dimension.body_weight != 0 ? " per kg" : "") +
                              std::string(name_of(setup.mode));
      const Rational most = measure(limit.hard_max->exact(), limit.unit).in_base_units;
      const auto [entry, first] = spread.try_emplace(key, most, most);
      if (most < entry->second.first) entry->second.first = most;
      if (entry->second.second < most) entry->second.second = most;
      EXPECT_TRUE(entry->second.second < entry->second.first * Rational(10)) << words(setup, limit);
    }
  }
  EXPECT_GT(spread.size(), 20U);
}

struct Case {
  const char* drug;  // as coded: code^system
  const char* care_area;
  const char* mode;
  const char* bag;  // "400 mg in 250 mL", empty for a fluid
  const char* unit;
  bool piggyback;
};

// One order of each therapy class finds exactly one setup.
const Case cases[] = {
    {"1234^L", "adult-icu", "continuous", "400 mg in 250 mL", "ug/kg/min", false},
    {"DOPA^L", "adult-icu", "continuous", "400 mg in 250 mL", "ug/kg/min", false},
    {"1234^L", "adult-icu", "continuous", "800 mg in 250 mL", "ug/kg/min", false},
    {"NOREPI^L", "adult-icu", "continuous", "4 mg in 250 mL", "ug/kg/min", false},
    {"NOREPI^L", "adult-icu", "continuous", "8 mg in 250 mL", "ug/kg/min", false},
    {"2193^L", "adult-ward", "intermittent", "2 g in 50 mL", "g", true},
    {"CEFTRI^L", "adult-icu", "intermittent", "1 g in 50 mL", "g", true},
    {"VANCO^L", "adult-ward", "intermittent", "1 g in 200 mL", "mg", true},
    {"PIPTAZO^L", "adult-icu", "intermittent", "4.5 g in 100 mL", "g", true},
    {"MERO^L", "home", "intermittent", "1 g in 100 mL", "g", true},
    {"ACYC^L", "adult-ward", "intermittent", "500 mg in 100 mL", "mg/kg", true},
    {"GANC^L", "adult-icu", "intermittent", "500 mg in 250 mL", "mg", true},
    {"5FU^L", "home", "continuous", "5 g in 100 mL", "mg/m2/d", false},
    {"DOXO^L", "infusion-suite", "intermittent", "100 mg in 50 mL", "mg/m2", false},
    {"PACLI^L", "infusion-suite", "intermittent", "300 mg in 500 mL", "mg/m2", false},
    {"VINC^L", "infusion-suite", "intermittent", "2 mg in 50 mL", "mg", false},
    {"7052^L", "adult-ward", "continuous", "100 mg in 100 mL", "mg/h", false},
    {"FENT^L", "adult-icu", "continuous", "2500 ug in 250 mL", "ug/h", false},
    {"KETA^L", "adult-icu", "continuous", "500 mg in 500 mL", "mg/kg/h", false},
    {"NS^L", "infusion-suite", "fluid", "", "", true},
    {"LR^L", "labor", "fluid", "", "", false},
    {"D5W^L", "neonatal-icu", "fluid", "", "", false},
    {"PNADULT^L", "home", "fluid", "", "", false},
    {"LIPID20^L", "adult-icu", "fluid", "", "", false},
    {"IVIG10^L", "infusion-suite", "intermittent", "40 g in 400 mL", "g", false},
    {"F8^L", "adult-ward", "continuous", "3000 [iU] in 60 mL", "[iU]/kg/h", false},
    {"IRONSUC^L", "infusion-suite", "intermittent", "200 mg in 100 mL", "mg", false},
    {"INFLIX^L", "infusion-suite", "intermittent", "400 mg in 250 mL", "mg", false},
    {"ROPI^L", "labor", "continuous", "400 mg in 200 mL", "mg/h", false},
    {"BUPI^L", "adult-ward", "continuous", "125 mg in 100 mL", "mg/h", false},
    {"ZICO^L", "adult-ward", "continuous", "100 ug in 20 mL", "ug/d", false},
    {"2351^L", "adult-icu", "continuous", "25000 [iU] in 250 mL", "[iU]/h", false},
    {"HEP^L", "adult-ward", "continuous", "25000 [iU] in 250 mL", "[iU]/kg/h", false},
    {"INSULIN^L", "adult-icu", "continuous", "100 [iU] in 100 mL", "[iU]/h", false},
    {"KCL^L", "adult-icu", "intermittent", "20 meq in 100 mL", "meq", true},
    {"MAGSULF^L", "labor", "continuous", "20 g in 500 mL", "g/h", false},
    {"OXY^L", "labor", "continuous", "30 [iU] in 500 mL", "m[iU]/min", false},
    {"AMIO^L", "adult-icu", "continuous", "450 mg in 250 mL", "mg/min", false},
    {"FURO^L", "adult-ward", "continuous", "100 mg in 100 mL", "mg/h", false},
    {"PROPOFOL^L", "adult-icu", "continuous", "1000 mg in 100 mL", "ug/kg/min", false},
    {"DEXMED^L", "adult-icu", "continuous", "400 ug in 100 mL", "ug/kg/h", false},
    {"FLUCO^L", "adult-ward", "intermittent", "400 mg in 200 mL", "mg", true},
    {"AMPHOLIPO^L", "oncology", "intermittent", "300 mg in 250 mL", "mg/kg", false},
    {"DOXOLIPO^L", "oncology", "intermittent", "80 mg in 250 mL", "mg/m2", false},
    {"MTX^L", "oncology", "intermittent", "20 g in 1000 mL", "g/m2", false},
    {"MORPH^L", "adult-ward", "pca", "30 mg in 30 mL", "mg", false},
    {"MORPH^L", "oncology", "pca", "150 mg in 30 mL", "mg", false},
    {"HYDROM^L", "adult-ward", "pca", "6 mg in 30 mL", "mg", false},
    {"FENT^L", "labor", "pca", "600 ug in 30 mL", "ug", false},
    {"RITUX^L", "infusion-suite", "intermittent", "700 mg in 700 mL", "mg/m2", false},
    {"LIDO^L", "adult-icu", "continuous", "2 g in 250 mL", "mg/min", false},
    {"KPHOS^L", "adult-ward", "intermittent", "15 mmol in 250 mL", "mmol", false},
    {"ZINC^L", "neonatal-icu", "continuous", "330 ug in 100 mL", "ug/kg/d", false},
    {"F9^L", "adult-ward", "continuous", "3000 [iU] in 60 mL", "[iU]/kg/h", false},
    {"RBC^L", "adult-icu", "fluid", "", "", false},
    {"HPC^L", "oncology", "fluid", "", "", false},
    {"SCIG20^L", "home", "intermittent", "10 g in 50 mL", "g", false},
    {"BUPIFENT^L", "labor", "pca", "125 mg in 100 mL", "mg", false},
    {"BACLIT^L", "adult-ward", "continuous", "10 mg in 20 mL", "ug/d", false},
};

std::string bag_text(const Concentration& bag) {
  return bag.amount.ucum_text() + " in " + bag.volume.ucum_text();
}

TEST(Demonstration, an_order_of_each_therapy_finds_exactly_one_setup) {
  for (const Case& wanted : cases) {
    const std::string coded = wanted.drug;
    const std::size_t at = coded.find('^');
    const Drug* drug = demonstration().drug_coded(coded.substr(0, at), coded.substr(at + 1));
    ASSERT_NE(drug, nullptr) << coded;
    std::size_t found = 0;
    for (const auto* setup : demonstration().setups(wanted.care_area, drug->id)) {
      if (name_of(setup->mode) != wanted.mode) continue;
      if ((setup->dosing_unit ? setup->dosing_unit->ucum() : "") != wanted.unit) continue;
      bool has_bag = setup->concentrations.empty();
      for (const Concentration& bag : setup->concentrations) has_bag |= bag_text(bag) == wanted.bag;
      if (!has_bag) continue;
      ++found;
      EXPECT_EQ(setup->piggyback, wanted.piggyback) << coded;
    }
    EXPECT_EQ(found, 1U) << coded << ' ' << wanted.care_area << ' ' << wanted.bag;
  }
}

// Values that an ordinary order has lie inside of the soft bounds, slips outside of the hard ones.
struct Figure {
  const char* drug;
  const char* care_area;
  const char* quantity;
  const char* unit;
  const char* value;
  const char* verdict;
};
const Figure figures[] = {
    {"dopamine", "adult-icu", "dose_rate", "ug/kg/min", "10", "inside"},
    {"dopamine", "adult-icu", "dose_rate", "ug/kg/min", "20", "inside"},
    {"dopamine", "adult-icu", "dose_rate", "ug/kg/min", "20.1", "soft"},
    {"dopamine", "adult-icu", "dose_rate", "ug/kg/min", "50", "soft"},
    {"dopamine", "adult-icu", "dose_rate", "ug/kg/min", "50.1", "hard"},
    {"dopamine", "adult-icu", "dose_rate", "ug/kg/min", "0.49", "hard"},
    {"norepinephrine", "adult-icu", "dose_rate", "ug/kg/min", "0.1", "inside"},
    {"norepinephrine", "adult-icu", "dose_rate", "ug/kg/min", "10", "hard"},
    {"ceftriaxone", "adult-ward", "duration", "min", "30", "inside"},
    {"ceftriaxone", "adult-ward", "dose", "g", "2", "inside"},
    {"ceftriaxone", "adult-ward", "dose", "g", "20", "hard"},
    {"sodium-chloride-0-9", "adult-ward", "rate", "mL/h", "999", "inside"},
    {"sodium-chloride-0-9", "adult-ward", "rate", "mL/h", "1000", "hard"},
    {"fluorouracil", "home", "dose_rate", "mg/m2/d", "1252", "inside"},
    {"fluorouracil", "home", "dose_rate", "mg/m2/d", "24000", "hard"},  // K1: 4 days in 4 hours
    {"heparin", "adult-icu", "dose_rate", "[iU]/h", "1300", "inside"},
    {"heparin", "adult-icu", "dose_rate", "[iU]/h", "200", "soft"},  // K12
    {"heparin", "adult-icu", "dose_rate", "[iU]/kg/h", "18", "inside"},
    {"insulin-regular", "adult-icu", "dose_rate", "[iU]/h", "7", "inside"},
    {"insulin-regular", "adult-icu", "dose_rate", "[iU]/h", "70", "hard"},
    {"infliximab", "infusion-suite", "duration", "h", "2", "inside"},
    {"infliximab", "infusion-suite", "duration", "h", "1.9", "hard"},
    {"iron-sucrose", "infusion-suite", "duration", "min", "15", "inside"},
    {"iron-sucrose", "infusion-suite", "duration", "min", "14", "hard"},
    {"vincristine", "infusion-suite", "dose", "mg", "2", "inside"},
    {"vincristine", "infusion-suite", "dose", "mg", "20", "hard"},
    {"dexmedetomidine", "adult-icu", "dose_rate", "ug/kg/h", "0.7", "inside"},
    {"dexmedetomidine", "adult-icu", "dose_rate", "ug/kg/h", "42", "hard"},  // 0.7 per minute
    {"oxytocin", "labor", "dose_rate", "m[iU]/min", "6", "inside"},
    {"amiodarone", "adult-icu", "dose_rate", "mg/min", "0.5", "inside"},
    {"magnesium-sulfate", "labor", "dose_rate", "g/h", "2", "inside"},
    {"propofol", "adult-icu", "dose_rate", "ug/kg/min", "50", "inside"},
    {"lidocaine", "adult-icu", "dose_rate", "mg/min", "0.556", "inside"},
    {"lidocaine", "adult-icu", "dose_rate", "mg/min", "5.56", "hard"},    // K3
    {"hydromorphone", "adult-ward", "dose_rate", "mg/h", "2.5", "hard"},  // K11
    {"zinc-sulfate", "neonatal-icu", "dose_rate", "ug/kg/d", "330", "inside"},
    {"zinc-sulfate", "neonatal-icu", "dose_rate", "ug/kg/d", "330000", "hard"},  // K9
    {"insulin-regular", "adult-ward", "dose_rate", "[iU]/h", "19", "hard"},      // K20
    {"doxorubicin-liposomal", "oncology", "dose", "mg/m2", "60",
     "hard"},                                                      // the conventional form's
    {"amphotericin-b", "oncology", "dose", "mg/kg", "3", "hard"},  // the liposomal form's
    {"ado-trastuzumab-emtansine", "oncology", "dose", "mg/kg", "6", "hard"},
    {"morphine", "oncology", "lockout", "min", "4", "hard"},
    {"potassium-chloride", "adult-ward", "accumulated", "meq", "210", "hard"},
};

const Limit* limit_of(const Figure& figure) {
  for (const auto* setup : demonstration().setups(figure.care_area, figure.drug)) {
    for (const Limit& limit : setup->limits) {
      if (name_of(limit.quantity) == figure.quantity && limit.unit.ucum() == figure.unit) {
        return &limit;
      }
    }
  }
  return nullptr;
}

TEST(Demonstration, usual_figures_are_inside_and_slips_are_outside) {
  for (const Figure& figure : figures) {
    const Limit* limit = limit_of(figure);
    const std::string words = std::string(figure.drug) + ' ' + figure.value + ' ' + figure.unit;
    ASSERT_NE(limit, nullptr) << words;
    const Decimal value = *Decimal::parse(figure.value);
    std::string verdict = "inside";
    if ((limit->soft_min && value < *limit->soft_min) ||
        (limit->soft_max && value > *limit->soft_max)) {
      verdict = "soft";
    }
    if ((limit->hard_min && value < *limit->hard_min) ||
        (limit->hard_max && value > *limit->hard_max)) {
      verdict = "hard";
    }
    EXPECT_EQ(verdict, figure.verdict) << words;
  }
}

TEST(Demonstration, deadly_routes_are_closed) {
  const auto routes = [](const char* id) { return demonstration().drug(id)->routes; };
  EXPECT_EQ(routes("vincristine"), std::vector<Route>{Route::intravenous});
  EXPECT_EQ(routes("ropivacaine"), std::vector<Route>{Route::epidural});
  EXPECT_EQ(routes("bupivacaine"), std::vector<Route>{Route::epidural});
  EXPECT_EQ(routes("ziconotide"), std::vector<Route>{Route::intrathecal});
  const std::set<std::string> neuraxial = {"ropivacaine",          "bupivacaine",
                                           "ziconotide",           "bupivacaine-fentanyl",
                                           "baclofen-intrathecal", "morphine-preservative-free"};
  for (const Drug& drug : demonstration().parts().drugs) {
    for (const Route route : drug.routes) {
      const bool near_spine = route == Route::epidural || route == Route::intrathecal;
      EXPECT_EQ(near_spine, neuraxial.contains(drug.id)) << drug.id;
    }
  }
}

TEST(Demonstration, points_of_care_have_their_areas) {
  const auto area = [](const char* location) {
    const CareArea* found = demonstration().care_area_of(location);
    return found == nullptr ? std::string("none") : found->id;
  };
  EXPECT_EQ(area("ICU") + area("MICU") + area("SICU"), "adult-icuadult-icuadult-icu");
  EXPECT_EQ(area("MEDSURG") + area("WARD") + area("3W"), "adult-wardadult-wardadult-ward");
  EXPECT_EQ(area("PICU"), "pediatric-icu");
  EXPECT_EQ(area("NICU"), "neonatal-icu");
  EXPECT_EQ(area("INFUSION"), "infusion-suite");
  EXPECT_EQ(area("HOME"), "home");
  EXPECT_EQ(area("LD"), "labor");
  EXPECT_EQ(area("PEDS"), "pediatric-ward");
  EXPECT_EQ(area("ONC"), "oncology");
  EXPECT_EQ(area("OR"), "none");
}

}  // namespace
}  // namespace bridge::library
