// Which of some documents are among others.
// In: ascending documents, a bitmap or the others.  Out: those that are there, or are not.
// Method: the others are marked in a bitmap, which costs less than searching for many.
// Tested by tests/words/kept_docs_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace dateline::words {

// From the first to the last of the others.
inline constexpr std::uint32_t kMostMarked = 1 << 14;

// Leaves those of the documents whose bits, from `base` on, are set (held) or are not; how many they are.
std::size_t keep_in_bitmap(const std::uint8_t* bits, std::uint32_t base, std::uint32_t* docs,
                           std::size_t count, bool held);

// The same for those that are among `own`.  Requires: all lie in [base, own.back()], and that is less than
// kMostMarked behind base.
std::size_t keep_marked(std::span<const std::uint32_t> own, std::uint32_t base, std::uint32_t* docs,
                        std::size_t count, bool held);

}  // namespace dateline::words
