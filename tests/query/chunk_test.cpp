#include "query/chunk.hpp"

#include "shape.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace dateline::query {
namespace {

// Each token as its sign, field and shape; then "!" for each warning.
std::string chunk(std::string_view text, bool touches_group = false) {
  Warnings warnings;
  Tokens tokens(warnings);
  const auto prefix = read_chunk(text, {0, text.size()}, touches_group, tokens, warnings);
  std::string out;
  for (const Token& token : tokens.take()) {
    if (!out.empty()) out += ' ';
    if (token.sign != 0) out += token.sign;
    if (!token.field.empty()) out += token.field + ":";
    out += token.kind == Token::Kind::kTerm ? shape(token.term) : "op " + token.term.text;
  }
  if (prefix) out += " prefix " + std::string(prefix->field ? prefix->field->name : "none");
  return out + std::string(warnings.take().size(), '!');
}

struct Row {
  const char* typed;
  const char* tokens;
};

TEST(Chunk, KeepsAWordAsTyped) {
  for (const char* text :
       {"US-led", "28-point", "COVID-19",    "Kyiv's", "Kyiv’s", "U.S.",
        "km/h",   "AT&T",     "rock'n'roll", "#metoo", "@nato",  "$5",
        "12:30",  "a_b",      "שלום",        "C++",    "3.14",   "https://a.b/c?d=*&e:f",
        "and",    "Or"}) {
    EXPECT_EQ(chunk(text), text);
  }
}

TEST(Chunk, PassesOverPunctuationInSilence) {
  for (const char* text : {"-", "+", "--", "...", "!", "—", "…", "*", "?", "~", ":", "/", "&", "'",
                           ";)", "🚀", "€", "→"}) {
    EXPECT_EQ(chunk(text), "") << text;
  }
  for (const Row& row : {Row{"war,", "war"}, Row{"--force", "force"}, Row{"U.S.,", "U.S."},
                         Row{"Re:", "Re"}, Row{"~500", "500"}, Row{"who?", "who"}}) {
    EXPECT_EQ(chunk(row.typed), row.tokens);
  }
}

TEST(Chunk, ReadsSignsAndFields) {
  for (const Row& row :
       {Row{"+must", "+must"}, Row{"-not", "-not"}, Row{"title:nato", "title:nato"},
        Row{"TITLE:NATO", "title:NATO"}, Row{"-title:nato", "-title:nato"},
        Row{"title:-nato", "-title:nato"}, Row{"title:12:30", "title:12:30"},
        Row{"body:neg*", "body:neg*"}, Row{"-actor:putin", "-actor<putin>"},
        Row{"org:AT&T,", "org<AT&T>"}, Row{"topic:nato-membership", "topic<nato-membership>"},
        Row{"source:https://a.b/c", "source<https://a.b/c>"}, Row{"lang:en", "lang<en>"},
        Row{"date:2025-02..", "date<2025-02..>"}, Row{"until:2025.", "until<2025>"}}) {
    EXPECT_EQ(chunk(row.typed), row.tokens);
  }
}

TEST(Chunk, SearchesWhatStandsBehindAFieldThatTakesItNot) {
  for (const Row& row :
       {Row{"said:ushakov", "said ushakov!"}, Row{"foo:bar:baz", "foo bar baz!!"},
        Row{"-foo:bar", "-foo -bar!"}, Row{"foo:title:x", "foo title:x!"},
        Row{"title:foo:bar", "title:foo title:bar!"}, Row{"date:soon", "soon!"},
        Row{"until:caption:x", "caption:x!"}, Row{"title:actor:x", "actor<x>!"}, Row{"title:", "!"},
        Row{"actor:...", "!"}, Row{"date:2025-13", "2025-13!"}, Row{"AND:x", "and x!"}}) {
    EXPECT_EQ(chunk(row.typed), row.tokens);
  }
}

TEST(Chunk, SearchesAWordWithoutSignsThatItDoesNotUnderstand) {
  for (const Row& row :
       {Row{"defen?e", "defene!"}, Row{"neg*tiate", "negtiate!"}, Row{"*foo", "foo!"},
        Row{"zelenski~", "zelenski!"}, Row{"zelenski~2", "zelenski!"}, Row{"a*", "a!"},
        Row{"é*", "é!"}, Row{"ab*", "ab*"}, Row{"éa*", "éa*"}, Row{"*foo*~", "foo*!!"},
        Row{"actor:put*", "actor<put>!"}}) {
    EXPECT_EQ(chunk(row.typed), row.tokens);
  }
}

TEST(Chunk, ReadsOperators) {
  for (const Row& row :
       {Row{"AND", "op and"}, Row{"ONEAR/3", "op onear/3"}, Row{"NEAR/0", "op near/0!"},
        Row{"NEAR/101", "op near/101!"}, Row{"NEAR/-1", "NEAR/-1!"}, Row{"-OR", "-or"},
        Row{"title:NOT", "title:not"}}) {
    EXPECT_EQ(chunk(row.typed), row.tokens);
  }
}

TEST(Chunk, BoundsTheDistanceOfNear) {
  Warnings warnings;
  Tokens tokens(warnings);
  for (const std::string_view text : {"NEAR/0", "NEAR/100", "ONEAR/5000000000"}) {
    read_chunk(text, {0, text.size()}, false, tokens, warnings);
  }
  const auto list = tokens.take();
  EXPECT_EQ(list[0].distance, 1U);
  EXPECT_EQ(list[1].distance, 100U);
  EXPECT_EQ(list[2].distance, 100U);
  EXPECT_TRUE(list[2].ordered);
}

TEST(Chunk, LeavesItsPrefixToAQuoteOrBracketThatTouchesIt) {
  for (const Row& row :
       {Row{"title:", " prefix title"}, Row{"-", " prefix none"}, Row{"-actor:", " prefix actor"},
        Row{"foo:", "foo prefix none!"}, Row{"word", "word"}}) {
    EXPECT_EQ(chunk(row.typed, true), row.tokens);
  }
}

TEST(Chunk, PointsAtTheWordInTheText) {
  Warnings warnings;
  Tokens tokens(warnings);
  read_chunk("xx -title:nato, yy", {3, 15}, false, tokens, warnings);
  EXPECT_EQ(tokens.last().term.range, (Range{10, 14}));
  EXPECT_EQ(tokens.last().range.begin, 3U);
}

TEST(Chunk, PointsAtAllOfAWordThatLostASign) {
  Warnings warnings;
  Tokens tokens(warnings);
  read_chunk("defen?e,", {0, 8}, false, tokens, warnings);
  EXPECT_EQ(tokens.last().term.range, (Range{0, 8}));
}

}  // namespace
}  // namespace dateline::query
