// The bytes that a search holds at a time, counted: not many more than it may.
// Each query needs several times the cap, and says that its answer is not whole.
#include "reliability/allocations.hpp"
#include "reliability/trial.hpp"
#include "source_dir.hpp"

#include <dateline/searcher.hpp>

#include <gtest/gtest.h>

#include <fstream>
#include <functional>

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

// Names of bodies that stand in one article, and their actors.
constexpr int kBodies = 600;

std::string body_name(int i) {
  return "Body" + std::to_string(1000 + i);
}

void add_actors(const std::filesystem::path& recipe) {
  std::ofstream actors(recipe / "actors.jsonl", std::ios::app);
  for (int i = 0; i < kBodies; ++i) {
    const std::string number = std::to_string(i);
    actors << R"({"id": "body-)" + number + R"(", "kind": "org", "name": ")" + body_name(i) +
                  "\"}\n";
  }
  std::filesystem::copy_file(std::string(source_dir()) + "/indexes/news/quotes.json",
                             recipe / "quotes.json");
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
    articles.back().date = "2025-02-10";
    std::string said = "\"We want";
    for (int i = 0; i < 150; ++i) said += " peace and";
    said += " talks,\" Jane Doe said.";
    for (int i = 0; i < 3000; ++i) {
      articles.push_back(make_article("a" + std::to_string(i), "Ceasefire talks in Kyiv."));
      articles.back().source = "Source " + std::to_string(i);
      articles.back().date = i < 2 ? "2025-02-10" : Date::from_days(10000 + i).iso();
      if (i % 2 == 0) articles.back().text += "\n\n" + said;
    }
    std::string bodies;
    for (int i = 0; i < kBodies; ++i) bodies += "and " + body_name(i) + ", ";
    articles.push_back(make_article("bodies", bodies));
    write_recipe(folder_ / "recipe");
    add_actors(folder_ / "recipe");
    Recipe recipe = Recipe::load(folder_ / "recipe");
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

struct Question {
  const char* name;
  std::function<std::pair<bool, std::size_t>(const Bounds&)> ask;  // whether it is exact, warnings
  bool grows = true;                                               // also over words files
};

template <class Answer>
std::pair<bool, std::size_t> told(const Answer& answer) {
  return {answer.exact, answer.warnings.size()};
}

TEST_P(MemoryOfASearch, StaysNearTheCapWhateverIsAskedFor) {
  const Article wide = searcher_->article("wide")->article;
  const Question questions[] = {
      {"quotes",
       [&](const Bounds& bounds) {
         return told(searcher_->quotes({}, {bounds, "", "", 3000}));
       }},
      {"a timeline",
       [&](const Bounds& bounds) {
         return told(searcher_->timeline("talks OR wide1000", TimeUnit::kDay, bounds));
       }},
      {"significant terms",
       [&](const Bounds& bounds) { return told(searcher_->significant("wide1000", 10, bounds)); }},
      {"pairs", [&](const Bounds& bounds) { return told(searcher_->named_together({bounds})); }},
      {"pairs of a sentence",
       [&](const Bounds& bounds) {
         return told(searcher_->named_together({bounds, "", 1000, 10, true}));
       }},
      {"a completion",
       [&](const Bounds& bounds) { return told(searcher_->complete("w", 10, bounds)); }, false},
      {"like a long one",
       [&](const Bounds& bounds) { return told(searcher_->similar("wide", {bounds})); }},
      {"like a long one from elsewhere",
       [&](const Bounds& bounds) { return told(searcher_->similar(wide, {bounds})); }},
  };
  for (const Question& question : questions) {
    watch_memory();
    EXPECT_EQ(question.ask({.memory = std::size_t{1} << 30}), std::pair(true, std::size_t{0}))
        << question.name;
    const std::size_t needed = most_memory();
    watch_memory();
    const auto cut = question.ask({.memory = kCap});
    const std::size_t held = most_memory();
    EXPECT_LT(held, kCap + kBesides) << question.name << ", of " << needed;
    if (!question.grows && GetParam() == TextStore::kWords) continue;
    EXPECT_GT(needed, kCap + kBesides) << question.name;
    EXPECT_EQ(cut, std::pair(false, std::size_t{1})) << question.name;
  }
}

INSTANTIATE_TEST_SUITE_P(Over, MemoryOfASearch,
                         ::testing::Values(TextStore::kWords, TextStore::kXapian),
                         [](const auto& row) {
                           return row.param == TextStore::kWords ? "Words" : "Xapian";
                         });

}  // namespace
}  // namespace dateline::reliability
