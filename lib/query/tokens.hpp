// The parts of a query's text, in order.  In: terms with the signs that touch them.  Out: tokens.
// Tested by tests/query/tokens_test.cpp.
#pragma once

#include "query/fields.hpp"
#include "query/warnings.hpp"

#include <dateline/query.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::query {

struct Token {
  enum class Kind { kTerm, kOpen, kClose, kAnd, kOr, kNot, kNear };
  Kind kind = Kind::kTerm;
  Range range;            // with sign, field and weight
  Query term;             // of kTerm; of operators: the word that one is which stands alone
  char sign = 0;          // '+', '-' or 0; before terms and opening brackets
  std::string field;      // title, body, caption, junk or empty; likewise
  double weight = 0;      // behind terms and closing brackets; 0: none
  unsigned distance = 0;  // of kNear
  bool ordered = false;   // of kNear
};

// A sign and a field, and where they begin.
struct Prefix {
  std::size_t begin = 0;
  char sign = 0;
  const Field* field = nullptr;

  // The field when it takes one value, or nullptr.
  const Field* value_field() const {
    return field != nullptr && field->kind != Query::Kind::kField ? field : nullptr;
  }
};

// The node of a word.  What looks like an operator is written small, so that it prints as a word.
Query word_node(std::string_view text, Range range);

class Tokens {
 public:
  // `today`: the day that dates in words count from.
  explicit Tokens(Warnings& warnings, int today = 0) : today_(today), warnings_(warnings) {}

  Token& add(Token::Kind kind, Range range);
  Token& add_term(Query term, const Prefix& prefix);
  // `field:value`; when a date cannot be read, `plain` instead.
  Token& add_value(std::string_view value, Query plain, const Prefix& prefix);
  // Says that a field is left out, and why.
  void drop_field(const Prefix& prefix, std::size_t end, const std::string& why);
  void drop_date(const Prefix& prefix, std::string_view value, std::size_t end);
  int today() const { return today_; }

  std::size_t terms() const { return terms_; }
  Token& last() { return list_.back(); }
  std::vector<Token> take() { return std::move(list_); }

 private:
  int today_;
  std::vector<Token> list_;
  std::size_t terms_ = 0;
  Warnings& warnings_;
};

}  // namespace dateline::query
