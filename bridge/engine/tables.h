// SPDX-License-Identifier: Apache-2.0
// Tables: mappings, drug library, pumps, partners and policy, loaded whole and swapped whole.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "decide/step.h"
#include "library/drug_library.h"
#include "library/pumps.h"
#include "library/trust.h"
#include "translate/code_book.h"
#include "translate/gateway_profile.h"
#include "translate/header.h"
#include "translate/pump_terms.h"

namespace bridge::engine {

struct Tables {
  translate::CodeBook codes;
  translate::PumpTerms pump_terms;
  // Set only with content and signatures found good (shell/load_library); none: everything that
  // needs limits is refused (P24).
  std::optional<library::DrugLibrary> library;
  std::vector<std::string> library_signed_by = {};
  std::string library_file = {};            // its name, for the audit
  std::string library_refusal = {};         // why there is none, for the findings
  Faults library_faults = {};               // and all of it, for whoever mends it
  library::TrustPolicy library_trust = {};  // whose signatures count
  library::PumpRegistry pumps;
  std::map<std::string, translate::GatewayProfile> gateways;  // by the name that pumps.csv uses
  std::map<std::string, translate::EhrProfile> ehrs;          // by destination
  std::map<std::string, std::string> lanes;  // destination by MSH-3, or MSH-3^MSH-4, of a sender
  translate::HeaderPolicy ehr_door;
  translate::HeaderPolicy gateway_door;
  decide::Policy policy;
  decide::Times times;
  std::string report_destination;
};

// Whoever works with tables holds the set that was current when its work began; a reload swaps the
// set for work that begins later. The one shared_ptr of the project: readers and reload have no
// other order.
class TablesHolder {
 public:
  explicit TablesHolder(std::shared_ptr<const Tables> tables) : tables_(std::move(tables)) {}
  std::shared_ptr<const Tables> current() const {
    const std::lock_guard lock(mutex_);
    return tables_;
  }
  void swap(std::shared_ptr<const Tables> tables) {
    const std::lock_guard lock(mutex_);
    tables_ = std::move(tables);
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace bridge::engine
