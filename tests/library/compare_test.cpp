// SPDX-License-Identifier: Apache-2.0
#include "library/compare.h"

#include "library/library_text.h"

namespace bridge::library {
namespace {

// The next release of the small library, as its history must go on.
std::string next_release(const std::string& hash) {
  std::string text =
      with(with(small_library, "\"1.2.0\"", "\"1.3.0\""), "\"serial\": 7", "\"serial\": 8");
  text = with(text, "\"changes\": [{",
              "\"parent\": {\"version\": \"1.2.0\", \"serial\": 7, \"content_hash\": \"" + hash +
                  "\"}, \"changes\": [{");
  return with(text, "\"text\": \"first\"}",
              "\"text\": \"first\"}, {\"version\": \"1.3.0\", \"serial\": 8, "
              "\"at\": \"2026-02-01T00:00:00Z\", \"person\": \"ann\", \"text\": \"second\"}");
}

LoadedLibrary loaded(const std::string& text) {
  auto library = load_with_form("small.json", text);
  EXPECT_TRUE(library) << rendered(library.fault());
  return std::move(library).value();
}

const LoadedLibrary& old_release() {
  static const LoadedLibrary library = loaded(std::string(small_library));
  return library;
}

std::string next() { return next_release(old_release().library.parts().content_hash); }

// "icu dopamine / dose_rate hard_max 50 ug/kg/min -> 60 ug/kg/min loosened +20 !": version and
// serial, which always differ, left out; "!" where the committee is needed.
std::string differences(const std::string& text) {
  const Comparison told = compare(old_release(), loaded(text));
  std::string all;
  for (const Difference& one : told.differences) {
    if (one.what == "version" || one.what == "serial") continue;
    all.append(one.care_area).append(" ").append(one.drug).append(" / ").append(one.what);
    all.append(" ").append(one.before).append(" -> ").append(one.after).append(" ");
    all.append(name_of(one.direction)).append(one.percent.empty() ? "" : " " + one.percent);
    all.append(one.needs_committee ? " !\n" : "\n");
  }
  return all;
}

std::string changed(std::string_view before, std::string_view after) {
  return differences(with(next(), before, after));
}

TEST(Compare, a_release_without_changes_has_no_difference) {
  EXPECT_EQ(differences(next()), "");
  EXPECT_TRUE(compare(old_release(), loaded(next())).history.empty());
}

TEST(Compare, bounds_have_a_direction_and_an_exact_percent) {
  EXPECT_EQ(changed("\"hard_max\": 50", "\"hard_max\": 60"),
            "icu dopamine / dose_rate hard_max 50 ug/kg/min -> 60 ug/kg/min loosened +20 !\n");
  EXPECT_EQ(changed("\"hard_max\": 50", "\"hard_max\": 40"),
            "icu dopamine / dose_rate hard_max 50 ug/kg/min -> 40 ug/kg/min tightened -20\n");
  EXPECT_EQ(changed("\"soft_max\": 20", "\"soft_max\": 25"),
            "icu dopamine / dose_rate soft_max 20 ug/kg/min -> 25 ug/kg/min loosened +25\n");
  EXPECT_EQ(changed("\"hard_min\": 0.5", "\"hard_min\": 0.7"),
            "icu dopamine / dose_rate hard_min 0.5 ug/kg/min -> 0.7 ug/kg/min tightened +40\n");
  EXPECT_EQ(changed("\"hard_min\": 15", "\"hard_min\": 10"),
            "icu dopamine / duration hard_min 15 min -> 10 min loosened -100/3\n");
  EXPECT_EQ(changed("\"hard_max\": 999", "\"hard_max\": 1000"),
            "ward saline / rate hard_max 999 mL/h -> 1000 mL/h loosened +100/999 !\n");
  EXPECT_EQ(changed("\"hard_max\": 50", "\"hard_max\": 50.00"), "");
}

TEST(Compare, bounds_that_come_and_go) {
  EXPECT_EQ(changed("\"soft_min\": 1, ", ""),
            "icu dopamine / dose_rate soft_min 1 ug/kg/min ->  loosened\n");
  EXPECT_EQ(changed("\"hard_min\": 15,", "\"hard_min\": 15, \"soft_min\": 20,"),
            "icu dopamine / duration soft_min  -> 20 min tightened\n");
  EXPECT_EQ(changed(",\n        {\"quantity\": \"duration\", \"unit\": \"min\", \"hard_min\": 15, "
                    "\"source\": \"label\"}",
                    ""),
            "icu dopamine / duration hard_min 15 min ->  loosened\n");
  EXPECT_EQ(
      changed("{\"quantity\": \"duration\"",
              "{\"quantity\": \"volume\", \"unit\": \"mL\", \"hard_max\": 60, \"source\": \"x\"},"
              "{\"quantity\": \"duration\""),
      "icu dopamine / volume hard_max  -> 60 mL tightened\n");
}

TEST(Compare, another_unit_is_converted_before_it_is_compared) {
  const std::string text =
      with(next(), "{\"quantity\": \"dose\", \"unit\": \"mg\", \"hard_max\": 200",
           "{\"quantity\": \"dose\", \"unit\": \"g\", \"hard_max\": 0.2");
  EXPECT_EQ(differences(text), "icu dopamine / dose hard_max 200 mg -> 0.2 g changed +0\n");
  const std::string slip =
      with(next(), "{\"quantity\": \"dose\", \"unit\": \"mg\", \"hard_max\": 200",
           "{\"quantity\": \"dose\", \"unit\": \"g\", \"hard_max\": 200");
  EXPECT_EQ(differences(slip), "icu dopamine / dose hard_max 200 mg -> 200 g loosened +99900 !\n");
}

TEST(Compare, drugs_care_areas_and_setups) {
  EXPECT_EQ(changed("\"high_alert\": true", "\"high_alert\": false"),
            " dopamine / high_alert yes -> no loosened\n");
  EXPECT_EQ(changed("[\"intravenous\", \"subcutaneous\"]", "[\"intravenous\"]"),
            " saline / route subcutaneous ->  tightened\n");
  EXPECT_EQ(changed("[\"intravenous\"]", "[\"intravenous\", \"epidural\"]"),
            " dopamine / route  -> epidural loosened\n");
  EXPECT_EQ(changed("{\"code\": \"3628\", \"system\": \"RXNORM\"}",
                    "{\"code\": \"1\", \"system\": \"X\"}"),
            " dopamine / code 3628^RXNORM ->  removed\n dopamine / code  -> 1^X added\n");
  EXPECT_EQ(changed("\"Normal saline\"]", "\"Normal saline\", \"NS\"]"),
            " saline / name  -> NS added\n");
  EXPECT_EQ(changed("\"max_weight_kg\": 350},", "\"max_weight_kg\": 700},"),
            "icu  / max_weight_kg 350 kg -> 700 kg loosened +100\n");
  EXPECT_EQ(changed("\"MICU\"]", "\"SICU\"]"),
            "icu  / location MICU ->  removed\nicu  / location  -> SICU added\n");
  EXPECT_EQ(changed("\"value\": 250, \"unit\": \"mL\"", "\"value\": 500, \"unit\": \"mL\""),
            "icu dopamine / concentration 400 mg in 250 mL ->  removed\n"
            "icu dopamine / concentration  -> 400 mg in 500 mL added\n");
  EXPECT_EQ(changed("\"piggyback\": true", "\"piggyback\": false"),
            "icu dopamine / piggyback yes -> no tightened\n");
  EXPECT_EQ(
      changed("\"mode\": \"fluid\"",
              "\"mode\": \"fluid\", \"limits\": [{\"quantity\": \"rate\", \"unit\": \"mL/h\", "
              "\"hard_max\": 9, \"source\": \"x\"}]}, {\"care_area\": \"icu\", \"drug\": "
              "\"saline\", \"mode\": \"fluid\""),
      "ward saline / rate hard_max 999 mL/h -> 9 mL/h tightened -11000/111\n"
      "ward saline / rate source pump -> x changed\n"
      "icu saline / setup  -> rate hard_max 999 mL/h added\n");
  EXPECT_EQ(changed("\"source\": \"pump\"", "\"source\": \"table\""),
            "ward saline / rate source pump -> table changed\n");
}

// What has no direction is told all the same, whatever it is.
TEST(Compare, members_without_a_direction_are_told_too) {
  EXPECT_EQ(changed("\"drug\": \"saline\",", "\"drug\": \"saline\", \"bolus\": false,"),
            "ward saline / bolus  -> false changed\n");
  EXPECT_EQ(changed("\"high_alert\": true", "\"high_alert\": true, \"double_check\": true"),
            " dopamine / double_check  -> true changed\n");
  EXPECT_EQ(changed("\"rationale\": \"one bag\"", "\"rationale\": \"a bag\""),
            "icu dopamine / dose rationale one bag -> a bag changed\n");
}

TEST(Compare, a_loosened_hard_maximum_needs_the_committee) {
  const std::string loosened = with(next(), "\"hard_max\": 50", "\"hard_max\": 60");
  Comparison told = compare(old_release(), loaded(loosened));
  EXPECT_TRUE(told.needs_committee());
  EXPECT_FALSE(told.committee_approves);
  told = compare(old_release(), loaded(with(loosened, "\"nursing\"", "\"committee\"")));
  EXPECT_TRUE(told.committee_approves);
  EXPECT_FALSE(compare(old_release(), loaded(next())).needs_committee());
}

std::string history(const std::string& text) {
  std::string all;
  for (const Fault& fault : compare(old_release(), loaded(text)).history) all += fault.place + " ";
  return all;
}

TEST(Compare, the_new_file_goes_on_from_the_old_one) {
  EXPECT_EQ(history(next()), "");
  EXPECT_EQ(history(with(next(), "\"id\": \"small\"", "\"id\": \"other\"")), "id ");
  EXPECT_EQ(history(std::string(small_library)), "serial parent ");
  EXPECT_EQ(history(next_release(std::string(64, '0'))), "parent ");
  EXPECT_EQ(history(with(next(), "\"text\": \"first\"", "\"text\": \"never was\"")), "changes ");
}

TEST(Compare, care_areas_drugs_and_setups_that_come_and_go) {
  const std::string renamed =
      with(with(next(), R"({"id": "ward", "name": "Ward")", R"({"id": "wards", "name": "Wards")"),
           R"("care_area": "ward")", R"("care_area": "wards")");
  EXPECT_EQ(differences(renamed),
            "ward  / care area Ward ->  removed\n"
            "wards  / care area  -> Wards added\n"
            "ward saline / setup rate hard_max 999 mL/h ->  removed\n"
            "wards saline / setup  -> rate hard_max 999 mL/h added\n");
  const std::string brine = with(with(next(), R"("id": "saline")", R"("id": "brine")"),
                                 R"("drug": "saline")", R"("drug": "brine")");
  EXPECT_EQ(differences(brine),
            " saline / drug sodium chloride 0.9 % ->  removed\n"
            " brine / drug  -> sodium chloride 0.9 % added\n"
            "ward saline / setup rate hard_max 999 mL/h ->  removed\n"
            "ward brine / setup  -> rate hard_max 999 mL/h added\n");
  EXPECT_EQ(changed("\"high_alert\": false", "\"high_alert\": true"),
            " saline / high_alert no -> yes tightened\n");
  EXPECT_EQ(changed("\"mode\": \"fluid\",", "\"mode\": \"fluid\", \"piggyback\": true,"),
            "ward saline / piggyback no -> yes loosened\n");
  EXPECT_EQ(changed("  \"effective_until\": \"2027-01-01T00:00:00Z\",", ""),
            "  / effective_until 2027-01-01T00:00:00.000Z ->  changed\n");
}

// Minutes become hours: the same dose in another unit of time, exactly.
TEST(Compare, another_dosing_unit_of_the_same_kind_is_told) {
  const std::string hours =
      with(with(next(), R"("dosing_unit": "ug/kg/min")", R"("dosing_unit": "mg/kg/h")"),
           R"("limits": [
        {"quantity": "dose_rate")",
           R"("limits": [
        {"quantity": "dose_rate")");
  EXPECT_EQ(differences(hours), "icu dopamine / dosing_unit ug/kg/min -> mg/kg/h changed\n");
}

// Two bags each, of which none is the same: which took the place of which nobody can say.
TEST(Compare, setups_without_a_common_bag_are_paired_only_when_one_is_left) {
  const std::string second = R"({
      "care_area": "icu", "drug": "dopamine", "mode": "continuous", "dosing_unit": "ug/kg/min",
      "concentrations": [
        {"amount": {"value": 800, "unit": "mg"}, "volume": {"value": 250, "unit": "mL"}}
      ],
      "limits": [
        {"quantity": "dose_rate", "unit": "ug/kg/min", "soft_max": 5, "hard_max": 9,
         "source": "x"},
        {"quantity": "accumulated", "unit": "mg", "window": {"value": 24, "unit": "h"},
         "hard_max": 900, "source": "x"},
        {"quantity": "accumulated", "unit": "mg", "window": "lifetime", "hard_max": 9000,
         "source": "x"}
      ]
    }, )";
  constexpr std::string_view first = R"({
      "care_area": "ward",)";
  const std::string two = with(next(), first, second + std::string(first));
  EXPECT_EQ(differences(two),
            "icu dopamine / setup  -> dose_rate soft_max 5, hard_max 9 ug/kg/min; "
            "accumulated in 24 h hard_max 900 mg; accumulated in a lifetime hard_max 9000 mg "
            "added\n");
  // Both bags are others than the one before.
  const std::string replaced =
      with(two, R"({"value": 400, "unit": "mg"})", R"({"value": 500, "unit": "mg"})");
  const std::string told = differences(replaced);
  EXPECT_NE(told.find("icu dopamine / setup dose_rate hard_min 0.5"), std::string::npos) << told;
  EXPECT_EQ(told.find("concentration"), std::string::npos) << told;
}

