#include "article/roles.hpp"

#include "pages.hpp"

namespace dateline::article {
namespace {

constexpr std::string_view kTitle = "Harbour town repairs its pier";

TEST(Roles, PutAuthorAndDatelineAboveTheStory) {
  EXPECT_EQ(roles_of(parted({kTitle, "By Jane Gull", "KYIV, Feb 24, 2025 (Corvina)", kBody})),
            "title byline dateline body");
  EXPECT_EQ(roles_of(parted({kTitle, "Published: 12 March 2025", kBody})), "title dateline body");
}

TEST(Roles, PutTheHelpersBelowTheStory) {
  EXPECT_EQ(roles_of(parted({kTitle, kBody, "Max Reed contributed to this report."})),
            "title body byline");
}

TEST(Roles, TakeALineThatIsOnlyADateForADateline) {
  EXPECT_EQ(roles_of(parted({kTitle, "24 February 2025", kBody})), "title dateline body");
}

TEST(Roles, LeaveTheDatesOfAChronologyInTheStory) {
  const Page page = page_of(parted({kTitle, "24 February 2022", kBody, "2 April 2022", kBody}));
  EXPECT_EQ(roles_in(page).find("dateline"), std::string::npos);
  EXPECT_EQ(page.date, std::nullopt);
}

TEST(Roles, GiveTheSourceOfAChartToTheChart) {
  std::string paragraph(kBody);
  paragraph.append(" ").append(kBody).append(" ").append(kBody);
  const Page page = page_of(parted({kTitle, paragraph, "Source: Corvina", paragraph}));
  EXPECT_EQ(roles_in(page), "title body caption body");
  EXPECT_EQ(page.source, std::nullopt);
}

TEST(Roles, AllHaveTheirReason) {
  const Page page = page_of(parted({"World", kTitle, kBody, "A heading", kBody, "Advertisement"}));
  for (const Block& block : page.blocks) EXPECT_FALSE(block.reason.empty());
}

TEST(Roles, FindWhereTheStoryBeginsAndEnds) {
  std::vector<Line> lines;
  for (const std::string_view text : {kTitle, kBody, kTitle}) lines.push_back(line_of(text));
  EXPECT_EQ(first_paragraph(lines), 1u);
  EXPECT_EQ(behind_last_paragraph(lines), 2u);
  lines.erase(lines.begin() + 1);
  EXPECT_EQ(first_paragraph(lines), 2u);
  EXPECT_EQ(behind_last_paragraph(lines), 0u);
}

}  // namespace
}  // namespace dateline::article
