// SPDX-License-Identifier: Apache-2.0
// A pharmacy order as this layer sees one: text with every kind of separator. All persons invented.
#pragma once

#include <string>

namespace bridge::hl7 {

inline std::string sample_order() {
  return "MSH|^~\\&|EHR^1.2.840.99^ISO|GENERAL|BRIDGE|PUMPS|20260302101500+0100||RDE^O11^RDE_O11|"
         "MSG00001|P|2.6|||AL|NE||UNICODE UTF-8\r"
         "PID|1||900001^^^HOSP^MR~77-1^^^STATE^SS||Sample^Ivy^Q||19700101|F|||1 Test Way^^Town\r"
         "PV1|1|I|ICU^12^A^HOSP||||1234^Careful^Clara|||||||||||V900001\r"
         "ORC|NW|ORD1001^EHR|RX2002^PHARM||IP||||20260302101400+0100|55^Nurse^Nora||1234^Careful^"
         "Clara\r"
         "RXE|^^^20260302101500+0100|3616^Heparin 25000 units/250 mL^LOCAL^1658717^^RXNORM|25000||"
         "[iU]^^UCUM|IV|Titrate \\T\\ check aPTT\\.br\\see note||||||||||||||||15|mL/h^^UCUM|100^^"
         "^x&y|[iU]/mL^^UCUM\r"
         "RXR|IV^Intravenous^HL70162|LA^Left Arm^HL70163\r"
         "RXC|B|2002^Dextrose 5%^LOCAL|250|mL^^UCUM\r"
         "OBX|1|NM|29463-7^Body weight^LN||81.5|kg^^UCUM|||||F\r"
         "OBX|2|NM|68063^Rate^MDC||15|mL/h^^UCUM|||||F\r"
         "ZIB|\"\"||local^and^unknown|a&b\r";
}

}  // namespace bridge::hl7
