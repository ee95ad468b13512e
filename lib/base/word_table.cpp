// Packs the bytes of a word into two numbers.  In: a word.  Out: its key.
// Tested by tests/base/word_table_test.cpp.
#include "base/word_table.hpp"

#include "base/hash.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace dateline::base {
namespace {

constexpr std::size_t kKeyBytes = 16;

// A mask of this many bytes, at most eight, the first in memory.
std::uint64_t first_bytes(std::size_t count) {
  return count == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << 8 * count) - 1;
}

// The bytes of a word where fewer than 16 may be read.  Requires: size <= 16.
std::array<std::uint64_t, 2> load_few(const char* bytes, std::size_t size) {
  const auto load = [](const char* from, auto number) {
    std::memcpy(&number, from, sizeof number);
    return std::uint64_t{number};
  };
  if (size > 8) {  // the last eight bytes without those that stand in the first number
    return {load(bytes, std::uint64_t{}),
            load(bytes + size - 8, std::uint64_t{}) >> 8 * (kKeyBytes - size)};
  }
  if (size >= 4) {
    const std::uint64_t last = load(bytes + size - 4, std::uint32_t{});
    return {load(bytes, std::uint32_t{}) | last << 8 * (size - 4), 0};
  }
  std::uint64_t low = 0;
  for (std::size_t i = 0; i < size; ++i) low |= load(bytes + i, std::uint8_t{}) << 8 * i;
  return {low, 0};
}

}  // namespace

WordKey word_key(std::string_view text, Range word) {
  const std::size_t size = word.size();
  const char* bytes = text.data() + word.begin;
  if (size > kKeyBytes) {  // no byte of UTF-8 is 0xFF
    const Hash128 hash = hash128({bytes, size});
    return {hash.low, hash.high | std::uint64_t{0xFF} << 56};
  }
  std::array<std::uint64_t, 2> both{};
  if constexpr (std::endian::native != std::endian::little) {
    std::memcpy(both.data(), bytes, size);
  } else if (text.size() - word.begin < kKeyBytes) {
    both = load_few(bytes, size);
  } else {
    std::memcpy(both.data(), bytes, kKeyBytes);
    const std::size_t low = std::min<std::size_t>(size, 8);
    both = {both[0] & first_bytes(low), both[1] & first_bytes(size - low)};
  }
  return {both[0], both[1]};
}

}  // namespace dateline::base
