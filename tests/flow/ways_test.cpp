// However an index came about (threads, updates, merges), it gives the same answers.  Lines that were
// learned to recur are junk in what comes later, so where lines recur all ways know the same ones.
#include "index/sample.hpp"
#include "reference/random_news.hpp"
#include "source_dir.hpp"

#include <dateline/index.hpp>
#include <dateline/searcher.hpp>

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <sstream>

namespace dateline::flow {
namespace {

constexpr std::size_t kUpdates = 50;

// What makes an index of all articles at a path.
using Way =
    std::function<void(const std::filesystem::path&, const Recipe&, const std::vector<Article>&)>;

BuildOptions with(unsigned threads, const std::filesystem::path& learned_from) {
  BuildOptions options;
  options.threads = threads;
  options.learned_from = learned_from;
  return options;
}

Way in_one_go(unsigned threads, const std::filesystem::path& learned_from = {}) {
  return [=](const auto& path, const Recipe& recipe, const auto& articles) {
    const BuildOptions options = with(threads, learned_from);
    Index::create(path, recipe).add(source_of(articles), options);
  };
}

Way in_updates(unsigned threads, const std::filesystem::path& learned_from = {}) {
  return [=](const auto& path, const Recipe& recipe, const auto& articles) {
    const BuildOptions options = with(threads, learned_from);
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

Way merged(const std::filesystem::path& learned_from) {
  return [=](const auto& path, const Recipe& recipe, const auto& articles) {
    in_updates(2, learned_from)(path, recipe, articles);
    Index::open(path).merge();
  };
}

// Words, pairs of words and phrases of the articles themselves, spread over all of them.
std::vector<std::string> queries_of(const std::vector<Article>& articles, std::size_t count) {
  std::vector<std::string> queries;
  for (std::size_t i = 0; i < count; ++i) {
    std::istringstream words(articles[i * articles.size() / count].text);
    std::string first, second, third;
    for (std::size_t skip = i % 7; skip > 0; --skip) words >> first;
    words >> first >> second >> third;
    const std::string shapes[] = {first, first + " " + second + " " + third,
                                  "+" + first + " +" + third, "\"" + first + " " + second + "\"",
                                  first + " NEAR/9 " + third};
    queries.push_back(shapes[i % std::size(shapes)]);
  }
  return queries;
}

void expect_same_answers(const std::string& collection, const std::string& recipe_name) {
  std::vector<Article> articles;
  read_articles(
      source_dir() + "/../shared/data/" + collection + "/docs.jsonl.zst",
      [&](Article&& article) { articles.push_back(std::move(article)); }, [](const Warning&) {});
  const TempFolder folder;
  const Recipe recipe = Recipe::load(source_dir() + "/indexes/" + recipe_name);
  const auto learned = folder / "learned";
  in_one_go(2)(learned, recipe, articles);
  in_one_go(1, learned)(folder / "1 thread", recipe, articles);
  const Searcher first = Searcher::open(folder / "1 thread");
  const auto queries = queries_of(articles, 500);
  const std::map<std::string, Way> ways{{"2 threads", in_one_go(2, learned)},
                                        {"8 threads", in_one_go(8, learned)},
                                        {"updates", in_updates(1, learned)},
                                        {"merged", merged(learned)}};
  for (const auto& [name, way] : ways) {
    way(folder / name, recipe, articles);
    const Searcher searcher = Searcher::open(folder / name);
    for (const std::string& text : queries) {
      const Query query = parse_query(text).query;
      ASSERT_EQ(searcher.rank(query, 50), first.rank(query, 50)) << name << ": " << text;
    }
  }
}

TEST(Ways, OfBuildingRealArticlesGiveTheSameAnswers) {
  if (std::getenv("DATELINE_FULL") == nullptr) GTEST_SKIP() << "minutes: only with DATELINE_FULL=1";
  if (!std::filesystem::exists(source_dir() + "/../shared/data")) {
    GTEST_SKIP() << "the collections are not here: " << source_dir() + "/../shared/data";
  }
  expect_same_answers("allsides_3k", "news");
  expect_same_answers("wiki_paras_200k", "plain");
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
