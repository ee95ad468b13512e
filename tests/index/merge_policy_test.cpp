#include "index/merge_policy.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace dateline::index {
namespace {

storage::SegmentEntry segment(const std::string& id, std::uint64_t bytes,
                              std::uint32_t articles = 9, std::uint32_t removed = 0) {
  storage::SegmentEntry entry;
  entry.id = id;
  entry.articles = articles;
  entry.removed = removed;
  entry.files = {{"segments/" + id + "/articles.xapian", bytes, ""}};
  return entry;
}

std::vector<std::string> due(const std::vector<storage::SegmentEntry>& segments) {
  storage::Manifest manifest;
  manifest.segments = segments;
  std::vector<std::string> ids;
  for (const auto& entry : due_merge(manifest)) ids.push_back(entry.id);
  return ids;
}

TEST(MergePolicy, FewSegmentsAreLeftAlone) {
  EXPECT_TRUE(due({}).empty());
  EXPECT_TRUE(due(std::vector(kTierWidth - 1, segment("a", 1000))).empty());
}

TEST(MergePolicy, AFullTierIsMergedTheLowestFirst) {
  std::vector<storage::SegmentEntry> segments(kTierWidth, segment("big", 50 << 20));
  segments.insert(segments.begin() + 3, kTierWidth, segment("small", 40000));
  segments.push_back(segment("huge", std::uint64_t{1} << 30));
  EXPECT_EQ(due(segments), std::vector<std::string>(kTierWidth, "small"));
  std::erase_if(segments, [](const auto& entry) { return entry.id == "small"; });
  EXPECT_EQ(due(segments), std::vector<std::string>(kTierWidth, "big"));
}

TEST(MergePolicy, WhatIsTooLargeIsNeverMerged) {
  EXPECT_TRUE(due(std::vector(kTierWidth, segment("a", std::uint64_t{9} << 30))).empty());
}

TEST(MergePolicy, ASegmentOfManyRemovedArticlesIsWrittenAnew) {
  EXPECT_EQ(due({segment("a", 1000, 10, 3), segment("b", 1000, 10, 4)}),
            std::vector<std::string>{"b"});
  EXPECT_FALSE(is_sparse(segment("a", 1000, 10, 3)));
  EXPECT_TRUE(is_sparse(segment("a", 1000, 10, 4)));
}

// Commits of one article each, merged as they come.
TEST(MergePolicy, SegmentsStayFewAndAnArticleIsWrittenFewTimes) {
  std::vector<storage::SegmentEntry> segments;
  std::uint64_t written = 0;
  std::size_t most = 0;
  const std::uint64_t bytes = 100'000;
  for (int commit = 0; commit < 4096; ++commit) {
    segments.push_back(segment("c" + std::to_string(commit), bytes));
    for (auto ids = due(segments); !ids.empty(); ids = due(segments)) {
      std::uint64_t sum = 0;
      std::erase_if(segments, [&](const auto& entry) {
        const bool is_source = std::count(ids.begin(), ids.end(), entry.id) != 0;
        if (is_source) sum += entry.files[0].size;
        return is_source;
      });
      written += sum;
      segments.push_back(segment(ids.front() + "m", sum));
    }
    most = std::max(most, segments.size());
  }
  EXPECT_LE(most, 5 * kTierWidth);
  EXPECT_LE(written, 5 * 4096 * bytes);
}

}  // namespace
}  // namespace dateline::index
