#include "article/credits.hpp"

#include <gtest/gtest.h>

namespace dateline::article {
namespace {

bool is_credited(std::string_view text, bool closed = false) {
  static const PhraseList phrases{"photo:", "/ap$", "/harbour wire$"};
  std::vector<Token> tokens;
  tokenize(text, {0, text.size()}, tokens);
  return find_credit(text, tokens, phrases, closed).has_value();
}

TEST(Credits, EndALineByAPhraseOrInBrackets) {
  EXPECT_TRUE(is_credited("The pier at dusk Jane Gull/AP"));
  EXPECT_TRUE(is_credited("Photo: Jane Gull"));
  EXPECT_TRUE(is_credited("The pier at dusk [Jane Gull/Northern Lights]"));
  EXPECT_TRUE(is_credited("The pier at dusk (Corvina/Jane Gull)"));
}

TEST(Credits, StandBeforeASentenceToo) {
  EXPECT_TRUE(is_credited("Jane Gull/AP The mayor opens the pier in the rain.", true));
  EXPECT_TRUE(is_credited("Jane Gull/Harbour Wire The mayor opens the pier."));
  EXPECT_FALSE(is_credited("Jane Gull/AP opens the pier in the rain.", true));
  EXPECT_FALSE(is_credited("Gull/Herring The mayor opens the pier in the rain.", true));
}

TEST(Credits, AreNotEveryStroke) {
  for (const char* text :
       {"The band (AC/DC) played", "A tip of the hat (H/T The Daily Gull)", "The mayor (he/she)",
        "A poll by Corvina/Herring found so", "The pier (rebuilt 1999/2000)", "The pier (/Gull)",
        "The pier at dusk Jane Gull/AP is old", "[", "]", "(]", "/", ""}) {
    EXPECT_FALSE(is_credited(text)) << text;
  }
  EXPECT_FALSE(is_credited("So says a poll by Jane Gull/AP", true));
}

}  // namespace
}  // namespace dateline::article
