// SPDX-License-Identifier: Apache-2.0
#include "engine/read_message.h"

#include "base/assert.h"
#include "translate/oru_r42.h"
#include "translate/pharmacy_order.h"
#include "translate/rgv_o15.h"
#include "translate/rrg_o16.h"

namespace bridge::engine {
namespace {

ReceivedKind kind_of_order(const translate::Header& header) {
  if (header.type == "OMP") return ReceivedKind::omp_o09;
  if (header.type == "ORM") return ReceivedKind::orm_o01;
  return header.event == "O25" ? ReceivedKind::rde_o25 : ReceivedKind::rde_o11;
}

}  // namespace

MessageRead read_message(const hl7::Message& message, const translate::Header& header,
                         const Tables& tables) {
  MessageRead read;
  if (translate::is_pharmacy_order(header)) {
    read.kind = kind_of_order(header);
    for (translate::OrderRead& order :
         translate::read_pharmacy_order(message, header, tables.codes)) {
      auto& input = std::get<decide::OrderInput>(
          read.inputs.emplace_back(std::in_place_type<decide::OrderInput>));
      input.order = std::move(order.order);
      input.faults = std::move(order.faults);
    }
  } else if (header.type == "RGV") {
    read.kind = ReceivedKind::rgv_o15;
    translate::RequestRead request = translate::read_rgv_o15(message, tables.codes, header.clock);
    read.inputs.push_back(
        decide::RequestInput{std::move(request.request), std::move(request.faults), {}, true});
  } else if (header.type == "RRG") {
    read.kind = ReceivedKind::rrg_o16;
    translate::AnswerRead answer = translate::read_rrg_o16(message);
    read.inputs.push_back(
        decide::PumpAnswerInput{std::move(answer.answer), std::move(answer.faults)});
  } else {
    BRIDGE_ASSERT(header.type == "ORU" && header.event == "R42");
    read.kind = ReceivedKind::oru_r42;
    translate::EventRead event =
        translate::read_oru_r42(message, tables.codes, tables.pump_terms, header.clock);
    read.inputs.push_back(decide::PumpEventInput{std::move(event.event), std::move(event.faults)});
  }
  return read;
}

}  // namespace bridge::engine
