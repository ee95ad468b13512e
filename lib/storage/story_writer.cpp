// Sorts, merges and writes marks.  In: fingerprints.  Out: stories.dls.
// Tested by tests/storage/story_writer_test.cpp.
#include "storage/story_writer.hpp"

#include "base/bytes.hpp"
#include "words/bits.hpp"
#include "words/runs.hpp"

#include <dateline/error.hpp>

#include <algorithm>
#include <memory>
#include <queue>
#include <string>
#include <utility>

namespace dateline::storage {
namespace {

constexpr std::size_t kRunBuffer = std::size_t{1} << 15;
constexpr std::size_t kWriteAtOnce = std::size_t{1} << 18;

void print_wording(base::ByteWriter& out, const Wording& article) {
  out.fixed64(article.body);
  out.number(article.extent.shingles);
  out.number(article.extent.level);
  for (const std::uint32_t count : article.extent.counts) out.number(count);
  out.number(article.published.has_value());
  if (!article.published) return;
  out.number(static_cast<std::uint64_t>(std::int64_t{article.published->first} + kDayBias));
  out.number(static_cast<std::uint64_t>(std::int64_t{article.published->last} + kDayBias));
}

// Cuts marks into blocks and appends them to a file.
class MarkBlocks {
 public:
  MarkBlocks(base::WritableFile& file, std::size_t articles)
      : file_(file), doc_width_(doc_width(articles)) {}

  void add(const KeptMark& mark) {
    block_.push_back(mark);
    ++marks_;
    if (block_.size() == kStoryBlock) end_block();
  }

  void flush() {
    end_block();
    write();
  }

  std::uint64_t size() const { return written_ + out_.size(); }  // bytes
  std::uint32_t marks() const { return marks_; }
  const std::string& table() const { return table_.bytes(); }

 private:
  void end_block() {
    if (block_.empty()) return;
    table_.fixed32(block_.front().number);
    table_.fixed32(static_cast<std::uint32_t>(size()));
    const std::uint32_t span = block_.back().number - block_.front().number;
    const unsigned width = words::top_bit(span / block_.size());
    out_.put(width, kRiceBits);
    std::uint32_t before = block_.front().number;
    for (const KeptMark& mark : block_) {
      const std::uint32_t gap = mark.number - std::exchange(before, mark.number);
      out_.put_unary(gap >> width);
      out_.put(gap & words::low_mask(width), width);
      out_.put(std::uint64_t{mark.doc} << kPartBits | mark.part, doc_width_ + kPartBits);
    }
    out_.align();
    block_.clear();
    if (out_.size() >= kWriteAtOnce) write();
  }

  void write() {
    written_ += out_.size();
    file_.append({reinterpret_cast<const char*>(out_.data()), out_.size()});
    out_.clear();
  }

  base::WritableFile& file_;
  unsigned doc_width_;
  std::vector<KeptMark> block_;
  words::BitWriter out_;
  base::ByteWriter table_;
  std::uint64_t written_ = 0;
  std::uint32_t marks_ = 0;
};

// Calls `each` with all marks of sorted sources, in order.
template <class Source, class Each>
void merge_marks(std::vector<Source> sources, Each each) {
  using Head = std::pair<KeptMark, std::size_t>;
  std::priority_queue<Head, std::vector<Head>, std::greater<>> heads;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (const auto mark = sources[i]()) heads.emplace(*mark, i);
  }
  while (!heads.empty()) {
    const auto [mark, i] = heads.top();
    heads.pop();
    each(mark);
    if (const auto next = sources[i]()) heads.emplace(*next, i);
  }
}

}  // namespace

StoryWriter::StoryWriter(base::FileSystem& files, std::filesystem::path path, std::size_t memory)
    : files_(files),
      path_(std::move(path)),
      room_(std::max<std::size_t>(1, memory / sizeof(KeptMark))) {}

