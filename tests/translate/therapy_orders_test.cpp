// SPDX-License-Identifier: Apache-2.0
// HL7 orders of PCA, steps, bolus and titration, read whole and read wrong.
#include <gtest/gtest.h>

#include "hl7/parse.h"
#include "translate/order_text.h"
#include "translate/pharmacy_order.h"
#include "translate/shipped_book.h"
#include "translate/therapy_samples.h"

namespace bridge::translate {
namespace {

OrderRead read(const std::string& lines) {
  const auto message = hl7::parse(wire_of(lines));
  EXPECT_TRUE(message.has_value());
  if (!message) return {};
  Header header;
  header.type = "RDE";
  header.event = "O11";
  auto orders = read_pharmacy_order(*message, header, shipped_book());
  EXPECT_EQ(orders.size(), 1U);
  return orders.empty() ? OrderRead{} : std::move(orders.front());
}

// The lines of the order from the one that begins with `from` on.
std::string lines_from(const InfusionOrder& order, std::string_view from, Show show) {
  const std::string text = OrderText(show).of(order);
  const std::size_t at = text.find("\n" + std::string(from));
  return at == std::string::npos ? "nothing of: " + text : text.substr(at + 1);
}

TEST(TherapyOrders, ReadsAPcaFromRxv) {
  const OrderRead order = read(therapy::pca);
  EXPECT_EQ(listed(order.faults), "");
  EXPECT_EQ(order.order.verified_by.id, "P0009");
  EXPECT_EQ(lines_from(order.order, "dose rate", Show::origins),
            "dose rate: 1 mg/h (RXE[1]-23 by rde.give_rate)\n"
            "loading dose: 2 mg (RXV[1]-3 by rde.bolus_amount)\n"
            "demand: 1 mg (RXV[1]-8 by rde.demand_dose)\n"
            "lockout: 10 min (RXV[1]-17.1 by rde.lockout)\n"
            "dose limit: 20 mg (RXV[1]-12 by rde.dose_limit)\n"
            "window: 4 h (RXV[1]-16.1 by rde.limit_window)\n"
            "route: intravenous IV^Intravenous^HL70162 (RXR[1]-1 by rde.route)\n"
            "device: PCA^PCA Pump^HL70164\n"
            "written: 2026-03-02T09:59:00-06:00\n");
}

TEST(TherapyOrders, ReadsTheSamePcaFromObservationsOfOlderSenders) {
  const OrderRead order = read(therapy::pca_by_obx);
  EXPECT_EQ(listed(order.faults), "");
  EXPECT_EQ(OrderText(Show::values).of(order.order),
            OrderText(Show::values).of(read(therapy::pca).order));
  EXPECT_EQ(order.order.pca->lockout->from().row, "rde.lockout.mdc");
}

TEST(TherapyOrders, ReadsTheOtherLimitsOfAPca) {
  const OrderRead order =
      read(replaced(therapy::pca_by_obx, "157985^MDC_DOSE_PCA_LIMIT^MDC|0.1.1.4|20|mg^^UCUM",
                    "157986^X^MDC||20|mL^^UCUM") +
           "OBX|6|NM|157988^MDC_RATE_PCA_MAX_DOSES_PER_HOUR^MDC||6|/h^^UCUM|||||F\n");
  EXPECT_EQ(listed(order.faults), "");
  EXPECT_EQ(lines_from(order.order, "volume limit", Show::values).substr(0, 52),
            "volume limit: 20 mL\nwindow: 4 h\ndoses per hour: 6\nro");
}

TEST(TherapyOrders, ReadsStepsWithTheirTimings) {
  const OrderRead order = read(therapy::steps);
  EXPECT_EQ(listed(order.faults), "");
  EXPECT_EQ(lines_from(order.order, "step", Show::origins),
            "step: continuous immediate\n"
            "  rate: 30 mL/h (OBX[3]-5 by rde.parameter_rate.mdc)\n"
            "  duration: 30 min (TQ1[1]-13.1 by rde.occurrence_duration)\n"
            "step: delay immediate\n"
            "  duration: 15 min (TQ1[2]-13.1 by rde.occurrence_duration)\n"
            "step: continuous pause_for_confirmation\n"
            "  rate: 60 mL/h (OBX[7]-5 by rde.parameter_rate.mdc)\n"
            "  volume: 85 mL (OBX[8]-5 by rde.parameter_volume.mdc)\n"
            "route: intravenous IV^Intravenous^HL70162 (RXR[1]-1 by rde.route)\n"
            "device: IVP^IV Pump^HL70164\n"
            "start: 2026-03-02T10:15:00-06:00\n"
            "written: 2026-03-02T09:59:00-06:00\n");
  EXPECT_FALSE(order.order.duration);
}

TEST(TherapyOrders, ReadsARampAndTaper) {
  const OrderRead order = read(therapy::taper);
  EXPECT_EQ(listed(order.faults), "");
  EXPECT_EQ(order.order.delivery_mode, DeliveryMode::ramp_taper);
  EXPECT_TRUE(order.order.steps.empty());
  EXPECT_EQ(order.order.volume->amount().ucum_text(), "950 mL");
  EXPECT_EQ(order.order.duration->amount().ucum_text(), "12 h");
  for (const char* said : {"477313", "^pump-program-delivery-mode-ramp-taper",
                           "pump-program-delivery-mode-ramp-taper"}) {
    const OrderRead again =
        read(replaced(therapy::taper, "477313^pump-program-delivery-mode-ramp-taper^MDC", said));
    EXPECT_EQ(again.order.delivery_mode, DeliveryMode::ramp_taper) << said;
    EXPECT_EQ(listed(again.faults), "") << said;
  }
}

TEST(TherapyOrders, AModeThatSaysWhatTheOrderSaysIsNoMore) {
  const OrderRead steady =
      read(replaced(therapy::taper, "477313^pump-program-delivery-mode-ramp-taper",
                    "477312^pump-program-delivery-mode-continuous"));
  EXPECT_EQ(listed(steady.faults), "");
  EXPECT_FALSE(steady.order.delivery_mode);
  const OrderRead stepped =
      read(replaced(therapy::steps, "RXR|", "OBX|9|CWE|158008^^MDC||477314^^MDC||||||F\nRXR|"));
  EXPECT_EQ(listed(stepped.faults), "");
  EXPECT_FALSE(stepped.order.delivery_mode);
}

TEST(TherapyOrders, ReadsALoadingStepAndTheNamesOfTheOlderFramework) {
  std::string text = replaced(therapy::steps, "0.1.1.2|continuous", "0.1.1.2|loading-dose");
  text = replaced(text, "157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.1.3|30|mL/h^^UCUM",
                  "158018^MDC_DOSE_LOADING^MDC|0.1.1.3|2|g^^UCUM");
  text = replaced(text, "158033^MDC_INFUS_TOTAL_NUM_STEPS", "0^MDCX_INFUS_TOTAL_NUM_STEPS");
  text = replaced(text, "158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.2.1",
                  "0^MDCX_INFUS_ORDER_STEP_TYPE^MDC|0.1.2.1");
  const OrderRead order = read(text);
  EXPECT_EQ(listed(order.faults), "");
  ASSERT_EQ(order.order.steps.size(), 3U);
  EXPECT_EQ(order.order.steps[0].type, StepType::loading_dose);
  EXPECT_EQ(order.order.steps[0].dose->amount().ucum_text(), "2 g");
  EXPECT_EQ(order.order.steps[1].type, StepType::delay);
  EXPECT_FALSE(order.order.loading_dose);
}

TEST(TherapyOrders, ReadsABolusOutOfARunningOrder) {
  const OrderRead order = read(therapy::bolus);
  EXPECT_EQ(listed(order.faults), "");
  EXPECT_EQ(order.order.control, OrderControl::child);
  EXPECT_EQ(order.order.parent_order_number.key(), "ORD778800^EHR");
  EXPECT_EQ(lines_from(order.order, "rate", Show::values).substr(0, 37),
            "rate: 120 mL/h\ndose: 4000 [iU]\nroute:");
}

TEST(TherapyOrders, ABolusMaySayItsValuesByNumber) {
  std::string text = replaced(therapy::bolus, "|4000||[iU]^^UCUM|", "||||");
  text = replaced(text, "120|mL/h^^UCUM|25000", "||25000");
  text +=
      "OBX|1|NM|158019^MDC_DOSE_CLINICIAN^MDC||4000|[iU]^^UCUM|||||F\n"
      "OBX|2|NM|157784^MDC_FLOW_FLUID_PUMP^MDC||120|mL/h^^UCUM|||||F\n"
      "OBX|3|ST|158038^MDC_INFUS_ORDER_TYPE^MDC||clinician-dose||||||F\n";
  const OrderRead order = read(text);
  EXPECT_EQ(listed(order.faults), "");
  ASSERT_TRUE(order.order.dose && order.order.rate);
  EXPECT_EQ(order.order.dose->amount().ucum_text(), "4000 [iU]");
  EXPECT_EQ(order.order.rate->amount().ucum_text(), "120 mL/h");
}

TEST(TherapyOrders, ReadsHowFarAnOrderMayBeTitrated) {
  const OrderRead order = read(therapy::titration);
  EXPECT_EQ(listed(order.faults), "");
  EXPECT_FALSE(order.order.needs_review);
  EXPECT_EQ(lines_from(order.order, "by at most", Show::origins),
            "by at most: 0.02 ug/kg/min (OBX[1]-5 by rde.titration_increment)\n"
            "every: 5 min (OBX[2]-5 by rde.titration_interval)\n"
            "from: 0.02 ug/kg/min (OBX[3]-5 by rde.titration_minimum)\n"
            "to: 0.5 ug/kg/min (OBX[4]-5 by rde.titration_maximum)\n"
            "objective: yes\n"
            "route: intravenous IV^Intravenous^HL70162 (RXR[1]-1 by rde.route)\n"
            "device: IVP^IV Pump^HL70164\n"
            "written: 2026-03-02T09:59:00-06:00\n");
}

TEST(TherapyOrders, TitrationInWordsStaysForAPerson) {
  const std::string text = therapy::titration.substr(0, therapy::titration.find("OBX|1|"));
  const OrderRead order = read(replaced(text, "|250||mL^^UCUM|||", "|250||mL^^UCUM||^titrate|"));
  EXPECT_TRUE(order.order.needs_review);
  EXPECT_FALSE(order.order.titration);
}

struct Change {
  const char* row;
  const std::string* order;
  const char* from;
  const char* to;
  const char* faults;
};

const Change changes[] = {
    {"lockout in mL", &therapy::pca, "10^min&minute&UCUM", "10^mL&&UCUM",
     "unit_wrong_kind at RXV[1]-17.1 E"},
    {"lockout without unit", &therapy::pca, "10^min&minute&UCUM", "10",
     "unit_missing at RXV[1]-17.2 E"},
    {"lockout of zero", &therapy::pca, "10^min&minute&UCUM", "0^min&minute&UCUM",
     "quantity_zero at RXV[1]-17.1 E"},
    {"demand without unit", &therapy::pca, "PC|1|mg^^UCUM", "PC|1|", "unit_missing at RXV[1]-9 E"},
    {"demand in mL", &therapy::pca, "PC|1|mg^^UCUM", "PC|1|mL^^UCUM",
     "unit_wrong_kind at RXV[1]-8 E"},
    {"demand as volume beside", &therapy::pca, "PC|1|mg^^UCUM||", "PC|1|mg^^UCUM|1|mL",
     "field_not_understood at RXV[1]-10 E; field_not_understood at RXV[1]-11 E"},
    {"loading dose as volume", &therapy::pca, "L|2|mg^^UCUM||", "L|2|mg^^UCUM|2|mL",
     "field_not_understood at RXV[1]-5 E; field_not_understood at RXV[1]-6 E"},
    {"no loading dose of type L", &therapy::pca, "L|2|mg^^UCUM", "L||",
     "field_missing at RXV[1]-3 E"},
    {"bolus of no type", &therapy::pca, "RXV|1|L|2", "RXV|1||2", "field_missing at RXV[1]-2 E"},
    {"bolus of an unknown type", &therapy::pca, "RXV|1|L|2", "RXV|1|X|2",
     "code_not_in_table at RXV[1]-2 E"},
    {"a supplemental bolus", &therapy::pca, "RXV|1|L|2", "RXV|1|C|2",
     "mode_not_supported at RXV[1]-3 E"},
    {"type C without a bolus says nothing", &therapy::pca, "RXV|1|L|2|mg^^UCUM", "RXV|1|C||", ""},
    {"PCA of no type", &therapy::pca, "|PC|", "||", "field_missing at RXV[1]-7 E"},
    {"PCA of an unknown type", &therapy::pca, "|PC|", "|Q|", "code_not_in_table at RXV[1]-7 E"},
    {"P and yet a basal rate", &therapy::pca, "|PC|", "|P|", "dosages_conflict at RXV[1]-7 E"},
    {"C and yet a dose on demand", &therapy::pca, "|PC|", "|C|", "dosages_conflict at RXV[1]-7 E"},
    {"PC without a basal rate", &therapy::pca, "|1|mg/h^^UCUM|", "|||",
     "rate_missing at RXV[1]-7 E"},
    {"a limit without its time", &therapy::pca, "4^h&hours&UCUM", "",
     "field_missing at RXV[1]-12 E"},
    {"a time without its limit", &therapy::pca, "|20|mg^^UCUM|", "|||",
     "field_missing at RXV[1]-16.1 E"},
    {"an RXV to be deleted", &therapy::pca, "&minute&UCUM\n", "&minute&UCUM|||||D\n",
     "code_not_in_table at RXV[1]-22 E"},
    {"two demand doses", &therapy::pca, "RXV|1|L",
     "OBX|1|NM|158017^^MDC||3|mg^^UCUM|||||F\nRXV|1|L", "quantities_disagree at OBX[1]-5 E"},
    {"a deleted demand dose", &therapy::pca, "RXV|1|L",
     "OBX|1|NM|158017^^MDC||3|mg^^UCUM|||||D\nRXV|1|L", ""},
    {"doses per minute", &therapy::pca, "RXV|1|L",
     "OBX|1|NM|157988^^MDC||3|/min^^UCUM|||||F\nRXV|1|L", "unit_unknown at OBX[1]-6 E"},
    {"half a dose per hour", &therapy::pca, "RXV|1|L",
     "OBX|1|NM|157988^^MDC||2.5|/h^^UCUM|||||F\nRXV|1|L", "number_malformed at OBX[1]-5 E"},
    {"another way to limit a PCA", &therapy::pca, "RXV|1|L",
     "OBX|1|NM|158030^^MDC||3||||||F\nRXV|1|L", "mode_not_supported at OBX[1]-3 E"},
    {"a clinician's dose inside of an order", &therapy::pca, "RXV|1|L",
     "OBX|1|NM|158019^^MDC||3|mg^^UCUM|||||F\nRXV|1|L", "mode_not_supported at OBX[1]-3 E"},
    {"a flow outside of steps and boluses", &therapy::pca, "RXV|1|L",
     "OBX|1|NM|157784^^MDC||3|mL/h^^UCUM|||||F\nRXV|1|L", "field_not_understood at OBX[1]-3 E"},

    {"timings not joined", &therapy::steps, "|S|30^min", "||30^min",
     "steps_malformed at TQ1[1]-12 E"},
    {"timings side by side", &therapy::steps, "|S|30^min", "|A|30^min",
     "mode_not_supported at TQ1[1]-12 E"},
    {"a timing joined with nothing", &therapy::steps, "TQ1|3\n", "TQ1|3|||||||||||S\n",
     "steps_malformed at TQ1[3]-12 E"},
    {"a conjunction of no table", &therapy::steps, "|S|30^min", "|X|30^min",
     "code_not_in_table at TQ1[1]-12 E"},
    {"timings misnumbered", &therapy::steps, "TQ1|2|", "TQ1|5|", "steps_malformed at TQ1[2]-1 E"},
    {"fewer timings than steps", &therapy::steps, "TQ1|2|||||||||||S|15^min&&UCUM\n", "",
     "steps_malformed at TQ1[2] E; steps_malformed at OBX[4]-4 E"},
    {"a step left out", &therapy::steps, "0.1.2.1|delay", "0.1.4.1|delay",
     "steps_malformed at OBX[5]-4 E"},
    {"a step outside of its place", &therapy::steps, "0.1.2.1|delay", "2|delay",
     "steps_malformed at OBX[4]-4 E; steps_malformed at OBX[5]-4 E"},
    {"a step without a type", &therapy::steps,
     "OBX|2|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.1.2|continuous||||||F\n", "",
     "steps_malformed at OBX[2]-4 E"},
    {"a type of no table", &therapy::steps, "0.1.1.2|continuous", "0.1.1.2|ramp",
     "code_not_in_table at OBX[2]-5 E"},
    {"a start of no table", &therapy::steps, "pause-for-confirmation", "whenever",
     "code_not_in_table at OBX[6]-5 E"},
    {"a loading dose that is not first", &therapy::steps, "0.1.3.1|continuous",
     "0.1.3.1|loading-dose", "steps_malformed at OBX[5]-4 E"},
    {"a delay that gives", &therapy::steps, "0.1.3.4|85", "0.1.2.4|85",
     "steps_malformed at OBX[4]-4 E"},
    {"a delay without its time", &therapy::steps, "|S|15^min&&UCUM", "|S",
     "steps_malformed at OBX[4]-4 E"},
    {"a step without a unit", &therapy::steps, "0.1.3.3|60|mL/h^^UCUM", "0.1.3.3|60|",
     "unit_missing at OBX[7]-6 E"},
    {"a step's rate in mL", &therapy::steps, "0.1.3.3|60|mL/h^^UCUM", "0.1.3.3|60|mL^^UCUM",
     "unit_wrong_kind at OBX[7]-5 E"},
    {"another number of steps", &therapy::steps, "0.1.1.1|3|", "0.1.1.1|4|",
     "steps_malformed at OBX[1]-5 E"},
    {"a rate of the whole", &therapy::steps, "||10|g^^UCUM", "50|mL/h^^UCUM|10|g^^UCUM",
     "dosages_conflict at RXE[1]-23 E"},
    {"a step that repeats", &therapy::steps, "|S|15^min&&UCUM", "|S|15^min&&UCUM|3",
     "field_not_understood at TQ1[2]-14 E"},

    {"a bolus of no order", &therapy::bolus, "ORD778800&EHR", "", "order_missing at ORC[1]-8 E"},
    {"a bolus that says it is continuous", &therapy::bolus, "RXR|",
     "OBX|1|ST|158038^^MDC||continuous||||||F\nRXR|", "dosages_conflict at OBX[1]-5 E"},
    {"a bolus of an unknown type", &therapy::bolus, "RXR|",
     "OBX|1|ST|158038^^MDC||push||||||F\nRXR|", "code_not_in_table at OBX[1]-5 E"},
    {"a bolus with a loading dose", &therapy::bolus, "RXR|",
     "OBX|1|NM|158018^^MDC||3|[iU]^^UCUM|||||F\nRXR|", "dosages_conflict at OBX[1]-3 E"},
    {"a new order with a parent", &therapy::bolus, "ORC|CH|", "ORC|NW|",
     "field_not_understood at ORC[1]-8 W"},

    {"no delivery mode", &therapy::taper, "477313^pump-program-delivery-mode-ramp-taper^MDC", "",
     "code_not_in_table at OBX[1]-5 E"},
    {"a delivery mode of no table", &therapy::taper,
     "477313^pump-program-delivery-mode-ramp-taper^MDC", "^ramp",
     "code_not_in_table at OBX[1]-5 E"},
    {"number and name of two delivery modes", &therapy::taper, "477313^", "477312^",
     "code_not_in_table at OBX[1]-5 E"},
    {"several doses", &therapy::taper, "477313^pump-program-delivery-mode-ramp-taper",
     "477315^pump-program-delivery-mode-multi-dosing", "mode_not_supported at OBX[1]-5 E"},
    {"steps that are none", &therapy::taper, "477313^pump-program-delivery-mode-ramp-taper",
     "477314^pump-program-delivery-mode-multi-step", "dosages_conflict at OBX[1]-5 E"},
    {"two delivery modes", &therapy::taper, "RXR|",
     "OBX|9|CWE|158008^^MDC||477312^^MDC||||||F\nRXR|", "dosages_conflict at OBX[2]-5 E"},
    {"steps that are continuous", &therapy::steps, "RXR|",
     "OBX|9|CWE|158008^^MDC||477312^^MDC||||||F\nRXR|", "dosages_conflict at OBX[1]-5 E"},

    {"an increment without a unit", &therapy::titration, "0.02|ug/kg/min^^UCUM", "0.02|",
     "unit_missing at OBX[1]-6 E"},
    {"an interval in mL", &therapy::titration, "5|min^^UCUM", "5|mL^^UCUM",
     "unit_wrong_kind at OBX[2]-5 E"},
    {"a maximum that is an amount", &therapy::titration, "0.5|ug/kg/min^^UCUM", "0.5|ug^^UCUM",
     "unit_wrong_kind at OBX[4]-5 E"},
};

TEST(TherapyOrders, NamesEveryFaultOfAWrongOrder) {
  for (const Change& change : changes) {
    SCOPED_TRACE(change.row);
    EXPECT_EQ(listed(read(replaced(*change.order, change.from, change.to)).faults), change.faults);
  }
}

}  // namespace
}  // namespace bridge::translate
