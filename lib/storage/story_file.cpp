// Reads the wording of a segment's articles.  In: stories.dls.  Out: the marks and articles in it.
// Tested by tests/storage/story_file_test.cpp.
#include "storage/story_file.hpp"

#include "base/bytes.hpp"
#include "storage/damage.hpp"
#include "storage/segment_format.hpp"
#include "words/bits.hpp"

#include <dateline/error.hpp>

#include <algorithm>
#include <bit>
#include <utility>

namespace dateline::storage {
namespace {

constexpr std::uint64_t kReadAhead = std::uint64_t{64} << 10;  // bytes

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
  parts.marks = footer.marks;
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

void StoryFile::read_marks(std::size_t block, std::string_view bytes,
                           std::vector<KeptMark>& marks) const {
  const std::size_t articles = parts().articles.size();
  const unsigned where_width = doc_width(articles) + kPartBits;
  const std::uint64_t end = std::uint64_t{bytes.size()} * 8;
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::uint64_t at = kRiceBits;
  const auto take = [&](unsigned width) {
    if (width > end - std::min(at, end)) fail_damaged(path_, "a block is cut short");
    return words::bits_at(data, std::exchange(at, at + width), width);
  };
  const auto take_unary = [&] {
    constexpr int kSeen = 57;  // bits of a peek
    std::uint64_t zeros = 0;
    for (int more = kSeen; more == kSeen && at < end; zeros += std::uint64_t(more)) {
      more = std::min(kSeen, std::countr_zero(words::peek(data, at)));
      at += std::uint64_t(more);
    }
    ++at;
    return zeros;
  };
  const auto width = static_cast<unsigned>(words::bits_at(data, 0, kRiceBits));
  std::uint64_t number = parts().blocks[block].first;
  const std::size_t left = parts().marks - block * kStoryBlock;
  for (std::size_t i = std::min(left, kStoryBlock); i > 0; --i) {
    const std::uint64_t above = take_unary();
    number += above << width | take(width);
    const std::uint64_t where = take(where_width);
    const auto doc = static_cast<std::uint32_t>(where >> kPartBits);
    if (doc >= articles) fail_damaged(path_, "a mark is of no article");
    marks.push_back({static_cast<std::uint32_t>(number), doc,
                     static_cast<std::uint8_t>(where & words::low_mask(kPartBits))});
  }
}

StoryFile::Cursor::Cursor(const StoryFile& file) : file_(file) {
  load(0);
}

// Where blocks are asked for in their order, more is read than is asked for.
std::string_view StoryFile::Cursor::bytes_of(std::size_t block) {
  const Parts& parts = file_.parts();
  const std::uint64_t begin = parts.blocks[block].offset;
  const bool is_last = block + 1 == parts.blocks.size();
  const std::uint64_t end = is_last ? parts.marks_end : parts.blocks[block + 1].offset;
  if (end < begin) fail_damaged(file_.path_, "a block lies outside");
  if (begin < read_at_ || end > read_at_ + read_.size() - std::min(read_.size(), words::kSlack)) {
    const std::uint64_t size =
        block == number_ + 1 ? std::max(end - begin, kReadAhead) : end - begin;
    read_at_ = begin;
    read_ =
        file_.file_->read(begin, static_cast<std::size_t>(std::min(size, parts.marks_end - begin)));
    if (read_.size() < end - begin) fail_damaged(file_.path_, "it is cut short");
    read_.append(words::kSlack, '\0');
  }
  return std::string_view(read_).substr(static_cast<std::size_t>(begin - read_at_),
                                        static_cast<std::size_t>(end - begin));
}

void StoryFile::Cursor::load(std::size_t block) {
  at_ = 0;
  block_.clear();
  if (block < file_.parts().blocks.size()) file_.read_marks(block, bytes_of(block), block_);
  number_ = block;
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
