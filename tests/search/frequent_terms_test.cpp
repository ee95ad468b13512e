#include "search/frequent_terms.hpp"

#include "search/sample.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace dateline::search {
namespace {

// Some words are in most articles, most in few; those of the same frequency are many.
std::string random_text(std::mt19937& random) {
  std::string text;
  for (int i = 0; i < 20; ++i) {
    const std::uint32_t most = random() % 4 == 0 ? 10 : 3000;
    text += "w" + std::to_string(random() % most) + ' ';
  }
  return text;
}

class FrequentTermsOfASnapshot : public ::testing::TestWithParam<TextStore> {
 protected:
  void SetUp() override {
    Index index = Index::create(folder_ / "index", Recipe::load(write_recipe(folder_ / "recipe")),
                                GetParam());
    std::mt19937 random(5);
    for (int segment = 0; segment < 3; ++segment) {
      std::vector<Article> articles;
      for (int i = 0; i < 120; ++i) {
        articles.push_back(make_article(std::to_string(segment * 120 + i), random_text(random)));
      }
      index.add(source_of(articles));
    }
    for (int i = 0; i < 360; i += 7) EXPECT_TRUE(index.remove(std::to_string(i)));
    index.commit();
    snapshot_ = Snapshot::open(base::system_files(), folder_ / "index");
  }

  // From every term's postings.
  TermCounts counted(const std::string& beginning, std::size_t most) {
    std::map<std::string, std::uint64_t> counts;
    for (const auto& segment : snapshot_->segments()) {
      auto session = segment->session();
      for (const auto& each : session.terms(beginning, 100000)) {
        const auto at = session.postings(each.term);
        for (; at->doc() != storage::Cursor::kEnd; at->next()) {
          if (!segment->removed(at->doc())) ++counts[each.term];
        }
      }
    }
    TermCounts best(counts.begin(), counts.end());
    std::stable_sort(best.begin(), best.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    best.resize(std::min(best.size(), most));
    return best;
  }

  TempFolder folder_;
  std::unique_ptr<Snapshot> snapshot_;
};

TEST_P(FrequentTermsOfASnapshot, HaveTheCountsOfTheLiveArticlesWhateverIsAskedFor) {
  for (const char* beginning : {"=w", "=w1", "=w12", "=w299", "=x", ""}) {
    for (const std::size_t most : {0u, 1u, 5u, 12u, 300u, 100000u}) {
      Limit none;
      EXPECT_EQ(frequent_terms(*snapshot_, beginning, most, none), counted(beginning, most))
          << beginning << ' ' << most;
    }
  }
}

TEST_P(FrequentTermsOfASnapshot, PastTheLimitAreThoseThatWereMet) {
  std::stop_source source;
  source.request_stop();
  Limit stopped(Limit::Clock::time_point::max(), source.get_token());
  EXPECT_LT(frequent_terms(*snapshot_, "=w", 5000, stopped).size(), 600U);
  EXPECT_TRUE(stopped.is_cut());
}

INSTANTIATE_TEST_SUITE_P(Over, FrequentTermsOfASnapshot,
                         ::testing::Values(TextStore::kWords, TextStore::kXapian),
                         [](const auto& row) {
                           return row.param == TextStore::kWords ? "Words" : "Xapian";
                         });

}  // namespace
}  // namespace dateline::search
