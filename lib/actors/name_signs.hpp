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
// ", who", ", 45,", ", a lawyer" at `end`: what introduces the one just named.
bool is_introduced(const PassageWords& words, const NameRules& rules, std::size_t end);
// "Activist Norge Espinosa" at the beginning of a sentence.
bool is_led_by_a_word(const PassageWords& words, const NameRules& rules, const NameRun& run);
// "the pipeline company Unkaneft", "news agency UNKA": what it is stands before the name.
bool is_told_as_body(const PassageWords& words, const NameRules& rules, const NameRun& run);
// "in Unkaville,": a single word that is none of the language.
bool is_place_alone(const PassageWords& words, const NameRules& rules, const NameRun& run);
// "Lincoln Airport", though people are called Lincoln.
bool ends_as_nothing_but_place(const PassageWords& words, const NameRun& run);
// "in", "near", "from", "of", ... before it.
bool follows_locative(const PassageWords& words, std::size_t begin);

}  // namespace dateline::actors
