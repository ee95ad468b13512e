#include "sample.hpp"
#include "storage/segment.hpp"

#include <gtest/gtest.h>
#include <xapian.h>

#include <limits>
#include <string>
#include <vector>

namespace dateline::storage {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> names_in(const fs::path& folder) {
  return base::system_files().list(folder);
}

TEST(SegmentWriter, LeavesThreeFilesAndDescribesThem) {
  const TempFolder index;
  const SegmentEntry entry = write_segment(index.path(), "000001", random_articles(1, 50));
  EXPECT_EQ(entry.id, "000001");
  EXPECT_EQ(entry.articles, 50U);
  EXPECT_EQ(entry.removed, 0U);
  EXPECT_EQ(entry.removed_file, std::nullopt);
  EXPECT_EQ(names_in(index / "segments/000001"),
            (std::vector<std::string>{"articles.xapian", "columns.dlc", "text.zst"}));
  ASSERT_EQ(entry.files.size(), 3U);
  EXPECT_EQ(entry.files[0].name, "segments/000001/articles.xapian");
  EXPECT_EQ(entry.files[1].name, "segments/000001/text.zst");
  EXPECT_EQ(entry.files[2].name, "segments/000001/columns.dlc");
  for (const FileEntry& file : entry.files) {
    EXPECT_EQ(find_damage(base::system_files(), index.path(), file), std::nullopt);
  }
}

TEST(SegmentWriter, AnyXapianToolOpensWhatItWrites) {
  const TempFolder index;
  write_segment(index.path(), "s", random_articles(2, 300), 10000);
  const Xapian::Database database((index / "segments/s/articles.xapian").native());
  EXPECT_EQ(database.get_doccount(), 300U);
  EXPECT_EQ(database.get_lastdocid(), 300U);
  EXPECT_GT(database.get_termfreq("t1"), 0U);
  EXPECT_TRUE(database.has_positions());
}

TEST(SegmentWriter, TheBytesBufferedDoNotChangeWhatIsWritten) {
  const TempFolder index;
  const auto articles = random_articles(3, 200);
  std::vector<std::string> sums;
  for (const std::size_t memory : {std::size_t{1}, std::size_t{50000}, std::size_t{1} << 30}) {
    const auto entry = write_segment(index.path(), std::to_string(memory), articles, memory);
    const auto segment = Segment::open(base::system_files(), index.path(), entry);
    SegmentSession session = segment->session();
    std::string all;
    for (const auto& [term, documents] : session.terms("", 100000)) {
      all += term + ' ' + std::to_string(documents) + '\n';
    }
    sums.push_back(all);
  }
  EXPECT_EQ(sums[0], sums[1]);
  EXPECT_EQ(sums[0], sums[2]);
}

TEST(SegmentWriter, ASegmentMayBeEmpty) {
  const TempFolder index;
  const SegmentEntry entry = write_segment(index.path(), "s", {});
  const auto segment = Segment::open(base::system_files(), index.path(), entry);
  EXPECT_EQ(segment->size(), 0U);
  EXPECT_EQ(segment->total_length(), 0U);
  SegmentSession session = segment->session();
  EXPECT_EQ(session.postings("t1")->doc(), Cursor::kEnd);
  EXPECT_EQ(session.all_articles()->doc(), Cursor::kEnd);
  EXPECT_EQ(session.published_within({})->doc(), Cursor::kEnd);
  EXPECT_TRUE(session.terms("", 10).empty());
}

TEST(SegmentWriter, ArticlesMayHoldNothing) {
  const TempFolder index;
  const auto entry = write_segment(index.path(), "s", std::vector<SampleArticle>(3));
  const auto segment = Segment::open(base::system_files(), index.path(), entry);
  EXPECT_EQ(segment->size(), 3U);
  EXPECT_EQ(segment->session().length(2), 0U);
  EXPECT_EQ(segment->record(1), "");
}

TEST(SegmentWriter, NoSegmentIsWrittenOver) {
  const TempFolder index;
  const SegmentEntry entry = write_segment(index.path(), "s", random_articles(4, 5));
  const Caught caught = error_of([&] {
    SegmentWriter(base::system_files(), index.path(), "s", kXapianStore, std::size_t{1} << 20);
  });
  EXPECT_EQ(caught.code, ErrorCode::kExists);
  EXPECT_EQ(Segment::open(base::system_files(), index.path(), entry)->size(), 5U);
}

TEST(SegmentWriter, WithoutFinishNothingIsNamed) {
  const TempFolder index;
  publish_manifest(base::system_files(), index.path(), Manifest());
  {
    SegmentWriter writer(base::system_files(), index.path(), "s", kXapianStore, 1000);
    base::Vocabulary terms;
    for (const auto& article : random_articles(5, 20)) add_to(writer, article, terms);
    const SegmentWriter moved(std::move(writer));
    EXPECT_EQ(moved.size(), 20U);
  }
  EXPECT_TRUE(fs::exists(index / "segments/s"));
  collect_garbage(base::system_files(), index.path());
  EXPECT_FALSE(fs::exists(index / "segments/s"));
}

TEST(SegmentWriter, ATooLongArticleIsRefusedAndTheRestIsKept) {
  const TempFolder index;
  SegmentWriter writer(base::system_files(), index.path(), "s", kXapianStore, 1000000);
  SampleArticle article;
  constexpr std::uint32_t kMost = std::numeric_limits<std::uint32_t>::max() - 1;
  article.occurrences = {{"a", 0, kMost}};
  base::Vocabulary terms;
  add_to(writer, article, terms);
  article.occurrences.push_back({"b", 1, 1});
  EXPECT_EQ(error_of([&] { add_to(writer, article, terms); }).code, ErrorCode::kLimit);
  const auto segment = Segment::open(base::system_files(), index.path(), writer.finish());
  EXPECT_EQ(segment->size(), 1U);
  EXPECT_EQ(segment->session().length(0), kMost);
}

TEST(SegmentWriter, ErrorsOfXapianStayBehindTheBorder) {
  const TempFolder index;
  SegmentWriter writer(base::system_files(), index.path(), "s", kXapianStore, 1);
  fs::remove_all(index / "segments/s/articles.tmp");
  fs::create_directories(index / "segments/s/articles.xapian");  // in the way of the result
  SampleArticle article;
  article.occurrences = {{"", 0, 1}};
  base::Vocabulary terms;
  EXPECT_EQ(error_of([&] { add_to(writer, article, terms); }).code, ErrorCode::kInternal);
  EXPECT_EQ(error_of([&] { writer.finish(); }).code, ErrorCode::kIo);
}

}  // namespace
}  // namespace dateline::storage
