// SPDX-License-Identifier: Apache-2.0
#include "hl7/scan.h"

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace bridge::hl7 {
namespace {

// The baseline of x86-64 has no instruction for it, and the call that replaces it is slower than
// this.
inline std::size_t ones(std::uint64_t word) {
  word -= (word >> 1) & 0x5555555555555555U;
  word = (word & 0x3333333333333333U) + ((word >> 2) & 0x3333333333333333U);
  word = (word + (word >> 4)) & 0x0F0F0F0F0F0F0F0FU;
  return static_cast<std::size_t>((word * 0x0101010101010101U) >> 56);
}

#if defined(__SSE2__)
inline std::uint64_t bits(__m128i lanes) {
  return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(lanes)));
}

inline BlockMarks mark(const char* block, const ScanBytes& bytes) {
  const __m128i field = _mm_set1_epi8(bytes.field);
  const __m128i repetition = _mm_set1_epi8(bytes.repetition);
  const __m128i end = _mm_set1_epi8(bytes.end);
  const __m128i other_end = _mm_set1_epi8(bytes.other_end);
  const __m128i last_control = _mm_set1_epi8(0x1F);
  BlockMarks marks;
  for (unsigned lane = 0; lane < scan_block; lane += 16) {
    const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + lane));
    const __m128i ends = _mm_or_si128(_mm_cmpeq_epi8(text, end), _mm_cmpeq_epi8(text, other_end));
    const __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(text, last_control), text);
    marks.field |= bits(_mm_cmpeq_epi8(text, field)) << lane;
    marks.repetition |= bits(_mm_cmpeq_epi8(text, repetition)) << lane;
    marks.end |= bits(ends) << lane;
    marks.control |= bits(_mm_andnot_si128(ends, low)) << lane;
    marks.high |= bits(text) << lane;
  }
  return marks;
}
#else
inline BlockMarks mark(const char* block, const ScanBytes& bytes) {
  return mark_block_portably(block, bytes);
}
#endif

void note_ends(std::string_view wire, std::size_t base, std::uint64_t ends,
               std::vector<std::uint32_t>& starts) {
  for (; ends != 0; ends &= ends - 1) {
    const std::size_t at = base + static_cast<std::size_t>(std::countr_zero(ends));
    const auto next = static_cast<std::uint32_t>(at + 1);
    const bool second_of_pair =
        wire[at] == '\n' && at == starts.back() && at > 0 && wire[at - 1] == '\r';
    if (second_of_pair) {
      starts.back() = next;
    } else {
      starts.push_back(next);
    }
  }
}

}  // namespace

BlockMarks mark_block(const char* block, const ScanBytes& bytes) { return mark(block, bytes); }

BlockMarks mark_block_portably(const char* block, const ScanBytes& bytes) {
  BlockMarks marks;
  for (unsigned at = 0; at < scan_block; ++at) {
    const char c = block[at];
    const auto byte = static_cast<unsigned char>(c);
    const bool ends = c == bytes.end || c == bytes.other_end;
    marks.field |= static_cast<std::uint64_t>(c == bytes.field) << at;
    marks.repetition |= static_cast<std::uint64_t>(c == bytes.repetition) << at;
    marks.end |= static_cast<std::uint64_t>(ends) << at;
    marks.control |= static_cast<std::uint64_t>(byte < 0x20 && !ends) << at;
    marks.high |= static_cast<std::uint64_t>(byte >= 0x80) << at;
  }
  return marks;
}

void FieldMarks::resize(std::size_t blocks) {
  words_.resize(blocks);
  ranks_.clear();
}

void FieldMarks::rank() {
  std::size_t total = 0;
  ranks_.reserve(words_.size() / words_per_rank + 1);
  for (std::size_t first = 0; first < words_.size(); first += words_per_rank) {
    ranks_.push_back(static_cast<std::uint32_t>(total));
    const std::size_t next = first + words_per_rank;
    // The last group is counted only where it is asked for, and a usual message has no other.
    if (next >= words_.size()) break;
    for (std::size_t i = first; i < next; ++i) total += ones(words_[i]);
  }
}

