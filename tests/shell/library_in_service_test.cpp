// SPDX-License-Identifier: Apache-2.0
// P24 in the running service: start, reload, recall and restart with libraries of every kind.
#include <gtest/gtest.h>

#include "shell/load_library.h"
#include "shell/scratch.h"
#include "shell/service.h"
#include "shell/sqlite_journal.h"

namespace bridge::shell {
namespace {

const std::string root = BRIDGE_SOURCE_DIR;

class SetClock final : public engine::Clock {
 public:
  Instant now() override { return at; }
  Instant at = *Instant::parse_rfc3339("2026-03-02T10:00:00Z");
};

struct LibraryInService : testing::Test {
  Scratch scratch;
  SetClock clock;
  Log log{2, LogLevel::error, clock};
  Config config;
  std::unique_ptr<Service> service;

  void SetUp() override {
    config.listen_ehr = config.listen_gateway = config.listen_http = {"127.0.0.1", 0};
    config.journal = scratch.file("journal.db");
    config.mappings = root + "/mappings";
    use_demonstration_library(config);
    config.library = scratch.file("library.json");
    config.library_recalls = scratch.write("r.json", content_of(samples("no.recalls")));
  }
  static std::string samples(const std::string& name) {
    return root + "/samples/libraries/" + name;
  }
  // The file that the configuration names is exchanged, as a site would.
  void put(const std::string& name) const {
    scratch.write("library.json", content_of(samples(name + ".json")));
    std::filesystem::remove(scratch.file("library.json.sig"));
    if (std::filesystem::exists(samples(name + ".json.sig"))) {
      scratch.write("library.json.sig", content_of(samples(name + ".json.sig")));
    }
  }
  void start() {
    service.reset();
    auto started = Service::start(config, clock, log);
    ASSERT_TRUE(started) << sentence(started.fault().front());
    service = std::move(started).value();
  }
  std::string in_use() const {
    const std::string label = service->library_in_use();
    return label.substr(0, label.find(" sha256"));
  }
  std::string reload() {
    const Faults faults = service->reload();
    return faults.empty() ? "taken" : faults.front().detail;
  }
  std::size_t facts(const std::string& kind) {
    std::size_t found = 0;
    const auto read = read_journal(config.journal, 1, [&](const engine::Record& record) {
      found += record.kind == kind ? 1U : 0U;
      return Result<Done>(Done{});
    });
    EXPECT_TRUE(read);
    return found;
  }
};

TEST_F(LibraryInService, what_was_used_is_remembered_over_a_restart) {
  put("next");
  start();
  EXPECT_EQ(in_use(), "demonstration 1.2.0 #2");
  put("older");
  EXPECT_NE(reload().find("its serial 1 is older than demonstration 1.2.0 #2"), std::string::npos);
  EXPECT_EQ(in_use(), "demonstration 1.2.0 #2");
  start();
  EXPECT_EQ(in_use(), "");
  ASSERT_FALSE(service->library_faults().empty());
  EXPECT_NE(service->library_faults()[0].detail.find("is older than"), std::string::npos);
  put("next");
  EXPECT_EQ(reload(), "taken");
  EXPECT_EQ(in_use(), "demonstration 1.2.0 #2");
  EXPECT_EQ(facts("library_activated"), 1U);
  EXPECT_EQ(facts("library_refused"), 2U);
}

TEST_F(LibraryInService, it_starts_without_a_usable_library_and_uses_none) {
  for (const char* name : {"unsigned", "damaged", "one_signature", "one_approver_twice",
                           "author_approves", "unknown_key", "approved", "scheduled"}) {
    put(name);
    start();
    EXPECT_EQ(in_use(), "") << name;
    EXPECT_FALSE(service->library_faults().empty()) << name;
  }
  scratch.write("library.json", "{");
  start();
  EXPECT_EQ(in_use(), "");
  std::filesystem::remove(scratch.file("library.json"));
  start();
  EXPECT_EQ(in_use(), "");
  EXPECT_EQ(facts("library_activated"), 0U);
}

TEST_F(LibraryInService, a_reload_with_any_of_them_leaves_the_one_in_use) {
  put("next");
  start();
  for (const char* name :
       {"unsigned", "damaged", "one_signature", "one_approver_twice", "author_approves",
        "unknown_key", "approved", "scheduled", "same_serial", "older"}) {
    put(name);
    EXPECT_NE(reload(), "taken") << name;
    EXPECT_EQ(in_use(), "demonstration 1.2.0 #2") << name;
  }
  put("respaced");
  EXPECT_EQ(reload(), "taken");
  EXPECT_EQ(in_use(), "demonstration 1.4.0 #4");
}

TEST_F(LibraryInService, an_expired_one_is_refused_at_start_and_at_reload) {
  put("expiring");
  start();
  EXPECT_EQ(in_use(), "demonstration 1.3.0 #3");
  clock.at = *Instant::parse_rfc3339("2026-03-02T18:00:00Z");
  EXPECT_NE(reload().find("it expired at 2026-03-02T18:00:00Z"), std::string::npos);
  start();
  EXPECT_EQ(in_use(), "");
}

TEST_F(LibraryInService, a_recall_is_for_ever_also_when_the_list_forgets_it) {
  put("next");
  start();
  scratch.write("r.json", content_of(samples("next.recalls")));
  EXPECT_NE(reload().find("it was recalled"), std::string::npos);
  EXPECT_EQ(facts("library_recalled"), 1U);
  scratch.write("r.json", content_of(samples("no.recalls")));
  start();
  EXPECT_EQ(in_use(), "");
  EXPECT_NE(reload().find("it was recalled"), std::string::npos);
  put("respaced");
  EXPECT_EQ(reload(), "taken");
}

// A list that cannot be read may recall what is in use: nothing goes on as if it did not.
TEST_F(LibraryInService, an_unreadable_list_of_recalls_stops_start_and_reload) {
  put("next");
  start();
  put("respaced");
  scratch.write("r.json", "{");
  EXPECT_NE(reload(), "taken");
  EXPECT_EQ(in_use(), "demonstration 1.2.0 #2");
  service.reset();
  EXPECT_FALSE(Service::start(config, clock, log));
}

}  // namespace
}  // namespace bridge::shell
