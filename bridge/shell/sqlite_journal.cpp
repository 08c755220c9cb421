// SPDX-License-Identifier: Apache-2.0
#include "shell/sqlite_journal.h"

#include <fcntl.h>
#include <semaphore.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/assert.h"

namespace bridge::shell {
namespace {

constexpr std::int64_t schema_version = 1;
constexpr std::int64_t application = 0x49424a31;  // "IBJ1", as `file` shows it
// 16 MiB of write-ahead log; a longer one makes opening after a crash slower.
constexpr int checkpoint_pages = 1024;
constexpr std::uint64_t records_per_read = 1000;

// The log takes whole pages: four of 4 KiB cost twice the writes of one of 16 KiB, and records are
// only ever appended. A journal keeps the size that it was made with.
constexpr const char* page_size = "PRAGMA page_size=16384";

constexpr const char* schema =
    "BEGIN IMMEDIATE;"
    "CREATE TABLE journal(sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL,"
    " payload TEXT NOT NULL, hash BLOB NOT NULL) STRICT;"
    "PRAGMA application_id=0x49424a31;"
    "PRAGMA user_version=1;"
    "COMMIT";

Fault failure(const std::string& place, std::string detail) {
  return {FaultCode::store_failed, place, std::move(detail)};
}

Fault system_failure(const std::string& place) {
  return failure(place, std::generic_category().message(errno));
}

// The medium keeps a file's name only after its directory was synced.
Result<Done> sync_directory_of(const std::string& path) {
  const auto parent = std::filesystem::path(path).parent_path();
  const std::string directory = parent.empty() ? "." : parent.string();
  const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return system_failure(directory);
  const bool synced = ::fsync(descriptor) == 0;
  const Fault fault = system_failure(directory);
  ::close(descriptor);
  if (!synced) return fault;
  return Done{};
}

// Before SQLite opens it: the journal holds patients' data, so it is for its owner alone, and
// SQLite gives its side files the same mode.
Result<Done> create_file(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return system_failure(path);
  ::close(descriptor);
  return Done{};
}

Result<Done> check_schema(Database& database, const std::string& path) {
  BRIDGE_TRY(const std::int64_t kind, database.number("PRAGMA application_id"));
  BRIDGE_TRY(const std::int64_t version, database.number("PRAGMA user_version"));
  if (kind != application) return failure(path, "this file is not a journal");
  if (version != schema_version) {
    return failure(path, "the journal has version " + std::to_string(version) +
                             ", this program reads version " + std::to_string(schema_version));
  }
  return Done{};
}

bool read_record(const Statement& row, engine::Record& record) {
  std::int64_t sequence = 0;
  const bool readable = row.read(0, sequence) && row.read(1, record.at_unix_ms) &&
                        row.read_text(2, record.kind) && row.read_text(3, record.payload) &&
                        row.read_blob(4, record.hash);
  record.sequence = static_cast<std::uint64_t>(sequence);
  return readable && sequence > 0 && record.hash.size() == engine::hash_bytes;
}

constexpr const char* select_records =
    "SELECT sequence, at, kind, payload, hash FROM journal WHERE sequence >= ? AND sequence <= ?"
    " ORDER BY sequence";

// The record behind `chain`, in one read transaction per thousand: a long one would keep the
// write-ahead log from being reset.
Result<Done> feed(Database& database, engine::Chain& chain, std::uint64_t last,
                  const std::function<Result<Done>(const engine::Record&)>& take) {
  BRIDGE_TRY(Statement rows, Statement::prepare(database, select_records));
  engine::Record record;
  while (chain.sequence() < last) {
    const std::uint64_t until = std::min(last, chain.sequence() + records_per_read);
    if (!rows.bind(1, static_cast<std::int64_t>(chain.sequence() + 1)) ||
        !rows.bind(2, static_cast<std::int64_t>(until))) {
      return database.fault();
    }
    while (chain.sequence() < until) {
      const Statement::Step step = rows.step();
      const std::string place = engine::place_of_record(chain.sequence() + 1);
      if (step == Statement::Step::failed && !database.damaged()) return database.fault();
      if (step != Statement::Step::row) {
        return Fault{FaultCode::store_damaged, place, "the record is missing"};
      }
      if (!read_record(rows, record)) {
        return Fault{FaultCode::store_damaged, place, "the record is not readable"};
      }
      BRIDGE_TRY([[maybe_unused]] const Done checked, chain.check(record));
      if (take) {
        BRIDGE_TRY([[maybe_unused]] const Done taken, take(record));
      }
    }
    if (!rows.reset()) return database.fault();
  }
  return Done{};
}

// Places the chain behind the record `sequence`, without checking it.
Result<Done> place_chain(Database& database, engine::Chain& chain, std::uint64_t sequence) {
  if (sequence == 0) return Done{};
  BRIDGE_TRY(Statement rows, Statement::prepare(database, select_records));
  const auto at = static_cast<std::int64_t>(sequence);
  engine::Record record;
  if (!rows.bind(1, at) || !rows.bind(2, at)) return database.fault();
  if (rows.step() != Statement::Step::row || !read_record(rows, record)) {
    return Fault{FaultCode::store_damaged, engine::place_of_record(sequence),
                 "the record is missing or not readable"};
  }
  chain.start_after(record.sequence, record.hash);
  return Done{};
}

// The highest sequence and the number of records: they differ in a damaged journal. The highest
// alone would not do: SQLite looks for it in the last place only, and one flipped bit there can
// hide it.
struct Extent {
  std::uint64_t last = 0;
  std::uint64_t count = 0;
};

Result<Extent> extent_of(Database& database) {
  BRIDGE_TRY(const std::int64_t last,
             database.number("SELECT coalesce(max(sequence), 0) FROM journal"));
  BRIDGE_TRY(const std::int64_t count, database.number("SELECT count(*) FROM journal"));
  return Extent{static_cast<std::uint64_t>(std::max<std::int64_t>(last, 0)),
                static_cast<std::uint64_t>(count)};
}

// Up to `limit`, or to the last committed record.
Result<JournalHead> read_records(const std::string& path, const std::string& vfs,
                                 std::uint64_t first, std::uint64_t limit,
                                 const std::function<Result<Done>(const engine::Record&)>& take) {
  BRIDGE_ASSERT(first >= 1);
  BRIDGE_TRY(Database database, Database::open(path, Access::read_only, vfs));
  BRIDGE_TRY([[maybe_unused]] const Done fits, check_schema(database, path));
  std::uint64_t last = limit;
  if (limit == 0) {
    BRIDGE_TRY(const Extent kept, extent_of(database));
    last = std::max(kept.last, kept.count);
  }
  engine::Chain chain;
  if (first - 1 <= last) {
    BRIDGE_TRY([[maybe_unused]] const Done placed, place_chain(database, chain, first - 1));
    BRIDGE_TRY([[maybe_unused]] const Done fed, feed(database, chain, last, take));
  }
  return JournalHead{chain.sequence(), chain.hash()};
}

}  // namespace

Result<JournalHead> read_journal(const std::string& path, std::uint64_t first,
                                 const std::function<Result<Done>(const engine::Record&)>& take,
                                 const std::string& vfs) {
  return read_records(path, vfs, first, 0, take);
}

SqliteJournal::Lock::~Lock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

// A file of its own: closing any descriptor of the database file would drop SQLite's locks on it.
Result<SqliteJournal::Lock> SqliteJournal::Lock::take(const std::string& path) {
  const std::string name = path + ".lock";
  Lock lock(::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR));
  const int descriptor = lock.descriptor_;
  if (descriptor < 0) return system_failure(name);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return failure(path, "another process has this journal open");
    return system_failure(name);
  }
  return lock;
}

