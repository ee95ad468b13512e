#include "actors/capitals.hpp"

#include "actors/sample.hpp"

#include <gtest/gtest.h>

namespace dateline::actors {
namespace {

TEST(Capitals, AreLoweredButForTheFirst) {
  Passages passages("YELTSIN MEETS ENVOY OF THE U.N. in Moscow");
  std::string text(passages.get().front().text);
  lower_capitals(passages.get().front(), text);
  EXPECT_EQ(text, "Yeltsin Meets Envoy of the U.N. in Moscow");
}

TEST(Capitals, OfFourLettersOrMoreAreNoAcronym) {
  EXPECT_TRUE(is_in_capitals("IRAN"));
  EXPECT_FALSE(is_in_capitals("WHO"));
  EXPECT_FALSE(is_in_capitals("Iran"));
}

}  // namespace
}  // namespace dateline::actors
