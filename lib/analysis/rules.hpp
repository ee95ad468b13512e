// What a recipe decides about terms.
// Tested by tests/recipe/recipe_test.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

namespace dateline::analysis {

using StopWords = std::unordered_set<std::string>;
using WordLists = std::map<std::string, StopWords, std::less<>>;  // by language

inline bool holds(const WordLists& lists, std::string_view folded, std::string_view language) {
  const auto list = lists.find(language);
  return list != lists.end() && list->second.contains(std::string(folded));
}

struct Rules {
  std::string language = "en";  // whose stems carry no language
  bool exact_forms = true;      // quoted words match exactly; else their stems
  unsigned title_weight = 1;    // how much a word counts by where it stands
  unsigned lead_weight = 1;
  unsigned body_weight = 1;
  WordLists stop_words;
  // Words by which a question is put ("find articles that discuss").
  WordLists request_words;

  bool is_stop_word(std::string_view folded, std::string_view in) const {
    return holds(stop_words, folded, in);
  }
  bool is_request_word(std::string_view folded, std::string_view in) const {
    return holds(request_words, folded, in);
  }
};

}  // namespace dateline::analysis
