// SPDX-License-Identifier: Apache-2.0
#include "shell/library_reports.h"

#include "json/write.h"

namespace bridge::shell {
namespace {

using library::Comparison;
using library::Difference;
using library::DrugLibrary;
using library::LintFinding;
using library::LintReport;

std::string cell(const std::string& text) {
  // A spreadsheet would take these for a formula.
  const bool formula = !text.empty() && std::string_view("=@").find(text[0]) != std::string::npos;
  const std::string shown = formula ? "'" + text : text;
  if (shown.find_first_of("\",\r\n") == std::string::npos) return shown;
  std::string quoted = "\"";
  for (const char c : shown) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

std::string place_of(const Difference& one) {
  std::string place = one.care_area;
  for (const std::string* part : {&one.drug, &one.setup}) {
    if (!part->empty()) place.append(place.empty() ? "" : " / ").append(*part);
  }
  return place.empty() ? "library" : place;
}

void write_finding(json::Writer& out, const DrugLibrary& library, const LintFinding& one) {
  out.begin_object().member("rule", one.rule).member("name", one.name);
  out.member("severity", one.blocks() ? "blocking" : "acknowledged");
  out.member("drug", one.drug).key("setups").begin_array();
  for (const std::size_t at : one.setups) {
    const library::Setup& setup = library.parts().setups[at];
    out.begin_object().member("index", at).member("care_area", setup.care_area);
    out.member("setup", words_of(setup)).end_object();
  }
  out.end_array().member("values", one.values).member("why", one.why).member("fix", one.fix);
  if (!one.blocks()) out.member("reason", one.acknowledged);
  out.end_object();
}

}  // namespace

std::string lint_text(const DrugLibrary& library, const LintReport& report) {
  std::string out;
  for (const LintFinding& one : report.findings) {
    out.append(one.rule).append(" ").append(one.name).append(": ").append(one.drug);
    out.append(one.blocks() ? "" : " (acknowledged)").append("\n");
    for (const std::size_t at : one.setups) {
      out.append("  setups[").append(std::to_string(at)).append("]: ");
      out.append(words_of(library.parts().setups[at])).append("\n");
    }
    out.append("  found: ").append(one.values).append("\n");
    if (one.blocks()) {
      out.append("  why:   ").append(one.why).append("\n  do:    ").append(one.fix).append("\n");
    } else {
      out.append("  stands because: ").append(one.acknowledged).append("\n");
    }
  }
  for (const library::Acknowledgement& one : report.stale) {
    out.append("acknowledgement of ").append(one.rule).append(" for ").append(one.drug);
    out.append(" covers nothing: take it out\n");
  }
  const library::DrugLibrary::Parts& parts = library.parts();
  out.append(library.label()).append(": ").append(std::to_string(parts.drugs.size()));
  out.append(" drugs, ").append(std::to_string(parts.setups.size())).append(" setups, ");
  out.append(std::to_string(parts.care_areas.size())).append(" care areas; ");
  out.append(std::to_string(report.findings.size())).append(" findings, ");
  return out.append(std::to_string(report.blocking())).append(" of them block signing\n");
}

std::string lint_json(const DrugLibrary& library, const LintReport& report) {
  std::string text;
  json::Writer out(text, json::Layout::pretty);
  out.begin_object().member("library", library.label());
  out.member("blocking", report.blocking()).key("findings").begin_array();
  for (const LintFinding& one : report.findings) write_finding(out, library, one);
  out.end_array().key("stale_acknowledgements").begin_array();
  for (const library::Acknowledgement& one : report.stale) {
    out.begin_object().member("rule", one.rule).member("drug", one.drug).end_object();
  }
  out.end_array().end_object();
  return text + "\n";
}

std::string diff_text(const Comparison& comparison) {
  std::string out;
  std::string last;
  for (const Difference& one : comparison.differences) {
    const std::string place = place_of(one);
    if (place != last) out.append(place).append("\n");
    last = place;
    out.append("  ").append(name_of(one.direction)).append(": ").append(one.what).append(" ");
    out.append(one.before.empty() ? "(none)" : one.before).append(" -> ");
    out.append(one.after.empty() ? "(none)" : one.after);
    if (!one.percent.empty()) out.append(" (").append(one.percent).append(" %)");
    out.append(one.needs_committee ? "  NEEDS THE COMMITTEE" : "").append("\n");
  }
  if (comparison.differences.empty()) out += "no difference\n";
  if (comparison.needs_committee()) {
    out.append("a hard maximum was loosened; an approver with the role committee ");
    out.append(comparison.committee_approves ? "is named\n" : "is missing\n");
  }
  for (const Fault& fault : comparison.history) {
    out.append("history: ").append(fault.place).append(" ").append(fault.detail).append("\n");
  }
  return out;
}

std::string diff_json(const DrugLibrary& before, const DrugLibrary& after,
                      const Comparison& comparison) {
  std::string text;
  json::Writer out(text, json::Layout::pretty);
  out.begin_object().member("old", before.label()).member("new", after.label());
  out.member("needs_committee", comparison.needs_committee());
  out.member("committee_approves", comparison.committee_approves);
  out.key("history").begin_array();
  for (const Fault& fault : comparison.history) out.string(fault.place + ": " + fault.detail);
  out.end_array().key("differences").begin_array();
  for (const Difference& one : comparison.differences) {
    out.begin_object().member("care_area", one.care_area).member("drug", one.drug);
    out.member("setup", one.setup).member("what", one.what).member("old", one.before);
    out.member("new", one.after).member("direction", name_of(one.direction));
    out.member("percent", one.percent).member("needs_committee", one.needs_committee);
    out.end_object();
  }
  out.end_array().end_object();
  return text + "\n";
}

std::string diff_csv(const Comparison& comparison) {
  std::string out = "care_area,drug,setup,what,old,new,direction,percent,needs_committee\r\n";
  for (const Difference& one : comparison.differences) {
    for (const std::string& text : {one.care_area, one.drug, one.setup, one.what, one.before,
                                    one.after, std::string(name_of(one.direction)), one.percent}) {
      out.append(cell(text)).append(",");
    }
    out.append(one.needs_committee ? "yes\r\n" : "no\r\n");
  }
  return out;
}

}  // namespace bridge::shell
