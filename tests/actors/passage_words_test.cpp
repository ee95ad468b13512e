#include "actors/passage_words.hpp"

#include "actors/name_sample.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace dateline::actors {
namespace {

// Asks about the words of a text.
class Asked {
 public:
  explicit Asked(std::string text)
      : rules_(sample_rules_of_names()),
        passages_(std::move(text)),
        words_(passages_.get().front(), rules_) {}
  const PassageWords* operator->() const { return &words_; }

 private:
  NameRules rules_;
  Passages passages_;
  PassageWords words_;
};

TEST(PassageWords, AWordStandsWithoutItsPossessive) {
  const Asked text("Sabraw's and Swain’s US");
  EXPECT_EQ(text->word(0), "Sabraw");
  EXPECT_TRUE(text->possessive(0));
  EXPECT_EQ(text->word(2), "Swain");
  EXPECT_FALSE(text->possessive(3));
  EXPECT_EQ(text->text(1, 3), "and Swain");
}

TEST(PassageWords, AGapIsABlankTheStopOfAnInitialOrTitleOrAHyphen) {
  const Asked text("Mr. J. Doe\nSmith-Jones & Co, Ltd");
  EXPECT_EQ(text->gap(0), Gap::kOther);
  EXPECT_EQ(text->gap(1), Gap::kDot);
  EXPECT_EQ(text->gap(2), Gap::kDot);
  EXPECT_EQ(text->gap(3), Gap::kBlank);
  EXPECT_EQ(text->gap(4), Gap::kHyphen);
  EXPECT_EQ(text->gap(5), Gap::kAmpersand);
  EXPECT_EQ(text->gap(6), Gap::kOther);
  EXPECT_TRUE(text->initial(1));
  EXPECT_FALSE(text->initial(0));
}

TEST(PassageWords, ASentenceBeginsBehindAStopAndBehindAnOpeningQuote) {
  const Asked text("He left. Then \"She said\" to Sen. Cruz");
  EXPECT_TRUE(text->begins_sentence(0));
  EXPECT_FALSE(text->begins_sentence(1));
  EXPECT_TRUE(text->begins_sentence(2));
  EXPECT_TRUE(text->begins_sentence(3));
  EXPECT_FALSE(text->begins_sentence(7));
}

TEST(PassageWords, AHeadlineHasCapitalsThroughout) {
  EXPECT_TRUE(Asked("Trump Weighs Offering Deal to Russia")->is_headline());
  EXPECT_FALSE(Asked("President Trump weighs a deal with Russia")->is_headline());
  EXPECT_TRUE(Asked("ACLU U.S. us")->acronym(0));
  EXPECT_TRUE(Asked("ACLU U.S us")->acronym(1));
  EXPECT_FALSE(Asked("ACLU U.S us")->acronym(2));
}

TEST(PassageWords, TheLanguageIsKnownByItsCommonWords) {
  NameRules rules;
  for (const char* word : {"the", "said", "that", "money", "was"}) rules.common.insert(word);
  const auto in_language = [&](const char* text) {
    Passages passages(text);
    return PassageWords(passages.get().front(), rules).is_in_language();
  };
  EXPECT_TRUE(in_language("Sabraw said that the money was gone."));
  EXPECT_FALSE(in_language("Das Geld war aus der Tasche verschwunden, hat man that gesagt."));
  EXPECT_TRUE(in_language("Dana Sabraw"));
}

TEST(PassageWords, ALineOfATableIsNoHeadline) {
  EXPECT_TRUE(Asked("Moin Khan Wasim Akram")->is_headline());
  EXPECT_FALSE(Asked("1. Moin Khan (Pakistan)")->is_headline());
  EXPECT_FALSE(Asked("Moin Khan Wasim Akram 46")->is_headline());
  EXPECT_FALSE(Asked("Moin Khan, Wasim Akram, Rahul Dravid, Salim Malik")->is_headline());
}

TEST(PassageWords, AShortLineEndsAndALongOneIsWrapped) {
  EXPECT_TRUE(Asked("Pakistan\nMoin Khan")->ends_line(1));
  EXPECT_FALSE(Asked("Pakistan Moin Khan")->ends_line(1));
  const Asked wrapped("In a text of wrapped lines there is a long line with Moin\nKhan");
  EXPECT_FALSE(wrapped->ends_line(12));
}

}  // namespace
}  // namespace dateline::actors
