#include "storage/segment.hpp"

#include "ranking/bm25.hpp"
#include "sample.hpp"
#include "storage/removed.hpp"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace dateline::storage {
namespace {

namespace fs = std::filesystem;

std::shared_ptr<const Segment> open(const TempFolder& index, const SegmentEntry& entry) {
  return Segment::open(base::system_files(), index.path(), entry);
}

TEST(Segment, RecordsAndArrivalNumbersComeBack) {
  const TempFolder index;
  const auto articles = random_articles(6, 150);
  const auto segment = open(index, write_segment(index.path(), "s", articles));
  ASSERT_EQ(segment->size(), 150U);
  for (std::uint32_t doc = 0; doc < segment->size(); ++doc) {
    EXPECT_EQ(segment->record(doc), articles[doc].record);
    EXPECT_EQ(segment->arrival(doc), articles[doc].arrival);
    EXPECT_FALSE(segment->removed(doc));
  }
}

TEST(Segment, RemovedArticlesAreMarkedAndLeaveTheStatistics) {
  const TempFolder index;
  const auto entry = write_segment(index.path(), "s", random_articles(7, 20));
  const std::vector<std::uint32_t> numbers = {0, 7, 19};
  const auto whole = open(index, entry);
  const auto terms = whole->session().terms("t", 1000);
  const auto is_rare = [](const auto& term) { return term.documents == 2; };
  const auto rare = std::find_if(terms.begin(), terms.end(), is_rare);
  const auto often =
      std::find_if(terms.begin(), terms.end(), [](const auto& term) { return term.documents > 3; });
  ASSERT_TRUE(rare != terms.end() && often != terms.end());
  const Removed gone = {numbers, 3, {{rare->term, 2}, {often->term, 1}}};
  const auto removed = write_removed(base::system_files(), index.path(), entry, gone, 2);
  const auto segment = open(index, removed);
  EXPECT_EQ(segment->entry(), removed);
  EXPECT_EQ(segment->size(), 20U);
  for (std::uint32_t doc = 0; doc < 20; ++doc) {
    EXPECT_EQ(segment->removed(doc), std::count(numbers.begin(), numbers.end(), doc) == 1);
  }
  EXPECT_EQ(whole->total_length(), segment->total_length() + 3);
  auto session = segment->session();
  EXPECT_EQ(session.document_frequency(rare->term), 0U);
  EXPECT_EQ(session.document_frequency(often->term), often->documents - 1);
  EXPECT_EQ(session.terms("t", 1000).size(), terms.size() - 1);
}

// Some of a segment is verified when it is first read.
void read_all(const TempFolder& index, const SegmentEntry& entry) {
  const auto segment = open(index, entry);
  for (std::uint32_t doc = 0; doc < segment->size(); ++doc) segment->record(doc);
  auto session = segment->session();
  std::vector<std::uint32_t> places;
  for (const auto& [term, documents] : session.terms("", 100000)) {
    for (auto at = session.postings(term); at->doc() != Cursor::kEnd; at->next()) {
      session.length(at->doc());
      at->positions(places);
    }
  }
}

class DamagedSegment : public ::testing::TestWithParam<std::string_view> {};

TEST_P(DamagedSegment, IsCorruptAndNamesTheFile) {
  const TempFolder index;
  auto entry = write_segment(index.path(), "s", random_articles(8, 30), 1 << 20, GetParam());
  entry = write_removed(base::system_files(), index.path(), entry, {{3, 4}, 9, {{"t", 1}}}, 2);
  std::vector<FileEntry> files = entry.files;
  files.push_back(*entry.removed_file);
  const auto expect_corrupt = [&](const FileEntry& file) {
    const Caught caught = error_of([&] { read_all(index, entry); });
    EXPECT_EQ(caught.code, ErrorCode::kCorrupt);
    EXPECT_TRUE(caught.mentions(file.name)) << caught.message;
  };
  for (const FileEntry& file : files) {
    for (std::uint64_t at = 0; at < file.size; at += 1 + file.size / 50) {
      flip_byte(index / file.name, at);
      expect_corrupt(file);
      flip_byte(index / file.name, at);
    }
    fs::copy_file(index / file.name, index / "whole");
    fs::resize_file(index / file.name, file.size - 1);
    expect_corrupt(file);
    fs::rename(index / "whole", index / file.name);
  }
  read_all(index, entry);
}

INSTANTIATE_TEST_SUITE_P(OfBothStores, DamagedSegment,
                         ::testing::Values(kWordsStore, kXapianStore));

TEST(Segment, AFileOfAnotherSegmentIsCorrupt) {
  const TempFolder index;
  auto articles = random_articles(8, 5);
  const auto entry = write_segment(index.path(), "s", articles, 1 << 20, kWordsStore);
  for (auto& article : articles) std::swap(article.record.front(), article.record.back());
  std::swap(articles[0].occurrences, articles[1].occurrences);
  const auto other = write_segment(index.path(), "t", articles, 1 << 20, kWordsStore);
  for (const char* name : {"words.dlw", "text.zst", "columns.dlc"}) {
    const fs::path mine = index / ("segments/s/" + std::string(name));
    fs::rename(mine, index / "mine");
    fs::copy_file(index / ("segments/t/" + std::string(name)), mine);
    const bool differs = fs::file_size(mine) != fs::file_size(index / "mine");
    if (differs || name != std::string("columns.dlc")) {
      EXPECT_EQ(error_of([&] { read_all(index, entry); }).code, ErrorCode::kCorrupt) << name;
    }
    fs::rename(index / "mine", mine);
  }
  read_all(index, entry);
}

TEST(Segment, AMissingFileIsNotFoundAndNamed) {
  const TempFolder index;
  const auto entry = write_segment(index.path(), "s", random_articles(9, 3));
  fs::remove(index / entry.files[1].name);
  const Caught caught = error_of([&] { open(index, entry); });
  EXPECT_EQ(caught.code, ErrorCode::kNotFound);
  EXPECT_TRUE(caught.mentions("text.zst")) << caught.message;
}

// The manifest may be right about the bytes of a file that still is not what it should be.
SegmentEntry described_anew(const TempFolder& index, SegmentEntry entry) {
  for (FileEntry& file : entry.files) {
    file = describe_file(base::system_files(), index.path(), file.name);
  }
  return entry;
}

TEST(Segment, WhatIsNoDatabaseIsNotOpened) {
  const TempFolder index;
  const auto entry = write_segment(index.path(), "s", random_articles(10, 3));
  const std::string whole = base::system_files().read_all(index / entry.files[0].name);
  const std::vector<std::pair<std::string, ErrorCode>> rows = {
      {"", ErrorCode::kCorrupt},
      {"auto /elsewhere\n", ErrorCode::kCorrupt},  // to Xapian, a list of databases
      {"remote host:1234\n", ErrorCode::kCorrupt},
      {whole.substr(0, 20), ErrorCode::kInternal}};  // Xapian's own verdict
  for (const auto& [bytes, code] : rows) {
    overwrite(index / entry.files[0].name, bytes);
    const auto changed = described_anew(index, entry);
    const Caught caught = error_of([&] { open(index, changed); });
    EXPECT_EQ(caught.code, code) << caught.message;
    EXPECT_TRUE(caught.mentions("articles.xapian")) << caught.message;
  }
}

TEST(Segment, FilesOfDifferentSegmentsAreCorrupt) {
  const TempFolder index;
  auto entry = write_segment(index.path(), "s", random_articles(11, 10));
  const auto other = write_segment(index.path(), "t", random_articles(11, 9));
  for (std::size_t file = 0; file < 3; ++file) {
    fs::rename(index / entry.files[file].name, index / "kept");
    fs::copy_file(index / other.files[file].name, index / entry.files[file].name);
    const auto mixed = described_anew(index, entry);
    EXPECT_EQ(error_of([&] { open(index, mixed); }).code, ErrorCode::kCorrupt);
    fs::rename(index / "kept", index / entry.files[file].name);
  }
  entry.files.pop_back();
  EXPECT_EQ(error_of([&] { open(index, entry); }).code, ErrorCode::kCorrupt);
}

TEST(Segment, WorksAfterItsFilesAreGone) {
  const TempFolder index;
  const auto articles = random_articles(12, 100);
  const auto segment = open(index, write_segment(index.path(), "s", articles));
  fs::remove_all(index / "segments");
  SegmentSession pooled = segment->session();
  SegmentSession opened = segment->session();
  for (SegmentSession* session : {&pooled, &opened}) {
    EXPECT_GT(session->document_frequency("t1"), 0U);
  }
  EXPECT_EQ(segment->record(99), articles[99].record);
  EXPECT_EQ(segment->columns().published(50), articles[50].published);
}

// The sum of what a walk over a term finds.
std::uint64_t walk(SegmentSession& session, const std::string& term) {
  std::uint64_t sum = 0;
  std::vector<std::uint32_t> positions;
  for (const auto cursor = session.postings(term); cursor->doc() != Cursor::kEnd; cursor->next()) {
    cursor->positions(positions);
    sum += cursor->doc() * cursor->frequency() + session.length(cursor->doc()) + positions.size();
  }
  return sum;
}

TEST(Segment, ThreadsShareIt) {
  const TempFolder index;
  const auto segment = open(index, write_segment(index.path(), "s", random_articles(13, 400)));
  std::map<std::string, std::uint64_t> expected;
  for (const std::string term : {"t1", "t2", "t3", "t5", "c:t1", "f:3"}) {
    SegmentSession session = segment->session();
    expected[term] = walk(session, term);
  }
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < 10; ++round) {
        for (const auto& [term, sum] : expected) {
          SegmentSession session = segment->session();
          if (walk(session, term) != sum) ++wrong;
        }
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

// Scores of an OR of the terms, from cursors and lengths.
std::map<std::uint32_t, double> own_scores(const Segment& segment,
                                           const std::vector<std::string>& terms) {
  SegmentSession session = segment.session();
  std::map<std::uint32_t, double> scores;
  for (const std::string& term : terms) {
    const ranking::TermWeight weight({}, {segment.size(), segment.total_length()},
                                     session.document_frequency(term), 1);
    for (const auto cursor = session.postings(term); cursor->doc() != Cursor::kEnd;
         cursor->next()) {
      scores[cursor->doc()] += weight.score(cursor->frequency(), session.length(cursor->doc()));
    }
  }
  return scores;
}

TEST(Segment, ScoresAreThoseOfXapian) {
  const TempFolder index;
  const auto entry = write_segment(index.path(), "s", random_articles(14, 1000));
  const auto segment = open(index, entry);
  const Xapian::Database database((index / entry.files[0].name).native());
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5));
  const std::vector<std::vector<std::string>> queries = {
      {"t1"},
      {"t500"},
      {"t2", "t3"},
      {"t1", "t4", "t10", "t100"},
      {"t5", "unknown", "t2"},
      {"nul" + std::string(1, '\0') + "inside", "t1"},
      {fit_term(std::string(300, 'l') + "0"), "t6"}};
  std::size_t compared = 0;
  for (const auto& terms : queries) {
    enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
    const Xapian::MSet hits = enquire.get_mset(0, segment->size());
    const auto scores = own_scores(*segment, terms);
    EXPECT_EQ(hits.size(), scores.size());
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
      const auto own = scores.find(*hit - 1);
      ASSERT_NE(own, scores.end());
      EXPECT_NEAR(own->second, hit.get_weight(), 1e-12 * hit.get_weight());
      ++compared;
    }
  }
  EXPECT_GT(compared, 1000U);
}

}  // namespace
}  // namespace dateline::storage
