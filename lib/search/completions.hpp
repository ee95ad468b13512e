// How a beginning may go on: words of the articles, names of actors and topics.
// In: the beginning.  Out: completions, the most frequent first.
// Tested by tests/search/completions_test.cpp.
#pragma once

#include "search/limit.hpp"
#include "search/snapshot.hpp"

#include <dateline/results.hpp>

#include <string_view>
#include <vector>

namespace dateline::search {

// Names of actors and topics in the order of their folded bytes, made once.
class NameList {
 public:
  explicit NameList(const recipe::Data& recipe);
  struct Entry {
    std::string folded;
    std::string name;
    std::string id;
    bool topic = false;
  };
  // Those that begin so.
  std::vector<const Entry*> begin_with(std::string_view folded) const;

 private:
  std::vector<Entry> entries_;
};

// Past the limit those that were met.
std::vector<Completion> completions(const Snapshot& snapshot, const NameList& names,
                                    std::string_view beginning, std::size_t most, Limit& limit);

}  // namespace dateline::search
