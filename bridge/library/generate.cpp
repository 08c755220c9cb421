// SPDX-License-Identifier: Apache-2.0
// Every drug has four setups in every care area: two infusions of different bags, a dose over a
// time, and patient-controlled doses. All figures follow from one usual dose per kg.
#include "library/generate.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "base/assert.h"
#include "base/decimal.h"
#include "library/load.h"

namespace bridge::library {
namespace {

// splitmix64: std's distributions differ between machines.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}

  std::uint64_t below(std::uint64_t bound) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return (mixed ^ (mixed >> 31U)) % bound;
  }
  bool one_in(std::uint64_t bound) { return below(bound) == 0; }

 private:
  std::uint64_t state_;
};

// Thousandths, so that every figure of the file is a finite decimal.
struct Milli {
  std::int64_t value;

  std::string text() const { return Decimal(value, 3).text(); }
  Milli times(std::int64_t factor) const { return {value * factor}; }
  Milli per_cent(std::int64_t percent) const { return {value * percent / 100}; }
};

struct Kind {
  std::string_view name;
  std::string_view min_weight;
  std::string_view max_weight;
  std::int64_t soft_rate;  // uL/h, as is the next
  std::int64_t hard_rate;
};
constexpr std::array<Kind, 3> kinds = {Kind{"adult", "30", "350", 500'000, 999'000},
                                       Kind{"pediatric", "2", "120", 300'000, 600'000},
                                       Kind{"neonatal", "0.3", "7", 50'000, 100'000}};

constexpr std::uint32_t setups_of_a_drug = 4;

std::string numbered(std::string_view name, std::uint32_t number) {
  std::string digits = std::to_string(number);
  return std::string(name).append(4 - std::min<std::size_t>(4, digits.size()), '0').append(digits);
}

struct Limited {
  std::string_view quantity;
  std::string_view unit;
  std::array<Milli, 4> bounds;  // hard_min, soft_min, soft_max, hard_max; zero: none
  std::string_view rationale;
  std::string_view window = {};  // hours
};

class Writer {
 public:
  explicit Writer(const GeneratedSize& size) : size_(size), chance_(size.seed) {
    text_.reserve(std::size_t{size.care_areas} * size.setups * 1'000 + 100'000);
  }

