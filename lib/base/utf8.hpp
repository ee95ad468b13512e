// UTF-8 by the byte: validity, repair, stepping.  In and out: bytes.
// Tested by tests/base/utf8_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::base {

// True when the bytes are well-formed UTF-8 (no surrogates, nothing overlong).
bool is_utf8(std::string_view bytes) noexcept;

// The same text with every maximal ill-formed part replaced by U+FFFD (the WHATWG way);
// `replaced` counts the parts.
std::string repair_utf8(std::string_view bytes, std::size_t& replaced);

// The code point at `at`, which is moved behind it.  Requires: well-formed text, at < text.size().
char32_t next_code_point(std::string_view text, std::size_t& at) noexcept;

// The largest boundary of a code point that is not beyond `at`.
std::size_t floor_boundary(std::string_view text, std::size_t at) noexcept;

// Appends the code point as UTF-8.
void append_utf8(std::string& out, char32_t code_point);

inline bool is_ascii(std::string_view text) noexcept {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

// ASCII only, whatever the locale.
inline bool is_ascii_space(char c) noexcept {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
inline bool is_ascii_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}
inline bool is_ascii_upper(char c) noexcept {
  return c >= 'A' && c <= 'Z';
}
inline bool is_ascii_lower(char c) noexcept {
  return c >= 'a' && c <= 'z';
}
inline bool is_ascii_alpha(char c) noexcept {
  return is_ascii_upper(c) || is_ascii_lower(c);
}
inline char ascii_lower(char c) noexcept {
  return is_ascii_upper(c) ? char(c - 'A' + 'a') : c;
}
std::string ascii_lower(std::string_view text);

}  // namespace dateline::base
