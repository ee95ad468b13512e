#include "search/snippet.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <string>

namespace dateline::search {
namespace {

// Passages over texts of their own, with the places of given words.
class Page {
 public:
  void add(Field field, std::string text) {
    texts_.push_back(std::move(text));
    article::Passage& passage = passages_.emplace_back();
    passage.field = field;
    passage.text = texts_.back();
    passage.range = {0, texts_.back().size()};
  }
  void mark(std::string_view word) {
    for (std::uint32_t p = 0; p < passages_.size(); ++p) {
      const auto text = passages_[p].text;
      for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        places_.push_back(
            {analysis::What::kWord, word, {at, at + word.size()}, p, passages_[p].field});
      }
    }
    std::sort(places_.begin(), places_.end(), [](const auto& a, const auto& b) {
      return std::pair(a.passage, a.range.begin) < std::pair(b.passage, b.range.begin);
    });
  }
  Snippet snippet() const { return make_snippet(passages_, places_); }

 private:
  std::deque<std::string> texts_;
  std::vector<article::Passage> passages_;
  std::vector<analysis::Place> places_;
};

std::string sentence(const std::string& word) {
  return "Here stands the word " + word + " among others of which one need not speak. ";
}

void expect_sound(const Snippet& snippet) {
  EXPECT_EQ(snippet.text.size(), snippet.range.size());
  std::size_t before = snippet.range.begin;
  for (const Range mark : snippet.marks) {
    EXPECT_TRUE(snippet.range.contains(mark));
    EXPECT_GE(mark.begin, before);
    EXPECT_FALSE(mark.empty());
    before = mark.end;
  }
}

TEST(SnippetTest, BeginsBehindTheDatelineUnlessThatIsAskedFor) {
  const std::string head = "АНКОРИДЖ, 16 августа (Вестник Меридиан) — ";
  const std::string story = "Путин и Трамп провели переговоры.";
  Page page;
  page.add(Field::kBody, head + story);
  page.mark("Трамп");
  EXPECT_EQ(page.snippet().text, story);
  expect_sound(page.snippet());
  page.mark("Меридиан");
  EXPECT_EQ(page.snippet().text, head + story);
  Page other;
  other.add(Field::kBody, "KYIV, Feb. 24 (Meridian Wire) - Nothing was said. Nobody came.");
  EXPECT_EQ(other.snippet().text, "Nothing was said.");
}

TEST(SnippetTest, TakesTheSentencesWithMostDifferentMatches) {
  Page page;
  std::string text;
  for (const char* word : {"one", "one", "xx", "yy", "one two", "zz"}) text += sentence(word);
  page.add(Field::kBody, text);
  page.mark("word one");
  page.mark("one two");
  const Snippet snippet = page.snippet();
  expect_sound(snippet);
  EXPECT_NE(snippet.text.find("one two"), std::string::npos);
  EXPECT_EQ(snippet.text, text.substr(snippet.range.begin, snippet.range.size()));
}

TEST(SnippetTest, PrefersBodyToCaptionToTitle) {
  Page page;
  page.add(Field::kTitle, "Peace");
  page.mark("Peace");
  EXPECT_EQ(page.snippet().field, Field::kTitle);
  Page more;
  more.add(Field::kTitle, "Peace");
  more.add(Field::kCaption, "Peace in a picture.");
  more.mark("Peace");
  EXPECT_EQ(more.snippet().field, Field::kCaption);
  Page most;
  most.add(Field::kTitle, "Peace");
  most.add(Field::kCaption, "Peace in a picture.");
  most.add(Field::kBody, "They spoke of Peace.");
  most.mark("Peace");
  EXPECT_EQ(most.snippet().field, Field::kBody);
}

TEST(SnippetTest, ComesFromJunkOnlyWhenThatIsAllThatMatches) {
  Page page;
  page.add(Field::kJunk, "Peace peace Peace.");
  page.add(Field::kBody, "Nothing here. And no more.");
  EXPECT_EQ(page.snippet().field, Field::kBody);
  page.mark("Peace");
  EXPECT_EQ(page.snippet().field, Field::kJunk);
  page.mark("more");
  EXPECT_EQ(page.snippet().field, Field::kBody);
}

TEST(SnippetTest, WithoutMatchesIsTheBeginningOfTheText) {
  Page page;
  page.add(Field::kTitle, "Title");
  page.add(Field::kBody, "The first sentence. The second one.");
  const Snippet snippet = page.snippet();
  expect_sound(snippet);
  EXPECT_EQ(snippet.text.substr(0, 19), "The first sentence.");
  EXPECT_TRUE(snippet.marks.empty());
}

TEST(SnippetTest, OfNothingIsEmpty) {
  EXPECT_TRUE(make_snippet({}, {}).text.empty());
}

TEST(SnippetTest, CutsALongSentenceAroundItsMatch) {
  for (const std::size_t before : {0, 50, 300, 5000}) {
    std::string text;
    while (text.size() < before) text += "w\xc3\xa9rd ";
    text += "TARGET";
    while (text.size() < before + 3000) text += " w\xc3\xa9rd";
    Page page;
    page.add(Field::kBody, text);
    page.mark("TARGET");
    const Snippet snippet = page.snippet();
    expect_sound(snippet);
    EXPECT_LE(snippet.text.size(), 400u);
    EXPECT_EQ(snippet.marks.size(), 1u);
    EXPECT_EQ(snippet.text, text.substr(snippet.range.begin, snippet.range.size()));
  }
}

TEST(SnippetTest, CutsNoCharacterInAWordWithoutEnd) {
  std::string text = "x";
  while (text.size() < 100000) text += "\xc3\xa9";
  Page page;
  page.add(Field::kBody, text);
  page.mark(text);
  const Snippet snippet = page.snippet();
  EXPECT_LE(snippet.text.size(), 1000u);
  EXPECT_EQ(snippet.text.size() % 2, snippet.text.starts_with('x') ? 1u : 0u);
  expect_sound(snippet);
}

}  // namespace
}  // namespace dateline::search
