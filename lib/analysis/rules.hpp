// What a recipe decides about terms.
// Tested by tests/recipe/recipe_test.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

namespace dateline::analysis {

using StopWords = std::unordered_set<std::string>;

struct Rules {
  std::string language = "en";  // whose stems carry no language
  bool exact_forms = true;      // quoted words match exactly; else their stems
  unsigned title_weight = 1;    // how much a word counts by where it stands
  unsigned lead_weight = 1;
  unsigned body_weight = 1;
  std::map<std::string, StopWords, std::less<>> stop_words;  // by language

  bool is_stop_word(std::string_view folded, std::string_view in) const {
    const auto list = stop_words.find(in);
    return list != stop_words.end() && list->second.contains(std::string(folded));
  }
};

}  // namespace dateline::analysis
