// SPDX-License-Identifier: Apache-2.0
// Story: a whole conversation of the bridge with its partners as one text file, read and rewritten.
//
//   # shows: one sentence                       the head: both lines must be there
//   # proves: B53 P6
//   at 2026-03-02T10:00:00-06:00                sets the clock, never back; tick and senders run
//   after 30 min                                moves it in one jump: s, min, h
//   ehr > messages/FILE.hl7                     a message, from the folder beside stories/ ...
//   gateway >                                   ... or one segment per indented line
//   fhir > POST MedicationRequest FILE          .json or .xml, or indented; also GET
//   api > POST /api/associations                indented JSON
//   gateway does CA|CE|CR|AA|AE|AR [CODE] | silence | unreached | crash     likewise ehr
//   restart [LIBRARY]                           killed, and recovered from the journal
//   reload LIBRARY                              the drug library is read anew, from this file
//   recall FILE                                 the list of recalled libraries is read anew
//   accepts VERSION ...                         a pump may hold these drug libraries, and no other
//   zone America/Chicago                        the time zone of the site
//
// What the bridge then sends stands behind the block that causes it, in order of time: `PARTNER <
// WHAT` with indented lines, and `fact NAME SUMMARY`. Two blanks indent. A line that begins with #
// is a comment, and ends no block; an empty line does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/named.h"
#include "base/result.h"
#include "base/site_clock.h"

namespace bridge::simulate {

using Lines = std::vector<std::string>;

// Something that left the bridge, or a fact that it recorded.
struct StoryOutput {
  std::string head;  // "ehr < ACK^O11" or "fact order_accepted ORD1^EHR"
  Lines body;        // without the indentation

  friend bool operator==(const StoryOutput&, const StoryOutput&) = default;
};

enum class StoryAct : std::uint8_t {
  at,
  after,
  message,
  http,
  does,
  restart,
  reload,
  recall,
  accepts,
  zone
};

enum class StoryPartner : std::uint8_t { ehr, gateway, fhir, api };
constexpr auto names_of(StoryPartner) {
  return std::to_array<std::string_view>({"ehr", "gateway", "fhir", "api"});
}

// How a partner treats what it is sent from now on.
struct StoryManner {
  enum class Way : std::uint8_t { answers, silence, unreached, crash };
  Way way = Way::answers;
  std::string code = "CA";  // MSA-1
  std::string error;        // ERR-5: "9010"; empty: no ERR
};

// An output as the file says it, with the comments before it.
struct ToldOutput {
  StoryOutput output;
  Lines before;  // comments and empty lines
  Lines source;  // its own lines as they stand
};

struct StoryStep {
  StoryAct act = StoryAct::at;
  std::size_t line = 0;  // of its head, from 1
  std::string head;
  Lines body;    // without the indentation and without comments
  Lines source;  // as it stands

  Instant at;                                // at
  std::int64_t after_ms = 0;                 // after
  StoryPartner partner = StoryPartner::ehr;  // message, http, does
  std::string file;    // message, http: empty when the body has it; restart: empty for the same
  std::string method;  // http
  std::string target;  // http: "MedicationRequest", "/api/pumps?x=y"
  StoryManner manner;  // does
  Lines versions;      // accepts
  SiteClock clock;     // zone
  std::vector<ToldOutput> told;
  Lines trailing;  // comments and empty lines before the next step
};

struct Story {
  Lines beginning;  // what stands before the first step
  std::vector<StoryStep> steps;
};

// What makes a story no story: a line and what is wrong with it.
struct StoryMistake {
  std::size_t line = 0;
  std::string text;
};

Result<Story, StoryMistake> parse_story(std::string_view text);

// The story with these outputs, one list for each step. Inputs and comments stay byte for byte; a
// comment stays before the output that it was written for as long as there is that output.
std::string rewrite_story(const Story& story, const std::vector<std::vector<StoryOutput>>& outputs);

// Head and indented body of each.
Lines lines_of(const std::vector<StoryOutput>& outputs);

}  // namespace bridge::simulate
