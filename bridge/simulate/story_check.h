// SPDX-License-Identifier: Apache-2.0
// check_file: one story or sample as one regression test.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/tables.h"
#include "shell/config.h"
#include "simulate/story.h"

namespace bridge::simulate {

enum class Rewriting : std::uint8_t { off, on };

struct CheckResult {
  std::string failure;     // empty: passed
  bool rewritten = false;  // the file now says what came
};

// *.story and *.expect in and below these directories, or such a file itself, in order of name.
// Fault: configuration_wrong, for what does not exist.
Result<std::vector<std::string>> find_checks(const std::vector<std::string>& paths);

// A `.story` is run, a `.expect` is held against its sample. With rewriting, outputs that differ
// are written anew, and only what cannot be run is a failure.
CheckResult check_file(const std::string& path, const std::shared_ptr<const engine::Tables>& tables,
                       Rewriting rewriting);

// What a story expects against what came, step by step. Empty: all as expected.
std::string story_differences(const Story& story,
                              const std::vector<std::vector<StoryOutput>>& outputs);

// The setting of all samples: tables and library of the directory that holds mappings/, the gateway
// "demo" and the EHR lane "ehr".
shell::Config sample_config(const std::string& root);

// UPDATE_SAMPLES=1 in the environment.
Rewriting wanted_rewriting();

}  // namespace bridge::simulate
