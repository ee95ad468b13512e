#include "words/candidates.hpp"

#include "words/random_words.hpp"

#include <gtest/gtest.h>

namespace dateline::words {
namespace {

// A search for two terms of random articles, the rarer of which leads.
struct Pair {
  Pair(const RandomWords& random, const std::string& rare, const std::string& common,
       Bitmap removed)
      : words(random),
        lead(*words.reader, *words.reader->find(rare), scorer, 1),
        other(*words.reader, *words.reader->find(common), scorer, 1),
        segment{words.reader.get(), removed, {}, {}},
        ranges(ranges_of(words.reader->size(), kRangeShift)),
        zeros(ranges + kPad),
        high(ranges + kPad, 1e9f) {
    search.lists = {&lead, &other};
    search.ranges = ranges;
  }

  const RandomWords& words;
  FastScore scorer{2, 0.02f, 0.4f, 0.3f};
  QueryList lead;
  QueryList other;
  SearchedSegment segment;
  std::uint32_t ranges;
  std::vector<float> zeros;
  std::vector<float> high;
  PreparedQuery query;
  Arrival arrival = [](std::uint32_t, std::uint32_t doc) { return doc; };
  Stop stop;
  BestHits best{10, 1e-6f, true, arrival};
  StopClock clock{stop};
  SegmentSearch search{query, segment, 0, best, clock};
};

// What is left of the lead's documents, and checks what is said of it.
std::vector<std::uint32_t> joined(Pair& pair, const std::string& common, std::uint32_t needed) {
  std::vector<std::uint32_t> left;
  Candidates candidates(pair.search);
  walk_lead(pair.search, pair.lead, pair.high.data(),
            [&](const std::uint32_t* docs, std::uint32_t count, std::uint32_t begin) {
              candidates.begin(pair.lead, docs, count, begin, pair.zeros.data());
              const float* scores = pair.lead.scores_from(begin);
              candidates.join(1, pair.zeros.data(), needed);
              candidates.end();
              for (const std::uint32_t place : candidates.places()) {
                const std::uint32_t doc = candidates.doc(place);
                left.push_back(doc);
                const auto& postings = pair.words.articles[doc].postings;
                const auto found = postings.find(common);
                const bool is_there = found != postings.end();
                EXPECT_EQ(candidates.frequency(1, place), is_there ? found->second.frequency : 0);
                EXPECT_EQ(candidates.score(place) > scores[place], is_there);
                if (!is_there) continue;
                std::vector<std::uint32_t> positions;
                pair.other.stand_at(candidates.stand(1, place));
                pair.other.positions(pair.words.reader->places(doc), positions);
                EXPECT_EQ(positions, found->second.positions);
              }
            });
  return left;
}

TEST(Candidates, AreThoseThatCountAndThatTheOtherListHolds) {
  const RandomWords words = random_words(9, {12000, 60, 30});
  std::vector<std::uint64_t> removed(words.articles.size() / 64 + 1, 0x1000100010001);
  int many = 0;
  for (std::uint32_t n = 1; n < 60; n += 3) {
    const std::string rare = term_name(n);
    const std::string common = term_name(n / 2);
    if (!words.reader->find(rare) || !words.reader->find(common)) continue;
    for (std::uint32_t needed = 0; needed < 4; ++needed) {
      std::vector<std::uint32_t> wanted;
      for (std::uint32_t doc = 0; doc < words.articles.size(); ++doc) {
        const auto& postings = words.articles[doc].postings;
        const auto found = postings.find(common);
        const std::size_t positions = found == postings.end() ? 0 : found->second.positions.size();
        const bool is_removed = (removed[doc / 64] >> (doc % 64) & 1) != 0;
        if (postings.contains(rare) && positions >= needed && !is_removed) wanted.push_back(doc);
      }
      Pair pair(words, rare, common, removed);
      many += pair.other.is_short() ? 0 : 1;
      ASSERT_EQ(joined(pair, common, needed), wanted) << n << " " << needed;
    }
  }
  EXPECT_GT(many, 4);
}

TEST(Candidates, ReachTheThreshold) {
  const RandomWords words = random_words(10, {12000, 60, 30});
  Pair pair(words, term_name(9), term_name(2), {});
  const std::size_t all = joined(pair, term_name(2), 0).size();
  Pair strict(words, term_name(9), term_name(2), {});
  strict.best.expect(1.2);
  const std::vector<std::uint32_t> left = joined(strict, term_name(2), 0);
  EXPECT_GT(left.size(), 0u);
  EXPECT_LT(left.size(), all);
}

}  // namespace
}  // namespace dateline::words
