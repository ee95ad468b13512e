// Words that stand together as one: "US-led", "U. S.".
// In: a text and its words.  Out: how many words from one on are joined, and how.
// Tested by tests/analysis/joints_test.cpp.
#pragma once

#include <dateline/range.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace dateline::analysis {

// kInitials: single capitals with full stops and blanks ("U. S.", "J. D."), one word spread out.
// kHyphens: a compound ("F-16", "al-Assad", "U.S.-led"): its parts are words, and so is the whole.
enum class Bond : std::uint8_t { kNone, kInitials, kHyphens };

struct Joint {
  Bond bond = Bond::kNone;
  std::size_t words = 1;  // at most kMostJoined
};

inline constexpr std::size_t kMostJoined = 4;

// Whether a word may be joined to the next, by the byte behind it.
inline bool may_join(std::string_view text, Range word) {
  if (word.end >= text.size()) return false;
  const char c = text[word.end];
  return c == '-' || c == '.' || c == '\xE2';
}

// Requires: at < words.size().
Joint joint_at(std::string_view text, std::span<const Range> words, std::size_t at);

// The bytes of the hyphen (U+002D, U+2010, U+2011) at `at`; 0 when there is none.
std::size_t hyphen_at(std::string_view text, std::size_t at);

}  // namespace dateline::analysis
