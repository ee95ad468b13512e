#include "search/facets.hpp"

#include "search/sample.hpp"

#include <gmock/gmock.h>

#include <array>

namespace dateline::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

class FacetsTest : public SmallIndex {
 protected:
  std::vector<Facet> facets(std::string_view query, std::size_t most) {
    BoundQuery bound(*snapshot_, tree(query));
    FacetCounter counter(*snapshot_);
    bound.for_each([&](std::size_t segment, Matcher& matcher) {
      counter.add(segment, std::array{matcher.doc()});
    });
    return counter.take(most);
  }
};

Article piece(std::string id, std::string text, std::optional<std::string> date,
              std::optional<std::string> source, std::string language = "en") {
  Article result = make_article(std::move(id), std::move(text));
  result.date = std::move(date);
  result.source = std::move(source);
  result.language = std::move(language);
  return result;
}

TEST_F(FacetsTest, CountEachValueOnceAnArticleOverAllSegments) {
  build({{piece("a", "Ceasefire in Ukraine, Ukraine, Ukraine.", "2025-02-24", "Wire"),
          piece("b", "Ceasefire. The WHO and Ukraine.", "2025-02", "Wire")},
         {piece("c", "Ceasefire.", "2025", "Post", "de"),
          piece("d", "Elsewhere.", "2024-01-01", "Post")}});
  const auto found = facets("ceasefire", 10);
  ASSERT_EQ(found.size(), 5u);
  EXPECT_EQ(found[0].name, "actor");
  EXPECT_THAT(found[0].counts, ElementsAre(Pair("ukraine", 2), Pair("who", 1)));
  EXPECT_EQ(found[1].name, "topic");
  EXPECT_THAT(found[1].counts, ElementsAre(Pair("ceasefire", 2)));
  EXPECT_EQ(found[2].name, "source");
  EXPECT_THAT(found[2].counts, ElementsAre(Pair("Wire", 2)));
  EXPECT_EQ(found[3].name, "language");
  EXPECT_EQ(found[4].name, "month");
  EXPECT_THAT(found[4].counts, ElementsAre(Pair("2025-02", 2)));
}

TEST_F(FacetsTest, EqualCountsStandByNameAndTheRestIsLeftOut) {
  build({{piece("a", "X.", {}, "c"), piece("b", "X.", {}, "a"), piece("c", "X.", {}, "b"),
          piece("d", "X.", {}, "b")}});
  EXPECT_THAT(facets("x", 10)[2].counts, ElementsAre(Pair("b", 2), Pair("a", 1), Pair("c", 1)));
  EXPECT_THAT(facets("x", 2)[2].counts, ElementsAre(Pair("b", 2), Pair("a", 1)));
  EXPECT_THAT(facets("x", 0)[2].counts, IsEmpty());
}

TEST_F(FacetsTest, OfNothingAreThereAndEmpty) {
  build({{piece("a", "X.", {}, {})}});
  for (const Facet& facet : facets("nowhere", 10)) EXPECT_THAT(facet.counts, IsEmpty());
  EXPECT_THAT(facets("x", 10)[4].counts, IsEmpty());
}

}  // namespace
}  // namespace dateline::search
