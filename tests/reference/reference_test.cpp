// The library against the plainest engine: the same answers, in the same order, with the same scores
// to the last bit, however the index was made; and against Xapian's own ranking where both can rank.
#include "analysis/plan.hpp"
#include "base/temp_folder.hpp"
#include "index/sample.hpp"
#include "reference/random_news.hpp"
#include "reference/reference_engine.hpp"
#include "source_dir.hpp"

#include <dateline/searcher.hpp>

#include <gtest/gtest.h>
#include <xapian.h>

#include <cmath>
#include <filesystem>
#include <map>

namespace dateline::reference {
namespace {

constexpr unsigned kQueries = 3000;
constexpr std::size_t kArticles = 90;

std::vector<Article> random_articles(RandomNews& news, std::size_t count) {
  std::vector<Article> articles;
  while (articles.size() < count) {
    articles.push_back(news.article("a" + std::to_string(articles.size())));
    // Equal scores come from equal articles.
    if (articles.size() % 8 == 0) articles.back().text = articles[articles.size() - 3].text;
  }
  return articles;
}

// Plans as a searcher does.
class Planning {
 public:
  explicit Planning(const Recipe& recipe) : recipe_(recipe), analyzer_(recipe.data().terms()) {}

  analysis::TermTree tree(const Query& query, std::vector<std::string> languages) {
    const auto topic = [this](std::string_view name) -> std::optional<analysis::NamedTopic> {
      const topics::Entry* entry = recipe_.data().topics().find(name);
      if (entry == nullptr) return std::nullopt;
      return analysis::NamedTopic{entry->topic.id, &entry->tree};
    };
    return analysis::plan(query, {&analyzer_, &recipe_.data().actors(), topic, languages}).tree;
  }

 private:
  Recipe recipe_;
  analysis::Analyzer analyzer_;
};

using Ranking = std::vector<std::pair<std::string, double>>;

Ranking beginning(const Ranking& ranking, std::size_t most) {
  return {ranking.begin(),
          ranking.begin() + static_cast<std::ptrdiff_t>(std::min(most, ranking.size()))};
}

class Reference : public ::testing::Test {
 protected:
  Reference() : recipe_(Recipe::load(write_recipe(folder_ / "recipe"))), engine_(recipe_.data()) {}

  // Asks 3,000 random queries of the indexes and of the engine.
  void compare(RandomNews& news, const std::vector<const Searcher*>& searchers) {
    Planning planning(recipe_);
    std::size_t answered = 0;
    for (unsigned i = 0; i < kQueries && !HasFailure(); ++i) {
      const Query query = news.query(3);
      const RankingOptions options{.expand = i % 7 == 0, .second_stage = i % 5 != 0};
      const Ranking expected = engine_.rank(planning.tree(query, {"de", "en"}), options);
      answered += expected.empty() ? 0 : 1;
      // Few ranks mostly: each costs the reading of a record.
      const std::size_t top = i % 10 == 0 ? kArticles * 2 : 1 + news.number(6);
      for (const Searcher* searcher : searchers) {
        ASSERT_EQ(searcher->rank(query, top, options), beginning(expected, top))
            << to_string(query);
        SearchOptions none;
        none.top = 0;
        none.ranking = options;
        ASSERT_EQ(searcher->search(query, none).count, expected.size()) << to_string(query);
      }
    }
    EXPECT_GT(answered, kQueries / 3);
    EXPECT_LT(answered, kQueries);
  }

