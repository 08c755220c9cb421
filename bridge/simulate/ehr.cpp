// SPDX-License-Identifier: Apache-2.0
#include "simulate/ehr.h"

#include <chrono>
#include <utility>

#include "hl7/parse.h"
#include "simulate/answers.h"
#include "simulate/listener.h"
#include "translate/ras_o17.h"

namespace bridge::simulate {
namespace {

constexpr std::chrono::milliseconds between_looks(5);

// FNV-1a: whether a repeated control id brought the same bytes; not against anybody's malice.
std::uint64_t digest_of(std::string_view text) {
  std::uint64_t digest = 14'695'981'039'346'656'037ULL;
  for (const char byte : text) {
    digest = (digest ^ static_cast<unsigned char>(byte)) * 1'099'511'628'211ULL;
  }
  return digest;
}

// RXA-20: what ends an infusion for the chart; not when it is taken back.
bool ends(const translate::ChartEntry& entry) {
  if (entry.action == "D") return false;
  return entry.completion == "CP" || entry.completion == "PA" || entry.completion == "NA";
}

}  // namespace

Ehr::Ehr(EhrSettings settings, const translate::CodeBook& book, Ledger& ledger,
         engine::Clock& clock)
    : settings_(std::move(settings)), book_(book), ledger_(ledger), clock_(clock) {
  for (const EntityId& pump : settings_.pumps) {
    Bed bed;
    bed.order.bed = beds_.size();
    bed.order.pump = pump;
    beds_.push_back(std::move(bed));
  }
}

Result<std::unique_ptr<Ehr>> Ehr::start(EhrSettings settings, const translate::CodeBook& book,
                                        Ledger& ledger, engine::Clock& clock) {
  std::unique_ptr<Ehr> ehr(new Ehr(std::move(settings), book, ledger, clock));
  Ehr* const self = ehr.get();
  self->senders_ = std::make_unique<SenderLanes>(
      self->settings_.bridge, [self](const Outgoing& message, const Acknowledgement& answer) {
        self->settled(message, answer);
      });
  const auto on_message = [self](std::string_view text) { return self->on_message(text); };
  BRIDGE_TRY(self->server_, start_listener(self->settings_.host, self->settings_.port, on_message,
                                           self->counters_));
  self->nurse_ = std::thread([self] { self->run_beds(); });
  return ehr;
}

Ehr::~Ehr() { stop(); }

void Ehr::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  if (server_) (void)server_->stop(2'000);
  if (nurse_.joinable()) nurse_.join();
  if (senders_) senders_->stop();
}

EhrFigures Ehr::figures() const {
  const std::lock_guard lock(mutex_);
  EhrFigures figures = figures_;
  figures.waiting = senders_->waiting();
  figures.repeats = senders_->repeats();
  return figures;
}

bool Ehr::wait_until(const std::function<bool(const EhrFigures&)>& so, std::int64_t real_ms) const {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(real_ms);
  while (!so(figures())) {
    std::unique_lock lock(mutex_);
    if (std::chrono::steady_clock::now() >= deadline) return false;
    changed_.wait_for(lock, between_looks);
  }
  return true;
}

void Ehr::load(std::uint64_t orders) {
  const std::lock_guard lock(mutex_);
  orders_to_begin_ += orders;
}

void Ehr::begin_no_more() {
  const std::lock_guard lock(mutex_);
  orders_to_begin_ = 0;
}

// --- sending -----------------------------------------------------------------------------------

bool Ehr::send(std::string text, std::size_t lane) {
  const std::lock_guard lock(mutex_);
  // Each bed may at any time have one message to send: that room is theirs.
  if (!senders_->has_room(1 + beds_.size())) return false;
  enqueue(std::move(text), lane, "file", {});
  return true;
}

// With mutex_ held.
void Ehr::enqueue(std::string text, std::size_t lane, std::string_view what,
                  const std::string& order) {
  Outgoing message{control_id_of(text), std::move(text), std::string(what)};
  ++figures_.sent;
  ledger_.write(clock_.now(), "sent",
                {{"control_id", message.control_id}, {"kind", what}, {"order", order}});
  const bool taken = senders_->send(lane, std::move(message));
  BRIDGE_ASSERT(taken || stopping_);
}

void Ehr::settled(const Outgoing& message, const Acknowledgement& answer) {
  ledger_.write(clock_.now(), "answered",
                {{"control_id", message.control_id},
                 {"kind", message.about},
                 {"type", answer.type},
                 {"ack", answer.code}});
  {
    const std::lock_guard lock(mutex_);
    ++(answer.positive() ? figures_.positive : figures_.negative);
    Bed* const bed = bed_waiting_for(message.control_id);
    if (bed != nullptr && bed->stage == Stage::ordered) {
      if (answer.code == "CA") {
        bed->stage = Stage::order_taken;
      } else {
        order_answered(*bed, answer.positive());
      }
    } else if (bed != nullptr && bed->stage == Stage::scanned) {
      if (answer.positive()) {
        bed->stage = Stage::scan_taken;
      } else {
        scan_answered(*bed, false);
      }
    }
  }
  changed_.notify_all();
}

// --- receiving ---------------------------------------------------------------------------------

shell::Reply Ehr::on_message(std::string_view text) {
  const auto message = hl7::parse(std::string(text));
  std::string own_id;
  bool repeated = false;
  bool changed = false;
  const std::string control_id = control_id_of(text);
  {
    const std::lock_guard lock(mutex_);
    own_id = "EHR" + settings_.run_id + "-A" + std::to_string(++messages_made_);
    const std::uint64_t digest = digest_of(text);
    const auto known = received_.find(control_id);
    repeated = known != received_.end();
    changed = repeated && known->second != digest;
    if (!repeated && received_.size() < settings_.remembered_at_most) {
      received_.emplace(control_id, digest);
    }
  }
  if (!message) {
    ledger_.write(clock_.now(), "unreadable", {{"fault", kind_of(message.fault().code).name}});
    return {write_acknowledgement(hl7::read_header_leniently(text), "CE", own_id, clock_.now()),
            shell::Reply::Then::keep};
  }
  const std::string type = text_of(message->find("MSH").field(9).component(1));
  std::string_view code = "CA";
  if (type == "RAS") {
    on_record(*message, repeated, changed);
  } else if (type == "RRE" || type == "RRG" || type == "ORR" || type == "ORP") {
    on_answer(*message, repeated);
  } else {
    ledger_.write(clock_.now(), "not_taken", {{"control_id", control_id}, {"type", type}});
    code = "CR";
  }
  changed_.notify_all();
  return {write_acknowledgement(*message, code, own_id, clock_.now()), shell::Reply::Then::keep};
}

void Ehr::on_record(const hl7::Message& message, bool repeated, bool changed) {
  const auto read = translate::read_ras_o17(message, book_);
  const translate::ChartEntry& entry = read.entry;
  std::string text;
  for (const std::string& note : entry.notes) text.append(text.empty() ? "" : "; ").append(note);
  ledger_.write(clock_.now(), "record",
                {{"control_id", entry.control_id},
                 {"repeated", repeated},
                 {"changed", changed},
                 {"order", entry.placer_order_number.id},
                 {"administration", entry.administration_id.id},
                 {"sub_id", entry.sub_id},
                 {"action", entry.action},
                 {"completion", entry.completion},
                 {"start", entry.start},
                 {"end", entry.end},
                 {"amount", entry.amount},
                 {"unit", entry.unit},
                 {"per", entry.per},
                 {"total", entry.volume_total},
                 {"note", text},
                 {"readable", !any_error(read.faults)}});
  const std::lock_guard lock(mutex_);
  ++(repeated ? figures_.records_repeated : figures_.records);
  const auto found = bed_of_.find(entry.placer_order_number.id);
  if (found == bed_of_.end() || !ends(entry)) return;
  Bed& bed = beds_[found->second];
  if (bed.order.order != entry.placer_order_number.id) return;
  // The chart may be told before our scan is answered.
  bed.charted_end = true;
  if (bed.stage == Stage::scan_taken && bed.control_id.empty()) end(bed, false);
}

void Ehr::on_answer(const hl7::Message& message, bool repeated) {
  const hl7::Segment msa = message.find("MSA");
  const std::string code = text_of(msa.field(1));
  const std::string about = text_of(msa.field(2));
  const std::string error = text_of(message.find("ERR").field(5).component(1));
  ledger_.write(clock_.now(), "answer",
                {{"control_id", about},
                 {"repeated", repeated},
                 {"type", text_of(message.find("MSH").field(9).component(1))},
                 {"code", code},
                 {"error", error}});
  const std::lock_guard lock(mutex_);
  if (!repeated) ++figures_.answers;
  Bed* const bed = bed_waiting_for(about);
  if (bed == nullptr || repeated) return;
  // The answer may overtake the accept ack of what it answers.
  if (bed->stage == Stage::ordered || bed->stage == Stage::order_taken) {
    order_answered(*bed, code == "AA");
  } else if (bed->stage == Stage::scanned || bed->stage == Stage::scan_taken) {
    scan_answered(*bed, code == "AA");
  }
}

// --- beds --------------------------------------------------------------------------------------

Ehr::Bed* Ehr::bed_waiting_for(const std::string& control_id) {
  const auto found = waits_.find(control_id);
  return found == waits_.end() ? nullptr : &beds_[found->second];
}

void Ehr::run_beds() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    const auto now = std::chrono::steady_clock::now();
    for (Bed& bed : beds_) look_after(bed, now);
    changed_.notify_all();
    changed_.wait_for(lock, between_looks, [this] { return stopping_; });
  }
}

