// SPDX-License-Identifier: Apache-2.0
#include "decide/delivery.h"

#include <algorithm>
#include <utility>

#include "base/assert.h"
#include "clinical/screen.h"
#include "decide/volume_count.h"

namespace bridge::decide {
namespace {

// Where the fold stands between two events.
enum class Phase : std::uint8_t {
  before_start,
  running,
  dosing,
  changing,
  paused,
  complete,
  ended
};

// What is given beside the flow: a dose out of it, or what keeps the vein open after its end. Its
// record bears the event that began it, so that the event that ends it may have one of its own.
struct Aside {
  RecordKind kind = RecordKind::bolus;
  std::string event_id;
  Instant from;
  std::optional<FlowRate> rate;
  bool uncounted = false;  // something flowed before it that no count has told
};

std::optional<Volume> volume_of(const Rational& ml) {
  static const Unit unit = *Unit::from_ucum("mL");
  const auto value = ml.decimal();
  if (!value) return std::nullopt;
  auto made = Volume::make(Amount{*value, unit, {}, {{}, "volume = difference of counts"}});
  if (!made) return std::nullopt;
  return std::move(made).value();
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
      : frame_(frame),
        result_(frame.opening),
        next_sub_id_(frame.last_sub_id),
        of_bolus_(!frame.opening.parent_order_number.empty()),
        count_(of_bolus_) {
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
    switch (event.kind) {
      case PumpEventKind::delivery_start:
        return start(event);
      case PumpEventKind::delivery_stop:
        return stop(event);
      case PumpEventKind::delivery_complete:
        return complete(event);
      case PumpEventKind::program_cleared:
        return cleared(event);
      case PumpEventKind::auto_program_cleared:
        return never_started(event);
      case PumpEventKind::communication_change:
      case PumpEventKind::patient_change:
      case PumpEventKind::other:
        break;
    }
  }

  Administration finish() && {
    if (told_) result_.volume_total = volume_of(in_all_);
    return std::move(result_);
  }

 private:
  // --- what begins -------------------------------------------------------------------------------

  void start(const PumpEvent& event) {
    count(event);
    close_open_segment(event, std::nullopt);
    lacking_.reset();
    // A bolus goes on after its end only when the pump says so. What an infusion does then is KVO,
    // unless the pump says that it delivers: a second bag by hand is charted, and is no KVO.
    const bool kvo =
        event.status == DeliveryStatus::kvo ||
        (phase_ == Phase::complete && !of_bolus_ && event.status != DeliveryStatus::delivering);
    const bool dose = !kvo && is_dose_out_of_this(event);
    const bool as_before = goes_on_as_before(event);
    DeliverySegment segment;
    segment.start = event.happened_at;
    segment.kvo = kvo;
    segment.bolus = dose;
    segment.rate = event.rate;
    segment.dose_rate = event.dose_rate;
    result_.segments.push_back(std::move(segment));
    if (kvo) return begin_aside(RecordKind::keep_open, event);
    if (phase_ == Phase::before_start) result_.start = event.happened_at;
    result_.status = AdministrationStatus::in_progress;
    if (dose) {
      if (phase_ == Phase::running) stop_counted_ = !uncounted_;  // its STOP is lost
      begin_aside(kind_of_dose(event), event);
      phase_ = Phase::dosing;
    } else {
      start_flow(event, as_before);
    }
    compare_with_program(event);
  }

  // A start at the rate that ran is no record: a dose was given out of it, the volume to be infused
  // was set anew, or the stop before it was lost or is late (then it makes this one a restart).
  void start_flow(const PumpEvent& event, bool as_before) {
    if (!std::exchange(flow_seen_, true)) {
      record(of_bolus_ ? RecordKind::bolus_start : RecordKind::new_bag, event);
    } else if (paused_ || phase_ == Phase::complete || phase_ == Phase::ended) {
      record(RecordKind::restart, event);
    } else if (!as_before) {
      record(RecordKind::rate_change, event);
    }
    paused_ = false;
    uncounted_ = true;
    if (!since_) since_ = event.happened_at;
    result_.end.reset();
    phase_ = Phase::running;
  }

  void begin_aside(RecordKind kind, const PumpEvent& event) {
    aside_ = Aside{kind, event.event_id.key(), event.happened_at, event.rate, uncounted_};
    uncounted_ = false;
  }

  // Given by the clinician or at the patient's wish out of the infusion that this order is about.
  bool is_dose_out_of_this(const PumpEvent& event) const {
    return !of_bolus_ && (event.source == PumpSource::clinician ||
                          event.source == PumpSource::pca || names_this_as_parent(event));
  }

  static RecordKind kind_of_dose(const PumpEvent& event) {
    return event.source == PumpSource::pca ? RecordKind::patient_dose : RecordKind::bolus;
  }

  // The end of a bolus is not the end of the infusion out of which it came (OBR-29).
  bool names_this_as_parent(const PumpEvent& event) const {
    return !event.parent_order_number.empty() &&
           event.parent_order_number.key() == result_.placer_order_number.key();
  }

  // A loading dose, a dose on demand and a bolus have a pace and a volume of their own (TF-2
  // M.1.2.1, note 1); the program's are those of the flow around them. Only a program that is
  // itself a bolus says how fast it is given.
  void compare_with_program(const PumpEvent& event) {
    if (frame_.program == nullptr) return;
    const InfusionProgram& program = *frame_.program;
    compare_drug(program.drug, event.drug);
    if (result_.segments.size() == 1) {
      compare("weight", program.weight, event.weight, result_.differences);
    }
    const bool own_flow = program.kind == ProgramKind::bolus || !is_dose(event.source);
    if (!own_flow || std::exchange(flow_compared_, true)) return;
    compare("rate", program.expected_rate, event.rate, result_.differences);
    compare("dose rate", program.dose_rate, event.dose_rate, result_.differences);
    compare("volume", program.vtbi, event.vtbi, result_.differences);
  }

  // The pump's library may have codes of its own: who reads the record judges whether it is one
  // drug.
  void compare_drug(const Coding& ordered, const Coding& actual) {
    if (actual.empty() || ordered.empty() || actual.code == ordered.code) return;
    if (!actual.text.empty() && actual.text == ordered.text) return;
    const auto words = [](const Coding& drug) { return drug.text.empty() ? drug.code : drug.text; };
    std::string text = "drug ordered " + words(ordered) + ", pump " + words(actual);
    std::vector<std::string>& all = result_.differences;
    if (std::find(all.begin(), all.end(), text) == all.end()) all.push_back(std::move(text));
  }

  // Against the flow, not against a dose out of it.
  bool goes_on_as_before(const PumpEvent& event) const {
    const auto last =
        std::find_if(result_.segments.rbegin(), result_.segments.rend(),
                     [](const DeliverySegment& each) { return !each.kvo && !each.bolus; });
    if (last == result_.segments.rend()) return false;
    const auto same = [](const auto& a, const auto& b) {
      return a.has_value() == b.has_value() && (!a || a->exact() == b->exact());
    };
    return same(last->rate, event.rate) && same(last->dose_rate, event.dose_rate);
  }

  // --- what ends ---------------------------------------------------------------------------------

  void stop(const PumpEvent& event) {
    if (is_over(event)) return;
    const bool goes_on = event.status == DeliveryStatus::transitioning ||
                         event.not_delivering_reason == "pump-stopped-between-doses";
    // A pump for patient's doses alone names them as its source also when it is stopped in between.
    const bool dose =
        is_dose_out_of_this(event) && (aside_ || goes_on || event.source != PumpSource::pca);
    end_stretch(event, dose);
    if (of_bolus_ && (event.status == DeliveryStatus::transitioning || is_in(event))) {
      return end_bolus(event);
    }
    if (event.status == DeliveryStatus::transitioning || (dose && goes_on)) {
      if (!dose) stop_counted_ = !uncounted_;
      phase_ = Phase::changing;
      result_.status = paused_ ? AdministrationStatus::on_hold : AdministrationStatus::in_progress;
      return;
    }
    // What a pump tells again while it stands still is the same pause.
    if (!std::exchange(paused_, true)) record(RecordKind::pause, event);
    phase_ = Phase::paused;
    result_.status = AdministrationStatus::on_hold;
  }

  void complete(const PumpEvent& event) {
    if (is_over(event)) return;
    const bool dose = names_this_as_parent(event) ||
                      (!of_bolus_ && flow_seen_ && event.source == PumpSource::clinician);
    end_stretch(event, dose);
    if (dose) {
      phase_ = Phase::changing;
      return;
    }
    record(of_bolus_ ? RecordKind::bolus : RecordKind::complete, event);
    end(AdministrationStatus::completed, event);
  }

  void cleared(const PumpEvent& event) {
    if (phase_ == Phase::before_start) return never_started(event);
    if (is_over(event)) return;
    const bool dose = names_this_as_parent(event);
    end_stretch(event, dose);
    if (dose) {
      phase_ = Phase::changing;
      return;
    }
    record(RecordKind::stopped, event);
    end(AdministrationStatus::stopped, event);
  }

  // IHE PCD TF-2 table M.1.2.1-4: a bolus ends with a STOP in transition, also when it is ended
  // before all of it is in.
  void end_bolus(const PumpEvent& event) {
    // Without a word of what is left or was to be given it is taken for whole.
    const bool told = event.vtbi_remaining || (!uncounted_ && event.vtbi);
    const bool whole = !told || is_in(event);
    record(whole ? RecordKind::bolus : RecordKind::stopped, event);
    end(whole ? AdministrationStatus::completed : AdministrationStatus::stopped, event);
  }

  // All of the bolus: then it is over, whatever the pump does next.
  bool is_in(const PumpEvent& event) const {
    if (event.vtbi_remaining) return event.vtbi_remaining->value().is_zero();
    return !uncounted_ && event.vtbi && in_all_ >= event.vtbi->exact().in_base_units;
  }

  void end(AdministrationStatus status, const PumpEvent& event) {
    phase_ = status == AdministrationStatus::completed ? Phase::complete : Phase::ended;
    result_.status = status;
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

  // After the end only KVO can stop.
  bool is_over(const PumpEvent& event) {
    if (phase_ != Phase::complete && phase_ != Phase::ended) return false;
    count(event);
    close_open_segment(event, event.volume_segment);
    return true;
  }

  void end_stretch(const PumpEvent& event, bool dose) {
    // The START is missing or still on its way: what is known begins here.
    if (phase_ == Phase::before_start) result_.start = event.happened_at;
    if (dose && !aside_) begin_aside(kind_of_dose(event), event);
    if (!dose) flow_seen_ = true;
    count(event);
    close_open_segment(event, event.volume_segment);
  }

  void close_open_segment(const PumpEvent& event, const std::optional<Volume>& volume) {
    if (result_.segments.empty() || result_.segments.back().end) return;
    result_.segments.back().end = event.happened_at;
    result_.segments.back().volume = volume;
  }

  // --- how much ----------------------------------------------------------------------------------

  void count(const PumpEvent& event) {
    if (aside_) return end_aside(event);
    std::optional<Rational> given = count_.since_before(event);
    const bool starts = event.kind == PumpEventKind::delivery_start;
    const bool flows = phase_ == Phase::before_start || phase_ == Phase::running ||
                       (phase_ == Phase::changing && !starts);
    // The bolus's own volume before that of the fluid, of which others may be given too.
    if (!starts && flows && event.volume_segment && (of_bolus_ || !given)) {
      if (!given) count_.ahead(event.volume_segment->exact().in_base_units);
      given = event.volume_segment->exact().in_base_units;
    }
    const bool between = starts && phase_ == Phase::changing;
    const bool over = phase_ == Phase::complete || phase_ == Phase::ended;
    if (given) {
      told_ = true;
      if (lacking_ && !flows) {
        fill(*lacking_, *given);
      } else if (!over && !(between && stop_counted_)) {
        add(*given);
      }  // else KVO, or a dose in between, which is charted as such or with an order of its own
      uncounted_ = false;
      lacking_.reset();
    }
    if (between) count_.begin_again();
  }

  void add(const Rational& ml) {
    given_ = given_ + ml;
    in_all_ = in_all_ + ml;
  }

  // Ends by whatever comes next: its own STOP may be lost.
  void end_aside(const PumpEvent& event) {
    const Aside aside = *std::exchange(aside_, std::nullopt);
    const bool starts = event.kind == PumpEventKind::delivery_start;
    const std::optional<Rational> counted = count_.since_before(event);
    std::optional<Rational> given;
    if (!starts && event.volume_segment) given = event.volume_segment->exact().in_base_units;
    if (counted && aside.uncounted) {
      // What flowed before it and the dose are one number: without the dose it is the flow's.
      const Rational flow = given ? *counted - *given : *counted;
      if (!flow.is_negative()) add(flow);
    } else if (counted && !given) {
      given = counted;
    } else if (given && !counted) {
      count_.ahead(*given);
    }
    uncounted_ = aside.uncounted && !counted;
    if (given || counted) told_ = true;
    const bool kvo = aside.kind == RecordKind::keep_open;
    if (given && !kvo) in_all_ = in_all_ + *given;
    AdministrationRecord made = made_of(aside.kind, aside.event_id, event);
    made.from = aside.from;
    made.rate = aside.rate;
    made.dose_rate.reset();
    if (given) made.volume = volume_of(*given);
    if (!kvo && phase_ == Phase::dosing) phase_ = Phase::changing;
    lacking_.reset();
    if (!given && !counted && !aside.uncounted) lacking_ = result_.records.size();
    result_.records.push_back(std::move(made));
  }

  // The count that a record could not tell came with the next event, before anything flowed again.
  void fill(std::size_t at, const Rational& ml) {
    AdministrationRecord& record = result_.records[at];
    const bool of_flow = record.kind == RecordKind::pause || record.kind == RecordKind::complete ||
                         record.kind == RecordKind::stopped ||
                         (of_bolus_ && record.kind == RecordKind::bolus);
    if (record.kind != RecordKind::keep_open) in_all_ = in_all_ + ml;
    record.volume = volume_of(of_flow ? given_ + ml : ml);
    if (!of_flow) return;
    record.volume_in_all = volume_of(in_all_);
    given_ = Rational();
    since_.reset();
  }

  // --- the records -------------------------------------------------------------------------------

  void record(RecordKind kind, const PumpEvent& event) {
    AdministrationRecord made = made_of(kind, event.event_id.key(), event);
    if (kind == RecordKind::not_given) {
      made.rate.reset();
      made.dose_rate.reset();
    }
    if (kind == RecordKind::pause || kind == RecordKind::complete || kind == RecordKind::stopped ||
        kind == RecordKind::bolus) {
      tell_amount(made);
    }
    result_.records.push_back(std::move(made));
  }

  // What was given since the record before that told an amount (ihe-pcd 6.2): whoever adds them up
  // has what was given in all.
  void tell_amount(AdministrationRecord& made) {
    // Without a START it flowed since the record before at the most.
    if (!since_ && !given_.is_zero()) since_ = told_until_;
    made.from = since_.value_or(made.at);
    told_until_ = made.at;
    if (uncounted_) {
      lacking_ = result_.records.size();
      return;
    }
    made.volume = volume_of(given_);
    made.volume_in_all = volume_of(in_all_);
    given_ = Rational();
    since_.reset();
  }

  AdministrationRecord made_of(RecordKind kind, const std::string& event_id,
                               const PumpEvent& event) {
    AdministrationRecord made;
    made.kind = kind;
    made.at = event.happened_at;
    made.rate = event.rate;
    made.dose_rate = event.dose_rate;
    made.volume_total = event.volume_total;
    made.event_id = event_id;
    made.late = event.sent_at.unix_ms() - event.happened_at.unix_ms() > frame_.late_after_ms;
    const auto known = std::find_if(
        frame_.known.begin(), frame_.known.end(),
        [&made](const AdministrationRecord& held) { return held.event_id == made.event_id; });
    made.sub_id = known == frame_.known.end() ? ++next_sub_id_ : known->sub_id;
    return made;
  }

  const DeliveryFrame& frame_;
  Administration result_;
  std::uint32_t next_sub_id_;
  bool of_bolus_;  // this administration is itself a dose out of another order's infusion
  VolumeCount count_;
  Phase phase_ = Phase::before_start;
  bool flow_compared_ = false;
  bool flow_seen_ = false;
  bool paused_ = false;           // as the chart has it
  bool stop_counted_ = false;     // the count was told when the flow went over to something else
  bool uncounted_ = true;         // something may have flowed that no count has told
  bool told_ = false;             // any volume at all
  Rational given_;                // by the flow, in mL, in no record yet
  std::optional<Instant> since_;  // and since when
  std::optional<Instant> told_until_;  // by the record before that told an amount
  Rational in_all_;
  std::optional<Aside> aside_;
  std::optional<std::size_t> lacking_;  // the record whose volume is not told yet
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
