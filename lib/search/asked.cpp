// Stage one, expansion, stage two.  In: a planned query.  Out: a ranking.
// Tested by tests/search/searcher_test.cpp and tests/reference/.
#include "search/asked.hpp"

#include "ranking/relevance_model.hpp"
#include "ranking/reorder.hpp"
#include "search/expansion.hpp"
#include "search/fast_rank.hpp"

#include <algorithm>

namespace dateline::search {

namespace {

Ranking first_stage(const Snapshot& snapshot, BoundQuery& query, const RankOptions& options) {
  if (options.accept) return rank(snapshot, query, options);
  auto fast = fast_rank(snapshot, query, options);
  return fast ? std::move(*fast) : rank(snapshot, query, options);
}

}  // namespace

Asked::Asked(const Snapshot& snapshot, analysis::Analyzer& analyzer, analysis::TermTree tree,
             const RankingOptions& options, Limit* limit)
    : snapshot_(snapshot),
      options_(options),
      tree_(std::move(tree)),
      bound_(std::make_unique<BoundQuery>(snapshot, tree_, limit)) {
  if (!options.expand) return;
  RankOptions first;
  first.most = ranking::kModelArticles;
  first.count = false;
  first.limit = limit;
  const Ranking ranking = rank(first);
  if (!ranking.complete) return;
  bound_ = std::make_unique<BoundQuery>(
      snapshot, expand(snapshot, analyzer, tree_, ranking.best, limit), limit);
}

Ranking Asked::rank(const RankOptions& options) {
  if (!options_.second_stage || options.sort != Sort::kRelevance || options.most == 0) {
    return first_stage(snapshot_, *bound_, options);
  }
  RankOptions wider = options;
  wider.most = std::max(options.most, ranking::kReordered);
  Ranking ranking = first_stage(snapshot_, *bound_, wider);
  if (!ranking.complete) {
    ranking.best.resize(std::min(ranking.best.size(), options.most));
    return ranking;
  }
  SecondStage second(snapshot_, *bound_, analysis::query_words(tree_), options.limit);
  ranking.complete = second.reorder(ranking.best);
  ranking.best.resize(std::min(ranking.best.size(), options.most));
  return ranking;
}

std::vector<ScorePart> Asked::explain(std::size_t segment, std::uint32_t doc) {
  std::vector<ScorePart> parts;
  bound_->at(segment, doc, [&](std::size_t, Matcher& matcher) {
    std::vector<std::pair<std::string, double>> told;
    matcher.explain(told);
    for (auto& [text, score] : told) parts.push_back({std::move(text), score});
  });
  if (parts.empty() || !options_.second_stage) return parts;
  RankOptions first;
  first.most = ranking::kReordered;
  first.count = false;
  const auto best = first_stage(snapshot_, *bound_, first).best;
  const bool is_reordered = std::any_of(best.begin(), best.end(), [&](const Ranked& hit) {
    return hit.segment == segment && hit.doc == doc;
  });
  if (!is_reordered) return parts;
  SecondStage second(snapshot_, *bound_, analysis::query_words(tree_));
  for (ScorePart& part : second.explain(segment, doc)) parts.push_back(std::move(part));
  return parts;
}

}  // namespace dateline::search
