// SPDX-License-Identifier: Apache-2.0
#include "translate/rgv_give.h"

#include <algorithm>

#include "translate/drug_codings.h"
#include "translate/pump_fields.h"
#include "translate/therapy_terms.h"

namespace bridge::translate {
namespace {

class GiveReader {
 public:
  GiveReader(const GiveGroup& group, GiveRules rules, const CodeBook& book, Faults& faults)
      : group_(group), rules_(rules), book_(book), faults_(faults) {}

  GiveValues read() {
    const hl7::Segment& rxg = group_.rxg;
    Coding chosen = read_coding(rxg.field(4).repetition(1), faults_);
    chosen.system = book_.system_name(chosen.system);
    take_codings(std::move(chosen), codings_beside(rxg.field(4), book_, faults_), values_.drug,
                 values_.drug_alternates);
    if (values_.drug.empty()) fault(FaultCode::drug_missing, rxg.field(4).place());
    values_.volume = as_quantity<QuantityKind::volume>(amount(5, 7, "rgv.give_amount"), faults_);
    read_rate();
    values_.strength =
        as_quantity<QuantityKind::dose>(amount(17, 18, "rgv.give_strength"), faults_);
    values_.strength_volume =
        as_quantity<QuantityKind::volume>(amount(23, 24, "rgv.drug_strength_volume"), faults_);
    values_.total = as_quantity<QuantityKind::volume>(amount(32, 33, "rgv.total_volume"), faults_);
    read_tq1();
    return std::move(values_);
  }

 private:
  void fault(FaultCode code, std::string place) { faults_.push_back({code, std::move(place), {}}); }
  std::optional<Amount> amount(std::size_t number, std::size_t unit, std::string_view row) {
    return amount_at(group_.rxg, number, unit, row, book_, faults_);
  }

  void read_rate() {
    auto given = amount(15, 16, "rgv.give_rate");
    if (!given) return;
    if (is_of_kind(QuantityKind::flow_rate, given->unit)) {
      values_.rate = as_quantity<QuantityKind::flow_rate>(std::move(given), faults_);
    } else if (is_of_kind(QuantityKind::dose_rate, given->unit)) {
      values_.dose_rate = as_quantity<QuantityKind::dose_rate>(std::move(given), faults_);
    } else if (is_of_kind(QuantityKind::dose, given->unit) && rules_.doses) {
      values_.dose = as_quantity<QuantityKind::dose>(std::move(given), faults_);
      if (rules_.dose_needs_time && !group_.tq1.exists()) {
        fault(FaultCode::segment_missing, "TQ1");
      }
    } else if (is_of_kind(QuantityKind::volume, given->unit) && rules_.volumes) {
      auto volume = as_quantity<QuantityKind::volume>(std::move(given), faults_);
      if (volume && values_.volume && volume->exact() != values_.volume->exact()) {
        fault(FaultCode::quantities_disagree, group_.rxg.field(15).place());
      }
      if (!values_.volume) values_.volume = std::move(volume);
    } else {
      fault(FaultCode::unit_wrong_kind, group_.rxg.field(16).place());
    }
  }

  // TQ1-13 repeats: 2 h and 45 min are one duration.
  void read_tq1() {
    if (!group_.tq1.exists()) return;
    const hl7::Field field = group_.tq1.field(13);
    std::vector<Amount> parts;
    for (const hl7::Repetition& repetition : field.repetitions()) {
      if (!repetition.valued()) continue;
      std::string text = read_text(repetition.component(1).subcomponent(1), faults_);
      const auto value = Decimal::parse(text);
      if (!value) return fault(value.fault().code, repetition.place());
      const auto unit = read_unit(repetition.component(2), book_, faults_);
      if (!unit) return;
      parts.push_back({*value, *unit, std::move(text), {field.place(), "rgv.duration"}});
    }
    if (parts.empty()) return;
    if (parts.size() == 1) {
      values_.duration = as_quantity<QuantityKind::duration>(std::move(parts.front()), faults_);
      return;
    }
    add_durations(parts, field.place());
  }

