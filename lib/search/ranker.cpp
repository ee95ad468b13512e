// A heap of the best so far; its worst is at the front.  In: matches.  Out: a ranking.
// Tested by tests/search/ranker_test.cpp.
#include "search/ranker.hpp"

#include <algorithm>
#include <limits>

namespace dateline::search {
namespace {

bool is_better(const Ranked& a, const Ranked& b, Sort sort) {
  if (sort == Sort::kDate && a.day != b.day) return a.day > b.day;
  if (a.score != b.score) return a.score > b.score;
  return a.arrival < b.arrival;
}

}  // namespace

Ranking rank(const Snapshot& snapshot, BoundQuery& query, const RankOptions& options) {
  Ranking result;
  auto& best = result.best;
  const auto order = [&](const Ranked& a, const Ranked& b) {
    return is_better(a, b, options.sort);
  };
  const auto visit = [&](std::size_t segment, Matcher& matcher) {
    const std::uint32_t doc = matcher.doc();
    if (options.accept && !options.accept(segment, doc)) return;
    ++result.count;
    if (options.also) options.also(segment, {&doc, 1});
    if (options.most == 0) return;
    Ranked hit{segment, doc, 0, matcher.score(), std::numeric_limits<int>::min()};
    if (options.sort == Sort::kDate) {
      if (const auto days = snapshot.segments()[segment]->columns().published(doc))
        hit.day = days->last;
    }
    const bool full = best.size() == options.most;
    const bool by_score = options.sort == Sort::kRelevance;
    if (full && by_score && hit.score < best.front().score) return;
    hit.arrival = snapshot.segments()[segment]->arrival(doc);
    if (full && !order(hit, best.front())) return;
    if (full) {
      std::pop_heap(best.begin(), best.end(), order);
      best.pop_back();
    }
    best.push_back(hit);
    std::push_heap(best.begin(), best.end(), order);
  };
  Limit none;
  result.complete = query.for_each(visit, options.limit != nullptr ? *options.limit : none);
  std::sort_heap(best.begin(), best.end(), order);
  return result;
}

}  // namespace dateline::search
