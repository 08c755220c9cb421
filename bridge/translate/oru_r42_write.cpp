// SPDX-License-Identifier: Apache-2.0
// Writing PCD-10 as a gateway does, for the demonstration: MDS, VMD, delivery information, source.
#include "base/assert.h"
#include "translate/oru_r42.h"
#include "translate/pump_fields.h"

namespace bridge::translate {
namespace {

class EventWriter {
 public:
  EventWriter(const PumpEvent& event, const GatewaySender& sender, const CodeBook& book,
              const PumpTerms& terms)
      : event_(event), sender_(sender), book_(book), terms_(terms) {}

  std::string write(std::string_view control_id) {
    write_msh(out_, sender_.envelope,
              {"ORU", "R42", "ORU_R01", "AL", "NE", "IHE_PCD_010", "1.3.6.1.4.1.19376.1.6.4.10"},
              control_id, event_.sent_at);
    Patient patient;
    patient.patient_id = event_.patient_id;
    write_patient(out_, patient);
    write_obr();
    device({"70049", "MDC_DEV_PUMP_INFUS_LVP_MDS"}, "1.0.0.0");
    write_pump_id(out_, 18, event_.pump, sender_.pump_id_form);
    if (!is_tf11()) write_event("1.0.0.");
    words(PumpMetric::library_version, "1.0.0.3", event_.library_version);
    if (event_.kind == PumpEventKind::communication_change) {
      coded(PumpMetric::communication, "1.0.0.9", terms_.communication_token(event_.online));
    }
    device({"70050", "MDC_DEV_PUMP_INFUS_LVP_VMD"}, "1.1.0.0");
    if (is_tf11()) write_event("1.1.0.");
    if (event_.not_loaded) write_not_loaded();
    if (event_.source != PumpSource::unknown) {
      write_channels();
    } else {
      write_care_area("1.1.0.4");
    }
    return out_.take();
  }

 private:
  bool is_tf11() const { return sender_.form == PumpForm::tf11; }

  bool infuses() const {
    return event_.status == DeliveryStatus::delivering || event_.status == DeliveryStatus::kvo ||
           event_.status == DeliveryStatus::transitioning;
  }

  bool is_dose() const {
    return event_.source == PumpSource::pca || event_.source == PumpSource::loading ||
           event_.source == PumpSource::clinician || event_.source == PumpSource::intermittent;
  }

  void write_obr() {
    out_.segment("OBR").set(1, "1");
    write_entity(out_, 2, event_.placer_order_number);
    write_entity(out_, 3, event_.event_id);
    if (event_.drug.code.empty()) {
      out_.set(4, {"999999", "Medication Unknown"});
    } else {
      write_coding(out_, 4, event_.drug, book_);
    }
    out_.set(7, event_.happened_at.hl7());
    if (const EntityId& parent = event_.parent_order_number; !parent.empty()) {
      out_.set(29, 1, 1, parent.id).set(29, 1, 2, parent.namespace_id);
      out_.set(29, 1, 3, parent.universal_id).set(29, 1, 4, parent.universal_id_type);
    }
  }

  void write_not_loaded() {
    const PumpTerm& why = terms_.not_loaded();
    begin(PumpMetric::alarm_condition, "CWE", "1.1.0.3");
    out_.set(5, {why.number, why.refid, "MDC"}).set(11, "R");
  }

  // None chosen is said with the delete indicator.
  void write_care_area(const std::string& containment) {
    if (!event_.no_care_area) return words(PumpMetric::care_area, containment, event_.care_area);
    begin(PumpMetric::care_area, "ST", containment);
    out_.set_null(5).set(11, "R");
  }

  void device(const PumpTerm& term, std::string_view containment) {
    out_.segment("OBX").set(1, std::to_string(++set_id_));
    out_.set(3, {term.number, term.refid, "MDC"}).set(4, containment).set(11, "X");
  }

  void begin(PumpMetric metric, std::string_view type, std::string_view containment) {
    const PumpTerm& term = terms_.term(metric);
    out_.segment("OBX").set(1, std::to_string(++set_id_)).set(2, type);
    out_.set(3, {term.number, term.refid, "MDC"}).set(4, containment);
  }

