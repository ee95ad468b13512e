// From a term tree to a search of words files.  In: a bound query.  Out: a ranking.
// Tested by tests/search/fast_rank_test.cpp and tests/reference/.
#include "search/fast_rank.hpp"

#include "words/top_k.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <span>
#include <vector>

namespace dateline::search {
namespace {

using analysis::TermTree;
using Kind = TermTree::Kind;

// A tree taken apart: terms that score, and conditions.
struct Parts {
  words::Match match = words::Match::kAny;
  std::vector<const TermTree*> terms;
  std::vector<words::Condition> conditions;
};

bool is_plain(const TermTree& leaf) {
  return leaf.kind == Kind::kTerm && !leaf.body_only;
}

bool add_condition(const TermTree& tree, bool holds, Parts& parts) {
  if (tree.kind == Kind::kUnscored) return add_condition(tree.parts.front(), holds, parts);
  if (is_plain(tree)) {
    parts.conditions.push_back({tree.term, holds});
    return true;
  }
  const bool any = tree.kind == Kind::kSum || tree.kind == Kind::kBest;
  const bool is_list = holds ? tree.kind == Kind::kAll : any;
  return is_list && std::all_of(tree.parts.begin(), tree.parts.end(), [&](const TermTree& part) {
           return add_condition(part, holds, parts);
         });
}

bool add_terms(std::span<const TermTree* const> leaves, words::Match match, Parts& parts) {
  parts.match = match;
  parts.terms.assign(leaves.begin(), leaves.end());
  return std::all_of(leaves.begin(), leaves.end(),
                     [](const auto* leaf) { return is_plain(*leaf); });
}

bool take_apart(const TermTree& tree, Parts& parts);

// Conditions among the parts of a conjunction; a single other part may be anything.
bool take_all_apart(const TermTree& tree, Parts& parts) {
  std::vector<const TermTree*> scored;
  scored.reserve(tree.parts.size());
  for (const TermTree& part : tree.parts) {
    if (part.kind != Kind::kUnscored) {
      scored.push_back(&part);
    } else if (!add_condition(part, true, parts)) {
      return false;
    }
  }
  if (scored.size() == 1) return take_apart(*scored.front(), parts);
  return !scored.empty() && add_terms(scored, words::Match::kAll, parts);
}

// False where it cannot be expressed.
bool take_apart(const TermTree& tree, Parts& parts) {
  if (tree.kind == Kind::kAll) return take_all_apart(tree, parts);
  if (tree.kind == Kind::kExcept) {
    return std::all_of(tree.parts.begin() + 1, tree.parts.end(),
                       [&](const TermTree& part) { return add_condition(part, false, parts); }) &&
           take_apart(tree.parts.front(), parts);
  }
  if (tree.kind == Kind::kTerm) return add_terms(std::array{&tree}, words::Match::kAny, parts);
  if (tree.kind != Kind::kSum && tree.kind != Kind::kPhrase) return false;
  std::vector<const TermTree*> leaves;
  for (const TermTree& part : tree.parts) leaves.push_back(&part);
  return add_terms(leaves, tree.kind == Kind::kSum ? words::Match::kAny : words::Match::kPhrase,
                   parts);
}

std::vector<words::QueryTerm> terms_of(const Parts& parts, const BoundQuery& query) {
  std::vector<words::QueryTerm> terms;
  terms.reserve(parts.terms.size());
  for (const TermTree* leaf : parts.terms) {
    terms.push_back({leaf->term, query.document_frequency(leaf->term), leaf->boost});
  }
  return terms;
}

// What is known of each of the terms, segment by segment.
std::vector<words::TermInfo> infos_of(const Parts& parts, const BoundQuery& query,
                                      std::size_t segments) {
  std::vector<words::TermInfo> infos(segments * parts.terms.size());
  for (std::size_t t = 0; t < parts.terms.size(); ++t) {
    const auto found = query.infos(parts.terms[t]->term);
    for (std::size_t s = 0; s < segments; ++s) infos[s * parts.terms.size() + t] = found[s];
  }
  return infos;
}

// Nothing where a segment keeps its terms elsewhere.
std::optional<std::vector<words::SearchedSegment>> segments_of(
    const Snapshot& snapshot, std::span<const words::TermInfo> infos) {
  std::vector<words::SearchedSegment> segments;
  segments.reserve(snapshot.segments().size());
  const std::size_t terms = infos.size() / std::max<std::size_t>(snapshot.segments().size(), 1);
  for (const auto& segment : snapshot.segments()) {
    if (segment->words() == nullptr) return std::nullopt;
    segments.push_back({segment->words(),
                        segment->removed_bits(),
                        {},
                        infos.subspan(segments.size() * terms, terms)});
  }
  return segments;
}

words::Stop stop_at(Limit* limit) {
  if (limit == nullptr) return {};
  return [limit](std::size_t held) { return limit->look(held); };
}

constexpr std::size_t kTogether = 1024;  // articles that are told at a time

// Tells of the articles of a segment until the limit is over, and counts them.
void tell(const std::vector<std::uint64_t>& bits, std::size_t segment, const RankOptions& options,
          Ranking& ranking) {
  std::array<std::uint32_t, kTogether + 64> docs{};
  std::size_t count = 0;
  const auto flush = [&] {
    options.also(segment, {docs.data(), count});
    ranking.count += count;
    count = 0;
  };
  for (std::uint32_t w = 0; w < bits.size(); ++w) {
    for (std::uint64_t word = bits[w]; word != 0; word &= word - 1) {
      docs[count++] = w * 64 + static_cast<std::uint32_t>(std::countr_zero(word));
    }
    if (count < kTogether) continue;
    flush();
    if (options.limit != nullptr && options.limit->look()) {
      ranking.complete = false;
      return;
    }
  }
  flush();
}

}  // namespace

std::optional<Ranking> fast_rank(const Snapshot& snapshot, BoundQuery& query,
                                 const RankOptions& options) {
  if (options.sort != Sort::kRelevance) return std::nullopt;
  Parts parts;
  if (!take_apart(query.tree(), parts)) return std::nullopt;
  const bool to_count = options.count || options.also;
  if (to_count && parts.match == words::Match::kPhrase) return std::nullopt;
  const auto infos = infos_of(parts, query, snapshot.segments().size());
  const auto segments = segments_of(snapshot, infos);
  if (!segments) return std::nullopt;
  const auto terms = terms_of(parts, query);
  const words::Stop stop = stop_at(options.limit);
  Ranking ranking;
  if (options.most > 0) {
    const auto arrival = [&](std::uint32_t segment, std::uint32_t doc) {
      return snapshot.segments()[segment]->arrival(doc);
    };
    const words::TopKQuery wanted{parts.match,           terms, parts.conditions,
                                  snapshot.collection(), {},    options.most};
    const words::TopKResult found = words::top_k(wanted, *segments, arrival, stop);
    for (const words::TopKHit& hit : found.hits) {
      ranking.best.push_back({hit.segment, hit.doc, hit.arrival, hit.score, 0});
    }
    ranking.complete = found.complete;
  }
  if (!to_count) return ranking;
  std::vector<std::string_view> names;
  names.reserve(terms.size());
  for (const words::QueryTerm& term : terms) names.push_back(term.term);
  if (!options.also) {
    const words::TopKCount found =
        words::count_matches(parts.match, names, parts.conditions, *segments, stop);
    ranking.complete = ranking.complete && found.complete;
    ranking.count = found.articles;
    return ranking;
  }
  for (std::size_t s = 0; s < segments->size(); ++s) {
    const words::TopKMatches matches =
        words::find_matches(parts.match, names, parts.conditions, (*segments)[s], stop);
    ranking.complete = ranking.complete && matches.complete;
    if (!matches.complete) break;  // some of these are no matches yet
    tell(matches.bits, s, options, ranking);
  }
  return ranking;
}

}  // namespace dateline::search
