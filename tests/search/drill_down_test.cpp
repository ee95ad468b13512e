#include "search/drill_down.hpp"

#include "search/sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::search {
namespace {

TEST(DrillDown, TakesOutTheFiltersOfOneFacet) {
  struct DrillRow {
    const char* query;
    const char* facet;
    const char* wider;
  };
  for (const DrillRow& row : {DrillRow{"peace source:afp lang:en", "source", "peace lang:en"},
                              DrillRow{"peace source:afp lang:en", "language", "peace source:afp"},
                              DrillRow{"peace AND date:2025", "month", "peace"},
                              DrillRow{"actor:nato peace", "actor", "peace"}}) {
    const auto wider = without_filter(parse_query(row.query).query, row.facet);
    ASSERT_TRUE(wider) << row.query;
    EXPECT_EQ(to_string(*wider), to_string(parse_query(row.wider).query)) << row.query;
  }
  for (const char* query : {"peace", "peace OR source:afp", "NOT source:afp", ""}) {
    EXPECT_FALSE(without_filter(parse_query(query).query, "source")) << query;
  }
  EXPECT_EQ(without_filter(parse_query("source:afp").query, "source")->kind, Query::Kind::kAll);
}

class DrillDownIndex : public SmallIndex {};

TEST_F(DrillDownIndex, AFacetShowsWhatElseItCouldBeNarrowedTo) {
  std::vector<Article> articles;
  for (const char* source : {"Wire", "Wire", "Post"}) {
    articles.push_back(make_article("a" + std::to_string(articles.size()), "Peace talks."));
    articles.back().source = source;
  }
  build({articles});
  SearchOptions options;
  options.facets = true;
  const Results results = Searcher::open(path()).search("peace source:post", options);
  EXPECT_EQ(results.count, 1U);
  for (const Facet& facet : results.facets) {
    if (facet.name == "source") {
      EXPECT_THAT(facet.counts,
                  ::testing::ElementsAre(::testing::Pair("Wire", 2), ::testing::Pair("Post", 1)));
    }
    if (facet.name == "language") {
      EXPECT_EQ(facet.counts.at(0).second, 1U);
    }
  }
}

}  // namespace
}  // namespace dateline::search
