// SPDX-License-Identifier: Apache-2.0
#include "simulate/demonstration.h"

#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <map>
#include <set>
#include <thread>

#include "shell/commands.h"
#include "shell/service.h"
#include "simulate/ehr.h"
#include "simulate/fast_clock.h"
#include "simulate/gateway.h"
#include "simulate/run.h"
#include "simulate/tables.h"
#include "simulate/therapy.h"

namespace bridge::simulate {
namespace {

constexpr std::int64_t default_speed = 1800;
constexpr std::int64_t look_every_ms = 50;
// Of the hospital's time: how long a nurse takes to tidy up a pump, and to scan again when nothing
// began.
constexpr std::int64_t tidy_up_ms = 10 * 60'000;
constexpr std::int64_t scan_again_ms = 180 * 60'000;
constexpr std::size_t most_tries = 3;
constexpr std::int64_t give_up_after_ms = 240'000;  // of real time, for the whole set

// Where the steps of one therapy stand.
enum class Stage : std::uint8_t { waiting, ordered, scanned, charted, refused, failed };

struct Progress {
  Therapy therapy;
  Stage stage = Stage::waiting;
  std::size_t scans = 0;
  std::size_t tries = 0;
  Instant scanned_at;
};

class Hospital {
 public:
  explicit Hospital(std::int64_t speed)
      : clock_(system_now(), speed), log_(2, shell::LogLevel::warning, clock_) {}
  ~Hospital() {
    if (ehr_) ehr_->stop();
    if (gateway_) gateway_->stop();
    if (service_) service_->stop(10'000);
    ehr_.reset();
    gateway_.reset();
    service_.reset();
    std::error_code error;
    std::filesystem::remove_all(directory_, error);
  }

  // Of `site` the addresses count, its own and those of its first gateway and EHR.
  Faults open(const shell::Config& site) {
    std::string pattern = std::filesystem::temp_directory_path().string() + "/infusion-demo-XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr) {
      return {Fault{FaultCode::configuration_wrong, "temporary directory", {}}};
    }
    directory_ = pattern;
    shell::Config config = shell::default_config();
    config.listen_ehr = site.listen_ehr;
    config.listen_gateway = site.listen_gateway;
    config.listen_http = site.listen_http;
    if (!site.gateways.empty()) config.gateways.front().address = site.gateways.front().address;
    if (!site.ehrs.empty()) config.ehrs.front().address = site.ehrs.front().address;
    config.journal = directory_ + "/journal.db";
    config.gateways.front().profile = "demonstration";
    config.request_expiry_minutes = 240;  // ten minutes pass in one second here
    config.late_after_minutes = 240;
    auto tables = read_tables(config.mappings);
    if (!tables) return tables.fault();
    tables_.emplace(std::move(tables).value());
    auto pumps = read_pumps(config.mappings + "/pumps.csv");
    if (!pumps) return {pumps.fault()};
    const std::string samples = config.mappings + "/../samples/demonstration";
    auto therapies = read_therapies(samples);
    if (!therapies) return therapies.fault();
    for (Therapy& therapy : *therapies)
      therapies_.push_back({std::move(therapy), Stage::waiting, 0, 0, {}});
    auto service = shell::Service::start(config, clock_, log_);
    if (!service) return service.fault();
    service_ = std::move(service).value();
    return open_ends(std::move(pumps).value(), config);
  }

  void print_addresses() const {
    std::printf(
        "The demonstration hospital is open (clock %lldx).\n"
        "  orders and scans (MLLP)   127.0.0.1:%u      FHIR  http://127.0.0.1:%u/fhir\n"
        "  pump events (MLLP)        127.0.0.1:%u      metrics  http://127.0.0.1:%u/metrics\n"
        "  simulated pump gateway    127.0.0.1:%u      simulated EHR  127.0.0.1:%u\n\n",
        static_cast<long long>(default_speed), service_->ehr_port(), service_->http_port(),
        service_->gateway_port(), service_->http_port(), gateway_->port(), ehr_->port());
    std::fflush(stdout);
  }

  // True when every therapy came to its end, each as it should.
  bool run(const std::function<bool()>& stopping) {
    const auto began = std::chrono::steady_clock::now();
    const auto limit = std::chrono::milliseconds(give_up_after_ms);
    while (!all_ended() && !stopping() && std::chrono::steady_clock::now() - began < limit) {
      for (Progress& progress : therapies_) advance(progress);
      std::this_thread::sleep_for(std::chrono::milliseconds(look_every_ms));
    }
    return print_summary();
  }

