// SPDX-License-Identifier: Apache-2.0
// How fast HL7 v2 is read and answered, beside memcpy and memchr over the same bytes.
#include <benchmark/benchmark.h>

#include <cstring>
#include <string>

#include "hl7/charset.h"
#include "hl7/mllp.h"
#include "hl7/parse.h"
#include "hl7/path.h"
#include "hl7/write.h"

namespace bridge::hl7 {
namespace {

using namespace literals;

// About 900 bytes of RDE^O11. All persons invented.
const std::string& order() {
  static const std::string text =
      "MSH|^~\\&|EHR^1.2.840.99^ISO|GENERAL|BRIDGE|PUMPS|20260302101500+0100||RDE^O11^RDE_O11|"
      "MSG00001|P|2.6|||AL|NE||UNICODE UTF-8\r"
      "PID|1||900001^^^HOSP^MR~77-1^^^STATE^SS||Sample^Ivy^Q||19700101|F|||1 Test Way^^Town\r"
      "PV1|1|I|ICU^12^A^HOSP||||1234^Careful^Clara|||||||||||V900001\r"
      "ORC|NW|ORD1001^EHR|RX2002^PHARM||IP||||20260302101400+0100|55^Nurse^Nora||1234^Careful\r"
      "RXE|^^^20260302101500+0100|3616^Heparin 25000 units/250 mL^LOCAL^1658717^^RXNORM|25000||"
      "[iU]^^UCUM|IV|Titrate \\T\\ check aPTT||||||||||||||||15|mL/h^^UCUM|100|[iU]/mL^^UCUM\r"
      "TQ1|1||^^^^^^||||20260302101500+0100||R^Routine^HL70485\r"
      "RXR|IV^Intravenous^HL70162|LA^Left Arm^HL70163\r"
      "RXC|B|2002^Dextrose 5%^LOCAL|250|mL^^UCUM\r"
      "OBX|1|NM|29463-7^Body weight^LN||81.5|kg^^UCUM|||||F\r"
      "NTE|1|P|Second nurse checks rate and bag before the start; see the protocol of the unit\r"
      "NTE|2|P|Do not stop for transport\r"
      "OBX|2|NM|8302-2^Body height^LN||178|cm^^UCUM|||||F\r";
  return text;
}

void set_rates(benchmark::State& state) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(order().size()));
  state.SetItemsProcessed(state.iterations());
}

void yardstick_memcpy(benchmark::State& state) {
  std::string copy(order().size(), ' ');
  for (auto _ : state) {
    std::memcpy(copy.data(), order().data(), copy.size());
    benchmark::DoNotOptimize(copy.data());
    benchmark::ClobberMemory();
  }
  set_rates(state);
}
BENCHMARK(yardstick_memcpy);

// The least that any reader by memchr must do: stop at each field separator and each segment end.
void yardstick_memchr(benchmark::State& state) {
  for (auto _ : state) {
    std::size_t found = 0;
    for (const char separator : {'|', '\r'}) {
      const char* at = order().data();
      const char* const end = at + order().size();
      while (const void* hit = std::memchr(at, separator, static_cast<std::size_t>(end - at))) {
        at = static_cast<const char*>(hit) + 1;
        ++found;
      }
    }
    benchmark::DoNotOptimize(found);
  }
  set_rates(state);
}
BENCHMARK(yardstick_memchr);

void parse_anew(benchmark::State& state) {
  for (auto _ : state) {
    auto message = parse(order());
    benchmark::DoNotOptimize(message);
  }
  set_rates(state);
}
BENCHMARK(parse_anew);

void parse_with_kept_memory(benchmark::State& state) {
  Message message;
  for (auto _ : state) {
    auto parsed = parse_into(message, order());
    benchmark::DoNotOptimize(parsed);
  }
  set_rates(state);
}
BENCHMARK(parse_with_kept_memory);

// One frame in, parsed, its character set checked, four fields read by path, an ACK framed.
void frame_to_framed_answer(benchmark::State& state) {
  std::string stream;
  frame(stream, order());
  FrameReader reader;
  Message message;
  MessageWriter answer;
  std::string out;
  for (auto _ : state) {
    std::string_view chunk = stream;
    const auto event = reader.next(chunk);
    if (!parse_into(message, event->message) || !check_charset(message)) {
      state.SkipWithError("refused");
      break;
    }
    const Segment msh = message.segment(0);
    const std::string_view rate = find(message, "RXE-23.1"_path).raw();
    const std::string_view unit = find(message, "RXE-24.1"_path).raw();
    const std::string_view patient = find(message, "PID-3.1"_path).raw();
    const std::string_view id = find(message, "ORC-2.1"_path).raw();
    benchmark::DoNotOptimize(rate.size() + unit.size() + patient.size() + id.size());
    answer.clear();
    answer.segment("MSH").set(3, "BRIDGE").set(4, "PUMPS");
    answer.set(5, msh.field(3).component(1).raw()).set(6, msh.field(4).raw());
    answer.set(7, "20260302101501+0100").set(9, {"ACK", "O11", "ACK"}).set(10, "A000000001");
    answer.set(11, msh.field(11).raw()).set(12, msh.field(12).raw());
    answer.segment("MSA").set(1, "CA").set(2, msh.field(10).raw());
    out.clear();
    frame(out, answer.text());
    benchmark::DoNotOptimize(out.data());
  }
  set_rates(state);
}
BENCHMARK(frame_to_framed_answer);

}  // namespace
}  // namespace bridge::hl7
