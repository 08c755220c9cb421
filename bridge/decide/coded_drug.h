// SPDX-License-Identifier: Apache-2.0
// Which drug of the library the codings of one product mean, and whether all of them mean it.
#pragma once

#include <string>
#include <vector>

#include "clinical/infusion_order.h"
#include "library/drug_library.h"

namespace bridge::decide {

// The coding that the reader chose counts first; what it does not tell the alternates may. A code
// that the library does not have says nothing: a hospital's own numbers stand beside RxNorm.
struct CodedDrug {
  const library::Drug* drug = nullptr;  // none: no code is known, or the alternates mean several
  const Coding* by = nullptr;           // the coding that told it
  bool several = false;                 // the chosen one tells nothing, the alternates two drugs
};

// One code of one system, whatever text stands beside it.
bool is_same_code(const Coding& a, const Coding& b);

CodedDrug coded_drug(const Coding& chosen, const std::vector<Coding>& alternates,
                     const library::DrugLibrary& library);
// RXE-2, RXO-1, RXG-4 or the medication, without what the components say.
CodedDrug coded_drug(const InfusionOrder& order, const library::DrugLibrary& library);
CodedDrug coded_drug(const Component& component, const library::DrugLibrary& library);

// "L is DOPamine, RXNORM is DOBUTamine": every code and every name that the library knows, when
// they are not all of one drug; empty when they are. Says nothing that is not in the library.
std::string codings_apart(const Coding& chosen, const std::vector<Coding>& alternates,
                          const library::DrugLibrary& library);

// True when an alternate, not the chosen coding, told the drug.
bool is_told_by_alternate(const CodedDrug& told, const Coding& chosen);
// "RXNORM", or what to say of a code that came without its system.
std::string system_text(const Coding& coding);

// A repeated order may say other codes for its drugs, as long as they mean the same ones: true when
// `again` means another drug than `known`, in the drug itself or in a component at the same place.
bool means_another_drug(const InfusionOrder& known, const InfusionOrder& again,
                        const library::DrugLibrary& library);

}  // namespace bridge::decide
