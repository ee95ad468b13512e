#include "shape.hpp"

#include <dateline/query.hpp>

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace dateline {
namespace {

using query::shape;

struct ParseRow {
  std::string typed;
  std::string shape;
  std::size_t warnings = 0;
};

void expect_rows(const std::vector<ParseRow>& rows) {
  for (const ParseRow& row : rows) {
    const ParsedQuery parsed = parse_query(row.typed);
    EXPECT_EQ(shape(parsed.query), row.shape) << row.typed;
    EXPECT_EQ(parsed.warnings.size(), row.warnings) << row.typed;
    EXPECT_EQ(parse_query(to_string(parsed.query)).query, parsed.query) << row.typed;
  }
}

std::string repeat(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

TEST(Parse, RanksWordsSideBySide) {
  expect_rows({{"", "nothing", 1},
               {"ceasefire", "ceasefire"},
               {"ceasefire talks", "[ceasefire talks]"},
               {"+must -not may", "[must(must) not(not) may]"},
               {"+must", "must"},
               {"-not", "not(not)"},
               {"\"peace deal\" talks", "[\"peace deal\" talks]"},
               {"peace NEAR/5 deal", "near5(peace deal)"},
               {"peace NEAR deal talks", "[near10(peace deal) talks]"},
               {"a ONEAR/3 b ONEAR/3 c", "onear3(a b c)"}});
}

TEST(Parse, BindsBySideThenAndThenOr) {
  expect_rows(
      {{"a OR b OR c", "any(a b c)"},
       {"a AND b AND c", "all(a b c)"},
       {"a b AND c", "all([a b] c)"},
       {"a b OR c", "any([a b] c)"},
       {"a AND b OR c AND d", "any(all(a b) all(c d))"},
       {"a AND (b OR c)", "all(a any(b c))"},
       {"(a OR b) OR c", "any(a b c)"},
       {"a AND (b AND c)", "all(a b c)"},
       {"(a b) c", "[[a b] c]"},
       {"((((a))))", "a"},
       {"a AND NOT b", "all(a not(b))"},
       {"a NOT b", "[a not(b)]"},
       {"NOT NOT a", "a"},
       {"-(-a)", "a"},
       {"a and b or not c", "[a and b or not c]"},
       {"+(a OR b) -(c d) e", "[must(any(a b)) not([c d]) e]"},
       {"-a NEAR/5 b c", "[not(near5(a b)) c]"},
       {"a NEAR/5 (b OR \"c d\" OR actor:x OR e1*)", "near5(a any(b \"c d\" actor<x> e1*))"}});
}

TEST(Parse, NarrowsByFields) {
  expect_rows({{"title:nato", "title(nato)"},
               {"title:nato talks", "[must(title(nato)) talks]"},
               {"-title:nato talks", "[not(title(nato)) talks]"},
               {"(title:nato) talks", "[must(title(nato)) talks]"},
               {"title:(a OR b) c", "[must(title(any(a b))) c]"},
               {"title:\"a b\"^2 c", "[must(boost2(title(\"a b\"))) c]"},
               {"title:peace NEAR/5 deal talks", "[must(title(near5(peace deal))) talks]"},
               {"title:(actor:x NEAR/5 y)", "title(near5(actor<x> y))"},
               {"title:nato OR source:afp", "any(title(nato) source<afp>)"},
               {"actor:russia NEAR/10 ceasefire talks", "[near10(actor<russia> ceasefire) talks]"},
               {"caption:kremlin person:\"Vladimir Putin\"",
                "[must(caption(kremlin)) must(person<Vladimir Putin>)]"},
               {"talks topic:nato-membership lang:en date:2025-02..2025-12",
                "[talks must(topic<nato-membership>) must(lang<en>) must(date<2025-02..2025-12>)]"},
               {"org:nato place:kyiv since:2025-02 until:2025-03-01 junk:ad",
                "[must(org<nato>) must(place<kyiv>) must(since<2025-02>) must(until<2025-03-01>) "
                "must(junk(ad))]"}});
}

TEST(Parse, WeighsWordsPhrasesAndBrackets) {
  expect_rows({{"word^2.5", "boost2.5(word)"},
               {"\"a b\"^2 c", "[boost2(\"a b\") c]"},
               {"(a OR b)^0.5", "boost0.5(any(a b))"},
               {"(a NEAR/5 b)^2", "boost2(near5(a b))"},
               {"-a^2 b", "[not(boost2(a)) b]"},
               {"title:(a b)^3", "boost3(title([a b]))"},
               {"title:(a^3)", "title(boost3(a))"},
               {"(a^2)^3", "boost3(boost2(a))"}});
}

TEST(Parse, SearchesOperatorsThatStandAloneAsWords) {
  expect_rows({{"AND", "and", 1},
               {"OR", "or", 1},
               {"NOT", "not", 1},
               {"NEAR/5", "near/5", 1},
               {"a AND", "[a and]", 1},
               {"OR a", "[or a]", 1},
               {"a NOT", "[a not]", 1},
               {"a NEAR", "[a near]", 1},
               {"NEAR a", "[near a]", 1},
               {"a AND OR b", "any([a and] b)", 1},
               {"(AND)", "and", 1},
               {"(a OR) b", "[[a or] b]", 1},
               {"AND OR NOT", "any(and not)", 2},
               {"a AND NOT", "all(a not)", 1}});
}

TEST(Parse, LeavesNearOutWhereItCannotStand) {
  expect_rows({{"a NEAR/5 (b c)", "[a [b c]]", 1},
               {"a NEAR/5 source:afp", "[a must(source<afp>)]", 1},
               {"a NEAR/5 -b", "[a not(b)]", 1},
               {"a NEAR/5 NOT b", "[a not(b)]", 1},
               {"a^2 NEAR/5 b", "[boost2(a) b]", 1},
               {"a NEAR/5 title:b", "[a must(title(b))]", 1},
               {"a NEAR/5 b NEAR/3 c", "[near5(a b) c]", 1},
               {"a NEAR/0 b", "near1(a b)", 1},
               {"a ONEAR/101 b", "onear100(a b)", 1},
               {"a NEAR/99999999999999999999 b", "near100(a b)", 1}});
}

TEST(Parse, ClosesOrIgnoresWhatIsUnbalanced) {
  expect_rows({{"(a b", "[a b]", 1},
               {"a)", "a", 1},
               {")))", "nothing", 3},
               {"(((", "nothing", 4},
               {"\"a b", "\"a b\"", 1},
               {"a (b OR \"c d", "[a any(b \"c d\")]", 2},
               {"()", "nothing", 1},
               {"a AND ()", "a", 1},
               {"a NOT () b", "[a b]", 1},
               {"a NEAR/5 () b", "[a b]", 1},
               {"title:() a", "a", 1},
               {"\"\" a", "a", 1}});
}

// Strings that raise errors, or find nothing, in engines where text is syntax.
TEST(Parse, ReadsWhatBreaksOtherEngines) {
  expect_rows({{"Kyiv's", "Kyiv's"},
               {"l'État d'Ukraine", "[l'État d'Ukraine]"},
               {"rock 'n' roll", "[rock 'n' roll]"},
               {"it's near and/or not far", "[it's near and/or not far]"},
               {"US-led 28-point e-mail COVID-19", "[US-led 28-point e-mail COVID-19]"},
               {"AFP/fs km/h", "[AFP/fs km/h]"},
               {"U.S. U.K., i.e. v1.2.3", "[U.S. U.K. i.e. v1.2.3]"},
               {"at 12:30 in 2:1", "[at 12:30 in 2:1]"},
               {"https://example.org/a?b=c&d=*#e", "https://example.org/a?b=c&d=*#e"},
               {"C++ C# .NET F-16", "[C++ C# .NET F-16]"},
               {"50% $5 #tag @user a&b", "[50% $5 #tag @user a&b]"},
               {"- + * ? ~ ^ : ; , . ! / \\ | & = < > { } [ ] — … ¿", "nothing", 1},
               {"'; DROP TABLE articles; --", "[DROP TABLE articles]"},
               {"a \\\" b", "[a \"b\"]", 1},
               {"🚀 launch 👩‍🚀", "launch"},
               {"שלום OR سلام", "any(שלום سلام)"},
               {"和平协议 Київ’s", "[和平协议 Київ’s]"},
               {std::string("a\0b", 3), "[a b]"},
               {"a\x01"
                "b\x7F",
                "[a b]"},
               {"caf\xE9 \xFF\xFE", "caf", 1},
               {"a* *", "a", 1},
               {"*:*", "nothing", 1},
               {"{!lucene} _query_:x", "[{!lucene} _query_:x]"}});
}

TEST(Parse, SaysWhenNoWordIsLeft) {
  for (const char* text : {"", " ", "*", "€", "😀", "''", "- ! ?", "—"}) {
    const auto parsed = parse_query(text);
    EXPECT_EQ(parsed.query.kind, Query::Kind::kNothing) << text;
    ASSERT_EQ(parsed.warnings.size(), 1U) << text;
    EXPECT_NE(parsed.warnings[0].text.find("no word stands in the query"), std::string::npos);
  }
}

TEST(Parse, NeverSearchesTheNameOfAField) {
  expect_rows({{"date:2025-13", "2025-13", 1},
               {"title: nato", "nato", 1},
               {"title:", "nothing", 1},
               {"date:(2025 OR 2026)", "any(2025 2026)", 1},
               {"-date:soon talks", "[not(soon) talks]", 1}});
}

TEST(Parse, KnowsNoEscapes) {
  EXPECT_EQ(shape(parse_query("\"a\\\" b\"").query), "[\"a\\\" b]");
}

TEST(Parse, SuggestsTheFieldThatWasMeant) {
  const auto parsed = parse_query("talks sorce:afp");
  EXPECT_EQ(shape(parsed.query), "[talks sorce afp]");
  ASSERT_EQ(parsed.warnings.size(), 1U);
  EXPECT_EQ(parsed.warnings[0].range, (Range{6, 11}));
  EXPECT_NE(parsed.warnings[0].text.find("did you mean \"source:\""), std::string::npos);
}

TEST(Parse, SaysInOrderWhereItsWarningsStand) {
  const std::string typed = "a NEAR/5 (b c) x:y )";
  const auto parsed = parse_query(typed);
  ASSERT_EQ(parsed.warnings.size(), 3U);
  EXPECT_EQ(typed.substr(parsed.warnings[0].range.begin, parsed.warnings[0].range.size()),
            "NEAR/5");
  EXPECT_EQ(typed.substr(parsed.warnings[1].range.begin, parsed.warnings[1].range.size()), "x");
  EXPECT_EQ(typed.substr(parsed.warnings[2].range.begin, parsed.warnings[2].range.size()), ")");
}

TEST(Parse, PointsAtEachNode) {
  const std::string typed = "a -title:(b c)^2 \"d e\" NOT f";
  const Query query = parse_query(typed).query;
  const auto text = [&](const Query& node) {
    return typed.substr(node.range.begin, node.range.size());
  };
  EXPECT_EQ(text(query), typed);
  EXPECT_EQ(text(query.parts[1]), "-title:(b c)^2");
  EXPECT_EQ(text(query.parts[1].parts[0]), "title:(b c)^2");
  EXPECT_EQ(text(query.parts[2]), "\"d e\"");
  EXPECT_EQ(text(query.parts[3]), "NOT f");
  EXPECT_EQ(text(query.parts[3].parts[0]), "f");
}

TEST(Parse, BoundsTheNumberOfWarnings) {
  const auto parsed = parse_query(repeat(") ", 5000));
  EXPECT_EQ(parsed.warnings.size(), 100U);
  EXPECT_NE(parsed.warnings.back().text.find("left out"), std::string::npos);
}

std::size_t depth(const Query& node) {
  std::size_t deepest = 0;
  for (const Query& part : node.parts) deepest = std::max(deepest, depth(part));
  return deepest + 1;
}

TEST(Parse, IgnoresBracketsBeyondTheGreatestDepth) {
  const auto parsed = parse_query(repeat("(", 10000) + "a" + repeat(")", 10000));
  EXPECT_EQ(shape(parsed.query), "a");
  EXPECT_EQ(parsed.warnings.size(), 1U);
  const Query deep = parse_query(repeat("(a ", 10000) + repeat(")", 10000)).query;
  EXPECT_EQ(depth(deep), 65U);
  EXPECT_EQ(parse_query(to_string(deep)).query, deep);
  EXPECT_EQ(shape(parse_query(repeat("(", 10000)).query), "nothing");
  EXPECT_EQ(shape(parse_query(repeat(")", 10000)).query), "nothing");
}

TEST(Parse, ForgetsTheOperatorBeforeAnIgnoredBracket) {
  const auto parsed = parse_query(repeat("(", 64) + "a NEAR/5 ( AND b");
  EXPECT_EQ(shape(parsed.query), "all(a b)");
}

TEST(Parse, DropsWordsBeyondTheGreatestNumber) {
  const auto parsed = parse_query(repeat("a ", 1023) + "b c OR (d");
  EXPECT_EQ(parsed.query.parts.size(), 1024U);
  EXPECT_EQ(parsed.query.parts.back().text, "b");
  ASSERT_EQ(parsed.warnings.size(), 1U);
  EXPECT_EQ(parsed.warnings[0].range, (Range{2048, 2055}));
  EXPECT_TRUE(parse_query(repeat("a ", 1024)).warnings.empty());
}

TEST(Parse, CountsTheWordsOfAPhraseAndCutsIt) {
  const auto parsed = parse_query("x \"" + repeat("a ", 2000) + "\" y");
  ASSERT_EQ(parsed.query.parts.size(), 2U);
  EXPECT_EQ(parsed.query.parts[1].text.size(), 2 * 1023U - 1);
  EXPECT_EQ(parsed.warnings.size(), 1U);
  EXPECT_EQ(parse_query(to_string(parsed.query)).query, parsed.query);
}

TEST(Parse, CutsATextBeyondTheGreatestSize) {
  const auto parsed = parse_query("talks " + std::string(100000, 'a'));
  EXPECT_EQ(shape(parsed.query), "talks");
  ASSERT_EQ(parsed.warnings.size(), 1U);
  EXPECT_EQ(parsed.warnings[0].range, (Range{5, 100006}));
}

// Whatever bytes come: ranges lie in the text, and the query prints as what it is.
void expect_robust(const std::string& typed) {
  const ParsedQuery parsed = parse_query(typed);
  for (const QueryWarning& warning : parsed.warnings) {
    ASSERT_LE(warning.range.begin, warning.range.end);
    ASSERT_LE(warning.range.end, typed.size());
    ASSERT_FALSE(warning.text.empty());
  }
  ASSERT_LE(parsed.query.range.end, typed.size());
  const std::string printed = to_string(parsed.query);
  ASSERT_EQ(parse_query(printed).query, parsed.query) << typed << "\n" << printed;
}

TEST(Parse, ReadsRandomBytes) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string typed(random() % 200, '\0');
    for (char& c : typed) c = static_cast<char>(random());
    expect_robust(typed);
  }
  std::string megabyte(1 << 20, '\0');
  for (char& c : megabyte) c = static_cast<char>(random());
  const auto parsed = parse_query(megabyte);
  EXPECT_FALSE(parsed.warnings.empty());
}

TEST(Parse, ReadsRandomPiecesOfItsOwnLanguage) {
  const std::vector<std::string> pieces{"a",      "word",
                                        "AND",    "OR",
                                        "NOT",    "NEAR",
                                        "NEAR/5", "ONEAR/3",
                                        "NEAR/0", " ",
                                        " ",      " ",
                                        "(",      ")",
                                        "\"",     "\"x y\"",
                                        "“",      "»",
                                        "title:", "body:",
                                        "actor:", "person:",
                                        "topic:", "date:",
                                        "since:", "foo:",
                                        "tile:",  "2025-02",
                                        "..",     "+",
                                        "-",      "*",
                                        "?",      "~",
                                        "~2",     "^",
                                        "^2",     "^2.5",
                                        "^0",     ":",
                                        "/",      "://",
                                        ".",      ",",
                                        "U.S.",   "'",
                                        "é",      "—",
                                        "🚀",      "ж",
                                        "\xFF",   "\xC3",
                                        "\n",     "neg*",
                                        "12:30",  "http://x.y/?q=*",
                                        "\u00A0", ";",
                                        "[",      "title:(",
                                        "-(",     std::string(1, '\0')};
  std::mt19937 random(11);
  for (int round = 0; round < 8000; ++round) {
    std::string typed;
    for (auto count = random() % 25; count > 0; --count) {
      typed += pieces[random() % pieces.size()];
      if (random() % 3 == 0) typed += ' ';
    }
    expect_robust(typed);
  }
}

TEST(Parse, ReadsRandomNestingAndManyTerms) {
  const std::vector<std::string> pieces{
      "(",      "(",       "(",        "(",        "title:(",  "-(", "a ", "b ",
      " OR ",   " AND ",   " NOT ",    " NEAR/5 ", " NEAR/3 ", ")",  ")",  ")^2",
      "title:", "\"p q\"", "actor:x ", "actor:(",  "()",       "-"};
  std::mt19937 random(13);
  for (int round = 0; round < 60; ++round) {
    std::string typed;
    for (auto count = random() % 6000; count > 0; --count)
      typed += pieces[random() % pieces.size()];
    expect_robust(typed);
  }
}

}  // namespace
}  // namespace dateline
