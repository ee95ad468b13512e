// Fingerprints of bytes (XXH3).  The one user of xxHash is hash.cpp.
// Tested by tests/base/hash_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::base {

std::uint64_t hash64(std::string_view bytes) noexcept;

// 128 bits as 32 hexadecimal digits: the checksum of files.
std::string checksum(std::string_view bytes);

}  // namespace dateline::base
