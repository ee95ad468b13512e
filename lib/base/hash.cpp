// Fingerprints by XXH3.  In: bytes.  Out: 64 or 128 bits as numbers, 128 bits as text.
// Source: the XXH3 family of xxHash 0.8, seed 0; the text is the canonical form, high half first.
// Tested by tests/base/hash_test.cpp.
#include "base/hash.hpp"

#include <xxhash.h>

namespace dateline::base {

std::uint64_t hash64(std::string_view bytes) noexcept {
  return XXH3_64bits(bytes.data(), bytes.size());
}

Hash128 hash128(std::string_view bytes) noexcept {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.low64, hash.high64};
}

std::string checksum(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  std::string text;
  for (const unsigned char byte : canonical.digest) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

}  // namespace dateline::base
