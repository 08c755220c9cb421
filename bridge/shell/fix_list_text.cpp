// SPDX-License-Identifier: Apache-2.0
#include "shell/fix_list_text.h"

#include <algorithm>

#include "json/write.h"

namespace bridge::shell {
namespace {

using decide::Fix;
using decide::FixList;
using decide::Tally;

constexpr std::size_t names_shown = 3;

std::string right(std::size_t number, std::size_t width) {
  std::string text = std::to_string(number);
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string names_of_orders(const Fix& fix) {
  std::string text;
  const std::size_t shown = std::min(names_shown, fix.orders.size());
  for (std::size_t at = 0; at < shown; ++at) {
    if (at > 0) text += ", ";
    text += fix.orders[at];
  }
  if (shown < fix.orders.size()) {
    text += " and " + std::to_string(fix.orders.size() - shown) + " more";
  }
  return text;
}

std::string in_words(const FixList& list) {
  std::string out;
  for (const Tally& tally : list.tallies) {
    out += tally.library + ", on " + std::to_string(tally.pumps) +
           " pumps: " + std::to_string(tally.orders) + " orders, " +
           std::to_string(tally.would_program) + " would program, " + std::to_string(tally.held) +
           " held until a person releases them, " + std::to_string(tally.refused) + " refused\n";
  }
  if (list.fixes.empty()) return out + "nothing to mend\n";
  out += "\norders  who mends it  what stands in the way\n";
  for (const Fix& fix : list.fixes) {
    const FaultKind& kind = kind_of(fix.code);
    std::string owner(name_of(kind.owner));
    owner.resize(std::max<std::size_t>(owner.size(), 12), ' ');
    out += right(fix.orders.size(), 6) + "  " + owner + "  " + fix.drug + ", " + fix.care_area +
           ": " + std::string(kind.text);
    if (!fix.detail.empty()) out += " (" + fix.detail + ")";
    out += fix.stops ? "\n" : "; a named person may release it\n";
    const std::string indent(22, ' ');
    out += indent + std::string(kind.fix) + "\n";
    out += indent + "at " + fix.place + " of " + names_of_orders(fix) + "\n";
    if (list.tallies.size() > 1) out += indent + "with " + fix.library + "\n";
  }
  return out;
}

// A cell that begins like a formula would be run by a spreadsheet.
std::string cell(std::string_view text) {
  std::string out = "\"";
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) {
    out += '\'';
  }
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string as_csv(const FixList& list) {
  std::string out =
      "rank,orders,stops,owner,code,pump_code,drug,care_area,library,what,fix,place,detail,"
      "example_orders\r\n";
  std::size_t rank = 0;
  for (const Fix& fix : list.fixes) {
    const FaultKind& kind = kind_of(fix.code);
    out += std::to_string(++rank) + ',' + std::to_string(fix.orders.size()) + ',' +
           (fix.stops ? "yes," : "no,") + cell(name_of(kind.owner)) + ',' + cell(kind.name) + ',' +
           (kind.pump_error == 0 ? "" : std::to_string(kind.pump_error)) + ',' + cell(fix.drug) +
           ',' + cell(fix.care_area) + ',' + cell(fix.library) + ',' + cell(kind.text) + ',' +
           cell(kind.fix) + ',' + cell(fix.place) + ',' + cell(fix.detail) + ',' +
           cell(names_of_orders(fix)) + "\r\n";
  }
  return out;
}

std::string as_json(const FixList& list) {
  std::string out;
  json::Writer writer(out, json::Layout::pretty);
  writer.begin_object().key("libraries").begin_array();
  for (const Tally& tally : list.tallies) {
    writer.begin_object()
        .member("library", tally.library)
        .member("pumps", tally.pumps)
        .member("orders", tally.orders)
        .member("would_program", tally.would_program)
        .member("held", tally.held)
        .member("refused", tally.refused)
        .end_object();
  }
  writer.end_array().key("fixes").begin_array();
  for (const Fix& fix : list.fixes) {
    const FaultKind& kind = kind_of(fix.code);
    writer.begin_object()
        .member("code", kind.name)
        .member("stops", fix.stops)
        .member("owner", name_of(kind.owner))
        .member("drug", fix.drug)
        .member("care_area", fix.care_area)
        .member("library", fix.library)
        .member("what", kind.text)
        .member("fix", kind.fix)
        .member("place", fix.place)
        .member("detail", fix.detail);
    if (kind.pump_error != 0) writer.member("pump_code", kind.pump_error);
    writer.key("orders").begin_array();
    for (const std::string& name : fix.orders) writer.string(name);
    writer.end_array().end_object();
  }
  writer.end_array().end_object();
  return out + '\n';
}

}  // namespace

std::optional<FixListForm> form_named(std::string_view option) {
  if (option == "--text") return FixListForm::text;
  if (option == "--csv") return FixListForm::csv;
  if (option == "--json") return FixListForm::json;
  return std::nullopt;
}

std::string fix_list_text(const FixList& list, FixListForm form) {
  switch (form) {
    case FixListForm::text:
      return in_words(list);
    case FixListForm::csv:
      return as_csv(list);
    case FixListForm::json:
      return as_json(list);
  }
  return {};
}

}  // namespace bridge::shell
