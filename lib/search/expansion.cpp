// Learns from stored texts.  In: hits.  Out: a wider query.
// Tested by tests/search/expansion_test.cpp and tests/reference/.
#include "search/expansion.hpp"

#include "analysis/query_words.hpp"
#include "index/record.hpp"
#include "ranking/relevance_model.hpp"
#include "search/stored.hpp"

#include <algorithm>

namespace dateline::search {
namespace {

using analysis::TermTree;
using Kind = TermTree::Kind;

ranking::WordCounts count_words(const Snapshot& snapshot, analysis::Analyzer& analyzer,
                                const index::Record& record, double score) {
  const auto passages = passages_of(record);
  const auto analysis =
      analyzer.analyze(passages, record.page.language.value, {}, snapshot.recipe().actors());
  ranking::WordCounts counts;
  counts.score = score;
  for (const analysis::Token& token : analysis.tokens) {
    if (token.field != Field::kTitle && token.field != Field::kBody) continue;
    ++counts.words;
    if (token.form->stop || !ranking::tells_in_model(token.form->stem)) continue;
    ++counts.terms[token.form->stem];
  }
  return counts;
}

}  // namespace

TermTree expand(const Snapshot& snapshot, analysis::Analyzer& analyzer, const TermTree& tree,
                const std::vector<Ranked>& best, Limit* limit) {
  std::vector<ranking::WordCounts> articles;
  for (std::size_t i = 0; i < std::min(best.size(), ranking::kModelArticles); ++i) {
    const index::Record record =
        index::decode(snapshot.segments()[best[i].segment]->record(best[i].doc));
    if (limit != nullptr && !may_analyze(*limit, record.article.text.size())) continue;
    articles.push_back(count_words(snapshot, analyzer, record, best[i].score));
  }
  const auto words =
      static_cast<double>(std::max<std::size_t>(1, analysis::query_words(tree).size()));
  std::vector<TermTree> parts{tree};
  analysis::scale(parts.front(), 1 - ranking::kModelShare);
  for (auto& [term, probability] : ranking::relevance_model(articles)) {
    parts.push_back(analysis::term_leaf(term, analysis::What::kWord, term));
    parts.back().boost = ranking::kModelShare * words * probability;
  }
  const bool is_list =
      tree.kind == Kind::kSum || tree.kind == Kind::kBest || tree.kind == Kind::kTerm;
  return analysis::combine(is_list ? Kind::kSum : Kind::kRequired, std::move(parts));
}

}  // namespace dateline::search
