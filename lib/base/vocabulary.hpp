// Terms as dense numbers: 0 for the first that was met, and so on.
// In: bytes of terms.  Out: numbers; the bytes of a number; the order of all by their bytes.
// Method: open addressing with linear steps over fingerprints; the bytes stand one behind the other.
// Threads: one.
// Tested by tests/base/vocabulary_test.cpp.
#pragma once

#include "base/memory.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::base {

class Vocabulary {
 public:
  Vocabulary();
  // The number of the term, a new one where it was not met before.
  // Throws Error(kLimit) where all terms together have 4 GiB or more.
  std::uint32_t intern(std::string_view term);
  // The number of a term that was met.
  std::optional<std::uint32_t> find(std::string_view term) const;
  std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()) - 1; }
  std::string_view operator[](std::uint32_t number) const {
    return {bytes_.data() + ends_[number], ends_[number + 1] - ends_[number]};
  }
  // The numbers, their terms in the order of bytes.
  std::vector<std::uint32_t> sorted() const;
  std::size_t memory() const;

 private:
  struct Slot {
    std::uint32_t fingerprint = 0;
    std::uint32_t number = kFree;
  };
  static constexpr std::uint32_t kFree = 0xffffffff;

  // The slot of the term, or the free one where it would be.
  std::size_t slot_of(std::string_view term, std::uint64_t hash) const;
  void grow();

  LargeVector<char> bytes_;
  LargeVector<std::uint32_t> ends_;  // of the term before; ends_[n + 1] of term n
  LargeVector<Slot> slots_;          // a power of two, at most half full
};

}  // namespace dateline::base
