// SPDX-License-Identifier: Apache-2.0
// scan: the one pass over the bytes of a message that marks its field separators and segments.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace bridge::hl7 {

// The bytes that the pass looks for. `other_end` is LF where line feeds end segments, else CR
// again.
struct ScanBytes {
  char field;
  char repetition;
  char end;
  char other_end;
};

inline constexpr std::size_t scan_block = 64;

// One bit per byte of a block of 64, lowest bit first.
struct BlockMarks {
  std::uint64_t field = 0;
  std::uint64_t repetition = 0;
  std::uint64_t end = 0;
  std::uint64_t control = 0;  // below 0x20 and no segment end
  std::uint64_t high = 0;     // 0x80 and above; which is no ASCII

  friend bool operator==(const BlockMarks&, const BlockMarks&) = default;
};

// `mark_block` uses SSE2 where the compiler targets it (every x86-64); the other is the same in
// plain C++ for other processors, and the oracle of the first in the tests. Both read exactly 64
// bytes.
BlockMarks mark_block(const char* block, const ScanBytes& bytes);
BlockMarks mark_block_portably(const char* block, const ScanBytes& bytes);

// Field separators as one bit per byte of the wire: an eighth of the message however dense they
// are, where offsets would need four bytes each. Ranks count the marks before every 1024th byte,
// so that the n-th mark is found in logarithmic time also in a megabyte of separators.
class FieldMarks {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  // Room for the marks of so many blocks; each is then set, and after that they are ranked.
  void resize(std::size_t blocks);
  void set(std::size_t block, std::uint64_t marks) { words_[block] = marks; }
  void rank();

  // Position of the n-th mark (n >= 1) at or after `from`; `none` when it is not before `end`.
  std::size_t nth(std::size_t from, std::size_t n, std::size_t end) const;
  // nth() with n = 1, by going along: for whoever reads what is between.
  std::size_t next(std::size_t from, std::size_t end) const;
  std::size_t count(std::size_t from, std::size_t end) const;

  void shrink();
  std::size_t memory() const;

 private:
  static constexpr std::size_t words_per_rank = 16;
  std::size_t before(std::size_t position) const;

  std::vector<std::uint64_t> words_;
  std::vector<std::uint32_t> ranks_;
};

struct ScanResult {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t repetition_marks = 0;
  std::size_t first_control = none;
  bool high_bytes = false;
};

// Fills `fields` and `starts` (the first byte of each segment; CR LF counts as one end). A wire
// that ends with a segment end has one start at its very end, which the caller drops.
ScanResult scan(std::string_view wire, const ScanBytes& bytes, FieldMarks& fields,
                std::vector<std::uint32_t>& starts);

}  // namespace bridge::hl7
