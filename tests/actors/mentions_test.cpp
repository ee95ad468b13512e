#include "actors/mentions.hpp"

#include "actors/sample.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::actors {
namespace {

struct MentionsRow {
  std::string_view text;
  std::string_view mentions;
};

void expect_mentions(const std::vector<MentionsRow>& rows) {
  const Catalog catalog = load_catalog(kSampleActors);
  for (const MentionsRow& row : rows) {
    EXPECT_EQ(mentions_in(catalog, std::string(row.text)), row.mentions) << row.text;
  }
}

TEST(Mentions, AreFoundUnderEveryName) {
  expect_mentions({
      {"Donald Trump met Putin.", "donald-trump name [Donald Trump], vladimir-putin name [Putin]"},
      {"Donald J. Trump", "donald-trump name [Donald J. Trump]"},
      {"Ukrainian and Russian troops", "ukraine adjective [Ukrainian], russia adjective [Russian]"},
      {"what the Kremlin wants", "russia metonym [the Kremlin]"},
      {"Україна", "ukraine name [Україна]"},
      {"Ursula von der Leyen and von der Leyen",
       "von-der-leyen name [Ursula von der Leyen], von-der-leyen name [von der Leyen]"},
      {"Antoine de Saint-Exupéry’s books", "saint-exupery name [Antoine de Saint-Exupéry]"},
      {"nobody of note", ""},
      {"", ""},
  });
}

TEST(Mentions, ACapitalThatOwnsABodyIsNamedToo) {
  const Catalog catalog = load_catalog(R"({"as_of": "2025-02-01"}
{"id": "kyiv", "kind": "place", "name": "Kyiv"}
{"id": "gur", "kind": "org", "name": "HUR", "names": ["Kyiv's intelligence", "Kyiv's intelligence agency", "Kyiv agency"]}
)");
  EXPECT_EQ(mentions_in(catalog, "says Kyiv’s intelligence agency"),
            "gur name [Kyiv’s intelligence agency], kyiv name [Kyiv]");
  EXPECT_EQ(mentions_in(catalog, "says Kyiv agency"), "gur name [Kyiv agency]");
}

TEST(Mentions, AnOfficeWithinAnOfficeHidesNoCountry) {
  const Catalog catalog = load_catalog(R"({"as_of": "2025-02-01"}
{"id": "us", "kind": "country", "name": "United States", "names": ["US"]}
{"id": "russia", "kind": "country", "name": "Russia"}
{"id": "ukraine", "kind": "country", "name": "Ukraine"}
{"id": "roe", "kind": "person", "name": "Jane Roe"}
{"id": "one", "kind": "office", "name": "US envoy for Ukraine", "of": "us", "holders": [{"id": "roe", "from": "2020"}]}
{"id": "both", "kind": "office", "name": "US envoy for Ukraine and Russia", "of": "us", "holders": [{"id": "roe", "from": "2020"}]}
)");
  EXPECT_EQ(mentions_in(catalog, "the US envoy for Ukraine and Russia left"),
            "both name [US envoy for Ukraine and Russia], us name [US], ukraine name [Ukraine], "
            "russia name [Russia]");
}

TEST(Mentions, ThePronounIsNotTheCountry) {
  expect_mentions({
      {"They told us who it was.", ""},
      {"The US and the WHO", "us name [US], who name [WHO]"},
      {"U.S. troops; the U.S.’s; the US's; US-led",
       "us name [U.S], us name [U.S], us name [US], us name [US]"},
  });
}

TEST(Mentions, LongerExpressionsAreSomethingElse) {
  expect_mentions({
      {"She won the US Open.", ""},
      {"in Trump Tower, Trump said", "donald-trump name [Trump]"},
      {"Bank of America said", "bank-of-america name [Bank of America]"},
      {"Georgia Tech won", ""},
  });
}

TEST(Mentions, NamesSpanLinesButNotMarks) {
  expect_mentions({
      {"Vladimir\nPutin", "vladimir-putin name [Vladimir\nPutin]"},
      {"Joe\xC2\xA0"
       "Biden",
       "joe-biden name [Joe\xC2\xA0"
       "Biden]"},
      {"Joe, Biden", "joe-biden name [Biden]"},
      {"Trump-Putin talks", "donald-trump name [Trump], vladimir-putin name [Putin]"},
  });
}

TEST(Mentions, ACountryWithinAnOfficeIsNamedToo) {
  expect_mentions({
      {"the Russian president",
       "russian-president name [Russian president], "
       "russia adjective [Russian]"},
      {"the president of the United States",
       "us-president name [president of the United States], us name [United States]"},
      {"the US president", "us-president name [US president], us name [US]"},
  });
}

TEST(Mentions, SayWhereTheyStand) {
  const Catalog catalog = load_catalog(kSampleActors);
  Passages passages({{Field::kTitle, "Putin in Kyiv"},
                     {Field::kBody, "The WHO said"},
                     {Field::kCaption, "left, Joe Biden"},
                     {Field::kJunk, "Read more about Donald Trump"}});
  const auto found = MentionFinder(catalog).find(passages.get(), std::nullopt).found;
  ASSERT_EQ(show(catalog, passages.get(), found),
            "vladimir-putin name [Putin], kyiv name [Kyiv], who name [WHO], "
            "joe-biden name [Joe Biden]")
      << "junk names nobody";
  EXPECT_EQ(found[1].passage, 0U);
  EXPECT_EQ(found[1].word, 2U);
  EXPECT_EQ(found[1].range, (Range{9, 13}));
  EXPECT_EQ(found[2].passage, 1U);
  EXPECT_EQ(found[3].passage, 2U);
  EXPECT_EQ(found[3].word, 1U);
}

TEST(Mentions, NoNameRunsFromOnePassageIntoTheNext) {
  const Catalog catalog = load_catalog(kSampleActors);
  Passages passages({{Field::kBody, "Vladimir"}, {Field::kBody, "Putin"}, {Field::kBody, ""}});
  EXPECT_EQ(show(catalog, passages.get(), MentionFinder(catalog).find(passages.get(), {}).found),
            "vladimir-putin name [Putin]");
}

TEST(Mentions, ACatalogWithoutActorsFindsNobody) {
  EXPECT_EQ(mentions_in(Catalog(), "Donald Trump"), "");
}

// In text order, inside the text, not overlapping but for a country within an office.
TEST(Mentions, StandInOrderInAnyText) {
  const Catalog catalog = load_catalog(kSampleActors);
  const MentionFinder finder(catalog);
  const std::vector<std::string_view> parts{
      "Donald",  "Trump",     "Tower", "J.",       "US",      "U.S.",    "Open",
      "Russian", "president", "of",    "the",      "United",  "States",  "Kyiv",
      "in",      "former",    "Bank",  "America",  "Putin",   "Georgia", "Vladimir",
      "Joe",     "Biden",     "’s",    "'s",       "-",       "\n",      ".",
      " ",       " ",         " ",     "\xC2\xA0", "Україна", "é"};
  std::mt19937 random(3);
  std::size_t mentions = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t i = random() % 30; i > 0; --i) {
      text.append(parts[random() % parts.size()]).append(random() % 3 == 0 ? "" : " ");
    }
    Passages passages(text);
    const auto found = finder.find(passages.get(), Date::parse("2025-02-24")).found;
    mentions += found.size();
    for (std::size_t i = 0; i < found.size(); ++i) {
      ASSERT_LT(found[i].range.begin, found[i].range.end);
      ASSERT_LE(found[i].range.end, text.size());
      ASSERT_EQ(passages.get().front().words[found[i].word].begin, found[i].range.begin);
      if (i == 0) continue;
      ASSERT_LE(found[i - 1].word, found[i].word) << text;
      if (found[i - 1].range.overlaps(found[i].range)) {
        ASSERT_TRUE(found[i - 1].range.contains(found[i].range)) << text;
      }
    }
  }
  EXPECT_GT(mentions, 5000U);
}

}  // namespace
}  // namespace dateline::actors
