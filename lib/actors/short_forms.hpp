// The shorter forms of a full name by which an article goes on to name its owner.
// In: the parts of the name.  Out: forms: surname, initials, parts.
// Tested by tests/actors/short_forms_test.cpp.
#pragma once

#include "actors/name_rules.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::actors {

struct ShortForm {
  enum class Kind { kFull, kSurname, kAcronym, kPart, kBehindThe };
  std::string text;
  Kind kind;
  bool of_younger = false;  // of a "Jr", whose surname alone means the elder
};

// Requires: two parts or more, for both.
std::vector<ShortForm> short_forms_of_person(std::vector<std::string_view> parts,
                                             const NameRules& rules);
std::vector<ShortForm> short_forms_of_body(const std::vector<std::string_view>& parts,
                                           const NameRules& rules);

}  // namespace dateline::actors
