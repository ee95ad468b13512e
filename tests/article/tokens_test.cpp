#include "article/tokens.hpp"

#include "pages.hpp"

#include <string>

namespace dateline::article {
namespace {

// The tokens in brackets: words plain, numbers with "#", marks with their plain form.
std::string token_list(std::string_view text) {
  std::string out;
  for (const Token& token : tokens_of(text)) {
    const std::string_view bytes = text.substr(token.range.begin, token.range.size());
    if (!out.empty()) out += ' ';
    if (token.kind == TokenKind::kMark && token.hash < 0x80) {
      out += static_cast<char>(token.hash);
    } else {
      out.append(is_number(token) ? "#" : "").append(bytes);
    }
  }
  return out;
}

TEST(Tokens, AreWordsNumbersAndMarks) {
  EXPECT_EQ(token_list("Kyiv, 24 men (left)."), "Kyiv , #24 men ( left ) .");
  EXPECT_EQ(token_list("3rd U.S. e-mail"), "3rd U . S . e - mail");
}

TEST(Tokens, KeepTheApostropheInsideAWord) {
  EXPECT_EQ(token_list("'don't'"), "' don't '");
  EXPECT_EQ(token_list("the allies’ plan’s"), "the allies ' plan’s");
}

TEST(Tokens, BringMarksToTheirPlainForm) {
  EXPECT_EQ(token_list("“A” – b… «c»"), "\" A \" - b . \" c \"");
  EXPECT_EQ(token_list("a -- b"), "a - b");
}

TEST(Tokens, OfEqualWordsHaveEqualHashes) {
  const char* const pairs[][2] = {{"KYIV", "kyiv"},
                                  {"Ukraine’s", "ukraine's"},
                                  {"МОСКВА", "москва"},
                                  {"Straße", "STRASSE"},
                                  {"news\u00ADletter", "newsletter"}};
  for (const auto& [a, b] : pairs) EXPECT_EQ(tokens_of(a)[0].hash, word_hash(b)) << a;
  EXPECT_NE(tokens_of("left")[0].hash, tokens_of("right")[0].hash);
}

TEST(Tokens, SeeEachIdeographAsAWord) {
  EXPECT_EQ(tokens_of("中国人。").size(), 4u);
}

TEST(Tokens, StayInTheirRange) {
  const std::string_view text = "one two three";
  std::vector<Token> tokens;
  tokenize(text, {2, 6}, tokens);
  ASSERT_EQ(tokens.size(), 2u);
  EXPECT_EQ(tokens[0].range, (Range{2, 3}));
  EXPECT_EQ(tokens[1].range, (Range{4, 6}));
}

TEST(Tokens, TellNumbersOfUpToEightDigits) {
  const std::string_view text = "24 x 123456789";
  const auto tokens = tokens_of(text);
  EXPECT_EQ(number_of(text, tokens[0]), 24);
  EXPECT_EQ(number_of(text, tokens[1]), -1);
  EXPECT_EQ(number_of(text, tokens[2]), -1);
}

TEST(Tokens, KnowCapitalsOfAllScripts) {
  for (const char* word : {"Kyiv", "Élysée", "Москва", "Ελλάδα"}) EXPECT_TRUE(is_capitalized(word));
  for (const char* word : {"kyiv", "élysée", "москва", "中", "3rd", "", "“A"}) {
    EXPECT_FALSE(is_capitalized(word)) << word;
  }
}

TEST(Tokens, KnowADashThatPartsFromOneThatJoins) {
  const auto dash = [](std::string_view text, std::size_t index) {
    return is_parting_dash(text, tokens_of(text)[index]);
  };
  EXPECT_TRUE(dash("a - b", 1));
  EXPECT_TRUE(dash("a — b", 1));
  EXPECT_TRUE(dash("(a)- b", 3));
  EXPECT_FALSE(dash("a-b", 1));
  EXPECT_FALSE(dash("- b", 0));
}

TEST(Tokens, TrimWhiteSpaceOfEveryKind) {
  const std::string_view text = " \t\u00A0a b\u200B\r\n";
  const Range range = trim(text, {0, text.size()});
  EXPECT_EQ(text.substr(range.begin, range.size()), "a b");
  EXPECT_TRUE(trim("  ", {0, 2}).empty());
}

}  // namespace
}  // namespace dateline::article
