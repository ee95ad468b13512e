#include "actors/alike.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>

namespace dateline::actors {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

AlikeNames sample_names() {
  AlikeNames names;
  names.add(1, "Volodymyr Zelensky", true);
  names.add(1, "Zelensky", true);
  names.add(2, "Vladimir Putin", true);
  names.add(2, "Putin", true);
  names.add(3, "Rotterdam", false);
  names.add(4, "Путін", true);
  return names;
}

TEST(AlikeNames, SpellingsAndScriptsThatNoListHoldsAreFoundByTheirSound) {
  const AlikeNames names = sample_names();
  for (const std::string_view name : {"Selenskyj", "Zelenskij", "Зеленський", "زيلينسكي"}) {
    EXPECT_THAT(names.sounding_like(name), ElementsAre(1)) << name;
  }
  EXPECT_THAT(names.sounding_like("Wolodymyr Selenskyj"), ElementsAre(1));
  EXPECT_THAT(names.sounding_like("Pt"), IsEmpty());
  EXPECT_THAT(names.sounding_like("Merkel"), IsEmpty());
}

TEST(AlikeNames, ASlipOfThePenIsForgiven) {
  const AlikeNames names = sample_names();
  EXPECT_THAT(names.written_like("Rotterdan"), ElementsAre(3));
  EXPECT_THAT(names.written_like("Pupin"), ElementsAre(2));
  EXPECT_THAT(names.written_like("Putt"), IsEmpty());
  EXPECT_THAT(names.written_like("Amsterdam"), IsEmpty());
}

TEST(AlikeNames, APersonIsKnownAgainOnlyByFirstNameAndSurname) {
  const AlikeNames names = sample_names();
  EXPECT_THAT(names.person_like("Wladimir Putin"), ElementsAre(2));
  EXPECT_THAT(names.person_like("Ivan Putin"), IsEmpty());
  EXPECT_THAT(names.person_like("Putin"), IsEmpty());
}

}  // namespace
}  // namespace dateline::actors
