// SPDX-License-Identifier: Apache-2.0
// SqliteJournal: the journal as one SQLite file that one process writes, in group commits.
#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/chain.h"
#include "engine/counters.h"
#include "engine/ports.h"
#include "shell/sqlite.h"

namespace bridge::shell {

struct JournalOptions {
  std::string path;
  // A full group makes append() wait: that is how a slow disk slows the senders (P12).
  std::size_t pending_records = 8192;
  std::size_t pending_bytes = 32U << 20U;
  std::string vfs = {};  // of SQLite, for tests with a failing medium
};

// Where a journal stands: two journals with the same head hold the same records.
struct JournalHead {
  std::uint64_t sequence = 0;
  std::string hash;
};

// Reads and checks records from `first` on: of a journal that nobody has open, or of an open one up
// to its last commit. `take` may be empty. Fault: store_damaged with the sequence of the first bad
// record; records behind it are not fed (P19). When `first` is not 1 the chain is taken up at the
// record before it, unchecked.
Result<JournalHead> read_journal(
    const std::string& path, std::uint64_t first,
    const std::function<Result<Done>(const engine::Record&)>& take = {},
    const std::string& vfs = "");

// Group commit without a commit thread: who waits and finds nobody committing commits everything
// that is pending; who comes meanwhile waits for the next group, and one of those waiters is told to
// lead it. So a lone caller pays one commit and no change of thread, and under load a group is
// whatever came during the last sync. Each waiter sleeps on a semaphore of its own: who is woken has
// its answer and needs no lock again.
//
// One connection does all writes and all checkpoints: SQLite 3.7.0 to 3.51.2 can damage the file
// when two connections write or checkpoint at the same time (the WAL-reset bug).
class SqliteJournal final : public engine::Journal {
 public:
  // Creates the file when there is none. Fails when another process has it open, when the medium
  // fails, and when the file is not a journal of this version.
  static Result<std::unique_ptr<SqliteJournal>> open(const JournalOptions& options,
                                                     engine::Counters& counters);
  ~SqliteJournal() override;
  SqliteJournal(const SqliteJournal&) = delete;
  SqliteJournal& operator=(const SqliteJournal&) = delete;

  std::uint64_t append(std::vector<engine::Entry> entries, Instant at) override;
  Result<Done> wait_durable(std::uint64_t sequence) override;
  Result<Done> replay(std::uint64_t first,
                      const std::function<Result<Done>(const engine::Record&)>& take) override;

  // The last durable sequence, and whether a write has failed: for readiness and alarms.
  std::uint64_t durable();
  bool failed();

 private:
  class Lock;
  class Waiter;
  SqliteJournal(const JournalOptions& options, engine::Counters& counters, Lock lock,
                Database database);
  Result<Done> prepare();
  Result<Done> take_up_chain();
  bool lead(std::unique_lock<std::mutex>& lock);
  void settle(std::unique_lock<std::mutex>& lock, const std::vector<Waiter*>& served, bool kept);
  std::vector<Waiter*>& waiters_of(std::uint64_t group) { return waiters_[group % 2]; }
  bool commit_group();
  bool checkpoint_if_due();
  static int on_commit(void* self, sqlite3*, const char*, int wal_pages);

  // Keeps a second process out; SQLite itself would let it in.
  class Lock {
   public:
    static Result<Lock> take(const std::string& path);
    Lock(Lock&& other) noexcept : descriptor_(other.descriptor_) { other.descriptor_ = -1; }
    Lock& operator=(Lock&&) = delete;
    ~Lock();

   private:
    explicit Lock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
  };

  const JournalOptions options_;
  engine::Counters& counters_;
  Lock lock_;

  // Of the leader alone, while committing_ is set.
  Database database_;
  std::unique_ptr<Statement> begin_, insert_, commit_;
  std::vector<engine::Record> group_;
  int wal_pages_ = 0;

  std::mutex mutex_;
  // Under mutex_:
  engine::Chain chain_;
  std::vector<engine::Record> pending_;
  std::size_t pending_bytes_ = 0;
  std::uint64_t pending_first_ = 1;  // sequence of the first pending record
  std::uint64_t group_number_ = 0;   // of the pending group
  std::uint64_t durable_ = 0;
  bool committing_ = false;
  bool failed_ = false;
  // Of the pending group and of the one that is being committed, by the number of the group.
  std::array<std::vector<Waiter*>, 2> waiters_;
  std::condition_variable room_;
};

}  // namespace bridge::shell
