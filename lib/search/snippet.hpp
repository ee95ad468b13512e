// Picks the passage that shows best why an article is an answer.
// In: its passages and the places that matched.  Out: a snippet, whole sentences where they fit.
// Never from junk.
// Tested by tests/search/snippet_test.cpp.
#pragma once

#include "analysis/one_article.hpp"
#include "article/passages.hpp"

#include <dateline/results.hpp>

#include <span>
#include <vector>

namespace dateline::search {

Snippet make_snippet(std::span<const article::Passage> passages,
                     std::span<const analysis::Place> places);

}  // namespace dateline::search
