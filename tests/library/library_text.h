// SPDX-License-Identifier: Apache-2.0
// A small library file for tests, edits of it, and the text of shipped files.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "base/fault.h"
#include "library/load.h"

namespace bridge::library {

inline std::string file_text(const std::string& path) {
  std::string whole = BRIDGE_SOURCE_DIR;
  std::ifstream file(whole.append("/").append(path), std::ios::binary);
  EXPECT_TRUE(file.is_open()) << path;
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Two care areas, two drugs, three setups: one of each mode.
constexpr std::string_view small_library = R"({
  "format": "infusion-bridge drug library 1",
  "id": "small",
  "version": "1.2.0",
  "serial": 7,
  "status": "released",
  "for_clinical_use": false,
  "notice": "for tests",
  "effective_from": "2026-01-01T00:00:00Z",
  "effective_until": "2027-01-01T00:00:00Z", )"
                                           R"("site": "test", )"
                                           R"("author": {"person": "ann", "name": "Ann"}, )"
                                           R"("approvers": [{"person": "phil", "name": "Phil", )"
                                           R"("role": "pharmacy", )"
                                           R"("key": "ed25519:0000000000000001"}, )"
                                           R"({"person": "nora", "name": "Nora", )"
                                           R"("role": "nursing", )"
                                           R"("key": "ed25519:0000000000000002"}], )"
                                           R"("reason": "to test", )"
                                           R"("changes": [{"version": "1.2.0", "serial": 7, )"
                                           R"("at": "2026-01-01T00:00:00Z", "person": "ann", )"
                                           R"("text": "first"}],
  "care_areas": [
    {"id": "icu", "name": "ICU", "locations": ["ICU", "MICU"], )"
                                           R"("min_weight_kg": 30, "max_weight_kg": 350},
    {"id": "ward", "name": "Ward", "locations": ["3W"], "min_weight_kg": 30, "max_weight_kg": 350}
  ],
  "drugs": [
    {
      "id": "dopamine",
      "display": "DOPamine",
      "codes": [{"code": "1234", "system": "L"}, {"code": "3628", "system": "RXNORM"}],
      "names": ["Dopamine", "Dopamine 400 mg in D5W 250 mL"],
      "routes": ["intravenous"],
      "high_alert": true
    },
    {
      "id": "saline",
      "display": "sodium chloride 0.9 %",
      "codes": [{"code": "1234", "system": "OTHER"}, {"code": "NS", "system": "L"}],
      "names": ["Normal saline"],
      "routes": ["intravenous", "subcutaneous"],
      "high_alert": false
    }
  ],
  "setups": [
    {
      "care_area": "icu",
      "drug": "dopamine",
      "mode": "continuous",
      "dosing_unit": "ug/kg/min",
      "concentrations": [
        {"amount": {"value": 400, "unit": "mg"}, "volume": {"value": 250, "unit": "mL"}}
      ],
      "limits": [
        {"quantity": "dose_rate", "unit": "ug/kg/min", "hard_min": 0.5, )"
                                           R"("soft_min": 1, "soft_max": 20, )"
                                           R"("hard_max": 50, "source": "label"}
      ]
    },
    {
      "care_area": "icu",
      "drug": "dopamine",
      "mode": "intermittent",
      "dosing_unit": "mg",
      "concentrations": [
        {"amount": {"value": 200, "unit": "mg"}, "volume": {"value": 50, "unit": "mL"}}
      ],
      "piggyback": true,
      "limits": [
        {"quantity": "dose", "unit": "mg", "hard_max": 200, )"
                                           R"("source": "label", "rationale": "one bag"},
        {"quantity": "duration", "unit": "min", "hard_min": 15, "source": "label"}
      ]
    },
    {
      "care_area": "ward",
      "drug": "saline",
      "mode": "fluid",
      "limits": [
        {"quantity": "rate", "unit": "mL/h", "hard_max": 999, "source": "pump"}
      ]
    }
  ]
}
)";

// `text` with its only occurrence of `from` (or the first, with a `from` that says where) replaced.
inline std::string with(std::string_view text, std::string_view from, std::string_view to) {
  std::string result(text);
  const std::size_t at = result.find(from);
  if (at == std::string::npos) {
    ADD_FAILURE() << "not in the text: " << from;
    return result;
  }
  return result.replace(at, from.size(), to);
}

// The same file with its setups before care areas and drugs, as its last member.
inline std::string setups_first(std::string_view text) {
  const std::size_t areas = text.find("  \"care_areas\"");
  const std::size_t setups = text.find("  \"setups\"");
  const std::size_t end = text.rfind("\n}");
  std::string result(text.substr(0, areas));
  result.append(text.substr(setups, end - setups)).append(",\n");
  const std::string_view between = text.substr(areas, setups - areas);
  return result.append(between.substr(0, between.rfind(','))).append("\n}\n");
}

inline std::string rendered(const Faults& faults) {
  std::string text;
  for (const Fault& fault : faults) {
    text.append(brief(fault)).append(": ").append(fault.detail).append("\n");
  }
  return text;
}

inline std::string faults_of(std::string_view text) {
  const auto library = load("small.json", text);
  return library ? "loaded" : rendered(library.fault());
}

// The same without the file and its lines: "serial: missing; notice: missing".
inline std::string told(std::string_view text) {
  const auto library = load("small.json", text);
  if (library) return "loaded";
  std::string all;
  for (const Fault& fault : library.fault()) {
    const std::size_t comma = fault.place.rfind(", ");
    all.append(all.empty() ? "" : "; ").append(fault.place.substr(comma + 2));
    all.append(": ").append(fault.detail);
  }
  return all;
}

}  // namespace bridge::library
