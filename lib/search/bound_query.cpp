// Binds a query to a snapshot.  In: a term tree.  Out: matching articles.
// Tested by tests/search/bound_query_test.cpp.
#include "search/bound_query.hpp"

#include "analysis/term_pattern.hpp"

#include <algorithm>
#include <map>

namespace dateline::search {
namespace {

using Kind = analysis::TermTree::Kind;

}  // namespace

BoundQuery::BoundQuery(const Snapshot& snapshot, analysis::TermTree tree)
    : snapshot_(snapshot), tree_(std::move(tree)) {
  for (const auto& segment : snapshot.segments()) sessions_.push_back(segment->session());
  expand(tree_);
  count(tree_);
}

void BoundQuery::expand(analysis::TermTree& tree) {
  for (analysis::TermTree& part : tree.parts) expand(part);
  if (tree.kind != Kind::kPrefix) return;
  const auto terms = terms_of(tree);
  if (terms.empty()) unknown_.push_back(tree.label);
  if (terms.size() > kMaxExpansions) {
    cut_.push_back(tree.label);
  }
  std::vector<analysis::TermTree> leaves;
  for (std::size_t i = 0; i < std::min(terms.size(), kMaxExpansions); ++i) {
    leaves.push_back(analysis::term_leaf(terms[i].term, tree.what, tree.label));
    leaves.back().boost = tree.boost / (1 + terms[i].edits);
    leaves.back().body_only = tree.body_only;
  }
  tree = analysis::combine(Kind::kBest, std::move(leaves));
}

// The most frequent first, equal ones in the order of their bytes.
std::vector<BoundQuery::Expansion> BoundQuery::terms_of(const analysis::TermTree& leaf) {
  std::map<std::string, Expansion, std::less<>> found;
  for (storage::SegmentSession& session : sessions_) {
    analysis::TermPattern pattern(leaf);
    session.walk(leaf.term, [&](std::string_view term, std::uint32_t documents) {
      const auto fit = pattern.look(term);
      if (!fit.fits) return fit.dead;
      auto at = found.find(term);
      if (at == found.end())
        at = found.emplace(term, Expansion{std::string(term), 0, fit.edits}).first;
      at->second.documents += documents;
      return std::size_t{0};
    });
  }
  std::vector<Expansion> terms;
  for (auto& [term, expansion] : found) terms.push_back(std::move(expansion));
  std::stable_sort(terms.begin(), terms.end(), [](const Expansion& a, const Expansion& b) {
    return a.documents > b.documents;
  });
  return terms;
}

void BoundQuery::count(const analysis::TermTree& tree) {
  for (const analysis::TermTree& part : tree.parts) count(part);
  if (tree.kind != Kind::kTerm || frequencies_.contains(tree.term)) return;
  std::uint64_t documents = 0;
  std::vector<words::TermInfo> infos(sessions_.size());
  for (std::size_t i = 0; i < sessions_.size(); ++i) {
    documents += sessions_[i].document_frequency(tree.term, &infos[i]);
  }
  frequencies_.emplace(tree.term, documents);
  infos_.emplace(tree.term, std::move(infos));
}

std::uint64_t BoundQuery::document_frequency(const std::string& term) const {
  const auto found = frequencies_.find(term);
  return found == frequencies_.end() ? 0 : found->second;
}

bool BoundQuery::for_each(const Visit& visit, Limit& limit) {
  const Scoring scoring{{}, snapshot_.collection(), &frequencies_, &limit};
  for (std::size_t i = 0; i < sessions_.size(); ++i) {
    const storage::Segment& segment = *snapshot_.segments()[i];
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
