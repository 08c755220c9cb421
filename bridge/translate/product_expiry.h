// SPDX-License-Identifier: Apache-2.0
// Until when a product may be used: the date on its label, as RXG-20 and Medication.batch say it.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/instant.h"
#include "base/result.h"

namespace bridge::translate {

// The first moment at which the product is expired. A label that names a month or a day is good to
// the end of it, in the given offset where it says none; an hour or finer is the moment itself.
// `text` is a DTM of HL7 or a dateTime of FHIR. Faults, without a place: timestamp_malformed, and
// timestamp_imprecise for a year alone.
Result<Instant> read_expiry(std::string_view text, std::int16_t default_offset_minutes);

}  // namespace bridge::translate
