// SPDX-License-Identifier: Apache-2.0
#include "shell/failing_medium.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <new>

namespace bridge::shell {
namespace {

constexpr std::size_t sector = 512;

sqlite3_vfs* real_vfs() { return sqlite3_vfs_find("unix"); }

// The real file stands behind this one in the memory that SQLite gives.
struct WatchedFile {
  sqlite3_file base;
  FailingMedium* medium;
  std::string* path;  // null for side files of no interest
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

WatchedFile* watched(sqlite3_file* file) { return reinterpret_cast<WatchedFile*>(file); }
sqlite3_file* real(sqlite3_file* file) { return watched(file)->real(); }
const sqlite3_io_methods* methods(sqlite3_file* file) { return real(file)->pMethods; }

int file_close(sqlite3_file* file) {
  const int code = methods(file)->xClose(real(file));
  delete watched(file)->path;
  return code;
}
int file_read(sqlite3_file* file, void* out, int size, sqlite3_int64 offset) {
  return methods(file)->xRead(real(file), out, size, offset);
}
int file_write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
  WatchedFile* self = watched(file);
  if (!self->medium->may_work(false)) return SQLITE_IOERR_WRITE;
  self->medium->wrote(*self->path, offset,
                      std::string(static_cast<const char*>(data), static_cast<std::size_t>(size)));
  return methods(file)->xWrite(real(file), data, size, offset);
}
int file_truncate(sqlite3_file* file, sqlite3_int64 size) {
  WatchedFile* self = watched(file);
  if (!self->medium->may_work(false)) return SQLITE_IOERR_TRUNCATE;
  self->medium->truncated(*self->path, size);
  return methods(file)->xTruncate(real(file), size);
}
// The real sync is left out: the medium's memory stands for the disk, and the tests are quicker.
int file_sync(sqlite3_file* file, int) {
  WatchedFile* self = watched(file);
  if (!self->medium->may_work(true)) return SQLITE_IOERR_FSYNC;
  self->medium->synced(*self->path);
  return SQLITE_OK;
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
  return methods(file)->xFileSize(real(file), size);
}
int file_lock(sqlite3_file* file, int level) { return methods(file)->xLock(real(file), level); }
int file_unlock(sqlite3_file* file, int level) { return methods(file)->xUnlock(real(file), level); }
int file_reserved(sqlite3_file* file, int* out) {
  return methods(file)->xCheckReservedLock(real(file), out);
}
int file_control(sqlite3_file* file, int operation, void* argument) {
  return methods(file)->xFileControl(real(file), operation, argument);
}
int file_sector_size(sqlite3_file*) { return static_cast<int>(sector); }
// No promises: the medium may tear and reorder.
int file_characteristics(sqlite3_file*) { return 0; }
int file_shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
  return methods(file)->xShmMap(real(file), page, size, extend, out);
}
int file_shm_lock(sqlite3_file* file, int offset, int count, int flags) {
  return methods(file)->xShmLock(real(file), offset, count, flags);
}
void file_shm_barrier(sqlite3_file* file) { methods(file)->xShmBarrier(real(file)); }
int file_shm_unmap(sqlite3_file* file, int remove) {
  return methods(file)->xShmUnmap(real(file), remove);
}

const sqlite3_io_methods watched_methods = {2,
                                            file_close,
                                            file_read,
                                            file_write,
                                            file_truncate,
                                            file_sync,
                                            file_size,
                                            file_lock,
                                            file_unlock,
                                            file_reserved,
                                            file_control,
                                            file_sector_size,
                                            file_characteristics,
                                            file_shm_map,
                                            file_shm_lock,
                                            file_shm_barrier,
                                            file_shm_unmap,
                                            nullptr,
                                            nullptr};

int vfs_open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  WatchedFile* self = watched(file);
  self->base.pMethods = nullptr;
  self->medium = static_cast<FailingMedium*>(vfs->pAppData);
  sqlite3_file* inner = self->real();
  std::memset(inner, 0, static_cast<std::size_t>(real_vfs()->szOsFile));
  const int code = real_vfs()->xOpen(real_vfs(), name, inner, flags, out_flags);
  if (code != SQLITE_OK) return code;
  self->path = new std::string(name == nullptr ? "" : name);
  self->base.pMethods = &watched_methods;
  return SQLITE_OK;
}
int vfs_delete(sqlite3_vfs* vfs, const char* name, int sync_directory) {
  auto* medium = static_cast<FailingMedium*>(vfs->pAppData);
  if (!medium->may_work(false)) return SQLITE_IOERR_DELETE;
  medium->removed(name);
  return real_vfs()->xDelete(real_vfs(), name, sync_directory);
}

}  // namespace

