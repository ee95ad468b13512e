// Cuts and joins names.  In: a name.  Out: words.
// Tested by tests/actors/name_parts_test.cpp.
#include "actors/name_parts.hpp"

#include <algorithm>
#include <iterator>

namespace dateline::actors {

std::vector<std::string_view> split_name(std::string_view name) {
  std::vector<std::string_view> parts;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of(" \n\t"), name.size());
    if (end > 0) parts.push_back(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return parts;
}

std::string join_name(std::span<const std::string_view> parts) {
  std::string name;
  for (const std::string_view part : parts) name.append(name.empty() ? "" : " ").append(part);
  return name;
}

bool is_name_suffix(std::string_view word) {
  constexpr std::string_view kSuffixes[] = {"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"};
  return std::find(std::begin(kSuffixes), std::end(kSuffixes), word) != std::end(kSuffixes);
}

}  // namespace dateline::actors
