// Joins nodes so that a tree has one form.  In: parts.  Out: a node without needless levels.
// Invariants: no kAny in a kAny, no kAll in a kAll, no kNot in a kNot, no list of one; kMust only in
// kRanked, and there around everything that narrows.
// Tested by tests/query/nodes_test.cpp.
#pragma once

#include <dateline/query.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::query {

// Whether the node was written `field:value`: required when it stands beside other words.
bool narrows(const Query& node);
// Whether the node may stand beside NEAR.
bool can_be_near(const Query& node);

// A node without parts.
Query leaf(Query::Kind kind, std::string_view text, Range range = {});

// Each of these gives the new node the range of its parts; negate and require accept any node.
Query negate(Query node);
Query require(Query node);
Query in_field(std::string field, Query node);  // the node itself when there is no field
Query boost(double weight, Query node);
Query near(std::vector<Query> parts, unsigned distance, bool ordered);  // one part: the part
Query any(std::vector<Query> parts);
Query all(std::vector<Query> parts);
Query ranked(std::vector<Query> parts);

// The least range around both.
Range cover(Range a, Range b);

}  // namespace dateline::query
