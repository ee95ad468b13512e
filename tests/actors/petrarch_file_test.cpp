#include "actors/petrarch_file.hpp"

#include "actors/sample.hpp"

#include <gtest/gtest.h>

#include <string>

namespace dateline::actors {
namespace {

constexpr std::string_view kDictionary = R"(# actors of a test
UNKALAND_  ; a country
+UNKASTAN_
	[UNK]
SABRA_OF_UNKA_ [UNKGOV 900101-951231]
+PRESIDENT_SABRA_
	[UNKELI >951231]
UNKA_WORKERS_UNION_
	[UNKLAB]
UWU_ [UNKLAB]
!PERSON!
SPOKESMAN_ [~GOV]
UNKALAND_
+UNKALANDIA_
)";

std::vector<CatalogRecord> read_dictionary() {
  const TempFolder folder;
  write_file(folder / "old.actors.txt", kDictionary);
  return read_petrarch_file(folder / "old.actors.txt");
}

TEST(PetrarchFile, GivesActorsWithTheirKindsByCodes) {
  std::string line;
  for (const CatalogRecord& record : read_dictionary()) {
    line += record.entry.actor.id + " " + record.entry.actor.kind + " " + record.entry.actor.name +
            "; ";
  }
  EXPECT_EQ(line,
            "unkaland country Unkaland; sabra-of-unka person Sabra of Unka; "
            "unka-workers-union org Unka Workers Union; uwu org UWU; ");
}

TEST(PetrarchFile, MatchesNamesAsNewsWritesThem) {
  std::string line;
  const auto records = read_dictionary();
  for (const Name& name : records.front().entry.names) line += name.text + "; ";
  EXPECT_EQ(line,
            "Unkaland; UNKALAND; Unkastan; UNKASTAN; Unkaland; UNKALAND; Unkalandia; UNKALANDIA; ");
}

TEST(PetrarchFile, AddsItsNamesToActorsThatAreListedAlready) {
  const TempFolder folder;
  write_file(folder / "actors.jsonl",
             "{\"id\": \"unkaland\", \"kind\": \"place\", \"name\": \"Unka Land\"}\n");
  write_file(folder / "old.actors.txt", kDictionary);
  const std::vector<std::filesystem::path> files{folder / "actors.jsonl",
                                                 folder / "old.actors.txt"};
  const Catalog catalog = Catalog::load(files);
  EXPECT_EQ(catalog.entries().size(), 4U);
  EXPECT_EQ(catalog[*catalog.find("unkaland")].actor.kind, "place");
  EXPECT_EQ(catalog.named("unkastan"), (std::vector<ActorNumber>{*catalog.find("unkaland")}));
}

}  // namespace
}  // namespace dateline::actors
