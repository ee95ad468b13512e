// The words by which a name that no list holds is known: given names, titles, endings of bodies.
// In: names.json.  Out: sets of words.  Without the file nothing unlisted is looked for.
// Tested by tests/actors/name_rules_test.cpp.
#pragma once

#include "base/word_table.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::actors {

using base::WordSet;

struct NameRules {
  WordSet given_names;     // "Boris"
  WordSet titles;          // before a person's name, with a capital: "President", "Mr"
  WordSet roles;           // the same in lower case, alone or in apposition: "spokesman"
  WordSet speech;          // said, told
  WordSet particles;       // within a person's name: "von"
  WordSet body_endings;    // "Committee"
  WordSet body_heads;      // before of, for, on: "Ministry"
  WordSet body_kinds;      // small, before a body's name: "airline"
  WordSet place_endings;   // "County"
  WordSet place_heads;     // "Lake"
  WordSet openers;         // words that often begin a sentence and no name: "Meanwhile"
  WordSet no_names;        // with a capital wherever they stand: "Monday"
  WordSet common;          // words of the language, small, that are seldom a name: "security"
  WordSet surnames_first;  // "Li", "Kim": a surname that stands before the given name
  std::vector<std::string> surname_endings;  // "ovic"

  bool empty() const { return given_names.empty() && titles.empty(); }
  bool is_common(std::string_view word) const;  // in any case
  bool ends_as_surname(std::string_view word) const;
};

// Throws Error(kInvalid) for what is no such file.
NameRules load_name_rules(const std::filesystem::path& file);

}  // namespace dateline::actors
