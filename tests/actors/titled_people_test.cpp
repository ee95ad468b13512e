#include "actors/titled_people.hpp"

#include "actors/name_sample.hpp"

#include <gtest/gtest.h>

#include <string>

namespace dateline::actors {
namespace {

constexpr std::string_view kPresidents = R"({"as_of": "2025-02-01"}
{"id": "elder", "kind": "person", "name": "Dana Sabraw"}
{"id": "younger", "kind": "person", "name": "Beth Sabraw"}
{"id": "minister", "kind": "person", "name": "Laura Unka"}
{"id": "president-of-sabra", "kind": "office", "name": "President of Sabra", "holders": [{"id": "elder", "from": "1989", "until": "1993"}, {"id": "younger", "from": "2001", "until": "2009"}]}
{"id": "foreign-minister-of-sabra", "kind": "office", "name": "Foreign Minister of Sabra", "holders": [{"id": "minister", "from": "1999", "until": "2004"}]}
{"id": "crown-prince-of-sabra", "kind": "office", "name": "Crown Prince of Sabra", "holders": [{"id": "minister", "from": "2005", "until": "2006"}]}
)";

std::string titled(std::string_view title, std::string_view surname, std::string_view date = {}) {
  const Catalog catalog = load_catalog(kPresidents);
  const auto found = TitledPeople(catalog).find(title, surname, Date::parse(date));
  return found ? catalog[*found].actor.id : "nobody";
}

TEST(TitledPeople, TheOnlyOneWithTheOfficeIsMeant) {
  EXPECT_EQ(titled("Minister", "Unka"), "minister");
  EXPECT_EQ(titled("President", "Unka"), "nobody");
  EXPECT_EQ(titled("Prince", "Unka"), "nobody");
}

TEST(TitledPeople, OfSeveralTheOneWhoHeldItOnTheDate) {
  EXPECT_EQ(titled("President", "Sabraw", "1991-05-01"), "elder");
  EXPECT_EQ(titled("President", "Sabraw", "2003"), "younger");
  EXPECT_EQ(titled("President", "Sabraw"), "nobody");
  EXPECT_EQ(titled("President", "Sabraw", "1970"), "nobody");
}

TEST(TitledPeople, HoldOfficeFromTheFirstDayToTheLastButOne) {
  const Actor::Holding holding{"x", "1990-01-02", "1991-01-01"};
  EXPECT_TRUE(held_on(holding, *Date::parse("1990-01-02")));
  EXPECT_FALSE(held_on(holding, *Date::parse("1991-01-01")));
}

}  // namespace
}  // namespace dateline::actors
