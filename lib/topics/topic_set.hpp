// What an article is about: every topic's standing query against one article.
// In: topics.jsonl; then an article's analysis.  Out: the topics that it has, with reasons.
// Invariants: the result equals asking each topic's query of an index with this one article.
// Tested by tests/topics/topic_set_test.cpp.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <dateline/topic.hpp>

#include "actors/catalog.hpp"
#include "analysis/one_article.hpp"
#include "analysis/rules.hpp"
#include "analysis/term_tree.hpp"

namespace dateline::topics {

struct Entry {
  Topic topic;
  analysis::TermTree tree;
};

class TopicSet {
 public:
  TopicSet() = default;
  // Throws Error(kInvalid) with file:line; a query that gives a warning is an error here.
  static TopicSet load(const std::filesystem::path& file, const analysis::Rules& rules,
                       const actors::Catalog& actors);

  std::span<const Entry> entries() const { return entries_; }
  // By id or any name, in any case; `by_id` tells which it was.
  const Entry* find(std::string_view name, bool* by_id = nullptr) const;
  std::vector<TopicMatch> match(const analysis::OneArticle& article,
                                std::span<const article::Passage> passages) const;

 private:
  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::unordered_map<std::string, std::size_t> by_name_;  // folded
};

}  // namespace dateline::topics
