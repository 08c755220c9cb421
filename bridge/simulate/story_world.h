// SPDX-License-Identifier: Apache-2.0
// run_story: the real line on a journal in memory, with a set clock and partners that do as told.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/tables.h"
#include "simulate/story.h"

namespace bridge::simulate {

struct StorySetting {
  std::shared_ptr<const engine::Tables> tables;
  std::string directory;  // where the files that a story names are found
};

struct StoryRun {
  std::vector<std::vector<StoryOutput>> outputs;  // one list for each step
  std::optional<StoryMistake> broken;             // it could not be run to its end
};

// The same story and setting give the same outputs. All partners of the tables are there: every
// gateway is the story's `gateway`, every EHR lane its `ehr`. At each restart and at the end the
// state is built anew from the journal; one that differs breaks the story.
StoryRun run_story(const Story& story, const StorySetting& setting);

}  // namespace bridge::simulate
