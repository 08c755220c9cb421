// SPDX-License-Identifier: Apache-2.0
#include "simulate/story_check.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "shell/load_library.h"
#include "shell/table_files.h"
#include "simulate/sample.h"
#include "simulate/story_diff.h"
#include "simulate/story_world.h"

namespace bridge::simulate {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_file_bytes = std::size_t{4} << 20;

bool is_check(const fs::path& path) {
  return path.extension() == ".story" || path.extension() == ".expect";
}

CheckResult failed(std::string text) { return {std::move(text), false}; }

CheckResult write(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (!file) return failed("  cannot be written\n");
  return {{}, true};
}

std::string mistake_text(const StoryMistake& mistake) {
  return "  line " + std::to_string(mistake.line) + ": " + mistake.text + "\n";
}

CheckResult check_story(const std::string& path, const std::string& text,
                        const std::shared_ptr<const engine::Tables>& tables, Rewriting rewriting) {
  const auto story = parse_story(text);
  if (!story) return failed(mistake_text(story.fault()));
  const std::string beside = (fs::path(path).parent_path() / "..").lexically_normal().string();
  const StoryRun run = run_story(*story, {tables, beside.empty() ? "." : beside});
  if (run.broken) return failed(mistake_text(*run.broken));
  std::string differences = story_differences(*story, run.outputs);
  if (differences.empty() || rewriting == Rewriting::off) return failed(std::move(differences));
  return write(path, rewrite_story(*story, run.outputs));
}

// The hand-worked numbers at the top of an .expect are for people.
std::size_t end_of_comments(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && text[at] == '#')
    at = std::min(text.find('\n', at), text.size() - 1) + 1;
  return at;
}

CheckResult check_sample(const std::string& path, const std::string& text,
                         const std::shared_ptr<const engine::Tables>& tables, Rewriting rewriting) {
  const auto got = read_sample(sample_of(path), tables);
  if (!got) return failed("  " + sample_of(path) + ": no such file, or no reader for it\n");
  const std::size_t begin = end_of_comments(text);
  if (text.substr(begin) == *got) return {};
  if (rewriting == Rewriting::on) return write(path, text.substr(0, begin) + *got);
  std::string differences = diff_of(in_lines(text.substr(begin)), in_lines(*got));
  if (differences.empty()) differences = "  the line end at the end of the file\n";
  return failed(std::move(differences));
}

}  // namespace

Result<std::vector<std::string>> find_checks(const std::vector<std::string>& paths) {
  std::vector<std::string> found;
  for (const std::string& path : paths) {
    std::error_code problem;
    if (fs::is_regular_file(path, problem) && is_check(path)) {
      found.push_back(path);
      continue;
    }
    fs::recursive_directory_iterator entry(path, problem);
    if (problem) return Fault{FaultCode::configuration_wrong, path, "is not such a directory"};
    for (; entry != fs::recursive_directory_iterator(); entry.increment(problem)) {
      if (is_check(entry->path())) found.push_back(entry->path().string());
    }
    if (problem) return Fault{FaultCode::configuration_wrong, path, "cannot be read"};
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::string story_differences(const Story& story,
                              const std::vector<std::vector<StoryOutput>>& outputs) {
  std::string text;
  for (std::size_t i = 0; i < story.steps.size() && i < outputs.size(); ++i) {
    const StoryStep& step = story.steps[i];
    std::vector<StoryOutput> told;
    for (const ToldOutput& output : step.told) told.push_back(output.output);
    const std::string difference = diff_of(lines_of(told), lines_of(outputs[i]));
    if (difference.empty()) continue;
    text.append("  line ").append(std::to_string(step.line)).append(", after `");
    text.append(step.head).append("`\n").append(difference);
  }
  return text;
}

CheckResult check_file(const std::string& path, const std::shared_ptr<const engine::Tables>& tables,
                       Rewriting rewriting) {
  const auto text = shell::read_file(path, max_file_bytes);
  if (!text) return failed("  cannot be read\n");
  return path.ends_with(".story") ? check_story(path, *text, tables, rewriting)
                                  : check_sample(path, *text, tables, rewriting);
}

shell::Config sample_config(const std::string& root) {
  shell::Config config;
  config.mappings = root + "/mappings";
  shell::use_demonstration_library(config);
  config.gateways.push_back({"demo", {"127.0.0.1", 1}, "ihe-tf9"});
  config.ehrs.push_back({"ehr", {"127.0.0.1", 1}, "default", {}});
  return config;
}

Rewriting wanted_rewriting() {
  const char* wish = std::getenv("UPDATE_SAMPLES");
  return wish != nullptr && std::string_view(wish) == "1" ? Rewriting::on : Rewriting::off;
}

}  // namespace bridge::simulate
