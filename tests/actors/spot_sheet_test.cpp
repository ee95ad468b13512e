#include "actors/spot_sheet.hpp"

#include "actors/name_sample.hpp"

#include <gtest/gtest.h>

#include <string>

namespace dateline::actors {
namespace {

class SpotSheets : public ::testing::Test {
 protected:
  NameEvidence& add(std::size_t begin, std::size_t end) {
    return sheet_.add(words_, 0, {begin, end});
  }
  std::string kinds() {
    std::string line;
    for (const SpottedName& name : sheet_.take().names) line += name.name + "=" + name.kind + ";";
    return line;
  }

  NameRules rules_ = sample_rules_of_names();
  Passages passages_{std::string("Unka Sabraw met the Unka Group near Sabra")};
  PassageWords words_{passages_.get().front(), rules_};
  SpotSheet sheet_{0};
};

TEST_F(SpotSheets, DecideKindsByThePointsOfAllPlaces) {
  add(0, 2).person = kPersonAt;
  add(4, 6).body += 3;
  add(7, 8).place += 3;
  EXPECT_EQ(kinds(), "Unka Sabraw=person;Unka Group=org;Sabra=place;");
}

TEST_F(SpotSheets, ASurnameThatStandsAloneSpeaksForAPersonAndInAgainst) {
  NameEvidence& evidence = add(0, 2);
  evidence.person = kPersonAt - 1;
  sheet_.note_alone("Sabraw");
  SpotSheet other = sheet_;
  EXPECT_EQ(kinds(), "Unka Sabraw=person;");
  sheet_ = other;
  add(0, 2).is_behind_in = true;
  EXPECT_EQ(kinds(), "Unka Sabraw=;");
}

TEST_F(SpotSheets, FindTheBodyBeforeABracket) {
  add(0, 2);
  add(4, 6).body = 3;
  EXPECT_EQ(sheet_.body_before(0, 2), nullptr);
  ASSERT_NE(sheet_.body_before(0, 6), nullptr);
  EXPECT_EQ(sheet_.body_before(0, 6)->word, 4U);
  EXPECT_EQ(sheet_.body_before(1, 6), nullptr);
}

}  // namespace
}  // namespace dateline::actors
