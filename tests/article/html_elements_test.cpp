#include "article/html_elements.hpp"

#include <gtest/gtest.h>

namespace dateline::article {
namespace {

TEST(HtmlElements, KnowWhatPartsTextAndWhatIsNotRead) {
  EXPECT_EQ(element_kind("p"), ElementKind::kBlock);
  EXPECT_EQ(element_kind("h1"), ElementKind::kHeading);
  EXPECT_EQ(element_kind("em"), ElementKind::kInline);
  EXPECT_EQ(element_kind("br"), ElementKind::kBreak);
  EXPECT_EQ(element_kind("script"), ElementKind::kHidden);
  EXPECT_EQ(element_kind("never-heard-of"), ElementKind::kInline);
}

TEST(HtmlElements, SayFurnitureByNameAndLabel) {
  EXPECT_EQ(hint_of_name("nav"), Hint::kFurniture);
  EXPECT_EQ(hint_of_name("figcaption"), Hint::kCaption);
  EXPECT_EQ(hint_of_name("p"), Hint::kNone);
  const struct {
    const char* label;
    Hint hint;
  } rows[] = {{"article__share-tools", Hint::kFurniture},
              {"relatedStories", Hint::kFurniture},
              {"wp-caption-text", Hint::kCaption},
              {"byline author", Hint::kByline},
              {"caption share", Hint::kFurniture},
              {"shareholder", Hint::kNone},
              {"reading", Hint::kNone},
              {"", Hint::kNone}};
  for (const auto& row : rows) EXPECT_EQ(hint_of_label(row.label), row.hint) << row.label;
}

}  // namespace
}  // namespace dateline::article
