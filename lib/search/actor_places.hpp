// Where actors stand in the articles of a segment, a stretch of articles at a time.
// In: a segment, ids.  Out: occurrences by article and position.
// Tested by tests/search/together_test.cpp.
#pragma once

#include "search/limit.hpp"
#include "storage/segment.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace dateline::search {

struct Occurrence {
  std::uint32_t doc;
  std::uint32_t member;    // the number of the actor
  std::uint64_t position;  // in captions behind all others
};

class ActorPlaces {
 public:
  // Leaves out the last ones where there is no room for the lists of all.  Session and limit outlive it.
  ActorPlaces(storage::SegmentSession& session, const std::vector<std::string>& members,
              Limit& limit);

  // In articles below `end`; past the limit some of them.  Requires: `end` grows from call to call.
  const std::vector<Occurrence>& until(std::uint32_t end);

 private:
  struct List {
    std::unique_ptr<storage::Cursor> cursor;
    std::uint32_t member;
    std::uint64_t base;
  };
  bool has_room();

  Limit& limit_;
  Limit::Loan loan_;
  std::vector<List> lists_;
  std::vector<Occurrence> found_;
  std::vector<std::uint32_t> positions_;
};

}  // namespace dateline::search
