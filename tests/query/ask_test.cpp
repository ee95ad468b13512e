#include "query/shape.hpp"

#include <dateline/query.hpp>

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace dateline::query {
namespace {

TEST(Ask, MakesWhatATextWouldMake) {
  struct AskRow {
    Query made;
    const char* text;
  };
  for (const AskRow& row : std::vector<AskRow>{
           {ask::words("peace talks") & ask::actor("zelensky") & !ask::source("afp"),
            "peace talks AND actor:zelensky AND NOT source:afp"},
           {ask::phrase("peace deal") | ask::prefix("negotiat") | ask::fuzzy("zelenski", 2),
            "\"peace deal\" OR negotiat* OR zelenski~2"},
           {ask::near(ask::words("peace"), ask::words("deal"), 5), "peace NEAR/5 deal"},
           {ask::in("title", ask::words("nato")), "title:nato"},
           {ask::about("nuclear power"), "about:(nuclear power)"},
           {ask::boost(ask::words("war"), 2.5), "war^2.5"},
           {ask::published({2025, 2, 0}, {2025, 3, 1}), "date:2025-02..2025-03-01"},
           {ask::language("en") & ask::topic("nato-membership"),
            "lang:en AND topic:nato-membership"},
           {!!ask::words("war"), "war"}}) {
    EXPECT_EQ(row.made, parse_query(row.text).query) << shape(row.made) << " " << row.text;
    EXPECT_EQ(parse_query(to_string(row.made)).query, row.made) << row.text;
  }
}

TEST(Ask, TakesTextAsItIs) {
  EXPECT_EQ(shape(ask::words("AND title:nato -war (a* b?c~2)")), "[and title nato war a b c 2]");
  EXPECT_EQ(shape(ask::words("\"US-led\" Kyiv\u2019s")), "[US-led Kyiv\u2019s]");
  for (const char* text : {"", " ", "*", "()", "~", "€"}) {
    EXPECT_EQ(shape(ask::words(text)), "nothing") << text;
    EXPECT_EQ(shape(ask::about(text)), "nothing") << text;
    EXPECT_EQ(shape(ask::source(text)), "nothing") << text;
  }
}

// Random programs' queries come back from their text.
TEST(Ask, ComesBackFromItsText) {
  std::mt19937 random(4);
  const std::vector<std::string> texts{"peace", "US-led talks", "a:b", "x*y", "NOT",
                                       "don't", "\"q\"",        "дом", "5^2"};
  const auto text = [&] { return texts[random() % texts.size()]; };
  const std::function<Query(int)> make = [&](int depth) -> Query {
    switch (random() % (depth > 0 ? 10 : 6)) {
      case 0:
        return ask::actor(text());
      case 1:
        return ask::source(text());
      case 2:
        return ask::phrase("one " + text());
      case 3:
        return ask::in("title", ask::words(text()));
      case 4:
        return ask::fuzzy("zelenski", 1 + random() % 2);
      case 5:
        return ask::words(text());
      case 6:
        return !make(depth - 1);
      case 7:
        return make(depth - 1) | make(depth - 1);
      default:
        return make(depth - 1) & make(depth - 1);
    }
  };
  for (int i = 0; i < 3000; ++i) {
    const Query query = make(3);
    ASSERT_EQ(parse_query(to_string(query)).query, query)
        << to_string(query) << " " << shape(query);
  }
}

}  // namespace
}  // namespace dateline::query
