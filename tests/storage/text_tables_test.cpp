#include "storage/text_tables.hpp"

#include "sample.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace dateline::storage {
namespace {

constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint32_t kMost = std::numeric_limits<std::uint32_t>::max();

TextTables make_tables(const std::vector<TextPlace>& places, std::vector<TextBlock> blocks) {
  TextTables tables;
  for (const TextPlace& place : places) tables.add(place, 7 + tables.arrivals.size(), "an id");
  tables.blocks = std::move(blocks);
  return tables;
}

// A file of `begin` bytes of blocks and these tables.
TextTables round_trip(const TextTables& tables, std::uint64_t begin) {
  const TempFolder folder;
  overwrite(folder / "text.zst", std::string(begin, 'b') + print_tables(tables, begin));
  return read_tables(*base::system_files().open(folder / "text.zst"), folder / "text.zst");
}

TEST(TextTables, ComeBackAsTheyWere) {
  TextTables tables;
  tables.add({0, 0, 10}, 7, "first");
  tables.add({0, 10, 5}, kMax, "");
  tables.add({9, 9, 0}, 1, "third");
  tables.add({1, 0, 300}, 8, "fourth");
  tables.blocks = {{0, 40, 15, kMax}, {40, 60, 300, 1}};
  const TextTables read = round_trip(tables, 100);
  ASSERT_EQ(read.places.size(), 4U);
  ASSERT_EQ(read.blocks.size(), 2U);
  EXPECT_EQ(read.places[1].begin, 10U);
  EXPECT_EQ(read.places[1].size, 5U);
  EXPECT_EQ(read.arrivals[1], kMax);
  EXPECT_EQ(read.id(0), "first");
  EXPECT_EQ(read.id(1), "");
  EXPECT_EQ(read.id(3), "fourth");
  EXPECT_EQ(read.places[3].block, 1U);
  EXPECT_EQ(read.blocks[1].offset, 40U);
  EXPECT_EQ(read.blocks[1].stored, 60U);
  EXPECT_EQ(read.blocks[1].size, 300U);
  EXPECT_EQ(read.blocks[0].fingerprint, kMax);
  EXPECT_TRUE(round_trip({}, 0).places.empty());
}

TEST(TextTables, WhatLiesOutsideIsCorrupt) {
  const std::vector<TextTables> rows = {
      make_tables({{0, 0, 1}}, {}),                  // no such block
      make_tables({{1, 0, 1}}, {{0, 5, 5, 0}}),      // no such block
      make_tables({{kMost, 0, 1}}, {{0, 5, 5, 0}}),  // no such block
      make_tables({{0, 5, 1}}, {{0, 5, 5, 0}}),      // behind the block
      make_tables({{0, 1, 5}}, {{0, 5, 5, 0}}),      // longer than the block
      make_tables({{0, 1, kMost}}, {{0, 5, 5, 0}}),  // longer than the block
      make_tables({{0, kMost, 1}}, {{0, 5, 5, 0}}),  // behind the block
      make_tables({}, {{0, 101, 5, 0}}),             // longer than the file
      make_tables({}, {{100, 1, 5, 0}}),             // behind the last block
      make_tables({}, {{kMax, 1, 5, 0}}),            // the sum overflows
  };
  for (const TextTables& row : rows) {
    const Caught caught = error_of([&] { round_trip(row, 100); });
    EXPECT_EQ(caught.code, ErrorCode::kCorrupt);
    EXPECT_TRUE(caught.mentions("outside")) << caught.message;
  }
}

TEST(TextTables, EveryChangedByteAndEveryCutIsCorrupt) {
  const TempFolder folder;
  const std::string bytes = print_tables(make_tables({{0, 0, 0}, {0, 10, 0}}, {}), 0);
  const auto read = [&] {
    return error_of(
        [&] { read_tables(*base::system_files().open(folder / "text.zst"), folder / "text.zst"); });
  };
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    overwrite(folder / "text.zst", bytes);
    flip_byte(folder / "text.zst", at);
    const Caught caught = read();
    EXPECT_EQ(caught.code, ErrorCode::kCorrupt);
    EXPECT_TRUE(caught.mentions((folder / "text.zst").native())) << caught.message;
    overwrite(folder / "text.zst", bytes.substr(0, at));
    EXPECT_EQ(read().code, ErrorCode::kCorrupt);
  }
}

}  // namespace
}  // namespace dateline::storage
