// SPDX-License-Identifier: Apache-2.0
// Spelling of places.
#include "fhir/place.h"

#include "json/json.h"

namespace bridge::fhir {

std::string Place::text() const {
  std::string text = parent_ != nullptr ? parent_->text() + "." : "";
  text.append(json::is_plain_name(name_) ? name_ : "?");
  if (index_ != no_index) text.append("[").append(std::to_string(index_)).append("]");
  return text;
}

}  // namespace bridge::fhir