std::size_t FieldMarks::before(std::size_t position) const {
  if (words_.empty()) return 0;
  const std::size_t word = std::min(position / scan_block, words_.size());
  const std::size_t group = std::min(word, words_.size() - 1) / words_per_rank;
  std::size_t count = ranks_[group];
  for (std::size_t i = group * words_per_rank; i < word; ++i) count += ones(words_[i]);
  if (word == words_.size()) return count;
  const std::uint64_t below = (std::uint64_t{1} << (position % scan_block)) - 1;
  return count + ones(words_[word] & below);
}

std::size_t FieldMarks::count(std::size_t from, std::size_t end) const {
  return before(end) - before(from);
}

std::size_t FieldMarks::nth(std::size_t from, std::size_t n, std::size_t end) const {
  if (from >= end) return none;
  std::size_t word = from / scan_block;
  std::uint64_t marks = words_[word] & (~std::uint64_t{0} << (from % scan_block));
  const std::size_t near = std::min(words_.size(), word + 2 * words_per_rank);
  for (std::size_t found = ones(marks); found < n;) {
    n -= found;
    if (++word >= words_.size() || word * scan_block >= end) return none;
    if (word == near) {
      // Far away: the last rank that is still below the target says where to go on.
      const std::size_t target = before(word * scan_block) + n;
      const auto above = std::lower_bound(ranks_.begin(), ranks_.end(), target);
      const auto rank = static_cast<std::size_t>(above - ranks_.begin()) - 1;
      if (rank * words_per_rank > word) {
        word = rank * words_per_rank;
        n = target - ranks_[rank];
      }
    }
    marks = words_[word];
    found = ones(marks);
  }
  for (; n > 1; --n) marks &= marks - 1;
  const std::size_t at = word * scan_block + static_cast<std::size_t>(std::countr_zero(marks));
  return at < end ? at : none;
}

std::size_t FieldMarks::next(std::size_t from, std::size_t end) const {
  if (from >= end) return none;
  std::size_t word = from / scan_block;
  std::uint64_t marks = words_[word] & (~std::uint64_t{0} << (from % scan_block));
  while (marks == 0) {
    if (++word >= words_.size() || word * scan_block >= end) return none;
    marks = words_[word];
  }
  const std::size_t at = word * scan_block + static_cast<std::size_t>(std::countr_zero(marks));
  return at < end ? at : none;
}

void FieldMarks::shrink() {
  words_.shrink_to_fit();
  ranks_.shrink_to_fit();
}

std::size_t FieldMarks::memory() const {
  return words_.capacity() * sizeof(words_[0]) + ranks_.capacity() * sizeof(ranks_[0]);
}

ScanResult scan(std::string_view wire, const ScanBytes& bytes, FieldMarks& fields,
                std::vector<std::uint32_t>& starts) {
  ScanResult result;
  fields.resize((wire.size() + scan_block - 1) / scan_block);
  starts.clear();
  starts.push_back(0);
  for (std::size_t base = 0; base < wire.size(); base += scan_block) {
    BlockMarks marks;
    if (wire.size() - base >= scan_block) {
      marks = mark(wire.data() + base, bytes);
    } else {
      // Blanks are none of the bytes looked for: parse() refuses them as delimiters.
      std::array<char, scan_block> rest;
      rest.fill(' ');
      std::memcpy(rest.data(), wire.data() + base, wire.size() - base);
      marks = mark(rest.data(), bytes);
    }
    fields.set(base / scan_block, marks.field);
    if (marks.end != 0) note_ends(wire, base, marks.end, starts);
    if (marks.repetition != 0) result.repetition_marks += ones(marks.repetition);
    if (marks.control != 0 && result.first_control == ScanResult::none) {
      result.first_control = base + static_cast<std::size_t>(std::countr_zero(marks.control));
    }
    result.high_bytes = result.high_bytes || marks.high != 0;
  }
  fields.rank();
  return result;
}

}  // namespace bridge::hl7
