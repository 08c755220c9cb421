// SPDX-License-Identifier: Apache-2.0
// The largest library that pump makers permit: how long it loads, how much memory it takes, and how
// long one full decision against it lasts.
#include <malloc.h>
#include <time.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <random>

#include "bench/load.h"
#include "decide/order_checks.h"
#include "library/generate.h"
#include "library/load.h"

namespace bridge::bench {
namespace {

constexpr int decisions = 200'000;
constexpr int warm_up = 20'000;
constexpr int loads = 5;

// Time of this thread alone: what others do on the machine does not count.
std::int64_t own_ns() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

// Memory that the process holds now, in bytes.
std::size_t resident() {
  std::ifstream file("/proc/self/statm");
  std::size_t all = 0;
  std::size_t held = 0;
  file >> all >> held;
  return held * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

template <class Kind>
Kind quantity(Decimal value, Unit unit) {
  auto made = Kind::make(Amount{value, unit, value.text(), {}});
  if (!made) give_up("a quantity of the benchmark is wrong");
  return std::move(made).value();
}

Unit unit_of(std::string_view ucum) {
  const auto unit = Unit::from_ucum(ucum);
  if (!unit) give_up("a unit of the benchmark is wrong");
  return *unit;
}

const library::Limit& limit_of(const library::Setup& setup, library::LimitedQuantity quantity) {
  for (const library::Limit& limit : setup.limits) {
    if (limit.quantity == quantity) return limit;
  }
  give_up("a setup of the benchmark has no limit");
}

// An order that the setup is for, within its limits, in a patient whom its care area takes.
InfusionOrder order_for(const library::DrugLibrary& library, const library::Setup& setup) {
  const library::CareArea& area = *library.care_area(setup.care_area);
  const library::Drug& drug = *library.drug(setup.drug);
  InfusionOrder order;
  order.placer_order_number = {"ORD1", "EHR", "", ""};
  order.patient.patient_id = {"TEST-0001", "HOSP", "MR"};
  order.patient.location.point_of_care = area.locations.front();
  order.drug = {drug.codes.front().code, drug.names.front(), drug.codes.front().system};
  order.route = Route::intravenous;
  const library::Concentration& bag = setup.concentrations.front();
  order.strength = quantity<Dose>(bag.amount.value, bag.amount.unit);
  order.strength_volume = quantity<Volume>(bag.volume.value, bag.volume.unit);
  order.weight = quantity<BodyWeight>(area.max_weight_kg, unit_of("kg"));
  if (setup.mode == library::TherapyMode::continuous) {
    const auto& dose = limit_of(setup, library::LimitedQuantity::dose_rate);
    order.dose_rate = quantity<DoseRate>(*dose.soft_min, dose.unit);
    order.volume = order.strength_volume;
  } else {
    const auto& dose = limit_of(setup, library::LimitedQuantity::dose);
    order.dose = quantity<Dose>(*dose.soft_min, dose.unit);
    order.duration = quantity<Duration>(Decimal(30, 0), unit_of("min"));
  }
  return order;
}

struct Case {
  InfusionOrder order;
  ProgramRequest request;
};

std::vector<Case> cases_of(const library::DrugLibrary& library, Instant now) {
  std::mt19937 random(1);
  const auto& setups = library.parts().setups;
  std::vector<Case> cases;
  while (cases.size() < 5'000) {
    const library::Setup& setup = setups[random() % setups.size()];
    if (setup.mode == library::TherapyMode::pca) continue;
    Case one{order_for(library, setup), {}};
    one.request.association.pump = {"P-1", "MAKER", "", ""};
    one.request.association.patient_id = one.order.patient.patient_id;
    one.request.association.placer_order_number = one.order.placer_order_number;
    one.request.association.by.id = "N0001";
    one.request.association.at = now;
    one.request.as_scanned = one.order;
    cases.push_back(std::move(one));
  }
  return cases;
}

void print_load(const std::string& text) {
  std::size_t before = 0;
  std::size_t after = 0;
  double best = 1e9;
  double worst = 0;
  for (int run = 0; run < loads; ++run) {
    ::malloc_trim(0);
    before = resident();
    const std::int64_t start = own_ns();
    const auto loaded = library::load("generated.json", text);
    const double seconds = static_cast<double>(own_ns() - start) / 1e9;
    if (!loaded) give_up("the generated library does not load");
    ::malloc_trim(0);
    after = resident();
    best = std::min(best, seconds);
    worst = std::max(worst, seconds);
  }
  std::printf(
      "load a library of 45,000 setups\t%.0f\t%.0f ms\t%.0f ms\t%.0f MB of text, %.0f MB held\n",
      1 / best, best * 1e3, worst * 1e3, static_cast<double>(text.size()) / 1e6,
      static_cast<double>(after - before) / 1e6);
}

void print_decisions(const library::DrugLibrary& library) {
  const Instant now = Instant::from_unix_ms(1'772'000'000'000);
  PumpModel model{"bedside", "IVP", Rational(1, 100), Rational(999), Rational(9999), {}};
  model.resolution = {{Rational(10), Rational(1, 1000)}, {Rational(), Rational(1, 10)}};
  const Pump pump{{"P-1", "MAKER", "", ""}, "gateway", "bedside", "", {}};
  const decide::Policy policy;
  const auto context_of = [&](const Case& one) {
    decide::CheckContext context;
    context.library = &library;
    context.pump = &pump;
    context.model = &model;
    context.request = &one.request;
    context.policy = &policy;
    context.now = now;
    return context;
  };
  std::vector<Case> cases = cases_of(library, now);
  // The least dose of some generated setups is more than their bag holds.
  std::erase_if(cases, [&](const Case& one) {
    const auto outcome = decide::check_order(one.order, context_of(one), decide::Account::none);
    return !outcome.program && outcome.findings.front().code == FaultCode::dose_beyond_bag;
  });
  std::vector<std::int64_t> times;
  times.reserve(decisions);
  const std::int64_t start = own_ns();
  for (int at = -warm_up; at < decisions; ++at) {
    const Case& one = cases[static_cast<std::size_t>(at + warm_up) % cases.size()];
    const decide::CheckContext context = context_of(one);
    const std::int64_t begin = own_ns();
    const auto outcome = decide::check_order(one.order, context, decide::Account::certificate);
    const std::int64_t end = own_ns();
    if (!outcome.program) give_up(brief(outcome.findings.front()).c_str());
    if (at < 0) continue;
    times.push_back(end - begin);
  }
  const Figures figures =
      Figures::of(std::move(times), static_cast<double>(own_ns() - start) / 1e9);
  std::printf("full decision against it\t%.0f\t%.1f us\t%.1f us\twith certificate, one core\n",
              figures.per_second, figures.p50_us, figures.p99_us);
}

void run() {
  const std::string text = library::generated_library({});
  print_load(text);
  auto parts = library::load("generated.json", text).value().parts();
  parts.status = library::Status::released;  // a draft programs nothing
  print_decisions(library::DrugLibrary(std::move(parts)));
}

}  // namespace
}  // namespace bridge::bench

int main() { bridge::bench::run(); }
