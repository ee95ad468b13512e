// Listed names laid over the words of a passage.  In: candidates.  Out: who covers a word.
// Tested by tests/actors/listed_words_test.cpp.
#include "actors/listed_words.hpp"

namespace dateline::actors {

void ListedWords::enter(const article::Passage& passage, std::uint32_t number) {
  owner_.assign(passage.words.size(), kNobody);
  for (; next_ < candidates_.size() && candidates_[next_].passage == number; ++next_) {
    const Candidate& here = candidates_[next_];
    for (std::uint32_t w = here.word; w < here.word + here.words; ++w) {
      if (owner_[w] == kNobody) owner_[w] = static_cast<int>(next_);
    }
  }
}

bool ListedWords::whole(const NameRun& run) const {
  if (!at(run.begin)) return false;
  const Candidate& one = candidate(run.begin);
  return one.word == run.begin && one.words >= run.end - run.begin;
}

}  // namespace dateline::actors
