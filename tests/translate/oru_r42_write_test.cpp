// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <random>

#include "translate/event_text.h"
#include "translate/oru_r42.h"
#include "translate/pump_samples.h"
#include "translate/pump_tools.h"

namespace bridge::translate {
namespace {

GatewaySender sender(PumpForm form) {
  GatewaySender result;
  const Envelope envelope = shipped_gateway("ihe-tf9").envelope;
  result.envelope = envelope;
  std::swap(result.envelope.sender, result.envelope.receiver);
  result.form = form;
  return result;
}

PumpEvent read(const std::string& wire) {
  const auto result = read_oru_r42(hl7::parse(wire).value(), shipped_book(), shipped_terms(),
                                   MessageClock::fixed(0));
  EXPECT_EQ(listed(result.faults), "") << lines_of(wire);
  return result.event;
}

TEST(write_oru_r42, an_example_read_and_written_reads_the_same) {
  for (const std::string_view sample : {samples::lvp_start, samples::syringe_start,
                                        samples::transitioning, samples::communication_lost}) {
    const PumpEvent event =
        read_oru_r42(message_of(sample), shipped_book(), shipped_terms(), MessageClock::fixed(0))
            .event;
    for (const PumpForm form : {PumpForm::tf9, PumpForm::tf11}) {
      const std::string wire =
          write_oru_r42(event, sender(form), "C1", shipped_book(), shipped_terms());
      EXPECT_EQ(EventText().of(read(wire)), EventText().of(event));
    }
  }
}

TEST(write_oru_r42, writes_the_tree_of_the_framework) {
  const PumpEvent event = read_oru_r42(message_of(samples::transitioning), shipped_book(),
                                       shipped_terms(), MessageClock::fixed(0))
                              .event;
  const std::string text =
      lines_of(write_oru_r42(event, sender(PumpForm::tf9), "C1", shipped_book(), shipped_terms()));
  EXPECT_EQ(
      text,
      "MSH|^~\\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|"
      "20260302171500+0000||ORU^R42^ORU_R01|C1|P|2.6|||AL|NE||UNICODE UTF-8|en^English^ISO639||"
      "IHE_PCD_010^IHE PCD^1.3.6.1.4.1.19376.1.6.4.10^ISO\n"
      "PID|||MRN900123^^^GENHOSP^MR||^^^^^^U\n"
      "OBR|1|ORD778812^EHR|GW0011001^PUMPGW^ACDE48FFFE000002^EUI-64|1234^Dopamine^L|||"
      "20260302171500+0000\n"
      "OBX|1||70049^MDC_DEV_PUMP_INFUS_LVP_MDS^MDC|1.0.0.0|||||||X|||||||"
      "P-100234^^ACDE48FFFE000002^EUI-64\n"
      "OBX|2|CWE|68487^MDC_ATTR_EVT_COND^MDC|1.0.0.1|197290^MDC_EVT_PUMP_DELIV_STOP^MDC||||||R\n"
      "OBX|3|ST|68488^MDC_ATTR_EVT_SOURCE^MDC|1.0.0.2|1.1.2.0||||||R\n"
      "OBX|4||70050^MDC_DEV_PUMP_INFUS_LVP_VMD^MDC|1.1.0.0|||||||X\n"
      "OBX|5||70067^MDC_DEV_PUMP_DELIVERY_INFO^MDC|1.1.1.0|||||||X\n"
      "OBX|6|CWE|184519^MDC_PUMP_INFUSING_STATUS^MDC|1.1.1.1|^pump-status-infusing||||||R\n"
      "OBX|7|NM|158014^MDC_FLOW_FLUID_PUMP_CURRENT^MDC|1.1.1.2|31.9|"
      "265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|||||R\n"
      "OBX|8|CWE|158016^MDC_PUMP_ACTIVE_SOURCES^MDC|1.1.1.3|^pump-source-info-primary||||||R\n"
      "OBX|9||70071^MDC_DEV_PUMP_INFUSATE_SOURCE_PRIMARY_CHAN^MDC|1.1.2.0|||||||X\n"
      "OBX|10|CWE|158005^MDC_PUMP_CURRENT_DELIVERY_STATUS^MDC|1.1.2.1|"
      "^pump-delivery-status-transitioning||||||R\n"
      "OBX|11|CWE|158008^MDC_PUMP_PROGRAM_DELIVERY_MODE^MDC|1.1.2.3|"
      "^pump-program-delivery-mode-continuous||||||R\n"
      "OBX|12|ST|158012^MDC_PUMP_SOURCE_CHANNEL_LABEL^MDC|1.1.2.4|primary||||||R\n"
      "OBX|13|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|1.1.2.5|31.9|"
      "265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|||||R\n"
      "OBX|14|NM|157924^MDC_RATE_DOSE^MDC|1.1.2.6|10|"
      "265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|||||R\n"
      "OBX|15|NM|157884^MDC_VOL_FLUID_TBI^MDC|1.1.2.7|250|"
      "263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R\n"
      "OBX|16|NM|157992^MDC_VOL_FLUID_DELIV_SEGMENT^MDC|1.1.2.8|31.9|"
      "263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R\n"
      "OBX|17|NM|157993^MDC_VOL_FLUID_DELIV_TOTAL^MDC|1.1.2.9|31.9|"
      "263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R\n"
      "OBX|18|NM|157872^MDC_VOL_FLUID_TBI_REMAIN^MDC|1.1.2.10|218.1|"
      "263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R\n"
      "OBX|19|ST|184514^MDC_DRUG_NAME_LABEL^MDC|1.1.2.11|Dopamine||||||R\n");
}

// Events of the whole range of values; each is named by its seed.
class AnyEvent {
 public:
  explicit AnyEvent(unsigned seed) : random_(seed) {}

