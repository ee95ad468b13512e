// What an article is about, with the words that say so.
// Tested by tests/topics/topic_set_test.cpp.
#pragma once

#include <dateline/mention.hpp>
#include <dateline/range.hpp>

#include <string>
#include <vector>

namespace dateline {

/// A topic that an article has.
struct TopicMatch {
  struct Reason {
    std::string text;  ///< the words, as they stand
    Range range;
    Field field = Field::kBody;
    friend bool operator==(const Reason&, const Reason&) = default;
  };
  std::string id;
  double score = 0;             ///< 0 to 1, growing with the number of places
  std::vector<Reason> reasons;  ///< the first few places
  friend bool operator==(const TopicMatch&, const TopicMatch&) = default;
};

/// A topic of a recipe: a standing query with a name.
struct Topic {
  std::string id;
  std::string name;
  std::string query;   ///< in the query language
  std::string parent;  ///< id of a wider topic, or empty
};

}  // namespace dateline
