// SPDX-License-Identifier: Apache-2.0
// MemoryJournal: a journal that lives as long as its process, for explain, stories and simulation.
#pragma once

#include <mutex>
#include <utility>
#include <vector>

#include "engine/ports.h"

namespace bridge::engine {

class MemoryJournal final : public Journal {
 public:
  std::uint64_t append(std::vector<Entry> entries, Instant at) override {
    const std::lock_guard lock(mutex_);
    for (Entry& entry : entries) {
      Record record;
      record.sequence = records_.size() + 1;
      record.at_unix_ms = at.unix_ms();
      record.kind = std::move(entry.kind);
      record.payload = std::move(entry.payload);
      records_.push_back(std::move(record));
    }
    return records_.size();
  }

  Result<Done> wait_durable(std::uint64_t) override { return Done{}; }

  Result<Done> replay(std::uint64_t first,
                      const std::function<Result<Done>(const Record&)>& take) override {
    std::vector<Record> copy;
    {
      const std::lock_guard lock(mutex_);
      copy = records_;
    }
    for (const Record& record : copy) {
      if (record.sequence < first) continue;
      if (auto taken = take(record); !taken) return taken;
    }
    return Done{};
  }

 private:
  std::mutex mutex_;
  std::vector<Record> records_;
};

}  // namespace bridge::engine
