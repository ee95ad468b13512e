#include "article/roles.hpp"
#include "pages.hpp"

#include <string>

namespace dateline::article {
namespace {

TEST(Flattened, SlideshowsAreCaptions) {
  EXPECT_EQ(roles_of(parted(
                {kBody,
                 "The old pier and its friends Workers carry planks. Next 1 of 12 A gull looks "
                 "on. Next 2 of 12 Children count the planks. Next 3 of 12",
                 kBody})),
            "body caption body");
  EXPECT_EQ(roles_of(parted({kBody,
                             "Die alte Mole Arbeiter tragen Bretter. 4 von 9 Eine Möwe "
                             "schaut zu. 5 von 9 Kinder zählen die Bretter. 6 von 9 Zurück.",
                             kBody})),
            "body caption body");
}

TEST(Flattened, CountsOfAStoryAreNotASlideshow) {
  for (const std::string_view line :
       {"The council voted: 1 of 12 members was against, 2 of 12 were absent, and that was all.",
        "The pier lost 1 of 12 planks in May, 2 of 11 in June and then 3 of 9 in July of that "
        "year.",
        "In the town 5 of 12 piers closed, then 7 of 12, and at the end of winter 12 of 12 of "
        "them."}) {
    EXPECT_EQ(roles_of(parted({kBody, line, kBody})), "body body body") << line;
  }
}

TEST(Flattened, ALineOfMostlyGluedLinksIsJunk) {
  EXPECT_EQ(
      roles_of(parted({kBody,
                       "The mayor, Ada Lund Ada LundHarbour votes on new planks Storm takes the "
                       "old pier Council asks for money Fishermen protest against the fee MORE "
                       "(Harbour List), said no.",
                       kBody})),
      "body junk body");
}

TEST(Flattened, AParagraphWithAFewGluedLinksStaysBody) {
  EXPECT_EQ(
      roles_of(parted({kBody,
                       "The mayor, Ada Lund Ada LundStorm takes pier MORE (Harbour List), said "
                       "that nobody knew how long the repair would take, but that she hoped for "
                       "spring and for better weather.",
                       kBody})),
      "body body body");
  EXPECT_EQ(
      roles_of(parted({kBody,
                       "The mayor, Ada Lund Ada Berit LundMORE, said that nobody knew how long "
                       "the repair would take, and that MORE money was not there.",
                       kBody})),
      "body body body");
  EXPECT_EQ(
      roles_of(parted({kBody,
                       "The firm of Mac MacDonald and of iPhone fame asks for MORE than the town "
                       "can ever give to a company of this size, said the mayor.",
                       kBody})),
      "body body body");
}

}  // namespace
}  // namespace dateline::article
