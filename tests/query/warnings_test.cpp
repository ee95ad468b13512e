#include "query/warnings.hpp"

#include "shape.hpp"

#include <dateline/error.hpp>
#include <dateline/query.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {
namespace {

using query::shape;
using namespace std::string_literals;

// What breaks other engines, with the tree that is made of it, and where a warning stands.
struct Breaking {
  std::string typed;
  std::string shape;
  std::vector<Range> warned = {};
};

const std::vector<Breaking> kBreaking = {
    // apostrophes
    {"Ukraine's O'Neill", "[Ukraine's O'Neill]"},
    {"rock ’n’ roll l’État", "[rock ’n’ roll l’État]"},
    {"'single 'quotes'", "['single 'quotes']"},
    {"dogs' ' '' '''", "dogs'"},
    // hyphens, dashes
    {"US-led -- talks - end", "[US-led talks end]"},
    {"--deal", "deal"},
    {"peace-", "peace-"},
    {"28-point–plan — done", "[28-point–plan done]"},
    // slashes, dots, colons
    {"AFP/fs and/or /path/to//x", "[AFP/fs and/or path/to//x]"},
    {"/regular expression/", "[regular expression/]"},
    {"U.S. ... v1.2.3 .NET end.", "[U.S. v1.2.3 .NET end]"},
    {"12:30 :30 a: :", "[12:30 30 a]"},
    {"https://example.org:80/a?b=c*&d=\"e\"", "[https://example.org:80/a?b=c*&d= \"e\"]"},
    {"foo:bar", "[foo bar]", {{0, 3}}},
    {"C:\\path\\to", "[C \\path\\to]", {{0, 1}}},
    // operators that stand alone
    {"AND", "and", {{0, 3}}},
    {"OR", "or", {{0, 2}}},
    {"NOT", "not", {{0, 3}}},
    {"NEAR", "near", {{0, 4}}},
    {"ONEAR/4", "onear/4", {{0, 7}}},
    {"AND OR NOT NEAR", "any(and [not near])", {{0, 3}, {7, 10}, {11, 15}}},
    {"a AND AND b", "all([a and] b)", {{2, 5}}},
    {"NEAR/5 deal", "[near/5 deal]", {{0, 6}}},
    {"a NEAR/ b NEAR/x c", "[a NEAR/ b NEAR/x c]", {{2, 7}, {10, 16}}},
    {"not and or near", "[not and or near]"},
    {"+ - ~ ^ * ?", "nothing", {{6, 7}}},
    {"a^ b^x c^-1", "[a b x c]", {{1, 2}, {4, 6}, {8, 11}}},
    // quotes and brackets that are not closed, or never opened
    {"\"peace deal", "\"peace deal\"", {{0, 1}}},
    {"peace\" deal", "[peace \"deal\"]", {{5, 6}}},
    {"\"a\" \" \"b", "[\"a\" b]", {{4, 7}}},
    {"(peace (deal", "[peace deal]", {{0, 1}}},
    {"peace) deal)", "[peace deal]", {{5, 6}, {11, 12}}},
    {"([{<a>}])", "[{<a>}]"},
    {"title:(a", "title(a)", {{0, 7}}},
    {"actor:\"x y", "actor<x y>", {{6, 7}}},
    {"»a« „b“", "[\"a\" \"b\"]"},
    // other scripts
    {"🚀 peace 🇺🇦 deal 👩‍👩‍👧", "[peace deal]"},
    {"😀", "nothing", {{0, 4}}},
    {"שלום OR \"سلام عليكم\" -حرب", "any(שלום [\"سلام عليكم\" not(حرب)])"},
    {"\u202Eabc\u202C \u200Fdef", "[\u202Eabc\u202C \u200Fdef]"},
    {"和平 AND 协议*", "all(和平 协议*)"},
    {"e\u0301te\u0301", "e\u0301te\u0301"},
    // bytes
    {"a\0b"s, "[a b]"},
    {"\0"s, "nothing", {{0, 1}}},
    {"a\xFF\xFE"
     "b",
     "[a b]",
     {{1, 3}}},
    {"\xC3", "nothing", {{0, 1}}},
    {"caf\xC3 \xE2\x82 x", "[caf x]", {{3, 7}}},
    {"\xED\xA0\x80 surrogate", "surrogate", {{0, 3}}},
    {"\xC0\xAF overlong", "overlong", {{0, 2}}},
    {"a\tb\r\nc\u00A0d\u2028e", "[a b c d e]"}};

std::string shown(const std::vector<Range>& ranges) {
  std::string text;
  for (const Range& range : ranges) {
    text += "{" + std::to_string(range.begin) + ", " + std::to_string(range.end) + "} ";
  }
  return text;
}

std::vector<Range> places(const ParsedQuery& parsed) {
  std::vector<Range> ranges;
  for (const QueryWarning& warning : parsed.warnings) ranges.push_back(warning.range);
  return ranges;
}

// Lenient: an answer, and warnings with their places in order.  Strict: a refusal that names the first place,
// or the same answer.
void expect_kept(const std::string& typed) {
  const ParsedQuery parsed = parse_query(typed);
  std::size_t begin = 0;
  for (const QueryWarning& warning : parsed.warnings) {
    ASSERT_FALSE(warning.text.empty());
    ASSERT_LE(begin, warning.range.begin);
    ASSERT_LE(warning.range.begin, warning.range.end);
    ASSERT_LE(warning.range.end, typed.size());
    begin = warning.range.begin;
  }
  ASSERT_EQ(parse_query(to_string(parsed.query)).query, parsed.query) << typed.substr(0, 200);
  const ParseOptions strict{.now = {}, .strict = true};
  if (parsed.warnings.empty()) {
    ASSERT_EQ(parse_query(typed, strict).query, parsed.query);
    return;
  }
  const Range first = parsed.warnings.front().range;
  const std::string place =
      "bytes " + std::to_string(first.begin) + " to " + std::to_string(first.end);
  try {
    parse_query(typed, strict);
    FAIL() << "strict takes " << typed.substr(0, 200);
  } catch (const Error& error) {
    ASSERT_EQ(error.code(), ErrorCode::kInvalid);
    ASSERT_NE(std::string(error.what()).find(place), std::string::npos) << error.what();
  }
}

TEST(Warnings, StandWhereOtherEnginesBreakAndSayTheirBytes) {
  for (const Breaking& row : kBreaking) {
    const ParsedQuery parsed = parse_query(row.typed);
    EXPECT_EQ(shape(parsed.query), row.shape) << row.typed;
    EXPECT_EQ(shown(places(parsed)), shown(row.warned)) << row.typed;
    expect_kept(row.typed);
  }
}

std::string times(const std::string& piece, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += piece;
  return text;
}

TEST(Warnings, StandInTenThousandSignsOfOneKindAndIn64KiBOfAnything) {
  constexpr std::size_t kLimit = 64 << 10;
  for (const char* piece :
       {"(",       ")",      "\"",     "()",     "(\"",       "a(",     ")a",      "[",
        "{",       "-",      "+",      "*",      "?",         "~",      "^",       ":",
        "'",       "’",      "/",      ".",      "\\",        "AND ",   "OR ",     "NOT ",
        "NEAR/5 ", "a AND ", "a OR ",  "NOT a ", "a NEAR/5 ", "title:", "title:(", "actor:",
        "date:",   "-(",     "+(a ",   "a^2 ",   "a~ ",       "a* ",    "😀",       "שלום ",
        "\xFF",    "\xC3",   "a\xE2 ", "word ",  "\"a b\" ",  "a:b ",   "»",       "„a"}) {
    const std::size_t size = std::string_view(piece).size();
    expect_kept(times(piece, std::max(std::size_t{10000}, kLimit / size)));
  }
  expect_kept(std::string(10000, '\0'));
  expect_kept(std::string(kLimit, '\0'));
  for (int byte = 1; byte < 256; ++byte) expect_kept(std::string(500, static_cast<char>(byte)));
}

TEST(Warnings, StandInAnyMixtureOfWhatBreaks) {
  std::mt19937 random(23);
  for (int round = 0; round < 4000; ++round) {
    std::string typed;
    for (auto count = 1 + random() % 6; count > 0; --count) {
      typed += kBreaking[random() % kBreaking.size()].typed;
      if (random() % 2 == 0) typed += ' ';
    }
    if (random() % 3 == 0) typed.resize(random() % typed.size());
    expect_kept(typed);
  }
}

}  // namespace
}  // namespace dateline
