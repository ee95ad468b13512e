#include "actors/capitals.hpp"

#include "actors/sample.hpp"

#include <gtest/gtest.h>

namespace dateline::actors {
namespace {

TEST(Capitals, AreLoweredButForTheFirst) {
  Passages passages("YELTSIN MEETS ENVOY OF THE U.N. in Moscow");
  EXPECT_EQ(without_capitals(passages.get().front()), "Yeltsin Meets Envoy of the U.N. in Moscow");
}

TEST(Capitals, OfFourLettersOrMoreAreNoAcronym) {
  EXPECT_TRUE(is_in_capitals("IRAN"));
  EXPECT_FALSE(is_in_capitals("WHO"));
  EXPECT_FALSE(is_in_capitals("Iran"));
}

}  // namespace
}  // namespace dateline::actors
