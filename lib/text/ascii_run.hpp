// Skips ASCII letters and digits, eight at a time: where a word ends is what a processor cannot
// predict, so it must not branch at each character.
// Tested by tests/text/ascii_run_test.cpp.
#pragma once

#include "base/utf8.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace dateline::text {

constexpr std::uint64_t eight_times(unsigned char byte) {
  return 0x0101010101010101U * byte;
}

// The high bit of each byte that lies between the bounds; bytes and bounds are below 0x80.
constexpr std::uint64_t between(std::uint64_t bytes, unsigned char low, unsigned char high) {
  return (bytes + eight_times(static_cast<unsigned char>(0x80 - low))) &
         ~(bytes + eight_times(static_cast<unsigned char>(0x7F - high)));
}

// The first byte from `at` on that is no ASCII letter or digit, or the end.
inline std::size_t skip_alphanumerics(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHighBits = eight_times(0x80);
  if constexpr (std::endian::native == std::endian::little) {
    for (std::uint64_t block = 0; at + sizeof block <= text.size(); at += sizeof block) {
      std::memcpy(&block, text.data() + at, sizeof block);
      const std::uint64_t low = block & ~kHighBits;
      const std::uint64_t found =
          between(low, '0', '9') | between(low | eight_times(0x20), 'a', 'z');
      const std::uint64_t rest = (~found | block) & kHighBits;
      if (rest != 0) return at + static_cast<std::size_t>(std::countr_zero(rest)) / 8;
    }
  }
  while (at < text.size() && (base::is_ascii_alpha(text[at]) || base::is_ascii_digit(text[at])))
    ++at;
  return at;
}

}  // namespace dateline::text