  void add_durations(const std::vector<Amount>& parts, const std::string& place) {
    Rational minutes;
    for (const Amount& part : parts) {
      const auto checked = as_quantity<QuantityKind::duration>(part, faults_);
      if (!checked) return;
      minutes = minutes + checked->exact().in(*Unit::from_ucum("min"));
    }
    // 20 seconds are a third of a minute: then in seconds, which always come out whole or decimal.
    Unit unit = *Unit::from_ucum("min");
    if (!minutes.is_decimal()) {
      unit = *Unit::from_ucum("s");
      minutes = minutes * Rational(60);
    }
    const auto value = minutes.decimal();
    if (!value) return fault(value.fault().code, place);
    values_.duration = as_quantity<QuantityKind::duration>(
        Amount{*value, unit, {}, {place, "rgv.duration"}}, faults_);
  }

  const GiveGroup& group_;
  GiveRules rules_;
  const CodeBook& book_;
  Faults& faults_;
  GiveValues values_;
};

template <class Quantity>
bool same(const std::optional<Quantity>& a, const std::optional<Quantity>& b) {
  return a.has_value() == b.has_value() && (!a || a->exact() == b->exact());
}

class StepsReader {
 public:
  StepsReader(const std::vector<GiveGroup>& groups, const CodeBook& book, Faults& faults)
      : groups_(groups), book_(book), faults_(faults) {}

  std::vector<InfusionStep> read(GiveValues& whole) {
    std::vector<InfusionStep> steps;
    for (std::size_t at = 0; at < groups_.size(); ++at) {
      const GiveGroup& group = groups_[at];
      const GiveValues values = read_give(group, {}, book_, faults_);
      if (read_text(group.rxg.field(1), faults_) != std::to_string(at + 1)) {
        malformed(group.rxg.field(1).place(), "steps are numbered from 1 without a gap");
      }
      if (at == 0) {
        whole.drug = values.drug;
        whole.drug_alternates = values.drug_alternates;
        whole.strength = values.strength;
        whole.strength_volume = values.strength_volume;
        whole.total = values.total;
      } else {
        hold_against_first(group, values, whole);
      }
      steps.push_back(step_of(group, values, at));
    }
    check_count();
    return steps;
  }

 private:
  void malformed(std::string place, std::string detail) {
    faults_.push_back({FaultCode::steps_malformed, std::move(place), std::move(detail)});
  }

  void hold_against_first(const GiveGroup& group, const GiveValues& values,
                          const GiveValues& whole) {
    if (values.drug.code != whole.drug.code || values.drug.system != whole.drug.system ||
        values.drug_alternates != whole.drug_alternates) {
      malformed(group.rxg.field(4).place(), "another drug than in the first step");
    }
    if (!same(values.strength, whole.strength) ||
        !same(values.strength_volume, whole.strength_volume)) {
      malformed(group.rxg.field(17).place(), "another concentration than in the first step");
    }
    if (!same(values.total, whole.total)) {
      malformed(group.rxg.field(32).place(), "another total than in the first step");
    }
    const hl7::Segment& first = groups_.front().rxr;
    if (group.rxr.exists() && first.exists() && group.rxr.raw() != first.raw()) {
      malformed(group.rxr.place(), "another route than in the first step");
    }
  }

  InfusionStep step_of(const GiveGroup& group, const GiveValues& values, std::size_t at) {
    InfusionStep step;
    bool typed = false;
    for (const hl7::Segment& obx : group.obx) {
      if (names(obx, terms::step_type)) {
        typed = true;
        if (const auto type = step_type_of(read_token(obx, faults_))) {
          step.type = *type;
        } else {
          faults_.push_back({FaultCode::code_not_in_table, obx.field(5).place(), {}});
        }
      } else if (names(obx, terms::step_start)) {
        if (const auto start = step_start_of(read_token(obx, faults_))) {
          step.start = *start;
        } else {
          faults_.push_back({FaultCode::code_not_in_table, obx.field(5).place(), {}});
        }
      }
    }
    if (!typed) malformed(group.rxg.place(), "a step without a type");
    if (typed && step.type == StepType::loading_dose && at != 0) {
      malformed(group.rxg.place(), "only the first step can be a loading dose");
    }
    if (step.type == StepType::delay) {
      read_delay(group, values, step);
    } else {
      take_values(group, values, step);
    }
    return step;
  }

