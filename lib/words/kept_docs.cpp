// Looks documents up in bitmaps.  In: documents.  Out: fewer documents.
// Tested by tests/words/kept_docs_test.cpp.
#include "words/kept_docs.hpp"

#include <algorithm>
#include <array>

namespace dateline::words {

// Without a branch on what cannot be foretold.
std::size_t keep_in_bitmap(const std::uint8_t* bits, std::uint32_t base, std::uint32_t* docs,
                           std::size_t count, bool held) {
  const unsigned wanted = held ? 1 : 0;
  std::size_t kept = 0;
  for (std::size_t n = 0; n < count; ++n) {
    const std::uint32_t doc = docs[n];
    const std::uint32_t at = doc - base;
    docs[kept] = doc;
    kept += (bits[at / 8] >> (at % 8) & 1u) == wanted ? 1 : 0;
  }
  return kept;
}

std::size_t keep_marked(std::span<const std::uint32_t> own, std::uint32_t base, std::uint32_t* docs,
                        std::size_t count, bool held) {
  std::array<std::uint64_t, kMostMarked / 64> marks;
  std::fill_n(marks.begin(), (own.back() - base) / 64 + 1, 0u);
  const auto mark = [&](std::size_t i) {
    marks[(own[i] - base) / 64] |= std::uint64_t{1} << ((own[i] - base) % 64);
  };
  // From two places at once, since neighbours wait for each other's word.
  const std::size_t half = own.size() / 2;
  for (std::size_t i = 0; i < half; ++i) mark(i), mark(i + half);
  if (own.size() % 2 != 0) mark(own.size() - 1);
  return keep_in_bitmap(reinterpret_cast<const std::uint8_t*>(marks.data()), base, docs, count,
                        held);
}

}  // namespace dateline::words
