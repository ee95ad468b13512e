// Finds the topics that may match, and matches those.  In: an article.  Out: its topics.
// Tested by tests/topics/topic_matcher_test.cpp.
#include "topics/topic_matcher.hpp"

#include "analysis/terms.hpp"

#include <algorithm>

namespace dateline::topics {
namespace {

using analysis::TermTree;
using Kind = TermTree::Kind;
using Anchors = std::optional<std::vector<std::string>>;

constexpr std::size_t kMostReasons = 5;
constexpr double kHalfScore = 2;  // places at which the score is one half

// Of any part: all their anchors together.
Anchors anchors_of_any(const std::vector<TermTree>& parts) {
  std::vector<std::string> all;
  for (const TermTree& part : parts) {
    const Anchors some = anchors(part);
    if (!some) return std::nullopt;
    all.insert(all.end(), some->begin(), some->end());
  }
  return all;
}

// Of every part: the fewest that one of them has.
Anchors anchors_of_all(const std::vector<TermTree>& parts) {
  Anchors best;
  for (const TermTree& part : parts) {
    Anchors some = anchors(part);
    if (some && (!best || some->size() < best->size())) best = std::move(some);
  }
  return best;
}

void number_terms(TermTree& tree, base::Vocabulary& terms) {
  if (tree.kind == Kind::kTerm) tree.number = terms.intern(tree.term);
  for (TermTree& part : tree.parts) number_terms(part, terms);
}

TopicMatch describe(const Topic& topic, const TermTree& tree, const analysis::OneArticle& article,
                    std::span<const article::Passage> passages) {
  TopicMatch match{topic.id, 0, {}};
  const auto places = article.places(tree);
  const auto count = static_cast<double>(places.size());
  match.score = count / (count + kHalfScore);
  for (const analysis::Place& place : places) {
    if (match.reasons.size() == kMostReasons) break;
    const std::string_view text = passages[place.passage].text;
    match.reasons.push_back({std::string(text.substr(place.range.begin, place.range.size())),
                             place.range, place.field});
  }
  return match;
}

}  // namespace

Anchors anchors(const TermTree& tree) {
  switch (tree.kind) {
    case Kind::kNothing:
      return std::vector<std::string>();
    case Kind::kTerm:
      if (analysis::is_filter_term(tree.term)) return std::nullopt;
      return std::vector{tree.term};
    case Kind::kSum:
    case Kind::kBest:
      return anchors_of_any(tree.parts);
    case Kind::kAll:
    case Kind::kPhrase:
    case Kind::kNear:
      return anchors_of_all(tree.parts);
    case Kind::kRequired:
    case Kind::kExcept:
    case Kind::kAtLeast:
    case Kind::kUnscored:
      return anchors(tree.parts.front());
    default:
      return std::nullopt;
  }
}

TopicMatcher::TopicMatcher(const TopicSet& topics, base::Vocabulary& terms) : topics_(topics) {
  const auto entries = topics.entries();
  for (std::uint32_t topic = 0; topic < entries.size(); ++topic) {
    number_terms(trees_.emplace_back(entries[topic].tree), terms);
    const Anchors found = anchors(entries[topic].tree);
    if (!found) {
      without_anchors_.push_back(topic);
      continue;
    }
    for (const std::string& anchor : *found) {
      const std::uint32_t term = terms.intern(anchor);
      if (term >= by_term_.size()) by_term_.resize(term + 1);
      by_term_[term].push_back(topic);
    }
  }
}

std::vector<TopicMatch> TopicMatcher::match(const analysis::Analysis& analysis,
                                            const analysis::OneArticle& article,
                                            std::span<const article::Passage> passages) const {
  std::vector<std::uint32_t> possible = without_anchors_;
  for (const analysis::Posting& posting : analysis.postings) {
    if (posting.term >= by_term_.size()) continue;
    const auto& topics = by_term_[posting.term];
    possible.insert(possible.end(), topics.begin(), topics.end());
  }
  std::sort(possible.begin(), possible.end());
  possible.erase(std::unique(possible.begin(), possible.end()), possible.end());
  std::vector<TopicMatch> result;
  for (const std::uint32_t topic : possible) {
    if (!article.matches(trees_[topic])) continue;
    result.push_back(describe(topics_.entries()[topic].topic, trees_[topic], article, passages));
  }
  return result;
}

}  // namespace dateline::topics