// A limit of a window is the limit of that window: 24 h of 900 mg, 48 h, a lifetime.
TEST(Compare, limits_of_different_windows_are_different_limits) {
  const auto within = [](std::string_view window, std::string_view amount) {
    return R"("rationale": "one bag"}, {"quantity": "accumulated", "unit": "mg", "window": )" +
           std::string(window) + R"(, "hard_max": )" + std::string(amount) + R"(, "source": "x"})";
  };
  constexpr std::string_view one_bag = R"("rationale": "one bag"})";
  const LoadedLibrary before =
      loaded(with(small_library, one_bag, within(R"({"value": 24, "unit": "h"})", "900")));
  const auto against = [&](std::string_view window, std::string_view amount) {
    std::string all;
    for (const Difference& one :
         compare(before, loaded(with(next(), one_bag, within(window, amount)))).differences) {
      if (!one.what.starts_with("accumulated")) continue;
      all.append(one.what).append(" ").append(name_of(one.direction)).append("; ");
    }
    return all;
  };
  EXPECT_EQ(against(R"({"value": 1, "unit": "d"})", "900"), "");
  EXPECT_EQ(against(R"({"value": 24, "unit": "h"})", "1000"),
            "accumulated in 24 h hard_max loosened; ");
  EXPECT_EQ(against(R"({"value": 48, "unit": "h"})", "900"),
            "accumulated in 24 h hard_max loosened; accumulated in 48 h hard_max tightened; ");
  EXPECT_EQ(against(R"("lifetime")", "900"),
            "accumulated in 24 h hard_max loosened; accumulated in a lifetime hard_max "
            "tightened; ");
}

