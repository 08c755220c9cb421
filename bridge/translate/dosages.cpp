// SPDX-License-Identifier: Apache-2.0
#include "translate/dosages.h"

#include <algorithm>
#include <vector>

#include "translate/dosage.h"
#include "translate/therapy_terms.h"

namespace bridge::translate {
namespace {

bool has_rate(const InfusionOrder& says) { return says.rate || says.dose_rate; }

// A dose and nothing that says how fast: the pump gives it at its own pace, before the rest.
bool is_loading(const InfusionOrder& says) {
  return says.dose && !has_rate(says) && !says.volume && !says.duration;
}

class DosagesReader {
 public:
  DosagesReader(FhirReading& reading, InfusionOrder& order) : reading_(reading), order_(order) {}

  void read() {
    std::vector<std::string> places;
    for (const FoundElement& found : reading_.find(FhirMeaning::dosage)) {
      places.push_back(found.place);
    }
    const bool pca = any_says_pca();
    const bool several = places.size() > 1;
    if (several && !all_have_a_sequence(places.size())) {
      reading_.fault(FaultCode::dosages_conflict, places[1]);
      for (std::size_t at = 1; at < places.size(); ++at) reading_.pass_over(places[at]);
      places.resize(1);
    }
    const DosageOf of = pca                 ? DosageOf::pca
                        : places.size() > 1 ? DosageOf::step
                                            : DosageOf::one_infusion;
    for (std::size_t at = 0; at < places.size(); ++at) {
      reading_.only_dosage(at);
      Dosage dosage = read_dosage(reading_, places[at], of);
      if (pca && dosage.as_needed) take_demand(dosage);
      dosages_.push_back(std::move(dosage));
    }
    reading_.only_dosage(std::nullopt);
    if (dosages_.empty()) return;
    if (of == DosageOf::one_infusion) {
      take_only();
    } else if (of == DosageOf::pca) {
      sort();
      take_common();
      take_pca();
    } else {
      sort();
      take_common();
      take_steps();
    }
  }

 private:
  void conflict(const std::string& place, std::string detail) {
    reading_.fault(FaultCode::dosages_conflict, place, std::move(detail));
  }
  void malformed(const std::string& place, std::string detail) {
    reading_.fault(FaultCode::steps_malformed, place, std::move(detail));
  }

  bool any_says_pca() {
    for (const FoundElement& found : reading_.find(FhirMeaning::method)) {
      if (says_pca(reading_.coding(*found.value))) return true;
    }
    return false;
  }

  bool all_have_a_sequence(std::size_t dosages) {
    return reading_.find(FhirMeaning::sequence).size() == dosages;
  }

  void sort() {
    std::stable_sort(dosages_.begin(), dosages_.end(), [](const Dosage& a, const Dosage& b) {
      return a.sequence && b.sequence && a.sequence->value < b.sequence->value;
    });
  }

  void take_only() {
    const InfusionOrder& says = dosages_.front().says;
    order_.rate = says.rate;
    order_.dose_rate = says.dose_rate;
    order_.volume = says.volume;
    order_.dose = says.dose;
    order_.duration = says.duration;
    order_.titration = says.titration;
    order_.delivery_mode = says.delivery_mode;
    take_common();
  }

  // Times, route, device and method are those of the first; another that says them says the same.
  void take_common() {
    const InfusionOrder& first = dosages_.front().says;
    order_.start = first.start;
    order_.stop = first.stop;
    order_.route = first.route;
    order_.route_code = first.route_code;
    order_.route_from = first.route_from;
    order_.device = first.device;
    order_.method = first.method;
    for (const Dosage& dosage : dosages_) {
      const InfusionOrder& says = dosage.says;
      if (says.needs_review) order_.needs_review = true;
      const bool other_route = !says.route_code.empty() && !(says.route_code == first.route_code);
      const bool other_way = !(says.device == first.device) || !(says.method == first.method);
      if (other_route || other_way) conflict(dosage.place, "another route, device or method");
      const bool other_time =
          (says.start && says.start != first.start) || (says.stop && says.stop != first.stop);
      if (other_time) conflict(dosage.place, "another start or stop");
    }
  }

  // --- patient-controlled ----------------------------------------------------------------------

