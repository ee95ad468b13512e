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

struct ChunkRow {
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
  for (const ChunkRow& row :
       {ChunkRow{"war,", "war"}, ChunkRow{"--force", "force"}, ChunkRow{"U.S.,", "U.S."},
        ChunkRow{"Re:", "Re"}, ChunkRow{"~500", "500"}, ChunkRow{"who?", "who"}}) {
    EXPECT_EQ(chunk(row.typed), row.tokens);
  }
}

TEST(Chunk, ReadsSignsAndFields) {
  for (const ChunkRow& row :
       {ChunkRow{"+must", "+must"}, ChunkRow{"-not", "-not"}, ChunkRow{"title:nato", "title:nato"},
        ChunkRow{"TITLE:NATO", "title:NATO"}, ChunkRow{"-title:nato", "-title:nato"},
        ChunkRow{"title:-nato", "-title:nato"}, ChunkRow{"title:12:30", "title:12:30"},
        ChunkRow{"body:neg*", "body:neg*"}, ChunkRow{"-actor:putin", "-actor<putin>"},
        ChunkRow{"org:AT&T,", "org<AT&T>"},
        ChunkRow{"topic:nato-membership", "topic<nato-membership>"},
        ChunkRow{"source:https://a.b/c", "source<https://a.b/c>"}, ChunkRow{"lang:en", "lang<en>"},
        ChunkRow{"date:2025-02..", "date<2025-02..>"}, ChunkRow{"until:2025.", "until<2025>"}}) {
    EXPECT_EQ(chunk(row.typed), row.tokens);
  }
}

TEST(Chunk, SearchesWhatStandsBehindAFieldThatTakesItNot) {
  for (const ChunkRow& row :
       {ChunkRow{"spoke:ushakov", "spoke ushakov!"}, ChunkRow{"foo:bar:baz", "foo bar baz!!"},
        ChunkRow{"-foo:bar", "-foo -bar!"}, ChunkRow{"foo:title:x", "foo title:x!"},
        ChunkRow{"title:foo:bar", "title:foo title:bar!"}, ChunkRow{"date:soon", "soon!"},
        ChunkRow{"until:caption:x", "caption:x!"}, ChunkRow{"title:actor:x", "actor<x>!"},
        ChunkRow{"title:", "!"}, ChunkRow{"actor:...", "!"}, ChunkRow{"date:2025-13", "2025-13!"},
        ChunkRow{"AND:x", "and x!"}}) {
    EXPECT_EQ(chunk(row.typed), row.tokens);
  }
}

TEST(Chunk, ReadsWildcardsAnywhereAndEdits) {
  for (const ChunkRow& row :
       {ChunkRow{"defen?e", "wild<defen?e>"}, ChunkRow{"neg*tiate", "wild<neg*tiate>"},
        ChunkRow{"*foo", "wild<*foo>"}, ChunkRow{"*foo*", "wild<*foo*>"},
        ChunkRow{"colo?r*,", "wild<colo?r*>"}, ChunkRow{"title:defen?e", "title:wild<defen?e>"},
        ChunkRow{"ab*", "ab*"}, ChunkRow{"éa*", "éa*"}, ChunkRow{"who?", "who"},
        ChunkRow{"https://a.b/?c*", "https://a.b/?c*"}, ChunkRow{"zelenski~", "zelenski~2"},
        ChunkRow{"zelenski~1,", "zelenski~1"}, ChunkRow{"peace~", "peace~1"},
        ChunkRow{"us~1", "us~1"}, ChunkRow{"київ~", "київ~1"}}) {
    EXPECT_EQ(chunk(row.typed), row.tokens);
  }
}

TEST(Chunk, SearchesAWordWithoutSignsThatItDoesNotUnderstand) {
  for (const ChunkRow& row :
       {ChunkRow{"a*", "a!"}, ChunkRow{"é*", "é!"}, ChunkRow{"?a", "a!"},
        ChunkRow{"*foo*~", "wild<*foo*>!"}, ChunkRow{"us~", "us!"},
        ChunkRow{"zelenski~7", "zelenski~2!"}, ChunkRow{"actor:put*", "actor<put>!"},
        ChunkRow{"source:a?p", "source<ap>!"}}) {
    EXPECT_EQ(chunk(row.typed), row.tokens);
  }
}

TEST(Chunk, ReadsOperators) {
  for (const ChunkRow& row : {ChunkRow{"AND", "op and"}, ChunkRow{"ONEAR/3", "op onear/3"},
                              ChunkRow{"NEAR/0", "op near/0!"},
                              ChunkRow{"NEAR/101", "op near/101!"}, ChunkRow{"NEAR/-1", "NEAR/-1!"},
                              ChunkRow{"-OR", "-or"}, ChunkRow{"title:NOT", "title:not"}}) {
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
  for (const ChunkRow& row : {ChunkRow{"title:", " prefix title"}, ChunkRow{"-", " prefix none"},
                              ChunkRow{"-actor:", " prefix actor"},
                              ChunkRow{"foo:", "foo prefix none!"}, ChunkRow{"word", "word"}}) {
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

}  // namespace
}  // namespace dateline::query
