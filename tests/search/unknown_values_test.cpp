#include "search/unknown_values.hpp"

#include "search/sample.hpp"

#include <gmock/gmock.h>

namespace dateline::search {
namespace {

class UnknownValues : public SmallIndex {
 protected:
  void SetUp() override {
    std::vector<Article> articles;
    for (const char* source : {"AFP", "AFP", "Harbour Post", "The Meridian"}) {
      articles.push_back(make_article(std::to_string(articles.size()), "Ships left."));
      articles.back().source = source;
      articles.back().language = "en";
    }
    build({articles});
  }

  std::vector<std::string> notes(std::string_view query) const {
    std::vector<QueryWarning> warnings;
    note_unknown_values(*snapshot_, parse_query(query).query, warnings);
    std::vector<std::string> texts;
    for (const QueryWarning& warning : warnings) texts.push_back(warning.text);
    return texts;
  }
};

TEST_F(UnknownValues, AreNamedWithThoseThatAreNear) {
  EXPECT_THAT(notes("ships source:harbor-post"),
              testing::ElementsAre("no article has the source \"harbor-post\"; near it are "
                                   "harbour post"));
  EXPECT_THAT(notes("source:meridia"), testing::ElementsAre(testing::HasSubstr("meridian")));
}

TEST_F(UnknownValues, ElseWithTheMostFrequentOnes) {
  EXPECT_THAT(notes("source:zzzzzzzzzzzz"),
              testing::ElementsAre(testing::EndsWith("; there are afp, harbour post, meridian")));
  EXPECT_THAT(notes("-lang:german"), testing::ElementsAre(testing::EndsWith("; there are en")));
}

TEST_F(UnknownValues, KnownOnesAreNoNote) {
  EXPECT_THAT(notes("source:afp lang:EN source:\"harbour post\" source:meridian"),
              testing::IsEmpty());
}

}  // namespace
}  // namespace dateline::search
