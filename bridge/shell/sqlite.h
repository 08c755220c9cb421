// SPDX-License-Identifier: Apache-2.0
// Database, Statement: the few calls of the SQLite C API that the journal needs, freed by scope.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace bridge::shell {

enum class Access : std::uint8_t { read_only, read_write };

// One connection, for one thread at a time.
class Database {
 public:
  // `vfs` empty: the operating system's own. Fault: store_failed, with SQLite's words for the
  // cause.
  static Result<Database> open(const std::string& path, Access access, const std::string& vfs);
  Database(Database&& other) noexcept;
  Database& operator=(Database&&) = delete;
  ~Database();

  Result<Done> run(const char* sql);
  Result<std::int64_t> number(const char* sql);
  Result<std::string> text(const char* sql);
  // The last error of this connection; place is the file.
  Fault fault() const;
  // The present one is a damaged file rather than a failing medium.
  bool damaged() const;
  sqlite3* handle() const { return handle_; }

 private:
  Database(sqlite3* handle, std::string path) : handle_(handle), path_(std::move(path)) {}
  sqlite3* handle_;
  std::string path_;
};

class Statement {
 public:
  enum class Step : std::uint8_t { row, done, failed };

  static Result<Statement> prepare(Database& database, const char* sql);
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  // Bound text must outlive the step.
  bool bind(int index, std::int64_t number);
  bool bind_text(int index, std::string_view text);
  bool bind_blob(int index, std::string_view bytes);
  Step step();
  // Ready for the next run; says whether the last one went well.
  bool reset();

  // False when the column has another type.
  bool read(int column, std::int64_t& number) const;
  bool read_text(int column, std::string& text) const;
  bool read_blob(int column, std::string& bytes) const;

 private:
  explicit Statement(sqlite3_stmt* handle) : handle_(handle) {}
  sqlite3_stmt* handle_;
};

}  // namespace bridge::shell
