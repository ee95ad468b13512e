// Articles out of an index, with what was found out about them when they came in.
// In: records.  Out: public values; the analysis again, to show what matches.
// Tested by tests/search/searcher_test.cpp.
#pragma once

#include "analysis/one_article.hpp"
#include "analysis/term_tree.hpp"
#include "index/record.hpp"
#include "recipe/data.hpp"
#include "search/limit.hpp"
#include "search/snapshot.hpp"

#include <dateline/results.hpp>

#include <string>
#include <vector>

namespace dateline::search {

// The record without rank and score; matches and snippet by the query's tree, where there is room to look.
Hit make_hit(const recipe::Data& recipe, analysis::Analyzer& analyzer, const index::Record& record,
             const analysis::TermTree& tree, Limit& limit);
std::size_t memory_of(const Hit& hit);  // bytes, about, while a list of such grows
// Whether there is memory and time to look through a text of so many bytes word by word.
bool may_analyze(Limit& limit, std::size_t text_bytes);

StoredArticle to_stored(const recipe::Data& recipe, index::Record record);

// The words of a mention, as they stand.
std::string_view mention_text(const actors::Found& mention,
                              const std::vector<article::Passage>& passages);

std::vector<article::Passage> passages_of(const index::Record& record);

}  // namespace dateline::search