Result<std::unique_ptr<SqliteJournal>> SqliteJournal::open(const JournalOptions& options,
                                                           engine::Counters& counters) {
  BRIDGE_TRY(Lock lock, Lock::take(options.path));
  BRIDGE_TRY([[maybe_unused]] const Done made, create_file(options.path));
  BRIDGE_TRY(Database database, Database::open(options.path, Access::read_write, options.vfs));
  std::unique_ptr<SqliteJournal> journal(
      new SqliteJournal(options, counters, std::move(lock), std::move(database)));
  BRIDGE_TRY([[maybe_unused]] const Done prepared, journal->prepare());
  BRIDGE_TRY([[maybe_unused]] const Done taken_up, journal->take_up_chain());
  return journal;
}

SqliteJournal::SqliteJournal(const JournalOptions& options, engine::Counters& counters, Lock lock,
                             Database database)
    : options_(options),
      counters_(counters),
      lock_(std::move(lock)),
      database_(std::move(database)) {}

SqliteJournal::~SqliteJournal() {
  std::unique_lock lock(mutex_);
  if (!failed_ && !pending_.empty()) lead(lock);
}

Result<Done> SqliteJournal::prepare() {
  BRIDGE_TRY([[maybe_unused]] const Done sized, database_.run(page_size));
  BRIDGE_TRY(const std::string mode, database_.text("PRAGMA journal_mode=WAL"));
  if (mode != "wal") return failure(options_.path, "the medium cannot hold a write-ahead log");
  BRIDGE_TRY([[maybe_unused]] const Done full, database_.run("PRAGMA synchronous=FULL"));
  BRIDGE_TRY(const std::int64_t tables, database_.number("SELECT count(*) FROM sqlite_schema"));
  if (tables == 0) {
    BRIDGE_TRY([[maybe_unused]] const Done created, database_.run(schema));
  }
  BRIDGE_TRY([[maybe_unused]] const Done fits, check_schema(database_, options_.path));
  BRIDGE_TRY([[maybe_unused]] const Done synced, sync_directory_of(options_.path));
  // Replaces SQLite's own checkpoint inside of a commit, for which a whole group would wait.
  sqlite3_wal_hook(database_.handle(), &SqliteJournal::on_commit, this);
  const auto statement = [this](const char* sql, std::unique_ptr<Statement>& into) -> Result<Done> {
    BRIDGE_TRY(Statement prepared, Statement::prepare(database_, sql));
    into = std::make_unique<Statement>(std::move(prepared));
    return Done{};
  };
  BRIDGE_TRY([[maybe_unused]] const Done begin, statement("BEGIN IMMEDIATE", begin_));
  BRIDGE_TRY([[maybe_unused]] const Done insert,
             statement("INSERT INTO journal(sequence, at, kind, payload, hash) VALUES(?,?,?,?,?)",
                       insert_));
  return statement("COMMIT", commit_);
}

