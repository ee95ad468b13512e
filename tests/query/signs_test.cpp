#include "query/signs.hpp"

#include <gtest/gtest.h>

#include <string>

namespace dateline::query {
namespace {

TEST(Signs, TakeWildcardsOutOfAWordButNotOutOfAnAddress) {
  EXPECT_EQ(without_wildcards("neg*ti?te"), "negtite");
  EXPECT_EQ(without_wildcards("***"), "");
  EXPECT_EQ(without_wildcards("https://a.b/c?d=*e"), "https://a.b/c?d=*e");
}

TEST(Signs, ReadOnePlusOrMinusAloneAsASign) {
  EXPECT_EQ(read_lead("-a").sign, '-');
  EXPECT_EQ(read_lead("+a").sign, '+');
  for (const char* text : {"--a", "+-a", ",-a", ":a", "a-", "", "~5"})
    EXPECT_EQ(read_lead(text).sign, 0) << text;
  EXPECT_EQ(read_lead("--+,a").size, 4U);
}

TEST(Signs, FindTheNameBeforeAColon) {
  EXPECT_EQ(field_name("title:nato"), "title");
  EXPECT_EQ(field_name("тема:"), "тема");
  for (const char* text : {"nato", "12:30", ":x", "https://a.b", "covid-19:x", ""})
    EXPECT_EQ(field_name(text), "") << text;
}

TEST(Signs, TakePunctuationFromTheEndOfAWord) {
  struct SignsRow {
    const char* typed;
    const char* word;
  };
  for (const SignsRow& row :
       {SignsRow{"war.", "war"}, SignsRow{"war,", "war"}, SignsRow{"war?!...", "war"},
        SignsRow{"12:", "12"}, SignsRow{"U.S.", "U.S."}, SignsRow{"U.S.,", "U.S."},
        SignsRow{"e.g..", "e.g."}, SignsRow{"С.Ш.А.", "С.Ш.А."}, SignsRow{"A.", "A"},
        SignsRow{"Ph.D.", "Ph.D"}, SignsRow{"workers'", "workers'"}, SignsRow{"C++", "C++"},
        SignsRow{"...", ""}, SignsRow{"https://a.b/*", "https://a.b/*"}}) {
    const Word word = trim_word(row.typed);
    EXPECT_EQ(word.text, row.word);
    EXPECT_FALSE(word.star || word.fuzzy) << row.typed;
  }
}

TEST(Signs, SeeStarsAndTildesBehindAWord) {
  EXPECT_TRUE(trim_word("negotiat*").star);
  EXPECT_EQ(trim_word("negotiat*,").text, "negotiat");
  EXPECT_EQ(trim_word("U.S.*").text, "U.S.");
  for (const char* text : {"zelenski~", "zelenski~2", "zelenski~2,", "zelenski~~"}) {
    EXPECT_EQ(trim_word(text).text, "zelenski") << text;
    EXPECT_TRUE(trim_word(text).fuzzy) << text;
  }
  EXPECT_EQ(trim_word("~500").text, "~500");
  EXPECT_EQ(trim_word("zelenski~").edits, 0U);
  EXPECT_EQ(trim_word("zelenski~2,").edits, 2U);
}

TEST(Signs, ReadOperatorsInCapitalsOnly) {
  EXPECT_EQ(read_operator("AND")->kind, Operator::kAnd);
  EXPECT_EQ(read_operator("OR")->kind, Operator::kOr);
  EXPECT_EQ(read_operator("NOT")->kind, Operator::kNot);
  for (const char* text :
       {"and", "Or", "near/5", "NEAR/", "NEAR/x", "NEAR/5x", "NEAR/-1", "ONE", "O", ""}) {
    EXPECT_FALSE(read_operator(text)) << text;
  }
}

TEST(Signs, ReadTheDistanceOfNear) {
  struct SignsRow {
    const char* typed;
    unsigned distance;
    bool ordered;
  };
  for (const SignsRow& row :
       {SignsRow{"NEAR", 10, false}, SignsRow{"ONEAR", 10, true}, SignsRow{"NEAR/5", 5, false},
        SignsRow{"ONEAR/100", 100, true}, SignsRow{"NEAR/0", 0, false},
        SignsRow{"NEAR/99999999999999999999", 4294967295U, false}}) {
    const auto near = read_operator(row.typed);
    ASSERT_TRUE(near) << row.typed;
    EXPECT_EQ(near->kind, Operator::kNear);
    EXPECT_EQ(near->distance, row.distance);
    EXPECT_EQ(near->ordered, row.ordered);
  }
}

TEST(Signs, ReadWeightsAsWholeNumbersOrNotAtAll) {
  EXPECT_EQ(read_weight("2.5"), 2.5);
  EXPECT_EQ(read_weight(".5"), 0.5);
  EXPECT_EQ(read_weight("-1"), -1.0);
  for (const char* text : {"", "x", "2x", "nan", "inf", "1e3", "2,5", "-"})
    EXPECT_FALSE(read_weight(text)) << text;
}

}  // namespace
}  // namespace dateline::query
