// SPDX-License-Identifier: Apache-2.0
// FailingMedium: a SQLite VFS whose writes and syncs can fail, and that knows what would be left
// after a power cut.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace bridge::shell {

// Registered under the name it is given. Only what a sync confirmed survives for certain; of the
// writes behind it a power cut keeps any part, in units of 512 bytes.
class FailingMedium {
 public:
  explicit FailingMedium(std::string name);
  ~FailingMedium();
  FailingMedium(const FailingMedium&) = delete;
  FailingMedium& operator=(const FailingMedium&) = delete;

  const std::string& name() const { return name_; }

  // After that many writes and syncs each further one fails: the moment of the power cut.
  void fail_after(std::int64_t operations);
  void fail_next_sync();
  std::int64_t operations();

  // Writes what the cut left into `directory`, under the files' own names.
  void leave(const std::string& directory, std::mt19937& random);

  // For the file methods of the VFS.
  bool may_work(bool is_sync);
  void wrote(const std::string& path, std::int64_t offset, std::string bytes);
  void truncated(const std::string& path, std::int64_t size);
  void synced(const std::string& path);
  void removed(const std::string& path);

 private:
  struct Write {
    std::int64_t offset;  // or, with `cut`, the new size
    std::string bytes;
    bool cut = false;
  };
  struct File {
    std::string safe;
    std::vector<Write> unsafe;
  };
  static void apply(std::string& content, const Write& write);

  std::string name_;
  void* vfs_;
  std::mutex mutex_;
  std::map<std::string, File> files_;
  std::int64_t operations_ = 0;
  std::int64_t limit_ = -1;
  bool fail_sync_ = false;
};

}  // namespace bridge::shell
