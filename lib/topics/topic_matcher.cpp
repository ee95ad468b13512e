// Finds the topics that may match, and matches those.  In: an article.  Out: its topics.
// Tested by tests/topics/topic_matcher_test.cpp.
#include "topics/topic_matcher.hpp"

#include "analysis/terms.hpp"

#include <algorithm>

namespace dateline::topics {
namespace {

using analysis::TermTree;
using Kind = TermTree::Kind;

constexpr std::size_t kMostReasons = 5;
constexpr double kHalfScore = 2;  // places at which the score is one half

// Whether fewer articles hold a term of it, as far as one can tell: long terms are rare.
bool is_rarer(const TermGroup& a, const TermGroup& b) {
  const auto shortest = [](const TermGroup& group) {
    std::size_t size = std::string::npos;
    for (const std::string& term : group) size = std::min(size, term.size());
    return size;
  };
  return a.size() != b.size() ? a.size() < b.size() : shortest(a) > shortest(b);
}

// Of any part: the rarest groups together.
std::vector<TermGroup> needs_of_any(const std::vector<TermTree>& parts) {
  TermGroup all;
  for (const TermTree& part : parts) {
    const auto groups = needs(part);
    if (groups.empty()) return {};
    const auto rarest = std::min_element(groups.begin(), groups.end(), is_rarer);
    all.insert(all.end(), rarest->begin(), rarest->end());
  }
  return {std::move(all)};
}

std::vector<TermGroup> needs_of_all(const std::vector<TermTree>& parts) {
  std::vector<TermGroup> all;
  for (const TermTree& part : parts) {
    for (TermGroup& group : needs(part)) all.push_back(std::move(group));
  }
  return all;
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

std::vector<TermGroup> needs(const TermTree& tree) {
  switch (tree.kind) {
    case Kind::kNothing:
      return {{}};
    case Kind::kTerm:
      if (analysis::is_filter_term(tree.term)) return {};
      return {{tree.term}};
    case Kind::kSum:
    case Kind::kBest:
      return needs_of_any(tree.parts);
    case Kind::kAll:
    case Kind::kPhrase:
    case Kind::kNear:
      return needs_of_all(tree.parts);
    case Kind::kRequired:
    case Kind::kExcept:
    case Kind::kAtLeast:
    case Kind::kUnscored:
      return needs(tree.parts.front());
    default:
      return {};
  }
}

TopicMatcher::TopicMatcher(const TopicSet& topics, base::Vocabulary& terms)
    : topics_(topics), others_(topics.entries().size()) {
  const auto entries = topics.entries();
  for (std::uint32_t topic = 0; topic < entries.size(); ++topic) {
    number_terms(trees_.emplace_back(entries[topic].tree), terms);
    auto groups = needs(entries[topic].tree);
    if (groups.empty()) {
      without_needs_.push_back(topic);
      continue;
    }
    std::iter_swap(groups.begin(), std::min_element(groups.begin(), groups.end(), is_rarer));
    for (const std::string& text : groups.front()) {
      const std::uint32_t term = terms.intern(text);
      if (term >= by_term_.size()) by_term_.resize(term + 1);
      by_term_[term].push_back(topic);
    }
    for (auto group = groups.begin() + 1; group != groups.end(); ++group) {
      Terms& numbers = others_[topic].emplace_back();
      for (const std::string& text : *group) numbers.push_back(terms.intern(text));
    }
  }
}

std::vector<TopicMatch> TopicMatcher::match(const analysis::OneArticle& article,
                                            std::span<const article::Passage> passages) const {
  std::vector<std::uint32_t> possible = without_needs_;
  const auto holds_one = [&](const Terms& group) {
    return std::any_of(group.begin(), group.end(), [&](auto term) { return article.holds(term); });
  };
  article.for_each_term([&](std::uint32_t term) {
    if (term >= by_term_.size()) return;
    for (const std::uint32_t topic : by_term_[term]) {
      const auto& others = others_[topic];
      if (std::all_of(others.begin(), others.end(), holds_one)) possible.push_back(topic);
    }
  });
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
