// Binds a query to a snapshot.  In: a term tree.  Out: matching articles.
// Tested by tests/search/bound_query_test.cpp.
#include "search/bound_query.hpp"

#include "analysis/term_pattern.hpp"
#include "base/vocabulary.hpp"

#include <algorithm>
#include <bit>

namespace dateline::search {
namespace {

using Kind = analysis::TermTree::Kind;

// Of a counted term, with its node and its place among them.
constexpr std::size_t kCountedBytes = 400;
// So many terms are looked through as they stand.
constexpr std::size_t kFewTerms = 16;

std::size_t patterns_of(const analysis::TermTree& tree) {
  std::size_t count = tree.kind == Kind::kPrefix ? 1 : 0;
  for (const analysis::TermTree& part : tree.parts) count += patterns_of(part);
  return count;
}

}  // namespace

BoundQuery::BoundQuery(const Snapshot& snapshot, analysis::TermTree tree, Limit* limit)
    : snapshot_(snapshot), tree_(std::move(tree)) {
  sessions_.reserve(snapshot.segments().size());
  for (const auto& segment : snapshot.segments()) sessions_.push_back(segment->session());
  std::size_t words = kMaxExpansionsOfAll;
  Limit none;
  Limit& stop = limit != nullptr ? *limit : none;
  if (std::size_t patterns = patterns_of(tree_); patterns > 0) expand(tree_, patterns, words, stop);
  count(tree_, stop);
  stop.take(infos_.size() * sizeof(words::TermInfo) + terms_.size() * kCountedBytes);
}

// `patterns` and `words` are those that are left.
void BoundQuery::expand(analysis::TermTree& tree, std::size_t& patterns, std::size_t& words,
                        Limit& limit) {
  for (analysis::TermTree& part : tree.parts) expand(part, patterns, words, limit);
  if (tree.kind != Kind::kPrefix) return;
  const std::size_t most = std::clamp<std::size_t>(words / patterns--, 1, kMaxExpansions);
  const Expansions found = terms_of(tree, most, limit);
  const bool is_cut = limit.is_over() || limit.is_short_of_memory();
  if (found.of == 0 && !is_cut) unknown_.push_back(tree.label);
  if (found.of > most) cut_.push_back({tree.label, most});
  std::vector<analysis::TermTree> leaves;
  for (const Expansion& each : found.best) {
    leaves.push_back(analysis::term_leaf(each.term, tree.what, tree.label));
    leaves.back().boost = tree.boost / (1 + each.edits);
    leaves.back().body_only = tree.body_only;
  }
  words -= std::min(words, leaves.size());
  tree = analysis::combine(Kind::kBest, std::move(leaves));
}

// The most frequent first, equal ones in the order of their bytes.  When there is no room for more, of those that
// were met so far; when the limit is over, none.
BoundQuery::Expansions BoundQuery::terms_of(const analysis::TermTree& leaf, std::size_t most,
                                            Limit& limit) {
  struct Met {
    std::uint64_t documents;
    std::uint32_t term;
    unsigned edits;
  };
  base::Vocabulary terms;
  std::vector<Met> counts;  // by the number of the term
  // Asked where the tables may have to grow, for what they hold while they are copied.
  const auto has_room = [&] {
    const bool grows = std::has_single_bit(counts.size() + 1);
    return !grows || limit.has_room(3 * (terms.memory() + counts.size() * sizeof(Met)));
  };
  bool is_full = false;
  for (storage::SegmentSession& session : sessions_) {
    analysis::TermPattern pattern(leaf);
    session.walk(leaf.term, [&](std::string_view term, std::uint32_t documents) {
      if (limit.tick()) return storage::SegmentSession::kEnough;
      const auto fit = pattern.look(term);
      if (!fit.fits) return fit.dead;
      is_full = is_full || !has_room();
      const auto known = is_full ? terms.find(term) : terms.intern(term);
      if (!known) return std::size_t{0};
      if (*known == counts.size()) counts.push_back({0, *known, fit.edits});
      counts[*known].documents += documents;
      return std::size_t{0};
    });
  }
  Expansions found{{}, counts.size()};
  if (limit.is_over()) return found;
  const auto end = counts.begin() + static_cast<std::ptrdiff_t>(std::min(most, counts.size()));
  std::partial_sort(counts.begin(), end, counts.end(), [&](const Met& a, const Met& b) {
    return a.documents != b.documents ? a.documents > b.documents : terms[a.term] < terms[b.term];
  });
  for (auto each = counts.begin(); each != end; ++each) {
    found.best.push_back({std::string(terms[each->term]), each->edits});
  }
  return found;
}

void BoundQuery::count(const analysis::TermTree& tree, Limit& limit) {
  for (const analysis::TermTree& part : tree.parts) count(part, limit);
  if (tree.kind != Kind::kTerm || place_of(tree.term) < terms_.size()) return;
  std::uint64_t documents = 0;
  const std::size_t begin = infos_.size();
  infos_.resize(begin + sessions_.size());
  for (std::size_t i = 0; i < sessions_.size() && !limit.look(); ++i) {
    documents += sessions_[i].document_frequency(tree.term, &infos_[begin + i]);
  }
  terms_.push_back({tree.term, documents});
  if (terms_.size() <= kFewTerms) return;
  for (std::size_t i = places_.size(); i < terms_.size(); ++i) places_.emplace(terms_[i].term, i);
}

// terms_.size() where it is not one of them.
std::size_t BoundQuery::place_of(std::string_view term) const {
  if (!places_.empty()) {
    const auto found = places_.find(term);
    return found == places_.end() ? terms_.size() : found->second;
  }
  const auto found = std::find_if(terms_.begin(), terms_.end(),
                                  [&](const Counted& each) { return each.term == term; });
  return static_cast<std::size_t>(found - terms_.begin());
}

std::uint64_t BoundQuery::document_frequency(std::string_view term) const {
  const std::size_t place = place_of(term);
  return place < terms_.size() ? terms_[place].documents : 0;
}

Frequencies BoundQuery::frequencies() const {
  Frequencies frequencies;
  for (const Counted& each : terms_) frequencies.emplace(each.term, each.documents);
  return frequencies;
}

void BoundQuery::at(std::size_t segment, std::uint32_t doc, const Visit& visit) {
  if (snapshot_.segments()[segment]->removed(doc)) return;
  const Frequencies counted = frequencies();
  const Scoring scoring{{}, snapshot_.collection(), &counted, nullptr};
  const auto matcher =
      make_matcher(tree_, sessions_[segment], snapshot_.segments()[segment]->size(), scoring);
  matcher->advance(doc);
  if (matcher->doc() == doc) visit(segment, *matcher);
}

bool BoundQuery::for_each(const Visit& visit, Limit& limit) {
  const Frequencies counted = frequencies();
  const Scoring scoring{{}, snapshot_.collection(), &counted, &limit};
  for (std::size_t i = 0; i < sessions_.size(); ++i) {
    const storage::Segment& segment = *snapshot_.segments()[i];
    const Limit::Loan lists(limit);
    const auto matcher = make_matcher(tree_, sessions_[i], segment.size(), scoring);
    for (; matcher->doc() != Matcher::kEnd; matcher->advance(matcher->doc() + 1)) {
      if (limit.tick()) return false;  // leaves may have ended early: this is no match for sure
      if (!segment.removed(matcher->doc())) visit(i, *matcher);
    }
    if (limit.is_over()) return false;
  }
  return true;
}

bool BoundQuery::for_each(const Visit& visit) {
  Limit none;
  return for_each(visit, none);
}

}  // namespace dateline::search
