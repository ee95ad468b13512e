#include "base/bytes.hpp"

#include "temp_folder.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace dateline::base {
namespace {

constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();

struct BytesRow {
  std::uint64_t value;
  std::string bytes;
};

TEST(Bytes, ANumberTakesSevenBitsAByte) {
  const std::vector<BytesRow> rows = {{0, std::string(1, '\0')},
                                      {1, "\x01"},
                                      {127, "\x7f"},
                                      {128, "\x80\x01"},
                                      {300, "\xac\x02"},
                                      {16384, "\x80\x80\x01"},
                                      {kMax, "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"}};
  for (const BytesRow& row : rows) {
    ByteWriter writer;
    writer.number(row.value);
    EXPECT_EQ(writer.bytes(), row.bytes);
    ByteReader reader(row.bytes, "row");
    EXPECT_EQ(reader.number(), row.value);
    EXPECT_TRUE(reader.done());
  }
}

TEST(Bytes, FixedWidthsAreLittleEndian) {
  ByteWriter writer;
  writer.fixed32(0x01020304);
  writer.fixed64(0x05060708090a0b0cU);
  EXPECT_EQ(writer.bytes(), "\x04\x03\x02\x01\x0c\x0b\x0a\x09\x08\x07\x06\x05");
}

TEST(Bytes, WhatIsWrittenIsReadAgain) {
  std::mt19937_64 random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::uint64_t> values;
    ByteWriter writer;
    for (int i = 0; i < 20; ++i) {
      values.push_back(random() >> (random() % 64));
      writer.number(values.back());
      writer.fixed32(static_cast<std::uint32_t>(values.back()));
      writer.fixed64(values.back());
      writer.string(std::string(values.back() % 200, '\0'));
    }
    const std::string bytes = writer.take();
    ByteReader reader(bytes, "round trip");
    for (const std::uint64_t value : values) {
      EXPECT_EQ(reader.number(), value);
      EXPECT_EQ(reader.fixed32(), static_cast<std::uint32_t>(value));
      EXPECT_EQ(reader.fixed64(), value);
      EXPECT_EQ(reader.string(), std::string(value % 200, '\0'));
    }
    EXPECT_TRUE(reader.done());
  }
}

TEST(Bytes, EveryCutIsCorrupt) {
  ByteWriter writer;
  writer.number(300);
  writer.fixed32(1);
  writer.fixed64(2);
  writer.string("abc");
  for (std::size_t cut = 0; cut < writer.bytes().size(); ++cut) {
    const std::string bytes = writer.bytes().substr(0, cut);
    const Caught caught = error_of([&] {
      ByteReader reader(bytes, "table 7");
      reader.number();
      reader.fixed32();
      reader.fixed64();
      reader.string();
    });
    EXPECT_EQ(caught.code, ErrorCode::kCorrupt);
    EXPECT_TRUE(caught.mentions("table 7")) << caught.message;
  }
}

TEST(Bytes, NonsenseIsCorrupt) {
  const std::vector<std::string> rows = {
      "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02",      // 65 bits
      "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01",  // 11 bytes
  };
  for (const std::string& row : rows) {
    const Caught caught = error_of([&] { ByteReader(row, "x").number(); });
    EXPECT_EQ(caught.code, ErrorCode::kCorrupt);
  }
  const std::string endless =
      "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"
      "abc";
  EXPECT_EQ(error_of([&] { ByteReader(endless, "x").string(); }).code, ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace dateline::base
