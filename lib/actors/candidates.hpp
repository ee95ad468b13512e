// Every place of an article where a listed name stands.
// In: passages.  Out: candidates, in text order, each with all that its name may mean.
// Method: longest match from the left, in their own case, or in capitals where a headline or table
// has them; countries are read within offices and bodies too.
// Tested by tests/actors/candidates_test.cpp.
#pragma once

#include "actors/decide.hpp"
#include "actors/name_rules.hpp"
#include "actors/name_trie.hpp"

#include <span>
#include <vector>

namespace dateline::actors {

// Junk names nobody.
std::vector<Candidate> find_candidates(const Catalog& catalog, const NameTrie& trie,
                                       const NameRules& rules,
                                       std::span<const article::Passage> passages);

}  // namespace dateline::actors