 private:
  Faults open_ends(std::vector<EntityId> pumps, const shell::Config& config) {
    auto gateway_ledger = Ledger::open(directory_ + "/gateway.jsonl");
    auto ehr_ledger = Ledger::open(directory_ + "/ehr.jsonl");
    if (!gateway_ledger || !ehr_ledger) return {Fault{FaultCode::store_failed, directory_, {}}};
    gateway_ledger_ = std::move(gateway_ledger).value();
    ehr_ledger_ = std::move(ehr_ledger).value();
    GatewaySettings gateway;
    gateway.host = config.gateways.front().address.host;
    gateway.port = config.gateways.front().address.port;
    gateway.bridge.port = service_->gateway_port();
    gateway.pumps = pumps;
    gateway.sender = demonstration_gateway();
    gateway.run_id = "D";
    auto opened = Gateway::start(std::move(gateway), Script{}, tables_->book, tables_->terms,
                                 *gateway_ledger_, clock_);
    if (!opened) return {opened.fault()};
    gateway_ = std::move(opened).value();
    EhrSettings ehr;
    ehr.host = config.ehrs.front().address.host;
    ehr.port = config.ehrs.front().address.port;
    ehr.bridge.port = service_->ehr_port();
    ehr.pumps = std::move(pumps);
    ehr.run_id = "D";
    auto chart = Ehr::start(std::move(ehr), tables_->book, *ehr_ledger_, clock_);
    if (!chart) return {chart.fault()};
    ehr_ = std::move(chart).value();
    return {};
  }

  bool all_ended() const {
    for (const Progress& progress : therapies_) {
      if (progress.stage == Stage::waiting || progress.stage == Stage::ordered ||
          progress.stage == Stage::scanned) {
        return false;
      }
    }
    return true;
  }

  void send(const std::string& text) {
    ehr_->send(filled(text, clock_.now(), "DEMO" + std::to_string(++messages_)));
  }

  bool known(const std::string& order) {
    return service_->core().look([&order](const decide::State& state) {
      for (const auto& [key, held] : state.orders()) {
        if (!held.order.empty() && key.substr(0, key.find('^')) == order) return true;
      }
      return false;
    });
  }

  // One step at a time, each only when the one before has left its mark in the bridge or the chart.
  void advance(Progress& progress) {
    const Therapy& therapy = progress.therapy;
    switch (progress.stage) {
      case Stage::waiting:
        send(therapy.order_text);
        progress.scanned_at = clock_.now();
        progress.stage = Stage::ordered;
        return;
      case Stage::ordered:
        if (therapy.must_be_refused) return await_refusal(progress);
        if (known(therapy.order) && take_pump(therapy)) scan(progress);
        return;
      case Stage::scanned:
        await_chart(progress);
        return;
      case Stage::charted:
      case Stage::refused:
      case Stage::failed:
        return;
    }
  }

  void await_refusal(Progress& progress) {
    const bool waited = clock_.now().unix_ms() - progress.scanned_at.unix_ms() > 15 * 60'000;
    if (known(progress.therapy.order))
      progress.stage = Stage::failed;
    else if (waited)
      progress.stage = Stage::refused;
  }

  // A pump serves one patient after another: the nurse ends the last association when it is idle.
  bool take_pump(const Therapy& therapy) {
    if (taken_.contains(therapy.pump.id)) return false;
    const auto freed = freed_.find(therapy.pump.id);
    if (freed != freed_.end() && clock_.now() < freed->second.plus_ms(tidy_up_ms)) return false;
    taken_.insert(therapy.pump.id);
    (void)service_->core().submit_durably(decide::DisassociateInput{therapy.pump, {"N0001", {}}});
    return true;
  }

  void scan(Progress& progress) {
    // A titration: the changed order first, on the same connection, so that the scan meets it.
    const Therapy& therapy = progress.therapy;
    if (progress.scans > 0 && progress.scans <= therapy.change_texts.size()) {
      send(therapy.change_texts[progress.scans - 1]);
    }
    send(progress.therapy.scan_texts[progress.scans]);
    ++progress.scans;
    progress.scanned_at = clock_.now();
    progress.stage = Stage::scanned;
  }

