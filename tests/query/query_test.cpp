#include "shape.hpp"

#include <dateline/query.hpp>

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

TEST(QueryValue, IsComparedWithoutItsPlaceInTheText) {
  EXPECT_EQ(parse_query("a  OR (b)").query, parse_query("a OR b").query);
  EXPECT_NE(parse_query("a  OR (b)").query.range, parse_query("a OR b").query.range);
}

TEST(QueryValue, DiffersInEveryOtherMember) {
  const Query same = parse_query("a b").query;
  const auto differs = [&](auto change) {
    Query other = same;
    change(other);
    return !(other == same);
  };
  EXPECT_FALSE(differs([](Query& q) { q.range = {7, 8}; }));
  EXPECT_TRUE(differs([](Query& q) { q.kind = Query::Kind::kAny; }));
  EXPECT_TRUE(differs([](Query& q) { q.text = "x"; }));
  EXPECT_TRUE(differs([](Query& q) { q.field = "title"; }));
  EXPECT_TRUE(differs([](Query& q) { q.distance = 3; }));
  EXPECT_TRUE(differs([](Query& q) { q.ordered = true; }));
  EXPECT_TRUE(differs([](Query& q) { q.weight = 2; }));
  EXPECT_TRUE(differs([](Query& q) { q.days.first = 0; }));
  EXPECT_TRUE(differs([](Query& q) { q.parts.pop_back(); }));
  EXPECT_TRUE(differs([](Query& q) { q.parts[0].text = "x"; }));
}

TEST(PlainWords, HaveNoOperators) {
  EXPECT_EQ(query::shape(plain_words("+a AND -b OR (title:c) \"d e\"^2 f*")),
            "[+a AND -b OR (title:c) \"d e\"^2 f*]");
}

TEST(PlainWords, PassOverWhatHoldsNoLetterOrDigit) {
  EXPECT_EQ(query::shape(plain_words("a - ... ж 7 !")), "[a ж 7]");
  EXPECT_EQ(query::shape(plain_words("ceasefire")), "[ceasefire]");
  EXPECT_EQ(query::shape(plain_words(" - ")), "nothing");
  EXPECT_EQ(query::shape(plain_words("")), "nothing");
}

TEST(PlainWords, PointAtTheirPlaces) {
  const Query words = plain_words("é  ab ");
  EXPECT_EQ(words.parts[1].range, (Range{4, 6}));
  EXPECT_EQ(words.range, (Range{0, 6}));
}

TEST(PlainWords, AreBounded) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "a\xFF";
  EXPECT_EQ(plain_words(text).parts.size(), 1024U);
}

}  // namespace
}  // namespace dateline
