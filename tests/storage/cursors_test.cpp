#include "storage/cursors.hpp"

#include "../base/temp_folder.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <random>
#include <string>
#include <vector>

namespace dateline::storage {
namespace {

constexpr std::uint32_t kSize = 2000;
const std::filesystem::path kPath = "segments/7/articles.xapian";

bool has_term(std::uint32_t doc) {
  return doc % 7 == 3 || (doc > 500 && doc < 700);
}
bool has_date(std::uint32_t doc) {
  return doc % 3 != 0;
}
int day(std::uint32_t doc) {
  return static_cast<int>(doc * 37 % 1000);
}

// The term at positions doc and doc + 5 with weight 2 each, or 0.
Xapian::Database make_database(std::uint32_t weight) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (std::uint32_t doc = 0; doc < kSize; ++doc) {
    Xapian::Document document;
    if (has_term(doc)) {
      document.add_posting("term", doc, weight);
      document.add_posting("term", doc + 5, weight);
    }
    database.add_document(document);
  }
  return database;
}

std::vector<std::uint32_t> walk(Cursor& cursor) {
  std::vector<std::uint32_t> docs;
  for (; cursor.doc() != Cursor::kEnd; cursor.next()) docs.push_back(cursor.doc());
  return docs;
}

std::vector<std::uint32_t> all_with(const std::function<bool(std::uint32_t)>& wanted) {
  std::vector<std::uint32_t> docs;
  for (std::uint32_t doc = 0; doc < kSize; ++doc) {
    if (wanted(doc)) docs.push_back(doc);
  }
  return docs;
}

// Skips from a random number to the next must find what walking finds.
void expect_walk(const std::function<std::unique_ptr<Cursor>()>& make,
                 const std::vector<std::uint32_t>& docs) {
  EXPECT_EQ(walk(*make()), docs);
  std::mt19937 random(5);
  for (int round = 0; round < 100; ++round) {
    const auto cursor = make();
    for (std::uint32_t target = 0; cursor->doc() != Cursor::kEnd;) {
      target += static_cast<std::uint32_t>(random() % 200);
      const std::uint32_t least = std::max(target, cursor->doc());
      cursor->skip_to(target);
      const auto next = std::lower_bound(docs.begin(), docs.end(), least);
      ASSERT_EQ(cursor->doc(), next == docs.end() ? Cursor::kEnd : *next);
    }
    cursor->skip_to(0);
    EXPECT_EQ(cursor->doc(), Cursor::kEnd);
  }
  const auto cursor = make();
  cursor->skip_to(Cursor::kEnd);
  EXPECT_EQ(cursor->doc(), Cursor::kEnd);
}

TEST(Cursors, ATermIsWalkedAndSkipped) {
  const Xapian::Database database = make_database(2);
  expect_walk([&] { return term_cursor(database, "term", kPath); }, all_with(has_term));
}

TEST(Cursors, FrequencyIsTheSumOfWeightsOrTheNumberOfPositions) {
  for (const std::uint32_t weight : {0U, 2U}) {
    const Xapian::Database database = make_database(weight);
    const auto cursor = term_cursor(database, "term", kPath);
    std::vector<std::uint32_t> positions = {99};
    for (; cursor->doc() != Cursor::kEnd; cursor->next()) {
      EXPECT_EQ(cursor->frequency(), weight == 0 ? 2U : 4U);
      cursor->positions(positions);
      EXPECT_EQ(positions, (std::vector<std::uint32_t>{cursor->doc(), cursor->doc() + 5}));
    }
  }
}

TEST(Cursors, AnUnknownTermAndTheEmptyOneHaveNoArticles) {
  const Xapian::Database database = make_database(1);
  for (const std::string term : {"", "other", "ter", "termm"}) {
    const auto cursor = term_cursor(database, term, kPath);
    EXPECT_EQ(cursor->doc(), Cursor::kEnd);
    cursor->skip_to(5);
    EXPECT_EQ(cursor->doc(), Cursor::kEnd);
  }
}

TEST(Cursors, DatesLieWhollyWithinTheSpan) {
  const TempFolder folder;
  ColumnsWriter writer(base::system_files(), folder / "columns");
  for (std::uint32_t doc = 0; doc < kSize; ++doc) {
    const DayRange days{day(doc), day(doc) + 10};
    writer.add(has_date(doc) ? std::optional(days) : std::nullopt, {});
  }
  writer.finish();
  const ColumnsReader columns(base::system_files().open(folder / "columns"), "columns");
  const std::vector<DayRange> rows = {{100, 300}, {100, 110}, {100, 109}, {-5, 2000}, {5000, 6000}};
  for (const DayRange span : rows) {
    expect_walk([&] { return date_cursor(columns, span); }, all_with([&](std::uint32_t doc) {
                  return has_date(doc) && day(doc) >= span.first && day(doc) + 10 <= span.last;
                }));
  }
}

TEST(Cursors, NumbersAreWalkedAndSkipped) {
  expect_walk([] { return number_cursor(kSize); }, all_with([](std::uint32_t) { return true; }));
  EXPECT_EQ(number_cursor(0)->doc(), Cursor::kEnd);
  const auto cursor = number_cursor(5);
  std::vector<std::uint32_t> positions = {1};
  cursor->positions(positions);
  EXPECT_TRUE(positions.empty());
  EXPECT_EQ(cursor->frequency(), 0U);
}

TEST(Cursors, ErrorsOfXapianStayBehindTheBorder) {
  Xapian::Database database = make_database(1);
  const auto cursor = term_cursor(database, "term", kPath);
  database.close();
  const Caught caught = error_of([&] { term_cursor(database, "term", kPath); });
  EXPECT_EQ(caught.code, ErrorCode::kInternal);
  EXPECT_TRUE(caught.mentions(kPath.native())) << caught.message;
}

}  // namespace
}  // namespace dateline::storage
