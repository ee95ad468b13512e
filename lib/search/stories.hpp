// The stories of a snapshot: groups of articles that are the same text.
// In: the links of the commit.  Out: stories, the story of an article; what two articles share.
// Threads: may be shared.
// Tested by tests/search/stories_test.cpp.
#pragma once

#include "search/ranker.hpp"
#include "search/snapshot.hpp"
#include "stories/grouping.hpp"

#include <dateline/results.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::search {

class Stories {
 public:
  explicit Stories(const Snapshot& snapshot);

  // By date and id of their first articles; an article that joins two reports stands in both stories.
  const std::vector<Story>& all() const { return stories_; }
  // The number of its story in all(), by its number of arrival.
  std::optional<std::size_t> of(std::uint64_t arrival) const;

 private:
  std::vector<Story> stories_;
  std::unordered_map<std::uint64_t, std::size_t> by_arrival_;
};

// A hit with the number of those of its story that stand behind it.
struct Folded {
  Ranked best;
  std::uint64_t behind = 0;
};

// Of each story only the first, in the order of `ranked`; all of them where there are no stories (nullptr).
std::vector<Folded> fold(const Snapshot& snapshot, const Stories* stories,
                         const std::vector<Ranked>& ranked);

// Pairs of articles with a passage in common, in their bodies at least, by their ids; of the article
// `id` only unless it is empty.
std::vector<Shares> find_shares(const Snapshot& snapshot, std::string_view id);

}  // namespace dateline::search
