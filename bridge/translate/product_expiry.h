// SPDX-License-Identifier: Apache-2.0
// Until when a product may be used: the date on its label, as RXG-20 and Medication.batch say it.
#pragma once

#include <string_view>

#include "base/instant.h"
#include "base/result.h"
#include "translate/message_clock.h"

namespace bridge::translate {

// The first moment at which the product is expired. A label that names a month or a day is good to
// the end of it, by the given clock where it says no offset; an hour or finer is the moment itself,
// and the first of two.
// `text` is a DTM of HL7 or a dateTime of FHIR. Faults, without a place: timestamp_malformed, and
// timestamp_imprecise for a year alone.
Result<Instant> read_expiry(std::string_view text, const MessageClock& clock);

}  // namespace bridge::translate
