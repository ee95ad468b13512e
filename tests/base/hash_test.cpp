#include "base/hash.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>

namespace dateline::base {
namespace {

// The known digests of nothing, seed 0.
TEST(Hash, IsXxh3) {
  EXPECT_EQ(hash64(""), 0x2d06800538d394c2U);
  EXPECT_EQ(checksum(""), "99aa06d3014798d86001c324468d497f");
}

TEST(Hash, ChecksumHas32HexadecimalDigits) {
  for (std::size_t size = 0; size < 300; ++size) {
    const std::string text = checksum(std::string(size, 'x'));
    EXPECT_EQ(text.size(), 32U);
    EXPECT_EQ(text.find_first_not_of("0123456789abcdef"), std::string::npos) << text;
  }
}

TEST(Hash, ChecksumOfPiecesIsThatOfTheWhole) {
  std::string bytes;
  for (int i = 0; i < 5000; ++i) bytes += static_cast<char>(i * 31);
  for (const std::size_t piece : {1u, 7u, 255u, 256u, 4999u, 5000u}) {
    Checksum sum;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
      sum.add(std::string_view(bytes).substr(at, piece));
    }
    EXPECT_EQ(sum.digits(), checksum(bytes)) << piece;
  }
  EXPECT_EQ(Checksum().digits(), checksum(""));
}

TEST(Hash, EveryFlippedBitChangesAll) {
  std::string bytes(257, 'a');
  std::set<std::uint64_t> hashes = {hash64(bytes)};
  std::set<std::pair<std::uint64_t, std::uint64_t>> longer;
  std::set<std::string> checksums = {checksum(bytes)};
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    const char mask = static_cast<char>(1 << (bit % 8));
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ mask);
    EXPECT_TRUE(hashes.insert(hash64(bytes)).second);
    const Hash128 hash = hash128(bytes);
    EXPECT_TRUE(longer.emplace(hash.low, hash.high).second);
    EXPECT_TRUE(checksums.insert(checksum(bytes)).second);
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ mask);
  }
}

}  // namespace
}  // namespace dateline::base
