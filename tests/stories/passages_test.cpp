#include "stories/passages.hpp"

#include "stories/words.hpp"

#include <gmock/gmock.h>

namespace dateline::stories {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<CommonPassage> common(const Words& a, const Words& b) {
  return common_passages(words_of(a.tokens()), words_of(b.tokens()));
}

const std::string kTen = "one two three four five six seven eight nine ten";

TEST(Passages, AreRunsOfTenWordsOrMoreWithTheirBytes) {
  const Words a({"before " + kTen + " after"});
  const Words b({"Well, " + kTen + "."});
  EXPECT_THAT(common(a, b), ElementsAre(CommonPassage{
                                {7, 7 + kTen.size()}, {6, 6 + kTen.size()}, Field::kBody, 10}));
}

TEST(Passages, OfNineWordsAreNotWorthListing) {
  const Words a({"one two three four five six seven eight nine"});
  EXPECT_THAT(common(a, a), IsEmpty());
}

TEST(Passages, EndWithTheirBlocks) {
  const Words whole({kTen + " " + kTen});
  const Words parted({kTen, kTen});
  EXPECT_THAT(common(whole, parted), SizeIs(2));
}

TEST(Passages, StandInACaptionWhereEitherDoes) {
  const Words caption({"C " + kTen});
  const Words body({kTen});
  const Words title({"T " + kTen});
  EXPECT_EQ(common(caption, body).at(0).field, Field::kCaption);
  EXPECT_EQ(common(body, caption).at(0).field, Field::kCaption);
  EXPECT_EQ(common(body, title).at(0).field, Field::kTitle);
}

TEST(Passages, NeverStandInJunk) {
  const Words junk({"J " + kTen});
  EXPECT_THAT(common(junk, junk), IsEmpty());
}

TEST(Passages, AreTheLongestThatCanBeHad) {
  const Words a({kTen + " eleven twelve"});
  const Words b({kTen, kTen + " eleven twelve", kTen + " eleven"});
  EXPECT_EQ(common(a, b).at(0).words, 12u);
}

}  // namespace
}  // namespace dateline::stories
