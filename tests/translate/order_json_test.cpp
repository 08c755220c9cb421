// SPDX-License-Identifier: Apache-2.0
// The JSON of `explain`: orders, findings, commands.
#include "translate/order_json.h"

#include <gtest/gtest.h>

#include "hl7/parse.h"
#include "json/write.h"
#include "translate/pharmacy_order.h"
#include "translate/pharmacy_order_samples.h"
#include "translate/shipped_book.h"

namespace bridge::translate {
namespace {

InfusionOrder dopamine() {
  const auto message = hl7::parse(wire_of(dopamine_by_dose_rate));
  const Header header = peek_header(*message, ehr_policy());
  return read_pharmacy_order(*message, header, shipped_book()).front().order;
}

TEST(OrderJson, GivesEachValueWithItsUnitItsTextAndItsOrigin) {
  EXPECT_EQ(
      json::write(order_json(dopamine())),
      R"({"placer_order_number":"ORD778812^EHR","filler_order_number":"RX55001^PHARM",)"
      R"("control":"new_order","patient":{"id":"MRN900123^GENHOSP","type":"MR","class":"I",)"
      R"("visit":"V556677","point_of_care":"ICU","room":"12","bed":"A"},)"
      R"("drug":{"code":"1234","text":"Dopamine 400 mg in D5W 250 mL","system":"L"},)"
      R"("strength":{"value":"400","unit":"mg","text":"400","from":"RXE[1]-25 rde.strength"},)"
      R"("strength_volume":{"value":"250","unit":"mL","text":"250",)"
      R"("from":"RXE[1]-33 rde.strength_volume"},)"
      R"("components":[{"role":"base","code":{"code":"D5W","text":"Dextrose 5% in water",)"
      R"("system":"L"},)"
      R"("volume":{"value":"250","unit":"mL","text":"250",)"
      R"("from":"RXC[2]-3 rde.component_amount"}},)"
      R"({"role":"additive","code":{"code":"1234","text":"Dopamine","system":"L"},)"
      R"("amount":{"value":"400","unit":"mg","text":"400",)"
      R"("from":"RXC[1]-3 rde.component_amount"}}],)"
      R"("dose_rate":{"value":"10","unit":"ug/kg/min","text":"10",)"
      R"("from":"RXE[1]-23 rde.give_rate"},)"
      R"("volume":{"value":"250","unit":"mL","text":"250","from":"RXE[1]-3 rde.give_amount"},)"
      R"("weight":{"value":"85","unit":"kg","text":"85.0","from":"OBX[1]-5 rde.weight"},)"
      R"("route":{"code":"IV","text":"Intravenous","system":"HL70162","value":"intravenous",)"
      R"("from":"RXR[1]-1 rde.route"},)"
      R"("device":{"code":"IVP","text":"IV Pump","system":"HL70164"},)"
      R"("start":"2026-03-02T10:15:00-06:00","written_at":"2026-03-02T09:59:00-06:00",)"
      R"("needs_review":false,"do_not_perform":false})");
}

TEST(OrderJson, NamesNoPerson) {
  const InfusionOrder order = dopamine();
  ASSERT_EQ(order.patient.name.reveal_for_wire(), "Doe^Jane^Q^^^^L");
  const std::string text = json::write(order_json(order));
  for (const char* name : {"Doe", "Jane", "Ray", "19660101"}) {
    EXPECT_EQ(text.find(name), std::string::npos) << name;
  }
}

TEST(FindingsJson, GivesThePumpCodeWhereThereIsOne) {
  const Faults faults = {{FaultCode::hard_limit_above, "RXE[1]-23", "31.9 mL/h above 30 mL/h"},
                         {FaultCode::field_missing, "RXC[1]-1", "", Severity::warning}};
  EXPECT_EQ(json::write(findings_json(faults)),
            R"([{"code":"9005","severity":"E","place":"RXE[1]-23",)"
            R"("text":"above the hard limit of the drug library: 31.9 mL/h above 30 mL/h",)"
            R"("cause":"hard_limit_above","owner":"prescriber",)"
            R"("fix":"correct the order; a hard limit is never overridden"},)"
            R"({"code":"101","severity":"W","place":"RXC[1]-1",)"
            R"("text":"a required field is empty",)"
            R"("cause":"field_missing","owner":"sender","fix":"fill the field"}])");
  EXPECT_EQ(json::write(findings_json({})), "[]");
}

TEST(CommandJson, GivesQuantitiesInUcumAndShortestText) {
  const InfusionOrder order = dopamine();
  InfusionProgram program;
  program.drug = order.drug;
  program.dose_rate = order.dose_rate;
  program.vtbi = order.volume;
  program.strength = order.strength;
  program.strength_volume = order.strength_volume;
  program.weight = order.weight;
  program.patient = order.patient;
  program.pump = {"P-100234", "", "ACDE48FFFE000002", "EUI-64"};
  EXPECT_EQ(json::write(command_json(program)),
            R"({"medication":{"code":"1234","text":"Dopamine 400 mg in D5W 250 mL","system":"L"},)"
            R"("dose_rate":{"value":"10","unit":"ug/kg/min"},"volume":{"value":"250","unit":"mL"},)"
            R"("concentration":{"value":"1.6","unit":"mg/mL"},)"
            R"("weight":{"value":"85","unit":"kg"},"route":"intravenous","mode":"continuous",)"
            R"("pump":"P-100234"})");
}

}  // namespace
}  // namespace bridge::translate
