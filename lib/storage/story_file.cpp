// Reads the wording of a segment's articles.  In: stories.dls.  Out: the marks and articles in it.
// Tested by tests/storage/story_file_test.cpp.
#include "storage/story_file.hpp"

#include "base/bytes.hpp"
#include "storage/damage.hpp"
#include "storage/segment_format.hpp"

#include <dateline/error.hpp>

#include <algorithm>

namespace dateline::storage {
namespace {

struct StoryFooter {
  std::uint64_t articles_at = 0;
  std::uint64_t table_at = 0;
  std::uint32_t articles = 0;
  std::uint32_t marks = 0;
};

Wording read_wording(base::ByteReader& in) {
  Wording article;
  article.body = in.fixed64();
  article.extent.shingles = static_cast<std::uint32_t>(in.number());
  article.extent.level = static_cast<std::uint8_t>(in.number());
  for (std::uint32_t& count : article.extent.counts) {
    count = static_cast<std::uint32_t>(in.number());
  }
  if (in.number() == 0) return article;
  const int first = static_cast<int>(in.number()) - kDayBias;
  article.published = DayRange{first, static_cast<int>(in.number()) - kDayBias};
  return article;
}

StoryFooter read_story_footer(const base::ReadableFile& file, const std::filesystem::path& path) {
  if (file.size() < kStoryFooter) fail_damaged(path, "it is cut short");
  const std::string bytes = file.read(file.size() - kStoryFooter, kStoryFooter);
  base::ByteReader in(bytes, path.native());
  StoryFooter footer{in.fixed64(), in.fixed64(), in.fixed32(), in.fixed32()};
  if (in.fixed32() != kStoryVersion) fail_damaged(path, "its version is unknown");
  const std::uint64_t blocks = (footer.marks + kStoryBlock - 1) / kStoryBlock;
  if (footer.articles_at > footer.table_at ||
      footer.table_at + blocks * 8 + kStoryFooter != file.size()) {
    fail_damaged(path, "its parts make no sense");
  }
  return footer;
}

}  // namespace

std::unique_ptr<const StoryFile> StoryFile::open(base::FileSystem& files,
                                                 const std::filesystem::path& index,
                                                 const SegmentEntry& entry) {
  const std::string name = segment_file(entry.id, kStoriesFile);
  for (const FileEntry& file : entry.files) {
    if (file.name != name) continue;
    return std::unique_ptr<const StoryFile>(
        new StoryFile(files.open(index / name), index / name, file, entry.articles));
  }
  return nullptr;
}

StoryFile::StoryFile(std::unique_ptr<base::ReadableFile> file, std::filesystem::path path,
                     FileEntry entry, std::uint32_t articles)
    : file_(std::move(file)), path_(std::move(path)), entry_(std::move(entry)), size_(articles) {}

const std::vector<Wording>& StoryFile::articles() const {
  return parts().articles;
}

const StoryFile::Parts& StoryFile::parts() const {
  return parts_.get([this] { return read(); });
}

StoryFile::Parts StoryFile::read() const {
  if (const auto damage = find_damage(*file_, entry_)) fail_damaged(path_, *damage);
  const StoryFooter footer = read_story_footer(*file_, path_);
  if (footer.articles != size_) fail_damaged(path_, "it is of other articles");
  Parts parts;
  parts.marks_end = footer.articles_at;
  const std::string bytes =
      file_->read(footer.articles_at, static_cast<std::size_t>(file_->size() - footer.articles_at));
  base::ByteReader in(bytes, path_.native());
  for (std::uint32_t i = 0; i < footer.articles; ++i) parts.articles.push_back(read_wording(in));
  for (std::size_t left = (footer.marks + kStoryBlock - 1) / kStoryBlock; left > 0; --left) {
    const std::uint32_t first = in.fixed32();
    parts.blocks.push_back({first, in.fixed32()});
    if (parts.blocks.back().offset > parts.marks_end) fail_damaged(path_, "a block lies outside");
  }
  return parts;
}

std::vector<KeptMark> StoryFile::read_block(std::size_t block) const {
  const auto& [marks_end, blocks, articles] = parts();
  const std::uint64_t begin = blocks[block].offset;
  const std::uint64_t end = block + 1 < blocks.size() ? blocks[block + 1].offset : marks_end;
  if (end < begin) fail_damaged(path_, "a block lies outside");
  const std::string_view bytes = file_->map().substr(begin, static_cast<std::size_t>(end - begin));
  std::vector<KeptMark> marks;
  std::uint32_t number = 0;
  for (base::ByteReader in(bytes, path_.native()); !in.done();) {
    number += static_cast<std::uint32_t>(in.number());
    const std::uint64_t where = in.number();
    const auto doc = static_cast<std::uint32_t>(where >> kPartBits);
    if (doc >= articles.size()) fail_damaged(path_, "a mark is of no article");
    marks.push_back({number, doc, static_cast<std::uint8_t>(where & ((1U << kPartBits) - 1))});
  }
  return marks;
}

StoryFile::Cursor::Cursor(const StoryFile& file) : file_(file) {
  load(0);
}

void StoryFile::Cursor::load(std::size_t block) {
  number_ = block;
  at_ = 0;
  block_ = block < file_.parts().blocks.size() ? file_.read_block(block) : std::vector<KeptMark>();
}

void StoryFile::Cursor::next() {
  if (++at_ == block_.size()) load(number_ + 1);
}

void StoryFile::Cursor::skip_to(std::uint32_t number) {
  const auto& blocks = file_.parts().blocks;
  // A number may go on from one block to the next, so the block before the first that is not below.
  const auto begin = blocks.begin() + static_cast<std::ptrdiff_t>(std::min(number_, blocks.size()));
  const auto at =
      std::lower_bound(begin, blocks.end(), number,
                       [](const Block& block, auto wanted) { return block.first < wanted; });
  const auto block = static_cast<std::size_t>(at - blocks.begin());
  if (block > number_ + 1) load(block - 1);
  while (!at_end() && mark().number < number) next();
}

}  // namespace dateline::storage
