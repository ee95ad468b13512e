// What tests of searching share: a small index, its snapshot, plans of queries.
#pragma once

#include "analysis/plan.hpp"
#include "index/sample.hpp"
#include "search/bound_query.hpp"
#include "search/snapshot.hpp"

#include <dateline/searcher.hpp>

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dateline::search {

class SmallIndex : public ::testing::Test {
 protected:
  SmallIndex() : recipe_(Recipe::load(write_recipe(folder_ / "recipe"))) {}

  std::filesystem::path path() const { return folder_ / "index"; }

  // One segment for each list, articles in their order.
  void build(const std::vector<std::vector<Article>>& segments) {
    BuildOptions options;
    options.threads = 1;
    Index index = Index::create(path(), recipe_);
    for (const auto& articles : segments) index.add(source_of(articles), options);
    snapshot_ = Snapshot::open(base::system_files(), path());
  }

  analysis::TermTree tree(const Query& query) const {
    const auto analyzer = snapshot_->analyzer();
    const auto none = [](std::string_view) { return std::optional<analysis::NamedTopic>(); };
    return analysis::plan(query, {&*analyzer, &recipe_.data().actors(), none, {"en"}}).tree;
  }
  analysis::TermTree tree(std::string_view query) const { return tree(parse_query(query).query); }

  TempFolder folder_;
  Recipe recipe_;
  std::unique_ptr<Snapshot> snapshot_;
};

}  // namespace dateline::search
