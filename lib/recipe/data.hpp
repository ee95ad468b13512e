// A recipe, loaded: rules for pages and terms, actors, topics.
// In: a folder with recipe.json and, each optional, page.json, actors*.jsonl, names.json, quotes.json,
// topics.jsonl,
// stopwords/<language>.txt and <language>.request.txt.  Out: immutable data, shared by threads.
// Tested by tests/recipe/recipe_test.cpp.
#pragma once

#include "actors/catalog.hpp"
#include "actors/mentions.hpp"
#include "actors/quote_rules.hpp"
#include "analysis/rules.hpp"
#include "article/page.hpp"
#include "topics/topic_set.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::recipe {

class Data {
 public:
  // Throws Error: kNotFound, kInvalid with file:line.
  explicit Data(const std::filesystem::path& folder);
  Data(const Data&) = delete;
  Data& operator=(const Data&) = delete;

  const std::string& name() const { return name_; }
  bool stories() const { return stories_; }  // whether the same text is sought elsewhere
  const article::PageRules& pages() const { return pages_; }
  const analysis::Rules& terms() const { return terms_; }
  const actors::Catalog& actors() const { return actors_; }
  const actors::MentionFinder& mentions() const { return mentions_; }
  // Of a language without a list: nothing, so that no quotes are found.
  const actors::QuoteWords& quote_words(std::string_view language) const;
  const topics::TopicSet& topics() const { return topics_; }

  // The files it was loaded from, relative to `folder`, sorted: what an index keeps of it.
  const std::filesystem::path& folder() const { return folder_; }
  const std::vector<std::string>& files() const { return files_; }

 private:
  std::filesystem::path folder_;
  std::vector<std::string> files_;
  std::string name_;
  bool stories_ = false;
  article::PageRules pages_;
  analysis::Rules terms_;
  actors::Catalog actors_;
  actors::MentionFinder mentions_;
  actors::QuoteRules quotes_;
  topics::TopicSet topics_;
};

}  // namespace dateline::recipe
