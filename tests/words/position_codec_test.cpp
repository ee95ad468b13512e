#include "words/position_codec.hpp"

#include "analysis/terms.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <vector>

namespace dateline::words {
namespace {

std::vector<std::uint32_t> there_and_back(const std::vector<std::uint32_t>& places,
                                          std::uint64_t span, std::uint64_t& size) {
  BitWriter bits;
  bits.put(5, 3);
  put_places(bits, places, span);
  size = bits.bits() - 3;
  bits.align();
  const std::vector<std::uint8_t> slack(kSlack);
  bits.put_bytes(slack.data(), slack.size());
  std::vector<std::uint32_t> out;
  get_places(bits.data(), 3, places.size(), span, out);
  return out;
}

TEST(PositionCodec, GivesEveryPairBack) {
  for (std::uint32_t span = 2; span <= 40; ++span) {
    for (std::uint32_t a = 0; a < span; ++a) {
      for (std::uint32_t b = a + 1; b < span; ++b) {
        std::uint64_t size = 0;
        ASSERT_EQ(there_and_back({a, b}, span, size), (std::vector{a, b})) << span;
        ASSERT_EQ(size, place_bits(2, span));
      }
    }
  }
}

TEST(PositionCodec, GivesAnyNumberOfPlacesBackInTheBitsForeseen) {
  std::mt19937 random(1);
  for (int round = 0; round < 20000; ++round) {
    const std::uint32_t spans[] = {1, 3, 80, 200, 1024, 40000, 1u << 19, 4000000000u};
    const std::uint32_t span = 1 + static_cast<std::uint32_t>(random() % spans[random() % 8]);
    std::set<std::uint32_t> places;
    for (std::size_t count = 1 + random() % 30;
         places.size() < std::min<std::size_t>(count, span);) {
      places.insert(static_cast<std::uint32_t>(random() % span));
    }
    const std::vector<std::uint32_t> wanted(places.begin(), places.end());
    std::uint64_t size = 0;
    ASSERT_EQ(there_and_back(wanted, span, size), wanted) << span;
    ASSERT_EQ(size, place_bits(wanted.size(), span));
  }
}

TEST(PositionCodec, TakesPlacesApartFromPositionsByTheTitle) {
  PlaceMap map;
  std::uint32_t body = 0;
  for (const std::uint32_t position : {1u, 4u, analysis::kBodyStart, analysis::kBodyStart + 9}) {
    map.admit(position, body);
  }
  map.span = map.title + body;
  EXPECT_EQ(map.title, 5u);
  EXPECT_EQ(map.span, 15u);
  EXPECT_EQ(map.place(4), 4u);
  EXPECT_EQ(map.place(analysis::kBodyStart), 5u);
  for (const std::uint32_t position : {0u, 4u, analysis::kBodyStart + 3}) {
    EXPECT_EQ(map.position(map.place(position)), position);
  }
}

TEST(PositionCodec, ForeseesBitsOfFewPlacesInItsTable) {
  const std::uint8_t* table = place_bits_table();
  EXPECT_EQ(table[0], PlaceTable::kOdd);
  EXPECT_EQ(table[PlaceTable::kSpans], PlaceTable::kOdd);
  EXPECT_EQ(table[2 * PlaceTable::kSpans + 80], place_bits(2, 80));
  EXPECT_EQ(place_bits(1, 80), 7u);
  EXPECT_EQ(place_bits(2, 80), 12u);  // 80 * 40 pairs
}

}  // namespace
}  // namespace dateline::words