  void coded(PumpMetric metric, const std::string& containment, std::string_view token) {
    if (token.empty()) return;
    begin(metric, "CWE", containment);
    out_.set(5, {"", token}).set(11, "R");
  }

  void words(PumpMetric metric, const std::string& containment, std::string_view value) {
    if (value.empty()) return;
    begin(metric, "ST", containment);
    out_.set(5, value).set(11, "R");
  }

  void number(PumpMetric metric, const std::string& containment, const Amount& amount) {
    const PumpTerm& term = terms_.term(metric);
    write_number(out_, {++set_id_, term.number, term.refid, containment, "R"}, amount,
                 UnitForm::mdc_then_ucum, book_);
  }

  // TF9 has the event at the MDS and names the source by its place, TF11 at the VMD by its code.
  void write_event(const std::string& level) {
    const std::string code =
        event_.code.empty() ? std::string(terms_.event_number(event_.kind)) : event_.code;
    begin(PumpMetric::event, "CWE", level + "1");
    out_.set(5, {code, terms_.event_refid(code), "MDC"}).set(11, "R");
    const PumpTerm* const channel = terms_.channel(event_.source);
    if (channel == nullptr) return;
    begin(PumpMetric::event_source, "ST", level + "2");
    if (is_tf11()) {
      out_.set(5, {channel->number, channel->refid, "MDC"}).set(11, "R");
    } else {
      out_.set(5, source_place() + "0").set(11, "R");
    }
  }

  std::string source_place() const { return is_dose() ? "1.1.3." : "1.1.2."; }

  void write_channels() {
    device({"70067", "MDC_DEV_PUMP_DELIVERY_INFO"}, "1.1.1.0");
    coded(PumpMetric::infusing_status, "1.1.1.1",
          infuses() ? "pump-status-infusing" : "pump-status-not-infusing");
    if (event_.rate) {
      Amount flow = event_.rate->amount();
      if (!infuses()) flow.value = Decimal();
      number(is_tf11() ? PumpMetric::rate : PumpMetric::rate_current, "1.1.1.2", flow);
    }
    coded(PumpMetric::active_sources, "1.1.1.3", terms_.source_token(event_.source));
    if (is_dose()) {
      device(*terms_.channel(PumpSource::primary), "1.1.2.0");
      if (event_.volume_total) {
        number(PumpMetric::volume_total, "1.1.2.1", event_.volume_total->amount());
      }
    }
    write_source(source_place());
  }

  void write_source(const std::string& place) {
    const PumpTerm* const channel = terms_.channel(event_.source);
    BRIDGE_ASSERT(channel != nullptr);
    device(*channel, place + "0");
    coded(PumpMetric::delivery_status, place + "1", terms_.status_token(event_.status));
    coded(PumpMetric::not_delivering_reason, place + "2", event_.not_delivering_reason);
    coded(PumpMetric::delivery_mode, place + "3", "pump-program-delivery-mode-continuous");
    words(PumpMetric::channel_label, place + "4", name_of(event_.source));
    const auto value = [&](PumpMetric metric, std::string_view last, const auto& quantity) {
      if (quantity) number(metric, place + std::string(last), quantity->amount());
    };
    value(is_tf11() ? PumpMetric::rate_setting : PumpMetric::rate, "5", event_.rate);
    value(PumpMetric::dose_rate, "6", event_.dose_rate);
    value(PumpMetric::vtbi, "7", event_.vtbi);
    value(PumpMetric::volume_segment, "8", event_.volume_segment);
    if (!is_dose()) value(PumpMetric::volume_total, "9", event_.volume_total);
    value(PumpMetric::vtbi_remaining, "10", event_.vtbi_remaining);
    words(PumpMetric::drug_label, place + "11", event_.drug.text);
    value(PumpMetric::weight, "12", event_.weight);
    write_care_area(place + "13");
  }

  const PumpEvent& event_;
  const GatewaySender& sender_;
  const CodeBook& book_;
  const PumpTerms& terms_;
  hl7::MessageWriter out_;
  std::size_t set_id_ = 0;
};

}  // namespace

std::string write_oru_r42(const PumpEvent& event, const GatewaySender& sender,
                          std::string_view control_id, const CodeBook& book,
                          const PumpTerms& terms) {
  return EventWriter(event, sender, book, terms).write(control_id);
}

}  // namespace bridge::translate
