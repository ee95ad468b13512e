// What each article has one or many of, by its number and without its record: the file columns.dlc.
// In: dates and values, article by article.  Out: the same, in any order, at a few nanoseconds a value.
//
//   header: "DLCOLS02"
//   for each Column: its distinct values in the order of bytes, one behind the other; where each ends;
//     where the list of each article ends, unless each has one value; the numbers of the values of all lists
//   dates: the first day of each article, counted from the earliest less one (0: unknown); its further days
//   footer: numbers of 8 bytes (ColumnsFooter)
//
// All but values and footer are numbers of one width in a row of bits (words/bits.hpp); each row begins
// with a byte of its own.  The manifest holds the checksum of the file.
// Invariants: immutable; every number is checked before it leads anywhere.
// Threads: a reader may be shared.
// Tested by tests/storage/columns_test.cpp.
#pragma once

#include "base/files.hpp"
#include "words/bits.hpp"

#include <dateline/date.hpp>

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::storage {

// Further ones (a story, telling words) join at the end.
enum class Column { kSource, kLanguage, kActors, kTopics };
inline constexpr std::size_t kColumns = 4;

using ColumnValues = std::array<std::vector<std::string>, kColumns>;

struct ColumnsFooter {
  struct Part {
    std::uint64_t offset = 0;
    std::uint64_t values = 0;      // distinct ones
    std::uint64_t text_bytes = 0;  // of these
    std::uint64_t numbers = 0;     // in all lists
    std::uint64_t one_each = 0;    // 1: every list has one value
  };
  std::uint64_t articles = 0;
  std::array<Part, kColumns> columns;
  std::uint64_t dates = 0;      // offset
  std::uint64_t earliest = 0;   // day, as a signed number
  std::uint64_t most_days = 0;  // from the earliest to the latest first day
  std::uint64_t longest = 0;    // further days of an article
};

class ColumnsWriter {
 public:
  ColumnsWriter(base::FileSystem& files, const std::filesystem::path& path);
  ~ColumnsWriter();
  void add(const std::optional<DayRange>& published, const ColumnValues& values);
  void finish();  // writes, syncs, closes

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// One column of all articles.  Its values are numbered in the order of their bytes.
class ValueColumn {
 public:
  ValueColumn() = default;
  // `bytes`: those of the column and all that follow.  Throws Error(kCorrupt).
  ValueColumn(std::string_view bytes, const ColumnsFooter::Part& part, std::uint64_t articles,
              const std::filesystem::path& path);

  std::uint32_t size() const { return values_; }
  std::string_view value(std::uint32_t number) const;  // Requires: number < size()
  std::optional<std::uint32_t> find(std::string_view value) const;
  // Calls `visit` with the number of each value of the article, in the order in which they came.
  template <class Visit>
  void for_each(std::uint32_t doc, Visit visit) const {
    const std::uint32_t end = one_each_ ? doc + 1 : list_ends_[doc];
    for (std::uint32_t i = one_each_ ? doc : doc == 0 ? 0 : list_ends_[doc - 1]; i < end; ++i) {
      const std::uint32_t number = i < count_ ? numbers_[i] : values_;
      if (number >= values_) fail();
      visit(number);
    }
  }
  std::vector<std::string> values(std::uint32_t doc) const;

 private:
  [[noreturn]] void fail() const;

  const std::filesystem::path* path_ = nullptr;
  std::string_view text_;
  std::uint32_t values_ = 0;
  std::uint32_t count_ = 0;
  bool one_each_ = false;
  words::PackedNumbers value_ends_;
  words::PackedNumbers list_ends_;
  words::PackedNumbers numbers_;
};

class ColumnsReader {
 public:
  // `path` is for errors.  Throws Error(kCorrupt) where the file is none.
  ColumnsReader(std::unique_ptr<base::ReadableFile> file, std::filesystem::path path);
  ColumnsReader(const ColumnsReader&) = delete;  // its columns refer to it

  std::uint32_t size() const { return static_cast<std::uint32_t>(footer_.articles); }
  // Requires, here and in columns: doc < size().
  std::optional<DayRange> published(std::uint32_t doc) const;
  const ValueColumn& operator[](Column column) const {
    return columns_[static_cast<std::size_t>(column)];
  }
  // Lets go of the memory that the file took so far.
  void forget() const { file_->forget(); }

 private:
  std::unique_ptr<base::ReadableFile> file_;
  std::filesystem::path path_;
  ColumnsFooter footer_;
  std::array<ValueColumn, kColumns> columns_;
  words::PackedNumbers first_days_;
  words::PackedNumbers further_days_;
};

}  // namespace dateline::storage
