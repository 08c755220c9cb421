// SPDX-License-Identifier: Apache-2.0
// Header: what MSH says about a message, and whether the message may come in at all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.h"
#include "base/instant.h"
#include "base/result.h"
#include "base/site_clock.h"
#include "hl7/message.h"
#include "translate/message_clock.h"

namespace bridge::translate {

// HD: an application or facility.
struct HierarchicName {
  std::string namespace_id;
  std::string universal_id;
  std::string universal_id_type;

  friend bool operator==(const HierarchicName&, const HierarchicName&) = default;
};

// HL7 table 0155; `unsaid` is an empty field.
enum class AckWish : std::uint8_t { unsaid, always, never, on_error, on_success };

struct Header {
  HierarchicName sending_application;
  HierarchicName sending_facility;
  HierarchicName receiving_application;
  HierarchicName receiving_facility;
  std::optional<Instant> time;  // MSH-7, when it can be placed in time
  MessageClock clock;           // for times that say no offset; points into the policy
  std::string type;             // "RDE"
  std::string event;            // "O11"
  std::string structure;        // "RDE_O11"; empty when not sent
  std::string control_id;
  std::string processing_id;                  // "P"
  std::string version;                        // "2.5.1"
  AckWish accept_ack = AckWish::unsaid;       // MSH-15
  AckWish application_ack = AckWish::unsaid;  // MSH-16
  std::string charset;                        // MSH-18 as sent
  std::vector<std::string> profiles;          // MSH-21, the EI-1 and EI-3 of each repetition

  // HL7 v2.9 2.9.3: either field valued.
  bool enhanced() const {
    return accept_ack != AckWish::unsaid || application_ack != AckWish::unsaid;
  }
};

// What this door takes.
struct HeaderPolicy {
  struct Accepted {
    std::string_view type;
    std::string_view event;
    std::string_view structure;  // what MSH-9.3 must be when it is sent; empty: any
  };
  std::vector<Accepted> messages;                         // B16-B18
  std::string_view processing_ids = "P";                  // one letter each (B19)
  std::optional<SiteClock> site_clock;                    // of senders that say no offset from UTC
  std::optional<std::int64_t> future_ms = 5 * 60 * 1000;  // B24
  std::string_view required_profile;                      // B28; empty: none
};

// The messages of the EHR's door.
HeaderPolicy ehr_policy();

// As much of MSH as can be read, whatever is wrong with it: for the address of a refusal. `policy`
// must outlive the header. `received` settles an MSH-7 that a clock change repeats.
Header peek_header(const hl7::Message& message, const HeaderPolicy& policy,
                   std::optional<Instant> received = std::nullopt);

// Rows B16-B22 and B24-B28 of the answer table. All faults are collected.
Result<Header, Faults> read_header(const hl7::Message& message, const HeaderPolicy& policy,
                                   Instant now);

}  // namespace bridge::translate