void Ehr::look_after(Bed& bed, std::chrono::steady_clock::time_point now) {
  if (bed.stage == Stage::given_up) return;
  if (bed.stage == Stage::idle) {
    const bool begin = orders_to_begin_ > 0 && now >= bed.not_before && senders_->has_room(1);
    if (begin) begin_order(bed);
    return;
  }
  if (now - bed.since < std::chrono::milliseconds(settings_.bed_patience_ms)) return;
  ++figures_.given_up;
  ledger_.write(clock_.now(), "given_up", {{"order", bed.order.order}});
  waits_.erase(bed.control_id);
  bed.stage = Stage::given_up;
}

void Ehr::begin_order(Bed& bed) {
  --orders_to_begin_;
  bed.order.number = ++figures_.orders;
  bed.order.order = "T" + settings_.run_id + "-" + std::to_string(bed.order.number);
  bed.charted_end = false;
  bed.stage = Stage::ordered;
  bed.since = std::chrono::steady_clock::now();
  bed.control_id = "EHR" + settings_.run_id + "-" + std::to_string(++messages_made_);
  const auto index = static_cast<std::size_t>(&bed - beds_.data());
  waits_[bed.control_id] = index;
  bed_of_[bed.order.order] = index;
  // Every second pair asks to be answered in enhanced mode, so that both kinds of order see both.
  const AnswerMode mode =
      bed.order.number / 2 % 2 == 0 ? AnswerMode::original : AnswerMode::enhanced;
  enqueue(write_invented_order(bed.order, mode, bed.control_id, clock_.now()), index, "order",
          bed.order.order);
}

