// Finds the links of new articles: with each other and with all that are there.
// In: segments with their wording, which of them are new.  Out: links by numbers of arrival.
// Method: all files of marks are walked together by number; a mark that many articles keep tells
// nothing.  Of the older files only the blocks that may hold a number of the new ones are read, so that
// the cost of a commit is that of its articles.
// Invariants: a link depends on its two articles only.
// Tested by tests/index/story_links_test.cpp.
#pragma once

#include "storage/story_file.hpp"
#include "stories/grouping.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace dateline::index {

// A mark that more articles keep links none of them.
inline constexpr std::size_t kMostHolders = 400;

struct WordedSegment {
  const storage::StoryFile* wording;
  bool is_new;
  std::function<bool(std::uint32_t doc)> is_live;
  std::function<std::uint64_t(std::uint32_t doc)> arrival;
};

// Ascending; every link has a new article.
// `most_pairs`: of articles that share a mark, 16 bytes each, at a time; where there are more, all files
// are walked again for each part of them.
std::vector<stories::Link> find_links(const std::vector<WordedSegment>& segments,
                                      std::size_t most_pairs = std::size_t{1} << 20);

}  // namespace dateline::index
