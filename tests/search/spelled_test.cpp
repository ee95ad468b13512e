#include "search/spelled.hpp"

#include "search/sample.hpp"

#include <gtest/gtest.h>

namespace dateline::search {
namespace {

class Spelled : public SmallIndex {
 protected:
  Spelled() {
    build({{make_article("a", "Barges left. The agreement was signed."),
            make_article("b", "A barge and other barges. They agree.")},
           {make_article("c", "Two agreements, and the agreement of 2024.")}});
  }
  std::string word(const std::string& stem) const {
    const auto analyzer = snapshot_->analyzer();
    Limit none;
    return spelled(*snapshot_, *analyzer, stem, none);
  }
};

TEST_F(Spelled, AStemIsShownAsItIsMostOftenWritten) {
  EXPECT_EQ(word("barg"), "barges");
  EXPECT_EQ(word("agreement"), "agreement");
}

TEST_F(Spelled, AStemThatNoArticleHoldsStaysAsItIs) {
  EXPECT_EQ(word("zebra"), "zebra");
}

}  // namespace
}  // namespace dateline::search
