// SPDX-License-Identifier: Apache-2.0
#include "shell/service.h"

#include <algorithm>
#include <chrono>
#include <random>

#include "engine/answers.h"
#include "shell/load_library.h"
#include "shell/load_tables.h"
#include "shell/metrics.h"

namespace bridge::shell {
namespace {

constexpr std::int64_t tick_ms = 500;
constexpr std::int64_t longest_wait_ms = 1000;

// Eight letters and digits that are not mistaken for each other; chosen once in a journal's life.
std::string new_epoch() {
  constexpr std::string_view letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  std::random_device random;
  std::string epoch;
  for (int at = 0; at < 6; ++at) epoch.push_back(letters[random() % letters.size()]);
  return epoch;
}

// MSA-2 of the answer is MSH-10 of the message.
bool answers_it(std::string_view message, std::string_view answer) {
  const hl7::Limits limits{.line_feeds = hl7::LineFeeds::end_segments};
  const auto sent = hl7::parse(std::string(message));
  const auto came = hl7::parse(std::string(answer), limits);
  if (!sent || !came) return false;
  const auto control_id = sent->segment(0).field(10).raw();
  return !control_id.empty() && came->find("MSA").field(2).raw() == control_id;
}

// A request that could not be read, in the words of the FHIR door.
Fault fault_of(const HttpRefusal& refusal) {
  const FaultCode code = refusal.status == 413 || refusal.status == 431 ? FaultCode::frame_too_long
                         : refusal.status == 408                        ? FaultCode::frame_late
                         : refusal.status == 405 || refusal.status == 501
                             ? FaultCode::method_not_allowed
                         : refusal.status == 415 ? FaultCode::media_type
                                                 : FaultCode::element_value;
  return Fault{code, {}, std::string(refusal.reason)};
}

HttpResponse plain(int status, std::string body) {
  HttpResponse response;
  response.status = status;
  response.fields.push_back({"Content-Type", "text/plain; charset=utf-8"});
  response.body = std::move(body);
  return response;
}

}  // namespace

void Bell::ring() {
  {
    const std::lock_guard lock(mutex_);
    ++rings_;
  }
  rang_.notify_all();
}

std::uint64_t Bell::heard() const {
  const std::lock_guard lock(mutex_);
  return rings_;
}

void Bell::wait(std::uint64_t heard, std::int64_t ms) {
  std::unique_lock lock(mutex_);
  rang_.wait_for(lock, std::chrono::milliseconds(ms),
                 [this, heard] { return rings_ != heard || silenced_; });
}

void Bell::sleep(std::int64_t ms) {
  std::unique_lock lock(mutex_);
  rang_.wait_for(lock, std::chrono::milliseconds(ms), [this] { return silenced_; });
}

void Bell::silence() {
  {
    const std::lock_guard lock(mutex_);
    silenced_ = true;
  }
  rang_.notify_all();
}

bool Bell::silenced() const {
  const std::lock_guard lock(mutex_);
  return silenced_;
}

Result<std::unique_ptr<Service>, Faults> Service::start(const Config& config, engine::Clock& clock,
                                                        Log& log) {
  // What was given to patients must be recorded even when nothing may be programmed: an unusable
  // library blocks every order, not the service (P24, B78).
  auto tables = load_tables(config, WithoutLibrary::taken);
  if (!tables) return tables.fault();
  auto counters = std::make_unique<engine::Counters>();
  auto journal = SqliteJournal::open({.path = config.journal}, *counters);
  if (!journal) return Faults{journal.fault()};
  std::unique_ptr<Service> service(new Service(config, clock, log, std::move(counters),
                                               std::move(journal).value(),
                                               std::move(tables).value()));
  const auto recovered = service->core_.recover(new_epoch());
  if (!recovered) return Faults{recovered.fault()};
  Faults faults = service->take_first_library();
  if (faults.empty()) faults = service->listen();
  if (!faults.empty()) return faults;
  service->start_senders();
  log.info("service_started", {{"ehr_port", service->ehr_port()},
                               {"gateway_port", service->gateway_port()},
                               {"http_port", service->http_port()}});
  return service;
}

Service::Service(const Config& config, engine::Clock& clock, Log& log,
                 std::unique_ptr<engine::Counters> counters, std::unique_ptr<SqliteJournal> journal,
                 std::shared_ptr<const engine::Tables> tables)
    : config_(config),
      log_(log),
      counters_(std::move(counters)),
      journal_(std::move(journal)),
      tables_(std::move(tables)),
      core_(*journal_, clock, tables_),
      inbound_(core_, tables_, *counters_),
      outbox_(core_, tables_, *counters_),
      fhir_(core_, inbound_, tables_),
      own_(core_) {
  core_.on_replies(
      [this](const std::vector<decide::Reply>& replies, const decide::State& state, Instant now) {
        return engine::late_answers(replies, *tables_.current(), state, now);
      });
  core_.on_change([this] { bell_.ring(); });
}

Service::~Service() { stop(10'000); }

Reply Service::take_message(std::string_view message, engine::Door door) {
  return Reply{inbound_.answer(message, door), Reply::Then::keep};
}

Faults Service::listen() {
  Faults faults;
  MllpLimits limits;
  limits.frame.message_bytes = config_.message_bytes;
  const auto open_door = [&](const Address& address, engine::Door door,
                             std::unique_ptr<MllpServer>& held) {
    MllpHandlers handlers;
    handlers.message = [this, door](std::string_view message, const Peer&) {
      return take_message(message, door);
    };
    handlers.too_long = [this, door](std::string_view beginning, const Peer&) {
      return Reply{inbound_.refuse_too_long(beginning, door), Reply::Then::close};
    };
    auto server = MllpServer::start(
        {address.host, address.port, config_.connections, config_.connections_per_peer}, limits,
        std::move(handlers), *counters_);
    if (server)
      held = std::move(server).value();
    else
      faults.push_back(server.fault());
  };
  open_door(config_.listen_ehr, engine::Door::ehr, ehr_door_);
  open_door(config_.listen_gateway, engine::Door::gateway, gateway_door_);
  HttpHandlers handlers;
  handlers.request = [this](const HttpRequest& request) { return answer_http(request); };
  handlers.refused = [](const HttpRefusal& refusal) {
    HttpResponse response = FhirApi::refusal({fault_of(refusal)}, false);
    response.status = refusal.status;
    return response;
  };
  auto http = HttpServer::start({config_.listen_http.host, config_.listen_http.port,
                                 config_.connections, config_.connections_per_peer},
                                {}, std::move(handlers), *counters_);
  if (http)
    http_ = std::move(http).value();
  else
    faults.push_back(http.fault());
  return faults;
}

HttpResponse Service::answer_http(const HttpRequest& request) {
  const std::string& path = request.head.path;
  if (path == "/fhir" || path.rfind("/fhir/", 0) == 0) return fhir_.answer(request);
  if (path.rfind("/api/", 0) == 0) return own_.answer(request);
  const bool get = request.head.method == "GET" || request.head.method == "HEAD";
  const bool own = path == "/metrics" || path.rfind("/health/", 0) == 0;
  if (!get && own) return plain(405, "use GET\n");
  if (get && path == "/metrics") {
    HttpResponse response = plain(200, render_metrics(*counters_));
    response.fields = {{"Content-Type", std::string(metrics_media_type)}};
    return response;
  }
  if (get && path == "/health/live") return plain(200, "live\n");
  if (get && path == "/health/ready") {
    if (failed()) return plain(503, "the journal cannot be written\n");
    // Still ready: pump events must come in. Every order is refused, and says why.
    if (library_in_use().empty()) return plain(200, "ready, but no drug library is in use\n");
    return plain(200, "ready\n");
  }
  return plain(
      404, "see /fhir/metadata, /api, /metrics, /health/ready; FHIR resources are under /fhir\n");
}

void Service::start_senders() {
  const auto tables = tables_.current();
  for (const GatewayConfig& gateway : config_.gateways) {
    MllpLinkOptions options{gateway.address.host, gateway.address.port};
    options.answers = answers_it;
    links_.push_back(std::make_unique<MllpLink>(std::move(options), *counters_));
    threads_.emplace_back(
        [this, name = gateway.name, &link = *links_.back()] { send_programs(name, link); });
  }
  for (const EhrConfig& ehr : config_.ehrs) {
    MllpLinkOptions options{ehr.address.host, ehr.address.port};
    options.answers = answers_it;
    links_.push_back(std::make_unique<MllpLink>(std::move(options), *counters_));
    threads_.emplace_back(
        [this, name = ehr.name, &link = *links_.back()] { send_reports(name, link); });
  }
  threads_.emplace_back([this] { tick(); });
}

void Service::send_programs(const std::string& gateway, MllpLink& link) {
  while (!bell_.silenced()) {
    const std::uint64_t heard = bell_.heard();
    const engine::NextTry next = outbox_.send_program(gateway, link);
    if (!next.worked) bell_.wait(heard, std::min(next.wait_ms, longest_wait_ms));
  }
}

void Service::send_reports(const std::string& destination, MllpLink& link) {
  while (!bell_.silenced()) {
    const std::uint64_t heard = bell_.heard();
    const engine::NextTry next = outbox_.send_report(destination, link);
    if (!next.worked) bell_.wait(heard, std::min(next.wait_ms, longest_wait_ms));
  }
}

bool Service::is_usable(const decide::State& state) {
  const auto tables = tables_.current();
  decide::Context context;
  context.library = tables->library ? &*tables->library : nullptr;
  return context.library != nullptr && context.library->effective_at(core_.now()) &&
         decide::objection_to_library(state, context).empty();
}

void Service::tick() {
  while (!bell_.silenced()) {
    (void)core_.submit(decide::TickInput{});
    core_.look([this](const decide::State& state) {
      const std::int64_t usable = is_usable(state) ? 1 : 0;
      std::int64_t reports = 0;
      for (const auto& [lane, held] : state.report_lanes()) {
        reports += static_cast<std::int64_t>(held.size());
      }
      std::int64_t unknown = 0;
      for (const std::string& id : state.open_programs()) {
        unknown += state.program(id)->status == decide::ProgramStatus::unknown ? 1 : 0;
      }
      counters_->library_usable.set(usable);
      counters_->reports_pending.set(reports);
      counters_->dispatches_pending.set(static_cast<std::int64_t>(state.due_programs().size()));
      counters_->lanes_blocked.set(unknown);
      return 0;
    });
    bell_.sleep(tick_ms);
  }
}

Faults Service::take_recalls() {
  const auto recalls = load_recalls(config_.library_recalls);
  if (!recalls) return recalls.fault();
  for (const decide::RecallInput& one : *recalls) {
    const auto kept = core_.submit_durably(one);
    if (!kept) return {kept.fault()};
  }
  return {};
}

// Recalls first: a library that is recalled now is not taken into use now.
Faults Service::take_first_library() {
  Faults faults = take_recalls();
  if (faults.empty()) (void)core_.use_first(tables_.current());
  return faults;
}

Faults Service::reload() {
  Faults faults = take_recalls();
  auto tables = load_tables(config_, WithoutLibrary::taken);
  if (!tables) faults.insert(faults.end(), tables.fault().begin(), tables.fault().end());
  if (faults.empty()) faults = core_.use(std::move(tables).value());
  if (!faults.empty()) {
    counters_->configuration_reload_failures.add();
    return faults;
  }
  counters_->configuration_reloads.add();
  bell_.ring();
  return {};
}

std::string Service::library_in_use() const {
  const auto tables = tables_.current();
  return tables->library ? tables->library->label() : std::string();
}

Faults Service::library_faults() const { return tables_.current()->library_faults; }

bool Service::stop(std::int64_t timeout_ms) {
  if (stopped_) return true;
  stopped_ = true;
  bool whole = true;
  for (Listener* listener :
       std::initializer_list<Listener*>{ehr_door_.get(), gateway_door_.get(), http_.get()}) {
    if (listener != nullptr) whole = listener->stop(timeout_ms) && whole;
  }
  bell_.silence();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
  log_.info("service_stopped", {{"whole", whole}});
  return whole;
}

}  // namespace bridge::shell
