// What an article is about: every topic's standing query against one article.
// In: an article's analysis.  Out: the topics that it has, with reasons.
// Method: a query needs a term of each of some groups; the article's own terms find the topics whose
// rarest group is met, the other groups say which of these to try, so that thousands cost little.
// Invariants: the result equals matching each topic's tree.
// Threads: one, that of the vocabulary.
// Tested by tests/topics/topic_matcher_test.cpp.
#pragma once

#include "analysis/one_article.hpp"
#include "article/passages.hpp"
#include "base/vocabulary.hpp"
#include "topics/topic_set.hpp"

#include <dateline/topic.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace dateline::topics {

using TermGroup = std::vector<std::string>;

// Groups of terms; every article that matches holds at least one term of each.
std::vector<TermGroup> needs(const analysis::TermTree& tree);

class TopicMatcher {
 public:
  // Both must outlive it; the vocabulary must not forget its terms meanwhile.
  TopicMatcher(const TopicSet& topics, base::Vocabulary& terms);

  std::vector<TopicMatch> match(const analysis::OneArticle& article,
                                std::span<const article::Passage> passages) const;

 private:
  using Terms = std::vector<std::uint32_t>;  // numbers

  const TopicSet& topics_;
  std::vector<analysis::TermTree> trees_;  // of the topics, with the numbers of their terms
  std::vector<std::vector<std::uint32_t>> by_term_;  // topics, by a term of their rarest group
  std::vector<std::vector<Terms>> others_;           // a topic's other groups
  std::vector<std::uint32_t> without_needs_;         // topics
};

}  // namespace dateline::topics
