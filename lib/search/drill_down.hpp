// The question without what one facet narrows it to, so that the facet still shows what else there is.
// In: a query, a facet's name.  Out: the query without its filters of that kind.
// Tested by tests/search/drill_down_test.cpp.
#pragma once

#include <dateline/query.hpp>

#include <optional>
#include <string_view>

namespace dateline::search {

// Nothing where the facet narrows nothing.  Only what all of the query has to match is a filter.
std::optional<Query> without_filter(const Query& query, std::string_view facet);

}  // namespace dateline::search
