// Chooses telling words.  In: a record.  Out: a tree that ranks by them.
// Tested by tests/search/similar_test.cpp.
#include "search/similar.hpp"

#include "analysis/plan.hpp"
#include "ranking/relevance_model.hpp"
#include "search/bound_query.hpp"
#include "search/stored.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace dateline::search {
namespace {

using analysis::TermTree;

constexpr double kActorWeight = 0.5;  // of an actor, against the most telling word

std::map<std::string, std::uint32_t> telling_stems(const analysis::Analysis& analysis) {
  std::map<std::string, std::uint32_t> counts;
  for (const analysis::Token& token : analysis.tokens) {
    if (token.field != Field::kTitle && token.field != Field::kBody) continue;
    if (token.form->stop || !ranking::tells_in_model(token.form->stem)) continue;
    ++counts[token.form->stem];
  }
  return counts;
}

// The most telling words, each with its share of the greatest weight.
std::vector<TermTree> word_leaves(const Snapshot& snapshot,
                                  const std::map<std::string, std::uint32_t>& counts) {
  std::vector<TermTree> leaves;
  leaves.reserve(counts.size());
  for (const auto& [stem, count] : counts) {
    leaves.push_back(analysis::term_leaf(stem, analysis::What::kWord, stem));
  }
  const BoundQuery bound(snapshot, analysis::combine(TermTree::Kind::kSum, leaves));
  const auto articles = static_cast<double>(snapshot.collection().articles);
  for (TermTree& leaf : leaves) {
    const auto holders = static_cast<double>(bound.document_frequency(leaf.term));
    // A word of this article alone finds no other.
    leaf.boost = holders < 2 ? 0 : counts.at(leaf.term) * std::log(1 + articles / holders);
  }
  std::erase_if(leaves, [](const TermTree& leaf) { return leaf.boost == 0; });
  std::stable_sort(leaves.begin(), leaves.end(),
                   [](const TermTree& a, const TermTree& b) { return a.boost > b.boost; });
  leaves.resize(std::min(leaves.size(), kSimilarWords));
  const double most = leaves.empty() ? 1 : leaves.front().boost;
  for (TermTree& leaf : leaves) leaf.boost /= most;
  return leaves;
}

}  // namespace

TermTree similar_tree(const Snapshot& snapshot, analysis::Analyzer& analyzer,
                      const index::Record& record) {
  const actors::Cast cast(snapshot.recipe().actors(), record.unlisted);
  const auto passages = passages_of(record);
  const auto analysis =
      analyzer.analyze(passages, record.page.language.value, record.mentions, cast);
  std::vector<TermTree> parts = word_leaves(snapshot, telling_stems(analysis));
  std::set<std::string_view> ids;
  for (const actors::Found& mention : record.mentions) ids.insert(cast.id(mention.actor));
  for (const std::string_view id : ids) {
    parts.push_back(analysis::actor_tree(id));
    analysis::scale(parts.back(), kActorWeight);
  }
  return analysis::combine(TermTree::Kind::kSum, std::move(parts));
}

}  // namespace dateline::search
