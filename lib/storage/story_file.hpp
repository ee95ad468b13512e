// The wording of a segment's articles: the file stories.dls.
// In: the file, as story_writer.hpp writes it.  Out: for a number, in ascending order, the articles that
// keep it.
// Threads: a reader may be shared.
// Tested by tests/storage/story_file_test.cpp.
#pragma once

#include "base/files.hpp"
#include "base/lazy.hpp"
#include "storage/manifest.hpp"
#include "storage/story_format.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::storage {

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
    std::string_view bytes_of(std::size_t block);

    const StoryFile& file_;
    std::size_t number_ = 0;  // of the block
    std::string read_;        // bytes of the file
    std::uint64_t read_at_ = 0;
    std::vector<KeptMark> block_;
    std::size_t at_ = 0;
  };

 private:
  struct Block {
    std::uint32_t first;
    std::uint32_t offset;
  };
  struct Parts {
    std::uint64_t marks_end = 0;  // bytes
    std::uint32_t marks = 0;
    std::vector<Block> blocks;
    std::vector<Wording> articles;
  };
  StoryFile(std::unique_ptr<base::ReadableFile> file, std::filesystem::path path, FileEntry entry,
            std::uint32_t articles);
  const Parts& parts() const;
  Parts read() const;
  // Appends.  `bytes`: of the block; behind them words::kSlack more can be read.
  void read_marks(std::size_t block, std::string_view bytes, std::vector<KeptMark>& marks) const;

  std::unique_ptr<base::ReadableFile> file_;
  std::filesystem::path path_;
  FileEntry entry_;
  std::uint32_t size_;  // articles
  mutable base::Lazy<Parts> parts_;
};

}  // namespace dateline::storage
