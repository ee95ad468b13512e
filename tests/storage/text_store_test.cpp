#include "storage/text_store.hpp"

#include "sample.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace dateline::storage {
namespace {

struct TextStoreRow {
  std::string record;
  std::uint64_t arrival;
};

void write_store(const std::filesystem::path& path, const std::vector<TextStoreRow>& rows) {
  TextWriter writer(base::system_files(), path);
  for (const TextStoreRow& row : rows)
    writer.add(row.record, row.arrival, "id" + std::to_string(row.arrival));
  writer.finish();
}

std::unique_ptr<TextReader> read_store(const std::filesystem::path& path) {
  return std::make_unique<TextReader>(base::system_files().open(path), path);
}

std::string random_record(std::mt19937& random, std::size_t size) {
  std::string record;
  while (record.size() < size) record += static_cast<char>(random() % 256);
  return record;
}

std::vector<TextStoreRow> random_rows(std::size_t count, std::size_t most) {
  std::mt19937 random(3);
  std::vector<TextStoreRow> rows;
  for (std::size_t i = 0; i < count; ++i) {
    rows.push_back({random_record(random, random() % most), random()});
  }
  return rows;
}

void expect_all(const TextReader& reader, const std::vector<TextStoreRow>& rows) {
  ASSERT_EQ(reader.size(), rows.size());
  for (std::uint32_t doc = 0; doc < reader.size(); ++doc) {
    EXPECT_EQ(reader.record(doc), rows[doc].record);
    EXPECT_EQ(reader.arrival(doc), rows[doc].arrival);
  }
}

TEST(TextStore, RecordsComeBackAsTheyWere) {
  const TempFolder folder;
  const std::vector<TextStoreRow> rows = random_rows(300, 3000);
  write_store(folder / "text.zst", rows);
  expect_all(*read_store(folder / "text.zst"), rows);
}

TEST(TextStore, AnyNumberAndSizeOfRecords) {
  const std::vector<std::vector<std::size_t>> sizes = {
      {}, {0}, {0, 0, 0}, {1}, {65536}, {65536, 0}, {65535, 1, 1}, {65537, 5}, {5, 300000, 5, 0}};
  for (const auto& row : sizes) {
    const TempFolder folder;
    std::vector<TextStoreRow> rows;
    for (const std::size_t size : row) rows.push_back({std::string(size, 'x'), size});
    write_store(folder / "text.zst", rows);
    expect_all(*read_store(folder / "text.zst"), rows);
  }
}

// Counts what is read.
class CountingFile : public base::ReadableFile {
 public:
  CountingFile(std::unique_ptr<base::ReadableFile> file, int& reads)
      : file_(std::move(file)), reads_(reads) {}
  std::uint64_t size() const override { return file_->size(); }
  std::string read(std::uint64_t offset, std::size_t length) const override {
    ++reads_;
    return file_->read(offset, length);
  }
  std::string_view map() const override { return file_->map(); }
  int descriptor() const override { return file_->descriptor(); }

 private:
  std::unique_ptr<base::ReadableFile> file_;
  int& reads_;
};

TEST(TextStore, NeighboursAreReadTogether) {
  const TempFolder folder;
  write_store(folder / "text.zst", std::vector<TextStoreRow>(1000, {std::string(1024, 'n'), 0}));
  int reads = 0;
  const TextReader reader(
      std::make_unique<CountingFile>(base::system_files().open(folder / "text.zst"), reads),
      folder / "text.zst");
  reads = 0;
  for (std::uint32_t doc = 0; doc < reader.size(); ++doc) reader.record(doc);
  EXPECT_EQ(reads, 16);  // 64 records of 1 KiB in a block
}

TEST(TextStore, EveryChangedByteIsCorruptOnceItIsNeeded) {
  const TempFolder folder;
  write_store(folder / "text.zst", random_rows(4, 200));
  const auto size = std::filesystem::file_size(folder / "text.zst");
  for (std::uint64_t at = 0; at < size; ++at) {
    flip_byte(folder / "text.zst", at);
    const Caught caught = error_of([&] {
      const auto reader = read_store(folder / "text.zst");
      for (std::uint32_t doc = 0; doc < reader->size(); ++doc) reader->record(doc);
    });
    EXPECT_EQ(caught.code, ErrorCode::kCorrupt);
    EXPECT_TRUE(caught.mentions((folder / "text.zst").native())) << caught.message;
    flip_byte(folder / "text.zst", at);
  }
}

TEST(TextStore, ADamagedBlockLeavesTheOthersReadable) {
  const TempFolder folder;
  const std::vector<TextStoreRow> rows = random_rows(10, 60000);
  write_store(folder / "text.zst", rows);
  flip_byte(folder / "text.zst", 100);
  const auto reader = read_store(folder / "text.zst");
  EXPECT_EQ(error_of([&] { reader->record(0); }).code, ErrorCode::kCorrupt);
  EXPECT_EQ(reader->record(9), rows[9].record);
  EXPECT_EQ(error_of([&] { reader->record(0); }).code, ErrorCode::kCorrupt);
}

TEST(TextStore, ThreadsShareAReader) {
  const TempFolder folder;
  const std::vector<TextStoreRow> rows = random_rows(200, 5000);
  write_store(folder / "text.zst", rows);
  const auto reader = read_store(folder / "text.zst");
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (unsigned seed = 0; seed < 8; ++seed) {
    threads.emplace_back([&, seed] {
      std::mt19937 random(seed);
      for (int i = 0; i < 500; ++i) {
        const auto doc = static_cast<std::uint32_t>(random() % rows.size());
        if (reader->record(doc) != rows[doc].record) ++wrong;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace dateline::storage
