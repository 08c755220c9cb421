// SPDX-License-Identifier: Apache-2.0
#include "library/drug_library.h"

#include "library/library_text.h"

namespace bridge::library {
namespace {

class Lookup : public testing::Test {
 protected:
  static DrugLibrary loaded(std::string_view text) {
    auto library = load("small.json", text);
    EXPECT_TRUE(library);
    return *std::move(library);
  }
  static std::string id_of(const Drug* drug) { return drug == nullptr ? "none" : drug->id; }

  DrugLibrary library = loaded(small_library);
};

TEST_F(Lookup, label_quotes_id_version_serial_and_hash) {
  EXPECT_EQ(library.label(), "small 1.2.0 #7 sha256:" + library.parts().content_hash.substr(0, 8));
  const DrugLibrary draft = loaded(with(small_library, R"("released")", R"("draft")"));
  EXPECT_TRUE(draft.label().ends_with(" draft")) << draft.label();
}

TEST_F(Lookup, drug_is_found_by_code_with_system) {
  EXPECT_EQ(id_of(library.drug_coded("1234", "L")), "dopamine");
  EXPECT_EQ(id_of(library.drug_coded("1234", "OTHER")), "saline");
  EXPECT_EQ(id_of(library.drug_coded("3628", "RXNORM")), "dopamine");
}

TEST_F(Lookup, code_without_system_counts_only_when_it_is_unique) {
  EXPECT_EQ(id_of(library.drug_coded("NS", "")), "saline");
  EXPECT_EQ(id_of(library.drug_coded("1234", "")), "none");
}

TEST_F(Lookup, code_of_one_drug_in_two_systems_is_unique) {
  const DrugLibrary twice =
      loaded(with(small_library, R"({"code": "3628", "system": "RXNORM"})",
                  R"({"code": "77", "system": "RXNORM"}, {"code": "77", "system": "L"})"));
  EXPECT_EQ(id_of(twice.drug_coded("77", "")), "dopamine");
}

TEST_F(Lookup, code_of_another_system_or_spelling_is_no_match) {
  EXPECT_EQ(id_of(library.drug_coded("3628", "L")), "none");
  EXPECT_EQ(id_of(library.drug_coded("ns", "L")), "none");
  EXPECT_EQ(id_of(library.drug_coded(" NS", "L")), "none");
  EXPECT_EQ(id_of(library.drug_coded("", "")), "none");
  EXPECT_EQ(id_of(library.drug_coded("", "L")), "none");
  EXPECT_EQ(id_of(library.drug_coded("1234\x1fL", "")), "none");
}

TEST_F(Lookup, text_is_never_a_code) {
  EXPECT_EQ(id_of(library.drug_coded("Dopamine", "")), "none");
  EXPECT_EQ(id_of(library.drug_coded("dopamine", "")), "none");
  EXPECT_EQ(id_of(library.drug_coded("DOPamine", "L")), "none");
}

TEST_F(Lookup, name_agrees_but_for_case_and_blanks) {
  const Drug& dopamine = *library.drug("dopamine");
  for (const char* text : {"Dopamine", "DOPAMINE", "DOPamine", "  dopamine ",
                           "dopamine 400 MG in D5W  250 mL", "Dopamine\t400 mg in d5w 250 ml"}) {
    EXPECT_TRUE(library.named(dopamine, text)) << text;
  }
}

TEST_F(Lookup, drug_is_found_by_any_of_its_names) {
  EXPECT_EQ(id_of(library.drug_named("DOPAMINE 400 mg  in D5W 250 mL")), "dopamine");
  EXPECT_EQ(id_of(library.drug_named("Normal saline")), "saline");
  for (const char* text : {"", " ", "Dopamin", "3628", "Dobutamine"}) {
    EXPECT_EQ(id_of(library.drug_named(text)), "none") << text;
  }
  // A library that was not loaded may have one name twice: it tells neither.
  auto parts = library.parts();
  for (Drug& drug : parts.drugs) drug.names.push_back("the drip");
  EXPECT_EQ(id_of(DrugLibrary(parts).drug_named("the drip")), "none");
}

TEST_F(Lookup, name_of_another_drug_strength_or_nothing_disagrees) {
  const Drug& dopamine = *library.drug("dopamine");
  for (const char* text :
       {"", " ", "Dobutamine", "Dopamin", "Dopamine HCl", "Dopamine 800 mg in D5W 250 mL",
        "Dopamine400 mg in D5W 250 mL", "Normal saline"}) {
    EXPECT_FALSE(library.named(dopamine, text)) << text;
  }
}

TEST_F(Lookup, care_area_is_that_of_the_point_of_care_exactly) {
  EXPECT_EQ(library.care_area_of("MICU"), library.care_area("icu"));
  EXPECT_EQ(library.care_area_of("3W"), library.care_area("ward"));
  for (const char* text : {"", "micu", "MICU ", "icu", "4W"}) {
    EXPECT_EQ(library.care_area_of(text), nullptr) << text;
  }
  EXPECT_EQ(library.care_area("ICU"), nullptr);
}

TEST_F(Lookup, setups_are_those_of_drug_and_area_in_file_order) {
  const auto setups = library.setups("icu", "dopamine");
  ASSERT_EQ(setups.size(), 2U);
  EXPECT_EQ(setups[0]->mode, TherapyMode::continuous);
  EXPECT_EQ(setups[1]->mode, TherapyMode::intermittent);
  EXPECT_TRUE(library.setups("ward", "dopamine").empty());
  EXPECT_TRUE(library.setups("icu", "saline").empty());
  EXPECT_TRUE(library.setups("", "").empty());
}

TEST_F(Lookup, library_is_effective_from_its_first_instant_until_before_its_last) {
  const Instant from = library.parts().effective_from;
  const Instant until = *library.parts().effective_until;
  EXPECT_FALSE(library.effective_at(from.plus_ms(-1)));
  EXPECT_TRUE(library.effective_at(from));
  EXPECT_TRUE(library.effective_at(until.plus_ms(-1)));
  EXPECT_FALSE(library.effective_at(until));
  const DrugLibrary open =
      loaded(with(small_library, R"("effective_until": "2027-01-01T00:00:00Z",)", ""));
  EXPECT_TRUE(open.effective_at(until));
}

TEST_F(Lookup, copy_finds_in_itself) {
  const DrugLibrary copy = library;
  const Drug* drug = copy.drug_coded("NS", "L");
  ASSERT_NE(drug, nullptr);
  EXPECT_EQ(drug, &copy.parts().drugs[1]);
}

}  // namespace
}  // namespace bridge::library
