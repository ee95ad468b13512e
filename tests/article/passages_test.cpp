#include "article/passages.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace dateline::article {
namespace {

// An article of these blocks, a line each.
struct Sample {
  Article article;
  Page page;
};

Sample of_blocks(const std::vector<std::pair<Role, std::string>>& blocks) {
  Sample sample;
  for (const auto& [role, text] : blocks) {
    const std::size_t begin = sample.article.text.size();
    sample.article.text += text;
    sample.page.blocks.push_back({role, {begin, begin + text.size()}, ""});
    sample.article.text += "\n";
  }
  return sample;
}

// The result looks into the sample.
std::vector<Passage> cut(const Sample& sample) {
  text::WordBreaker breaker;
  return passages(sample.article, sample.page, breaker);
}

std::string words(std::size_t count) {
  std::string text;
  for (; count > 0; --count) text += text.empty() ? "word" : " word";
  return text;
}

TEST(Passages, EachRoleHasItsField) {
  const std::vector<std::pair<Role, Field>> rows{
      {Role::kTitle, Field::kTitle}, {Role::kSubtitle, Field::kBody},
      {Role::kByline, Field::kBody}, {Role::kDateline, Field::kBody},
      {Role::kBody, Field::kBody},   {Role::kCaption, Field::kCaption},
      {Role::kJunk, Field::kJunk},   {Role::kSource, Field::kJunk}};
  for (const auto& [role, field] : rows) {
    const Sample sample = of_blocks({{role, "some words"}});
    ASSERT_EQ(cut(sample).size(), 1U);
    EXPECT_EQ(cut(sample).front().field, field) << role_name(role);
  }
}

TEST(Passages, WordsArePlacesInTheWholeText) {
  const Sample sample = of_blocks({{Role::kTitle, "Été à Kyiv"}, {Role::kBody, "the U.S. said"}});
  const auto parts = cut(sample);
  ASSERT_EQ(parts.size(), 2U);
  std::vector<std::string> found;
  for (const Passage& part : parts) {
    EXPECT_EQ(part.text.data(), sample.article.text.data());
    for (const Range word : part.words) {
      EXPECT_TRUE(part.range.contains(word));
      found.emplace_back(part.text.substr(word.begin, word.size()));
    }
  }
  EXPECT_EQ(found, (std::vector<std::string>{"Été", "à", "Kyiv", "the", "U.S", "said"}));
}

TEST(Passages, ATitleBesideTheTextComesFirst) {
  Sample sample = of_blocks({{Role::kBody, "the text"}});
  sample.article.title = "A title";
  sample.page.title = {"A title", "given", std::nullopt};
  const auto parts = cut(sample);
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].field, Field::kTitle);
  EXPECT_EQ(parts[0].text, "A title");
  EXPECT_EQ(parts[0].range, (Range{0, 7}));
  EXPECT_EQ(parts[0].words.size(), 2U);
  EXPECT_EQ(parts[1].text, sample.article.text);
}

TEST(Passages, ATitleThatStandsInTheTextIsThereOnce) {
  Sample sample = of_blocks({{Role::kTitle, "A title"}, {Role::kBody, "the text"}});
  sample.article.title = "A title";
  sample.page.title = {"A title", "given", Range{0, 7}};
  const auto parts = cut(sample);
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].field, Field::kTitle);
  EXPECT_EQ(parts[0].text, sample.article.text);
}

TEST(Passages, TheLeadIsTheFirstTwoBodyBlocks) {
  const Sample sample = of_blocks({{Role::kTitle, words(5)},
                                   {Role::kCaption, words(6)},
                                   {Role::kBody, words(20)},
                                   {Role::kJunk, words(7)},
                                   {Role::kBody, words(30)},
                                   {Role::kBody, words(40)}});
  std::vector<std::size_t> lead;
  for (const Passage& part : cut(sample)) lead.push_back(part.lead_words);
  EXPECT_EQ(lead, (std::vector<std::size_t>{0, 0, 20, 0, 30, 0}));
}

TEST(Passages, TheLeadHasAtMostSixtyWords) {
  struct PassagesRow {
    std::size_t first, second, lead_of_first, lead_of_second;
  };
  for (const PassagesRow& row : std::vector<PassagesRow>{
           {100, 100, 60, 0}, {60, 10, 60, 0}, {59, 10, 59, 1}, {40, 100, 40, 20}, {1, 2, 1, 2}}) {
    const auto parts =
        cut(of_blocks({{Role::kBody, words(row.first)}, {Role::kBody, words(row.second)}}));
    EXPECT_EQ(parts[0].lead_words, row.lead_of_first);
    EXPECT_EQ(parts[1].lead_words, row.lead_of_second);
  }
}

TEST(Passages, ABylineIsNoPartOfTheLead) {
  const Sample sample = of_blocks({{Role::kByline, "By Jane Roe"},
                                   {Role::kDateline, "KYIV, Feb 24"},
                                   {Role::kBody, words(3)},
                                   {Role::kBody, words(4)},
                                   {Role::kBody, words(5)}});
  std::vector<std::size_t> lead;
  for (const Passage& part : cut(sample)) lead.push_back(part.lead_words);
  EXPECT_EQ(lead, (std::vector<std::size_t>{0, 0, 3, 4, 0}));
}

TEST(Passages, NothingHasNone) {
  EXPECT_TRUE(cut({}).empty());
  Sample sample;
  sample.article.title = "";
  ASSERT_EQ(cut(sample).size(), 1U);
  EXPECT_TRUE(cut(sample).front().words.empty());
}

}  // namespace
}  // namespace dateline::article
