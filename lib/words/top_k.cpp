// Prepares a query, searches segment by segment.  In: terms.  Out: the best hits.
// Tested by tests/words/top_k_test.cpp.
#include "words/top_k.hpp"

#include "words/impact.hpp"
#include "words/segment_search.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace dateline::words {
namespace {

// Outside of it sums in single precision are not to be relied on.
constexpr double kLeastBoost = 1e-6;
constexpr double kMostBoost = 1e6;
constexpr double kBoundSlack = 1e-5;  // for the rounding of bounds
// A condition that fewer than one document in so many meets is looked at before the lists.
constexpr std::uint32_t kSelective = 8;
// Of terms that must not be there so many have sets of their own; the others share one.
constexpr std::size_t kOwnSets = 8;

bool can_prune(const TopKQuery& query) {
  const auto& [k1, b] = query.parameters;
  return k1 >= 0 && k1 <= kMostBoost && b >= 0 && b <= 1 &&
         std::all_of(query.terms.begin(), query.terms.end(), [](const QueryTerm& term) {
           return term.boost >= kLeastBoost && term.boost <= kMostBoost;
         });
}

FastScore fast_score(const TopKQuery& query) {
  const auto& [k1, b] = query.parameters;
  FastScore scorer;
  const auto articles = static_cast<double>(query.collection.articles);
  const auto length = static_cast<double>(query.collection.total_length);
  scorer.slope = length > 0 ? static_cast<float>(k1 * b * articles / length) : 0;
  scorer.least = static_cast<float>(k1 * b * 0.5);
  scorer.fixed = static_cast<float>(k1 * (1 - b));
  return scorer;
}

PreparedQuery prepare(const TopKQuery& query) {
  PreparedQuery result;
  result.match = query.match;
  result.weights.reserve(query.terms.size());
  result.unique_of.reserve(query.terms.size());
  result.terms.reserve(query.terms.size());
  result.first_of.reserve(query.terms.size());
  result.scorers.reserve(query.terms.size());
  for (const QueryTerm& term : query.terms) {
    result.weights.emplace_back(query.parameters, query.collection, term.document_frequency,
                                term.boost);
    const auto known = std::find(result.terms.begin(), result.terms.end(), term.term);
    result.unique_of.push_back(static_cast<std::uint32_t>(known - result.terms.begin()));
    if (known == result.terms.end()) {
      result.first_of.push_back(static_cast<std::uint32_t>(result.unique_of.size() - 1));
      result.terms.push_back(term.term);
      result.scorers.push_back(fast_score(query));
    }
    result.scorers[result.unique_of.back()].weight +=
        static_cast<float>(ranking::idf(term.document_frequency, query.collection.articles) *
                           term.boost * (query.parameters.k1 + 1));
  }
  return result;
}

// A score that k documents of the list reach at least, or 0.
double kept_score(QueryList& list, std::size_t k, double factor) {
  for (std::size_t which = 0; which < kKept.size(); ++which) {
    if (kKept[which] < k) continue;
    return list.postings().kept_impact(which) * factor * double{list.scorer().weight};
  }
  return 0;
}

// A score that k documents of the short list reach that count, or 0.
double counted_score(SegmentSearch& search, QueryList& list, std::size_t k, bool all_count) {
  std::vector<float> best;  // a heap, the least in front
  best.reserve(k + 1);
  const float* scores = list.scores();
  for (std::uint32_t i = 0; i < list.document_frequency(); ++i) {
    if (best.size() == k && scores[i] <= best.front()) continue;
    if (!all_count && !search.counts(list.docs()[i])) continue;
    best.push_back(scores[i]);
    std::push_heap(best.begin(), best.end(), std::greater<>());
    if (best.size() <= k) continue;
    std::pop_heap(best.begin(), best.end(), std::greater<>());
    best.pop_back();
  }
  return best.size() == k ? double{best.front()} : 0;
}

std::size_t set_bits(Bitmap bitmap) {
  std::size_t count = 0;
  for (const std::uint64_t word : bitmap) count += static_cast<std::size_t>(std::popcount(word));
  return count;
}

// Any k documents of one term that count are a start for a union.
void expect(SegmentSearch& search, double factor) {
  const bool is_narrowed = !search.segment.filter.empty() || !search.conditions.empty();
  const bool all_count = !is_narrowed && search.segment.removed.empty();
  const std::size_t most = search.best.most();
  // So many are none of those left out.
  const std::size_t enough = most + set_bits(search.segment.removed);
  for (QueryList* list : search.lists) {
    const std::uint32_t documents = list->document_frequency();
    if (documents < most) continue;
    if (list->is_short() && (is_narrowed || documents <= kBlock)) {
      search.best.expect(counted_score(search, *list, most, all_count) * (1 - kBoundSlack));
    } else if (!is_narrowed && documents >= enough) {
      search.best.expect(kept_score(*list, enough, factor * (1 - kBoundSlack)));
    }
  }
}

TermInfo info_of(const SegmentSearch& search, std::size_t term) {
  const auto& found = search.segment.found;
  if (found.empty()) return search.reader().find(search.query.terms[term]).value_or(TermInfo{});
  return found[search.query.first_of[term]];
}

// False where no document of the segment meets them, or memory is short.
bool add_conditions(SegmentSearch& search, std::span<const Condition> conditions) {
  const Reader& reader = search.reader();
  std::size_t barred = 0;
  std::size_t shared = 0;
  for (const Condition& condition : conditions) {
    const auto info = reader.find(condition.term);
    if (!info && condition.holds) return false;
    if (!info) continue;
    const bool can_share = !condition.holds && !has_bitmap(reader.size(), info->document_frequency);
    if (can_share && barred >= kOwnSets) {
      if (search.clock.look()) return false;
      search.conditions[shared].set.add(*info);
      continue;
    }
    if (!search.clock.take(DocumentSet::bytes(reader, *info))) return false;
    auto& added = search.conditions.emplace_back(
        SegmentSearch::Condition{DocumentSet(reader, *info), condition.holds});
    const bool are_few = info->document_frequency < reader.size() / kSelective;
    if (added.holds && are_few) added.few = added.set.all();
    if (!can_share) continue;
    ++barred;
    shared = search.conditions.size() - 1;
  }
  return true;
}

// Whether there is room for the lists of the query.
bool have_room(SegmentSearch& search) {
  std::size_t bytes = 0;
  for (std::size_t term = 0; term < search.query.terms.size(); ++term) {
    const TermInfo info = info_of(search, term);
    if (info.document_frequency > 0) bytes += QueryList::bytes(info);
  }
  return search.clock.take(bytes);
}

void search_segment(SegmentSearch& search, const TopKQuery& query) {
  if (!add_conditions(search, query.conditions) || !have_room(search)) return;
  const Reader& reader = search.reader();
  const Impact stored({reader.size(), reader.total_length()});
  const ImpactFactors factors =
      impact_factors(stored, Impact(query.collection, query.parameters), reader.longest());
  std::vector<QueryList> lists;
  lists.reserve(search.query.terms.size());
  for (std::size_t term = 0; term < search.query.terms.size(); ++term) {
    const TermInfo info = info_of(search, term);
    search.list_of.push_back(info.document_frequency > 0 ? 0 : -1);
    if (info.document_frequency == 0) continue;
    lists.emplace_back(reader, info, search.query.scorers[term],
                       static_cast<float>(factors.most * (1 + kBoundSlack)));
    search.lists.push_back(&lists.back());
  }
  // Equal ones as they stand in `lists`.
  std::sort(search.lists.begin(), search.lists.end(), [](const auto* a, const auto* b) {
    return std::pair(a->document_frequency(), a) < std::pair(b->document_frequency(), b);
  });
  std::size_t next = 0;
  for (std::int32_t& place : search.list_of) {
    if (place < 0) continue;
    const auto found = std::find(search.lists.begin(), search.lists.end(), &lists[next++]);
    place = static_cast<std::int32_t>(found - search.lists.begin());
  }
  search.ranges = ranges_of(reader.size(), kRangeShift);
  if (search.lists.empty()) return;
  if (search.query.match != Match::kAny) {
    if (search.lists.size() == search.query.terms.size()) search_all(search);
    return;
  }
  if (search.best.prunes()) expect(search, factors.least);
  search_any(search);
}

}  // namespace

TopKResult top_k(const TopKQuery& query, std::span<const SearchedSegment> segments,
                 const Arrival& arrival, const Stop& stop) {
  TopKResult result;
  if (query.k == 0 || query.terms.empty()) return result;
  const PreparedQuery prepared = prepare(query);
  const float slack = 4e-6f + 3e-7f * static_cast<float>(query.terms.size());
  BestHits best(query.k, slack, can_prune(query), arrival);
  StopClock clock(stop);
  for (std::uint32_t number = 0; number < segments.size() && !clock.is_over(); ++number) {
    if (segments[number].reader->size() == 0) continue;
    clock.begin_segment();
    SegmentSearch search{prepared, segments[number], number, best, clock};
    search_segment(search, query);
  }
  result.complete = !clock.is_over();
  result.hits = best.take();
  return result;
}

}  // namespace dateline::words
