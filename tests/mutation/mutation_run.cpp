// SPDX-License-Identifier: Apache-2.0
// mutation_run SAMPLES [--misses FILE]: every accepted order of the samples, wrong by one quantity.
// Prints the catch rate per field; fails when a value outside of a library limit is not caught.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include "decide/order_checks.h"
#include "mutation/mutant.h"
#include "shell/commands.h"
#include "shell/load_tables.h"
#include "shell/message_file.h"
#include "shell/table_files.h"
#include "simulate/story.h"

namespace bridge::mutation {
namespace {

namespace fs = std::filesystem;
using library::Limit;
using library::LimitedQuantity;

struct Sample {
  std::string name;
  InfusionOrder order;
  Instant at;
};

enum class Catch { refused, held, missed };

class Samples {
 public:
  Samples(const engine::Tables& tables, const fs::path& folder) : tables_(tables) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) add(file);
  }
  std::vector<Sample>& taken() { return samples_; }

 private:
  void add(const fs::path& file) {
    const std::string ending = file.extension().string();
    const bool message = ending == ".hl7" || ending == ".json" || ending == ".xml";
    if (!message && ending != ".story") return;
    const auto text = shell::read_file(file.string(), shell::max_message_file_bytes);
    if (!text) return;
    if (message) return read(file.string(), *text);
    const auto story = simulate::parse_story(*text);
    if (!story) return;
    for (const simulate::StoryStep& step : story->steps) add_step(file.string(), step);
  }

  void add_step(const std::string& file, const simulate::StoryStep& step) {
    if (step.body.empty()) return;
    const bool message =
        step.act == simulate::StoryAct::message && step.partner == simulate::StoryPartner::ehr;
    const bool resource =
        step.act == simulate::StoryAct::http && step.target == "MedicationRequest";
    if (!message && !resource) return;
    std::string text;
    for (const std::string& line : step.body) text += line + '\n';
    const std::string name = file + ':' + std::to_string(step.line);
    read(message ? name : name + (text.front() == '<' ? ".xml" : ".json"), text);
  }

  void read(const std::string& name, const std::string& text) {
    auto file =
        shell::read_message_file(name, text, tables_, Instant::from_unix_ms(1'772'467'200'000));
    for (decide::Input& input : file.inputs) {
      auto* order = std::get_if<decide::OrderInput>(&input);
      if (order == nullptr || any_error(order->faults)) continue;
      const OrderControl control = order->order.control;
      if (control != OrderControl::new_order && control != OrderControl::change) continue;
      // The same order by another road is tried once.
      if (std::any_of(samples_.begin(), samples_.end(),
                      [&](const Sample& known) { return known.order == order->order; })) {
        continue;
      }
      samples_.push_back({name, std::move(order->order), file.at});
    }
  }

  const engine::Tables& tables_;
  std::vector<Sample> samples_;
};

class Judge {
 public:
  explicit Judge(const engine::Tables& tables) : tables_(tables) {}

  // On the pump that would take it, as a dry run at the time of the order would say.
  Catch judge(const InfusionOrder& order, Instant at) const {
    Catch best = Catch::refused;
    for (const Pump& pump : tables_.pumps.pumps()) {
      decide::CheckContext context;
      context.library = &*tables_.library;
      context.pump = &pump;
      context.model = &tables_.pumps.model(pump);
      context.policy = &tables_.policy;
      context.now = at;
      const auto outcome = decide::check_order(order, context, decide::Account::none);
      if (any_error(outcome.findings)) continue;
      if (!outcome.held_by_soft_limit) return Catch::missed;
      best = Catch::held;
    }
    return best;
  }

  // Why a mutant may pass; empty when it may not: each setup of the drug that limits this quantity
  // has the value outside. Worked out here, apart from the checks.
  std::string excuse(const Mutant& mutant) const {
    const auto* drug =
        tables_.library->drug_coded(mutant.order.drug.code, mutant.order.drug.system);
    const auto* area = tables_.library->care_area_of(mutant.order.patient.location.point_of_care);
    if (drug == nullptr || area == nullptr) return "the drug is an additive of the order";
    if (mutant.field == "strength" || mutant.field == "strength_volume") {
      return "another concentration of the library";  // what is none of them is refused
    }
    // A library limits the time of all steps and what flows, not one step's time nor the bag.
    if (mutant.field == "steps.duration") return "the library limits all steps together";
    if (mutant.field == "components.volume") return "the library limits what flows, not the bag";
    std::size_t limits = 0;
    for (const library::Setup* setup : tables_.library->setups(area->id, drug->id)) {
      for (const Limit& limit : setup->limits) {
        if (name_of(limit.quantity) != limited_as(mutant.field)) continue;
        if (limit.quantity == library::LimitedQuantity::accumulated &&
            !counts_in_the_orders_time(limit, mutant.order)) {
          continue;
        }
        if (limit.unit.dimension() != mutant.after->unit.dimension()) continue;
        ++limits;
        if (inside(limit, mutant.after->exact().in(limit.unit)))
          return "inside the library's limits";
      }
    }
    if (limits > 0) return "";
    // Less than the bag may be given of it; more than the bag may not.
    if (mutant.field == "volume") {
      return mutant.after->exact().in_base_units < mutant.before.exact().in_base_units
                 ? "a part of the bag"
                 : "";
    }
    return "the library has no limit for it in this form";
  }

