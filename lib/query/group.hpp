// What stands in one pair of brackets, or in no bracket.  In: units and operators from left to right.
// Out: their node.  Method: a list for each level of binding, NEAR, side by side, AND, OR; closing a
// level moves its node into the next one.
// Tested by tests/query/group_test.cpp.
#pragma once

#include "query/tokens.hpp"
#include "query/warnings.hpp"

#include <dateline/query.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dateline::query {

class Group {
 public:
  // `open`: the bracket, for the sign and field that it carries.
  explicit Group(Token open = {}) : open_(std::move(open)) {}
  const Token& open() const { return open_; }
  void extend(std::size_t end) { open_.range.end = end; }

  // A term or a closed group, with the token that carries its sign, field and weight.
  void add(Query node, const Token& token, double weight, Warnings& warnings);
  void near(const Token& token);
  void negate(const Token& token, Warnings& warnings);
  void end_operand();      // at AND
  void end_alternative();  // at OR
  // Forgets the NEAR and NOT that wait for an operand: there is none.
  void skip_operand();

  bool has_unit() const { return !chain_.empty(); }                    // NEAR may follow
  bool has_operand() const { return has_unit() || !ranked_.empty(); }  // AND and OR may follow
  // The node of everything, or nothing; the group is used up.
  std::optional<Query> close();

 private:
  bool joins(const Query& node, const Token& token) const;
  void end_chain();

  Token open_;
  std::vector<Query> chain_;  // units joined by NEAR, mostly one
  char chain_sign_ = 0;
  std::string chain_field_;
  std::size_t chain_begin_ = 0;  // with its field
  std::size_t sign_begin_ = 0;   // with its sign or NOT
  std::optional<Token> near_;    // waits for its right side
  unsigned distance_ = 0;
  bool ordered_ = false;
  std::optional<Token> not_;  // waits for a unit
  std::vector<Query> ranked_;
  std::vector<Query> all_;
  std::vector<Query> any_;
};

}  // namespace dateline::query
