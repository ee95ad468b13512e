// What to look for to find articles like one: its telling words, and whom it names.
// In: an article's record.  Out: a tree.
// Tested by tests/search/similar_test.cpp.
#pragma once

#include "analysis/analyzer.hpp"
#include "analysis/term_tree.hpp"
#include "index/record.hpp"
#include "search/snapshot.hpp"

namespace dateline::search {

// The words that say most: at most so many, by frequency in the article times rarity in the index.
inline constexpr std::size_t kSimilarWords = 32;

analysis::TermTree similar_tree(const Snapshot& snapshot, analysis::Analyzer& analyzer,
                                const index::Record& record);

}  // namespace dateline::search
