#include "actors/candidates.hpp"

#include "actors/name_sample.hpp"

#include <gtest/gtest.h>

namespace dateline::actors {
namespace {

TEST(Candidates, StandInCapitalsToo) {
  EXPECT_EQ(everyone_in("MOSCOW 1996-08-30 YELTSIN AND PUTIN left"),
            "moscow [MOSCOW], boris-yeltsin [YELTSIN], vladimir-putin [PUTIN]");
}

TEST(Candidates, ShortWordsInCapitalsAreLeftAlone) {
  EXPECT_EQ(everyone_in("then THE US and WHO left"), "us [US], who [WHO]");
  EXPECT_EQ(everyone_in("then GENERAL left"), "");
}

}  // namespace
}  // namespace dateline::actors
