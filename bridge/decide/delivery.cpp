// SPDX-License-Identifier: Apache-2.0
#include "decide/delivery.h"

#include <algorithm>
#include <utility>

#include "base/assert.h"
#include "clinical/screen.h"

namespace bridge::decide {
namespace {

// Where the fold stands between two events.
enum class Phase : std::uint8_t { before_start, running, changing, paused, complete, ended };

// An intermittent dose is what its program is about; these come in front of it or out of it.
bool is_dose(PumpSource source) {
  return source == PumpSource::pca || source == PumpSource::loading ||
         source == PumpSource::clinician;
}

std::string difference(std::string_view what, const Amount& ordered, const Amount& actual) {
  std::string text(what);
  return text.append(" ordered ")
      .append(screen_text(ordered))
      .append(", pump ")
      .append(screen_text(actual));
}

template <class Q>
void compare(std::string_view what, const std::optional<Q>& ordered, const std::optional<Q>& actual,
             std::vector<std::string>& out) {
  if (!ordered || !actual || ordered->exact() == actual->exact()) return;
  const std::string text = difference(what, ordered->amount(), actual->amount());
  if (std::find(out.begin(), out.end(), text) == out.end()) out.push_back(text);
}

class Fold {
 public:
  Fold(const DeliveryFrame& frame, const std::vector<PumpEvent>& events)
      : frame_(frame), result_(frame.opening), next_sub_id_(frame.last_sub_id) {
    result_.segments.clear();
    result_.records.clear();
    result_.differences.clear();
    result_.end.reset();
    result_.volume_total.reset();
    // Nothing is carried over from the version before, or the order of arrival would show.
    result_.status = AdministrationStatus::in_progress;
    if (!events.empty()) result_.start = events.front().happened_at;
  }

  void take(const PumpEvent& event) {
    const bool over = phase_ == Phase::complete || phase_ == Phase::ended;
    switch (event.kind) {
      case PumpEventKind::delivery_start:
        start(event);
        break;
      case PumpEventKind::delivery_stop:
        stop(event);
        break;
      case PumpEventKind::delivery_complete:
        complete(event);
        break;
      case PumpEventKind::program_cleared:
        cleared(event);
        break;
      case PumpEventKind::auto_program_cleared:
        never_started(event);
        break;
      case PumpEventKind::communication_change:
      case PumpEventKind::patient_change:
      case PumpEventKind::other:
        break;
    }
    if (!over) count(event);  // what KVO gives after the dose is documented apart
  }

  Administration finish() && { return std::move(result_); }

 private:
  void start(const PumpEvent& event) {
    close_open_segment(event, std::nullopt);
    const bool kvo = event.status == DeliveryStatus::kvo || phase_ == Phase::complete;
    DeliverySegment segment;
    segment.start = event.happened_at;
    segment.kvo = kvo;
    segment.rate = event.rate;
    segment.dose_rate = event.dose_rate;
    result_.segments.push_back(std::move(segment));
    if (kvo) return;
    if (phase_ == Phase::before_start) {
      result_.start = event.happened_at;
      record(RecordKind::new_bag, event);
    } else if (phase_ == Phase::changing || phase_ == Phase::running) {
      record(RecordKind::rate_change, event);
    } else {
      record(RecordKind::restart, event);
    }
    phase_ = Phase::running;
    result_.status = AdministrationStatus::in_progress;
    compare_with_program(event);
  }

  // A loading dose, a dose on demand and a bolus have a pace and a volume of their own (TF-2
  // M.1.2.1, note 1); the program's are those of the flow around them. Only a program that is
  // itself a bolus says how fast it is given.
  void compare_with_program(const PumpEvent& event) {
    if (frame_.program == nullptr) return;
    const InfusionProgram& program = *frame_.program;
    if (result_.segments.size() == 1) {
      compare("weight", program.weight, event.weight, result_.differences);
    }
    const bool own_flow = program.kind == ProgramKind::bolus || !is_dose(event.source);
    if (!own_flow || std::exchange(flow_compared_, true)) return;
    compare("rate", program.expected_rate, event.rate, result_.differences);
    compare("dose rate", program.dose_rate, event.dose_rate, result_.differences);
    compare("volume", program.vtbi, event.vtbi, result_.differences);
  }

