#include "analysis/analyzer.hpp"

#include "analysis/sample.hpp"
#include "analysis/terms.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {
namespace {

using Lines = std::vector<std::string>;

std::vector<std::uint32_t> positions(const Analyzed& article) {
  std::vector<std::uint32_t> result;
  for (const Token& token : article.analysis.tokens) result.push_back(token.position);
  return result;
}

std::string repeated(std::string_view word, std::size_t times) {
  std::string text;
  for (; times > 0; --times) text.append(word).append(" ");
  return text;
}

// "term@position*weight", in the order of the postings.
Lines postings(Analyzed& article) {
  Lines lines;
  for (const Posting& posting : article.analysis.postings) {
    lines.push_back(std::string(article.analyzer.terms()[posting.term]) + "@" +
                    std::to_string(posting.position) + "*" + std::to_string(posting.weight));
  }
  return lines;
}

TEST(Analyzer, TitlesStandBeforeTheBodyAndPassagesApart) {
  const Rules rules = sample_rules();
  const Analyzed article({{Field::kTitle, "Peace now"},
                          {Field::kBody, "Talks go on"},
                          {Field::kCaption, "left right"},
                          {Field::kBody, "They end"},
                          {Field::kJunk, "Read more"},
                          {Field::kCaption, "behind"}},
                         rules);
  EXPECT_EQ(positions(article),
            (std::vector<std::uint32_t>{1, 2, kBodyStart, kBodyStart + 1, kBodyStart + 2, 1, 2,
                                        kBodyStart + 4, kBodyStart + 5, 1, 2, 4}));
}

TEST(Analyzer, ABodyAloneBeginsBehindTheTitlesPlace) {
  const Rules rules = sample_rules();
  const Analyzed article({{Field::kBody, "Talks"}}, rules);
  EXPECT_EQ(positions(article), (std::vector<std::uint32_t>{kBodyStart}));
}

TEST(Analyzer, ALongTitleNeverReachesTheBody) {
  const Rules rules = sample_rules();
  const Analyzed article(
      {{Field::kTitle, repeated("word", 200)}, {Field::kTitle, "again"}, {Field::kBody, "Talks"}},
      rules);
  const auto places = positions(article);
  EXPECT_EQ(*std::max_element(places.begin(), places.end() - 1), kBodyStart - 1);
  EXPECT_EQ(places.back(), kBodyStart);
  EXPECT_TRUE(std::is_sorted(places.begin(), places.end()));
}

// The last word of a full title and the first of the next are no neighbours.
TEST(Analyzer, FullTitlesStayApart) {
  const Rules rules = sample_rules();
  for (std::size_t words = 120; words < 130; ++words) {
    const Analyzed article({{Field::kTitle, repeated("word", words)}, {Field::kTitle, "next"}},
                           rules);
    const auto places = positions(article);
    EXPECT_NE(places[words - 1] + 1, places[words]) << words;
  }
}

TEST(Analyzer, WordsWeighByWhereTheyStand) {
  const Rules rules = sample_rules();
  Analyzed article({{Field::kTitle, "one"},
                    {Field::kBody, "two three"},
                    {Field::kCaption, "four"},
                    {Field::kJunk, "five"}},
                   rules);
  article.passages.get()[1].lead_words = 1;
  article.analysis = article.analyzer.analyze(article.passages.get(), "en", {}, actors::Catalog());
  std::vector<std::uint32_t> weights;
  for (const Token& token : article.analysis.tokens) weights.push_back(token.weight);
  EXPECT_EQ(weights, (std::vector<std::uint32_t>{3, 2, 1, 0, 0}));
}

TEST(Analyzer, EachFieldHasItsPostings) {
  const Rules rules = sample_rules();
  Analyzed title({{Field::kTitle, "Talks"}}, rules);
  EXPECT_EQ(postings(title), (Lines{"talk@1*3", "=talks@1*0", "Ttalk@1*0", "T=talks@1*0"}));
  Analyzed body({{Field::kBody, "Talks"}}, rules);
  EXPECT_EQ(postings(body), (Lines{"talk@128*1", "=talks@128*0"}));
  Analyzed caption({{Field::kCaption, "Talks"}}, rules);
  EXPECT_EQ(postings(caption), (Lines{"Ctalk@1*0", "C=talks@1*0"}));
  Analyzed junk({{Field::kJunk, "Talks"}}, rules);
  EXPECT_EQ(postings(junk), (Lines{"Jtalk@1*0", "J=talks@1*0"}));
}

TEST(Analyzer, WithoutExactFormsThereAreStemsOnly) {
  Rules rules = sample_rules();
  rules.exact_forms = false;
  Analyzed article({{Field::kTitle, "Talks"}, {Field::kBody, "Talks"}, {Field::kCaption, "Talks"}},
                   rules);
  EXPECT_EQ(postings(article), (Lines{"talk@1*3", "Ttalk@1*0", "talk@128*1", "Ctalk@1*0"}));
}

TEST(Analyzer, ActorsStandAtTheirFirstWord) {
  const Rules rules = sample_rules();
  const actors::Catalog catalog = actors::load_catalog(actors::kSampleActors);
  Analyzed article({{Field::kTitle, "So Donald Trump"},
                    {Field::kBody, "the Russian president"},
                    {Field::kCaption, "Putin"}},
                   rules, "en", &catalog);
  Lines actors;
  for (const std::string& line : postings(article)) {
    if (line.starts_with('A') || line.starts_with("CA")) actors.push_back(line);
  }
  EXPECT_EQ(actors, (Lines{"Adonald-trump@2*0", "Avladimir-putin@129*0", "Arussia@129*0",
                           "CAvladimir-putin@1*0"}));
}

TEST(Analyzer, CapitalsMeanNothingWhereAllAreCapitals) {
  const Rules rules = sample_rules();
  const auto stem_of_last = [&](Field field, std::string text) {
    const Analyzed article({{field, std::move(text)}}, rules);
    return article.analysis.tokens.back().form->stem;
  };
  EXPECT_EQ(stem_of_last(Field::kTitle, "TALKS WITH US"), "us");
  EXPECT_EQ(stem_of_last(Field::kTitle, "TALKS WITH U.S."), "us.");
  EXPECT_EQ(stem_of_last(Field::kTitle, "Talks with US"), "us.");
  EXPECT_EQ(stem_of_last(Field::kTitle, "Talks with us"), "us");
  EXPECT_EQ(stem_of_last(Field::kTitle, "WHO"), "who.") << "one word alone does not shout";
  EXPECT_EQ(stem_of_last(Field::kTitle, "28 US"), "us");
  EXPECT_EQ(stem_of_last(Field::kBody, "A long text. The WHO"), "who.");
}

TEST(Analyzer, WordsOfAForeignArticleCarryItsLanguage) {
  const Rules rules = sample_rules();
  Analyzed article({{Field::kBody, "Die Wahlen"}}, rules, "de");
  EXPECT_EQ(postings(article),
            (Lines{"die~de@128*1", "=die@128*0", "wahl~de@129*1", "=wahlen@129*0"}));
}

// What is in the index adds up: one plain posting a word of title and body, as heavy as it says.
TEST(Analyzer, EveryWordHasItsPostingsOnce) {
  const Rules rules = sample_rules();
  Analyzed article({{Field::kTitle, "Peace talks in Kyiv"},
                    {Field::kBody, "The talks, said who? They said it's “peace”.\nAnd U.S.-led."},
                    {Field::kCaption, "Kyiv's mayor"}},
                   rules);
  std::map<Field, std::size_t> tokens;
  for (const Token& token : article.analysis.tokens) ++tokens[token.field];
  std::map<char, std::size_t> spaces;
  for (const Posting& posting : article.analysis.postings) {
    const std::string_view term = article.analyzer.terms()[posting.term];
    ASSERT_FALSE(term.empty());
    const char first = term.front();
    const bool is_plain = first != '=' && (first < 'A' || first > 'Z');
    ++spaces[is_plain ? ' ' : first];
    EXPECT_EQ(posting.weight > 0, is_plain) << term;
  }
  EXPECT_EQ(spaces[' '], tokens[Field::kTitle] + tokens[Field::kBody]);
  EXPECT_EQ(spaces['='], tokens[Field::kTitle] + tokens[Field::kBody]);
  EXPECT_EQ(spaces['T'], 2 * tokens[Field::kTitle]);
  EXPECT_EQ(spaces['C'], 2 * tokens[Field::kCaption]);
}

TEST(Analyzer, PositionsOfATermAscendWhereverTheTitleStands) {
  const Rules rules = sample_rules();
  const Analyzed article(
      {{Field::kBody, "Talks"}, {Field::kTitle, "Talks"}, {Field::kBody, "talks"}}, rules);
  std::map<std::uint32_t, std::uint32_t> last;
  for (const Posting& posting : article.analysis.postings) {
    EXPECT_LT(last[posting.term], posting.position) << article.analyzer.terms()[posting.term];
    last[posting.term] = posting.position;
  }
}

TEST(Analyzer, SourcesTellWhatAPostingIsOf) {
  const Rules rules = sample_rules();
  const actors::Catalog catalog = actors::load_catalog(actors::kSampleActors);
  const Analyzed article({{Field::kTitle, "Kyiv talks"}}, rules, "en", &catalog);
  const Analysis& analysis = article.analysis;
  ASSERT_EQ(analysis.sources.size(), analysis.postings.size());
  for (std::size_t i = 0; i < analysis.postings.size(); ++i) {
    const std::string_view term = article.analyzer.terms()[analysis.postings[i].term];
    const bool is_actor = term.starts_with("A") || term.starts_with("TA");
    EXPECT_EQ((analysis.sources[i] & Analysis::kActorSource) != 0, is_actor) << term;
  }
}

// The exact forms of an article's words.
std::string exact_forms(const Analyzed& article) {
  std::string out;
  for (const Token& token : article.analysis.tokens) {
    out.append(out.empty() ? "" : " ").append(token.form->exact);
  }
  return out;
}

TEST(Analyzer, InHeadlinesOfCapitalsTheRestTellsAcronymsFromPronouns) {
  const Rules rules = sample_rules();
  const auto headline = [&](std::string_view title, std::string_view body) {
    const Analyzed article({{Field::kTitle, std::string(title)}, {Field::kBody, std::string(body)}},
                           rules);
    const std::string forms = exact_forms(article);
    return forms.substr(0, forms.find(" body"));
  };
  EXPECT_EQ(headline("US LEAVES", "body"), "us. leaves");
  EXPECT_EQ(headline("JOIN US", "body of the US"), "join us");
  EXPECT_EQ(headline("NEW WHO RULES", "body of the WHO"), "new who. rules");
  EXPECT_EQ(headline("NEW WHO RULES", "body of those who"), "new who rules");
  EXPECT_EQ(headline("WAR IN US CITIES", "body of the U.S. army"), "war in us. cities");
  EXPECT_EQ(headline("IT IS WAR", "body of war"), "it is war");
}

TEST(Analyzer, ACompoundStandsWhereItsFirstPartStands) {
  const Rules rules = sample_rules();
  const Analyzed article({{Field::kBody, "the US-led talks, the U. S. army"}}, rules);
  std::string out;
  for (const Token& token : article.analysis.tokens) {
    out += token.form->exact + "@" + std::to_string(token.position - kBodyStart) + " ";
  }
  EXPECT_EQ(out, "the@0 usled@1 us.@1 led@2 talks@3 the@4 us.@5 army@6 ");
}

// What a token's range holds, looked up by itself, is the token's form.
TEST(Analyzer, TheRangeOfEveryTokenGivesItsTerm) {
  const Rules rules = sample_rules();
  std::mt19937 random(5);
  const std::vector<std::string_view> parts = {
      "US",     "-", " ",      "U. S. ", "Jones", "’s", "'",   "é",    "\u00AD",
      "\u200B", "ﬁ", "ＡＢ",   "5",      ".",     ",",  "ไทย", "中国", "“",
      "a",      "Z", "\u0301", "İ",      "ß",     "_",  "@",   "­"};
  Forms alone(rules, "en");
  for (int round = 0; round < 3000; ++round) {
    std::string text = "lower ";  // not all in capitals
    for (std::size_t n = random() % 20; n > 0; --n) text += parts[random() % parts.size()];
    const Analyzed article({{Field::kBody, text}}, rules);
    for (const Token& token : article.analysis.tokens) {
      ASSERT_LE(token.range.end, text.size());
      const std::string word = text.substr(token.range.begin, token.range.size());
      ASSERT_EQ(alone.of(word, false).stem, token.form->stem) << text;
    }
  }
}

TEST(Analyzer, NumbersBeginAnewWhenTermsAreForgotten) {
  const Rules rules = sample_rules();
  Analyzed article({{Field::kBody, "one two"}}, rules);
  article.analyzer.forget_terms();
  EXPECT_EQ(article.analyzer.terms().size(), 0U);
  const auto again = article.analyzer.analyze(article.passages.get(), "en", {}, actors::Catalog());
  EXPECT_EQ(again.postings, article.analysis.postings);
}

TEST(Analyzer, AnArticleWithoutWordsHasNoPostings) {
  const Rules rules = sample_rules();
  Analyzed none({}, rules);
  EXPECT_TRUE(postings(none).empty());
  Analyzed blank({{Field::kTitle, ""}, {Field::kBody, " ... "}}, rules);
  EXPECT_TRUE(postings(blank).empty());
}

}  // namespace
}  // namespace dateline::analysis
