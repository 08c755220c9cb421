// SPDX-License-Identifier: Apache-2.0
#include "shell/sqlite.h"

#include <sqlite3.h>

#include <utility>

namespace bridge::shell {
namespace {

constexpr int busy_ms = 5000;

void assign(std::string& out, const void* data, int size) {
  out.assign(size == 0 ? "" : static_cast<const char*>(data), static_cast<std::size_t>(size));
}

}  // namespace

Result<Database> Database::open(const std::string& path, Access access, const std::string& vfs) {
  const int mode = access == Access::read_only ? SQLITE_OPEN_READONLY
                                               : (SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  sqlite3* handle = nullptr;
  const int code =
      sqlite3_open_v2(path.c_str(), &handle, mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                      vfs.empty() ? nullptr : vfs.c_str());
  Database database(handle, path);
  if (code != SQLITE_OK) return database.fault();
  sqlite3_busy_timeout(handle, busy_ms);
  // A journal that someone tampered with must not be able to run anything.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  return database;
}

Database::Database(Database&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)), path_(std::move(other.path_)) {}

Database::~Database() { sqlite3_close(handle_); }

Result<Done> Database::run(const char* sql) {
  if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) return fault();
  return Done{};
}

Result<std::int64_t> Database::number(const char* sql) {
  BRIDGE_TRY(Statement statement, Statement::prepare(*this, sql));
  std::int64_t value = 0;
  if (statement.step() != Statement::Step::row || !statement.read(0, value)) return fault();
  return value;
}

Result<std::string> Database::text(const char* sql) {
  BRIDGE_TRY(Statement statement, Statement::prepare(*this, sql));
  std::string value;
  if (statement.step() != Statement::Step::row || !statement.read_text(0, value)) return fault();
  return value;
}

Fault Database::fault() const {
  if (handle_ == nullptr) return {FaultCode::store_failed, path_, "out of memory"};
  const int code = sqlite3_extended_errcode(handle_);
  return {damaged() ? FaultCode::store_damaged : FaultCode::store_failed, path_,
          std::string(sqlite3_errstr(code)) + " (" + std::to_string(code) + ")"};
}

bool Database::damaged() const {
  const int code = sqlite3_errcode(handle_) & 0xff;
  return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

Result<Statement> Statement::prepare(Database& database, const char* sql) {
  sqlite3_stmt* handle = nullptr;
  if (sqlite3_prepare_v3(database.handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, nullptr) !=
      SQLITE_OK) {
    return database.fault();
  }
  return Statement(handle);
}

Statement::Statement(Statement&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}

Statement::~Statement() { sqlite3_finalize(handle_); }

bool Statement::bind(int index, std::int64_t number) {
  return sqlite3_bind_int64(handle_, index, number) == SQLITE_OK;
}

bool Statement::bind_text(int index, std::string_view text) {
  return sqlite3_bind_text64(handle_, index, text.empty() ? "" : text.data(), text.size(),
                             SQLITE_STATIC, SQLITE_UTF8) == SQLITE_OK;
}

bool Statement::bind_blob(int index, std::string_view bytes) {
  return sqlite3_bind_blob64(handle_, index, bytes.empty() ? "" : bytes.data(), bytes.size(),
                             SQLITE_STATIC) == SQLITE_OK;
}

Statement::Step Statement::step() {
  switch (sqlite3_step(handle_)) {
    case SQLITE_ROW:
      return Step::row;
    case SQLITE_DONE:
      return Step::done;
    default:
      return Step::failed;
  }
}

bool Statement::reset() { return sqlite3_reset(handle_) == SQLITE_OK; }

bool Statement::read(int column, std::int64_t& number) const {
  if (sqlite3_column_type(handle_, column) != SQLITE_INTEGER) return false;
  number = sqlite3_column_int64(handle_, column);
  return true;
}

bool Statement::read_text(int column, std::string& text) const {
  if (sqlite3_column_type(handle_, column) != SQLITE_TEXT) return false;
  const void* data = sqlite3_column_text(handle_, column);
  assign(text, data, sqlite3_column_bytes(handle_, column));
  return true;
}

bool Statement::read_blob(int column, std::string& bytes) const {
  if (sqlite3_column_type(handle_, column) != SQLITE_BLOB) return false;
  const void* data = sqlite3_column_blob(handle_, column);
  assign(bytes, data, sqlite3_column_bytes(handle_, column));
  return true;
}

}  // namespace bridge::shell
