// Whether the terms of a phrase stand one behind the other in an article.
// In: lists that stand at the article.  Out: yes or no.
// Method: the lists with the fewest positions first; what start of the phrase they leave possible is
// narrowed down list by list, and most often nothing is left before the long ones are read.
// Tested by tests/words/top_k_test.cpp.
#pragma once

#include "words/query_list.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace dateline::words {

class PhraseCheck {
 public:
  // `list_of`: for each term of the phrase the place of its list.
  PhraseCheck(std::span<QueryList* const> lists, std::span<const std::uint32_t> list_of);
  PhraseCheck(const PhraseCheck&) = delete;
  PhraseCheck& operator=(const PhraseCheck&) = delete;
  bool stands(const PlaceMap& map);  // of the article

 private:
  struct Part {
    QueryList* list;
    std::vector<std::uint32_t> offsets;  // of the term in the phrase
    std::uint32_t count = 0;
  };
  void begin(Part& part, const PlaceMap& map);
  void narrow(Part& part);

  std::vector<Part> parts_;
  std::vector<Part*> order_;  // of parts_, the fewest positions first
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> positions_;
};

}  // namespace dateline::words
