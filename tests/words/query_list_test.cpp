#include "words/query_list.hpp"

#include "words/impact.hpp"
#include "words/random_words.hpp"

#include <gtest/gtest.h>

namespace dateline::words {
namespace {

FastScore scorer_of(const ranking::Collection& collection, const ranking::Bm25& parameters) {
  FastScore scorer;
  scorer.weight = 2.5f;
  scorer.slope =
      static_cast<float>(parameters.k1 * parameters.b * static_cast<double>(collection.articles) /
                         static_cast<double>(collection.total_length));
  scorer.least = static_cast<float>(parameters.k1 * parameters.b * 0.5);
  scorer.fixed = static_cast<float>(parameters.k1 * (1 - parameters.b));
  return scorer;
}

// A list under statistics that are not those of its segment.
struct Bounded {
  Bounded(const RandomWords& words, const std::string& term, const ranking::Collection& collection,
          const ranking::Bm25& parameters)
      : factors(impact_factors(Impact({words.reader->size(), words.reader->total_length()}),
                               Impact(collection, parameters), words.reader->longest())),
        list(*words.reader, *words.reader->find(term), scorer_of(collection, parameters),
             static_cast<float>(factors.most * (1 + 1e-5))) {}
  ImpactFactors factors;
  QueryList list;
};

TEST(QueryList, BoundsARangeByNoLessThanAnyScoreInItUnderAnyStatistics) {
  const RandomWords words = random_words(3, {20000, 60, 30});
  std::mt19937 random(3);
  const std::uint32_t ranges = ranges_of(words.reader->size(), kRangeShift);
  int long_lists = 0;
  for (int round = 0; round < 120; ++round) {
    const std::string term = term_name(static_cast<std::uint32_t>(random() % 60));
    if (!words.reader->find(term)) continue;
    const ranking::Collection collection{1000, 1000 * (1 + random() % 80)};
    const ranking::Bm25 parameters{static_cast<double>(random() % 30) / 10,
                                   static_cast<double>(random() % 11) / 10};
    Bounded bounded(words, term, collection, parameters);
    std::vector<float> bounds(ranges + kPad);
    std::vector<float> zeros(ranges + kPad);
    bounded.list.add_bounds(0, zeros.data(), ranges, bounds.data());
    long_lists += bounded.list.is_short() ? 0 : 1;
    for (std::uint32_t doc = 0; doc < words.reader->size(); ++doc) {
      const auto& postings = words.articles[doc].postings;
      const auto found = postings.find(term);
      const std::uint32_t frequency = bounded.list.find(doc);
      ASSERT_EQ(frequency, found == postings.end() ? 0 : found->second.frequency);
      if (frequency == 0) continue;
      const FastScore& scorer = bounded.list.scorer();
      const float score = scorer.score(frequency, scorer.saturation(words.reader->length(doc)));
      ASSERT_GE(bounds[doc / kRange] * (1 + 1e-6f), score) << term << " " << doc;
    }
  }
  EXPECT_GT(long_lists, 20);
}

TEST(QueryList, KeepsImpactsThatSoManyDocumentsReach) {
  const RandomWords words = random_words(4, {8000, 40, 30});
  const Impact impact({words.reader->size(), words.reader->total_length()});
  for (std::uint32_t n = 0; n < 40; ++n) {
    const auto info = words.reader->find(term_name(n));
    if (!info || info->document_frequency <= kBlock) continue;
    PostingList list(*words.reader, *info);
    for (std::size_t which = 0; which < kKept.size(); ++which) {
      std::uint32_t count = 0;
      for (const NaiveArticle& article : words.articles) {
        const auto found = article.postings.find(term_name(n));
        if (found == article.postings.end()) continue;
        count += impact.of(found->second.frequency, article.length) >= list.kept_impact(which);
      }
      if (info->document_frequency >= kKept[which]) {
        ASSERT_GE(count, kKept[which]);
        ASSERT_LE(count, kKept[which] * 2 + 200);
      }
    }
  }
}

}  // namespace
}  // namespace dateline::words
