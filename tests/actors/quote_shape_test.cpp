#include "actors/quote_shape.hpp"

#include "actors/quote_sample.hpp"

#include <gtest/gtest.h>

namespace dateline::actors {
namespace {

std::string shape(std::string words) {
  ReadSample sample(words);
  const QuoteShape found = shape_of(sample.passages.get().front(), {0, words.size()}, news_words());
  return found.is_clause ? "clause" : found.is_title ? "title" : "phrase";
}

TEST(QuoteShape, TellsClausesFromPhrases) {
  EXPECT_EQ(shape("We will go there soon,"), "clause");
  EXPECT_EQ(shape("Nothing of that happened yesterday."), "clause");
  EXPECT_EQ(shape("We will go"), "phrase");
  EXPECT_EQ(shape("part of a larger plan for peace"), "phrase");
  EXPECT_EQ(shape("circumstances that do not help the march"), "phrase");
  EXPECT_EQ(shape("Harbour Post"), "title");
}

TEST(QuoteShape, FindsTheClauseThatIsReported) {
  const std::string line = "Roe said that it is over, but added that Poe left early.";
  const ReadSample sample(line);
  const auto all =
      find_attributions(sample.text, sample.text.sentences.front(), sample.names, news_words());
  ASSERT_EQ(all.size(), 2U);
  const auto first = reported_clause(sample.text, sample.text.sentences.front(), all[0], all);
  const auto second = reported_clause(sample.text, sample.text.sentences.front(), all[1], all);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(line.substr(first->begin, first->size()), "it is over");
  EXPECT_EQ(line.substr(second->begin, second->size()), "Poe left early");
}

}  // namespace
}  // namespace dateline::actors
