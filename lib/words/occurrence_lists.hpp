// The occurrences of every term, while a words file is built.
// In: occurrences in the order of reading, documents ascending.  Out: those of a term, in that order.
// Method: each term has a chain of slices, each twice as large as the one before, in which differences stand
// as LEB128 numbers.  So an occurrence takes 3 to 5 bytes, and nothing is ever sorted or moved.
// Threads: one.
// Tested by tests/words/occurrence_lists_test.cpp.
#pragma once

#include "base/memory.hpp"
#include "words/runs.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

namespace dateline::words {

class OccurrenceLists {
  // So that the first document is a step of one.
  static constexpr std::uint32_t kNoDoc = 0xffffffff;
  // Addresses count bytes over all pieces.
  struct List {
    std::uint32_t head = 0;
    std::uint32_t tail = 0;      // where the next byte goes
    std::uint32_t doc = kNoDoc;  // and what follows, of the last occurrence
    std::uint32_t position = 0;
    std::uint8_t weight = 0;
    std::uint8_t doublings = 0;  // of the last slice's size
    std::uint16_t room = 0;      // what is left of the last slice but for its link
    bool empty() const { return head == tail; }
  };

 public:
  // The memory of `add` comes in pieces of one large page where the system has such, which costs a
  // hundredth of as many small ones.
  static constexpr std::size_t kPiece = std::size_t{1} << 21;
  static constexpr std::size_t kMostMemory = std::size_t{3500}
                                             << 20;               // and room for one article more
  static constexpr std::size_t kEachTerm = sizeof(List) * 3 / 2;  // while they grow

  // Requires: memory() < kMostMemory when an article begins.
  void add(std::uint32_t term, const Occurrence& occurrence);
  bool holds(std::uint32_t term) const { return term < lists_.size() && !lists_[term].empty(); }
  // Calls `each` with the occurrences of the term.
  template <class Each>
  void for_each(std::uint32_t term, Each each) const;
  std::uint64_t size(std::uint32_t term) const;  // by counting them
  // Bytes of all occurrences; each term takes kEachTerm besides.
  std::size_t memory() const { return used_; }
  // Keeps its memory for what comes next.
  void clear();

  // Fetch what the term will need soon: first its list, some calls later the bytes that are added to or read.
  void expect(std::uint32_t term) const {
    if (term < lists_.size()) __builtin_prefetch(&lists_[term]);
  }
  void expect_tail(std::uint32_t term) const {
    if (holds(term)) __builtin_prefetch(at(lists_[term].tail));
  }
  void expect_head(std::uint32_t term) const {
    if (holds(term)) __builtin_prefetch(at(lists_[term].head));
  }

 private:
  struct alignas(kPiece) Piece {
    std::array<std::uint8_t, kPiece> bytes;
  };
  static constexpr std::uint8_t kLink = 0;  // no number that begins an occurrence

  std::uint8_t* at(std::uint32_t address) {
    return &pieces_[address / kPiece]->bytes[address % kPiece];
  }
  const std::uint8_t* at(std::uint32_t address) const {
    return &pieces_[address / kPiece]->bytes[address % kPiece];
  }
  void open_slice(List& list);
  static std::uint8_t* put(std::uint8_t* to, std::uint64_t number);
  static std::uint64_t take(const std::uint8_t*& from);

  base::LargeVector<List> lists_;  // by term
  std::vector<std::unique_ptr<Piece>> pieces_;
  std::size_t used_ = 0;  // of the pieces
};

inline std::uint64_t OccurrenceLists::take(const std::uint8_t*& from) {
  std::uint64_t number = *from & 0x7fu;
  for (unsigned shift = 7; *from++ >= 0x80; shift += 7) {
    number |= std::uint64_t{*from & 0x7fu} << shift;
  }
  return number;
}

template <class Each>
void OccurrenceLists::for_each(std::uint32_t term, Each each) const {
  if (!holds(term)) return;
  const std::uint8_t* const end = at(lists_[term].tail);
  Occurrence last{kNoDoc, 0, 0};
  for (const std::uint8_t* from = at(lists_[term].head); from != end;) {
    if (*from == kLink) {
      std::uint32_t next = 0;
      std::memcpy(&next, from + 1, sizeof next);
      from = at(next);
    }
    const std::uint64_t code = take(from);
    const auto step = static_cast<std::uint32_t>(code >> 2);
    if ((code & 1) != 0) {
      last.position += step;
    } else {
      last.doc += step;
      last.position = static_cast<std::uint32_t>(take(from));
    }
    if ((code & 2) != 0) last.weight = *from++;
    each(last);
  }
}

}  // namespace dateline::words