TEST(Compare, what_is_acknowledged_or_compatible_is_told_by_all_of_itself) {
  const std::string row =
      R"("compatibility": [{"drug": "dopamine", "with": "saline", "verdict": "compatible", )"
      R"("source": "x"}], "setups": [)";
  const std::string told = changed("\"setups\": [", row);
  EXPECT_TRUE(told.starts_with("  / compatibility  -> {")) << told;
  EXPECT_TRUE(told.ends_with("added\n")) << told;
  EXPECT_EQ(changed("\"hard_min\": 0.5, ", "\"hard_min\": 0, "),
            "icu dopamine / dose_rate hard_min 0.5 ug/kg/min -> 0 ug/kg/min loosened -100\n");
  const LoadedLibrary zero = loaded(with(small_library, "\"hard_min\": 0.5", "\"hard_min\": 0"));
  for (const Difference& one : compare(zero, loaded(next())).differences) {
    if (one.what != "dose_rate hard_min") continue;
    EXPECT_EQ(one.percent, "");  // of nothing
  }
}

TEST(Compare, a_log_that_was_cut_is_no_log) {
  const LoadedLibrary after = loaded(next());
  std::string all;
  for (const Fault& fault : compare(after, old_release()).history) all += fault.place + " ";
  EXPECT_EQ(all, "serial parent changes ");
  // A parent of another serial is another branch, which its own comparison tells.
  const std::string far =
      with(with(next(), R"("version": "1.2.0", "serial": 7, "content_hash")",
                R"("version": "1.2.0", "serial": 6, "content_hash")"),
           R"("version": "1.2.0", "serial": 7, "at")", R"("version": "1.2.0", "serial": 6, "at")");
  EXPECT_EQ(history(far), "changes ");
}

}  // namespace
}  // namespace bridge::library
