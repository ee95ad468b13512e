#include "base/secure_hash.hpp"

#include <gtest/gtest.h>

namespace dateline::base {
namespace {

std::string digits_of(std::string_view key, std::string_view bytes) {
  SecureHash hash(key);
  hash.add(bytes);
  return hash.digits();
}

struct Row {
  std::string key;
  std::string bytes;
  const char* digits;
};

// By another implementation: Python's hashlib.blake2b(bytes, digest_size=32, key=key).
TEST(SecureHash, IsBlake2b) {
  const Row rows[] = {
      {"", "", "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"},
      {"", "abc", "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"},
      {"key", "abc", "0330531d097355a3f72e80d55c1245ccf79f1704431c6e3887938320442c23c0"},
      {"", std::string(129, 'x'),
       "03b0758fa71d249c846c2304a2b9996e6ae66ffa7e5528f9e612e089a360fc8d"},
      {std::string(64, 'k'), std::string(256, 'x'),
       "e9cb0cd34980643710c41367c45cd8fa10511d7f68b198dc3cc444bdee70a2b3"},
      {std::string(32, 'k'), "",
       "c7fad9dbdb92c87a932b219acd03953fccecf900f466e544b7671a268106fd72"},
  };
  for (const Row& row : rows) EXPECT_EQ(digits_of(row.key, row.bytes), row.digits) << row.key;
}

TEST(SecureHash, OfPiecesIsThatOfTheWhole) {
  std::string bytes;
  for (int i = 0; i < 1000; ++i) bytes += static_cast<char>(i * 31);
  for (const std::size_t piece : {1u, 7u, 127u, 128u, 129u, 999u}) {
    SecureHash hash("key");
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
      hash.add(std::string_view(bytes).substr(at, piece));
    }
    EXPECT_EQ(hash.digits(), digits_of("key", bytes)) << piece;
    EXPECT_EQ(hash.digits(), digits_of("key", bytes)) << "asked again";
  }
}

TEST(SecureHash, DigitsAreTheSameOnlyWhenAllAre) {
  EXPECT_TRUE(same_digits("0a1b", "0a1b"));
  EXPECT_TRUE(same_digits("", ""));
  for (const char* other : {"1a1b", "0a1c", "0b1a", "0a1", "0a1bb", ""}) {
    EXPECT_FALSE(same_digits("0a1b", other)) << other;
  }
}

}  // namespace
}  // namespace dateline::base
