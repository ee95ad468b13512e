#include "actors/attributions.hpp"

#include "actors/quote_sample.hpp"

#include <gtest/gtest.h>

namespace dateline::actors {
namespace {

// "Roe said, NATO according to"
std::string attributions(const std::string& line) {
  const ReadSample sample(line);
  std::string result;
  for (const QuoteSentence& sentence : sample.text.sentences) {
    for (const auto& found : find_attributions(sample.text, sentence, sample.names, news_words())) {
      result.append(result.empty() ? "" : ", ").append(found.speaker.id).append(" ");
      result.append(line.substr(found.verb.begin, found.verb.size()));
      if (found.addressee) {
        result.append(" to ").append(line.substr(found.addressee->begin, found.addressee->size()));
      }
    }
  }
  return result;
}

TEST(Attributions, AreFoundInTheirPatterns) {
  const std::pair<const char*, const char*> rows[] = {
      {"Roe said that it is", "Roe said"},
      {"“Yes,” said Roe.", "Roe said"},
      {"Roe, a lawyer in Paris, said it is", "Roe said"},
      {"Another lawyer, Jane Roe, said it is", "Roe said"},
      {"Roe (the lawyer) said it is", "Roe said"},
      {"Roe, who said it is", "Roe said"},
      {"Roe came and said it is", "Roe said"},
      {"Roe left, saying it is", "Roe saying"},
      {"It was described by Roe as “over”", "Roe described"},
      {"It is over, according to NATO", "NATO according to"},
      {"Roe told the Senate that it is", "Roe told to the Senate"},
      {"Roe on Monday said it is", "Roe said"},
      {"Roe has made it clear that it is", "Roe made it clear"},
      {"NATO, citing two sources, which said it is", "NATO said"},
      {"Before Ukraine District Judge Roe, lawyers left, saying it is", "lawyers saying"},
      {"Poe cited Roe as saying it is", "Roe saying"},
      {"According to “people in town”, it is", "people-in-town According to"},
      {"“It is,” Roe grinned.", "Roe grinned"},
      {"The threat, said Roe, is clear", "Roe said"},
      {"Poe left, as Roe has warned, saying it is", "Roe warned, Poe saying"},
  };
  for (const auto& [line, found] : rows) EXPECT_EQ(attributions(line), found) << line;
}

TEST(Attributions, AreNotFoundWhereNobodySpeaks) {
  for (const char* line : {"Roe was told that it is", "Roe did not say that it is",
                           "Roe wants to say that it is", "her claim that it is", "said"}) {
    EXPECT_EQ(attributions(line), "") << line;
  }
}

}  // namespace
}  // namespace dateline::actors
