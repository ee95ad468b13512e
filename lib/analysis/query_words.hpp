// The words of a query that rank side by side, in the order in which they were typed.
// In: a planned query.  Out: its words; phrases, NEAR, fields and filters are none.
// Tested by tests/analysis/query_words_test.cpp.
#pragma once

#include "analysis/term_tree.hpp"

#include <vector>

namespace dateline::analysis {

// A word: its term in each language of the index.  Points into the tree.
using QueryWord = std::vector<const TermTree*>;

std::vector<QueryWord> query_words(const TermTree& tree);

}  // namespace dateline::analysis
