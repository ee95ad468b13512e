// Makes stories of links: articles of the same text, never chained through weak links.
// In: articles as numbers in a fixed order (by id), links between them.  Out: stories.
// Method: the strongest link first; two groups become one where more than half of the pairs across
// them are linked, or half by a strong link that is not mere containment.  An article that contains one
// of another group (two reports joined into one) is a guest there too.
// Invariants: independent of the order of links; no story merges two that only a third joins.
// Tested by tests/stories/grouping_test.cpp.
#pragma once

#include <dateline/results.hpp>

#include <cstdint>
#include <vector>

namespace dateline::stories {

// Between two articles, a < b.
struct Link {
  std::uint64_t a = 0;
  std::uint64_t b = 0;
  StoryKind kind = StoryKind::kNear;
  bool a_is_longer = false;
  double strength = 0;
  friend bool operator==(const Link&, const Link&) = default;
};

struct Group {
  std::vector<std::uint64_t> members;  // ascending
  std::vector<std::uint64_t> guests;   // ascending
};

// Ordered by their first member.  Requires: no two links are of the same articles.
std::vector<Group> group(std::vector<Link> links);

}  // namespace dateline::stories
