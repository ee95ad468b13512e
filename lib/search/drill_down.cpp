// Takes filters out of a query.  In: a query.  Out: a wider one.
// Tested by tests/search/drill_down_test.cpp.
#include "search/drill_down.hpp"

#include <algorithm>
#include <utility>

namespace dateline::search {
namespace {

bool is_filter_of(const Query& query, std::string_view facet) {
  switch (query.kind) {
    case Query::Kind::kMust:
      return !query.parts.empty() && is_filter_of(query.parts.front(), facet);
    case Query::Kind::kActor:
      return facet == "actor";
    case Query::Kind::kTopic:
      return facet == "topic";
    case Query::Kind::kSource:
      return facet == "source";
    case Query::Kind::kLanguage:
      return facet == "language";
    case Query::Kind::kDate:
      return facet == "month";
    default:
      return false;
  }
}

}  // namespace

std::optional<Query> without_filter(const Query& query, std::string_view facet) {
  if (is_filter_of(query, facet)) {
    Query everything;
    everything.kind = Query::Kind::kAll;
    return everything;
  }
  if (query.kind != Query::Kind::kRanked && query.kind != Query::Kind::kAll) return std::nullopt;
  Query wider = query;
  std::erase_if(wider.parts, [&](const Query& part) { return is_filter_of(part, facet); });
  if (wider.parts.size() == query.parts.size()) return std::nullopt;
  if (wider.parts.empty()) wider.kind = Query::Kind::kAll;
  return wider;
}

}  // namespace dateline::search
