// Names that look like a name: for "did you mean".
// In: a name, the catalog.  Out: actors' names, the most alike first.
// Method: Damerau-Levenshtein distance (restricted, Boytsov 2011, section 2.2) on folded names.
// Tested by tests/search/names_test.cpp.
#pragma once

#include "actors/catalog.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::search {

// At most `most` names whose distance is at most a third of the name's length, and 3.
std::vector<std::string> similar_names(const actors::Catalog& catalog, std::string_view name,
                                       std::size_t most);

// Changes of one code unit, swaps of neighbours; more than `limit` is told as limit + 1.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace dateline::search