  void take_demand(const Dosage& dosage) {
    if (!demand_place_.empty()) return conflict(dosage.place, "two demand doses");
    demand_place_ = dosage.place;
    demand_sequence_ = dosage.sequence;
    pca_ = read_demand(reading_);
    const InfusionOrder& says = dosage.says;
    if (has_rate(says) || says.volume || says.duration) {
      conflict(dosage.place, "a dose on demand has no rate, volume or duration");
    }
    pca_.demand_dose = says.dose;
    if (!says.dose) reading_.fault(FaultCode::field_missing, dosage.place + ".doseAndRate");
  }

  void take_pca() {
    if (demand_place_.empty()) {
      for (const Dosage& dosage : dosages_) reading_.pass_over(dosage.place);
      return conflict(dosages_.front().place, "nothing is given on demand");
    }
    check_window(pca_, reading_.faults());
    order_.pca = pca_;
    for (const Dosage& dosage : dosages_) {
      if (dosage.as_needed) continue;
      const InfusionOrder& says = dosage.says;
      const std::uint32_t here = dosage.sequence ? dosage.sequence->value : 0;
      const std::uint32_t there = demand_sequence_ ? demand_sequence_->value : 0;
      const bool with_demand = here != 0 && here == there;
      const bool before_demand = here != 0 && here < there;
      if (has_rate(says) && !says.dose && !says.duration && with_demand) {
        take_basal(dosage);
      } else if (is_loading(says) && before_demand && !order_.loading_dose) {
        order_.loading_dose = says.dose;
      } else {
        conflict(dosage.place, "neither a basal rate nor a loading dose");
      }
    }
  }

  void take_basal(const Dosage& dosage) {
    if (order_.rate || order_.dose_rate) return conflict(dosage.place, "two basal rates");
    order_.rate = dosage.says.rate;
    order_.dose_rate = dosage.says.dose_rate;
    order_.volume = dosage.says.volume;
  }

  // --- steps -----------------------------------------------------------------------------------

  void take_steps() {
    for (std::size_t at = 0; at < dosages_.size(); ++at) {
      if (dosages_[at].sequence && dosages_[at].sequence->value == at + 1) continue;
      return malformed(dosages_[at].place + ".sequence", "steps are numbered from 1 without a gap");
    }
    if (order_.control == OrderControl::child) {
      return malformed(dosages_.front().place, "a bolus has no steps");
    }
    if (dosages_.size() == 2 && is_loading(dosages_[0].says) && !dosages_[0].type &&
        !dosages_[1].type && has_rate(dosages_[1].says)) {
      return take_loading_and_rest();
    }
    for (std::size_t at = 0; at < dosages_.size(); ++at) take_step(dosages_[at], at == 0);
  }

  void take_loading_and_rest() {
    const InfusionOrder& rest = dosages_[1].says;
    order_.loading_dose = dosages_[0].says.dose;
    order_.rate = rest.rate;
    order_.dose_rate = rest.dose_rate;
    order_.volume = rest.volume;
    order_.dose = rest.dose;
    order_.duration = rest.duration;
  }

  void take_step(const Dosage& dosage, bool first) {
    const InfusionOrder& says = dosage.says;
    InfusionStep step;
    step.rate = says.rate;
    step.dose_rate = says.dose_rate;
    step.dose = says.dose;
    step.volume = says.volume;
    step.duration = says.duration;
    step.start = dosage.start.value_or(StepStart::immediate);
    // Without the extension only what cannot be anything else is told.
    if (dosage.type) {
      step.type = *dosage.type;
    } else if (has_rate(says)) {
      step.type = StepType::continuous;
    } else if (first && says.dose && says.duration) {
      step.type = StepType::loading_dose;
    } else {
      return malformed(dosage.place, "a step without a type");
    }
    const bool gives = has_rate(says) || says.dose || says.volume;
    if (step.type == StepType::loading_dose && !first) {
      malformed(dosage.place, "only the first step can be a loading dose");
    } else if (step.type == StepType::delay && (gives || !says.duration)) {
      malformed(dosage.place, "a delay has its time and nothing else");
    } else if (step.type != StepType::delay && !gives) {
      malformed(dosage.place, "a step that gives nothing");
    }
    order_.steps.push_back(std::move(step));
  }

  FhirReading& reading_;
  InfusionOrder& order_;
  std::vector<Dosage> dosages_;
  PcaSettings pca_;
  std::string demand_place_;
  std::optional<Count> demand_sequence_;
};

}  // namespace

void read_dosages(FhirReading& reading, InfusionOrder& order) {
  DosagesReader(reading, order).read();
}

}  // namespace bridge::translate
