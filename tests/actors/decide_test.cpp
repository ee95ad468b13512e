#include "actors/decide.hpp"

#include "actors/sample.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::actors {
namespace {

struct DecideRow {
  std::string_view text;
  std::string_view mentions;
  std::string_view date = "";
};

void expect_decided(const std::vector<DecideRow>& rows) {
  const Catalog catalog = load_catalog(kSampleActors);
  for (const DecideRow& row : rows) {
    EXPECT_EQ(mentions_in(catalog, std::string(row.text), Date::parse(row.date)), row.mentions)
        << row.text << " " << row.date;
  }
}

TEST(Decide, ACityIsAPlaceBehindInAndElseItsGovernment) {
  expect_decided({
      {"Explosions in Kyiv", "kyiv name [Kyiv]"},
      {"Kyiv said so", "kyiv name [Kyiv]"},
      {"Ukraine waits. Kyiv said so", "ukraine name [Ukraine], ukraine metonym [Kyiv]"},
      {"talks between Kyiv and Moscow", "ukraine metonym [Kyiv], russia metonym [Moscow]"},
      {"In Moscow, people", "moscow name [Moscow]"},
      {"In Moscow, Kyiv is feared", "moscow name [Moscow], kyiv name [Kyiv]"},
      {"Kyiv said Russia lies", "kyiv name [Kyiv], russia name [Russia]"},
      {"near Kyiv", "kyiv name [Kyiv]"},
      {"central Kyiv", "kyiv name [Kyiv]"},
      {"visited Washington", "washington name [Washington]"},
      {"Ukraine moved in. Kyiv said so", "ukraine name [Ukraine], ukraine metonym [Kyiv]"},
      {"Kyiv's offer, Ukrainian hopes", "ukraine metonym [Kyiv], ukraine adjective [Ukrainian]"},
  });
}

TEST(Decide, OfTwoActorsTheOneWhoseCountryIsNamedIsMeant) {
  expect_decided({
      {"Georgia votes", "georgia name [Georgia]"},
      {"Georgia votes. Protests in Tbilisi", "georgia name [Georgia], tbilisi name [Tbilisi]"},
      {"Georgia votes in the US election", "georgia name [Georgia], us name [US]"},
      {"Georgian and American envoys in Georgia",
       "georgia adjective [Georgian], us adjective [American], georgia name [Georgia]"},
      {"Georgia votes in the US: Atlanta",
       "georgia-state name [Georgia], us name [US], atlanta name [Atlanta]"},
  });
}

TEST(Decide, AShortNameInAShoutingHeadlineCountsWhereTheArticleNamesTheActor) {
  const Catalog catalog = load_catalog(kSampleActors);
  const MentionFinder finder(catalog);
  const auto named = [&](std::string title, std::string body) {
    Passages passages({{Field::kTitle, std::move(title)}, {Field::kBody, std::move(body)}});
    return show(catalog, passages.get(), finder.find(passages.get(), std::nullopt).found);
  };
  EXPECT_EQ(named("GIVE US PEACE", "They said"), "");
  EXPECT_EQ(named("GIVE US PEACE", "They told America"), "us name [US], us name [America]");
  EXPECT_EQ(named("THE WHO ON TOUR", "the WHO said"), "who name [WHO], who name [WHO]");
  EXPECT_EQ(named("US AND US", "They said"), "");
  EXPECT_EQ(named("Give US peace", "They said"), "us name [US]");
}

TEST(Decide, AnOfficeIsItsHolderAtTheDate) {
  expect_decided({
      {"the US president said", "donald-trump office [US president], us name [US]", "2025-02-24"},
      {"the US president said", "joe-biden office [US president], us name [US]", "2024-02-24"},
      {"the US president said", "donald-trump office [US president], us name [US]", "2018"},
      {"the US president said", "joe-biden office [US president], us name [US]", "2023-05"},
      {"the US president said", "us-president name [US president], us name [US]", "2021"},
      {"the US president said", "us-president name [US president], us name [US]", "2025-01"},
      {"the US president said", "us-president name [US president], us name [US]", "1990-01-01"},
  });
}

TEST(Decide, OnTheDayOfTheHandoverTheNewHolderIsMeant) {
  expect_decided({
      {"the US president", "joe-biden office [US president], us name [US]", "2025-01-19"},
      {"the US president", "donald-trump office [US president], us name [US]", "2025-01-20"},
      {"the US president", "donald-trump office [US president], us name [US]", "2025-01-21"},
  });
}

TEST(Decide, WithoutADateTheOnlyHolderNamedIsMeant) {
  expect_decided({
      {"the US president said", "us-president name [US president], us name [US]"},
      {"Biden left. The US president said",
       "joe-biden name [Biden], joe-biden office [US president], us name [US]"},
      {"Biden met Trump. The US president said",
       "joe-biden name [Biden], donald-trump name [Trump], us-president name [US president], "
       "us name [US]"},
      {"Putin left. The US president said",
       "vladimir-putin name [Putin], us-president name [US president], us name [US]"},
  });
}

TEST(Decide, AFormerHolderIsNotTheHolder) {
  expect_decided({
      {"the former US president said", "us-president name [US president], us name [US]",
       "2025-02-24"},
      {"ex-US president", "us-president name [US president], us name [US]", "2025-02-24"},
      {"the then US president", "us-president name [US president], us name [US]", "2025-02-24"},
      {"He was former. US president", "donald-trump office [US president], us name [US]",
       "2025-02-24"},
  });
}

TEST(Decide, AnOfficeBeforeItsHoldersNameIsATitle) {
  expect_decided({
      {"Russian President Vladimir Putin",
       "russia adjective [Russian], vladimir-putin name [Vladimir Putin]", "2025-02-24"},
      {"Russian President\nVladimir Putin",
       "russia adjective [Russian], vladimir-putin name [Vladimir Putin]", "2025-02-24"},
      {"Russian President\xC2\xA0Putin", "russia adjective [Russian], vladimir-putin name [Putin]",
       "2025-02-24"},
      {"the Russian president, Vladimir Putin,",
       "vladimir-putin office [Russian president], russia adjective [Russian], "
       "vladimir-putin name [Vladimir Putin]",
       "2025-02-24"},
      {"the Russian president Ukraine fears",
       "vladimir-putin office [Russian president], russia adjective [Russian], "
       "ukraine name [Ukraine]",
       "2025-02-24"},
      {"former Russian President Boris Yeltsin",
       "russia adjective [Russian], boris-yeltsin name [Boris Yeltsin]", "2025-02-24"},
  });
}

TEST(Decide, ATitleAtThePassagesEndIsNone) {
  const Catalog catalog = load_catalog(kSampleActors);
  Passages passages({{Field::kBody, "a word from the Russian president"}, {Field::kBody, "Putin"}});
  EXPECT_EQ(show(catalog, passages.get(),
                 MentionFinder(catalog).find(passages.get(), Date::parse("2025-02-24")).found),
            "vladimir-putin office [Russian president], russia adjective [Russian], "
            "vladimir-putin name [Putin]");
}

TEST(Decide, TakesCandidatesWithoutAFinder) {
  const Catalog catalog = load_catalog(kSampleActors);
  Passages passages("Explosions in Kyiv");
  const std::vector<Meaning> meanings{{*catalog.find("ukraine"), How::kMetonym, false},
                                      {*catalog.find("kyiv"), How::kName, false}};
  const auto found = decide(catalog, passages.get(), {{&meanings, {14, 18}, 0, 2, 1}}, {});
  EXPECT_EQ(show(catalog, passages.get(), found), "kyiv name [Kyiv]");
  EXPECT_TRUE(decide(catalog, passages.get(), {}, {}).empty());
}

TEST(Decide, ABodyBehindAnotherCountryIsNotTheOneThatIsListed) {
  const Catalog catalog = load_catalog(R"({"as_of": "2025-02-01"}
{"id": "us", "kind": "country", "name": "United States", "adjectives": ["American"]}
{"id": "georgia", "kind": "country", "name": "Georgia", "adjectives": ["Georgian"]}
{"id": "guard", "kind": "org", "name": "National Guard", "of": "us"}
)");
  EXPECT_EQ(mentions_in(catalog, "the Georgian National Guard"), "georgia adjective [Georgian]");
  EXPECT_EQ(mentions_in(catalog, "the American National Guard"),
            "us adjective [American], guard name [National Guard]");
}

TEST(Decide, InAListOfStatesTheNameOfACountryIsAState) {
  const Catalog catalog = load_catalog(R"({"as_of": "2025-02-01"}
{"id": "us", "kind": "country", "name": "United States"}
{"id": "georgia", "kind": "country", "name": "Georgia"}
{"id": "georgia-state", "kind": "place", "name": "Georgia", "of": "us"}
{"id": "ohio", "kind": "place", "name": "Ohio", "of": "us"}
{"id": "iowa", "kind": "place", "name": "Iowa", "of": "us"}
{"id": "utah", "kind": "place", "name": "Utah", "of": "us"}
{"id": "maine", "kind": "place", "name": "Maine", "of": "us"}
)");
  EXPECT_EQ(mentions_in(catalog, "Ohio, Iowa, Georgia, Utah and Maine"),
            "ohio name [Ohio], iowa name [Iowa], georgia-state name [Georgia], utah name [Utah], "
            "maine name [Maine]");
}

}  // namespace
}  // namespace dateline::actors
