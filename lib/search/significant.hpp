// Terms and actors that set some articles apart from others.
// In: two sets of articles, the first within the second.  Out: names with exact counts on both sides.
// Method: candidates come from 64 of the articles, read again, and from the column of actors; their
// counts are exact, from postings.  Score: log-likelihood ratio (Dunning, "Accurate methods for the
// statistics of surprise and coincidence", 1993), of those more frequent here than elsewhere.
// Tested by tests/search/significant_test.cpp.
#pragma once

#include "analysis/analyzer.hpp"
#include "search/snapshot.hpp"
#include "search/timeline.hpp"

#include <dateline/results.hpp>

#include <vector>

namespace dateline::search {

// The most telling first, actors and terms together, at most `most` of each.  Past the limit only those that were
// counted before, on both sides.
std::vector<Significant> significant(const Snapshot& snapshot, analysis::Analyzer& analyzer,
                                     const ArticleSet& here, const ArticleSet& everywhere,
                                     std::size_t most, Limit& limit);

// All live articles; past the limit some of them.
ArticleSet all_articles(const Snapshot& snapshot, Limit& limit);

// Twice the logarithm of how much likelier the counts are when both sides differ; 0 where what is
// counted is no more frequent here.  Requires: here <= everywhere, here <= size, size <= all.
double surprise(std::uint64_t here, std::uint64_t size, std::uint64_t everywhere,
                std::uint64_t all);

}  // namespace dateline::search
