// SPDX-License-Identifier: Apache-2.0
// library would-program: orders against libraries, and a ranked list of what to mend.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <map>
#include <optional>

#include "decide/fix_list.h"
#include "decide/state.h"
#include "engine/record.h"
#include "json/write.h"
#include "library/load.h"
#include "shell/commands.h"
#include "shell/fix_list_text.h"
#include "shell/load_tables.h"
#include "shell/message_file.h"
#include "shell/sqlite_journal.h"
#include "shell/table_files.h"

namespace bridge::shell {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_library_bytes = std::size_t{256} << 20;
constexpr std::string_view usage_text =
    "usage: infusion-bridge library would-program [--config FILE] [--text|--csv|--json]\n"
    "         [--library FILE [--on PUMP,PUMP...]]... [--journal FILE] [FILE|DIR]...\n"
    "  FILE, DIR   orders as .hl7, .json or .xml; of a directory all below it\n"
    "  --journal   the active orders of this journal\n"
    "  --library   a library to try, draft or released; without it the configured one\n"
    "  --on        ids of pumps.csv that hold the library named before it; without it all\n";

struct LibraryFile {
  std::string file;
  std::set<std::string> pumps;
};

struct Options {
  FixListForm form = FixListForm::text;
  std::vector<LibraryFile> libraries;
  std::string journal;
  std::vector<std::string> places;
};

std::set<std::string> split_ids(const std::string& list) {
  std::set<std::string> ids;
  std::size_t begin = 0;
  while (begin <= list.size()) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    if (end > begin) ids.insert(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return ids;
}

std::optional<Options> read_options(Arguments arguments) {
  Options options;
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    const std::string& argument = arguments[at];
    const auto form = form_named(argument);
    if (form) {
      options.form = *form;
      continue;
    }
    if (!argument.starts_with("--")) {
      options.places.push_back(argument);
      continue;
    }
    if (at + 1 == arguments.size()) return std::nullopt;
    const std::string& value = arguments[++at];
    if (argument == "--config") continue;
    if (argument == "--journal") {
      options.journal = value;
    } else if (argument == "--library") {
      options.libraries.push_back({value, {}});
    } else if (argument == "--on" && !options.libraries.empty()) {
      options.libraries.back().pumps = split_ids(value);
    } else {
      return std::nullopt;
    }
  }
  if (options.places.empty() && options.journal.empty()) return std::nullopt;
  return options;
}

bool holds_a_message(const fs::path& path) {
  const std::string ending = path.extension().string();
  return ending == ".hl7" || ending == ".json" || ending == ".xml";
}

// In the order of their names, so that the same folder always gives the same list.
Result<std::vector<std::string>, Faults> files_below(const std::vector<std::string>& places) {
  std::vector<std::string> files;
  for (const std::string& place : places) {
    std::error_code error;
    if (!fs::is_directory(place, error)) {
      files.push_back(place);
      continue;
    }
    std::vector<std::string> found;
    for (fs::recursive_directory_iterator at(place, error), end; !error && at != end;
         at.increment(error)) {
      if (at->is_regular_file() && holds_a_message(at->path()))
        found.push_back(at->path().string());
    }
    if (error) return Faults{Fault{FaultCode::configuration_wrong, place, error.message()}};
    std::sort(found.begin(), found.end());
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

bool asks_for_an_infusion(const InfusionOrder& order) {
  return order.control == OrderControl::new_order || order.control == OrderControl::change ||
         order.control == OrderControl::child;
}

struct Orders {
  std::vector<decide::TriedOrder> tried;
  std::vector<std::pair<std::string, Faults>> unreadable;
};

Result<Done, Faults> add_files(const Options& options, const engine::Tables& tables,
                               Orders& orders) {
  const auto files = files_below(options.places);
  if (!files) return files.fault();
  for (const std::string& file : *files) {
    const auto text = read_file(file, max_message_file_bytes);
    if (!text) return Faults{text.fault()};
    MessageFile message = read_message_file(file, *text, tables, real_time());
    if (!message.faults.empty()) {
      orders.unreadable.emplace_back(file, std::move(message.faults));
      continue;
    }
    std::size_t number = 0;
    for (decide::Input& input : message.inputs) {
      auto* order = std::get_if<decide::OrderInput>(&input);
      if (order == nullptr || !asks_for_an_infusion(order->order)) continue;
      std::string name = file;
      if (message.inputs.size() > 1) name += " order " + std::to_string(++number);
      orders.tried.push_back(
          {std::move(name), std::move(order->order), std::move(order->faults), message.at});
    }
  }
  return Done{};
}

// The active orders as the journal leaves them, tried as of now.
Result<Done, Faults> add_active_orders(const std::string& journal, Orders& orders) {
  decide::State state;
  const auto head =
      read_journal(journal, 1, [&state](const engine::Record& record) -> Result<Done> {
        auto fact = engine::read_record(record.kind, record.payload);
        if (!fact) return fact.fault();
        state.apply(*fact);
        return Done{};
      });
  if (!head) return Faults{head.fault()};
  std::map<std::string, const decide::OrderState*> by_number;
  for (const auto& [key, order] : state.orders()) {
    const bool active = order.status != decide::OrderStatus::closed && !order.order.empty();
    if (active) by_number.emplace(key, &order);
  }
  for (const auto& [key, order] : by_number) {
    InfusionOrder unpacked = order->order.unpack();
    std::string name = unpacked.placer_order_number.id;
    orders.tried.push_back({std::move(name), std::move(unpacked), {}, real_time()});
  }
  return Done{};
}

Result<std::vector<library::DrugLibrary>, Faults> load_libraries(const Options& options,
                                                                 const engine::Tables& tables) {
  std::vector<library::DrugLibrary> loaded;
  for (const LibraryFile& named : options.libraries) {
    const auto text = read_file(named.file, max_library_bytes);
    if (!text) return Faults{text.fault()};
    auto library = library::load(named.file, *text);
    if (!library) return library.fault();
    for (const std::string& id : named.pumps) {
      const auto& pumps = tables.pumps.pumps();
      const bool known = std::any_of(pumps.begin(), pumps.end(),
                                     [&id](const Pump& pump) { return pump.pump.id == id; });
      if (known) continue;
      return Faults{Fault{FaultCode::configuration_wrong, "--on", "pumps.csv has no pump " + id}};
    }
    loaded.push_back(std::move(library).value());
  }
  if (loaded.empty() && !tables.library) {
    return Faults{Fault{FaultCode::configuration_wrong, "--library", "no library is named"}};
  }
  return loaded;
}

}  // namespace

int run_would_program(Arguments arguments) {
  const auto options = read_options(arguments);
  if (!options) {
    std::fputs(usage_text.data(), stderr);
    return 2;
  }
  const auto config = config_of(arguments);
  if (!config) {
    print_faults(config.fault());
    return 2;
  }
  const auto tables = load_tables(*config);
  if (!tables) {
    print_faults(tables.fault());
    return 2;
  }
  const auto loaded = load_libraries(*options, **tables);
  if (!loaded) {
    print_faults(loaded.fault());
    return 2;
  }
  std::vector<decide::TriedLibrary> libraries;
  for (std::size_t at = 0; at < loaded->size(); ++at) {
    libraries.push_back({&(*loaded)[at], options->libraries[at].pumps});
  }
  if (libraries.empty() && (*tables)->library) libraries.push_back({&*(*tables)->library, {}});
  Orders orders;
  if (auto added = add_files(*options, **tables, orders); !added) {
    print_faults(added.fault());
    return 2;
  }
  if (!options->journal.empty()) {
    if (auto added = add_active_orders(options->journal, orders); !added) {
      print_faults(added.fault());
      return 2;
    }
  }
  const decide::FixList list =
      decide::would_program(orders.tried, libraries, (*tables)->pumps, (*tables)->policy);
  for (const auto& [file, faults] : orders.unreadable) {
    std::fprintf(stderr, "%s: could not be read\n", file.c_str());
    print_faults(faults);
  }
  std::cout << fix_list_text(list, options->form);
  return list.fixes.empty() ? 0 : 1;
}

}  // namespace bridge::shell
