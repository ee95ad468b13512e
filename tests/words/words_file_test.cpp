// Damage that the checksums do not see.
#include "words/damaged.hpp"
#include "words/random_words.hpp"

#include <gtest/gtest.h>

namespace dateline::words {
namespace {

// A byte, a number of 8 bytes, or a stretch copied from elsewhere.
void damage(std::string& bytes, std::size_t end, std::mt19937& random) {
  const std::size_t at = 64 + random() % (end - 64);
  switch (random() % 4) {
    case 0:
      bytes[at] = static_cast<char>(bytes[at] ^ 1 << random() % 8);
      break;
    case 1:
      bytes[at] = static_cast<char>(random() % 2 == 0 ? 0xff : 0);
      break;
    case 2:
      for (std::size_t i = at; i < std::min(end, at + 8); ++i)
        bytes[i] = static_cast<char>(random());
      break;
    default:
      for (std::size_t i = at; i < std::min(end, at + 40); ++i)
        bytes[i] = bytes[64 + i % (end - 64)];
  }
}

TEST(WordsFile, NonsenseBehindRightChecksumsIsCorruptOrAnAnswerNeverACrash) {
  constexpr std::size_t kFooterAndChecksum = 208 + 8;
  std::mt19937 random(3);
  int answered = 0;
  int corrupt = 0;
  for (const RandomOptions& options :
       {RandomOptions{300, 60, 25}, RandomOptions{2500, 12, 8}, RandomOptions{4, 9, 4}}) {
    const RandomWords words = random_words(11, options);
    ASSERT_LT(words.bytes.size(), 65536u);  // one checksum
    ASSERT_TRUE(read_and_ask(words.bytes));
    for (int round = 0; round < 150; ++round) {
      std::string bytes = words.bytes;
      for (auto more = 1 + random() % 3; more > 0; --more) {
        damage(bytes, bytes.size() - kFooterAndChecksum, random);
      }
      seal(bytes);
      ++(read_and_ask(bytes) ? answered : corrupt);
    }
  }
  EXPECT_GT(answered, 20);
  EXPECT_GT(corrupt, 20);
}

}  // namespace
}  // namespace dateline::words
