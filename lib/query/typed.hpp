// The text as a person typed it.  In: any bytes.  Out: well-formed text within the limits, in which
// every byte stands where it was typed; what its characters mean to the query language.
// Tested by tests/query/typed_test.cpp.
#pragma once

#include "query/warnings.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::query {

inline constexpr std::size_t kMaxBytes = 65536;
inline constexpr std::size_t kMaxTerms = 1024;
inline constexpr std::size_t kMaxDepth = 64;

// The text cut at a word when it is too long, with blanks for bytes that are not UTF-8: blanks, and
// not U+FFFD, so that ranges need no translation (both end a word).
std::string fit_to_limits(std::string_view typed, Warnings& warnings);

// White space, control characters and the byte order mark.
bool is_blank(char32_t c) noexcept;
// The double quotes, straight, curly, low and angled; each of them opens and closes.
bool is_quote(char32_t c) noexcept;

// Whether there is something to look up: a letter or digit; beyond ASCII all but punctuation and signs count.
bool has_content(std::string_view text) noexcept;
// Without blanks at both ends.
std::string_view trim_blanks(std::string_view text) noexcept;

// Whether one byte too many, missing or wrong tells them apart, or none.
bool is_one_edit(std::string_view a, std::string_view b);

// The next run without blanks from `at`, which is moved behind it; empty at the end.
std::string_view next_run(std::string_view text, std::size_t& at) noexcept;

}  // namespace dateline::query
