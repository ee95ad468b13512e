// A half-open byte range, the library's only way to point into a text.
// Tested by tests/base/utf8_test.cpp.
#pragma once

#include <cstddef>

namespace dateline {

/// Bytes [begin, end) of a UTF-8 text.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;

  constexpr std::size_t size() const noexcept { return end - begin; }
  constexpr bool empty() const noexcept { return begin == end; }
  constexpr bool contains(Range other) const noexcept {
    return begin <= other.begin && other.end <= end;
  }
  constexpr bool overlaps(Range other) const noexcept {
    return begin < other.end && other.begin < end;
  }
  friend constexpr bool operator==(Range, Range) = default;
};

}  // namespace dateline
