// SPDX-License-Identifier: Apache-2.0
// The yardstick of the store: rows of a journal written again by SQLite alone, in group commits.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <semaphore>
#include <string>
#include <utility>
#include <vector>

namespace bridge::bench {

struct Row {
  std::int64_t at = 0;
  std::string kind;
  std::string payload;
  std::string hash;
};

[[noreturn]] inline void give_up(const char* what) {
  std::fprintf(stderr, "bench: %s\n", what);
  std::exit(1);
}

inline void run_sql(sqlite3* database, const char* sql) {
  if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
    give_up(sqlite3_errmsg(database));
  }
}

// The first `limit` rows that the service has written, without its opening record.
inline std::vector<Row> rows_of_journal(const std::string& path, std::int64_t limit) {
  sqlite3* database = nullptr;
  sqlite3_stmt* select = nullptr;
  if (sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK ||
      sqlite3_prepare_v2(database,
                         "SELECT at, kind, payload, hash FROM journal WHERE sequence > 1"
                         " ORDER BY sequence LIMIT ?",
                         -1, &select, nullptr) != SQLITE_OK) {
    give_up("the journal cannot be read");
  }
  sqlite3_bind_int64(select, 1, limit);
  const auto text = [&](int column) {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(select, column));
    return std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(select, column)));
  };
  std::vector<Row> rows;
  while (sqlite3_step(select) == SQLITE_ROW) {
    rows.push_back({sqlite3_column_int64(select, 0), text(1), text(2), text(3)});
  }
  sqlite3_finalize(select);
  sqlite3_close(database);
  return rows;
}

inline std::int64_t number_of_rows(const std::string& path) {
  sqlite3* database = nullptr;
  sqlite3_stmt* count = nullptr;
  if (sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK ||
      sqlite3_prepare_v2(database, "SELECT count(*) FROM journal", -1, &count, nullptr) !=
          SQLITE_OK ||
      sqlite3_step(count) != SQLITE_ROW) {
    give_up("the journal cannot be counted");
  }
  const std::int64_t rows = sqlite3_column_int64(count, 0);
  sqlite3_finalize(count);
  sqlite3_close(database);
  return rows;
}

// Whoever finds nobody committing commits all that waits, and appoints the next.
class GroupCommit {
 public:
  explicit GroupCommit(const std::string& path) {
    if (sqlite3_open(path.c_str(), &database_) != SQLITE_OK) give_up("no database");
    run_sql(database_, "PRAGMA journal_mode=WAL");
    run_sql(database_, "PRAGMA synchronous=FULL");
    run_sql(database_,
            "CREATE TABLE journal(sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL,"
            " kind TEXT NOT NULL, payload TEXT NOT NULL, hash BLOB NOT NULL) STRICT");
    if (sqlite3_prepare_v2(database_, "INSERT INTO journal VALUES(?,?,?,?,?)", -1, &insert_,
                           nullptr) != SQLITE_OK) {
      give_up("no statement");
    }
  }
  ~GroupCommit() {
    sqlite3_finalize(insert_);
    sqlite3_close(database_);
  }
  GroupCommit(const GroupCommit&) = delete;
  GroupCommit& operator=(const GroupCommit&) = delete;

  // Returns when the rows would survive a power cut.
  void keep(const Row* rows, std::size_t count) {
    Waiting self{rows, count};
    std::unique_lock lock(mutex_);
    pending_.push_back(&self);
    if (leading_) {
      lock.unlock();
      self.wake.acquire();
      if (self.done) return;
      lock.lock();
    }
    leading_ = true;
    std::vector<Waiting*> group = std::exchange(pending_, {});
    lock.unlock();
    commit(group);
    for (Waiting* waiting : group) {
      if (waiting == &self) continue;
      waiting->done = true;
      waiting->wake.release();
    }
    lock.lock();
    if (pending_.empty()) {
      leading_ = false;
    } else {
      pending_.front()->wake.release();
    }
  }

 private:
  struct Waiting {
    const Row* rows;
    std::size_t count;
    bool done = false;
    std::binary_semaphore wake{0};
  };

  void commit(const std::vector<Waiting*>& group) {
    run_sql(database_, "BEGIN IMMEDIATE");
    for (const Waiting* waiting : group) {
      for (std::size_t i = 0; i < waiting->count; ++i) insert(waiting->rows[i]);
    }
    run_sql(database_, "COMMIT");
  }

  void insert(const Row& row) {
    const auto size = [](const std::string& text) { return static_cast<int>(text.size()); };
    sqlite3_bind_int64(insert_, 1, ++sequence_);
    sqlite3_bind_int64(insert_, 2, row.at);
    sqlite3_bind_text(insert_, 3, row.kind.data(), size(row.kind), SQLITE_STATIC);
    sqlite3_bind_text(insert_, 4, row.payload.data(), size(row.payload), SQLITE_STATIC);
    sqlite3_bind_blob(insert_, 5, row.hash.data(), size(row.hash), SQLITE_STATIC);
    if (sqlite3_step(insert_) != SQLITE_DONE) give_up(sqlite3_errmsg(database_));
    sqlite3_reset(insert_);
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
  std::int64_t sequence_ = 0;
  std::mutex mutex_;
  bool leading_ = false;
  std::vector<Waiting*> pending_;
};

}  // namespace bridge::bench
