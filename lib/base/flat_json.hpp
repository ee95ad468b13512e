// JSON objects of strings and lists of strings, as most records are, several times faster than any JSON.
// In: JSON text.  Out: the keys and values, or nothing where it is of another kind or perhaps broken:
// then base::Json::parse's general way decides, and says what is wrong.
// Tested by tests/base/flat_json_test.cpp.
#pragma once

#include "base/json.hpp"

#include <optional>
#include <string_view>

namespace dateline::base {

// What nlohmann-json reads in the same text, or nothing.
std::optional<Json::Object> read_flat_json(std::string_view text);

}  // namespace dateline::base
