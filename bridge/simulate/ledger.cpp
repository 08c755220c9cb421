// SPDX-License-Identifier: Apache-2.0
#include "simulate/ledger.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "base/assert.h"
#include "json/write.h"

namespace bridge::simulate {

Result<std::unique_ptr<Ledger>> Ledger::open(const std::string& path) {
  if (path.empty()) return std::unique_ptr<Ledger>(new Ledger(-1));
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (descriptor < 0) return Fault{FaultCode::store_failed, "ledger", {}};
  return std::unique_ptr<Ledger>(new Ledger(descriptor));
}

Ledger::~Ledger() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void Ledger::write(Instant at, std::string_view what, std::initializer_list<Field> fields) {
  if (descriptor_ < 0) return;
  const std::lock_guard lock(mutex_);
  line_.clear();
  json::Writer out(line_);
  out.begin_object().member("n", ++lines_).member("at", at.utc()).member("what", what);
  for (const Field& field : fields) {
    std::visit([&](const auto& value) { out.member(field.name, value); }, field.value);
  }
  out.end_object();
  line_.push_back('\n');
  std::string_view rest = line_;
  while (!rest.empty()) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    BRIDGE_ASSERT(written > 0);
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  const int synced = ::fdatasync(descriptor_);
  // A pipe or /dev/null has nothing to sync.
  BRIDGE_ASSERT(synced == 0 || errno == EINVAL || errno == EROFS);
}

}  // namespace bridge::simulate
