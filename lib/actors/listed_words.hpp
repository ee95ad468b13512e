// Which words of a passage listed names cover, and what these are.
// In: the candidates of an article, in text order; its passages, one after the other.  Out: answers.
// Tested by tests/actors/listed_words_test.cpp.
#pragma once

#include "actors/decide.hpp"
#include "actors/name_signs.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace dateline::actors {

class ListedWords {
 public:
  ListedWords(const Catalog& catalog, const std::vector<Candidate>& candidates)
      : catalog_(catalog), candidates_(candidates) {}

  // To be called for every passage, in order.
  void enter(const article::Passage& passage, std::uint32_t number);

  bool at(std::size_t word) const { return owner_[word] != kNobody; }
  // The candidate that covers a word, the first of nested ones.  Requires: at(word).
  std::size_t owner(std::size_t word) const { return static_cast<std::size_t>(owner_[word]); }
  const Candidate& candidate(std::size_t word) const { return candidates_[owner(word)]; }
  const Meaning& meaning(std::size_t word) const { return candidate(word).meanings->front(); }
  const std::string& kind(std::size_t word) const {
    return catalog_[meaning(word).actor].actor.kind;
  }
  bool is(std::size_t word, std::string_view kind_of) const {
    return at(word) && kind(word) == kind_of;
  }
  // One candidate covers the words, and more perhaps.
  bool whole(const NameRun& run) const;

 private:
  static constexpr int kNobody = -1;
  const Catalog& catalog_;
  const std::vector<Candidate>& candidates_;
  std::size_t next_ = 0;    // the first candidate of the passages that come
  std::vector<int> owner_;  // of each word of the passage
};

}  // namespace dateline::actors
