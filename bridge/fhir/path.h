// SPDX-License-Identifier: Apache-2.0
// Path: which elements of a resource a mapping table means. Not FHIRPath, only what tables need.
//
//   path     = step {"." step}
//   step     = name ["[" selector "]"]
//   selector = index | names "=" value          names = name {"." name}
//
//   dosageInstruction[0].doseAndRate.rateQuantity
//   identifier[type.coding.code=PLAC].value
//   extension[url=http://example.org/bag].valueString
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "json/json.h"

namespace bridge::fhir {

// One element that a path means, with its own place: every array has its index.
struct Match {
  const json::Value* value;
  std::string place;
};

class Path {
 public:
  // configuration_wrong when the text is not of the grammar above; the place is "column 7".
  static Result<Path> parse(std::string_view text);

  // In the order of the resource. A step without selector means every item of an array, so two
  // doseAndRate give two matches and never silently the first. A value matches a text, a number by
  // its digits or a boolean.
  std::vector<Match> find(const json::Value& resource) const;

  const std::string& text() const { return text_; }

 private:
  struct Step {
    std::string name;
    std::optional<std::size_t> index;
    std::vector<std::string> condition;  // names; empty: no condition
    std::string wanted;
  };
  static std::optional<std::string_view> read_step(std::string_view left, Step& step);
  static bool holds(const json::Value& value, const Step& step, std::size_t depth);
  void walk(const json::Value& value, std::size_t depth, const std::string& place,
            std::vector<Match>& found) const;

  std::string text_;
  std::vector<Step> steps_;
};

}  // namespace bridge::fhir