 private:
  // The limits of what a patient may ask for in a time stand under another name in the library.
  static std::string limited_as(const std::string& field) {
    return field == "pca.dose_limit" ? "accumulated" : last_part(field);
  }
  static bool counts_in_the_orders_time(const Limit& limit, const InfusionOrder& order) {
    if (!order.pca || !order.pca->limit_window || !limit.window) return false;
    const auto hour = Unit::from_ucum("h");
    return hour && limit.window->hours == order.pca->limit_window->exact().in(*hour);
  }
  static std::string last_part(const std::string& field) {
    return field.substr(field.find_last_of('.') + 1);
  }
  static bool inside(const Limit& limit, const Rational& value) {
    for (const auto& least : {limit.hard_min, limit.soft_min}) {
      if (least && value < least->exact()) return false;
    }
    for (const auto& most : {limit.soft_max, limit.hard_max}) {
      if (most && value > most->exact()) return false;
    }
    return true;
  }

  const engine::Tables& tables_;
};

struct Score {
  std::size_t mutants = 0;
  std::size_t refused = 0;
  std::size_t held = 0;
  std::map<std::string, std::size_t> missed;  // by excuse; the empty one is a failure
};

void print(const std::map<std::string, Score>& scores) {
  std::printf("%-28s %8s %8s %6s %6s %7s\n", "field", "mutants", "refused", "held", "missed",
              "caught");
  Score all;
  for (const auto& [field, score] : scores) {
    const std::size_t caught = score.refused + score.held;
    std::printf("%-28s %8zu %8zu %6zu %6zu %6.1f%%\n", field.c_str(), score.mutants, score.refused,
                score.held, score.mutants - caught,
                100.0 * static_cast<double>(caught) / static_cast<double>(score.mutants));
    all.mutants += score.mutants;
    all.refused += score.refused;
    all.held += score.held;
    for (const auto& [excuse, count] : score.missed) all.missed[excuse] += count;
  }
  std::printf("%-28s %8zu %8zu %6zu %6zu %6.1f%%\n", "all", all.mutants, all.refused, all.held,
              all.mutants - all.refused - all.held,
              100.0 * static_cast<double>(all.refused + all.held) /
                  static_cast<double>(std::max<std::size_t>(all.mutants, 1)));
  for (const auto& [excuse, count] : all.missed) {
    std::printf("missed, %s: %zu\n", excuse.empty() ? "OUTSIDE OF A LIMIT" : excuse.c_str(), count);
  }
}

int run(const std::string& folder, const std::string& misses_file) {
  const auto tables = shell::load_tables(shell::default_config());
  if (!tables || !(*tables)->library) {
    if (!tables) shell::print_faults(tables.fault());
    return 2;
  }
  const Judge judge(**tables);
  Samples samples(**tables, folder);
  std::erase_if(samples.taken(), [&judge](const Sample& sample) {
    return judge.judge(sample.order, sample.at) != Catch::missed;
  });
  std::ofstream misses(misses_file.empty() ? "/dev/null" : misses_file);
  misses << "field,slip,before,after,why,sample\n";
  std::map<std::string, Score> scores;
  std::size_t outside = 0;
  for (const Sample& sample : samples.taken()) {
    for (const Mutant& mutant : mutants_of(sample.order)) {
      Score& score = scores[mutant.field];
      ++score.mutants;
      const Catch caught = mutant.after ? judge.judge(mutant.order, sample.at) : Catch::refused;
      if (caught == Catch::refused) ++score.refused;
      if (caught == Catch::held) ++score.held;
      if (caught != Catch::missed) continue;
      const std::string excuse = judge.excuse(mutant);
      ++score.missed[excuse];
      if (excuse.empty()) ++outside;
      misses << mutant.field << ',' << mutant.slip << ',' << mutant.before.ucum_text() << ','
             << mutant.after->ucum_text() << ',' << (excuse.empty() ? "OUTSIDE OF A LIMIT" : excuse)
             << ',' << sample.name << '\n';
    }
  }
  std::printf("%zu accepted orders\n", samples.taken().size());
  print(scores);
  return samples.taken().empty() || outside > 0 ? 1 : 0;
}

}  // namespace
}  // namespace bridge::mutation

int main(int count, char** values) {
  const std::vector<std::string> arguments(values + 1, values + count);
  if (arguments.empty() || arguments.front().starts_with("--")) {
    std::fputs("usage: mutation_run SAMPLES [--misses FILE]\n", stderr);
    return 2;
  }
  return bridge::mutation::run(arguments.front(), bridge::shell::option_of(arguments, "--misses"));
}
