#include "search/expansion.hpp"

#include "analysis/sample.hpp"
#include "search/sample.hpp"

#include <gmock/gmock.h>

namespace dateline::search {
namespace {

using analysis::TermTree;

class ExpansionTest : public SmallIndex {
 protected:
  TermTree expanded(std::string_view query) {
    BoundQuery bound(*snapshot_, tree(query));
    const auto best = rank(*snapshot_, bound, {}).best;
    const auto analyzer = snapshot_->analyzer();
    return expand(*snapshot_, *analyzer, tree(query), best);
  }
};

TEST_F(ExpansionTest, GivesThreeTenthsToTheTermsOfTheBestHits) {
  build({{make_article("0", "Grid grid, the power of 1998 fails.", "Grid")},
         {make_article("1", "A harbour.")}});
  // Three of five telling words are "grid".
  EXPECT_EQ(analysis::show(expanded("grid")), "sum(grid^0.7, grid^0.18, fail^0.06, power^0.06)");
}

TEST_F(ExpansionTest, AddsToWhatIsRequiredAndFindsNoMore) {
  build({{make_article("0", "Grid grid. Grid.")}});
  EXPECT_EQ(analysis::show(expanded("grid lang:en")),
            "required(all(grid^0.7, unscored(Len^0.7)), grid^0.3)");
  EXPECT_EQ(analysis::show(expanded("grid power")), "sum(sum(grid^0.7, power^0.7), grid^0.6)");
}

TEST_F(ExpansionTest, WithoutHitsTheQueryStaysButForItsScale) {
  build({{make_article("0", "Grid.")}});
  EXPECT_EQ(analysis::show(expanded("harbour")), "harbor^0.7");
}

}  // namespace
}  // namespace dateline::search
