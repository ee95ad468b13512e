#include "storage/columns.hpp"

#include "storage/sample.hpp"

#include <gtest/gtest.h>

namespace dateline::storage {
namespace {

struct Row {
  std::optional<DayRange> published;
  ColumnValues values;
};

ColumnsReader write_and_open(const std::filesystem::path& path, const std::vector<Row>& rows) {
  ColumnsWriter writer(base::system_files(), path);
  for (const Row& row : rows) writer.add(row.published, row.values);
  writer.finish();
  return ColumnsReader(base::system_files().open(path), path);
}

void expect_rows(const ColumnsReader& reader, const std::vector<Row>& rows) {
  ASSERT_EQ(reader.size(), rows.size());
  for (std::uint32_t doc = 0; doc < rows.size(); ++doc) {
    EXPECT_EQ(reader.published(doc), rows[doc].published) << doc;
    for (std::size_t i = 0; i < kColumns; ++i) {
      EXPECT_EQ(reader[static_cast<Column>(i)].values(doc), rows[doc].values[i]) << doc;
    }
  }
}

TEST(Columns, ComeBackWhateverTheyHold) {
  const TempFolder folder;
  const std::vector<Row> rows = {
      {DayRange{20000, 20000}, {{{"AFP"}, {"en"}, {"zeta", "alpha", "zeta"}, {}}}},
      {std::nullopt, {{{""}, {std::string("\0x", 2)}, {"alpha"}, {std::string(3000, 'x')}}}},
      {DayRange{-300000, 300000}, {}},
      {DayRange{}, {{{"AF"}, {"P"}, {}, {"a", "b", "c"}}}}};
  expect_rows(write_and_open(folder / "c", rows), rows);
}

TEST(Columns, MayHoldNothingAtAll) {
  const TempFolder folder;
  expect_rows(write_and_open(folder / "none", {}), {});
  const std::vector<Row> empty(70);
  expect_rows(write_and_open(folder / "empty", empty), empty);
  const ColumnsReader reader = write_and_open(folder / "again", empty);
  EXPECT_EQ(reader[Column::kActors].size(), 0U);
  EXPECT_EQ(reader[Column::kActors].find("x"), std::nullopt);
}

TEST(Columns, WithOneValueEachTakeNoRoomForTheirEnds) {
  const TempFolder folder;
  std::vector<Row> rows(5000);
  for (Row& row : rows) row.values[1] = {"en"};
  expect_rows(write_and_open(folder / "c", rows), rows);
  const auto size = base::system_files().open(folder / "c")->size();
  rows.back().values[1].clear();
  expect_rows(write_and_open(folder / "d", rows), rows);
  EXPECT_LT(size + 5000 * 13 / 8, base::system_files().open(folder / "d")->size() + 8);
}

TEST(Columns, AreTheSameForManyArticles) {
  const TempFolder folder;
  std::vector<Row> rows;
  for (const SampleArticle& article : random_articles(5, 3000)) {
    rows.push_back({article.published, article.columns});
  }
  expect_rows(write_and_open(folder / "c", rows), rows);
}

TEST(Columns, ValuesAreNumberedInTheOrderOfTheirBytesAndFound) {
  const TempFolder folder;
  const ColumnsReader reader = write_and_open(
      folder / "c",
      {{{}, {{{}, {}, {"nato", "eu", "\xd0\x9d"}, {}}}}, {{}, {{{}, {}, {"eu", "who"}, {}}}}});
  const ValueColumn& actors = reader[Column::kActors];
  ASSERT_EQ(actors.size(), 4U);
  for (const std::uint32_t number : {0U, 1U, 2U, 3U}) {
    EXPECT_EQ(actors.find(actors.value(number)), number);
    EXPECT_LE(actors.value(number == 0 ? 0 : number - 1), actors.value(number));
  }
  for (const std::string_view absent : {"", "e", "eu ", "na", "zzz", "\xff"}) {
    EXPECT_EQ(actors.find(absent), std::nullopt) << absent;
  }
}

// Damage that a checksum would have found: never read outside, at worst other values.
TEST(Columns, NonsenseIsCorruptOrHarmless) {
  const TempFolder folder;
  std::vector<Row> rows;
  for (const SampleArticle& article : random_articles(6, 40)) {
    rows.push_back({article.published, article.columns});
  }
  write_and_open(folder / "c", rows);
  const auto size = std::filesystem::file_size(folder / "c");
  std::size_t refused = 0;
  for (std::uint64_t at = 0; at < size; ++at) {
    flip_byte(folder / "c", at);
    try {
      const ColumnsReader reader(base::system_files().open(folder / "c"), folder / "c");
      for (std::uint32_t doc = 0; doc < std::min<std::uint32_t>(reader.size(), 40); ++doc) {
        for (std::size_t i = 0; i < kColumns; ++i) reader[static_cast<Column>(i)].values(doc);
      }
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kCorrupt);
      ++refused;
    }
    flip_byte(folder / "c", at);
  }
  EXPECT_GT(refused, 30U);
  overwrite(folder / "c", "DLCOLS02");
  EXPECT_EQ(
      error_of([&] { ColumnsReader(base::system_files().open(folder / "c"), folder / "c"); }).code,
      ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace dateline::storage
