// Fingerprints that nobody can forge: BLAKE2b with 256 bits, with a key or without.
// In: bytes that come in pieces.  Out: 64 hexadecimal digits.
// Nobody finds other bytes for digits; who does not know the key cannot tell the digits of any bytes.
// The one user of libb2 is secure_hash.cpp.
// Tested by tests/base/secure_hash_test.cpp.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace dateline::base {

class SecureHash {
 public:
  static constexpr std::size_t kDigits = 64;
  static constexpr std::size_t kMostKeyBytes = 64;

  // Requires: the key has kMostKeyBytes at most.
  explicit SecureHash(std::string_view key = {});
  ~SecureHash();
  SecureHash(const SecureHash&) = delete;
  SecureHash& operator=(const SecureHash&) = delete;
  void add(std::string_view piece) noexcept;
  std::string digits() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// In a time that does not depend on what they hold, so that no digits are found by trying.
bool same_digits(std::string_view a, std::string_view b) noexcept;

}  // namespace dateline::base
