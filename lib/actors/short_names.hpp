// Links short names to those whom the same article names in full.
// In: mentions by full names, acronyms set behind names.  Out: further mentions.
// A person's surname, with or without a title; the acronym of a body, a part of its name ("Freedom
// Caucus" for "House Freedom Caucus"), "the Post" for the "Washington Post".  Of two people of one
// surname the one named in full last before is meant; a first name alone is nobody.
// Tested by tests/actors/short_names_test.cpp.
#pragma once

#include "actors/mentions.hpp"
#include "actors/name_rules.hpp"

#include <span>
#include <string>
#include <vector>

namespace dateline::actors {

struct Acronym {
  std::string text;
  ActorNumber actor = 0;
};

// Adds the mentions by short names, in text order with the others; also hands a listed person's
// surname to another one whom only the article names in full ("Judd Trump ... Trump").
void link_short_names(const Catalog& catalog, const NameRules& rules,
                      std::span<const article::Passage> passages, std::span<const Acronym> acronyms,
                      Mentions& mentions);

}  // namespace dateline::actors
