// Cuts a query's text into tokens.  In: well-formed text.  Out: terms, brackets and operators.
// Method: one pass; blanks, brackets, double quotes and carets are read here, chunks of what stands
// between them in chunk.cpp.
// Tested by tests/query/lexer_test.cpp.
#include "query/lexer.hpp"

#include "base/utf8.hpp"
#include "query/chunk.hpp"
#include "query/nodes.hpp"
#include "query/signs.hpp"
#include "query/typed.hpp"

#include <optional>
#include <string>
#include <utility>

namespace dateline::query {
namespace {

bool ends_chunk(char32_t c) {
  return is_blank(c) || is_quote(c) || c == '(' || c == ')' || c == '^';
}

class Lexer {
 public:
  Lexer(std::string_view text, Warnings& warnings, int today)
      : text_(text), tokens_(warnings, today), warnings_(warnings) {}

  std::vector<Token> run() {
    while (at_ < text_.size() && tokens_.terms() <= kMaxTerms) step();
    return tokens_.take();
  }

 private:
  void step();
  void read_word(std::size_t begin);
  void read_phrase(const Prefix& prefix, std::size_t begin);
  void read_bracket(Prefix prefix);
  void read_caret(std::size_t begin);
  std::string_view read_quoted(std::size_t begin);
  void skip_slop();
  unsigned read_least();
  void weigh(Token& token);

  std::size_t chunk_end(std::size_t at) const;
  bool touches_group() const;

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<Prefix> prefix_;  // of the quote or bracket that follows at once
  Tokens tokens_;
  Warnings& warnings_;
};

void Lexer::step() {
  const std::size_t begin = at_;
  const char32_t c = base::next_code_point(text_, at_);
  const Prefix prefix = std::exchange(prefix_, {}).value_or(Prefix{.begin = begin});
  if (is_blank(c)) return;
  if (is_quote(c)) return read_phrase(prefix, begin);
  if (c == '(') return read_bracket(prefix);
  if (c == ')') return weigh(tokens_.add(Token::Kind::kClose, {begin, at_}));
  if (c == '^') return read_caret(begin);
  read_word(begin);
}

void Lexer::read_word(std::size_t begin) {
  at_ = chunk_end(begin);
  const std::size_t before = tokens_.terms();
  prefix_ = read_chunk(text_, {begin, at_}, touches_group(), tokens_, warnings_);
  if (!prefix_ && tokens_.terms() > before) weigh(tokens_.last());
}

void Lexer::read_phrase(const Prefix& prefix, std::size_t begin) {
  const std::string_view text = read_quoted(begin);
  if (!has_content(text)) {
    return warnings_.add({prefix.begin, at_}, "no word stands in these quotes; they are left out");
  }
  if (text.find('*') != std::string_view::npos) {
    warnings_.add({begin, at_}, "a star means nothing inside quotes; it is left out");
  }
  Query node = leaf(Query::Kind::kPhrase, text, {begin, at_});
  skip_slop();
  if (const Field* field = prefix.value_field()) {
    Token& token = tokens_.add_value(text, std::move(node), prefix);
    if (field->kind == Query::Kind::kActor) token.term.distance = read_least();
    return weigh(token);
  }
  weigh(tokens_.add_term(std::move(node), prefix));
}

// "White House">=3
unsigned Lexer::read_least() {
  const std::size_t end = std::min(text_.find_first_not_of("0123456789", at_ + 2), text_.size());
  std::string_view rest = at_ < text_.size() ? text_.substr(at_, end - at_) : std::string_view();
  const unsigned least = rest.starts_with(">=") ? take_least(rest) : 0;
  if (least > 0) at_ = end;
  return least;
}

// What stands in quotes, of which the first is behind us; without the blanks around it.
std::string_view Lexer::read_quoted(std::size_t begin) {
  const std::size_t inside = at_;
  while (at_ < text_.size()) {
    const std::size_t end = at_;
    const bool closes = is_quote(base::next_code_point(text_, at_));
    if (closes) return trim_blanks(text_.substr(inside, end - inside));
  }
  warnings_.add({begin, inside}, "a quote is not closed; it goes on to the end of the query");
  return trim_blanks(text_.substr(inside));
}

// Some engines read "one two"~5 as words near each other.
void Lexer::skip_slop() {
  if (at_ == text_.size() || text_[at_] != '~') return;
  const std::size_t begin = at_++;
  while (at_ < text_.size() && base::is_ascii_digit(text_[at_])) ++at_;
  warnings_.add({begin, at_}, "\"~\" behind a phrase is left out; write one NEAR/5 two");
}

void Lexer::read_bracket(Prefix prefix) {
  if (prefix.value_field() != nullptr) {
    tokens_.drop_field(prefix, at_,
                       "takes one word or a quoted name, not a bracket; the field is left out");
    prefix.field = nullptr;
  }
  Token& token = tokens_.add(Token::Kind::kOpen, {prefix.begin, at_});
  token.sign = prefix.sign;
  if (prefix.field != nullptr) token.field = prefix.field->name;
}

// A caret that is no weight.
void Lexer::read_caret(std::size_t begin) {
  const std::size_t end = chunk_end(at_);
  const bool is_word = has_content(text_.substr(at_, end - at_));
  warnings_.add({begin, end},
                std::string("a weight is a number right behind a word, quote or bracket, as in "
                            "nato^2; ") +
                    (is_word ? "what stands here is searched as words" : "this \"^\" is left out"));
}

// Reads the "^2.5" that touches the last token, if there is one.
void Lexer::weigh(Token& token) {
  if (at_ == text_.size() || text_[at_] != '^') return;
  const std::size_t end = chunk_end(at_ + 1);
  const auto weight = read_weight(trim_word(text_.substr(at_ + 1, end - at_ - 1)).text);
  if (!weight) return;
  if (*weight > 0 && *weight <= 100) {
    token.weight = *weight;
    token.range.end = end;
  } else {
    warnings_.add({at_, end}, "a weight is above 0 and at most 100; this one is left out");
  }
  at_ = end;
}

std::size_t Lexer::chunk_end(std::size_t at) const {
  while (at < text_.size()) {
    std::size_t next = at;
    if (ends_chunk(base::next_code_point(text_, next))) break;
    at = next;
  }
  return at;
}

bool Lexer::touches_group() const {
  if (at_ == text_.size()) return false;
  std::size_t next = at_;
  const char32_t c = base::next_code_point(text_, next);
  return c == '(' || is_quote(c);
}

}  // namespace

std::vector<Token> read_tokens(std::string_view text, Warnings& warnings, int today) {
  return Lexer(text, warnings, today).run();
}

}  // namespace dateline::query
