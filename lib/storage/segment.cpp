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

std::unique_ptr<base::ReadableFile> open_part(base::FileSystem& files, const fs::path& index,
                                              const SegmentEntry& entry, std::string_view part) {
  const FileEntry* file = find_part(entry, part);
  if (file != nullptr) return open_verified(files, index, *file);
  fail_damaged(index / segment_file(entry.id, part), "the manifest does not name it");
}

// Verified piece by piece when it is read.
std::unique_ptr<base::ReadableFile> open_text(base::FileSystem& files, const fs::path& index,
                                              const SegmentEntry& entry) {
  const FileEntry* part = find_part(entry, kTextFile);
  if (part != nullptr) return open_by_end(files, index, *part);
  fail_damaged(index / segment_file(entry.id, kTextFile), "the manifest does not name it");
}

// The same.
std::unique_ptr<base::ReadableFile> open_words(base::FileSystem& files, const fs::path& index,
                                               const SegmentEntry& entry) {
  const FileEntry* part = find_part(entry, kWordsFile);
  return part == nullptr ? nullptr : open_by_end(files, index, *part);
}

// Where the terms are in it.  Verified whole, since Xapian verifies nothing.
std::unique_ptr<base::ReadableFile> open_articles(base::FileSystem& files, const fs::path& index,
                                                  const SegmentEntry& entry) {
  if (!holds_xapian(entry)) return nullptr;
  auto file = open_part(files, index, entry, kArticlesFile);
  if (file->read(0, kXapianMark.size()) != kXapianMark) {
    fail_damaged(index / segment_file(entry.id, kArticlesFile), "it is no Xapian database");
  }
  return file;
}

}  // namespace

struct Segment::Impl {
  Impl(base::FileSystem& files, const fs::path& index, const SegmentEntry& its_entry)
      : entry(its_entry),
        path(index / segment_file(entry.id, kArticlesFile)),
        articles(open_articles(files, index, entry)),
        text(open_text(files, index, entry), index / segment_file(entry.id, kTextFile)),
        columns(open_part(files, index, entry, kColumnsFile),
                index / segment_file(entry.id, kColumnsFile)),
        words_file(open_words(files, index, entry)),
        removed(read_removed(files, index, entry)) {
    if (words_file != nullptr) {
      words.emplace(words_file->map(), (index / segment_file(entry.id, kWordsFile)).native());
    }
    note_removed();
    check_count(text.size());
    check_count(columns.size());
    total_length = words ? count_words() : count_database();
    if (removed.length > total_length)
      fail_damaged(path.parent_path(), "too much of it is removed");
    total_length -= removed.length;
  }

  void note_removed() {
    if (entry.removed == 0) return;
    removed_bits.resize((entry.articles + 63) / 64);
    for (const std::uint32_t doc : removed.docs) {
      removed_bits[doc / 64] |= std::uint64_t{1} << (doc % 64);
    }
  }

  std::unique_ptr<SegmentSession::Impl> open_session() {
    auto session = std::make_unique<SegmentSession::Impl>(pool, path, columns, removed);
    session->articles = entry.articles;
    if (words) {
      session->words = &*words;
    } else {
      session->open_database(articles->descriptor());
    }
    return session;
  }

  void check_count(std::uint64_t count) const {
    if (count == entry.articles) return;
    fail_damaged(path.parent_path(), "its files are not of the same articles");
  }

  // The lengths of all articles, summed.
  std::uint64_t count_words() const {
    check_count(words->size());
    return words->total_length();
  }

  std::uint64_t count_database() {
    auto session = open_session();
    const std::uint64_t total = guarded("open", path, [&] {
      check_count(session->database.get_doccount());
      check_count(session->database.get_lastdocid());
      return session->database.get_total_length();
    });
    pool.give_back(std::move(session));
    return total;
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

void Segment::forget() const {
  if (impl_->words_file != nullptr) impl_->words_file->forget();
  impl_->columns.forget();
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
