#include "query/nodes.hpp"

#include "shape.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace dateline::query {
namespace {

Query word(const char* text, Range range = {}) {
  return leaf(Query::Kind::kWord, text, range);
}
Query actor() {
  return leaf(Query::Kind::kActor, "nato");
}

TEST(Nodes, KeepAListOfOneAsItsPart) {
  EXPECT_EQ(shape(any({word("a")})), "a");
  EXPECT_EQ(shape(all({word("a")})), "a");
  EXPECT_EQ(shape(near({word("a")}, 5, false)), "a");
  EXPECT_EQ(shape(ranked({require(word("a"))})), "a");
  EXPECT_EQ(shape(ranked({negate(word("a"))})), "not(a)");
}

TEST(Nodes, FlattenListsOfOneKind) {
  EXPECT_EQ(shape(any({any({word("a"), word("b")}), word("c")})), "any(a b c)");
  EXPECT_EQ(shape(all({word("a"), all({word("b"), negate(word("c"))})})), "all(a b not(c))");
  EXPECT_EQ(shape(any({all({word("a"), word("b")}), word("c")})), "any(all(a b) c)");
}

TEST(Nodes, CancelDoubleNegation) {
  EXPECT_EQ(shape(negate(negate(word("a")))), "a");
  EXPECT_EQ(shape(negate(require(word("a")))), "not(a)");
  EXPECT_EQ(shape(require(negate(word("a")))), "not(a)");
  EXPECT_EQ(shape(require(require(word("a")))), "must(a)");
}

TEST(Nodes, RequireWhatNarrowsBesideOtherWords) {
  EXPECT_EQ(shape(ranked({word("a"), actor()})), "[a must(actor<nato>)]");
  EXPECT_EQ(shape(ranked({word("a"), boost(2, in_field("title", word("b")))})),
            "[a must(boost2(title(b)))]");
  EXPECT_EQ(shape(ranked({word("a"), negate(actor())})), "[a not(actor<nato>)]");
  EXPECT_EQ(shape(ranked({actor()})), "actor<nato>");
}

TEST(Nodes, AllowWordsAndActorsBesideNear) {
  EXPECT_TRUE(can_be_near(word("a")));
  EXPECT_TRUE(can_be_near(any({word("a"), actor()})));
  EXPECT_FALSE(can_be_near(any({word("a"), negate(word("b"))})));
  EXPECT_FALSE(can_be_near(all({word("a"), word("b")})));
  EXPECT_FALSE(can_be_near(leaf(Query::Kind::kTopic, "x")));
}

TEST(Nodes, StandWhereTheirPartsStand) {
  EXPECT_EQ(any({word("a", {2, 3}), word("b", {7, 9})}).range, (Range{2, 9}));
  EXPECT_EQ(boost(2, word("a", {2, 3})).range, (Range{2, 3}));
  EXPECT_EQ(cover({4, 6}, {1, 5}), (Range{1, 6}));
}

}  // namespace
}  // namespace dateline::query
