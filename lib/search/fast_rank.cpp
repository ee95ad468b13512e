// From a term tree to a search of words files.  In: a bound query.  Out: a ranking.
// Tested by tests/search/fast_rank_test.cpp and tests/reference/.
#include "search/fast_rank.hpp"

#include "words/top_k.hpp"

#include <algorithm>
#include <bit>

namespace dateline::search {
namespace {

using analysis::TermTree;
using Kind = TermTree::Kind;

// What the terms of a tree are to each other, when it is nothing but terms.
std::optional<words::Match> match_of(const TermTree& tree) {
  const auto is_plain = [](const TermTree& leaf) {
    return leaf.kind == Kind::kTerm && !leaf.body_only;
  };
  if (tree.kind == Kind::kTerm) {
    return is_plain(tree) ? std::optional(words::Match::kAny) : std::nullopt;
  }
  if (!std::all_of(tree.parts.begin(), tree.parts.end(), is_plain)) return std::nullopt;
  switch (tree.kind) {
    case Kind::kSum:
      return words::Match::kAny;
    case Kind::kAll:
      return words::Match::kAll;
    case Kind::kPhrase:
      return words::Match::kPhrase;
    default:
      return std::nullopt;
  }
}

std::vector<words::QueryTerm> terms_of(const TermTree& tree, const BoundQuery& query) {
  std::vector<words::QueryTerm> terms;
  const auto add = [&](const TermTree& leaf) {
    terms.push_back({leaf.term, query.document_frequency(leaf.term), leaf.boost});
  };
  if (tree.kind == Kind::kTerm) {
    add(tree);
  } else {
    std::for_each(tree.parts.begin(), tree.parts.end(), add);
  }
  return terms;
}

// Nothing where a segment keeps its terms elsewhere.
std::optional<std::vector<words::SearchedSegment>> segments_of(const Snapshot& snapshot) {
  std::vector<words::SearchedSegment> segments;
  for (const auto& segment : snapshot.segments()) {
    if (segment->words() == nullptr) return std::nullopt;
    segments.push_back({segment->words(), segment->removed_bits(), {}});
  }
  return segments;
}

words::Stop stop_at(BoundQuery::Clock::time_point deadline) {
  if (deadline == BoundQuery::Clock::time_point::max()) return {};
  return [deadline] { return BoundQuery::Clock::now() > deadline; };
}

// Hands the articles of a segment on.  Returns their number.
std::uint64_t tell(const std::vector<std::uint64_t>& bits, std::size_t segment,
                   const RankOptions& options) {
  std::uint64_t count = 0;
  for (std::uint32_t w = 0; w < bits.size(); ++w) {
    count += static_cast<std::uint64_t>(std::popcount(bits[w]));
    if (!options.also) continue;
    for (std::uint64_t word = bits[w]; word != 0; word &= word - 1) {
      options.also(segment, w * 64 + static_cast<std::uint32_t>(std::countr_zero(word)));
    }
  }
  return count;
}

}  // namespace

std::optional<Ranking> fast_rank(const Snapshot& snapshot, BoundQuery& query,
                                 const RankOptions& options) {
  if (options.sort != Sort::kRelevance) return std::nullopt;
  const auto match = match_of(query.tree());
  const bool to_count = options.count || options.also;
  if (!match || (to_count && *match == words::Match::kPhrase)) return std::nullopt;
  const auto segments = segments_of(snapshot);
  if (!segments) return std::nullopt;
  const auto terms = terms_of(query.tree(), query);
  const words::Stop stop = stop_at(options.deadline);
  Ranking ranking;
  if (options.most > 0) {
    const auto arrival = [&](std::uint32_t segment, std::uint32_t doc) {
      return snapshot.segments()[segment]->arrival(doc);
    };
    const words::TopKQuery wanted{*match, terms, snapshot.collection(), {}, options.most};
    const words::TopKResult found = words::top_k(wanted, *segments, arrival, stop);
    for (const words::TopKHit& hit : found.hits) {
      ranking.best.push_back({hit.segment, hit.doc, hit.arrival, hit.score, 0});
    }
    ranking.complete = found.complete;
  }
  if (!to_count) return ranking;
  std::vector<std::string_view> names;
  for (const words::QueryTerm& term : terms) names.push_back(term.term);
  for (std::size_t s = 0; s < segments->size(); ++s) {
    const words::TopKMatches matches = words::find_matches(*match, names, (*segments)[s], stop);
    ranking.complete = ranking.complete && matches.complete;
    ranking.count += tell(matches.bits, s, options);
  }
  return ranking;
}

}  // namespace dateline::search
