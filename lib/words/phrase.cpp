// Checks phrases.  In: positions.  Out: yes or no.
// Tested by tests/words/top_k_test.cpp.
#include "words/phrase.hpp"

#include <algorithm>

namespace dateline::words {

PhraseCheck::PhraseCheck(std::span<QueryList* const> lists,
                         std::span<const std::uint32_t> list_of) {
  for (QueryList* list : lists) parts_.push_back({list, {}});
  for (std::uint32_t term = 0; term < list_of.size(); ++term) {
    parts_[list_of[term]].offsets.push_back(term);
  }
}

void PhraseCheck::begin(const Part& part) {
  starts_.clear();
  for (const std::uint32_t position : positions_) {
    if (position >= part.offsets.front()) starts_.push_back(position - part.offsets.front());
  }
  if (part.offsets.size() > 1) narrow(part);
}

// Keeps the starts with a position at each offset of the part.
void PhraseCheck::narrow(const Part& part) {
  for (const std::uint32_t offset : part.offsets) {
    auto position = positions_.begin();
    std::erase_if(starts_, [&](std::uint32_t start) {
      const std::uint64_t wanted = std::uint64_t{start} + offset;
      while (position != positions_.end() && *position < wanted) ++position;
      return position == positions_.end() || *position != wanted;
    });
  }
}

}  // namespace dateline::words
