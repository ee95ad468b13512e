#include "query/lexer.hpp"

#include "query/typed.hpp"
#include "shape.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace dateline::query {
namespace {

std::string describe(const Token& token) {
  std::string out;
  if (token.sign != 0) out += token.sign;
  if (!token.field.empty()) out += token.field + ":";
  if (token.kind == Token::Kind::kTerm) out += shape(token.term);
  if (token.kind == Token::Kind::kOpen) out += "(";
  if (token.kind == Token::Kind::kClose) out += ")";
  if (token.kind >= Token::Kind::kAnd) out += "op";
  if (token.weight > 0) out += "^" + std::to_string(token.weight).substr(0, 3);
  return out;
}

// The tokens side by side; then "!" for each warning.
std::string lex(std::string_view text) {
  Warnings warnings;
  std::string out;
  for (const Token& token : read_tokens(text, warnings))
    out += (out.empty() ? "" : " ") + describe(token);
  return out + std::string(warnings.take().size(), '!');
}

struct LexerRow {
  const char* typed;
  const char* tokens;
};

TEST(Lexer, CutsWordsBracketsAndOperators) {
  for (const LexerRow& row : {LexerRow{"", ""}, LexerRow{" \n\t", ""}, LexerRow{"a b", "a b"},
                              LexerRow{"(a OR b)", "( a op b )"}, LexerRow{"a(b)c", "a ( b ) c"},
                              LexerRow{"-(a)", "-( a )"}, LexerRow{"title:(a b)", "title:( a b )"},
                              LexerRow{"NOT(a)", "op ( a )"}, LexerRow{"- (a)", "( a )"}}) {
    EXPECT_EQ(lex(row.typed), row.tokens);
  }
}

TEST(Lexer, ReadsPhrasesInEveryKindOfDoubleQuotes) {
  for (const LexerRow& row :
       {LexerRow{"\"peace deal\"", "\"peace deal\""}, LexerRow{"“peace deal”", "\"peace deal\""},
        LexerRow{"„Guten Tag“", "\"Guten Tag\""}, LexerRow{"« bon jour »", "\"bon jour\""},
        LexerRow{"\"exact\"", "\"exact\""}, LexerRow{"-\"a b\"", "-\"a b\""},
        LexerRow{"title:\"a b\"", "title:\"a b\""}, LexerRow{"person:“A B”", "person<A B>"},
        LexerRow{"until:\"2025-02-24 12:30\"", "until<2025-02-24 12:30>"},
        LexerRow{"a\"b\"c", "a \"b\" c"},
        LexerRow{"\"a (b) AND -c:d^2\"", "\"a (b) AND -c:d^2\""}}) {
    EXPECT_EQ(lex(row.typed), row.tokens);
  }
}

TEST(Lexer, WarnsOfQuotesThatAreEmptyOrNotClosed) {
  for (const LexerRow& row :
       {LexerRow{"\"\"", "!"}, LexerRow{"\" ... \" a", "a!"}, LexerRow{"actor:\"\"", "!"},
        LexerRow{"\"a b", "\"a b\"!"}, LexerRow{"a \"", "a!!"},
        LexerRow{"\"neg* a\"", "\"neg* a\"!"}, LexerRow{"\"a b\"~5 c", "\"a b\" c!"},
        LexerRow{"until:\"last fryday\"", "\"last fryday\"!"},
        LexerRow{"actor:(a OR b)", "( a op b )!"}, LexerRow{"-actor:(a)", "-( a )!"}}) {
    EXPECT_EQ(lex(row.typed), row.tokens);
  }
}

TEST(Lexer, ReadsWeights) {
  for (const LexerRow& row :
       {LexerRow{"a^2", "a^2.0"}, LexerRow{"a^2.5,", "a^2.5"},
        LexerRow{"\"a b\"^.5", "\"a b\"^0.5"}, LexerRow{"(a b)^100", "( a b )^100"},
        LexerRow{"neg*^2", "neg*^2.0"}, LexerRow{"actor:x^3", "actor<x>^3.0"},
        LexerRow{"foo:bar^2", "foo bar^2.0!"}, LexerRow{"title:x^2", "title:x^2.0"}}) {
    EXPECT_EQ(lex(row.typed), row.tokens);
  }
}

TEST(Lexer, SaysWhichWeightsAreNone) {
  for (const LexerRow& row :
       {LexerRow{"a^0", "a!"}, LexerRow{"a^-1", "a!"}, LexerRow{"a^100.1", "a!"},
        LexerRow{"a^", "a!"}, LexerRow{"^", "!"}, LexerRow{"a^b", "a b!"}, LexerRow{"a ^2", "a 2!"},
        LexerRow{"a^2^3", "a^2.0 3!"}, LexerRow{"a^1e3", "a 1e3!"}, LexerRow{"a^0.", "a!"}}) {
    EXPECT_EQ(lex(row.typed), row.tokens);
  }
}

TEST(Lexer, PointsAtWhatItRead) {
  Warnings warnings;
  const auto tokens = read_tokens("é -title:\"a b\"^2 (x)", warnings);
  ASSERT_EQ(tokens.size(), 5U);
  EXPECT_EQ(tokens[0].range, (Range{0, 2}));
  EXPECT_EQ(tokens[1].range, (Range{3, 17}));
  EXPECT_EQ(tokens[1].term.range, (Range{10, 15}));
  EXPECT_EQ(tokens[2].range, (Range{18, 19}));
}

TEST(Lexer, StopsSoonAfterTheLastTerm) {
  Warnings warnings;
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "a ";
  EXPECT_EQ(read_tokens(text, warnings).size(), kMaxTerms + 1);
}

}  // namespace
}  // namespace dateline::query
