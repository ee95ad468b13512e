#include "storage/merge.hpp"

#include "sample.hpp"
#include "storage/removed.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace dateline::storage {
namespace {

// All that a segment answers: terms with postings and positions, lengths, dates, columns, records.
std::string dump(const Segment& segment) {
  SegmentSession session = segment.session();
  std::string all;
  std::vector<std::uint32_t> positions;
  for (const auto& [term, documents] : session.terms("", 1'000'000)) {
    all += term + ' ' + std::to_string(documents) + ':';
    for (auto at = session.postings(term); at->doc() != Cursor::kEnd; at->next()) {
      all += ' ' + std::to_string(at->doc()) + '*' + std::to_string(at->frequency());
      at->positions(positions);
      for (const std::uint32_t position : positions) all += ',' + std::to_string(position);
    }
    all += '\n';
  }
  for (std::uint32_t doc = 0; doc < segment.size(); ++doc) {
    all += std::to_string(session.length(doc)) + ' ' + std::to_string(segment.arrival(doc)) + ' ';
    if (const auto days = segment.columns().published(doc)) {
      all += std::to_string(days->first) + ".." + std::to_string(days->last) + ' ';
    }
    for (std::size_t column = 0; column < kColumns; ++column) {
      for (const auto& value : segment.columns()[static_cast<Column>(column)].values(doc)) {
        all += value + '|';
      }
      all += ';';
    }
    all += segment.record(doc) + '\n';
  }
  return all;
}

// Three segments of the articles, merged, and one of those that stay.
struct Joined {
  Joined(std::string_view store, const std::vector<std::uint32_t>& removed_of_third) {
    const auto articles = random_articles(31, 300);
    const std::vector<SampleArticle> first(articles.begin(), articles.begin() + 120);
    const std::vector<SampleArticle> second(articles.begin() + 120, articles.begin() + 121);
    const std::vector<SampleArticle> third(articles.begin() + 121, articles.end());
    std::vector<SegmentEntry> sources;
    sources.push_back(write_segment(index.path(), "a", first, 1 << 20, store));
    sources.push_back(write_segment(index.path(), "b", second, 1 << 20, store));
    sources.push_back(write_segment(index.path(), "c", third, 1 << 20, store));
    std::vector<SampleArticle> stay(articles.begin(), articles.begin() + 121);
    for (std::uint32_t i = 0; i < third.size(); ++i) {
      const auto& gone = removed_of_third;
      if (std::find(gone.begin(), gone.end(), i) == gone.end()) stay.push_back(third[i]);
    }
    if (!removed_of_third.empty()) {
      sources[2] = write_removed(files, index.path(), sources[2], {removed_of_third, 0, {}}, 1);
    }
    merged = merge_segments(files, index.path(), sources, "m");
    whole = write_segment(index.path(), "w", stay, 1 << 20, store);
  }

  TempFolder index;
  base::FileSystem& files = base::system_files();
  MergedSegment merged;
  SegmentEntry whole;
};

TEST(Merge, GivesWhatOneSegmentOfAllArticlesWouldBe) {
  for (const std::string_view store : {kXapianStore, kWordsStore}) {
    Joined joined(store, {});
    EXPECT_EQ(joined.merged.entry.articles, 300U);
    EXPECT_EQ(joined.merged.entry.removed, 0U);
    EXPECT_EQ(joined.files.list(joined.index / "segments/m"),
              joined.files.list(joined.index / "segments/w"));
    EXPECT_EQ(dump(*Segment::open(joined.files, joined.index.path(), joined.merged.entry)),
              dump(*Segment::open(joined.files, joined.index.path(), joined.whole)))
        << store;
  }
}

TEST(Merge, LeavesOutTheRemoved) {
  const std::vector<std::uint32_t> removed{0, 7, 8, 178};
  Joined joined(kWordsStore, removed);
  EXPECT_EQ(joined.merged.entry.articles, 296U);
  EXPECT_EQ(joined.merged.dropped, (std::vector<std::vector<std::uint32_t>>{{}, {}, removed}));
  EXPECT_EQ(dump(*Segment::open(joined.files, joined.index.path(), joined.merged.entry)),
            dump(*Segment::open(joined.files, joined.index.path(), joined.whole)));
}

TEST(Merge, DamagedSourceIsRefused) {
  const TempFolder index;
  const std::vector<SegmentEntry> sources{write_segment(index.path(), "a", random_articles(1, 9)),
                                          write_segment(index.path(), "b", random_articles(2, 9))};
  flip_byte(index / "segments/b/articles.xapian", 9000);
  const Caught caught =
      error_of([&] { merge_segments(base::system_files(), index.path(), sources, "m"); });
  EXPECT_EQ(caught.code, ErrorCode::kCorrupt);
  EXPECT_TRUE(caught.mentions("segments/b"));
}

TEST(Merge, WritesOverNothing) {
  const TempFolder index;
  const std::vector<SegmentEntry> sources{write_segment(index.path(), "a", random_articles(1, 9))};
  const Caught caught =
      error_of([&] { merge_segments(base::system_files(), index.path(), sources, "a"); });
  EXPECT_EQ(caught.code, ErrorCode::kExists);
}

}  // namespace
}  // namespace dateline::storage
