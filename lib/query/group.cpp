// What stands in one pair of brackets.  In: units and operators from left to right.  Out: their node.
// Tested by tests/query/group_test.cpp.
#include "query/group.hpp"

#include "query/nodes.hpp"

#include <utility>

namespace dateline::query {
namespace {

void warn_near(const Token& near, Warnings& warnings) {
  warnings.add(
      near.range,
      "NEAR stands between words, phrases, actors and brackets with OR between such, all at "
      "one distance; here it is left out, and both sides are ranked side by side");
}

}  // namespace

bool Group::joins(const Query& node, const Token& token) const {
  const bool same =
      chain_.size() == 1 || (near_->distance == distance_ && near_->ordered == ordered_);
  return same && token.sign == 0 && (token.field.empty() || token.field == chain_field_) &&
         can_be_near(node) && can_be_near(chain_.front());
}

void Group::add(Query node, const Token& token, double weight, Warnings& warnings) {
  std::string field = token.field;
  const std::size_t begin = token.range.begin + (token.sign == 0 ? 0 : 1);
  if (weight > 0) {
    node = boost(weight, in_field(std::exchange(field, {}), std::move(node)));
    node.range = {begin, token.range.end};
  }
  if (near_ && joins(node, token)) {
    distance_ = near_->distance;
    ordered_ = near_->ordered;
  } else {
    if (near_) warn_near(*near_, warnings);
    end_chain();
    const bool negative = (token.sign == '-') != not_.has_value();
    chain_sign_ = negative ? '-' : token.sign == '+' ? '+' : '\0';
    chain_field_ = std::move(field);
    chain_begin_ = begin;
    sign_begin_ = not_ ? not_->range.begin : token.range.begin;
  }
  chain_.push_back(std::move(node));
  skip_operand();
}

void Group::near(const Token& token) {
  near_ = token;
}

void Group::negate(const Token& token, Warnings& warnings) {
  if (near_) warn_near(*near_, warnings);
  near_.reset();
  if (not_) {
    not_.reset();
  } else {
    not_ = token;
  }
}

void Group::skip_operand() {
  near_.reset();
  not_.reset();
}

void Group::end_chain() {
  if (chain_.empty()) return;
  Query node = in_field(std::move(chain_field_),
                        query::near(std::exchange(chain_, {}), distance_, ordered_));
  if (node.kind == Query::Kind::kField) node.range.begin = chain_begin_;
  if (chain_sign_ == '-') node = query::negate(std::move(node));
  if (chain_sign_ == '+') node = require(std::move(node));
  if (chain_sign_ != 0) node.range.begin = sign_begin_;
  ranked_.push_back(std::move(node));
}

void Group::end_operand() {
  skip_operand();
  end_chain();
  if (!ranked_.empty()) all_.push_back(ranked(std::exchange(ranked_, {})));
}

void Group::end_alternative() {
  end_operand();
  if (!all_.empty()) any_.push_back(all(std::exchange(all_, {})));
}

std::optional<Query> Group::close() {
  end_alternative();
  if (any_.empty()) return std::nullopt;
  return any(std::exchange(any_, {}));
}

}  // namespace dateline::query