FailingMedium::FailingMedium(std::string name) : name_(std::move(name)) {
  auto* vfs = new sqlite3_vfs(*real_vfs());
  vfs->pNext = nullptr;
  vfs->zName = name_.c_str();
  vfs->pAppData = this;
  vfs->szOsFile = static_cast<int>(sizeof(WatchedFile)) + real_vfs()->szOsFile;
  vfs->xOpen = vfs_open;
  vfs->xDelete = vfs_delete;
  sqlite3_vfs_register(vfs, 0);
  vfs_ = vfs;
}

FailingMedium::~FailingMedium() {
  auto* vfs = static_cast<sqlite3_vfs*>(vfs_);
  sqlite3_vfs_unregister(vfs);
  delete vfs;
}

void FailingMedium::fail_after(std::int64_t operations) {
  const std::lock_guard lock(mutex_);
  limit_ = operations_ + operations;
}

void FailingMedium::fail_next_sync() {
  const std::lock_guard lock(mutex_);
  fail_sync_ = true;
}

std::int64_t FailingMedium::operations() {
  const std::lock_guard lock(mutex_);
  return operations_;
}

bool FailingMedium::may_work(bool is_sync) {
  const std::lock_guard lock(mutex_);
  if (is_sync && std::exchange(fail_sync_, false)) return false;
  if (limit_ >= 0 && operations_ >= limit_) return false;
  ++operations_;
  return true;
}

void FailingMedium::wrote(const std::string& path, std::int64_t offset, std::string bytes) {
  const std::lock_guard lock(mutex_);
  files_[path].unsafe.push_back({offset, std::move(bytes)});
}

void FailingMedium::truncated(const std::string& path, std::int64_t size) {
  const std::lock_guard lock(mutex_);
  files_[path].unsafe.push_back({size, "", true});
}

void FailingMedium::synced(const std::string& path) {
  const std::lock_guard lock(mutex_);
  File& file = files_[path];
  for (const Write& write : file.unsafe) apply(file.safe, write);
  file.unsafe.clear();
}

void FailingMedium::removed(const std::string& path) {
  const std::lock_guard lock(mutex_);
  files_.erase(path);
}

void FailingMedium::apply(std::string& content, const Write& write) {
  const auto offset = static_cast<std::size_t>(write.offset);
  if (write.cut) {
    content.resize(offset);
    return;
  }
  content.resize(std::max(content.size(), offset + write.bytes.size()));
  content.replace(offset, write.bytes.size(), write.bytes);
}

void FailingMedium::leave(const std::string& directory, std::mt19937& random) {
  const std::lock_guard lock(mutex_);
  for (const auto& [path, file] : files_) {
    std::string content = file.safe;
    // All, none or some of what was not synced.
    const auto mood = random() % 3;
    for (const Write& write : file.unsafe) {
      if (mood == 0) break;
      if (write.cut || mood == 1) {
        apply(content, write);
        continue;
      }
      for (std::size_t at = 0; at < write.bytes.size(); at += sector) {
        if (random() % 2 == 0) continue;
        apply(content,
              {write.offset + static_cast<std::int64_t>(at), write.bytes.substr(at, sector)});
      }
    }
    const auto target = std::filesystem::path(directory) / std::filesystem::path(path).filename();
    std::ofstream(target, std::ios::binary) << content;
  }
}

}  // namespace bridge::shell
