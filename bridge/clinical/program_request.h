// SPDX-License-Identifier: Apache-2.0
// What the bedside asks and what a gateway answers: association, request for a program, pump's
// answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/named.h"
#include "clinical/identity.h"
#include "clinical/infusion_order.h"
#include "clinical/infusion_program.h"

namespace bridge {

// Patient, order and pump channel are joined by a person's scan.
struct Association {
  EntityId pump;
  PatientId patient_id;
  EntityId placer_order_number;
  Person by;
  Instant at;

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("pump", self.pump);
    visit("patient_id", self.patient_id);
    visit("placer_order_number", self.placer_order_number);
    visit("by", self.by);
    visit("at", self.at);
  }
  friend bool operator==(const Association&, const Association&) = default;
};

// RGV^O15 from a barcode system, or the console: "program this pump with this order now".
// Quantities that the scan repeats are held against the order's, never used instead of them.
struct ProgramRequest {
  ProgramKind kind = ProgramKind::new_bag;
  Association association;
  Person witness;            // the second person of an independent double check; not who asks
  std::optional<Instant> product_expires;  // of the bag in the hand, as its barcode says
  InfusionOrder as_scanned;  // only the fields that the request carries are set

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("kind", self.kind);
    visit("association", self.association);
    visit("witness", self.witness);
    visit("product_expires", self.product_expires);
    visit("as_scanned", self.as_scanned);
  }
  friend bool operator==(const ProgramRequest&, const ProgramRequest&) = default;
};

// One ERR of a gateway: 9001-9044 of IHE PCD TF-2 B.3, or another code with its text.
struct PumpRefusal {
  std::string code;
  std::string text;

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("code", self.code);
    visit("text", self.text);
  }
  friend bool operator==(const PumpRefusal&, const PumpRefusal&) = default;
};

// RRG^O16: matched by MSA-2 and by order (B144).
struct PumpAnswer {
  std::string control_id;        // MSA-2
  bool accepted = false;         // MSA-1 = AA
  EntityId placer_order_number;  // empty when the gateway sends no ORC
  std::vector<PumpRefusal> refusals;

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("control_id", self.control_id);
    visit("accepted", self.accepted);
    visit("placer_order_number", self.placer_order_number);
    visit("refusals", self.refusals);
  }
  friend bool operator==(const PumpAnswer&, const PumpAnswer&) = default;
};

}  // namespace bridge
