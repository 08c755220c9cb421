// SPDX-License-Identifier: Apache-2.0
// Orders per second through the whole line, with a journal in memory: all but sockets and disk.
#include <benchmark/benchmark.h>

#include "bench/order_text.h"
#include "engine/inbound.h"
#include "engine/memory_journal.h"
#include "shell/load_library.h"
#include "shell/load_tables.h"

namespace bridge::bench {
namespace {

class FixedClock : public engine::Clock {
 public:
  explicit FixedClock(std::time_t now) : now_(Instant::from_unix_ms(std::int64_t{now} * 1000)) {}
  Instant now() override { return now_; }

 private:
  Instant now_;
};

void order_through_the_line(benchmark::State& state) {
  shell::Config config;
  config.mappings = BRIDGE_SOURCE_DIR "/mappings";
  shell::use_demonstration_library(config);
  config.gateways.push_back({"demo", {"127.0.0.1", 1}, "ihe-tf9"});
  auto loaded = shell::load_tables(config);
  if (!loaded) return state.SkipWithError("the tables cannot be loaded");
  const std::time_t now = std::time(nullptr);
  FixedClock clock(now);
  engine::TablesHolder tables(std::move(loaded).value());
  engine::MemoryJournal journal;
  engine::Counters counters;
  engine::Core core(journal, clock, tables);
  if (!core.recover("BENCH")) return state.SkipWithError("no journal");
  engine::Inbound inbound(core, tables, counters);
  const OrderText orders(now);
  std::uint64_t number = 0;
  std::size_t bytes = 0;
  for (auto _ : state) {
    state.PauseTiming();
    const std::string order = orders.of(++number);
    bytes += order.size();
    state.ResumeTiming();
    const std::string answer = inbound.answer(order, engine::Door::ehr);
    if (answer.find("\rMSA|AA|") == std::string::npos) {
      state.SkipWithError(answer.c_str());
      break;
    }
  }
  state.SetItemsProcessed(state.iterations());
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(order_through_the_line)->Iterations(50'000)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace bridge::bench
