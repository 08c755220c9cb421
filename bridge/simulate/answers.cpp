// SPDX-License-Identifier: Apache-2.0
#include "simulate/answers.h"

#include "hl7/parse.h"
#include "hl7/write.h"

namespace bridge::simulate {

std::string text_of(const hl7::Node& node) {
  if (!node.valued()) return {};
  auto text = node.text();
  return text ? *std::move(text) : std::string();
}

std::string as_on_the_wire(std::string text) {
  std::string wire;
  wire.reserve(text.size());
  for (const char byte : text) {
    if (byte == '\n' && !wire.empty() && wire.back() == '\r') continue;
    wire.push_back(byte == '\n' ? '\r' : byte);
  }
  return wire;
}

Acknowledgement read_acknowledgement(std::string_view answer) {
  const auto message = hl7::parse(std::string(answer));
  if (!message) return {};
  const hl7::Segment msa = message->find("MSA");
  return {text_of(msa.field(1).component(1)), text_of(msa.field(2).component(1)),
          text_of(message->find("MSH").field(9).component(1))};
}

std::string control_id_of(std::string_view message) {
  const hl7::Message header = hl7::read_header_leniently(message);
  return text_of(header.find("MSH").field(10).component(1));
}

bool answers(std::string_view message, std::string_view answer) {
  const std::string asked = control_id_of(message);
  return !asked.empty() && read_acknowledgement(answer).control_id == asked;
}

std::string write_acknowledgement(const hl7::Message& message, std::string_view code,
                                  std::string_view own_control_id, Instant now) {
  const hl7::Segment msh = message.find("MSH");
  hl7::MessageWriter out;
  out.segment("MSH");
  const auto swap = [&](std::size_t to, std::size_t from) {
    // What cannot be read there cannot be said back; the answer is found by MSA-2.
    (void)out.copy(to, msh.field(from)).has_value();
  };
  swap(3, 5);
  swap(4, 6);
  swap(5, 3);
  swap(6, 4);
  const std::string event = text_of(msh.field(9).component(2));
  const std::string processing = text_of(msh.field(11).component(1));
  const std::string version = text_of(msh.field(12).component(1));
  out.set(7, now.hl7()).set(9, {"ACK", event, "ACK"}).set(10, own_control_id);
  out.set(11, processing.empty() ? "P" : processing).set(12, version.empty() ? "2.6" : version);
  out.set(15, "NE").set(16, "NE").set(18, "UNICODE UTF-8");
  const std::string asked = text_of(msh.field(10).component(1));
  out.segment("MSA").set(1, code).set(2, asked);
  return out.take();
}

}  // namespace bridge::simulate
