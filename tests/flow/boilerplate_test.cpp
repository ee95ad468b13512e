// A line that recurs over a source is junk in what comes later, and everywhere after a rebuild.
#include "index/sample.hpp"

#include <dateline/index.hpp>
#include <dateline/searcher.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace dateline::flow {
namespace {

constexpr std::string_view kOdd = "Beacon lamplighter circle, third floor";
constexpr std::size_t kArticles = 40;

class BoilerplateFlow : public ::testing::TestWithParam<TextStore> {
 protected:
  BoilerplateFlow() : recipe_(Recipe::load(write_recipe(folder_ / "recipe"))) {}

  static Article article(std::string id, std::string source = "Harbour Post") {
    std::string text = "The council of town " + id + " voted to repair pier " + id +
                       " before winter.\n\n" + std::string(kOdd) + "\n\nBuilders of " + id +
                       " said that the work would take them months.\n";
    Article result = make_article(id, std::move(text), "Piers of " + id);
    result.source = std::move(source);
    return result;
  }
  static std::vector<Article> articles() {
    std::vector<Article> all;
    for (std::size_t i = 0; i < kArticles; ++i) all.push_back(article("a" + std::to_string(i)));
    return all;
  }
  static BuildOptions by(unsigned threads) {
    BuildOptions options;
    options.threads = threads;
    return options;
  }
  static std::uint64_t count(const std::filesystem::path& index, std::string_view query) {
    return Searcher::open(index).search(query).count;
  }
  // Why the odd line is junk; nothing when it is not.
  static std::string reason(const std::filesystem::path& index, std::string_view id) {
    const auto shown = Searcher::open(index).article(id);
    for (const Block& block : shown->page.blocks) {
      const auto line = shown->article.text.substr(block.range.begin, block.range.size());
      if (line == kOdd && block.role == Role::kJunk) return block.reason;
    }
    return "";
  }

  TempFolder folder_;
  Recipe recipe_;
};

TEST_P(BoilerplateFlow, IsLearnedForLaterArticlesOfItsSource) {
  const auto path = folder_ / "news.index";
  Index::create(path, recipe_, GetParam()).add(source_of(articles()));
  EXPECT_EQ(count(path, "lamplighter"), kArticles);
  Index::open(path).add(source_of({article("later"), article("other", "Valley Post")}));
  EXPECT_EQ(reason(path, "later"), "stands in 40 of 40 articles of Harbour Post");
  EXPECT_EQ(reason(path, "a1"), "");
  EXPECT_EQ(reason(path, "other"), "");
  EXPECT_EQ(count(path, "lamplighter"), kArticles + 1);
  EXPECT_EQ(count(path, "junk:lamplighter"), 1u);
}

TEST_P(BoilerplateFlow, IsLearnedFromArticlesThatArePutOneByOne) {
  const auto path = folder_ / "news.index";
  Index index = Index::create(path, recipe_, GetParam());
  for (std::size_t i = 0; i < 14; ++i) {
    index.put(articles()[i]);
    index.commit();
  }
  EXPECT_EQ(reason(path, "a11"), "");
  EXPECT_EQ(reason(path, "a12"), "stands in 12 of 12 articles of Harbour Post");
  EXPECT_EQ(reason(path, "a13"), "stands in 13 of 13 articles of Harbour Post");
}

TEST_P(BoilerplateFlow, IsKnownFromTheFirstArticleOnInARebuild) {
  const auto path = folder_ / "news.index";
  {
    Index index = Index::create(path, recipe_, GetParam());
    index.add(source_of(articles()), by(3));
    index.add(source_of({article("other", "Valley Post")}));
  }
  std::vector<std::string> reasons;
  for (const unsigned threads : {1u, 3u}) {
    const auto rebuilt = folder_ / ("rebuilt" + std::to_string(threads));
    BuildOptions options = by(threads);
    options.learned_from = path;
    Index::create(rebuilt, recipe_, GetParam()).add(articles_of(path), options);
    EXPECT_EQ(count(rebuilt, "lamplighter"), 1u);
    EXPECT_EQ(count(rebuilt, "junk:lamplighter"), kArticles);
    EXPECT_EQ(reason(rebuilt, "a0"), "stands in 40 of 40 articles of Harbour Post");
    EXPECT_EQ(reason(rebuilt, "other"), "");
  }
}

// Else statistics would keep what had been counted for them.
TEST_P(BoilerplateFlow, StaysAsItWasJudgedInArticlesThatAreRemovedOrMerged) {
  const auto path = folder_ / "news.index";
  Index index = Index::create(path, recipe_, GetParam());
  index.add(source_of(articles()));
  index.add(source_of({article("later")}));
  index.remove("a0");
  index.commit();
  EXPECT_EQ(count(path, "lamplighter"), kArticles - 1);
  for (std::size_t i = 1; i < kArticles / 2; ++i) index.remove("a" + std::to_string(i));
  index.merge();
  EXPECT_EQ(index.segments(), 2u);
  EXPECT_EQ(count(path, "lamplighter"), kArticles / 2);
  EXPECT_EQ(count(path, "junk:lamplighter"), 1u);
}

TEST_P(BoilerplateFlow, IsForgottenWithWhatWasNotCommitted) {
  const auto path = folder_ / "news.index";
  Index index = Index::create(path, recipe_, GetParam());
  const auto broken = [](const auto& sink, const auto&) {
    for (Article& article : articles()) sink(std::move(article));
    throw std::runtime_error("no more");
  };
  EXPECT_THROW(index.add(broken), std::runtime_error);
  index.add(source_of({article("b1")}));
  index.add(source_of({article("b2")}));
  EXPECT_EQ(reason(path, "b2"), "");
}

INSTANTIATE_TEST_SUITE_P(Stores, BoilerplateFlow,
                         ::testing::Values(TextStore::kWords, TextStore::kXapian));

}  // namespace
}  // namespace dateline::flow
