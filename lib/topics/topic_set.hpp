// The topics of a recipe: standing queries with names.
// In: topics.jsonl.  Out: topics, found by id and name, each with its query as a term tree.
// Words of a query are looked up in the recipe's own language; a quoted word is found in any.
// Tested by tests/topics/topic_set_test.cpp.
#pragma once

#include "actors/catalog.hpp"
#include "analysis/rules.hpp"
#include "analysis/term_tree.hpp"

#include <dateline/topic.hpp>

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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

 private:
  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::unordered_map<std::string, std::size_t> by_name_;  // folded
};

}  // namespace dateline::topics
