// What a question may take.
// Tested by tests/search/limit_test.cpp.
#pragma once

#include <chrono>
#include <cstddef>
#include <stop_token>

namespace dateline {

/// Past any of these a question is answered by the best found so far, which says so.
struct Bounds {
  std::chrono::milliseconds timeout{0};  ///< 0: none
  std::stop_token cancel{};              ///< the same, when somebody else asks for it
  /// Bytes that lists, tables and answers hold at a time.  A text that is too long to be looked through
  /// is passed over: a hit is there without snippet and matches, a quote is not.
  std::size_t memory = std::size_t{64} << 20;
};

}  // namespace dateline
