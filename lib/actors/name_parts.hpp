// The words of a name that stands in a text.  In: a name.  Out: its words; words joined by blanks.
// Tested by tests/actors/name_parts_test.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::actors {

std::vector<std::string_view> split_name(std::string_view name);
std::string join_name(std::span<const std::string_view> parts);
// "Jr", "III"
bool is_name_suffix(std::string_view word);

}  // namespace dateline::actors
