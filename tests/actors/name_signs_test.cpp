#include "actors/name_signs.hpp"

#include "actors/name_sample.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::actors {
namespace {

int points_in(std::string text, NameRun run) {
  const NameRules rules = sample_rules_of_names();
  Passages passages(std::move(text));
  return person_points(PassageWords(passages.get().front(), rules), rules, run);
}

TEST(NameSigns, AGivenNameATitleOrAMiddleInitialIsEnoughForAPerson) {
  EXPECT_EQ(points_in("then Dana Sabraw left", {1, 3}), 3);
  EXPECT_EQ(points_in("then Judge Unka Sabraw left", {2, 4, true}), 3);
  EXPECT_EQ(points_in("then Unka J. Sabraw left", {1, 4}), 3);
  EXPECT_EQ(points_in("then Unka Sabraw left", {1, 3}), 0);
}

TEST(NameSigns, WhatStandsBesideSpeaksForAPerson) {
  EXPECT_EQ(points_in("then Unka Sabraw said so", {1, 3}), 2);
  EXPECT_EQ(points_in("so Unka Sabraw, who left", {1, 3}), 2);
  EXPECT_EQ(points_in("so Unka Sabraw, 45, left", {1, 3}), 2);
  EXPECT_EQ(points_in("so said Unka Sabraw, a lawyer", {2, 4}), 4);
  EXPECT_EQ(points_in("the lawyer Unka Sabraw left", {2, 4}), 3);
}

TEST(NameSigns, WhatIsNamedIsAPersonWherePeopleAreSpokenOf) {
  EXPECT_EQ(points_in("a man named Unka Sabraw left", {3, 5}), 3);
  EXPECT_EQ(points_in("a lawyer, named Unka Sabraw, left", {3, 5}), 3);
  EXPECT_EQ(points_in("he was named Unka Sabraw", {3, 5}), 3);
  EXPECT_EQ(points_in("the mission, named Unka Sabraw, was", {3, 5}), 0);
  EXPECT_EQ(points_in("a storm named Unka Sabraw", {3, 5}), 0);
}

TEST(NameSigns, CapitalsOfASentencesBeginningAndOfAcronymsSpeakAgainst) {
  EXPECT_EQ(points_in("Unka Sabraw left", {0, 2}), -2);
  EXPECT_EQ(points_in("then CBS Sabraw left", {1, 3}), -3);
}

TEST(NameSigns, PlacesHaveEndingsOrHeads) {
  const NameRules rules = sample_rules_of_names();
  const auto is_place = [&](std::string text, NameRun run) {
    Passages passages(std::move(text));
    return is_place_name(PassageWords(passages.get().front(), rules), rules, run);
  };
  EXPECT_TRUE(is_place("the Unka River", {1, 3}));
  EXPECT_TRUE(is_place("in Lake Unka", {1, 3}));
  EXPECT_FALSE(is_place("said Lake Unka", {1, 3}));
  EXPECT_FALSE(is_place("the River", {1, 2}));
}

TEST(NameSigns, WordsOfNoLanguageSpeakForAPerson) {
  EXPECT_EQ(points_in("then Tarek Sabraw left", {1, 3}), 2);
  EXPECT_EQ(points_in("Tarek Sabraw left", {0, 2}), 2);
  EXPECT_EQ(points_in("Tarek Security left", {0, 2}), 1);
  EXPECT_EQ(points_in("then Tarek Unkovic left", {1, 3}), 4);
  EXPECT_EQ(points_in("then Tarek Sabraw (2-1) left", {1, 3}), 4);
  EXPECT_EQ(points_in("then Tarek Sabraw 12, left", {1, 3}), 4);
  EXPECT_EQ(points_in("then Tarek Sabraw 12 3 left", {1, 3}), 2);
}

}  // namespace
}  // namespace dateline::actors
