// What stays the same of a name under all its spellings.  In: a name.  Out: the key of each word.
// Method: Latin letters (text/romanize.hpp), then the consonants, those that languages write for one
// another as one letter (z and s, w and v and f), sh and sch and shch as one.
// Tested by tests/actors/sound_key_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::actors {

// "Selenskyj", "Zelenskiy", "Зеленський": "slnsk".
std::string sound_key(std::string_view romanized_word);

// A name in Latin letters, word by word: blanks and hyphens part words.
std::vector<std::string> romanized_words(std::string_view name);

// How many letters must be put in, taken out or changed; more than `limit` counts as one more.
std::size_t letters_apart(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace dateline::actors
