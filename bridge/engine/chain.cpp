// SPDX-License-Identifier: Apache-2.0
#include "engine/chain.h"

#include "base/assert.h"

namespace bridge::engine {
namespace {

template <class Number>
void put_number(std::string& out, Number number) {
  for (int shift = static_cast<int>(sizeof(Number)) * 8 - 8; shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(number >> shift)));
  }
}

}  // namespace

void Chain::start_after(std::uint64_t sequence, std::string_view hash) {
  BRIDGE_ASSERT(hash.size() == hash_bytes);
  sequence_ = sequence;
  hash_ = hash;
}

void Chain::hash_of(const Record& record, std::string& out) {
  scratch_.clear();
  scratch_.append(hash_);
  put_number(scratch_, record.sequence);
  put_number(scratch_, static_cast<std::uint64_t>(record.at_unix_ms));
  put_number(scratch_, static_cast<std::uint32_t>(record.kind.size()));
  scratch_.append(record.kind);
  put_number(scratch_, static_cast<std::uint32_t>(record.payload.size()));
  const Sha256::Hash hash = sha256_.of(scratch_, record.payload);
  out.assign(hash.data(), hash.size());
}

void Chain::add(Record& record) {
  record.sequence = ++sequence_;
  hash_of(record, record.hash);
  hash_ = record.hash;
}

Result<Done> Chain::check(const Record& record) {
  const std::uint64_t expected = sequence_ + 1;
  if (record.sequence != expected) {
    return Fault{FaultCode::store_damaged, place_of_record(expected), "a record is missing"};
  }
  std::string hash;
  hash_of(record, hash);
  if (hash != record.hash) {
    return Fault{FaultCode::store_damaged, place_of_record(expected), "its hash does not fit"};
  }
  sequence_ = expected;
  hash_ = std::move(hash);
  return Done{};
}

std::string place_of_record(std::uint64_t sequence) {
  return "journal[" + std::to_string(sequence) + "]";
}

}  // namespace bridge::engine
