#include "actors/quote_text.hpp"

#include "actors/quote_sample.hpp"

#include <gtest/gtest.h>

namespace dateline::actors {
namespace {

// The pieces of each sentence.
std::string sentences(const std::string& line) {
  const ReadSample sample(line);
  std::string result;
  for (const QuoteSentence& sentence : sample.text.sentences) {
    result.append(result.empty() ? "" : " | ");
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
      result.append(i == sentence.begin ? "" : " ").append(sample.text.view(sample.text.pieces[i]));
    }
  }
  return result;
}

TEST(QuoteText, IsCutIntoSentences) {
  EXPECT_EQ(sentences("Roe came. Poe left."), "Roe came . | Poe left .");
  EXPECT_EQ(sentences("Sen. Roe of the U.S. Senate came."), "Sen . Roe of the U.S . Senate came .");
  EXPECT_EQ(sentences("“It is over.” Roe left."), "“It is over.” | Roe left .");
  EXPECT_EQ(sentences("“Is it over?” Roe said."), "“Is it over?” Roe said .");
  EXPECT_EQ(sentences("on Jan. 1. The harbour"), "on Jan . 1 . | The harbour");
}

TEST(QuoteText, IsCutWhereASentenceDoesNotEnd) {
  std::string line = "Roe";
  for (int i = 0; i < 1000; ++i) line += " came and";
  const ReadSample sample(line);
  EXPECT_EQ(sample.text.sentences.size(), 6U);
  EXPECT_EQ(sample.text.sentences.back().end, sample.text.pieces.size());
}

TEST(QuoteText, KnowsNamesAndPossessives) {
  const ReadSample sample("Jane Roe’s plan");
  ASSERT_EQ(sample.text.pieces.size(), 3U);
  EXPECT_EQ(sample.text.pieces[0].name, sample.text.pieces[1].name);
  EXPECT_FALSE(sample.text.pieces[0].possessive);
  EXPECT_TRUE(sample.text.pieces[1].possessive);
  EXPECT_FALSE(sample.text.pieces[2].is_named());
}

}  // namespace
}  // namespace dateline::actors
