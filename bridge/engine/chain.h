// SPDX-License-Identifier: Apache-2.0
// Chain: the hash that ties each journal record to all records before it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "engine/digest.h"
#include "engine/ports.h"

namespace bridge::engine {

// SHA-256 over: previous hash (32 bytes), sequence (8 bytes), time (8), length of kind (4), kind,
// length of payload (4), payload. Numbers are big-endian two's complement. The lengths keep kind
// and payload apart, so no two records have the same byte form. Before the first record stand 32
// zero bytes. An outside checker needs nothing but this paragraph.
class Chain {
 public:
  // Continues behind a record that was already checked.
  void start_after(std::uint64_t sequence, std::string_view hash);

  // Gives the record its sequence and its hash.
  void add(Record& record);
  // The record must be the next one, with the right hash. Fault: store_damaged, whose place names
  // the sequence that should have come here.
  Result<Done> check(const Record& record);

  std::uint64_t sequence() const { return sequence_; }
  const std::string& hash() const { return hash_; }

 private:
  void hash_of(const Record& record, std::string& out);

  Sha256 sha256_;
  std::uint64_t sequence_ = 0;
  std::string hash_ = std::string(hash_bytes, '\0');
  std::string scratch_;
};

// "journal[42]"
std::string place_of_record(std::uint64_t sequence);

}  // namespace bridge::engine
