#include "actors/quote_memory.hpp"

#include "actors/quote_sample.hpp"

#include <gtest/gtest.h>

namespace dateline::actors {
namespace {

// Whom the last word of the text means.
std::string meant(const std::string& line) {
  const ReadSample sample(line);
  QuoteMemory memory(news_words());
  const auto& sentences = sample.text.sentences;
  for (std::size_t i = 0; i + 1 < sentences.size(); ++i) {
    memory.note(sample.text, sentences[i], sample.names);
  }
  const QuoteSentence last = sentences.back();
  auto speaker = SpeakerReader(sample.text, sample.names, news_words())
                     .within(last.begin + 1, last.end);  // behind "Then"
  if (!speaker) return "nobody";
  return memory.resolve(sample.text, sentences.back(), sample.names, *speaker) ? speaker->id
                                                                               : "unknown";
}

TEST(QuoteMemory, APronounMeansWhomItMayMean) {
  EXPECT_EQ(meant("Mr Poe left. Ms Roe met Poe. Then he"), "Poe");
  EXPECT_EQ(meant("Mr Poe left. Poe met Ms Roe. Then she"), "Roe");
  EXPECT_EQ(meant("Mr Poe left. Then she"), "unknown");
  EXPECT_EQ(meant("Poe left. He met Roe. Then he"), "Poe");
}

TEST(QuoteMemory, TheyAreThoseWhoWereSeveral) {
  EXPECT_EQ(meant("Poe and Roe left. Then they"), "Poe");
  EXPECT_EQ(meant("Many officials left. Poe came. Then they"), "many-officials");
  EXPECT_EQ(meant("NATO met Poe. Then they"), "unknown");
}

TEST(QuoteMemory, KnowsWhomShortFormsMean) {
  EXPECT_EQ(meant("Poe left. Roe met Poe. Then she"), "Roe");
  EXPECT_EQ(meant("NATO met Roe. Then it"), "NATO");
  EXPECT_EQ(meant("Chancellor Roe left. Poe came. Then the chancellor"), "Roe");
  EXPECT_EQ(meant("NATO left. Then the alliance"), "NATO");
  EXPECT_EQ(meant("Nobody came. Then the North"), "unknown");
  EXPECT_EQ(meant("Poe left. Then the Texas senator"), "Poe");
  EXPECT_EQ(meant("Nobody came. Then she"), "unknown");
  EXPECT_EQ(meant("Nobody came. Then the chancellor"), "chancellor");
}

}  // namespace
}  // namespace dateline::actors
