// Records of articles in compressed blocks: the file text.zst of a segment.
// In: records, in order.  Out: the record of a number.
// Tested by tests/storage/text_store_test.cpp.
#include "storage/text_store.hpp"

#include "base/compress.hpp"
#include "base/hash.hpp"
#include "base/lazy.hpp"
#include "storage/damage.hpp"
#include "storage/text_tables.hpp"

#include <dateline/error.hpp>

#include <algorithm>
#include <mutex>
#include <numeric>
#include <utility>

namespace dateline::storage {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} << 10;
constexpr std::size_t kMostRecord = std::size_t{1} << 31;
constexpr int kLevel = 1;  // of Zstandard: 5 % larger than 3, in a third of the time

}  // namespace

struct TextWriter::Impl {
  std::unique_ptr<base::WritableFile> file;
  std::string pending;  // the records of the block that is being filled
  TextTables tables;
  std::uint64_t written = 0;
  base::Compressor compressor{kLevel};

  void flush() {
    if (pending.empty()) return;
    const std::string_view frame = compressor.frame(pending);
    file->append(frame);
    tables.blocks.push_back({written, frame.size(), pending.size(), base::hash64(frame)});
    written += frame.size();
    pending.clear();
  }
};

TextWriter::TextWriter(base::FileSystem& files, const std::filesystem::path& path)
    : impl_(std::make_unique<Impl>()) {
  impl_->file = files.create(path);
}

TextWriter::~TextWriter() = default;

void TextWriter::add(std::string_view record, std::uint64_t arrival, std::string_view id) {
  if (record.size() > kMostRecord) {
    throw Error(ErrorCode::kLimit, "write", id, "an article is too long");
  }
  Impl& to = *impl_;
  if (to.pending.size() + record.size() > kBlockBytes) to.flush();
  const TextPlace place{static_cast<std::uint32_t>(to.tables.blocks.size()),
                        static_cast<std::uint32_t>(to.pending.size()),
                        static_cast<std::uint32_t>(record.size())};
  to.tables.add(place, arrival, id);
  to.pending += record;
}

void TextWriter::finish() {
  impl_->flush();
  impl_->file->append(print_tables(impl_->tables, impl_->written));
  impl_->file->sync();
  impl_->file->close();
}

struct TextReader::Impl {
  std::unique_ptr<base::ReadableFile> file;
  std::filesystem::path path;
  TextTables tables;
  base::Lazy<std::vector<std::uint32_t>> by_id;  // numbers in the order of their ids
  std::mutex mutex;
  std::size_t number = 0;                      // guarded by mutex
  std::shared_ptr<const std::string> records;  // of the block `number`; guarded by mutex

  // Keeps the last block, so that neighbours are decompressed once.
  std::shared_ptr<const std::string> block(std::size_t wanted) {
    {
      const std::lock_guard guard(mutex);
      if (records != nullptr && number == wanted) return records;
    }
    auto read = std::make_shared<const std::string>(read_block(tables.blocks[wanted]));
    const std::lock_guard guard(mutex);
    number = wanted;
    records = read;
    return read;
  }

  std::string read_block(const TextBlock& block) const {
    const std::string frame = file->read(block.offset, static_cast<std::size_t>(block.stored));
    if (base::hash64(frame) != block.fingerprint) fail_damaged(path, "a block of it is damaged");
    std::string text = base::decompress(frame, static_cast<std::size_t>(block.size));
    if (text.size() != block.size) fail_damaged(path, "a block of it has the wrong size");
    return text;
  }
};

TextReader::TextReader(std::unique_ptr<base::ReadableFile> file, const std::filesystem::path& path)
    : impl_(std::make_unique<Impl>()) {
  impl_->file = std::move(file);
  impl_->path = path;
  impl_->tables = read_tables(*impl_->file, path);
}

TextReader::~TextReader() = default;

std::uint32_t TextReader::size() const {
  return static_cast<std::uint32_t>(impl_->tables.places.size());
}

std::uint64_t TextReader::arrival(std::uint32_t doc) const {
  __builtin_prefetch(&impl_->tables.id_ends[doc]);  // of a hit, its id is asked for soon
  return impl_->tables.arrivals[doc];
}

std::string TextReader::record(std::uint32_t doc) const {
  const TextPlace& place = impl_->tables.places[doc];
  if (place.size == 0) return {};
  return impl_->block(place.block)->substr(place.begin, place.size);
}

std::string_view TextReader::id(std::uint32_t doc) const {
  return impl_->tables.id(doc);
}

std::vector<std::uint32_t> TextReader::find(std::string_view id) const {
  const TextTables& tables = impl_->tables;
  const auto& by_id = impl_->by_id.get([&] {
    std::vector<std::uint32_t> sorted(size());
    std::iota(sorted.begin(), sorted.end(), 0U);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return tables.id(a) < tables.id(b); });
    return sorted;
  });
  const auto begin = std::lower_bound(
      by_id.begin(), by_id.end(), id,
      [&](std::uint32_t doc, std::string_view wanted) { return tables.id(doc) < wanted; });
  auto end = begin;
  while (end != by_id.end() && tables.id(*end) == id) ++end;
  return {begin, end};
}

}  // namespace dateline::storage
