// SPDX-License-Identifier: Apache-2.0
// MemoryJournal: the journal in memory, with a medium that fails and a power that is cut on
// request.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

#include "base/assert.h"
#include "engine/chain.h"
#include "engine/ports.h"

namespace bridge::engine {

class MemoryJournal final : public Journal {
 public:
  std::uint64_t append(std::vector<Entry> entries, Instant at) override {
    BRIDGE_ASSERT(!entries.empty());
    const std::lock_guard lock(mutex_);
    ++appends_;
    for (Entry& entry : entries) {
      Record record{0, at.unix_ms(), std::move(entry.kind), std::move(entry.payload), ""};
      chain_.add(record);
      records_.push_back(std::move(record));
    }
    return records_.back().sequence;
  }

  // As with the real one, a commit takes everything that is pending.
  Result<Done> wait_durable(std::uint64_t sequence) override {
    const std::lock_guard lock(mutex_);
    BRIDGE_ASSERT(sequence <= records_.size());
    if (sequence <= durable_) return Done{};
    if (commits_left_ == 0) failed_ = true;
    if (failed_) return Fault{FaultCode::store_failed, "journal", ""};
    if (commits_left_ > 0) --commits_left_;
    durable_ = records_.size();
    return Done{};
  }

  Result<Done> replay(std::uint64_t first,
                      const std::function<Result<Done>(const Record&)>& take) override {
    std::vector<Record> durable;
    {
      const std::lock_guard lock(mutex_);
      durable.assign(records_.begin(), records_.begin() + static_cast<std::ptrdiff_t>(durable_));
    }
    for (const Record& record : durable) {
      if (record.sequence < first) continue;
      BRIDGE_TRY([[maybe_unused]] const Done taken, take(record));
    }
    return Done{};
  }

  // After that many further commits the medium fails for ever.
  void fail_after(int commits) {
    const std::lock_guard lock(mutex_);
    commits_left_ = commits;
  }

  // What a new process finds: only what was durable, on a medium that works.
  void restart() {
    const std::lock_guard lock(mutex_);
    records_.resize(durable_);
    chain_.start_after(durable_,
                       durable_ == 0 ? std::string(hash_bytes, '\0') : records_.back().hash);
    commits_left_ = -1;
    failed_ = false;
  }

  std::uint64_t durable() {
    const std::lock_guard lock(mutex_);
    return durable_;
  }

  // What was handed over together; a power cut keeps all of one or nothing of it.
  std::size_t appends() {
    const std::lock_guard lock(mutex_);
    return appends_;
  }

  // Durable or not.
  std::vector<Record> records() {
    const std::lock_guard lock(mutex_);
    return records_;
  }

 private:
  std::mutex mutex_;
  Chain chain_;
  std::vector<Record> records_;
  std::uint64_t durable_ = 0;
  std::size_t appends_ = 0;
  int commits_left_ = -1;
  bool failed_ = false;
};

}  // namespace bridge::engine
