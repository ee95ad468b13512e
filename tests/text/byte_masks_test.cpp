#include "text/byte_masks.hpp"

#include "pieces.hpp"
#include "text/word_kinds.hpp"

#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <random>
#include <string>
#include <tuple>

namespace dateline::text {
namespace {

auto fields(const ByteMasks& m) {
  return std::tuple(m.space, m.lower, m.upper, m.digit, m.at_sign, m.underscore, m.dot,
                    m.apostrophe, m.comma, m.high);
}

TEST(ByteMasks, AreTheSameBothWays) {
  std::mt19937 random(1);
  for (int round = 0; round < 20000; ++round) {
    std::string block(kBlockBytes, ' ');
    for (char& c : block) c = static_cast<char>(random());
    ASSERT_EQ(fields(ascii_masks(block.data())), fields(plain_ascii_masks(block.data())));
  }
}

TEST(ByteMasks, EachByteHasItsBitWhereverItStands) {
  for (int byte = 0; byte < 256; ++byte) {
    for (std::size_t at = 0; at < kBlockBytes; ++at) {
      std::string block(kBlockBytes, '-');
      block[at] = static_cast<char>(byte);
      const ByteMasks masks = ascii_masks(block.data());
      const std::uint64_t bit = std::uint64_t{1} << at;
      ASSERT_EQ(masks.high, byte >= 0x80 ? bit : 0) << byte;
      ASSERT_EQ(masks.digit, byte >= '0' && byte <= '9' ? bit : 0) << byte;
      ASSERT_EQ(masks.lower, byte >= 'a' && byte <= 'z' ? bit : 0) << byte;
      ASSERT_EQ(masks.upper, byte >= 'A' && byte <= 'Z' ? bit : 0) << byte;
      ASSERT_EQ(masks.space, byte == ' ' || (byte >= 9 && byte <= 13) ? bit : 0) << byte;
    }
  }
}

// What the masks tell of a character is what ICU's properties say.
TEST(ByteMasks, TellOfEveryCharacterWhatItsKindIs) {
  std::size_t told = 0;
  for (char32_t c = 0x80; c < 0x20000; ++c) {
    if (U_IS_SURROGATE(c)) continue;
    std::string block;
    base::append_utf8(block, c);
    const std::size_t size = block.size();
    block.resize(kBlockBytes, '-');
    const HighMasks masks = high_masks(block.data(), ascii_masks(block.data()).high);
    const WordKind kind = WordKinds::get().at(block, 0).kind;
    const std::uint64_t all = (std::uint64_t{1} << size) - 1;
    if (masks.told == 0) continue;
    ++told;
    ASSERT_EQ(masks.told, all);
    ASSERT_EQ(masks.letter, kind == WordKind::kLetter ? all : 0) << static_cast<unsigned>(c);
    ASSERT_EQ(masks.quote, kind == WordKind::kJoins ? 1 : 0) << static_cast<unsigned>(c);
    ASSERT_NE(kind, WordKind::kAskIcu) << static_cast<unsigned>(c);
  }
  EXPECT_GT(told, 400U);
}

TEST(ByteMasks, ACharacterThatIsCutOffIsUnknown) {
  for (const std::string_view character : {"é", "ж", "’", "—"}) {
    std::string block(kBlockBytes - character.size() + 1, '-');
    block.append(character.substr(0, character.size() - 1));
    EXPECT_EQ(high_masks(block.data(), ascii_masks(block.data()).high).told, 0U) << character;
  }
}

}  // namespace
}  // namespace dateline::text
