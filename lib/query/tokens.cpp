// The parts of a query's text, in order.  In: terms with the signs that touch them.  Out: tokens.
// Tested by tests/query/tokens_test.cpp.
#include "query/tokens.hpp"

#include "base/utf8.hpp"
#include "query/date_words.hpp"
#include "query/nodes.hpp"
#include "query/signs.hpp"

#include <utility>

namespace dateline::query {

Query word_node(std::string_view text, Range range) {
  Query node = leaf(Query::Kind::kWord, text, range);
  if (read_operator(text)) node.text = base::ascii_lower(text);
  return node;
}

Token& Tokens::add(Token::Kind kind, Range range) {
  Token& token = list_.emplace_back();
  token.kind = kind;
  token.range = range;
  return token;
}

Token& Tokens::add_term(Query term, const Prefix& prefix) {
  ++terms_;
  Token& token = add(Token::Kind::kTerm, {prefix.begin, term.range.end});
  token.term = std::move(term);
  token.sign = prefix.sign;
  if (prefix.field != nullptr && prefix.value_field() == nullptr) token.field = prefix.field->name;
  return token;
}

Token& Tokens::add_value(std::string_view value, Query plain, const Prefix& prefix) {
  auto node = value_node(*prefix.field, value, today_);
  if (node) {
    node->range = {prefix.begin, plain.range.end};
    return add_term(*std::move(node), prefix);
  }
  drop_date(prefix, value, plain.range.end);
  return add_term(std::move(plain), {.begin = prefix.begin, .sign = prefix.sign});
}

void Tokens::drop_field(const Prefix& prefix, std::size_t end, const std::string& why) {
  warnings_.add({prefix.begin, end}, "\"" + std::string(prefix.field->name) + ":\" " + why);
}

void Tokens::drop_date(const Prefix& prefix, std::string_view value, std::size_t end) {
  const bool spans = prefix.field->name == "date" || prefix.field->name == "mentions";
  std::string meant = spans ? turned_span(value, today_) : "";
  if (meant.empty()) meant = near_date(value, today_);
  drop_field(prefix, end,
             (meant.empty() ? "" : "did you mean \"" + meant + "\"? It ") +
                 std::string("takes dates such as 2025, 2025-02, 2025-02-24, 2025-02..2025-12 or "
                             "\"last friday\"; what stands behind it is searched as words"));
}

}  // namespace dateline::query