  PumpEvent make() {
    PumpEvent event;
    event.kind = static_cast<PumpEventKind>(below(names_of(PumpEventKind{}).size()));
    event.code = shipped_terms().event_number(event.kind);
    event.event_id = {"E" + std::to_string(below(1000)), "GW|^~\\&", {}, {}};
    event.pump = {"P" + std::to_string(below(50)), {}, "ACDE48FFFE000002", "EUI-64"};
    if (maybe()) event.patient_id = {"MRN" + std::to_string(below(1000)), "GENHOSP", "MR"};
    if (maybe()) event.placer_order_number = {"O" + std::to_string(below(1000)), "EHR", {}, {}};
    if (maybe()) event.drug = {"1234", "Dopamin\xC3\xA9 & co", "L"};
    const auto ms = static_cast<std::int64_t>(below(1000)) * 3'600'007;
    event.happened_at = Instant::from_unix_ms(1'700'000'000'000 + ms, 60);
    event.sent_at = event.happened_at.plus_ms(static_cast<std::int64_t>(below(9)) * 1000);
    if (event.kind == PumpEventKind::communication_change) {
      event.source = PumpSource::unknown;
      event.online = maybe();
      return event;
    }
    event.source = static_cast<PumpSource>(below(names_of(PumpSource{}).size() - 1));
    event.status = static_cast<DeliveryStatus>(below(names_of(DeliveryStatus{}).size()));
    if (maybe()) event.not_delivering_reason = "pump-stopped-by-clinician";
    if (maybe()) event.rate = quantity<FlowRate>(number(), maybe() ? "mL/h" : "uL/min");
    if (maybe()) event.dose_rate = quantity<DoseRate>(number(), maybe() ? "ug/kg/min" : "[iU]/h");
    if (maybe()) event.volume_segment = quantity<Volume>(number(), "mL");
    if (maybe()) event.volume_total = quantity<Volume>(number(), maybe() ? "mL" : "L");
    if (maybe()) event.vtbi = quantity<Volume>(number(), "L");
    if (maybe()) event.vtbi_remaining = quantity<Volume>(number(), "uL");
    if (maybe()) event.weight = quantity<BodyWeight>(number(), maybe() ? "kg" : "g");
    return event;
  }

 private:
  std::size_t below(std::size_t end) { return random_() % end; }
  bool maybe() { return below(3) != 0; }
  // Between 1 and 999, so that no remaining microlitres exceed the litres to be infused.
  std::string number() {
    std::string text = std::to_string(1 + below(999));
    if (maybe()) text += "." + std::to_string(below(10000));
    return text;
  }

  std::mt19937 random_;
};

TEST(write_oru_r42, any_event_written_and_read_again_is_equal) {
  for (unsigned seed = 1; seed <= 3000; ++seed) {
    const PumpEvent event = AnyEvent(seed).make();
    const PumpForm form = seed % 2 == 0 ? PumpForm::tf9 : PumpForm::tf11;
    GatewaySender from = sender(form);
    from.pump_id_form = PumpIdForm::current;
    const std::string wire = write_oru_r42(event, from, "C1", shipped_book(), shipped_terms());
    ASSERT_EQ(EventText().of(read(wire)), EventText().of(event)) << "seed " << seed;
  }
}

TEST(write_oru_r42, what_the_pump_is_besides_the_event_is_read_again) {
  PumpEvent event = read_oru_r42(message_of(samples::transitioning), shipped_book(),
                                 shipped_terms(), MessageClock::fixed(0))
                        .event;
  event.library_version = "DL 7";
  event.care_area = "adult-icu";
  event.not_loaded = true;
  event.parent_order_number = {"ORD1", "EHR", "", ""};
  PumpEvent unset = event;
  unset.care_area.clear();
  unset.no_care_area = true;
  PumpEvent bare = unset;
  bare.source = PumpSource::unknown;
  for (const PumpForm form : {PumpForm::tf9, PumpForm::tf11}) {
    for (const PumpEvent& one : {event, unset}) {
      const PumpEvent again =
          read(write_oru_r42(one, sender(form), "C1", shipped_book(), shipped_terms()));
      EXPECT_EQ(EventText().of(again), EventText().of(one));
    }
    const std::string wire =
        write_oru_r42(bare, sender(form), "C1", shipped_book(), shipped_terms());
    EXPECT_TRUE(read(wire).no_care_area) << "an event without a channel tells it too";
  }
}

}  // namespace
}  // namespace bridge::translate
