// Reads the query language.  In: text as typed.  Out: a tree and warnings.
// Method: a stack of groups, one for each open bracket; nothing recurses, the depth is bounded.
// Tested by tests/query/parse_test.cpp.
#include "query/group.hpp"
#include "query/lexer.hpp"
#include "query/typed.hpp"
#include "query/warnings.hpp"

#include <dateline/error.hpp>
#include <dateline/query.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dateline {
namespace query {
namespace {

// Cuts a phrase after `most` words; Out: the words that it has then.
std::size_t cut_phrase(std::string& text, std::size_t most) {
  std::size_t at = 0;
  std::size_t words = 0;
  while (words < most && !next_run(text, at).empty()) ++words;
  if (words == most) text.resize(at);
  return words;
}

class Parser {
 public:
  Parser(std::string_view text, Warnings& warnings, int today)
      : size_(text.size()), tokens_(read_tokens(text, warnings, today)), warnings_(warnings) {}

  Query run() {
    for (at_ = 0; at_ < tokens_.size() && !full_; ++at_) step(tokens_[at_]);
    if (groups_.size() > 1 && !full_) {
      warnings_.add(groups_[1].open().range, "a bracket is not closed; it ends with the query");
    }
    while (groups_.size() > 1) close_group(0);
    return groups_.back().close().value_or(Query{});
  }

 private:
  Group& group() { return groups_.back(); }
  void step(Token& token);
  void term(Token& token);
  void open(Token& token);
  void close(const Token& token);
  void close_group(double weight);
  void lone(Token& token);
  bool operand_follows() const;

  std::size_t size_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::vector<Group> groups_{Group()};
  std::size_t ignored_ = 0;  // brackets open beyond the greatest depth
  std::size_t terms_ = 0;
  bool full_ = false;
  Warnings& warnings_;
};

void Parser::step(Token& token) {
  const bool follows = operand_follows();
  switch (token.kind) {
    case Token::Kind::kTerm:
      return term(token);
    case Token::Kind::kOpen:
      return open(token);
    case Token::Kind::kClose:
      return close(token);
    case Token::Kind::kAnd:
      return follows && group().has_operand() ? group().end_operand() : lone(token);
    case Token::Kind::kOr:
      return follows && group().has_operand() ? group().end_alternative() : lone(token);
    case Token::Kind::kNot:
      return follows ? group().negate(token, warnings_) : lone(token);
    case Token::Kind::kNear:
      return follows && group().has_unit() ? group().near(token) : lone(token);
  }
}

void Parser::term(Token& token) {
  const std::size_t left = kMaxTerms - terms_;
  const bool phrase = token.term.kind == Query::Kind::kPhrase;
  const std::size_t size = token.term.text.size();
  if (left > 0) terms_ += phrase ? cut_phrase(token.term.text, left) : 1;
  if (left == 0 || token.term.text.size() < size) {
    full_ = true;
    const std::size_t begin = left == 0 ? token.range.begin : token.range.end;
    warnings_.add({begin, size_}, "a query holds 1,024 words; what follows here is left out");
  }
  if (left > 0) group().add(std::move(token.term), token, token.weight, warnings_);
}

void Parser::open(Token& token) {
  if (groups_.size() <= kMaxDepth) {
    groups_.emplace_back(std::move(token));
  } else if (++ignored_ == 1) {
    warnings_.add(token.range, "brackets stand in each other 64 deep; deeper ones are left out");
  }
}

void Parser::close(const Token& token) {
  if (ignored_ > 0) {
    --ignored_;
  } else if (groups_.size() > 1) {
    groups_.back().extend(token.range.end);
    close_group(token.weight);
  } else {
    warnings_.add(token.range, "no bracket is open here; this one is left out");
  }
}

void Parser::close_group(double weight) {
  Group inner = std::move(groups_.back());
  groups_.pop_back();
  if (auto node = inner.close()) {
    group().add(*std::move(node), inner.open(), weight, warnings_);
  } else {
    group().skip_operand();
    if (!full_) {
      warnings_.add(inner.open().range, "no word stands in these brackets; they are left out");
    }
  }
}

// An operator without something on each side is a word.
void Parser::lone(Token& token) {
  warnings_.add(token.range, "an operator needs something to join; here it is searched as a word");
  token.weight = 0;
  term(token);
}

bool Parser::operand_follows() const {
  if (at_ + 1 >= tokens_.size()) return false;
  const Token::Kind next = tokens_[at_ + 1].kind;
  return next == Token::Kind::kTerm || next == Token::Kind::kOpen || next == Token::Kind::kNot;
}

int day_of(const ParseOptions& options) {
  if (options.now) return options.now->last_day();
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<int>(std::chrono::floor<std::chrono::days>(now).count());
}

[[noreturn]] void refuse(std::string_view text, const QueryWarning& warning) {
  const Range range = warning.range;
  throw Error(ErrorCode::kInvalid, "read query", text.substr(range.begin, range.size()),
              "bytes " + std::to_string(range.begin) + " to " + std::to_string(range.end) + ": " +
                  warning.text,
              "change it, or search without strict");
}

}  // namespace
}  // namespace query

ParsedQuery parse_query(std::string_view text, const ParseOptions& options) {
  query::Warnings warnings;
  const std::string typed = query::fit_to_limits(text, warnings);
  Query query = query::Parser(typed, warnings, query::day_of(options)).run();
  if (query.kind == Query::Kind::kNothing && warnings.empty()) {
    warnings.add({0, typed.size()}, "no word stands in the query, and so nothing is searched");
  }
  ParsedQuery parsed{std::move(query), warnings.take()};
  if (options.strict && !parsed.warnings.empty()) query::refuse(text, parsed.warnings.front());
  return parsed;
}

}  // namespace dateline
