// SPDX-License-Identifier: Apache-2.0
// What the journal has confirmed survives a kill and a power cut at any moment; what is damaged is
// found before anything behind it is used. Proves: P1, P4, P12, P19, P23, B141, B154.
#include "shell/sqlite_journal.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <latch>
#include <thread>

#include "shell/failing_medium.h"
#include "shell/scratch.h"

namespace bridge::shell {
namespace {

using engine::Counters;
using engine::Record;

const Instant noon = Instant::from_unix_ms(1'772'452'800'000);

std::unique_ptr<SqliteJournal> open_journal(const JournalOptions& options, Counters& counters) {
  auto opened = SqliteJournal::open(options, counters);
  if (!opened) {
    ADD_FAILURE() << brief(opened.fault()) << ": " << opened.fault().detail;
    return nullptr;
  }
  return std::move(opened).value();
}

std::vector<engine::Entry> one(const std::string& kind, const std::string& payload) {
  return {{kind, payload}};
}

// "1:a:x 2:b:y", or the fault.
std::string rendered(const std::string& path, std::uint64_t first = 1) {
  std::string text;
  const auto read = read_journal(path, first, [&](const Record& record) -> Result<Done> {
    if (!text.empty()) text += ' ';
    text += std::to_string(record.sequence) + ":" + record.kind + ":" + record.payload;
    return Done{};
  });
  if (!read) text += " !" + brief(read.fault());
  return text;
}

void run_sql(const std::string& path, const std::string& sql) {
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
      << sqlite3_errmsg(handle);
  sqlite3_close(handle);
}

// Four records in a closed journal.
void fill(const std::string& path) {
  Counters counters;
  const auto journal = open_journal({.path = path}, counters);
  std::uint64_t last = 0;
  for (const char* payload : {"one", "two", "three", "four"}) {
    last = journal->append(one("fact", payload), noon);
  }
  ASSERT_TRUE(journal->wait_durable(last));
}

TEST(SqliteJournal, a_new_journal_is_empty) {
  const Scratch scratch;
  Counters counters;
  const auto journal = open_journal({.path = scratch.file("j")}, counters);
  EXPECT_EQ(journal->durable(), 0U);
  EXPECT_TRUE(journal->replay(1, [](const Record&) -> Result<Done> {
    ADD_FAILURE() << "a record came out of nowhere";
    return Done{};
  }));
}

TEST(SqliteJournal, records_come_back_in_order_with_their_time_after_opening_again) {
  const Scratch scratch;
  Counters counters;
  {
    const auto journal = open_journal({.path = scratch.file("j")}, counters);
    EXPECT_EQ(journal->append({{"a", "x"}, {"b", std::string("y\0z", 3)}}, noon), 2U);
    EXPECT_TRUE(journal->wait_durable(2));
  }
  const auto journal = open_journal({.path = scratch.file("j")}, counters);
  EXPECT_EQ(journal->durable(), 2U);
  EXPECT_EQ(journal->append(one("c", ""), Instant::from_unix_ms(-5)), 3U);
  EXPECT_TRUE(journal->wait_durable(3));
  std::vector<Record> records;
  EXPECT_TRUE(journal->replay(1, [&](const Record& record) -> Result<Done> {
    records.push_back(record);
    return Done{};
  }));
  ASSERT_EQ(records.size(), 3U);
  EXPECT_EQ(records[1].payload, std::string("y\0z", 3));
  EXPECT_EQ(records[1].at_unix_ms, noon.unix_ms());
  EXPECT_EQ(records[2].at_unix_ms, -5);
}

TEST(SqliteJournal, what_nobody_waited_for_is_not_replayed) {
  const Scratch scratch;
  Counters counters;
  const auto journal = open_journal({.path = scratch.file("j")}, counters);
  journal->append(one("a", "x"), noon);
  int seen = 0;
  EXPECT_TRUE(journal->replay(1, [&](const Record&) -> Result<Done> {
    ++seen;
    return Done{};
  }));
  EXPECT_EQ(seen, 0);
  EXPECT_EQ(rendered(scratch.file("j")), "");
}

TEST(SqliteJournal, closing_keeps_what_is_pending) {
  const Scratch scratch;
  Counters counters;
  open_journal({.path = scratch.file("j")}, counters)->append(one("a", "x"), noon);
  EXPECT_EQ(rendered(scratch.file("j")), "1:a:x");
}

TEST(SqliteJournal, replay_from_the_middle_and_past_the_end) {
  const Scratch scratch;
  fill(scratch.file("j"));
  EXPECT_EQ(rendered(scratch.file("j"), 3), "3:fact:three 4:fact:four");
  EXPECT_EQ(rendered(scratch.file("j"), 5), "");
  EXPECT_EQ(rendered(scratch.file("j"), 99), "");
}

TEST(SqliteJournal, replay_stops_with_the_fault_of_its_taker) {
  const Scratch scratch;
  fill(scratch.file("j"));
  Counters counters;
  const auto journal = open_journal({.path = scratch.file("j")}, counters);
  int seen = 0;
  const auto result = journal->replay(1, [&](const Record&) -> Result<Done> {
    if (++seen == 2) return Fault{FaultCode::internal_error, "here", ""};
    return Done{};
  });
  ASSERT_FALSE(result);
  EXPECT_EQ(result.fault().place, "here");
  EXPECT_EQ(seen, 2);
}

TEST(SqliteJournal, replay_of_thousands_crosses_its_read_transactions) {
  const Scratch scratch;
  Counters counters;
  const auto journal = open_journal({.path = scratch.file("j")}, counters);
  std::vector<engine::Entry> entries(2500, engine::Entry{"f", "p"});
  EXPECT_TRUE(journal->wait_durable(journal->append(entries, noon)));
  std::uint64_t seen = 0;
  EXPECT_TRUE(journal->replay(1, [&](const Record& record) -> Result<Done> {
    EXPECT_EQ(record.sequence, ++seen);
    return Done{};
  }));
  EXPECT_EQ(seen, 2500U);
}

struct Damage {
  const char* name;
  const char* sql;
  const char* read;  // what a reader sees before the fault, and the fault
};

class DamagedJournal : public testing::TestWithParam<Damage> {};

TEST_P(DamagedJournal, is_found_at_its_record_and_nothing_behind_it_is_fed) {
  const Scratch scratch;
  fill(scratch.file("j"));
  run_sql(scratch.file("j"), GetParam().sql);
  EXPECT_EQ(rendered(scratch.file("j")), GetParam().read);
}

INSTANTIATE_TEST_SUITE_P(
    Ways, DamagedJournal,
    testing::Values(
        Damage{"payload", "UPDATE journal SET payload='tw0' WHERE sequence=2",
               "1:fact:one !store_damaged at journal[2]"},
        Damage{"kind", "UPDATE journal SET kind='fakt' WHERE sequence=3",
               "1:fact:one 2:fact:two !store_damaged at journal[3]"},
        Damage{"time", "UPDATE journal SET at=at+1 WHERE sequence=1",
               " !store_damaged at journal[1]"},
        Damage{"hash", "UPDATE journal SET hash=zeroblob(32) WHERE sequence=4",
               "1:fact:one 2:fact:two 3:fact:three !store_damaged at journal[4]"},
        Damage{"short_hash", "UPDATE journal SET hash=x'00' WHERE sequence=2",
               "1:fact:one !store_damaged at journal[2]"},
        Damage{"removed", "DELETE FROM journal WHERE sequence=2",
               "1:fact:one !store_damaged at journal[2]"},
        Damage{"first_removed", "DELETE FROM journal WHERE sequence=1",
               " !store_damaged at journal[1]"},
        Damage{"swapped",
               "UPDATE journal SET sequence=-1 WHERE sequence=2;"
               "UPDATE journal SET sequence=2 WHERE sequence=3;"
               "UPDATE journal SET sequence=3 WHERE sequence=-1",
               "1:fact:one !store_damaged at journal[2]"},
        Damage{"added", "INSERT INTO journal VALUES(5, 0, 'fact', 'five', zeroblob(32))",
               "1:fact:one 2:fact:two 3:fact:three 4:fact:four !store_damaged at journal[5]"}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(SqliteJournal, every_flipped_byte_of_the_file_is_harmless_or_found) {
  const Scratch scratch;
  fill(scratch.file("j"));
  const std::string whole = content_of(scratch.file("j"));
  const std::string good = "1:fact:one 2:fact:two 3:fact:three 4:fact:four";
  std::size_t found = 0;
  // Every byte of the page of records' tail, where they stand, and each 37th elsewhere.
  for (std::size_t at = 0; at < whole.size(); at += at + 600 < whole.size() ? 37 : 1) {
    std::string copy = whole;
    copy[at] = static_cast<char>(copy[at] ^ 0x04);
    const std::string text = rendered(scratch.write("copy", copy));
    if (text == good) continue;
    ++found;
    // Never a record that was not written.
    const std::string fed = text.substr(0, text.find(" !"));
    EXPECT_EQ(good.substr(0, fed.size()), fed) << "byte " << at << " changed: " << text;
    EXPECT_NE(text.find('!'), std::string::npos) << "byte " << at;
  }
  EXPECT_GT(found, 200U);
}

TEST(SqliteJournal, a_journal_with_a_missing_record_is_not_opened_for_writing) {
  const Scratch scratch;
  fill(scratch.file("j"));
  run_sql(scratch.file("j"), "DELETE FROM journal WHERE sequence=2");
  Counters counters;
  const auto opened = SqliteJournal::open({.path = scratch.file("j")}, counters);
  ASSERT_FALSE(opened);
  EXPECT_EQ(brief(opened.fault()), "store_damaged at journal[4]");
}

TEST(SqliteJournal, a_second_opening_is_refused) {
  const Scratch scratch;
  Counters counters;
  const auto journal = open_journal({.path = scratch.file("j")}, counters);
  const auto second = SqliteJournal::open({.path = scratch.file("j")}, counters);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.fault().detail, "another process has this journal open");
}

TEST(SqliteJournal, a_reader_sees_a_journal_that_is_open) {
  const Scratch scratch;
  Counters counters;
  const auto journal = open_journal({.path = scratch.file("j")}, counters);
  EXPECT_TRUE(journal->wait_durable(journal->append(one("a", "x"), noon)));
  EXPECT_EQ(rendered(scratch.file("j")), "1:a:x");
}

struct WrongFile {
  const char* name;
  const char* sql;
  const char* detail;
};

TEST(SqliteJournal, files_that_are_no_journal_of_this_version_are_refused) {
  for (const WrongFile& wrong :
       {WrongFile{"foreign", "CREATE TABLE other(x)", "this file is not a journal"},
        WrongFile{"newer", "PRAGMA user_version=2",
                  "the journal has version 2, this program reads version 1"}}) {
    const Scratch scratch;
    if (std::string(wrong.name) == "newer") fill(scratch.file("j"));
    run_sql(scratch.file("j"), wrong.sql);
    Counters counters;
    const auto opened = SqliteJournal::open({.path = scratch.file("j")}, counters);
    ASSERT_FALSE(opened) << wrong.name;
    EXPECT_EQ(opened.fault().detail, wrong.detail);
  }
  const Scratch scratch;
  scratch.write("j", std::string(4096, 'x'));
  Counters counters;
  const auto opened = SqliteJournal::open({.path = scratch.file("j")}, counters);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.fault().code, FaultCode::store_damaged);
}

TEST(SqliteJournal, a_missing_directory_is_a_fault) {
  Counters counters;
  const auto opened = SqliteJournal::open({.path = "/nonexistent/place/j"}, counters);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.fault().code, FaultCode::store_failed);
}

TEST(SqliteJournal, the_file_is_for_its_owner_alone) {
  const Scratch scratch;
  fill(scratch.file("j"));
  const auto mode = std::filesystem::status(scratch.file("j")).permissions();
  EXPECT_EQ(mode, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(SqliteJournal, many_threads_share_commits_and_each_record_has_its_place) {
  const Scratch scratch;
  Counters counters;
  constexpr int threads = 16;
  constexpr int rounds = 200;
  {
    const auto journal = open_journal({.path = scratch.file("j")}, counters);
    std::vector<std::thread> workers;
    std::latch start(threads);
    for (int worker = 0; worker < threads; ++worker) {
      workers.emplace_back([&, worker] {
        start.arrive_and_wait();
        std::uint64_t before = 0;
        for (int round = 0; round < rounds; ++round) {
          const std::string name = std::to_string(worker);
          const auto mine =
              journal->append({{name, std::to_string(round)}, {name, "second"}}, noon);
          EXPECT_GT(mine, before);
          before = mine;
          EXPECT_TRUE(journal->wait_durable(mine));
          EXPECT_GE(journal->durable(), mine);
        }
      });
    }
    for (std::thread& worker : workers) worker.join();
  }
  EXPECT_EQ(counters.journal_records.value(), 2U * threads * rounds);
  EXPECT_LT(counters.journal_commits.value(), static_cast<std::uint64_t>(threads) * rounds);
  // Each thread's records are in its order, and the two of one call stand together.
  std::array<int, threads> next{};
  std::string before;
  const auto read = read_journal(scratch.file("j"), 1, [&](const Record& record) -> Result<Done> {
    if (record.payload == "second") {
      EXPECT_EQ(record.kind, before);
    } else {
      EXPECT_EQ(record.payload, std::to_string(next.at(std::stoul(record.kind))++));
      before = record.kind;
    }
    return Done{};
  });
  ASSERT_TRUE(read);
  EXPECT_EQ(read->sequence, 2U * threads * rounds);
}

TEST(SqliteJournal, a_full_group_is_committed_by_the_appender_itself) {
  const Scratch scratch;
  Counters counters;
  const auto journal = open_journal({.path = scratch.file("j"), .pending_records = 10}, counters);
  for (int i = 0; i < 95; ++i) journal->append(one("a", "x"), noon);
  EXPECT_EQ(journal->durable(), 90U);
  const auto by_bytes = open_journal({.path = scratch.file("k"), .pending_bytes = 100}, counters);
  by_bytes->append(one("a", std::string(99, 'x')), noon);
  EXPECT_EQ(by_bytes->durable(), 0U);
  by_bytes->append(one("a", "x"), noon);
  EXPECT_EQ(by_bytes->durable(), 1U);
}

TEST(SqliteJournal, the_write_ahead_log_is_checkpointed) {
  const Scratch scratch;
  Counters counters;
  const auto journal = open_journal({.path = scratch.file("j")}, counters);
  for (int i = 0; i < 12; ++i) {
    const std::vector<engine::Entry> entries(100, engine::Entry{"a", std::string(20'000, 'x')});
    ASSERT_TRUE(journal->wait_durable(journal->append(entries, noon)));
  }
  EXPECT_GE(counters.journal_checkpoints.value(), 1U);
  EXPECT_FALSE(journal->failed());
}

// B141: nothing is confirmed once the medium has failed, and what was confirmed stays readable.
TEST(SqliteJournal, a_failed_sync_ends_the_journal_for_ever) {
  const Scratch scratch;
  FailingMedium medium("failed_sync");
  Counters counters;
  const auto journal = open_journal({.path = scratch.file("j"), .vfs = medium.name()}, counters);
  ASSERT_TRUE(journal->wait_durable(journal->append(one("a", "kept"), noon)));
  medium.fail_next_sync();
  const auto refused = journal->wait_durable(journal->append(one("a", "lost"), noon));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.fault().code, FaultCode::store_failed);
  // The medium is well again, but what it holds is not known: no second try.
  EXPECT_FALSE(journal->wait_durable(journal->append(one("a", "later"), noon)));
  EXPECT_TRUE(journal->failed());
  EXPECT_EQ(counters.journal_failures.value(), 1U);
  EXPECT_TRUE(journal->wait_durable(1));
  std::string seen;
  EXPECT_TRUE(journal->replay(1, [&](const Record& record) -> Result<Done> {
    seen += record.payload;
    return Done{};
  }));
  EXPECT_EQ(seen, "kept");
}

TEST(SqliteJournal, all_waiters_of_a_failed_group_are_refused) {
  const Scratch scratch;
  FailingMedium medium("failed_group");
  Counters counters;
  const auto journal = open_journal({.path = scratch.file("j"), .vfs = medium.name()}, counters);
  medium.fail_after(0);
  std::atomic<int> refused = 0;
  std::vector<std::thread> workers;
  for (int worker = 0; worker < 8; ++worker) {
    workers.emplace_back([&] {
      if (!journal->wait_durable(journal->append(one("a", "x"), noon))) ++refused;
    });
  }
  for (std::thread& worker : workers) worker.join();
  EXPECT_EQ(refused, 8);
  EXPECT_EQ(journal->durable(), 0U);
}

TEST(SqliteJournal, a_full_disk_confirms_nothing_more) {
  const Scratch scratch;
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{400'000, 400'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    Counters counters;
    auto journal = SqliteJournal::open({.path = scratch.file("j")}, counters);
    if (!journal) ::_exit(90);
    int confirmed = 0;
    while (confirmed < 1000) {
      const auto last = (*journal)->append(one("a", std::string(5000, 'x')), noon);
      if (!(*journal)->wait_durable(last)) break;
      ++confirmed;
    }
    ::_exit(confirmed < 80 ? confirmed : 91);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status));
  const int confirmed = WEXITSTATUS(status);
  ASSERT_GT(confirmed, 5);
  ASSERT_LT(confirmed, 80);
  const auto read = read_journal(scratch.file("j"), 1);
  ASSERT_TRUE(read);
  EXPECT_GE(read->sequence, static_cast<std::uint64_t>(confirmed));
}

// P1, F3: the power is cut at each write and each sync of a script of 30 groups.
TEST(SqliteJournal, a_power_cut_at_any_operation_loses_nothing_confirmed) {
  std::mt19937 random(20260302);
  int cuts = 0;
  for (std::int64_t point = 0;; ++point) {
    const Scratch scratch;
    FailingMedium medium("power_cut");
    Counters counters;
    std::uint64_t confirmed = 0;
    bool ran_through = true;
    {
      medium.fail_after(point);
      auto journal =
          SqliteJournal::open({.path = scratch.file("j"), .vfs = medium.name()}, counters);
      for (int i = 0; journal && i < 30; ++i) {
        const auto last = (*journal)->append({{"a", std::to_string(i)}, {"b", "x"}}, noon);
        if (!(*journal)->wait_durable(last)) break;
        confirmed = last;
      }
      ran_through = journal && !(*journal)->failed();
      const Scratch after;
      medium.leave(after.path(), random);
      Counters fresh;
      auto reopened = SqliteJournal::open({.path = after.file("j")}, fresh);
      // A cut while the very first file is made may leave none that opens; nothing was confirmed.
      if (confirmed > 0) {
        ASSERT_TRUE(reopened) << "point " << point << ": " << reopened.fault().detail;
      }
      if (reopened) {
        EXPECT_GE((*reopened)->durable(), confirmed) << "point " << point;
        EXPECT_EQ((*reopened)->durable() % 2, 0U) << "half a group at point " << point;
        EXPECT_TRUE((*reopened)->replay(1, [](const Record&) -> Result<Done> { return Done{}; }));
      }
    }
    ++cuts;
    if (ran_through) break;
  }
  EXPECT_GT(cuts, 90);
}

// P1, F1: the child tells through a pipe what was confirmed; the pipe is the outside ledger.
TEST(SqliteJournal, a_kill_at_any_moment_loses_nothing_confirmed) {
  const Scratch scratch;
  std::mt19937 random(4711);
  std::uint64_t confirmed = 0;
  for (int kill = 0; kill < 25; ++kill) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      Counters counters;
      auto journal = SqliteJournal::open({.path = scratch.file("j")}, counters);
      if (!journal) ::_exit(90);
      std::vector<std::thread> workers;
      for (int worker = 0; worker < 4; ++worker) {
        workers.emplace_back([&] {
          while (true) {
            const auto mine = (*journal)->append(one("a", std::string(300, 'x')), noon);
            if (!(*journal)->wait_durable(mine)) ::_exit(91);
            if (::write(ends[1], &mine, sizeof mine) != sizeof mine) ::_exit(92);
          }
        });
      }
      for (std::thread& worker : workers) worker.join();
    }
    ::close(ends[1]);
    // The moment of the kill is drawn as a number of confirmations, not as a time.
    std::uint64_t left = 1 + random() % 400;
    std::uint64_t sequence = 0;
    while (::read(ends[0], &sequence, sizeof sequence) == sizeof sequence) {
      confirmed = std::max(confirmed, sequence);
      if (left > 0 && --left == 0) ::kill(child, SIGKILL);
    }
    ::close(ends[0]);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the child ended by itself: " << WEXITSTATUS(status);
    const auto read = read_journal(scratch.file("j"), 1);
    ASSERT_TRUE(read) << brief(read.fault());
    ASSERT_GE(read->sequence, confirmed) << "kill " << kill;
  }
  EXPECT_GT(confirmed, 1000U);
}

}  // namespace
}  // namespace bridge::shell
