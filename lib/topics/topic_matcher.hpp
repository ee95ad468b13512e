// What an article is about: every topic's standing query against one article.
// In: an article's analysis.  Out: the topics that it has, with reasons.
// Method: a query can match only where one of its anchors stands, a few terms of which it needs one;
// the article's own terms find the topics to try, so that thousands of topics cost little.
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
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dateline::topics {

// Terms of which every article that matches holds at least one; nothing where there are none such.
std::optional<std::vector<std::string>> anchors(const analysis::TermTree& tree);

class TopicMatcher {
 public:
  // Both must outlive it; the vocabulary must not forget its terms meanwhile.
  TopicMatcher(const TopicSet& topics, base::Vocabulary& terms);

  std::vector<TopicMatch> match(const analysis::Analysis& analysis,
                                const analysis::OneArticle& article,
                                std::span<const article::Passage> passages) const;

 private:
  const TopicSet& topics_;
  std::vector<analysis::TermTree> trees_;  // of the topics, with the numbers of their terms
  std::vector<std::vector<std::uint32_t>> by_term_;  // topics, by the number of an anchor
  std::vector<std::uint32_t> without_anchors_;       // topics
};

}  // namespace dateline::topics
