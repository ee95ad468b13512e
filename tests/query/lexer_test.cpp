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

struct Row {
  const char* typed;
  const char* tokens;
};

TEST(Lexer, CutsWordsBracketsAndOperators) {
  for (const Row& row :
       {Row{"", ""}, Row{" \n\t", ""}, Row{"a b", "a b"}, Row{"(a OR b)", "( a op b )"},
        Row{"a(b)c", "a ( b ) c"}, Row{"-(a)", "-( a )"}, Row{"title:(a b)", "title:( a b )"},
        Row{"NOT(a)", "op ( a )"}, Row{"- (a)", "( a )"}}) {
    EXPECT_EQ(lex(row.typed), row.tokens);
  }
}

TEST(Lexer, ReadsPhrasesInEveryKindOfDoubleQuotes) {
  for (const Row& row :
       {Row{"\"peace deal\"", "\"peace deal\""}, Row{"“peace deal”", "\"peace deal\""},
        Row{"„Guten Tag“", "\"Guten Tag\""}, Row{"« bon jour »", "\"bon jour\""},
        Row{"\"exact\"", "\"exact\""}, Row{"-\"a b\"", "-\"a b\""},
        Row{"title:\"a b\"", "title:\"a b\""}, Row{"person:“A B”", "person<A B>"},
        Row{"until:\"2025-02-24 12:30\"", "until<2025-02-24 12:30>"}, Row{"a\"b\"c", "a \"b\" c"},
        Row{"\"a (b) AND -c:d^2\"", "\"a (b) AND -c:d^2\""}}) {
    EXPECT_EQ(lex(row.typed), row.tokens);
  }
}

TEST(Lexer, WarnsOfQuotesThatAreEmptyOrNotClosed) {
  for (const Row& row :
       {Row{"\"\"", "!"}, Row{"\" ... \" a", "a!"}, Row{"actor:\"\"", "!"},
        Row{"\"a b", "\"a b\"!"}, Row{"a \"", "a!!"}, Row{"\"neg* a\"", "\"neg* a\"!"},
        Row{"\"a b\"~5 c", "\"a b\" c!"}, Row{"until:\"last friday\"", "\"last friday\"!"},
        Row{"actor:(a OR b)", "( a op b )!"}, Row{"-actor:(a)", "-( a )!"}}) {
    EXPECT_EQ(lex(row.typed), row.tokens);
  }
}

TEST(Lexer, ReadsWeights) {
  for (const Row& row : {Row{"a^2", "a^2.0"}, Row{"a^2.5,", "a^2.5"},
                         Row{"\"a b\"^.5", "\"a b\"^0.5"}, Row{"(a b)^100", "( a b )^100"},
                         Row{"neg*^2", "neg*^2.0"}, Row{"actor:x^3", "actor<x>^3.0"},
                         Row{"foo:bar^2", "foo bar^2.0!"}, Row{"title:x^2", "title:x^2.0"}}) {
    EXPECT_EQ(lex(row.typed), row.tokens);
  }
}

TEST(Lexer, SaysWhichWeightsAreNone) {
  for (const Row& row : {Row{"a^0", "a!"}, Row{"a^-1", "a!"}, Row{"a^100.1", "a!"}, Row{"a^", "a!"},
                         Row{"^", "!"}, Row{"a^b", "a b!"}, Row{"a ^2", "a 2!"},
                         Row{"a^2^3", "a^2.0 3!"}, Row{"a^1e3", "a 1e3!"}, Row{"a^0.", "a!"}}) {
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
