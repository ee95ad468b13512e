#include "search/together.hpp"

#include "search/sample.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>

namespace dateline::search {
namespace {

Article on(std::string date, std::string id, std::string text) {
  Article article = make_article(std::move(id), std::move(text));
  article.date = std::move(date);
  return article;
}

// "ukraine us 2025-02" -> its counts as "articles near sentences".
std::map<std::string, std::string> shown(const std::vector<ActorPair>& pairs) {
  std::map<std::string, std::string> lines;
  for (const ActorPair& pair : pairs) {
    lines[pair.a + " " + pair.b + (pair.date ? " " + *pair.date : "")] =
        std::to_string(pair.articles) + " " + std::to_string(pair.near) + " " +
        std::to_string(pair.sentences);
  }
  return lines;
}

using Lines = std::map<std::string, std::string>;

class NamedTogether : public SmallIndex {
 protected:
  NamedTogether() {
    build({{on("2025-02-24", "a", "The US warned the WHO. Ukraine waits for the WHO and more."),
            on("2025-03-01", "b", "The US and Ukraine talk. Ukraine thanks the US.")},
           {on("", "c",
               "The WHO met without them. So many words stand between these two names that "
               "nobody would call them near, and the US was silent.")}});
  }
  std::vector<ActorPair> pairs(const PairOptions& options) const {
    Limit none;
    return named_together(*snapshot_, options, none);
  }
};

TEST_F(NamedTogether, CountsArticlesSentencesAndArticlesWhereTheyAreNear) {
  PairOptions options;
  options.sentences = true;
  options.window = 4;
  EXPECT_EQ(shown(pairs(options)),
            (Lines{{"us ukraine", "2 2 2"}, {"us who", "2 1 1"}, {"ukraine who", "1 1 1"}}));
  options.window = 2;
  EXPECT_EQ(shown(pairs(options)),
            (Lines{{"us ukraine", "2 1 2"}, {"us who", "2 0 1"}, {"ukraine who", "1 1 1"}}));
}

TEST_F(NamedTogether, ReadsNoTextWhereSentencesAreNotAskedFor) {
  EXPECT_EQ(shown(pairs({})).at("us ukraine"), "2 2 0");
}

TEST_F(NamedTogether, CountsByPeriodAndWithoutOne) {
  PairOptions options;
  options.by = TimeUnit::kMonth;
  options.window = 4;
  EXPECT_EQ(shown(pairs(options)), (Lines{{"us ukraine 2025-02", "1 1 0"},
                                          {"us ukraine 2025-03", "1 1 0"},
                                          {"us who", "1 0 0"},
                                          {"us who 2025-02", "1 1 0"},
                                          {"ukraine who 2025-02", "1 1 0"}}));
  options.by = TimeUnit::kYear;
  EXPECT_EQ(shown(pairs(options)).at("us ukraine 2025"), "2 2 0");
}

TEST_F(NamedTogether, TellsWhoIsNamedBesideOneActor) {
  PairOptions options;
  options.actor = "who";
  options.sentences = true;
  const auto found = pairs(options);
  EXPECT_EQ(shown(found), (Lines{{"who us", "2 1 1"}, {"who ukraine", "1 1 1"}}));
  EXPECT_EQ(found.front().b, "us");
  options.actors = 1;
  EXPECT_EQ(pairs(options).size(), 1U);
  options.actor = "nobody";
  EXPECT_TRUE(pairs(options).empty());
}

TEST_F(NamedTogether, KeepsTheFirstPairs) {
  PairOptions options;
  options.top = 1;
  EXPECT_EQ(shown(pairs(options)), (Lines{{"us ukraine", "2 2 0"}}));
  options.top = 10;
  options.actors = 2;
  EXPECT_EQ(pairs(options).size(), 1U);
  options.actors = kMostPairedActors + 1;
  EXPECT_THROW(pairs(options), Error);
}

TEST(NamedTogetherInCaptions, PeopleThereAreNearEachOtherOnlyThere) {
  const TempFolder folder;
  const Recipe recipe = Recipe::load(write_recipe(folder / "recipe"));
  Index index = Index::create(folder / "index", recipe);
  index.add(source_of({make_article("a",
                                    "Jane Doe meets John Doe (Photo: Someone)\n\nThe talks went "
                                    "on in Kyiv for a day, and nothing else was known.\n")}));
  const auto snapshot = Snapshot::open(base::system_files(), folder / "index");
  PairOptions options;
  options.window = 100;
  Limit none;
  const auto lines = shown(named_together(*snapshot, options, none));
  EXPECT_EQ(lines.at("jane-doe john-doe"), "1 1 0");
  EXPECT_EQ(lines.at("jane-doe kyiv"), "1 0 0");
}

// Whatever the store, the number of segments and what was removed: as told from the articles one by one.
TEST(NamedTogetherInManyArticles, AgreesWithSearches) {
  const TempFolder folder;
  write_recipe(folder / "recipe");
  write_text(folder / "recipe" / "recipe.json", R"({"name": "sample", "language": "en"})");
  const Recipe recipe = Recipe::load(folder / "recipe");
  const char* const names[] = {"Ukraine",  "the US", "the WHO",
                               "Jane Doe", "nobody", "a word or two"};
  std::vector<Article> articles;
  for (std::uint32_t i = 0; i < 300; ++i) {
    std::string text;
    for (std::uint32_t n = 0, seed = i * 2654435761u; n < 8;
         ++n, seed = seed * 1664525u + 1013904223u) {
      text += std::string("Here is ") + names[(seed >> 16) % 6] + (n % 3 == 2 ? ". " : " and ");
    }
    articles.push_back(make_article(std::to_string(i), text + "so on."));
  }
  for (const TextStore store : {TextStore::kWords, TextStore::kXapian}) {
    const auto path = folder / std::to_string(static_cast<int>(store));
    Index index = Index::create(path, recipe, store);
    index.add(source_of({articles.begin(), articles.begin() + 150}));
    index.add(source_of({articles.begin() + 150, articles.end()}));
    for (const char* id : {"7", "8", "200"}) EXPECT_TRUE(index.remove(id));
    index.commit();
    const auto searcher = Searcher::open(path);
    PairOptions options;
    options.window = 5;
    const auto pairs = searcher.named_together(options).pairs;
    ASSERT_FALSE(pairs.empty());
    for (const ActorPair& pair : pairs) {
      const std::string a = "actor:" + pair.a;
      const std::string b = "actor:" + pair.b;
      EXPECT_EQ(searcher.search(a + " AND " + b).count, pair.articles) << a << b;
      EXPECT_EQ(searcher.search(a + " NEAR/5 " + b).count, pair.near) << a << b;
    }
  }
}

}  // namespace
}  // namespace dateline::search
