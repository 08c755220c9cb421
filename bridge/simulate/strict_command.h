// SPDX-License-Identifier: Apache-2.0
// What a strict PCD-03 gateway looks for before it says CA: segments, required fields, fixed
// values.
#pragma once

#include <string>
#include <vector>

#include "hl7/message.h"

namespace bridge::simulate {

// Places that are not as IHE PCD TF-2 3.3.4.4 and appendix B say for an RGV^O15 of a large volume,
// syringe or PCA pump, of one step or several: "MSH-21.3", "ORC-9", "OBX[1]-18". Empty: the message
// is taken. Stricter than the bridge's own reader on purpose, and apart from it.
std::vector<std::string> strict_findings(const hl7::Message& command);

}  // namespace bridge::simulate
