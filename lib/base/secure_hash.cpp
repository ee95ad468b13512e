// Fingerprints by libb2.  In: bytes, a key.  Out: their digits.
// Source: BLAKE2b as RFC 7693 has it, with 32 bytes of digest.
// Tested by tests/base/secure_hash_test.cpp.
#include "base/secure_hash.hpp"

#include "base/hash.hpp"

#include <blake2.h>

#include <array>

namespace dateline::base {
namespace {

constexpr std::size_t kDigestBytes = SecureHash::kDigits / 2;

const unsigned char* bytes_of(std::string_view text) noexcept {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

struct SecureHash::State {
  blake2b_state blake2;
};

SecureHash::SecureHash(std::string_view key) : state_(std::make_unique<State>()) {
  if (key.empty()) {
    blake2b_init(&state_->blake2, kDigestBytes);
  } else {
    blake2b_init_key(&state_->blake2, kDigestBytes, key.data(), key.size());
  }
}

SecureHash::~SecureHash() = default;

void SecureHash::add(std::string_view piece) noexcept {
  blake2b_update(&state_->blake2, bytes_of(piece), piece.size());
}

std::string SecureHash::digits() const {
  blake2b_state last = state_->blake2;
  std::array<unsigned char, kDigestBytes> digest;
  blake2b_final(&last, digest.data(), digest.size());
  return hexadecimal(digest);
}

bool same_digits(std::string_view a, std::string_view b) noexcept {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
  }
  return difference == 0;
}

}  // namespace dateline::base