  TempFolder folder_;
  Recipe recipe_;
  Engine engine_;
};

TEST_F(Reference, AnIndexByOneThreadAndOneByThreeAnswerAsTheEngineDoes) {
  RandomNews news(1);
  const auto articles = random_articles(news, kArticles);
  for (const Article& article : articles) engine_.put(article);
  std::vector<Searcher> searchers;
  for (const unsigned threads : {1u, 3u}) {
    const auto path = folder_ / ("index" + std::to_string(threads));
    BuildOptions options;
    options.threads = threads;
    Index index = Index::create(path, recipe_);
    index.add(source_of(articles), options);
    searchers.push_back(Searcher::open(path));
  }
  compare(news, {&searchers[0], &searchers[1]});
}

TEST_F(Reference, AnIndexOfManyCommitsWithRemovalsAnswersAsTheEngineDoes) {
  RandomNews news(2);
  const auto articles = random_articles(news, kArticles);
  std::vector<Article> changed;
  for (std::size_t i = 3; i < 60; i += 6) changed.push_back(news.article(articles[i].id));
  const auto part = [&](std::size_t begin, std::size_t end) {
    return source_of({articles.begin() + static_cast<std::ptrdiff_t>(begin),
                      articles.begin() + static_cast<std::ptrdiff_t>(end)});
  };
  const std::vector<std::string> removed{"a3", "a5", "a41", "a62", "a63"};
  BuildOptions options;
  options.threads = 1;  // so few segments that none is merged: what is removed is still there
  std::vector<Searcher> searchers;
  for (const TextStore store : {TextStore::kWords, TextStore::kXapian}) {
    const auto path = folder_ / std::to_string(searchers.size());
    Index index = Index::create(path, recipe_, store);
    index.add(part(0, 40), options);
    index.add(part(40, 60), options);
    index.add(source_of(changed), options);
    index.add(part(60, kArticles), options);
    for (const std::string& id : removed) EXPECT_TRUE(index.remove(id));
    index.commit();
    EXPECT_EQ(index.size(), kArticles - removed.size());
    searchers.push_back(Searcher::open(path));
  }
  for (std::size_t i = 0; i < 60; ++i) engine_.put(articles[i]);
  for (const Article& article : changed) engine_.put(article);
  for (std::size_t i = 60; i < kArticles; ++i) engine_.put(articles[i]);
  for (const std::string& id : removed) engine_.remove(id);
  compare(news, {&searchers[0], &searchers[1]});
}

TEST_F(Reference, OnlyTheFirst40ArePutInOrderAnew) {
  RandomNews news(4);
  const auto articles = random_articles(news, 400);
  for (const Article& article : articles) engine_.put(article);
  Index index = Index::create(folder_ / "index", recipe_);
  BuildOptions options;
  options.threads = 2;
  index.add(source_of(articles), options);
  const Searcher searcher = Searcher::open(folder_ / "index");
  Planning planning(recipe_);
  std::size_t longer = 0;
  for (int i = 0; i < 20; ++i) {
    Query query = plain_words("peace talks");
    for (Query& word : query.parts) word = news.word();
    const Ranking expected = engine_.rank(planning.tree(query, {"de", "en"}));
    longer += expected.size() > 40 ? 1 : 0;
    ASSERT_EQ(searcher.rank(query, 400), expected) << to_string(query);
    ASSERT_EQ(searcher.rank(query, 10), beginning(expected, 10)) << to_string(query);
  }
  EXPECT_GT(longer, 3u);
}

// The leaves' terms.
void collect(const analysis::TermTree& tree, std::vector<std::string>& out) {
  if (!tree.term.empty()) out.push_back(tree.term);
  for (const auto& part : tree.parts) collect(part, out);
}

std::filesystem::path only_segment(const std::filesystem::path& index) {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(index / "segments")) {
    found.push_back(entry.path() / "articles.xapian");
  }
  EXPECT_EQ(found.size(), 1u);
  return found.at(0);
}

TEST(AgainstXapian, PlainOrAndAndRankAsXapianDoes) {
  const TempFolder folder;
  const Recipe recipe = Recipe::load(source_dir() + "/indexes/plain");
  RandomNews news(3);
  auto articles = random_articles(news, 200);
  for (Article& article : articles) article.language.reset();  // one language: plain terms only
  BuildOptions options;
  options.threads = 1;
  Index::create(folder / "index", recipe, TextStore::kXapian).add(source_of(articles), options);
  const Searcher searcher = Searcher::open(folder / "index");
  const Xapian::Database database(only_segment(folder / "index").string());
  Planning planning(recipe);
  for (int i = 0; i < 200; ++i) {
    const bool is_and = i % 2 == 0;
    Query query;
    query.kind = is_and ? Query::Kind::kAll : Query::Kind::kAny;
    std::vector<std::string> terms;
    while (query.parts.size() < 2 + static_cast<std::size_t>(i) % 3) {
      const Query word = news.word();
      std::vector<std::string> more;
      collect(planning.tree(word, {"en"}), more);
      if (more.size() != 1 || std::count(terms.begin(), terms.end(), more[0]) > 0) continue;
      terms.push_back(more[0]);
      query.parts.push_back(word);
    }
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5));
    enquire.set_query(Xapian::Query(is_and ? Xapian::Query::OP_AND : Xapian::Query::OP_OR,
                                    terms.begin(), terms.end()));
    const Xapian::MSet expected = enquire.get_mset(0, database.get_doccount());
    std::map<std::string, double> found;
    for (const auto& [id, score] : searcher.rank(query, articles.size(), {.second_stage = false}))
      found[id] = score;
    ASSERT_EQ(found.size(), expected.size()) << to_string(query);
    for (auto hit = expected.begin(); hit != expected.end(); ++hit) {
      const double score = found.at("a" + std::to_string(*hit - 1));
      EXPECT_LE(std::abs(score - hit.get_weight()), 1e-12 * hit.get_weight()) << to_string(query);
    }
  }
}

}  // namespace
}  // namespace dateline::reference