  void stop(const PumpEvent& event) {
    close_open_segment(event, event.volume_segment);
    if (phase_ == Phase::complete || phase_ == Phase::ended) return;  // end of KVO
    open_late(event);
    if (event.status == DeliveryStatus::transitioning) {
      phase_ = Phase::changing;
      return;
    }
    record(RecordKind::pause, event);
    phase_ = Phase::paused;
    result_.status = AdministrationStatus::on_hold;
  }

  void complete(const PumpEvent& event) {
    close_open_segment(event, event.volume_segment);
    if (phase_ == Phase::complete || phase_ == Phase::ended) return;
    open_late(event);
    if (is_bolus_out_of_this(event)) {
      phase_ = Phase::changing;
      return;
    }
    record(RecordKind::complete, event);
    phase_ = Phase::complete;
    result_.status = AdministrationStatus::completed;
    result_.end = event.happened_at;
  }

  void cleared(const PumpEvent& event) {
    close_open_segment(event, event.volume_segment);
    if (phase_ == Phase::before_start) return never_started(event);
    if (phase_ == Phase::complete || phase_ == Phase::ended) return;
    if (is_bolus_out_of_this(event)) {
      phase_ = Phase::changing;
      return;
    }
    record(RecordKind::stopped, event);
    phase_ = Phase::ended;
    result_.status = AdministrationStatus::stopped;
    result_.end = event.happened_at;
  }

  void never_started(const PumpEvent& event) {
    if (phase_ != Phase::before_start) return;
    result_.start = event.happened_at;
    result_.end = event.happened_at;
    record(RecordKind::not_given, event);
    phase_ = Phase::ended;
    result_.status = AdministrationStatus::not_done;
  }

  // The end of a bolus is not the end of the infusion out of which it came (OBR-29).
  bool is_bolus_out_of_this(const PumpEvent& event) const {
    return !event.parent_order_number.empty() &&
           event.parent_order_number.key() == result_.placer_order_number.key();
  }

  // The START is missing or still on its way: what is known begins here.
  void open_late(const PumpEvent& event) {
    if (phase_ == Phase::before_start) result_.start = event.happened_at;
  }

  void close_open_segment(const PumpEvent& event, const std::optional<Volume>& volume) {
    if (result_.segments.empty() || result_.segments.back().end) return;
    result_.segments.back().end = event.happened_at;
    result_.segments.back().volume = volume;
  }

  // The pump's own cumulative count; a count that falls is no count of this delivery.
  void count(const PumpEvent& event) {
    if (!event.volume_total) return;
    if (result_.volume_total &&
        event.volume_total->exact().in_base_units < result_.volume_total->exact().in_base_units) {
      return;
    }
    result_.volume_total = event.volume_total;
  }

  void record(RecordKind kind, const PumpEvent& event) {
    AdministrationRecord made;
    made.kind = kind;
    made.at = event.happened_at;
    made.rate = event.rate;
    made.dose_rate = event.dose_rate;
    made.volume_total = event.volume_total;
    made.event_id = event.event_id.key();
    made.late = event.sent_at.unix_ms() - event.happened_at.unix_ms() > frame_.late_after_ms;
    const auto known = std::find_if(
        frame_.known.begin(), frame_.known.end(),
        [&made](const AdministrationRecord& held) { return held.event_id == made.event_id; });
    made.sub_id = known == frame_.known.end() ? ++next_sub_id_ : known->sub_id;
    result_.records.push_back(std::move(made));
  }

  const DeliveryFrame& frame_;
  Administration result_;
  std::uint32_t next_sub_id_;
  Phase phase_ = Phase::before_start;
  bool flow_compared_ = false;
};

}  // namespace

Administration fold_delivery(const DeliveryFrame& frame, const std::vector<PumpEvent>& events) {
  BRIDGE_ASSERT(std::is_sorted(
      events.begin(), events.end(),
      [](const PumpEvent& a, const PumpEvent& b) { return a.happened_at < b.happened_at; }));
  Fold fold(frame, events);
  for (const PumpEvent& event : events) fold.take(event);
  Administration result = std::move(fold).finish();
  result.version = frame.opening.version + 1;
  return result;
}

}  // namespace bridge::decide
