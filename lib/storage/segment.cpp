// The files of a segment, opened and verified once.
// In: what the manifest says of the segment.  Out: records, arrival numbers, sessions.
// Tested by tests/storage/segment_test.cpp.
#include "storage/segment.hpp"

#include "storage/damage.hpp"
#include "storage/removed.hpp"
#include "storage/segment_format.hpp"
#include "storage/session.hpp"
#include "storage/text_store.hpp"
#include "storage/xapian_guard.hpp"
#include "words/reader.hpp"

#include <algorithm>
#include <utility>

namespace dateline::storage {
namespace {

namespace fs = std::filesystem;

// Xapian takes a file that begins otherwise for a list of other databases, and opens those.
constexpr std::string_view kXapianMark = "\x0f\x0dXapian Glass";

const FileEntry* find_part(const SegmentEntry& entry, std::string_view part) {
  const std::string name = segment_file(entry.id, part);
  const auto file = std::find_if(entry.files.begin(), entry.files.end(),
                                 [&](const FileEntry& each) { return each.name == name; });
  return file == entry.files.end() ? nullptr : &*file;
}

std::unique_ptr<base::ReadableFile> open_part(base::FileSystem& files, const fs::path& index,
                                              const SegmentEntry& entry, std::string_view part) {
  const FileEntry* file = find_part(entry, part);
  if (file != nullptr) return open_verified(files, index, *file);
  fail_damaged(index / segment_file(entry.id, part), "the manifest does not name it");
}

// Verified piece by piece when it is read.
std::unique_ptr<base::ReadableFile> open_words(base::FileSystem& files, const fs::path& index,
                                               const SegmentEntry& entry) {
  const FileEntry* part = find_part(entry, kWordsFile);
  if (part == nullptr) return nullptr;
  auto file = files.open(index / part->name);
  if (file->size() != part->size) fail_damaged(index / part->name, "its size is wrong");
  return file;
}

}  // namespace

struct Segment::Impl {
  Impl(base::FileSystem& files, const fs::path& index, const SegmentEntry& its_entry)
      : entry(its_entry),
        path(index / segment_file(entry.id, kArticlesFile)),
        articles(open_part(files, index, entry, kArticlesFile)),
        text(open_part(files, index, entry, kTextFile), index / segment_file(entry.id, kTextFile)),
        columns(open_part(files, index, entry, kColumnsFile),
                index / segment_file(entry.id, kColumnsFile)),
        words_file(open_words(files, index, entry)),
        removed(read_removed(files, index, entry)) {
    if (words_file != nullptr) {
      words.emplace(words_file->map(), (index / segment_file(entry.id, kWordsFile)).native());
    }
    if (articles->read(0, kXapianMark.size()) != kXapianMark) {
      fail_damaged(path, "it is no Xapian database");
    }
    note_removed();
    auto session = open_session();
    guarded("open", path, [&] {
      check_counts(session->database);
      total_length = words ? words->total_length() : session->database.get_total_length();
    });
    if (removed.length > total_length) fail_damaged(path.parent_path(), "too much of it is removed");
    total_length -= removed.length;
    pool.give_back(std::move(session));
  }

  void note_removed() {
    if (entry.removed == 0) return;
    removed_bits.resize((entry.articles + 63) / 64);
    for (const std::uint32_t doc : removed.docs) {
      removed_bits[doc / 64] |= std::uint64_t{1} << (doc % 64);
    }
  }

  std::unique_ptr<SegmentSession::Impl> open_session() {
    return std::make_unique<SegmentSession::Impl>(pool, articles->descriptor(), path, columns,
                                                  words ? &*words : nullptr, removed);
  }

  void check_counts(const Xapian::Database& database) const {
    if (database.get_doccount() != entry.articles || database.get_lastdocid() != entry.articles ||
        text.size() != entry.articles || columns.size() != entry.articles ||
        (words && words->size() != entry.articles)) {
      fail_damaged(path.parent_path(), "its files are not of the same articles");
    }
  }

  SegmentEntry entry;
  fs::path path;
  std::unique_ptr<base::ReadableFile> articles;
  TextReader text;
  ColumnsReader columns;
  std::unique_ptr<base::ReadableFile> words_file;
  std::optional<words::Reader> words;
  Removed removed;
  std::vector<std::uint64_t> removed_bits;
  std::uint64_t total_length = 0;
  SessionPool pool;
};

Segment::Segment(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Segment::~Segment() = default;

std::shared_ptr<const Segment> Segment::open(base::FileSystem& files, const fs::path& index,
                                             const SegmentEntry& entry) {
  return std::shared_ptr<const Segment>(new Segment(std::make_unique<Impl>(files, index, entry)));
}

const SegmentEntry& Segment::entry() const {
  return impl_->entry;
}

std::uint32_t Segment::size() const {
  return impl_->entry.articles;
}

std::uint64_t Segment::total_length() const {
  return impl_->total_length;
}

bool Segment::removed(std::uint32_t doc) const {
  const auto& bits = impl_->removed_bits;
  return !bits.empty() && (bits[doc / 64] >> (doc % 64) & 1) != 0;
}

const words::Reader* Segment::words() const {
  return impl_->words ? &*impl_->words : nullptr;
}

const ColumnsReader& Segment::columns() const {
  return impl_->columns;
}

std::uint64_t Segment::arrival(std::uint32_t doc) const {
  return impl_->text.arrival(doc);
}

std::string_view Segment::id(std::uint32_t doc) const {
  return impl_->text.id(doc);
}

std::vector<std::uint32_t> Segment::find(std::string_view id) const {
  return impl_->text.find(id);
}

std::span<const std::uint64_t> Segment::removed_bits() const {
  return impl_->removed_bits;
}

std::string Segment::record(std::uint32_t doc) const {
  return impl_->text.record(doc);
}

SegmentSession Segment::session() const {
  auto session = impl_->pool.take();
  if (session == nullptr) session = impl_->open_session();
  return SegmentSession(std::move(session));
}

}  // namespace dateline::storage
