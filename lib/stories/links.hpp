// Links as bytes: which articles are the same text, by their numbers of arrival.
// In: links, ascending by both articles.  Out: bytes, and the way back.
// Format: their number; then for each the first article less that of the link before, the second less
// the first, kind * 2 + whether the first is longer, strength in thousandths, as
// base::ByteWriter::number.
// Tested by tests/stories/links_test.cpp.
#pragma once

#include "stories/grouping.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::stories {

// No bytes for no links.
std::string print_links(const std::vector<Link>& links);
// Throws Error(kCorrupt).
std::vector<Link> read_links(std::string_view bytes);

}  // namespace dateline::stories
