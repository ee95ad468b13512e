// Terms as dense numbers: 0 for the first that was met, and so on.
// In: bytes of terms.  Out: numbers; the bytes of a number; the order of all by their bytes.
// Method: open addressing with linear steps over fingerprints; the bytes stand one behind the other.
// Threads: one.
// Tested by tests/words/vocabulary_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::words {

class Vocabulary {
 public:
  Vocabulary();
  // The number of the term, a new one where it was not met before.
  // Throws Error(kLimit) where all terms together have 4 GiB or more.
  std::uint32_t intern(std::string_view term);
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

  void grow();

  std::vector<char> bytes_;
  std::vector<std::uint32_t> ends_;  // of the term before; ends_[n + 1] of term n
  std::vector<Slot> slots_;          // a power of two, at most half full
};

}  // namespace dateline::words
