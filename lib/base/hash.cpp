// Fingerprints by XXH3.  In: bytes.  Out: 64 or 128 bits as numbers, 128 bits as text.
// Source: the XXH3 family of xxHash 0.8, seed 0; the text is the canonical form, high half first.
// Tested by tests/base/hash_test.cpp.
#include "base/hash.hpp"

#include <xxhash.h>

#include <new>

namespace dateline::base {

std::uint64_t hash64(std::string_view bytes) noexcept {
  return XXH3_64bits(bytes.data(), bytes.size());
}

Hash128 hash128(std::string_view bytes) noexcept {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.low64, hash.high64};
}

std::string hexadecimal(std::span<const unsigned char> bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : bytes) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

namespace {

std::string digits_of(XXH128_hash_t hash) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  return hexadecimal(canonical.digest);
}

}  // namespace

std::string checksum(std::string_view bytes) {
  return digits_of(XXH3_128bits(bytes.data(), bytes.size()));
}

struct Checksum::State {
  XXH3_state_t* xxh3 = XXH3_createState();
  ~State() { XXH3_freeState(xxh3); }
};

Checksum::Checksum() : state_(std::make_unique<State>()) {
  if (state_->xxh3 == nullptr) throw std::bad_alloc();
  XXH3_128bits_reset(state_->xxh3);
}

Checksum::~Checksum() = default;

void Checksum::add(std::string_view piece) noexcept {
  XXH3_128bits_update(state_->xxh3, piece.data(), piece.size());
}

std::string Checksum::digits() const {
  return digits_of(XXH3_128bits_digest(state_->xxh3));
}

}  // namespace dateline::base
