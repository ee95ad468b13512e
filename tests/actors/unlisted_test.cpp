#include "actors/unlisted.hpp"

#include "actors/sample.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace dateline::actors {
namespace {

TEST(Unlisted, AnIdIsTheNameWithoutCaseAccentsAndMarks) {
  EXPECT_EQ(unlisted_id("Dana Sabraw"), "~dana-sabraw");
  EXPECT_EQ(unlisted_id("Miguel Díaz-Canel"), "~miguel-diaz-canel");
  EXPECT_EQ(unlisted_id("J. D. O'Neill Jr."), "~j-d-oneill-jr");
  EXPECT_EQ(unlisted_id("Иван Петров"), "~иван-петров");
  EXPECT_TRUE(is_unlisted_id("~dana-sabraw"));
  EXPECT_FALSE(is_unlisted_id("dana-sabraw"));
}

TEST(Unlisted, ACastHoldsTheListedAndTheArticlesOwn) {
  const Catalog catalog = load_catalog(kSampleActors);
  const std::vector<Unlisted> own{{"~dana-sabraw", "Dana Sabraw", "person", 0.9}};
  const Cast cast(catalog, own);
  EXPECT_EQ(cast.id(*catalog.find("kyiv")), "kyiv");
  EXPECT_EQ(cast.id(kFirstUnlisted), "~dana-sabraw");
  EXPECT_EQ(cast.actor(kFirstUnlisted).kind, "person");
  EXPECT_EQ(cast.actor(*catalog.find("kyiv")).of, "ukraine");
  EXPECT_EQ(cast.unlisted(*catalog.find("kyiv")), nullptr);
  EXPECT_EQ(cast.unlisted(kFirstUnlisted)->confidence, 0.9);
}

}  // namespace
}  // namespace dateline::actors
