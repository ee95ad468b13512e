// What speaks for a run of capitalised words being a person, a body or a place.
// In: words of a passage.  Out: points, to be added up over the article.
// Tested by tests/actors/name_signs_test.cpp.
#pragma once

#include "actors/passage_words.hpp"

#include <cstddef>
#include <string_view>

namespace dateline::actors {

// The words [begin, end) of a passage.
struct NameRun {
  std::size_t begin;
  std::size_t end;
  bool titled = false;  // a title or an office stands before it
};

int person_points(const PassageWords& words, const NameRules& rules, const NameRun& run);
bool ends_as_body(const PassageWords& words, const NameRules& rules, const NameRun& run);
bool is_place_name(const PassageWords& words, const NameRules& rules, const NameRun& run);
// No word of it is one of the language.
bool is_unknown(const PassageWords& words, const NameRules& rules, const NameRun& run);
// "in", "near" before it.
bool follows_in(const PassageWords& words, std::size_t begin);
// The same, "from", "of", ...
bool follows_locative(const PassageWords& words, std::size_t begin);

}  // namespace dateline::actors
