// Fingerprints of bytes (XXH3).  The one user of xxHash is hash.cpp.
// Tested by tests/base/hash_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace dateline::base {

std::uint64_t hash64(std::string_view bytes) noexcept;

// For sets of very many keys, where 64 bits could meet by chance.
struct Hash128 {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  friend bool operator==(const Hash128&, const Hash128&) = default;
};
Hash128 hash128(std::string_view bytes) noexcept;

// Two digits a byte.
std::string hexadecimal(std::span<const unsigned char> bytes);

// 128 bits as 32 hexadecimal digits: the checksum of files.
std::string checksum(std::string_view bytes);

// The same of bytes that come in pieces.
class Checksum {
 public:
  Checksum();
  ~Checksum();
  Checksum(const Checksum&) = delete;
  Checksum& operator=(const Checksum&) = delete;
  void add(std::string_view piece) noexcept;
  std::string digits() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dateline::base