Result<Done> SqliteJournal::take_up_chain() {
  BRIDGE_TRY(const Extent kept, extent_of(database_));
  if (kept.count != kept.last) {
    return Fault{FaultCode::store_damaged,
                 engine::place_of_record(std::min(kept.count, kept.last) + 1),
                 "records are missing"};
  }
  BRIDGE_TRY([[maybe_unused]] const Done placed, place_chain(database_, chain_, kept.last));
  durable_ = kept.last;
  pending_first_ = kept.last + 1;
  return Done{};
}

std::uint64_t SqliteJournal::append(std::vector<engine::Entry> entries, Instant at) {
  BRIDGE_ASSERT(!entries.empty());
  std::size_t bytes = 0;
  for (const engine::Entry& entry : entries) bytes += entry.kind.size() + entry.payload.size();
  std::unique_lock lock(mutex_);
  while (!failed_ && !pending_.empty() &&
         (pending_.size() + entries.size() > options_.pending_records ||
          pending_bytes_ + bytes > options_.pending_bytes)) {
    // Nobody may be waiting for what is pending, so waiting for room alone could be for ever.
    if (committing_) {
      room_.wait(lock);
    } else {
      lead(lock);
      lock.lock();
    }
  }
  for (engine::Entry& entry : entries) {
    engine::Record record;
    record.at_unix_ms = at.unix_ms();
    record.kind = std::move(entry.kind);
    record.payload = std::move(entry.payload);
    chain_.add(record);
    if (!failed_) pending_.push_back(std::move(record));
  }
  if (!failed_) pending_bytes_ += bytes;
  counters_.journal_pending.set(static_cast<std::int64_t>(pending_.size()));
  return chain_.sequence();
}

// One caller asleep in wait_durable().
class SqliteJournal::Waiter {
 public:
  enum class Call : std::uint8_t { kept, failed, lead };

  Waiter() { BRIDGE_ASSERT(::sem_init(&woken_, 0, 0) == 0); }
  ~Waiter() { ::sem_destroy(&woken_); }
  Waiter(const Waiter&) = delete;
  Waiter& operator=(const Waiter&) = delete;

  void wake(Call call) {
    call_ = call;
    BRIDGE_ASSERT(::sem_post(&woken_) == 0);
  }
  Call sleep() {
    while (::sem_wait(&woken_) != 0) BRIDGE_ASSERT(errno == EINTR);
    return call_;
  }

 private:
  sem_t woken_;
  Call call_ = Call::failed;
};

Result<Done> SqliteJournal::wait_durable(std::uint64_t sequence) {
  std::unique_lock lock(mutex_);
  BRIDGE_ASSERT(sequence <= chain_.sequence());
  if (sequence <= durable_) return Done{};
  if (failed_) return failure("journal", "an earlier write failed");
  if (committing_) {
    Waiter self;
    waiters_of(sequence >= pending_first_ ? group_number_ : group_number_ - 1).push_back(&self);
    lock.unlock();
    switch (self.sleep()) {
      case Waiter::Call::kept:
        return Done{};
      case Waiter::Call::failed:
        return failure("journal", "a write failed");
      case Waiter::Call::lead:
        break;
    }
    lock.lock();
  }
  return lead(lock) ? Result<Done>(Done{}) : failure("journal", "a write failed");
}