void Ehr::order_answered(Bed& bed, bool positive) {
  waits_.erase(bed.control_id);
  if (!positive) return end(bed, true);
  begin_scan(bed);
}

void Ehr::begin_scan(Bed& bed) {
  bed.stage = Stage::scanned;
  bed.since = std::chrono::steady_clock::now();
  bed.control_id = "EHR" + settings_.run_id + "-" + std::to_string(++messages_made_);
  const auto index = static_cast<std::size_t>(&bed - beds_.data());
  waits_[bed.control_id] = index;
  enqueue(write_invented_scan(bed.order, bed.control_id, clock_.now()), index, "scan",
          bed.order.order);
}

void Ehr::scan_answered(Bed& bed, bool positive) {
  waits_.erase(bed.control_id);
  bed.control_id.clear();
  if (!positive) return end(bed, true);
  bed.stage = Stage::scan_taken;
  if (bed.charted_end) end(bed, false);
}

void Ehr::end(Bed& bed, bool refused) {
  ++figures_.ended;
  bed_of_.erase(bed.order.order);
  bed.stage = Stage::idle;
  bed.control_id.clear();
  const auto now = std::chrono::steady_clock::now();
  bed.not_before = now;
  if (refused) bed.not_before += std::chrono::milliseconds(settings_.after_refusal_ms);
}

}  // namespace bridge::simulate
