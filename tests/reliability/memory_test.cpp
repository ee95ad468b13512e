// The bytes that a search holds at a time, counted: not many more than it may.
// Each query needs several times the cap, and says that its answer is not whole.
#include "reliability/allocations.hpp"
#include "reliability/trial.hpp"

#include <dateline/searcher.hpp>

#include <gtest/gtest.h>

namespace dateline::reliability {
namespace {

constexpr std::size_t kCap = std::size_t{1} << 20;
constexpr std::size_t kBesides = std::size_t{1} << 20;  // of what does not grow

struct MemoryRow {
  const char* name;
  std::string query;
  bool facets = false;
  std::size_t top = 10;
};

std::string all_of(const char* sign, int words) {
  std::string query;
  for (int i = 0; i < words; ++i) query += sign + ("wide" + std::to_string(1000 + i)) + ' ';
  return query;
}

class MemoryOfASearch : public ::testing::TestWithParam<TextStore> {
 protected:
  void SetUp() override {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "the sanitizer holds memory of its own";
#endif
    BuildOptions build;
    build.threads = 1;
    std::string words;
    for (int i = 0; i < 50000; ++i) words += "wide" + std::to_string(1000 + i) + ' ';
    std::vector<Article> articles = {make_article("wide", words)};
    for (int i = 0; i < 3000; ++i) {
      articles.push_back(make_article("a" + std::to_string(i), "Ceasefire talks in Kyiv."));
      articles.back().source = "Source " + std::to_string(i);
    }
    Recipe recipe = Recipe::load(write_recipe(folder_ / "recipe"));
    Index::create(folder_ / "index", recipe, GetParam()).add(source_of(articles), build);
    searcher_.emplace(Searcher::open(folder_ / "index"));
    searcher_->search("talks");  // makes what all searches share
  }

  Results search(const MemoryRow& row, std::size_t memory) {
    SearchOptions options;
    options.memory = memory;
    options.facets = row.facets;
    options.top = row.top;
    return searcher_->search(row.query, options);
  }

  TempFolder folder_;
  std::optional<Searcher> searcher_;
};

TEST_P(MemoryOfASearch, StaysNearTheCapAndTheAnswerSaysSo) {
  const MemoryRow rows[] = {
      {"a beginning of 50,000 words", "wide*"},
      {"a slip of any of them", "wide10000~2"},
      {"a union", all_of("", 1000)},
      {"a conjunction", all_of("+", 1000)},
      {"words of the body", "body:(" + all_of("", 1000) + ")"},
      {"a long article", "wide1000"},
      {"a subject", "about:wide1000"},
      {"thousands of hits", "talks", false, 3000},
  };
  for (const MemoryRow& row : rows) {
    watch_memory();
    const Results whole = search(row, std::size_t{1} << 30);
    const std::size_t needed = most_memory();
    EXPECT_TRUE(whole.exact) << row.name;
    watch_memory();
    const Results cut = search(row, kCap);
    const std::size_t held = most_memory();
    EXPECT_LT(held, kCap + kBesides) << row.name << ", of " << needed;
    EXPECT_GT(needed, kCap + kBesides) << row.name;
    EXPECT_FALSE(cut.exact) << row.name;
    EXPECT_FALSE(cut.warnings.empty()) << row.name;
  }
}

INSTANTIATE_TEST_SUITE_P(Over, MemoryOfASearch,
                         ::testing::Values(TextStore::kWords, TextStore::kXapian),
                         [](const auto& row) {
                           return row.param == TextStore::kWords ? "Words" : "Xapian";
                         });

}  // namespace
}  // namespace dateline::reliability