// Commits what is pending; false when that failed. Called with the lock held when nothing is being
// committed or the last leader named this caller; the lock is open from when the disk works.
bool SqliteJournal::lead(std::unique_lock<std::mutex>& lock) {
  BRIDGE_ASSERT(!pending_.empty());
  committing_ = true;
  group_.swap(pending_);
  const std::uint64_t last = group_.back().sequence;
  const std::size_t bytes = std::exchange(pending_bytes_, 0);
  pending_first_ = last + 1;
  const std::uint64_t number = group_number_++;
  room_.notify_all();
  lock.unlock();

  const bool kept = commit_group();
  if (kept) {
    counters_.journal_commits.add();
    counters_.journal_records.add(group_.size());
    counters_.journal_bytes.add(bytes);
    counters_.journal_group_largest.raise_to(static_cast<std::int64_t>(group_.size()));
  }
  group_.clear();

  lock.lock();
  std::vector<Waiter*> served = std::exchange(waiters_of(number), {});
  if (kept) durable_ = last;
  bool usable = kept;
  if (kept && wal_pages_ >= checkpoint_pages) {
    // What is durable is told before the long work of a checkpoint; the next group waits for it.
    lock.unlock();
    for (Waiter* waiter : std::exchange(served, {})) waiter->wake(Waiter::Call::kept);
    usable = checkpoint_if_due();
    lock.lock();
  }
  settle(lock, served, usable);
  return kept;
}

// Names the next leader first, so that the disk has work while the others are woken. After a
// failure there is none: everybody hears of it.
void SqliteJournal::settle(std::unique_lock<std::mutex>& lock,
                           const std::vector<Waiter*>& served, bool kept) {
  std::vector<Waiter*>& next = waiters_of(group_number_);
  Waiter* leader = nullptr;
  std::vector<Waiter*> failing;
  if (!kept) {
    failed_ = true;
    counters_.journal_failures.add();
    failing = std::exchange(next, {});
  } else if (!next.empty()) {
    leader = next.back();
    next.pop_back();
  }
  committing_ = leader != nullptr;
  if (leader == nullptr) room_.notify_all();
  lock.unlock();
  if (leader != nullptr) leader->wake(Waiter::Call::lead);
  for (Waiter* waiter : served) {
    waiter->wake(kept ? Waiter::Call::kept : Waiter::Call::failed);
  }
  for (Waiter* waiter : failing) waiter->wake(Waiter::Call::failed);
}

bool SqliteJournal::commit_group() {
  using Step = Statement::Step;
  if (begin_->step() != Step::done || !begin_->reset()) return false;
  for (const engine::Record& record : group_) {
    const bool inserted =
        insert_->bind(1, static_cast<std::int64_t>(record.sequence)) &&
        insert_->bind(2, record.at_unix_ms) && insert_->bind_text(3, record.kind) &&
        insert_->bind_text(4, record.payload) && insert_->bind_blob(5, record.hash) &&
        insert_->step() == Step::done && insert_->reset();
    if (!inserted) return false;
  }
  return commit_->step() == Step::done && commit_->reset();
}

int SqliteJournal::on_commit(void* self, sqlite3*, const char*, int wal_pages) {
  static_cast<SqliteJournal*>(self)->wal_pages_ = wal_pages;
  return SQLITE_OK;
}

// A reader in the way is no failure: the next commit tries again.
bool SqliteJournal::checkpoint_if_due() {
  const int code = sqlite3_wal_checkpoint_v2(database_.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE,
                                             nullptr, nullptr);
  counters_.journal_checkpoints.add();
  return code == SQLITE_OK || (code & 0xff) == SQLITE_BUSY;
}

Result<Done> SqliteJournal::replay(std::uint64_t first,
                                   const std::function<Result<Done>(const engine::Record&)>& take) {
  const std::uint64_t last = durable();
  if (last == 0) return Done{};
  BRIDGE_TRY([[maybe_unused]] const JournalHead head,
             read_records(options_.path, options_.vfs, first, last, take));
  return Done{};
}

std::uint64_t SqliteJournal::durable() {
  const std::lock_guard lock(mutex_);
  return durable_;
}

bool SqliteJournal::failed() {
  const std::lock_guard lock(mutex_);
  return failed_;
}

}  // namespace bridge::shell
