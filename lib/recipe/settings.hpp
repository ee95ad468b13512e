// Reads recipe.json and the stop words.  In: files.  Out: rules.
// Keys of recipe.json: name, language, detect_language, judge_pages, exact_forms,
// stories, weights {title, lead, body}; each optional but the name, an unknown one is an error.
// Tested by tests/recipe/recipe_test.cpp.
#pragma once

#include "analysis/rules.hpp"
#include "article/page.hpp"

#include <filesystem>
#include <string>

namespace dateline::recipe {

struct Settings {
  std::string name;
  std::string language = "en";
  bool detect_language = false;
  bool judge_pages = false;
  bool exact_forms = true;
  bool stories = false;
  unsigned title_weight = 1;
  unsigned lead_weight = 1;
  unsigned body_weight = 1;
};

// Throws Error(kInvalid).
Settings read_settings(const std::filesystem::path& file);

// Words, one a line, `#` begins a comment.
analysis::StopWords read_stop_words(const std::filesystem::path& file);

}  // namespace dateline::recipe
