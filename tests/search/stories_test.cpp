#include "search/stories.hpp"

#include "index/sample.hpp"

#include <dateline/error.hpp>
#include <dateline/searcher.hpp>

#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <set>
#include <sstream>

namespace dateline {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// Paragraphs of words that no other seed has.
std::string report(unsigned seed, unsigned paragraphs = 6) {
  std::mt19937 random(seed);
  std::string text;
  for (unsigned p = 0; p < paragraphs; ++p) {
    for (int i = 0; i < 40; ++i) {
      text += "term" + std::to_string(random() % 100000) + (i == 39 ? ".\n\n" : " ");
    }
  }
  return text;
}

Article dated(std::string id, std::string text, std::string date) {
  Article article = make_article(std::move(id), std::move(text), "A title");
  if (!date.empty()) article.date = std::move(date);
  return article;
}

class StoriesTest : public ::testing::Test {
 protected:
  StoriesTest() : recipe_(Recipe::load(with_stories(folder_ / "recipe"))) {}

  static std::filesystem::path with_stories(const std::filesystem::path& folder) {
    write_recipe(folder);
    write_text(folder / "recipe.json", R"({"name": "sample", "language": "en", "stories": true,
      "judge_pages": true})");
    return folder;
  }

  Index create(TextStore store = TextStore::kWords) {
    std::filesystem::remove_all(path_);
    return Index::create(path_, recipe_, store);
  }

  // "a first, b near | c first, d same"
  std::string told() const {
    std::ostringstream out;
    for (const Story& story : Searcher::open(path_).stories()) {
      if (out.tellp() > 0) out << " | ";
      for (std::size_t i = 0; i < story.articles.size(); ++i) {
        out << (i > 0 ? ", " : "") << story.articles[i].id << ' '
            << story_kind_name(story.articles[i].kind);
      }
    }
    return out.str();
  }

  static std::vector<Article> news() {
    const std::string truce = report(1);
    const std::string grain = report(2, 8);
    return {dated("truce", truce, "2025-02-24"),
            dated("truce-again", truce, "2025-02-25"),
            dated("grain", grain, "2025-03-01"),
            dated("grain-cut", grain.substr(0, grain.size() / 2), "2025-03-02"),
            dated("other", report(3), "2025-03-01"),
            dated("both", report(4) + report(5), "2025-04-02"),
            dated("four", report(4), "2025-04-01"),
            dated("five", report(5), "2025-04-01"),
            dated("late", truce, "2025-06-01")};
  }
  static constexpr const char* kTold =
      "truce first, truce-again same | grain first, grain-cut contains | "
      "five first, both contains | four first, both contains";

  TempFolder folder_;
  std::filesystem::path path_ = folder_ / "index";
  Recipe recipe_;
};

TEST_F(StoriesTest, AreReprintsCutsAndJoinedReportsWithinAMonth) {
  Index index = create();
  index.add(source_of(news()));
  EXPECT_EQ(told(), kTold);
}

TEST_F(StoriesTest, AreTheSameWhateverTheOrderTheThreadsAndTheCommits) {
  std::vector<Article> articles = news();
  std::mt19937 random(11);
  for (int round = 0; round < 4; ++round) {
    std::shuffle(articles.begin(), articles.end(), random);
    Index index = create(round % 2 == 0 ? TextStore::kWords : TextStore::kXapian);
    if (round < 2) {
      BuildOptions options;
      options.threads = 3;
      index.add(source_of(articles), options);
    } else {
      for (const Article& article : articles) {
        index.put(article);
        if (random() % 2 == 0) index.commit();
      }
      index.commit();
    }
    EXPECT_EQ(told(), kTold);
  }
}

TEST_F(StoriesTest, AreRightAgainAfterRemovalsReplacementsAndMerges) {
  for (const TextStore store : {TextStore::kWords, TextStore::kXapian}) {
    {
      Index index = create(store);
      for (const Article& article : news()) {
        index.put(article);
        index.commit();
      }
      index.remove("truce");
      index.put(dated("grain-cut", report(9), "2025-03-02"));
      index.commit();
      index.merge();
    }
    EXPECT_EQ(told(), "five first, both contains | four first, both contains");
    Index index = Index::open(path_);
    index.put(news()[0]);
    index.put(news()[3]);
    index.commit();
    EXPECT_EQ(told(), kTold);
  }
}

TEST_F(StoriesTest, HaveNoFirstWhereTheDatesDoNotTell) {
  Index index = create();
  index.add(source_of({dated("a", report(1), ""), dated("b", report(1), "2025-02-01"),
                       dated("c", report(2), "2025-02-01"), dated("d", report(2), "2025-02-02")}));
  const auto stories = Searcher::open(path_).stories();
  ASSERT_THAT(stories, SizeIs(2));
  EXPECT_FALSE(stories[0].dated);
  EXPECT_EQ(stories[0].id, "b");
  EXPECT_TRUE(stories[1].dated);
  EXPECT_EQ(stories[1].articles[1].date, "2025-02-02");
}

TEST_F(StoriesTest, OfAnArticleAreThoseInWhichItStands) {
  Index index = create();
  index.add(source_of(news()));
  const Searcher searcher = Searcher::open(path_);
  EXPECT_THAT(searcher.stories_of("both"), SizeIs(2));
  EXPECT_THAT(searcher.stories_of("truce-again"), SizeIs(1));
  EXPECT_THAT(searcher.stories_of("other"), IsEmpty());
}

TEST_F(StoriesTest, DoNotGrowOutOfCaptionsJunkAndQuotations) {
  const std::string caption =
      "Ships of many nations wait outside the harbour of Odesa at dawn "
      "on Sunday, watched by two patrol boats. (Photo: Wire)\n\n";
  const std::string quote = "\"" + report(7, 1) + "\"\n\n";
  Index index = create();
  index.add(source_of({dated("a", caption + report(1) + quote, "2025-02-01"),
                       dated("b", caption + report(2) + quote, "2025-02-01"),
                       dated("c", caption + report(3), "2025-02-01")}));
  EXPECT_EQ(told(), "");
  const auto shares = Searcher::open(path_).shares();
  ASSERT_THAT(shares, SizeIs(1));  // a caption alone is nothing to list
  EXPECT_EQ(shares[0].a, "a");
  EXPECT_EQ(shares[0].b, "b");
  ASSERT_THAT(shares[0].passages, SizeIs(2));
  EXPECT_EQ(shares[0].passages[0].field, Field::kCaption);
  EXPECT_EQ(shares[0].passages[1].field, Field::kBody);
}

TEST_F(StoriesTest, OfManyArticlesHoldEachOfThemOnce) {
  const std::string common = report(1, 8);
  std::vector<Article> articles;
  for (unsigned i = 0; i < 120; ++i) {
    articles.push_back(dated("n" + std::to_string(i), common + report(100 + i, 1 + i % 3), ""));
  }
  create().add(source_of(articles));
  std::set<std::string> told;
  std::size_t members = 0;
  for (const Story& story : Searcher::open(path_).stories()) {
    for (const Story::Member& member : story.articles) told.insert(member.id);
    members += story.articles.size();
  }
  EXPECT_THAT(told, SizeIs(120));
  EXPECT_EQ(members, 120U);
}

TEST_F(StoriesTest, AreNotSoughtWhereTheRecipeDoesNotAsk) {
  const Recipe plain = Recipe::load(write_recipe(folder_ / "plain"));
  Index index = Index::create(path_, plain);
  index.add(source_of(news()));
  EXPECT_EQ(told(), "");
}

}  // namespace
}  // namespace dateline
