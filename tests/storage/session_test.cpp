#include "storage/session.hpp"

#include "sample.hpp"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace dateline::storage {
namespace {

// What a segment must say, worked out the slow way.
struct Model {
  struct Entry {
    std::uint32_t weight = 0;
    std::set<std::uint32_t> positions;
  };
  std::map<std::string, std::map<std::uint32_t, Entry>> terms;
  std::vector<std::uint32_t> lengths;

  explicit Model(const std::vector<SampleArticle>& articles) {
    for (std::uint32_t doc = 0; doc < articles.size(); ++doc) {
      lengths.push_back(0);
      for (const auto& [term, position, weight] : articles[doc].occurrences) {
        Entry& entry = terms[fit_term(term)][doc];
        entry.weight += weight;
        entry.positions.insert(position);
        lengths[doc] += weight;
      }
      for (const std::string& filter : articles[doc].filters) terms[filter][doc];
    }
  }
};

class Session : public ::testing::Test {
 protected:
  static constexpr std::uint32_t kArticles = 700;

  Session()
      : articles_(random_articles(17, kArticles)),
        segment_(Segment::open(base::system_files(), folder_.path(),
                               write_segment(folder_.path(), "s", articles_, 200000))) {}

  TempFolder folder_;
  std::vector<SampleArticle> articles_;
  std::shared_ptr<const Segment> segment_;
};

TEST_F(Session, SaysOfEachTermWhatTheArticlesHold) {
  const Model model(articles_);
  SegmentSession session = segment_->session();
  std::vector<std::uint32_t> positions;
  for (const auto& [term, entries] : model.terms) {
    EXPECT_EQ(session.document_frequency(term), entries.size());
    const auto cursor = session.postings(term);
    for (const auto& [doc, entry] : entries) {
      ASSERT_EQ(cursor->doc(), doc);
      EXPECT_EQ(cursor->frequency(), entry.weight > 0 ? entry.weight : entry.positions.size());
      cursor->positions(positions);
      EXPECT_EQ(std::set<std::uint32_t>(positions.begin(), positions.end()), entry.positions);
      EXPECT_EQ(positions.size(), entry.positions.size());
      EXPECT_TRUE(std::is_sorted(positions.begin(), positions.end()));
      cursor->next();
    }
    EXPECT_EQ(cursor->doc(), Cursor::kEnd);
  }
}

TEST_F(Session, SkippingFindsWhatWalkingFinds) {
  const Model model(articles_);
  SegmentSession session = segment_->session();
  std::mt19937 random(23);
  for (const auto& [term, entries] : model.terms) {
    const auto cursor = session.postings(term);
    for (std::uint32_t target = 0; cursor->doc() != Cursor::kEnd;) {
      target = std::max(cursor->doc(), target + static_cast<std::uint32_t>(random() % 60));
      cursor->skip_to(target);
      const auto next = entries.lower_bound(target);
      ASSERT_EQ(cursor->doc(), next == entries.end() ? Cursor::kEnd : next->first);
      if (next != entries.end() && next->second.weight > 0) {
        EXPECT_EQ(cursor->frequency(), next->second.weight);
      }
    }
  }
}

TEST_F(Session, KnowsLengthsInAnyOrder) {
  const Model model(articles_);
  SegmentSession session = segment_->session();
  std::uint64_t total = 0;
  for (std::uint32_t doc = 0; doc < kArticles; ++doc) {
    const std::uint32_t other = doc * 331 % kArticles;
    EXPECT_EQ(session.length(other), model.lengths[other]);
    total += model.lengths[doc];
  }
  EXPECT_EQ(segment_->total_length(), total);
  EXPECT_EQ(error_of([&] { session.length(kArticles); }).code, ErrorCode::kInternal);
}

TEST_F(Session, FindsWhatWasPublishedWithin) {
  SegmentSession session = segment_->session();
  for (const DayRange span : {DayRange{-500, 500}, DayRange{0, 5}, DayRange{}, DayRange{9, 8}}) {
    const auto cursor = session.published_within(span);
    for (std::uint32_t doc = 0; doc < kArticles; ++doc) {
      const auto& days = articles_[doc].published;
      if (!days || days->first < span.first || days->last > span.last) continue;
      ASSERT_EQ(cursor->doc(), doc);
      cursor->next();
    }
    EXPECT_EQ(cursor->doc(), Cursor::kEnd);
  }
}

TEST_F(Session, WalksAllArticles) {
  SegmentSession session = segment_->session();
  const auto cursor = session.all_articles();
  for (std::uint32_t doc = 0; doc < kArticles; ++doc, cursor->next()) {
    ASSERT_EQ(cursor->doc(), doc);
  }
  EXPECT_EQ(cursor->doc(), Cursor::kEnd);
}

TEST_F(Session, ListsTermsByTheirBeginning) {
  const Model model(articles_);
  SegmentSession session = segment_->session();
  for (const std::string prefix : {"", "t", "t1", "c:", "c:t2", "f:", "nothing"}) {
    std::vector<SegmentSession::TermCount> expected;
    for (const auto& [term, entries] : model.terms) {
      if (term.starts_with(prefix)) {
        expected.push_back({term, static_cast<std::uint32_t>(entries.size())});
      }
    }
    for (const std::size_t limit : {std::size_t{0}, std::size_t{3}, std::size_t{100000}}) {
      const auto terms = session.terms(prefix, limit);
      ASSERT_EQ(terms.size(), std::min(limit, expected.size())) << prefix;
      for (std::size_t i = 0; i < terms.size(); ++i) {
        EXPECT_EQ(terms[i].term, expected[i].term);
        EXPECT_EQ(terms[i].documents, expected[i].documents);
      }
    }
  }
  EXPECT_TRUE(session.terms(std::string(300, 'l'), 10).empty());
}

TEST_F(Session, TheEmptyTermIsNowhere) {
  SegmentSession session = segment_->session();
  EXPECT_EQ(session.document_frequency(""), 0U);
  EXPECT_EQ(session.postings("")->doc(), Cursor::kEnd);
}

TEST_F(Session, AFreeSessionIsTakenAgain) {
  const auto opened = [] {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
      count += entry.is_symlink() ? 1 : 0;
    }
    return count;
  };
  const std::size_t before = opened();
  for (int i = 0; i < 100; ++i) segment_->session().postings("t1");
  EXPECT_EQ(opened(), before);
  {
    const SegmentSession first = segment_->session();
    const SegmentSession second = segment_->session();
    EXPECT_EQ(opened(), before + 1);
  }
  const SegmentSession moved = [&] {
    SegmentSession session = segment_->session();
    return SegmentSession(std::move(session));
  }();
  EXPECT_EQ(opened(), before + 1);
}

}  // namespace
}  // namespace dateline::storage
