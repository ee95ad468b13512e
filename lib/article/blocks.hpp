// Cuts a page into blocks: its lines, or its paragraphs where the lines are hard-wrapped.
// In: UTF-8.  Out: ranges in order, without surrounding white space, never empty.
// Tested by tests/article/blocks_test.cpp.
#pragma once

#include <dateline/range.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace dateline::article {

struct Span {
  Range range;
  bool parted_before = true;  // by an empty line, or the text begins here
  bool parted_behind = true;
};

// What is behind this many blocks is one block.
inline constexpr std::size_t kMaxBlocks = 200'000;

std::vector<Span> split_blocks(std::string_view text);

// True when text[range] ends with a full stop or its like, closing quotes and brackets aside.
bool ends_closed(std::string_view text, Range range);

}  // namespace dateline::article
