#include "actors/catalog.hpp"

#include "actors/sample.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::actors {
namespace {

using Ids = std::vector<std::string>;

Ids ids(const Catalog& catalog, const std::vector<ActorNumber>& numbers) {
  Ids result;
  for (const ActorNumber number : numbers) result.push_back(catalog[number].actor.id);
  return result;
}

TEST(Catalog, NamesAreFoldedForAsking) {
  const std::vector<std::pair<std::string_view, std::string_view>> rows{
      {"Donald Trump", "donald trump"},
      {"  DONALD \t trump ", "donald trump"},
      {"donald-trump", "donald trump"},
      {"donald_trump", "donald trump"},
      {"Trump's", "trump"},
      {"Trump’s", "trump"},
      {"the United States'", "united states"},
      {"The Hague", "hague"},
      {"the", "the"},
      {"U.S.", "us"},
      {"us", "us"},
      {"Antoine de Saint-Exupéry", "antoine de saint exupery"},
      {"Łódź", "lodz"},
      {"Київ", "київ"},
      {"New\xC2\xA0York", "new york"},
      {"", ""},
      {"'s", ""},
      {"...", ""},
      {"-", ""},
  };
  for (const auto& [name, folded] : rows) EXPECT_EQ(fold_name(name), folded) << name;
}

TEST(Catalog, ActorsAreFoundByIdAndByAnyName) {
  const Catalog catalog = load_catalog(kSampleActors);
  EXPECT_EQ(catalog.entries().size(), 20U) << "the line with as_of is no actor";
  ASSERT_TRUE(catalog.find("donald-trump"));
  EXPECT_EQ(catalog[*catalog.find("donald-trump")].actor.name, "Donald Trump");
  EXPECT_FALSE(catalog.find("Donald Trump")) << "an id is exact";
  EXPECT_FALSE(catalog.find(""));
  const std::vector<std::pair<std::string_view, Ids>> rows{
      {"donald-trump", {"donald-trump"}},
      {"TRUMP", {"donald-trump"}},
      {"donald j trump", {"donald-trump"}},
      {"usa", {"us"}},
      {"states", {"us"}},
      {"kiev", {"kyiv"}},
      {"saint exupery", {"saint-exupery"}},
      {"antoine de saint exupery", {"saint-exupery"}},
      {"Trump Tower", {}},
      {"Bank of America", {"bank-of-america"}},
      {"nobody", {}},
      {"", {}},
      {"?", {}},
  };
  for (const auto& [name, expected] : rows) EXPECT_EQ(ids(catalog, catalog.named(name)), expected);
}

TEST(Catalog, NamesComeBeforeAdjectivesAndMetonymsAndCountriesBeforePlaces) {
  const Catalog catalog = load_catalog(kSampleActors);
  EXPECT_EQ(ids(catalog, catalog.named("Kyiv")), (Ids{"kyiv", "ukraine"}));
  EXPECT_EQ(ids(catalog, catalog.named_exactly("Kyiv")), (Ids{"kyiv"}));
  EXPECT_EQ(ids(catalog, catalog.named("Georgia")), (Ids{"georgia", "georgia-state"}));
  EXPECT_EQ(ids(catalog, catalog.named("Russian")), (Ids{"russia"}));
  EXPECT_EQ(ids(catalog, catalog.named_exactly("Russian")), Ids{});
  EXPECT_EQ(ids(catalog, catalog.named("Washington")), (Ids{"washington", "us"}));
}

TEST(Catalog, AKindNarrowsAndACountryIsAPlace) {
  const Catalog catalog = load_catalog(kSampleActors);
  EXPECT_EQ(ids(catalog, catalog.named("Georgia", "place")), (Ids{"georgia", "georgia-state"}));
  EXPECT_EQ(ids(catalog, catalog.named("Georgia", "country")), (Ids{"georgia"}));
  EXPECT_EQ(ids(catalog, catalog.named("Georgia", "person")), Ids{});
  EXPECT_EQ(ids(catalog, catalog.named("WHO", "org")), (Ids{"who"}));
}

TEST(Catalog, HoldersAndTheirOfficesPointAtEachOther) {
  const Catalog catalog = load_catalog(kSampleActors);
  const auto& trump = catalog[*catalog.find("donald-trump")].actor;
  EXPECT_EQ(trump.offices,
            (std::vector<Actor::Holding>{{"us-president", "2017-01-20", "2021-01-20"},
                                         {"us-president", "2025-01-20", ""}}));
  const Entry& office = catalog[*catalog.find("us-president")];
  EXPECT_EQ(office.actor.offices.size(), 3U);
  EXPECT_EQ(office.of, catalog.find("us"));
  EXPECT_EQ(catalog[*catalog.find("us")].of, std::nullopt);
}

TEST(Catalog, SeveralFilesAreOne) {
  const TempFolder folder;
  write_file(folder / "a.jsonl", R"({"id": "fr", "kind": "country", "name": "France"})");
  write_file(
      folder / "b.jsonl",
      "\r\n{\"id\": \"paris\", \"kind\": \"place\", \"name\": \"Paris\", \"of\": \"fr\"}\r\n\n");
  const std::vector<std::filesystem::path> files{folder / "b.jsonl", folder / "a.jsonl"};
  const Catalog catalog = Catalog::load(files);
  EXPECT_EQ(catalog.entries().size(), 2U);
  EXPECT_EQ(catalog[0].of, catalog.find("fr"));
  EXPECT_TRUE(Catalog::load({}).entries().empty());
}

TEST(Catalog, MistakesAreToldWithTheirLine) {
  const std::string first = R"({"id": "fr", "kind": "country", "name": "France"})";
  const std::vector<std::pair<std::string, std::string>> rows{
      {"{", "no JSON"},
      {"[1]", "no JSON object"},
      {"\"x\"", "no JSON object"},
      {"{\"id\": \"\xFF\"}", "UTF-8"},
      {R"({"kind": "org", "name": "X"})", "no \"id\""},
      {R"({"id": "", "kind": "org", "name": "X"})", "no \"id\""},
      {R"({"id": "x", "name": "X"})", "the kind is none of"},
      {R"({"id": "x", "kind": "club", "name": "X"})", "the kind is none of"},
      {R"({"id": "x", "kind": "org"})", "no \"name\""},
      {R"({"id": 7, "kind": "org", "name": "X"})", "\"id\" is no string"},
      {R"({"id": "x", "kind": "org", "name": null})", "\"name\" is no string"},
      {R"({"id": "x", "kind": "org", "name": "X", "nmaes": []})", "\"nmaes\" is not known"},
      {R"({"id": "x", "kind": "org", "name": "X", "names": "X"})", "\"names\" is no list"},
      {R"({"id": "x", "kind": "org", "name": "X", "names": [1]})", "\"names\" holds something"},
      {R"({"id": "x", "kind": "org", "name": "X", "not": [""]})", "\"not\" holds something"},
      {R"({"id": "x", "kind": "org", "name": "X", "aliases": {}})", "\"aliases\" is no list"},
      {R"({"id": "x", "kind": "org", "name": "X", "of": []})", "\"of\" is no string"},
      {R"({"id": "x", "kind": "org", "name": "X", "of": "atlantis"})", "no actor atlantis"},
      {R"({"id": "x", "kind": "office", "name": "X", "holders": "y"})", "\"holders\" is no list"},
      {R"({"id": "x", "kind": "office", "name": "X", "holders": ["y"]})", "no JSON object"},
      {R"({"id": "x", "kind": "office", "name": "X", "holders": [{"from": "2020"}]})",
       "a holder has no \"id\""},
      {R"({"id": "x", "kind": "office", "name": "X", "holders": [{"id": "nobody"}]})",
       "no actor nobody"},
      {R"({"id": "x", "kind": "office", "name": "X", "holders": [{"id": "x"}]})", "office itself"},
      {R"({"id": "x", "kind": "office", "name": "X", "holders": [{"id": "fr", "to": "2020"}]})",
       "\"to\" of a holder is not known"},
      {R"({"id": "x", "kind": "office", "name": "X", "holders": [{"id": "fr", "from": "soon"}]})",
       "\"soon\" is no date"},
      {R"({"id": "x", "kind": "office", "name": "X", "holders": [{"id": "fr", "until": "2020-02-30"}]})",
       "is no date"},
      {R"({"id": "x", "kind": "org", "name": "X", "holders": [{"id": "fr"}]})", "only an office"},
      {R"({"id": "fr", "kind": "org", "name": "X"})", "the id fr is there twice"},
      {R"({"as_of": "2025", "id": "x", "kind": "org", "name": "X"})", "\"as_of\" is not known"},
  };
  for (const auto& [line, message] : rows) {
    const Caught caught = error_of([&] { load_catalog(first + "\n\n" + line + "\n"); });
    EXPECT_EQ(caught.code, ErrorCode::kInvalid) << line;
    EXPECT_TRUE(caught.mentions("actors.jsonl:3")) << line << ": " << caught.message;
    EXPECT_TRUE(caught.mentions(message)) << caught.message;
  }
}

TEST(Catalog, AMissingFileIsToldByItsName) {
  const TempFolder folder;
  const std::vector<std::filesystem::path> files{folder / "actors.jsonl"};
  const Caught caught = error_of([&] { Catalog::load(files); });
  EXPECT_EQ(caught.code, ErrorCode::kNotFound);
  EXPECT_TRUE(caught.mentions("actors.jsonl")) << caught.message;
}

}  // namespace
}  // namespace dateline::actors
