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

// "[it is over] [Poe left early]" of all who speak in the sentence.
std::string reported(const std::string& line) {
  const ReadSample sample(line);
  const QuoteSentence sentence = sample.text.sentences.front();
  const auto all = find_attributions(sample.text, sentence, sample.names, news_words());
  std::string result;
  for (const Attribution& one : all) {
    for (const Range range : reported_clause(sample.text, sentence, one, all, news_words()))
      result.append("[").append(line.substr(range.begin, range.size())).append("]");
  }
  return result;
}

TEST(QuoteShape, FindsTheClauseThatIsReported) {
  const std::pair<const char*, const char*> rows[] = {
      {"Roe said that it is over, but added that Poe left early.", "[it is over][Poe left early]"},
      {"Roe said this past week that it is over.", "[it is over]"},
      {"The harbour, Roe said, will open.", "[The harbour][will open]"},
      {"Once it rains, Roe said, the harbour will close.",
       "[Once it rains][the harbour will close]"},
      {"The harbour closed, Roe said, citing the rain.", "[The harbour closed]"},
      {"The town has a wall that Roe said covered it all.", "[covered it all]"},
      {"Roe said they are glad because NATO said it is over.",
       "[they are glad because NATO said it is over][it is over]"},
      {"As Roe points out, the harbour is old.", "[the harbour is old]"},
      {"Roe denied that it is over.", ""},
      {"Roe believes that it is over.", ""},
      {"Roe claimed victory that is known.", ""},
  };
  for (const auto& [line, clauses] : rows) EXPECT_EQ(reported(line), clauses) << line;
}

}  // namespace
}  // namespace dateline::actors
