#include "ranking/bm25.hpp"

#include <gtest/gtest.h>
#include <xapian.h>

#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace dateline::ranking {
namespace {

// w = (N - n + 0.5) / (n + 0.5), below 2 the line w / 2 + 1 in its place.
TEST(Bm25, RareTermsSayMore) {
  struct Bm25Row {
    std::uint64_t n, articles;
    double idf;
  };
  const std::vector<Bm25Row> rows{
      {1, 10, 1.8458266905},      // ln(9.5 / 1.5)
      {3, 10, 0.7621400520},      // ln(7.5 / 3.5)
      {4, 10, 0.5436154465},      // w = 6.5 / 4.5 < 2: ln(13 / 18 + 1)
      {5, 10, 0.4054651081},      // w = 1: ln(1.5)
      {10, 10, 0.0235304974},     // w = 0.5 / 10.5: ln(1 + 1 / 42)
      {0, 10, 3.0445224377},      // ln(21)
      {1, 1, 0.1541506798},       // w = 0.5 / 1.5: ln(7 / 6)
      {1, 1000000, 13.41004495},  // ln(999999.5 / 1.5)
      {0, 0, 0.4054651081},       // w = 1
      {11, 10, 0.0215062052},     // more articles than there are count as all: ln(1 + 1 / 46)
  };
  for (const Bm25Row& row : rows) {
    EXPECT_NEAR(idf(row.n, row.articles), row.idf, 1e-7) << row.n << " of " << row.articles;
  }
}

TEST(Bm25, NoTermSaysNothingOrLessTheRarerItIs) {
  for (std::uint64_t n = 0; n < 1000; ++n) {
    EXPECT_GT(idf(n, 1000), idf(n + 1, 1000)) << n;
    EXPECT_GT(idf(n + 1, 1000), 0);
  }
}

// N 10, n 1, average length 100, k1 1.2, b 0.75: T = ln(9.5 / 1.5) * 2.2 = 4.0608187191
TEST(Bm25, ScoresAreAsWorkedByHand) {
  struct Bm25Row {
    std::uint32_t frequency, length;
    double score;
  };
  const std::vector<Bm25Row> rows{
      {3, 100, 2.9005847994},  // 3 / (1.2 * 1 + 3)
      {1, 200, 1.3099415223},  // 1 / (1.2 * 1.75 + 1)
      {3, 50, 3.2486549753},   // 3 / (1.2 * 0.625 + 3)
      {3, 30, 3.2486549753},   // shorter than half the average counts as half
      {3, 0, 3.2486549753},   {0, 100, 0}, {1000000, 100, 4.0608138462},  // nearly T
  };
  const TermWeight weight({}, {10, 1000}, 1, 1);
  for (const Bm25Row& row : rows) {
    EXPECT_NEAR(weight.score(row.frequency, row.length), row.score, 1e-9)
        << row.frequency << " in " << row.length;
  }
}

TEST(Bm25, ABoostMultiplies) {
  const TermWeight once({}, {10, 1000}, 1, 1);
  const TermWeight twice({}, {10, 1000}, 1, 2);
  EXPECT_DOUBLE_EQ(twice.score(3, 70), 2 * once.score(3, 70));
  EXPECT_EQ(TermWeight({}, {10, 1000}, 1, 0).score(3, 70), 0);
}

TEST(Bm25, OtherParametersDoWhatTheySay) {
  const double t = std::log(9.5 / 1.5);
  EXPECT_NEAR(TermWeight({2, 0}, {10, 1000}, 1, 1).score(2, 999), t * 3 * 2 / (2 + 2), 1e-12);
  EXPECT_NEAR(TermWeight({0, 0.75}, {10, 1000}, 1, 1).score(2, 999), t, 1e-12);
  EXPECT_NEAR(TermWeight({1, 1}, {10, 1000}, 1, 1).score(2, 300), t * 2 * 2 / (3 + 2), 1e-12);
}

TEST(Bm25, NoCountsGiveAScoreThatIsNoNumber) {
  constexpr auto kMost = std::numeric_limits<std::uint32_t>::max();
  for (const Collection collection : {Collection{0, 0}, Collection{5, 0}, Collection{0, 5},
                                      Collection{1, 1}, Collection{1ULL << 60, 1ULL << 63}}) {
    for (const std::uint64_t n : {std::uint64_t{0}, std::uint64_t{1}, ~std::uint64_t{0}}) {
      const TermWeight weight({}, collection, n, 1);
      for (const std::uint32_t frequency : {1U, kMost}) {
        for (const std::uint32_t length : {0U, 1U, kMost}) {
          EXPECT_TRUE(std::isfinite(weight.score(frequency, length)));
          EXPECT_GE(weight.score(frequency, length), 0);
        }
      }
    }
  }
}

// Xapian's own formula over a database in memory: the same to the last bit.
TEST(Bm25, AgreesWithXapianToTheLastBit) {
  std::mt19937 random(1994);
  const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Collection collection;
  for (int i = 0; i < 200; ++i) {
    Xapian::Document document;
    for (char term = 'a'; term <= 'f'; ++term) {
      if (below(6) <= static_cast<unsigned>(term - 'a')) {
        document.add_term(std::string(1, term), 1 + below(9));
      }
    }
    document.add_term("filler", 1 + below(200));
    database.add_document(document);
    ++collection.articles;
  }
  collection.total_length = database.get_total_length();
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5));
  for (char term = 'a'; term <= 'f'; ++term) {
    const std::string name(1, term);
    const TermWeight weight({}, collection, database.get_termfreq(name), 1);
    enquire.set_query(Xapian::Query(name));
    const Xapian::MSet found = enquire.get_mset(0, 1000);
    EXPECT_GT(found.size(), 10U);
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      auto posting = database.postlist_begin(name);
      posting.skip_to(*hit);
      EXPECT_EQ(weight.score(posting.get_wdf(), database.get_doclength(*hit)), hit.get_weight());
    }
  }
}

}  // namespace
}  // namespace dateline::ranking