  std::string written() {
    head();
    list("care_areas", size_.care_areas, [this](std::uint32_t at) { care_area(at); });
    text_ += ",\n";
    const std::uint32_t drugs = (size_.setups + setups_of_a_drug - 1) / setups_of_a_drug;
    for (std::uint32_t at = 0; at < drugs; ++at) {
      constexpr std::array<std::int64_t, 6> usual = {100, 200, 500, 1'000, 2'000, 5'000};
      usual_.push_back({usual[chance_.below(usual.size())]});
    }
    list("drugs", drugs, [this](std::uint32_t at) { drug(at); });
    text_ += ",\n";
    list("setups", size_.care_areas * size_.setups,
         [this](std::uint32_t at) { setup(at / size_.setups, at % size_.setups); });
    text_ += "\n}\n";
    return std::move(text_);
  }

 private:
  template <class Write>
  void list(std::string_view name, std::uint32_t count, Write write) {
    text_.append("  \"").append(name).append("\": [\n");
    for (std::uint32_t at = 0; at < count; ++at) {
      if (at > 0) text_ += ",\n";
      write(at);
    }
    text_ += "\n  ]";
  }

  void head() {
    text_.append("{\n  \"format\": \"").append(file_format).append("\",\n");
    text_ += "  \"id\": \"generated\",\n  \"version\": \"1.0.0\",\n  \"serial\": 1,\n";
    text_ += "  \"status\": \"draft\",\n  \"for_clinical_use\": false,\n";
    text_ += "  \"notice\": \"GENERATED, NOT FOR CLINICAL USE. Numbers for tests, of no drug.\",\n";
    text_ += "  \"effective_from\": \"2025-01-01T00:00:00Z\",\n";
    text_ += "  \"site\": \"nowhere\",\n";
    text_ += "  \"author\": {\"person\": \"generator\", \"name\": \"library generate\"},\n";
    text_ += "  \"approvers\": [],\n  \"reason\": \"for tests and measurements\",\n";
    text_ += "  \"changes\": [{\"version\": \"1.0.0\", \"serial\": 1, \"at\": ";
    text_ += "\"2025-01-01T00:00:00Z\", \"person\": \"generator\", \"text\": \"generated\"}],\n";
  }

  // Seven adult care areas of ten, two pediatric ones, one neonatal one.
  static const Kind& kind_of(std::uint32_t area) {
    const std::uint32_t place = area % 10;
    return kinds[place < 7 ? 0 : place < 9 ? 1 : 2];
  }

  void care_area(std::uint32_t at) {
    const Kind& kind = kind_of(at);
    text_.append("    {\"id\": \"").append(numbered("area-", at + 1));
    text_.append("\", \"name\": \"Generated area ").append(std::to_string(at + 1));
    text_.append(", ").append(kind.name).append("\", \"locations\": [\"");
    text_.append(numbered("G", at + 1)).append("\"], \"min_weight_kg\": ").append(kind.min_weight);
    text_.append(", \"max_weight_kg\": ").append(kind.max_weight).append("}");
  }

  void drug(std::uint32_t at) {
    const std::string number = numbered("", at + 1);
    text_.append("    {\"id\": \"drug-").append(number);
    text_.append("\", \"display\": \"generated drug ").append(number);
    text_.append("\", \"codes\": [{\"code\": \"G").append(number);
    text_.append("\", \"system\": \"L\"}], \"names\": [\"Generated ").append(number);
    text_.append("\"], \"routes\": [\"intravenous\"], \"high_alert\": ");
    text_.append(chance_.one_in(3) ? "true" : "false");
    text_.append(", \"ingredients\": [\"generated ").append(number).append("\"]}");
  }

  void setup(std::uint32_t area, std::uint32_t place) {
    const std::uint32_t drug = place / setups_of_a_drug;
    text_.append("    {\"care_area\": \"").append(numbered("area-", area + 1));
    text_.append("\", \"drug\": \"").append(numbered("drug-", drug + 1)).append("\", \"mode\": \"");
    // Sites agree on doses within a factor of two.
    const Milli usual = usual_[drug].per_cent(100 + static_cast<std::int64_t>(chance_.below(5)) * 20);
    switch (place % setups_of_a_drug) {
      case 0:
        return infusion(area, usual, usual_[drug].times(100), {1, 2, 8});
      case 1:
        return dose_over_time(usual, usual_[drug]);
      case 2:
        return infusion(area, usual, usual_[drug].times(100), {4, 16, 32});
      default:
        return patient_controlled(usual, usual_[drug]);
    }
  }

  // 100 times the usual dose in 250 mL: 10 mL/h is the usual rate for 67 kg.
  void infusion(std::uint32_t area, Milli usual, Milli bag,
                const std::array<std::int64_t, 3>& strengths) {
    const Kind& kind = kind_of(area);
    text_ += "continuous\", \"dosing_unit\": \"ug/kg/min\",\n     \"concentrations\": [";
    for (std::size_t at = 0; at < strengths.size(); ++at) {
      concentration(bag.times(strengths[at]), "250", at == 0);
    }
    text_ += "],\n     \"titration\": {\"max_increment\": {\"value\": ";
    text_.append(usual.text()).append(", \"unit\": \"ug/kg/min\"}, \"min_interval\": ");
    text_ += "{\"value\": 5, \"unit\": \"min\"}, \"order_must_state_bounds\": false}, ";
    text_ += "\"single_step_factor\": 4,\n     \"limits\": [";
    limit({"dose_rate", "ug/kg/min", range(usual), "a tenfold slip is beyond the hard bounds"});
    text_ += ",\n       ";
    limit({"rate", "mL/h", {{{0}, {0}, {kind.soft_rate}, {kind.hard_rate}}}, "common pumps"});
    text_ += "]}";
  }

  void dose_over_time(Milli usual, Milli bag) {
    text_ += "intermittent\", \"dosing_unit\": \"mg/kg\",\n     \"concentrations\": [";
    concentration(bag.times(50), "50", true);
    concentration(bag.times(100), "250", false);
    text_ += "], \"piggyback\": true,\n     \"limits\": [";
    limit({"dose", "mg/kg", range(usual), "a tenfold slip is beyond the hard bounds"});
    text_ += ",\n       ";
    limit({"duration", "min", {{{10'000}, {28'000}, {130'000}, {480'000}}}, "never a push"});
    text_ += ",\n       ";
    limit({"accumulated", "mg/kg", {{{0}, {0}, usual.times(6), usual.times(12)}}, "one day", "24"});
    text_ += "]}";
  }

  void patient_controlled(Milli usual, Milli bag) {
    text_ += "pca\", \"dosing_unit\": \"ug/kg\",\n     \"concentrations\": [";
    concentration(bag.times(10), "30", true);
    text_ += "], \"loading\": true,\n     \"limits\": [";
    limit({"demand_dose", "ug/kg", range(usual), "one demand"});
    text_ += ",\n       ";
    limit({"lockout", "min", {{{5'000}, {6'000}, {20'000}, {60'000}}}, "until the dose works"});
    text_ += ",\n       ";
    limit({"accumulated", "ug/kg", {{{0}, {0}, usual.times(20), usual.times(30)}}, "4 h", "4"});
    text_ += ",\n       ";
    limit({"loading_dose", "ug/kg", {{{0}, {0}, usual.times(3), usual.times(6)}}, "once"});
    text_ += "]}";
  }

  static std::array<Milli, 4> range(Milli usual) {
    return {usual.per_cent(12), usual.per_cent(45), usual.times(2), usual.times(8)};
  }

  void concentration(Milli amount_mg, std::string_view volume_ml, bool first) {
    if (!first) text_ += ", ";
    text_.append("{\"amount\": {\"value\": ").append(amount_mg.text());
    text_.append(", \"unit\": \"mg\"}, \"volume\": {\"value\": ").append(volume_ml);
    text_ += ", \"unit\": \"mL\"}}";
  }

  void limit(const Limited& limited) {
    text_.append("{\"quantity\": \"").append(limited.quantity).append("\", \"unit\": \"");
    text_.append(limited.unit).append("\"");
    if (!limited.window.empty()) {
      text_.append(", \"window\": {\"value\": ").append(limited.window).append(", \"unit\": \"h\"}");
    }
    constexpr std::array<std::string_view, 4> names = {"hard_min", "soft_min", "soft_max",
                                                       "hard_max"};
    for (std::size_t at = 0; at < names.size(); ++at) {
      if (limited.bounds[at].value == 0) continue;
      text_.append(", \"").append(names[at]).append("\": ").append(limited.bounds[at].text());
    }
    text_ += ", \"source\": \"generated for a test, from no source\", \"rationale\": \"";
    text_.append(limited.rationale).append("\"}");
  }

  GeneratedSize size_;
  Chance chance_;
  std::vector<Milli> usual_;  // of each drug: ug/kg/min, mg/kg or ug/kg
  std::string text_;
};

}  // namespace

std::string generated_library(const GeneratedSize& size) {
  BRIDGE_ASSERT(size.care_areas >= 1 && size.care_areas <= GeneratedSize::max_care_areas);
  BRIDGE_ASSERT(size.setups >= 1 && size.setups <= GeneratedSize::max_setups);
  return Writer(size).written();
}

}  // namespace bridge::library
