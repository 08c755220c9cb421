// SPDX-License-Identifier: Apache-2.0
// Which drug library decides: taken into use, refused or recalled (P24).
#include "decide/step.h"

namespace bridge::decide {
namespace {

Fault unusable(std::string detail) {
  return Fault{FaultCode::library_unusable, "library", std::move(detail)};
}

// Of one number there is one content, and numbers only grow: what was taken out of use by a newer
// release stays out of use, whoever brings its file back.
std::string objection_to(const State& state, const library::DrugLibrary& library) {
  const library::DrugLibrary::Parts& parts = library.parts();
  const auto recalled = state.recalled_libraries().find(parts.content_hash);
  if (recalled != state.recalled_libraries().end()) return "it was recalled: " + recalled->second;
  const std::optional<LibraryState>& newest = state.library();
  if (!newest) return {};
  const std::string serial = std::to_string(parts.serial);
  if (parts.serial < newest->serial) {
    return "its serial " + serial + " is older than " + newest->label + ", which was used before";
  }
  if (parts.serial == newest->serial && parts.content_hash != newest->content_hash) {
    return "its serial " + serial + " was used before for other content: " + newest->label;
  }
  return {};
}

}  // namespace

std::string objection_to_library(const State& state, const Context& context) {
  if (context.library == nullptr) return context.library_refusal;
  return objection_to(state, *context.library);
}

std::string label_of_library(const Context& context) {
  return context.library == nullptr ? std::string() : context.library->label();
}

Decision on_library(const State& state, const LibraryInput& input, const Context& context) {
  BRIDGE_ASSERT(input.library != nullptr);
  const library::DrugLibrary::Parts& parts = input.library->parts();
  Decision decision;
  if (parts.status != library::Status::released) {
    decision.findings.push_back(
        unusable("it is " + std::string(bridge::name_of(parts.status)) + ", not released"));
  }
  if (context.now < parts.effective_from) {
    decision.findings.push_back(
        unusable("it comes into effect at " + parts.effective_from.fhir() + ", not before"));
  } else if (!input.library->effective_at(context.now)) {
    decision.findings.push_back(unusable("it expired at " + parts.effective_until->fhir()));
  }
  std::string objection = objection_to(state, *input.library);
  if (!objection.empty()) decision.findings.push_back(unusable(std::move(objection)));
  if (!decision.findings.empty()) {
    decision.facts.push_back(
        LibraryRefused{input.library->label(), decision.findings, context.now});
    return decision;
  }
  const bool known = state.library() && state.library()->content_hash == parts.content_hash;
  if (known) return decision;  // the same again, after a restart
  decision.facts.push_back(
      LibraryActivated{parts.id, parts.version, static_cast<std::uint32_t>(parts.serial),
                       parts.content_hash, input.library->label(), input.signed_by, context.now});
  return decision;
}

Decision on_recall(const State& state, const RecallInput& input, const Context& context) {
  Decision decision;
  if (state.recalled_libraries().contains(input.content_hash)) return decision;
  decision.facts.push_back(
      LibraryRecalled{input.content_hash, input.reason, input.person, context.now});
  return decision;
}

}  // namespace bridge::decide
