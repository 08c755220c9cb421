// SPDX-License-Identifier: Apache-2.0
// Orders that several tests start from.
#pragma once

#include <string_view>

namespace bridge::translate {

// 5 ug/kg/min of dopamine for 70 kg from 400 mg in 250 mL: 5 * 70 * 60 / 1600 = 13.125 mL/h.
inline constexpr std::string_view dopamine_by_rate =
    "MSH|^~\\&|EHR|HOSP|BRIDGE|HOSP|20240601083000-0400||RDE^O11^RDE_O11|MSG0001|P|2.5.1|||AL|AL||"
    "UNICODE UTF-8\n"
    "PID|1||100123^^^HOSP^MR||DOE^JANE||19500101|F\n"
    "PV1|1|I|ICU^12^A^HOSP||||||||||||||||V900^^^HOSP^VN\n"
    "AL1|1|DA|7984^Penicillin V^RXNORM|SV\n"
    "ORC|NW|P5001^EHR|F7001^RX||||||20240601082900-0400|||D01^SMITH^ANN|||||||||||||||||I^"
    "Inpatient^"
    "HL70482\n"
    "RXE||DOPA400D5W^Dopamine 400 mg in D5W 250 "
    "mL^L|250||mL^milliliter^UCUM||||||||||||||||||13.125|"
    "mL/h^^UCUM|400|mg^^UCUM|||||||250|mL^^UCUM||||||||||S\n"
    "TQ1|1||C||||202406010900-0400||R\n"
    "RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164\n"
    "RXC|B|D5W^Dextrose 5%^L|250|mL^^UCUM\n"
    "RXC|A|DOPA^Dopamine^L|400|mg^^UCUM\n"
    "OBX|1|NM|29463-7^Body weight^LN||70|kg^^UCUM|||||F|||20240601\n";

// 10 ug/kg/min for 85 kg from 400 mg in 250 mL: 10 * 85 * 60 / 1600 = 31.875 mL/h.
inline constexpr std::string_view dopamine_by_dose_rate =
    "MSH|^~\\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR44551|P|2.5.1|||"
    "AL|NE|"
    "|UNICODE UTF-8|en^English^ISO639\n"
    "PID|||MRN900123^^^GENHOSP^MR||Doe^Jane^Q^^^^L||19660101|F\n"
    "PV1||I|ICU^12^A||||||||||||||||V556677\n"
    "ORC|NW|ORD778812^EHR|RX55001^PHARM||||||20260302095900-0600|||D0007^Ray^Sam\n"
    "RXE||1234^Dopamine 400 mg in D5W 250 "
    "mL^L|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL\n"
    "TQ1|1||C||||20260302101500-0600||S\n"
    "RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164\n"
    "RXC|A|1234^Dopamine^L|400|mg\n"
    "RXC|B|D5W^Dextrose 5% in water^L|250|mL\n"
    "OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F\n";

}  // namespace bridge::translate
