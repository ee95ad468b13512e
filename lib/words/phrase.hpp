// Whether the terms of a phrase stand one behind the other in an article.
// In: lists that hold the article.  Out: yes or no.
// Method: list by list, the rarest first, what start of the phrase they leave possible is narrowed down; most often
// nothing is left before the long ones are looked at.
// Tested by tests/words/top_k_test.cpp.
#pragma once

#include "words/query_list.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline::words {

class PhraseCheck {
 public:
  // `lists`: the rarest first; `list_of`: for each term of the phrase the place of its list.
  PhraseCheck(std::span<QueryList* const> lists, std::span<const std::uint32_t> list_of);
  // `map`: of the article, which `find(i)` finds in list i.
  template <class Find>
  bool stands(const PlaceMap& map, Find find) {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      find(i);
      parts_[i].list->positions(map, positions_);
      i == 0 ? begin(parts_[i]) : narrow(parts_[i]);
      if (starts_.empty()) return false;
    }
    return true;
  }

 private:
  struct Part {
    QueryList* list;
    std::vector<std::uint32_t> offsets;  // of the term in the phrase
  };
  void begin(const Part& part);
  void narrow(const Part& part);

  std::vector<Part> parts_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> positions_;
};

}  // namespace dateline::words
