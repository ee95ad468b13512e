// Joins nodes so that a tree has one form.  In: parts.  Out: a node without needless levels.
// Tested by tests/query/nodes_test.cpp.
#include "query/nodes.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace dateline::query {
namespace {

using Kind = Query::Kind;

Query parent(Kind kind, std::vector<Query> parts) {
  Query node;
  node.kind = kind;
  node.parts = std::move(parts);
  node.range = cover(node.parts.front().range, node.parts.back().range);
  return node;
}

Query parent(Kind kind, Query part) {
  std::vector<Query> parts;
  parts.push_back(std::move(part));
  return parent(kind, std::move(parts));
}

Query only_part(Query node) {
  return Query(std::move(node.parts.front()));
}

Query flat(Kind kind, std::vector<Query> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  std::vector<Query> all;
  for (Query& part : parts) {
    if (part.kind == kind) {
      std::move(part.parts.begin(), part.parts.end(), std::back_inserter(all));
    } else {
      all.push_back(std::move(part));
    }
  }
  return parent(kind, std::move(all));
}

bool is_near_leaf(const Query& node) {
  return node.kind == Kind::kWord || node.kind == Kind::kPrefix || node.kind == Kind::kPhrase ||
         node.kind == Kind::kWildcard || node.kind == Kind::kFuzzy || node.kind == Kind::kActor;
}

}  // namespace

Query leaf(Kind kind, std::string_view text, Range range) {
  Query node;
  node.kind = kind;
  node.text = text;
  node.range = range;
  return node;
}

bool narrows(const Query& node) {
  switch (node.kind) {
    case Kind::kField:
      return node.field != "about";
    case Kind::kActor:
    case Kind::kSpeaker:
    case Kind::kTopic:
    case Kind::kSource:
    case Kind::kLanguage:
    case Kind::kDate:
      return true;
    case Kind::kBoost:
      return !node.parts.empty() && narrows(node.parts.front());
    default:
      return false;
  }
}

bool can_be_near(const Query& node) {
  if (node.kind != Kind::kAny) return is_near_leaf(node);
  return std::all_of(node.parts.begin(), node.parts.end(), is_near_leaf);
}

Query negate(Query node) {
  if (node.kind == Kind::kNot || node.kind == Kind::kMust) {
    const bool twice = node.kind == Kind::kNot;
    Query part = only_part(std::move(node));
    return twice ? part : negate(std::move(part));
  }
  return parent(Kind::kNot, std::move(node));
}

Query require(Query node) {
  if (node.kind == Kind::kNot || node.kind == Kind::kMust) return node;
  return parent(Kind::kMust, std::move(node));
}

Query in_field(std::string field, Query node) {
  if (field.empty()) return node;
  Query result = parent(Kind::kField, std::move(node));
  result.field = std::move(field);
  return result;
}

Query boost(double weight, Query node) {
  Query result = parent(Kind::kBoost, std::move(node));
  result.weight = weight;
  return result;
}

Query near(std::vector<Query> parts, unsigned distance, bool ordered) {
  if (parts.size() == 1) return std::move(parts.front());
  Query node = parent(Kind::kNear, std::move(parts));
  node.distance = distance;
  node.ordered = ordered;
  return node;
}

Query any(std::vector<Query> parts) {
  return flat(Kind::kAny, std::move(parts));
}
Query all(std::vector<Query> parts) {
  return flat(Kind::kAll, std::move(parts));
}

Query ranked(std::vector<Query> parts) {
  if (parts.size() == 1) {
    Query& part = parts.front();
    return part.kind == Kind::kMust ? only_part(std::move(part)) : std::move(part);
  }
  for (Query& part : parts) {
    if (narrows(part)) part = require(std::move(part));
  }
  return parent(Kind::kRanked, std::move(parts));
}

Range cover(Range a, Range b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace dateline::query
