// Queries as values.  In: trees, plain text.  Out: whether two are the same; a tree of plain words.
// Tested by tests/query/query_test.cpp.
#include "query/nodes.hpp"
#include "query/typed.hpp"
#include "query/warnings.hpp"

#include <dateline/query.hpp>

#include <string>
#include <utility>

namespace dateline {

bool operator==(const Query& a, const Query& b) {
  return a.kind == b.kind && a.text == b.text && a.field == b.field && a.distance == b.distance &&
         a.ordered == b.ordered && a.weight == b.weight && a.days == b.days && a.parts == b.parts;
}

Query plain_words(std::string_view text) {
  query::Warnings unused;
  const std::string typed = query::fit_to_limits(text, unused);
  Query words = query::leaf(Query::Kind::kRanked, {});
  for (std::size_t at = 0; at < typed.size() && words.parts.size() < query::kMaxTerms;) {
    const std::string_view word = query::next_run(typed, at);
    if (!query::has_content(word)) continue;
    words.parts.push_back(query::leaf(Query::Kind::kWord, word, {at - word.size(), at}));
  }
  if (words.parts.empty()) return {};
  words.range = {words.parts.front().range.begin, words.parts.back().range.end};
  return words;
}

}  // namespace dateline
