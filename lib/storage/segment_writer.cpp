// Writes a segment.  Where Xapian keeps the terms, its database grows on the side and is compacted into one file at
// the end.
// In: articles.  Out: the files of segments/<id>/, synced, and what they are.
// Invariants: document number = local number + 1, without gaps; a document's length in Xapian is the
// sum of its weights and nothing else, so that Xapian's own weighting sees the plain space only.
// Tested by tests/storage/segment_writer_test.cpp.
#include "storage/segment.hpp"
#include "storage/segment_files.hpp"
#include "storage/segment_format.hpp"
#include "storage/story_writer.hpp"
#include "storage/text_store.hpp"
#include "storage/xapian_guard.hpp"
#include "words/builder.hpp"

#include <dateline/error.hpp>

#include <xapian.h>

#include <algorithm>
#include <limits>
#include <optional>

namespace dateline::storage {
namespace {

namespace fs = std::filesystem;

// Without syncs, since nothing refers to the database before it is compacted and synced; without
// term lists, since no document is ever changed.
constexpr int kScratchFlags =
    Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST | Xapian::DB_BACKEND_GLASS;

// What Xapian buffers, measured on news: nodes of its trees for each term of a document, and about
// 2 bytes for each position.  Beyond 64 MiB the trees outgrow the caches and adding gets slower.
constexpr std::size_t kBytesPerTerm = 160;
constexpr std::size_t kBytesPerPosting = 2;
constexpr std::size_t kMostBuffered = std::size_t{64} << 20;

// Xapian means "no document" by the greatest length.
void check_length(std::span<const Posting> postings, const fs::path& path) {
  std::uint64_t length = 0;
  for (const Posting& posting : postings) length += posting.weight;
  if (length >= std::numeric_limits<Xapian::termcount>::max()) {
    throw Error(ErrorCode::kLimit, "write", path.native(), "an article is too long");
  }
}

Xapian::Document make_document(const SegmentArticle& article) {
  Xapian::Document document;
  for (const Posting& posting : article.postings) {
    document.add_posting(fit_term((*article.terms)[posting.term]), posting.position,
                         posting.weight);
  }
  for (const std::string& filter : article.filters) document.add_term(fit_term(filter), 0);
  // For other tools: Dateline reads dates from the columns.
  if (article.published) document.add_value(kPublishedSlot, encode_days(*article.published));
  return document;
}

}  // namespace

struct SegmentWriter::Impl {
  Impl(base::FileSystem& file_system, const fs::path& index_folder, std::string name,
       std::string_view store, std::size_t memory)
      : files(file_system),
        index(index_folder),
        id(std::move(name)),
        folder(make_segment_folder(files, index, id)),
        words_memory(store == kWordsStore ? std::max<std::size_t>(memory, 1) : 0),
        most_buffered(std::min(memory, kMostBuffered)),
        text(files, folder / kTextFile),
        columns(files, folder / kColumnsFile) {
    if (words_memory > 0) return;
    guarded("write segment", folder, [&] {
      scratch = Xapian::WritableDatabase((folder / kScratchFolder).native(), kScratchFlags);
    });
  }

  void add(const SegmentArticle& article) {
    check_length(article.postings, folder);
    if (words_memory > 0) {
      add_to_words(article);
    } else {
      add_to_database(article);
    }
    text.add(article.record, article.arrival, article.id);
    columns.add(article.published, article.columns);
    if (article.wording != nullptr) add_wording(article);
    ++articles;
  }

  void add_to_database(const SegmentArticle& article) {
    guarded("write segment", folder, [&] {
      const Xapian::Document document = make_document(article);
      buffered += document.termlist_count() * kBytesPerTerm;
      buffered += article.postings.size() * kBytesPerPosting;
      scratch.add_document(document);
      if (buffered >= most_buffered) flush();
    });
  }

  // Filters become terms at one position, of weight 0.
  void add_to_words(const SegmentArticle& article) {
    if (!words) words.emplace(files, folder / kWordsFile, *article.terms, words_memory);
    postings.assign(article.postings.begin(), article.postings.end());
    for (const std::string& filter : article.filters) {
      postings.push_back({article.terms->intern(filter), 1, 0});
    }
    words->add(postings);
  }

  void add_wording(const SegmentArticle& article) {
    if (!stories) stories.emplace(files, folder / kStoriesFile);
    stories->add(*article.wording, article.published);
  }

  void finish_stories() {
    if (stories) stories->finish();
  }

  void finish_words() {
    if (words_memory == 0) return;
    const base::Vocabulary none;
    if (!words) words.emplace(files, folder / kWordsFile, none, words_memory);
    words->finish();
  }

  void flush() {
    scratch.commit();
    buffered = 0;
  }

  void finish_database() {
    if (words_memory > 0) return;
    guarded("write segment", folder, [&] {
      flush();
      if (scratch.get_doccount() != articles || scratch.get_lastdocid() != articles) {
        throw Error(ErrorCode::kInternal, "write segment", folder.native(), "articles were lost");
      }
      scratch.compact((folder / kArticlesFile).native(), kCompactFlags);
      scratch.close();
    });
  }

  base::FileSystem& files;
  fs::path index;
  std::string id;
  fs::path folder;
  std::size_t words_memory;  // 0: terms go into a database of Xapian's
  std::size_t most_buffered;
  TextWriter text;
  ColumnsWriter columns;
  std::optional<words::Builder> words;
  std::optional<StoryWriter> stories;
  std::vector<Posting> postings;
  Xapian::WritableDatabase scratch;
  std::size_t buffered = 0;
  std::uint32_t articles = 0;
};

SegmentWriter::SegmentWriter(base::FileSystem& files, const fs::path& index, std::string id,
                             std::string_view store, std::size_t memory)
    : impl_(std::make_unique<Impl>(files, index, std::move(id), store, memory)) {}

SegmentWriter::~SegmentWriter() = default;

SegmentWriter::SegmentWriter(SegmentWriter&&) noexcept = default;

void SegmentWriter::add(const SegmentArticle& article) {
  impl_->add(article);
}

std::uint32_t SegmentWriter::size() const {
  return impl_->articles;
}

SegmentEntry SegmentWriter::finish() {
  impl_->text.finish();
  impl_->columns.finish();
  impl_->finish_words();
  impl_->finish_stories();
  impl_->finish_database();
  return seal_segment(impl_->files, impl_->index, impl_->id, impl_->articles);
}

}  // namespace dateline::storage
