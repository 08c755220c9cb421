// SPDX-License-Identifier: Apache-2.0
// The order of the benchmarks: about 900 bytes of RDE^O11, each with its own numbers.
#pragma once

#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>

namespace bridge::bench {

inline std::string utc_stamp(std::time_t at) {
  std::tm parts{};
  gmtime_r(&at, &parts);
  char text[32];
  const std::size_t size = std::strftime(text, sizeof text, "%Y%m%d%H%M%S+0000", &parts);
  return std::string(text, size);
}

// 5 ug/kg/min of dopamine for 70 kg from 400 mg in 250 mL: 5 * 70 * 60 / 1600 = 13.125 mL/h.
// Original mode, so that one answer says that the order was checked, accepted and kept.
class OrderText {
 public:
  explicit OrderText(std::time_t now) : now_(utc_stamp(now)) {}

  std::string control_id(std::uint64_t number) const { return "B" + std::to_string(number); }

  std::string of(std::uint64_t number) const {
    const std::string n = std::to_string(number);
    std::string text = "MSH|^~\\&|EHR|HOSP|BRIDGE|HOSP|" + now_ + "||RDE^O11^RDE_O11|";
    text += control_id(number) + "|P|2.5.1||||||UNICODE UTF-8\r";
    text += "PID|1||" + n + "^^^HOSP^MR||SAMPLE^IVY||19500101|F\r";
    text += "PV1|1|I|ICU^12^A^HOSP||||||||||||||||V" + n + "^^^HOSP^VN\r";
    text += "AL1|1|DA|7984^Penicillin V^RXNORM|SV\r";
    text += "ORC|NW|P" + n + "^EHR|F" + n + "^RX||||||" + now_ + "|||D01^SAMPLE^ANN";
    text += "|||||||||||||||||I^Inpatient^HL70482\r";
    text += "RXE||DOPA400D5W^Dopamine 400 mg in D5W 250 mL^L|250||mL^milliliter^UCUM";
    text += "||||||||||||||||||13.125|mL/h^^UCUM|400|mg^^UCUM|||||||250|mL^^UCUM||||||||||S\r";
    text += "TQ1|1||C||||" + now_ + "||R\r";
    text += "RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164\r";
    text += "RXC|B|D5W^Dextrose 5%^L|250|mL^^UCUM\r";
    text += "RXC|A|DOPA^Dopamine^L|400|mg^^UCUM\r";
    text += "OBX|1|NM|29463-7^Body weight^LN||70|kg^^UCUM|||||F|||" + now_.substr(0, 8) + "\r";
    return text;
  }

 private:
  std::string now_;
};

}  // namespace bridge::bench
