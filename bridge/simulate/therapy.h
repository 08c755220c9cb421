// SPDX-License-Identifier: Apache-2.0
// Therapy: one row of the demonstration: an order, its scan, and what the EHR's chart says of it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/result.h"
#include "clinical/identity.h"

namespace bridge::simulate {

struct Therapy {
  std::string name;                     // of the files: "03_chemotherapy"
  std::string order_text;               // with placeholders {now} and {id}
  std::vector<std::string> scan_texts;    // in order; more than one for a titration
  std::vector<std::string> change_texts;  // the order's changes, one before each further scan
  bool must_be_refused = false;
  std::string order;  // placer order number
  EntityId pump;      // of the first scan
};

// The files NN_name_order.hl7, NN_name_scan.hl7 (and _order_2, _scan_2 of a titration) and
// NN_name_refused.hl7 below the directory, in the order of their names.
Result<std::vector<Therapy>, Faults> read_therapies(const std::string& directory);

// Placeholders filled, segments ended with CR.
std::string filled(const std::string& text, Instant now, const std::string& control_id);

// What the EHR's ledger says of each order: its last answer and its records.
struct ChartLine {
  std::string answer;  // AA or AE of the order
  std::size_t records = 0;
  bool complete = false;
  std::string total;  // volume, mL
};
std::map<std::string, ChartLine> read_chart(const std::string& ledger_file);

}  // namespace bridge::simulate