  // A delay has a volume and a rate of zero, and its time in TQ1.
  void read_delay(const GiveGroup& group, const GiveValues& values, InfusionStep& step) {
    step.duration = values.duration;
    const bool gives = (values.volume && !values.volume->value().is_zero()) ||
                       (values.rate && !values.rate->value().is_zero()) || values.dose_rate ||
                       values.dose;
    if (gives || !step.duration) {
      malformed(group.rxg.place(), "a delay has its time and nothing else");
    }
  }

  void take_values(const GiveGroup& group, const GiveValues& values, InfusionStep& step) {
    step.rate = values.rate;
    step.dose_rate = values.dose_rate;
    step.dose = values.dose;
    step.volume = values.volume;
    step.duration = values.duration;
    if (!step.rate && !step.dose_rate && !step.dose) {
      faults_.push_back({FaultCode::rate_missing, group.rxg.field(15).place(), {}});
    }
    if (!step.volume && !step.duration) {
      faults_.push_back({FaultCode::volume_missing, group.rxg.field(5).place(), {}});
    }
  }

  void check_count() {
    for (const GiveGroup& group : groups_) {
      for (const hl7::Segment& obx : group.obx) {
        if (!names(obx, terms::step_count)) continue;
        const std::string place = obx.field(5).place();
        const auto count =
            read_count(read_text(obx.field(5), faults_), {place, "rgv.step_count"}, faults_);
        if (count && count->value != groups_.size()) {
          malformed(place, std::to_string(groups_.size()) + " steps are given");
        }
      }
    }
  }

  const std::vector<GiveGroup>& groups_;
  const CodeBook& book_;
  Faults& faults_;
};

}  // namespace

std::optional<Amount> amount_at(const hl7::Segment& segment, std::size_t number, std::size_t unit,
                                std::string_view row, const CodeBook& book, Faults& faults) {
  if (segment.field(number).repetition_count() > 1) {
    faults.push_back({FaultCode::field_repeats, segment.field(number).place(), {}});
    return std::nullopt;
  }
  return read_amount(segment.field(number), segment.field(unit), row, book, faults);
}

std::vector<GiveGroup> give_groups(const hl7::Message& message, Faults& faults) {
  std::vector<GiveGroup> groups;
  const auto once = [&faults](hl7::Segment& held, const hl7::Segment& segment) {
    if (!held.exists()) {
      held = segment;
    } else if (held.raw() != segment.raw()) {
      faults.push_back({FaultCode::dosages_conflict, segment.place(), {}});
    }
  };
  GiveGroup before;  // of a scan whose RXG is missing: its OBX still name the pump
  for (std::size_t i = 0; i < message.segment_count(); ++i) {
    const hl7::Segment segment = message.segment(i);
    const std::string_view name = segment.name();
    if (name == "RXG") {
      groups.emplace_back();
      groups.back().rxg = segment;
      if (groups.size() == 1) groups.back().obx = std::move(before.obx);
      continue;
    }
    GiveGroup& group = groups.empty() ? before : groups.back();
    if (name == "TQ1") once(group.tq1, segment);
    if (name == "RXR") once(group.rxr, segment);
    if (name == "OBX") group.obx.push_back(segment);
  }
  return groups;
}

GiveValues read_give(const GiveGroup& group, GiveRules rules, const CodeBook& book,
                     Faults& faults) {
  return GiveReader(group, rules, book, faults).read();
}

std::vector<InfusionStep> read_give_steps(const std::vector<GiveGroup>& groups,
                                          const CodeBook& book, GiveValues& whole, Faults& faults) {
  return StepsReader(groups, book, faults).read(whole);
}

}  // namespace bridge::translate
