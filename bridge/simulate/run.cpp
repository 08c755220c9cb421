// SPDX-License-Identifier: Apache-2.0
#include "simulate/run.h"

#include <algorithm>
#include <cstdio>

#include "simulate/arguments.h"
#include "simulate/ehr.h"
#include "simulate/fast_clock.h"
#include "simulate/gateway.h"
#include "simulate/tables.h"

namespace bridge::simulate {
namespace {

constexpr int unusable = 2;
constexpr std::int64_t between_looks_ms = 20;
constexpr std::int64_t most_orders = 100'000'000;

constexpr std::string_view gateway_help = R"(infusion-bridge simulate gateway [OPTION...]
  --listen HOST:PORT   takes commands here (127.0.0.1:3000)
  --script FILE        what goes wrong, and what the nurse does
  --forget-repeats     programs a command twice when it comes twice
  --answer-after MS    RRG^O16 after the accept acknowledgement (200)
)";
constexpr std::string_view ehr_help = R"(infusion-bridge simulate ehr [OPTION...]
  --listen HOST:PORT   takes answers and administration records here (127.0.0.1:3001)
  --send FILE...       sends these messages, in order
  --load N             sends N invented orders and their scans
  --patience S         an order without a chart is given up after so many seconds (300)
  --once               ends when all is done; exit 1 when anything was refused or given up
)";
constexpr std::string_view common_help = R"(both
  --bridge HOST:PORT   sends there (the bridge's own ports: 2576 from a gateway, 2575 from an EHR)
  --connections N      to the bridge (gateway 4, EHR 1)
  --ledger FILE        what this end saw and did, a line each
  --mappings DIR       the bridge's tables (mappings)
  --pumps FILE         pumps.csv of those tables
  --speed N            the clock runs N times as fast (1)
  --run ID             begins the control ids of this run
SIGUSR1: nothing new, end when all is done. SIGTERM: end.
)";

bool asks_for_help(std::span<const std::string> arguments) {
  return std::any_of(arguments.begin(), arguments.end(), [](const std::string& argument) {
    return argument == "--help" || argument == "-h";
  });
}

int help(std::string_view own) {
  std::printf("%.*s%.*s", static_cast<int>(own.size()), own.data(),
              static_cast<int>(common_help.size()), common_help.data());
  return 0;
}

int refuse(const std::vector<std::string>& sentences) {
  for (const std::string& sentence : sentences) std::fprintf(stderr, "%s\n", sentence.c_str());
  return unusable;
}

std::string sentence(const Fault& fault) {
  std::string text = fault.place;
  if (!text.empty()) text.append(": ");
  return text.append(fault.detail.empty() ? kind_of(fault.code).text : fault.detail);
}

std::vector<std::string> sentences(const Faults& faults) {
  std::vector<std::string> all;
  for (const Fault& fault : faults) all.push_back(sentence(fault));
  return all;
}

// What both ends are told.
struct Common {
  Endpoint listen;
  Endpoint bridge;
  std::string ledger;
  std::int64_t speed = 1;
  std::string pumps;
  std::string mappings;
  std::size_t connections = 1;
  std::string run_id;
};

Common read_common(Arguments& arguments, std::uint16_t listen, std::uint16_t bridge,
                   std::int64_t connections) {
  Common common;
  common.listen = arguments.endpoint("--listen", {"127.0.0.1", listen});
  common.bridge = arguments.endpoint("--bridge", {"127.0.0.1", bridge});
  common.ledger = arguments.text("--ledger", "");
  common.speed = arguments.whole("--speed", 1, 1, 100'000);
  common.mappings = arguments.text("--mappings", "mappings");
  common.pumps = arguments.text("--pumps", common.mappings + "/pumps.csv");
  common.connections =
      static_cast<std::size_t>(arguments.whole("--connections", connections, 1, 4096));
  common.run_id = arguments.text("--run", std::to_string(system_now().unix_ms()));
  return common;
}

SenderSettings sender_of(const Common& common) {
  SenderSettings sender;
  sender.host = common.bridge.host;
  sender.port = common.bridge.port;
  sender.lanes = common.connections;
  return sender;
}

bool is_done(const EhrFigures& figures, std::uint64_t orders) {
  const std::uint64_t over = figures.ended + figures.given_up;
  return figures.waiting == 0 && over >= figures.orders && figures.orders >= orders;
}

// Until a signal, or with `once` until all is done.
int attend(Ehr& ehr, std::uint64_t orders, bool once) {
  while (true) {
    const Signal signal = wait_for_signal(between_looks_ms);
    if (signal == Signal::stop) break;
    if (signal == Signal::no_more) {
      ehr.begin_no_more();
      orders = 0;
    }
    if (once && is_done(ehr.figures(), orders)) break;
  }
  const EhrFigures figures = ehr.figures();
  ehr.stop();
  std::printf(
      "sent=%llu repeats=%llu positive=%llu negative=%llu orders=%llu ended=%llu "
      "given_up=%llu records=%llu\n",
      static_cast<unsigned long long>(figures.sent),
      static_cast<unsigned long long>(figures.repeats),
      static_cast<unsigned long long>(figures.positive),
      static_cast<unsigned long long>(figures.negative),
      static_cast<unsigned long long>(figures.orders),
      static_cast<unsigned long long>(figures.ended),
      static_cast<unsigned long long>(figures.given_up),
      static_cast<unsigned long long>(figures.records));
  return once && (figures.negative > 0 || figures.given_up > 0) ? 1 : 0;
}

void say_listening(const char* who, const Endpoint& listen, std::uint16_t port) {
  std::printf("%s listens on %s:%u\n", who, listen.host.c_str(), static_cast<unsigned>(port));
  std::fflush(stdout);
}

}  // namespace

