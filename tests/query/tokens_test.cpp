#include "query/tokens.hpp"

#include <gtest/gtest.h>

namespace dateline::query {
namespace {

TEST(Tokens, WriteWordsThatLookLikeOperatorsSmall) {
  EXPECT_EQ(word_node("NEAR/5", {}).text, "near/5");
  EXPECT_EQ(word_node("OR", {}).text, "or");
  EXPECT_EQ(word_node("NATO", {}).text, "NATO");
}

TEST(Tokens, CarrySignAndFieldOfATerm) {
  Warnings warnings;
  Tokens tokens(warnings);
  tokens.add_term(word_node("nato", {7, 11}), {0, '-', find_field("title")});
  const auto list = tokens.take();
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].sign, '-');
  EXPECT_EQ(list[0].field, "title");
  EXPECT_EQ(list[0].range, (Range{0, 11}));
}

TEST(Tokens, MakeOneTermOfAFieldWithAValue) {
  Warnings warnings;
  Tokens tokens(warnings);
  tokens.add_value("nato", word_node("nato", {6, 10}), {0, 0, find_field("actor")});
  EXPECT_EQ(tokens.terms(), 1U);
  EXPECT_EQ(tokens.last().term.kind, Query::Kind::kActor);
  EXPECT_EQ(tokens.last().term.range, (Range{0, 10}));
  EXPECT_EQ(tokens.last().field, "");
}

TEST(Tokens, MakeWordsOfADateThatCannotBeRead) {
  Warnings warnings;
  Tokens tokens(warnings);
  tokens.add_value("soon", word_node("soon", {5, 9}), {0, '-', find_field("date")});
  const auto list = tokens.take();
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].term.text, "soon");
  EXPECT_EQ(list[0].sign, '-');
  EXPECT_EQ(warnings.take().size(), 1U);
}

}  // namespace
}  // namespace dateline::query
