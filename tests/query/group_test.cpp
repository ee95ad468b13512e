#include "query/group.hpp"

#include "query/nodes.hpp"
#include "shape.hpp"

#include <gtest/gtest.h>

namespace dateline::query {
namespace {

class GroupTest : public ::testing::Test {
 protected:
  void add(const char* text, char sign = 0, const char* field = "", double weight = 0) {
    Token token;
    token.sign = sign;
    token.field = field;
    group_.add(leaf(Query::Kind::kWord, text), token, weight, warnings_);
  }
  void near(unsigned distance) {
    Token token;
    token.kind = Token::Kind::kNear;
    token.distance = distance;
    group_.near(token);
  }
  // The shape of the closed group; then "!" for each warning.
  std::string close() {
    const auto node = group_.close();
    return (node ? shape(*node) : "none") + std::string(warnings_.take().size(), '!');
  }

  Group group_;
  Warnings warnings_;
};

TEST_F(GroupTest, IsNothingWhenNothingStandsInIt) {
  EXPECT_EQ(close(), "none");
}

TEST_F(GroupTest, BindsSideBySideThenAndThenOr) {
  add("a");
  add("b");
  group_.end_operand();
  add("c");
  group_.end_alternative();
  add("d");
  EXPECT_EQ(close(), "any(all([a b] c) d)");
}

TEST_F(GroupTest, BindsNearClosest) {
  add("a");
  add("b", '-', "title");
  near(5);
  add("c");
  add("d");
  EXPECT_EQ(close(), "[a not(title(near5(b c))) d]");
}

TEST_F(GroupTest, JoinsAChainOfOneDistance) {
  add("a");
  near(5);
  add("b");
  near(5);
  add("c");
  near(3);
  add("d");
  EXPECT_EQ(close(), "[near5(a b c) d]!");
}

TEST_F(GroupTest, LeavesNearOutBetweenWhatItCannotJoin) {
  add("a", 0, "", 2);
  near(5);
  add("b");
  near(5);
  add("c", '-');
  near(5);
  add("d", 0, "title");
  EXPECT_EQ(close(), "[boost2(a) b not(c) must(title(d))]!!!");
}

TEST_F(GroupTest, AllowsTheSameFieldOnBothSidesOfNear) {
  add("a", 0, "title");
  near(5);
  add("b", 0, "title");
  EXPECT_EQ(close(), "title(near5(a b))");
}

TEST_F(GroupTest, CountsNegations) {
  const Token token;
  group_.negate(token, warnings_);
  add("a");
  group_.negate(token, warnings_);
  add("b", '-');
  group_.negate(token, warnings_);
  group_.negate(token, warnings_);
  add("c");
  EXPECT_EQ(close(), "[not(a) b c]");
}

TEST_F(GroupTest, ForgetsAnOperatorWhoseOperandIsMissing) {
  const Token token;
  add("a");
  near(5);
  group_.skip_operand();
  group_.negate(token, warnings_);
  group_.skip_operand();
  add("b");
  EXPECT_EQ(close(), "[a b]");
}

TEST_F(GroupTest, ForgetsAnOperatorAtTheEndOfAnOperand) {
  add("a");
  near(5);
  group_.end_operand();
  add("b");
  EXPECT_EQ(close(), "all(a b)");
}

}  // namespace
}  // namespace dateline::query
