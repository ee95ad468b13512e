#include "stories/fingerprints.hpp"

#include "stories/words.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

namespace dateline::stories {
namespace {

using ::testing::IsEmpty;
using ::testing::Le;

std::size_t in_body(const Fingerprints& prints) {
  return static_cast<std::size_t>(
      std::count_if(prints.marks.begin(), prints.marks.end(),
                    [](const Mark& mark) { return mark.part < kParts; }));
}

TEST(Fingerprints, CountEveryShingleOfThreeContentWords) {
  const Words words({"Grain ships of the port sailed on to Odesa harbour"});  // 6 content words
  const Fingerprints prints = fingerprints(words.tokens());
  EXPECT_EQ(prints.extent.shingles, 4u);
  EXPECT_EQ(in_body(prints), 4u);
}

TEST(Fingerprints, AreTheSameWhateverTheCaseAndTheMarks) {
  const Words plain({"grain ships sailed from the harbour of odesa on monday"});
  const Words loud({"Grain ships sailed -- from the harbour of ODESA, on Monday!"});
  EXPECT_EQ(fingerprints(plain.tokens()).marks, fingerprints(loud.tokens()).marks);
  EXPECT_EQ(fingerprints(plain.tokens()).body, fingerprints(loud.tokens()).body);
}

TEST(Fingerprints, TellBodiesApartByAShortWord) {
  const Words a({"grain ships sailed out of odesa harbour"});
  const Words b({"grain ships sailed in to odesa harbour"});
  EXPECT_NE(fingerprints(a.tokens()).body, fingerprints(b.tokens()).body);
  EXPECT_EQ(fingerprints(a.tokens()).marks, fingerprints(b.tokens()).marks);
}

TEST(Fingerprints, LeaveJunkOutAndKeepCaptionsAndTitleAside) {
  const Words words({"T Harbours reopen after storms", "J Subscribe today receive letters daily",
                     "C Ships waiting outside Odesa yesterday"});
  const Fingerprints prints = fingerprints(words.tokens());
  EXPECT_EQ(prints.extent.shingles, 0u);
  EXPECT_EQ(in_body(prints), 0u);
  EXPECT_EQ(prints.marks.size(), 2u + 3u);
}

TEST(Fingerprints, KeepAtMostSoManyOfALongBody) {
  for (const unsigned count : {120u, 200u, 1000u, 5000u}) {
    const Words words({made_up(1, count)});
    const Fingerprints prints = fingerprints(words.tokens());
    EXPECT_EQ(prints.extent.shingles, count - 2);
    EXPECT_THAT(in_body(prints), Le(kMostMarks));
    EXPECT_GT(in_body(prints), kMostMarks / 3);
  }
}

TEST(Fingerprints, CountWhatWouldBeKeptOfALongerBody) {
  const Words words({made_up(1, 900)});
  const Fingerprints prints = fingerprints(words.tokens());
  for (unsigned i = 0; i < kLevels; ++i) {
    const std::uint64_t limit = std::uint64_t{1} << (32 - prints.extent.level - i);
    const auto below =
        std::count_if(prints.marks.begin(), prints.marks.end(),
                      [&](const Mark& mark) { return mark.part < kParts && mark.number < limit; });
    EXPECT_EQ(prints.extent.counts[i], static_cast<std::uint32_t>(below));
  }
}

TEST(Fingerprints, KeepTheSameMarksOfWhatTwoBodiesShare) {
  const std::string shared = made_up(1, 300);
  const Words a({shared});
  const Words b({shared + made_up(2, 700)});
  const Fingerprints of_a = fingerprints(a.tokens());
  const Fingerprints of_b = fingerprints(b.tokens());
  std::set<std::uint32_t> longer;
  for (const Mark& mark : of_b.marks) longer.insert(mark.number);
  const std::uint64_t limit = std::uint64_t{1} << (32 - of_b.extent.level);
  for (const Mark& mark : of_a.marks) {
    EXPECT_TRUE(mark.number >= limit || longer.contains(mark.number));
  }
}

TEST(Fingerprints, OfNothingAreNothing) {
  EXPECT_THAT(fingerprints({}).marks, IsEmpty());
  const Words words({"He is in it."});
  EXPECT_THAT(fingerprints(words.tokens()).marks, IsEmpty());
}

}  // namespace
}  // namespace dateline::stories
