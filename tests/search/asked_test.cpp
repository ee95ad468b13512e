#include "search/asked.hpp"

#include "reference/random_news.hpp"
#include "search/sample.hpp"
#include "source_dir.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

namespace dateline::search {
namespace {

constexpr RankingOptions kWays[] = {{}, {.expand = true}, {false, false}, {true, false}};

// How many hits were explained.
int expect_sums(const Searcher& searcher, const Query& query, const std::string& what) {
  int explained = 0;
  for (const RankingOptions& way : kWays) {
    for (const auto& [id, score] : searcher.rank(query, 5, way)) {
      double sum = 0;
      for (const ScorePart& part : searcher.explain(query, id, way)) {
        EXPECT_FALSE(part.text.empty()) << what;
        sum += part.score;
      }
      EXPECT_NEAR(sum, score, 1e-9) << what << " of " << id << " expand " << way.expand;
      ++explained;
    }
  }
  return explained;
}

class Explained : public SmallIndex {};

TEST_F(Explained, PartsOfEveryHitOfRandomQueriesSumToItsScore) {
  reference::RandomNews news(41);
  std::vector<std::vector<Article>> segments(3);
  for (int i = 0; i < 240; ++i) {
    segments[static_cast<std::size_t>(i % 3)].push_back(news.article("a" + std::to_string(i)));
  }
  build(segments);
  Index index = Index::open(path());
  for (int i = 0; i < 240; i += 9) index.remove("a" + std::to_string(i));
  index.commit();
  const Searcher searcher = Searcher::open(path());
  int explained = 0;
  for (int i = 0; i < 40; ++i) {
    const Query query = news.query(i % 4);
    explained += expect_sums(searcher, query, to_string(query));
  }
  EXPECT_GT(explained, 300);
}

// The operators, with words of the samples.
constexpr const char* kOperators[] = {"ceasefire talks",
                                      "\"peace talks\" ukraine",
                                      "peace NEAR/5 deal",
                                      "peace ONEAR/9 (deal OR talks) grain",
                                      "actor:ukraine NEAR/10 ceasefire",
                                      "actor:zelensky^3 drones^0.2",
                                      "actor:nato>=2 defence",
                                      "person:trump org:nato place:kyiv",
                                      "title:nato body:troops caption:kremlin",
                                      "title:(nato OR ukraine)^2.5 caption:(photo OR president)",
                                      "negotiat* defen?e zelenski~ *fire",
                                      "(grain* OR barge~)^4 -oil",
                                      "about:(peace talks)",
                                      "about:grain ukraine^2",
                                      "said:zelensky by:trump missiles",
                                      "topic:ceasefire source:\"Meridian Wire\" lang:en summit",
                                      "date:2025 since:2024 until:2026 summit",
                                      "mentions:2008 nato",
                                      "NATO or US who WHO",
                                      "+ukraine +(summit OR talks) -georgia NOT oil",
                                      "(a OR b) AND NOT c",
                                      "NOT ukraine",
                                      "U.S. US-led F-16 it's",
                                      "кредит Україна Brüssel"};

TEST(ExplainedSamples, PartsOfEveryHitSumToItsScore) {
  const std::string folder = source_dir() + "/indexes/news";
  const TempFolder work;
  Index index = Index::create(work / "index", Recipe::load(folder));
  index.add(
      [&](const auto& sink, const auto& warn) { read_articles(folder + "/articles", sink, warn); });
  const Searcher searcher = Searcher::open(work / "index");
  int explained = 0;
  for (const char* text : kOperators) {
    const int here = expect_sums(searcher, parse_query(text).query, text);
    explained += here;
  }
  std::ifstream lines(folder + "/queries.tsv");
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t begin = line.find('\t') + 1;
    if (!line.starts_with("search\t") || ++number % 4 != 0) continue;
    const std::string text = line.substr(begin, line.find('\t', begin) - begin);
    explained += expect_sums(searcher, parse_query(text).query, text);
  }
  EXPECT_GT(explained, 300);
}

}  // namespace
}  // namespace dateline::search
