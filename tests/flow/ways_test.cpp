// However an index came about (threads, updates, merges), it gives the same answers.
#include "index/sample.hpp"
#include "reference/random_news.hpp"

#include <dateline/index.hpp>
#include <dateline/searcher.hpp>

#include <gtest/gtest.h>

#include <map>

namespace dateline::flow {
namespace {

constexpr std::size_t kUpdates = 50;

// What makes an index of all articles at a path.
using Way =
    std::function<void(const std::filesystem::path&, const Recipe&, const std::vector<Article>&)>;

Way in_one_go(unsigned threads) {
  return [threads](const auto& path, const Recipe& recipe, const auto& articles) {
    BuildOptions options;
    options.threads = threads;
    Index::create(path, recipe).add(source_of(articles), options);
  };
}

Way in_updates(unsigned threads) {
  return [threads](const auto& path, const Recipe& recipe, const auto& articles) {
    BuildOptions options;
    options.threads = threads;
    Index::create(path, recipe);
    for (std::size_t update = 0; update < kUpdates; ++update) {
      const auto part = [&](std::size_t i) {
        return articles.begin() + static_cast<std::ptrdiff_t>(articles.size() * i / kUpdates);
      };
      Index::open(path).add(source_of({part(update), part(update + 1)}), options);
    }
  };
}

// One article after the other, a commit now and then; merges in the background only.
void one_by_one(const std::filesystem::path& path, const Recipe& recipe,
                const std::vector<Article>& articles) {
  Index index = Index::create(path, recipe);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    index.put(articles[i]);
    if (i % (articles.size() / kUpdates) == 0) index.commit();
  }
  index.commit();
}

TEST(Ways, OfBuildingGiveTheSameAnswersToRandomQueries) {
  const TempFolder folder;
  const Recipe recipe = Recipe::load(write_recipe(folder / "recipe"));
  reference::RandomNews news(11);
  std::vector<Article> articles;
  while (articles.size() < 600)
    articles.push_back(news.article("a" + std::to_string(articles.size())));
  const std::map<std::string, Way> ways{{"1 thread", in_one_go(1)},    {"2 threads", in_one_go(2)},
                                        {"8 threads", in_one_go(8)},   {"updates", in_updates(1)},
                                        {"2 updating", in_updates(2)}, {"one by one", one_by_one}};
  std::map<std::string, Searcher> searchers;
  for (const auto& [name, way] : ways) {
    way(folder / name, recipe, articles);
    searchers.emplace(name, Searcher::open(folder / name));
  }
  std::size_t answered = 0;
  for (int i = 0; i < 500; ++i) {
    const Query query = news.query(3);
    const auto expected = searchers.at("1 thread").rank(query, 50);
    answered += expected.empty() ? 0 : 1;
    for (const auto& [name, searcher] : searchers) {
      ASSERT_EQ(searcher.rank(query, 50), expected) << name << ": " << to_string(query);
    }
  }
  EXPECT_GT(answered, 200u);
}

}  // namespace
}  // namespace dateline::flow
