// What may stand before a colon.  In: names and values as typed.  Out: the nodes that they mean.
// Tested by tests/query/fields_test.cpp.
#pragma once

#include <dateline/query.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace dateline::query {

struct Field {
  std::string_view name;
  Query::Kind kind;  // kField: looks words up in a part of the article; else takes one value
};

// The field of this name in any case of letters, or nullptr.
const Field* find_field(std::string_view name);
// What is wrong with a name that is no field: the field it resembles, or all there are.
std::string unknown_field(std::string_view name);

// The node for `field:value`, or nothing when a date cannot be read.  Requires: kind != kField.
// `today`: the day that dates in words count from.
std::optional<Query> value_node(const Field& field, std::string_view value, int today = 0);

// "2025-02..2025-12" for the same with its ends swapped; empty for what is no span either way.
std::string turned_span(std::string_view value, int today);

// Takes ">=3" from the end of a value, how often an actor is to be named; 0 when it is not there.
unsigned take_least(std::string_view& value);

// The name to print before the value of a node: "actor", "person", "lang", "since" ...
std::string_view field_of(const Query& node);

}  // namespace dateline::query