int run_gateway(std::span<const std::string> arguments_given) {
  if (asks_for_help(arguments_given)) return help(gateway_help);
  Arguments arguments(arguments_given);
  const Common common = read_common(arguments, 3000, 2576, 4);
  const std::string script_file = arguments.text("--script", "");
  GatewaySettings settings;
  settings.deduplicates = !arguments.flag("--forget-repeats");
  settings.answer_after_ms = arguments.whole("--answer-after", 200, 0, 3'600'000);
  const std::vector<std::string> wrong = arguments.finish();
  if (!wrong.empty()) return refuse(wrong);
  const auto tables = read_tables(common.mappings);
  if (!tables) return refuse(sentences(tables.fault()));
  auto pumps = read_pumps(common.pumps);
  if (!pumps) return refuse({sentence(pumps.fault())});
  Script script;
  if (!script_file.empty()) {
    const auto text = read_whole_file(script_file);
    if (!text) return refuse({script_file + ": cannot be read"});
    auto read = read_script(script_file, *text);
    if (!read) return refuse(sentences(read.fault()));
    script = *std::move(read);
  }
  const auto ledger = Ledger::open(common.ledger);
  if (!ledger) return refuse({common.ledger + ": cannot be written"});

  hold_signals();
  FastClock clock(system_now(), common.speed);
  settings.host = common.listen.host;
  settings.port = common.listen.port;
  settings.bridge = sender_of(common);
  settings.pumps = *std::move(pumps);
  settings.sender = demonstration_gateway();
  settings.run_id = common.run_id;
  const auto gateway = Gateway::start(std::move(settings), std::move(script), tables->book,
                                      tables->terms, **ledger, clock);
  if (!gateway) return refuse({sentence(gateway.fault())});
  say_listening("gateway", common.listen, (*gateway)->port());
  bool to_the_end = false;
  while (true) {
    const Signal signal = wait_for_signal(between_looks_ms);
    if (signal == Signal::stop) break;
    if (signal == Signal::no_more) to_the_end = true;
    const GatewayFigures figures = (*gateway)->figures();
    if (to_the_end && figures.waiting == 0 && figures.busy == 0) break;
  }
  (*gateway)->stop();
  return 0;
}

int run_ehr(std::span<const std::string> arguments_given) {
  if (asks_for_help(arguments_given)) return help(ehr_help);
  Arguments arguments(arguments_given);
  const Common common = read_common(arguments, 3001, 2575, 1);
  const std::vector<std::string> files = arguments.list("--send");
  const std::int64_t load = arguments.whole("--load", 0, 0, most_orders);
  const std::int64_t patience_s = arguments.whole("--patience", 300, 1, 86'400);
  const bool once = arguments.flag("--once");
  const std::vector<std::string> wrong = arguments.finish();
  if (!wrong.empty()) return refuse(wrong);
  const auto tables = read_tables(common.mappings);
  if (!tables) return refuse(sentences(tables.fault()));
  EhrSettings settings;
  if (load > 0) {
    auto pumps = read_pumps(common.pumps);
    if (!pumps) return refuse({sentence(pumps.fault())});
    settings.pumps = *std::move(pumps);
  }
  std::vector<std::string> messages;
  for (const std::string& file : files) {
    auto text = read_whole_file(file);
    if (!text) return refuse({file + ": cannot be read"});
    messages.push_back(*std::move(text));
  }
  const auto ledger = Ledger::open(common.ledger);
  if (!ledger) return refuse({common.ledger + ": cannot be written"});

  hold_signals();
  FastClock clock(system_now(), common.speed);
  settings.host = common.listen.host;
  settings.port = common.listen.port;
  settings.bridge = sender_of(common);
  settings.run_id = common.run_id;
  settings.bed_patience_ms = patience_s * 1000;
  const auto ehr = Ehr::start(std::move(settings), tables->book, **ledger, clock);
  if (!ehr) return refuse({sentence(ehr.fault())});
  say_listening("ehr", common.listen, (*ehr)->port());
  for (std::string& message : messages) {
    if (!(*ehr)->send(as_on_the_wire(std::move(message)))) return refuse({"too many messages"});
  }
  (*ehr)->load(static_cast<std::uint64_t>(load));
  return attend(**ehr, static_cast<std::uint64_t>(load), once);
}

}  // namespace bridge::simulate
