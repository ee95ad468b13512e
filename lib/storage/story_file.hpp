// The wording of a segment's articles: the file stories.dls.
// In: each article's fingerprints.  Out: for a number, in ascending order, the articles that keep it.
// Format: the marks of all articles by number, in blocks of 64: each number less the one before it (the
// first of a block whole), then article * 16 + part, as base::ByteWriter::number; the articles: body
// (fixed64), shingles, level, counts, dates (0, or 1 and both days as offsets); a table of (first number,
// offset) of the blocks, fixed32 each; a footer: offsets of articles and table (fixed64), articles,
// marks, version (fixed32).  The manifest's checksum covers it.
// Threads: a reader may be shared.
// Tested by tests/storage/story_file_test.cpp.
#pragma once

#include "base/files.hpp"
#include "base/lazy.hpp"
#include "storage/manifest.hpp"
#include "stories/fingerprints.hpp"

#include <dateline/date.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace dateline::storage {

// An article's part in stories.
struct Wording {
  std::uint64_t body = 0;
  stories::Extent extent;
  std::optional<DayRange> published;
  friend bool operator==(const Wording&, const Wording&) = default;
};

struct KeptMark {
  std::uint32_t number = 0;
  std::uint32_t doc = 0;
  std::uint8_t part = 0;
  friend bool operator==(const KeptMark&, const KeptMark&) = default;
};

class StoryFile;

class StoryWriter {
 public:
  void add(const stories::Fingerprints& fingerprints, const std::optional<DayRange>& published);
  void add(const StoryFile& file);                                          // all its articles
  void finish(base::FileSystem& files, const std::filesystem::path& path);  // writes and syncs

 private:
  std::vector<Wording> articles_;
  std::vector<KeptMark> marks_;
};

class StoryFile {
 public:
  // Of the segment; nullptr where it keeps none.
  static std::unique_ptr<const StoryFile> open(base::FileSystem& files,
                                               const std::filesystem::path& index,
                                               const SegmentEntry& entry);

  // The first use verifies the file whole and throws Error(kCorrupt) where it is damaged.
  const std::vector<Wording>& articles() const;

  // Walks the marks; one per thread.
  class Cursor {
   public:
    explicit Cursor(const StoryFile& file);
    bool at_end() const { return at_ == block_.size(); }
    const KeptMark& mark() const { return block_[at_]; }  // Requires: !at_end()
    void next();
    void skip_to(std::uint32_t number);  // to the first mark that is not below; never back

   private:
    void load(std::size_t block);
    const StoryFile& file_;
    std::size_t number_ = 0;  // of the block
    std::vector<KeptMark> block_;
    std::size_t at_ = 0;
  };

 private:
  struct Block {
    std::uint32_t first;
    std::uint32_t offset;
  };
  struct Parts {
    std::string_view marks;  // mapped
    std::vector<Block> blocks;
    std::vector<Wording> articles;
  };
  StoryFile(std::unique_ptr<base::ReadableFile> file, std::filesystem::path path, FileEntry entry,
            std::uint32_t articles);
  const Parts& parts() const;
  Parts read() const;
  std::vector<KeptMark> read_block(std::size_t block) const;

  std::unique_ptr<base::ReadableFile> file_;
  std::filesystem::path path_;
  FileEntry entry_;
  std::uint32_t size_;  // articles
  mutable base::Lazy<Parts> parts_;
};

}  // namespace dateline::storage