void StoryWriter::add(const stories::Fingerprints& fingerprints,
                      const std::optional<DayRange>& published) {
  if (marks_.size() + fingerprints.marks.size() > room_) spill();
  const auto doc = static_cast<std::uint32_t>(articles_.size());
  articles_.push_back({fingerprints.body, fingerprints.extent, published});
  for (const stories::Mark& mark : fingerprints.marks) {
    marks_.push_back({mark.number, doc, mark.part});
  }
}

void StoryWriter::add(const StoryFile& file, std::span<const std::uint32_t> numbers) {
  joined_.push_back(joined(file, numbers));
  const std::vector<Wording>& articles = file.articles();
  for (std::size_t doc = 0; doc < articles.size(); ++doc) {
    if (numbers[doc] != kDropped) articles_.push_back(articles[doc]);
  }
}

std::filesystem::path StoryWriter::run_path(std::size_t run) const {
  return path_.native() + ".run" + std::to_string(run);
}

void StoryWriter::spill() {
  if (marks_.empty()) return;
  std::sort(marks_.begin(), marks_.end());
  words::RunWriter run(files_, run_path(runs_));
  ++runs_;
  for (auto at = marks_.begin(); at != marks_.end();) {
    const auto other = [&](const KeptMark& mark) { return mark.number != at->number; };
    const auto end = std::find_if(at, marks_.end(), other);
    run.begin_term(at->number, static_cast<std::uint64_t>(end - at));
    for (; at != end; ++at) run.add({at->doc, at->part, 0});
  }
  run.finish();
  marks_.clear();
}

StoryWriter::Marks StoryWriter::run(std::size_t run) const {
  const auto reader = std::make_shared<words::RunReader>(files_, run_path(run), kRunBuffer);
  return [this, reader]() -> std::optional<KeptMark> {
    if (reader->left() == 0 && !reader->next_term()) return std::nullopt;
    const words::Occurrence kept = reader->next();
    if (kept.doc >= articles_.size()) {
      throw Error(ErrorCode::kIo, "build", path_.native(),
                  "what was put aside came back otherwise");
    }
    return KeptMark{reader->term(), kept.doc, static_cast<std::uint8_t>(kept.position)};
  };
}

StoryWriter::Marks StoryWriter::joined(const StoryFile& file,
                                       std::span<const std::uint32_t> numbers) {
  const auto at = std::make_shared<StoryFile::Cursor>(file);
  return [at, numbers]() -> std::optional<KeptMark> {
    while (!at->at_end()) {
      KeptMark mark = at->mark();
      at->next();
      mark.doc = numbers[mark.doc];
      if (mark.doc != kDropped) return mark;
    }
    return std::nullopt;
  };
}

std::vector<StoryWriter::Marks> StoryWriter::sources() {
  std::vector<Marks> all = std::move(joined_);
  for (std::size_t i = 0; i < runs_; ++i) all.push_back(run(i));
  std::sort(marks_.begin(), marks_.end());
  all.emplace_back([at = marks_.cbegin(), end = marks_.cend()]() mutable {
    return at == end ? std::nullopt : std::optional(*at++);
  });
  return all;
}

void StoryWriter::finish() {
  const auto file = files_.create(path_);
  MarkBlocks blocks(*file, articles_.size());
  merge_marks(sources(), [&](const KeptMark& mark) { blocks.add(mark); });
  blocks.flush();
  const std::uint64_t articles_at = blocks.size();
  base::ByteWriter rest;
  for (const Wording& article : articles_) print_wording(rest, article);
  const std::uint64_t table_at = articles_at + rest.bytes().size();
  base::ByteWriter footer;
  footer.fixed64(articles_at);
  footer.fixed64(table_at);
  footer.fixed32(static_cast<std::uint32_t>(articles_.size()));
  footer.fixed32(blocks.marks());
  footer.fixed32(kStoryVersion);
  file->append(rest.bytes());
  file->append(blocks.table());
  file->append(footer.bytes());
  file->sync();
  file->close();
  for (std::size_t i = 0; i < runs_; ++i) files_.remove_all(run_path(i));
}

}  // namespace dateline::storage