  void await_chart(Progress& progress) {
    const auto chart = read_chart(directory_ + "/ehr.jsonl");
    const auto row = chart.find(progress.therapy.order);
    if (row == chart.end()) return scan_again(progress);
    if (progress.scans < progress.therapy.scan_texts.size()) {
      if (row->second.records >= progress.scans) scan(progress);
      return;
    }
    if (!row->second.complete) return;
    progress.stage = Stage::charted;
    taken_.erase(progress.therapy.pump.id);
    freed_[progress.therapy.pump.id] = clock_.now();
    std::printf("charted  %-28s %-12s %s, %zu records, %s given\n", progress.therapy.name.c_str(),
                progress.therapy.order.c_str(), progress.therapy.pump.id.c_str(),
                row->second.records, row->second.total.c_str());
    std::fflush(stdout);
  }

  // The pump was not ready, say: the nurse sees that nothing began and scans again.
  void scan_again(Progress& progress) {
    const std::int64_t waited = clock_.now().unix_ms() - progress.scanned_at.unix_ms();
    if (waited < scan_again_ms) return;
    if (++progress.tries >= most_tries) {
      progress.stage = Stage::failed;
      taken_.erase(progress.therapy.pump.id);
      return;
    }
    progress.scans = 0;
    scan(progress);
  }

  bool print_summary() const {
    std::size_t charted = 0;
    std::size_t refused = 0;
    std::size_t wrong = 0;
    for (const Progress& progress : therapies_) {
      if (progress.stage == Stage::charted) {
        ++charted;
      } else if (progress.stage == Stage::refused) {
        ++refused;
        std::printf("refused  %-28s %-12s as it must be\n", progress.therapy.name.c_str(),
                    progress.therapy.order.c_str());
      } else {
        ++wrong;
        std::printf("NOT DONE %-28s %-12s\n", progress.therapy.name.c_str(),
                    progress.therapy.order.c_str());
      }
    }
    std::printf("\n%zu charted, %zu refused, %zu not as they should be\n", charted, refused, wrong);
    std::fflush(stdout);
    return wrong == 0 && charted != 0;
  }

  FastClock clock_;
  shell::Log log_;
  std::string directory_;
  std::optional<Tables> tables_;
  std::vector<Progress> therapies_;
  std::set<std::string> taken_;           // pumps in use
  std::map<std::string, Instant> freed_;  // when each was last given free
  std::uint64_t messages_ = 0;
  std::unique_ptr<Ledger> gateway_ledger_;
  std::unique_ptr<Ledger> ehr_ledger_;
  std::unique_ptr<shell::Service> service_;
  std::unique_ptr<Gateway> gateway_;
  std::unique_ptr<Ehr> ehr_;
};

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return signals;
}

}  // namespace

int run_demonstration(std::span<const std::string> arguments) {
  bool once = false;
  std::string file;
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    if (arguments[at] == "--once") {
      once = true;
    } else if (arguments[at] == "--config" && at + 1 < arguments.size()) {
      file = arguments[++at];
    } else if (arguments[at] != "--demo") {
      std::fprintf(stderr, "usage: infusion-bridge serve --demo [--once] [--config FILE]\n");
      return 2;
    }
  }
  const auto site = file.empty() ? shell::default_config() : shell::load_config(file);
  if (!site) {
    shell::print_faults(site.fault());
    return 1;
  }
  const sigset_t signals = stop_signals();
  bool stopped = false;
  Hospital hospital(default_speed);
  const Faults faults = hospital.open(*site);
  if (!faults.empty()) {
    shell::print_faults(faults);
    return 1;
  }
  hospital.print_addresses();
  const auto stopping = [&signals, &stopped] {
    const timespec no_wait{0, 0};
    stopped = stopped || sigtimedwait(&signals, nullptr, &no_wait) > 0;
    return stopped;
  };
  const bool good = hospital.run(stopping);
  if (once || stopped) return good ? 0 : 1;
  std::printf("The hospital stays open; end it with Ctrl-C.\n");
  std::fflush(stdout);
  int signal = 0;
  sigwait(&signals, &signal);
  return good ? 0 : 1;
}

}  // namespace bridge::simulate
