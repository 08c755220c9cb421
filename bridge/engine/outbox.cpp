// SPDX-License-Identifier: Apache-2.0
#include "engine/outbox.h"

#include <algorithm>

#include "hl7/parse.h"
#include "translate/ack.h"
#include "translate/ras_o17.h"
#include "translate/rgv_o15.h"

namespace bridge::engine {
namespace {

constexpr std::int64_t first_backoff_ms = 250;
constexpr std::int64_t longest_backoff_ms = 30'000;

// 250 ms, 500 ms, 1 s ... 30 s.
std::int64_t backoff_after(std::uint32_t failures) {
  const std::uint32_t doublings = std::min(failures, 8U) - 1;
  return std::min(first_backoff_ms << doublings, longest_backoff_ms);
}

// The partner's acknowledgement of this very message; anything else on the connection is no answer.
std::optional<translate::AckRead> own_ack(const Link::Outcome& outcome,
                                          std::string_view control_id) {
  if (outcome.fate != Link::Fate::answered) return std::nullopt;
  hl7::Limits limits;
  limits.line_feeds = hl7::LineFeeds::end_segments;
  const auto message = hl7::parse(outcome.answer, limits);
  if (!message) return std::nullopt;
  auto ack = translate::read_ack(*message);
  if (!ack || ack->control_id != control_id) return std::nullopt;
  return std::move(ack).value();
}

std::vector<PumpRefusal> refusals_of(const translate::AckRead& ack) {
  std::vector<PumpRefusal> refusals;
  for (const translate::AckError& error : ack.errors) {
    const bool has_pump_code = !error.application_code.empty();
    refusals.push_back(
        PumpRefusal{has_pump_code ? error.application_code : error.code, error.text});
  }
  if (refusals.empty()) refusals.push_back(PumpRefusal{"9016", "refused without a code"});
  return refusals;
}

}  // namespace

Outbox::Outbox(Core& core, TablesHolder& tables, Counters& counters)
    : core_(core), tables_(tables), counters_(counters) {}

std::int64_t Outbox::backed_off(const std::string& lane, std::int64_t now_ms) {
  const std::lock_guard lock(mutex_);
  const auto found = backoff_.find(lane);
  return found == backoff_.end() ? 0
                                 : std::max<std::int64_t>(0, found->second.not_before_ms - now_ms);
}

void Outbox::failed(const std::string& lane, std::int64_t now_ms) {
  const std::lock_guard lock(mutex_);
  Backoff& backoff = backoff_[lane];
  ++backoff.failures;
  backoff.not_before_ms = now_ms + backoff_after(backoff.failures);
}

void Outbox::succeeded(const std::string& lane) {
  const std::lock_guard lock(mutex_);
  backoff_.erase(lane);
}

// The oldest command that is due for a pump of this gateway. Where the gateway drops repeats by
// MSH-10, a command of unknown fate is sent again under the same id before anything newer.
std::optional<std::string> Outbox::next_program(const std::string& gateway,
                                                const Tables& tables) const {
  const auto profile = tables.gateways.find(gateway);
  const bool resend =
      profile != tables.gateways.end() && profile->second.deduplicates_by_control_id;
  const std::uint32_t most = resend ? profile->second.patience.retries + 1 : 1;
  return core_.look([&](const decide::State& state) -> std::optional<std::string> {
    const auto here = [&](const decide::ProgramState& program) {
      const InfusionProgram held = program.program.unpack();
      const Pump* pump = tables.pumps.pump(held.pump);
      return pump != nullptr && pump->gateway == gateway;
    };
    if (resend) {
      for (const std::string& control_id : state.open_programs()) {
        const decide::ProgramState& program = *state.program(control_id);
        if (program.status == decide::ProgramStatus::unknown && program.attempts < most &&
            here(program)) {
          return control_id;
        }
      }
    }
    for (const std::string& control_id : state.due_programs()) {
      if (here(*state.program(control_id))) return control_id;
    }
    return std::nullopt;
  });
}

NextTry Outbox::send_program(const std::string& gateway, Link& link) {
  const auto tables = tables_.current();
  const auto profile = tables->gateways.find(gateway);
  if (profile == tables->gateways.end()) return {};
  const std::int64_t wait = backed_off("gateway " + gateway, core_.now().unix_ms());
  if (wait > 0) return {false, wait};
  const auto control_id = next_program(gateway, *tables);
  if (!control_id) return {};

  const auto started = core_.submit_durably(
      decide::DispatchInput{*control_id, profile->second.deduplicates_by_control_id});
  if (!started) return {};  // the journal has failed: nothing may leave
  if (any_error(started->front().findings)) return {true, 0};  // withdrawn by the interlock

  const auto checked = core_.look([&](const decide::State& state) {
    const decide::ProgramState& program = *state.program(*control_id);
    return std::pair(decide::ProgramChecker::restore(
                         program.program.unpack(),
                         program.certificate.empty() ? Certificate{} : program.certificate.unpack(),
                         *control_id),
                     program.due_at);
  });
  // MSH-7 is the time of the decision, so that a repetition has the same bytes.
  const std::string message =
      translate::write_rgv_o15(checked.first, profile->second, tables->codes, checked.second);
  const Link::Outcome outcome =
      link.exchange(message, profile->second.patience.accept_ack_timeout_ms);

  decide::DispatchOutcomeInput result{*control_id, decide::DispatchFate::unknown, {}};
  const auto ack = own_ack(outcome, *control_id);
  if (outcome.fate == Link::Fate::unreached) {
    counters_.dispatches_unreached.add();
    result.fate = decide::DispatchFate::unreached;
  } else if (!ack) {
    counters_.dispatches_unknown.add();
  } else {
    counters_.dispatches_answered.add();
    result.fate = translate::is_positive(ack->code) ? decide::DispatchFate::taken
                                                    : decide::DispatchFate::refused;
    if (!translate::is_positive(ack->code)) result.refusals = refusals_of(*ack);
  }
  const bool reached =
      result.fate == decide::DispatchFate::taken || result.fate == decide::DispatchFate::refused;
  const auto recorded = core_.submit_durably(std::move(result));
  if (!recorded) return {};
  if (reached) {
    succeeded("gateway " + gateway);
  } else {
    failed("gateway " + gateway, core_.now().unix_ms());
  }
  return {true, 0};
}

NextTry Outbox::send_report(const std::string& destination, Link& link) {
  const auto tables = tables_.current();
  const auto profile = tables->ehrs.find(destination);
  if (profile == tables->ehrs.end()) return {};
  const std::string lane = "ehr " + destination;
  const std::int64_t wait = backed_off(lane, core_.now().unix_ms());
  if (wait > 0) return {false, wait};

  struct Next {
    std::string report_id;
    std::string message;
    bool wanted = true;
    std::uint64_t sequence = 0;
  };
  auto next = core_.look_with_sequence([&](const decide::State& state, std::uint64_t sequence) {
    Next found;
    found.sequence = sequence;
    const auto held = state.report_lanes().find(destination);
    if (held == state.report_lanes().end() || held->second.empty()) return found;
    found.report_id = held->second.front();
    const decide::Fact& fact = state.report(found.report_id)->fact;
    if (const auto* answer = std::get_if<decide::AnswerDue>(&fact)) {
      found.message = answer->message;
      return found;
    }
    const auto& report = std::get<decide::ReportDue>(fact);
    const auto& kinds = profile->second.records;
    found.wanted = std::find(kinds.begin(), kinds.end(), report.record->kind) != kinds.end();
    found.message = translate::write_ras_o17(
        state.administration(report.administration_id)->administration.unpack(), report.record,
        report.removed   ? translate::RecordAction::remove
        : report.amended ? translate::RecordAction::update
                         : translate::RecordAction::add,
        profile->second, tables->codes, report.report_id, report.at);
    return found;
  });
  if (next.report_id.empty()) return {};
  // What is reported must be durable before anybody hears of it.
  if (!core_.wait_durable(next.sequence)) return {};
  if (!next.wanted) {
    (void)core_.submit_durably(decide::ReportOutcomeInput{next.report_id, "AA"});
    return {true, 0};
  }
  const Link::Outcome outcome =
      link.exchange(next.message, profile->second.patience.accept_ack_timeout_ms);
  const auto ack = own_ack(outcome, next.report_id);
  if (!ack) {
    counters_.dispatches_unknown.add();
    failed(lane, core_.now().unix_ms());
    return {false, backed_off(lane, core_.now().unix_ms())};
  }
  counters_.dispatches_answered.add();
  succeeded(lane);
  if (!core_.submit_durably(
          decide::ReportOutcomeInput{next.report_id, std::string(name_of(ack->code))}))
    return {};
  return {true, 0};
}

}  // namespace bridge::engine
