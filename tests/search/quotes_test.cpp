#include "search/quotes.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace dateline::search {
namespace {

// A record of one paragraph with two quotes.
index::Record sample_record() {
  index::Record record;
  record.article.id = "a";
  record.article.text = "“The talks ended,” Roe said. Ships are back, Poe said.";
  record.page.language.value = "en";
  record.page.blocks = {{Role::kBody, {0, record.article.text.size()}, "text"}};
  const auto at = [&](std::string_view words) {
    const std::size_t begin = record.article.text.find(words);
    return Range{begin, begin + words.size()};
  };
  record.quotes = {{QuoteKind::kDirect,
                    "roe",
                    at("Roe"),
                    at("said"),
                    {at("The talks ended,")},
                    std::nullopt,
                    Field::kBody,
                    0.9},
                   {QuoteKind::kReported,
                    "poe",
                    at("Poe"),
                    at("said"),
                    {at("Ships are back")},
                    std::nullopt,
                    Field::kBody,
                    0.8}};
  return record;
}

std::vector<std::string> texts(std::vector<std::string> speakers, std::string_view about) {
  const analysis::Rules rules;
  analysis::Analyzer analyzer(rules);
  std::vector<std::string> result;
  Limit none;
  for (const QuoteHit& hit :
       QuoteFilter(analyzer, std::move(speakers), about).fitting(sample_record(), none)) {
    result.push_back(hit.name + ": " + hit.text);
  }
  return result;
}

TEST(SearchedQuotes, AreThoseOfTheSpeakerAboutTheWords) {
  using Texts = std::vector<std::string>;
  EXPECT_EQ(texts({}, ""), (Texts{"Roe: The talks ended,", "Poe: Ships are back"}));
  EXPECT_EQ(texts({"poe", "x"}, ""), (Texts{"Poe: Ships are back"}));
  EXPECT_EQ(texts({"roe"}, "talk"), (Texts{"Roe: The talks ended,"}));
  EXPECT_EQ(texts({}, "harbour talks"), Texts());
  EXPECT_EQ(texts({"nobody"}, ""), Texts());
}

}  // namespace
}  // namespace dateline::search
