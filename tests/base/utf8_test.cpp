#include "base/utf8.hpp"

#include <dateline/range.hpp>

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::base {
namespace {

struct Repair {
  std::string_view bytes;
  std::string_view repaired;
  std::size_t replaced;
};

TEST(Utf8, ReplacesEachMaximalIllFormedPart) {
  const std::vector<Repair> rows = {
      {"", "", 0},
      {"plain", "plain", 0},
      {"é€😀", "é€😀", 0},
      {"a\x80z", "a\uFFFDz", 1},
      {"\xC0\xAF", "\uFFFD\uFFFD", 2},                      // overlong
      {"\xE0\x80\xAF", "\uFFFD\uFFFD\uFFFD", 3},            // overlong
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3},            // a surrogate
      {"\xF4\x91\x92\x93", "\uFFFD\uFFFD\uFFFD\uFFFD", 4},  // beyond U+10FFFF
      {"\xFF", "\uFFFD", 1},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF"
       "A",
       "\uFFFD\uFFFD\uFFFD\uFFFDA", 4},
      {"end \xF0\x9F\x98", "end \uFFFD", 1},  // cut
  };
  for (const Repair& row : rows) {
    std::size_t replaced = 99;
    EXPECT_EQ(repair_utf8(row.bytes, replaced), row.repaired);
    EXPECT_EQ(replaced, row.replaced) << row.repaired;
    EXPECT_EQ(is_utf8(row.bytes), row.replaced == 0) << row.repaired;
  }
}

TEST(Utf8, FindsAFaultAtEveryPlaceOfALongText) {
  for (std::size_t at = 0; at < 70; ++at) {
    std::string text(70, 'x');
    EXPECT_TRUE(is_utf8(text));
    text[at] = '\x80';
    EXPECT_FALSE(is_utf8(text)) << at;
  }
}

TEST(Utf8, TakesExactlyTheCodePointsThatExist) {
  for (char32_t c = 0; c < 0x120000; c += c < 0x3000 ? 1 : 7) {
    std::string text;
    append_utf8(text, c);
    const bool exists = c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
    ASSERT_EQ(is_utf8(text), exists) << static_cast<std::uint32_t>(c);
    std::size_t at = 0;
    if (!exists) continue;
    ASSERT_EQ(next_code_point(text, at), c);
    ASSERT_EQ(at, text.size());
  }
}

TEST(Utf8, RepairedBytesAreWellFormedWhateverTheyWere) {
  std::mt19937 random(1);
  constexpr std::string_view kBytes = "a\x80\xBF\xC2\xE0\xA0\xED\x9F\xEF\xF0\x90\xF4\x8F\xFF\xC1";
  for (int round = 0; round < 20000; ++round) {
    std::string bytes;
    for (std::size_t size = random() % 24; bytes.size() < size;) {
      bytes += kBytes[random() % kBytes.size()];
    }
    std::size_t replaced = 0;
    const std::string repaired = repair_utf8(bytes, replaced);
    ASSERT_TRUE(is_utf8(repaired));
    ASSERT_EQ(replaced == 0, repaired == bytes);
  }
}

TEST(Utf8, FloorsToTheBeginningOfACodePoint) {
  const std::string_view text = "aé€😀";  // begin at 0, 1, 3, 6; 10 bytes
  const std::vector<std::size_t> floors = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10};
  for (std::size_t at = 0; at < floors.size(); ++at) {
    EXPECT_EQ(floor_boundary(text, at), floors[at]) << at;
  }
  EXPECT_EQ(floor_boundary("", 5), 0U);
}

TEST(Utf8, LowersAsciiLettersOnly) {
  EXPECT_EQ(ascii_lower("AZ[az]É-9"), "az[az]É-9");
}

TEST(Range, ContainsAndOverlapsAreHalfOpen) {
  constexpr Range kOuter{2, 6};
  EXPECT_EQ(kOuter.size(), 4U);
  EXPECT_TRUE(kOuter.contains({2, 6}));
  EXPECT_FALSE(kOuter.contains({5, 7}));
  EXPECT_TRUE(kOuter.overlaps({5, 7}));
  EXPECT_FALSE(kOuter.overlaps({6, 7}));
  EXPECT_TRUE((Range{3, 3}).empty());
}

}  // namespace
}  // namespace dateline::base
