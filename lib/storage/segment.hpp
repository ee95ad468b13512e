// A segment: an immutable set of articles on disk.  Written once by one thread, read by any number.
// In: the postings, filters, columns and record of each article.  Out: posting cursors by term.
// The user of Xapian, with the other files of this folder: articles.xapian, where it holds the terms, is one
// single-file, compacted database, document number = local number + 1.
// Invariants: nothing of Xapian leaves this folder, its errors neither (kCorrupt, kInternal).
// Tested by tests/storage/segment_test.cpp.
#pragma once

#include "analysis/posting.hpp"
#include "base/files.hpp"
#include "base/vocabulary.hpp"
#include "storage/columns.hpp"
#include "storage/manifest.hpp"
#include "stories/fingerprints.hpp"
#include "words/reader.hpp"

#include <dateline/date.hpp>

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::storage {

using analysis::Posting;

struct SegmentArticle {
  std::span<const Posting> postings;  // any order of terms
  base::Vocabulary* terms = nullptr;  // of the postings, the same for all articles; filters join it
  std::vector<std::string> filters;   // terms without positions: source, language, topics
  std::optional<DayRange> published;  // absent: unknown
  ColumnValues columns;
  std::string_view record;  // opaque here
  std::string_view id;
  std::uint64_t arrival = 0;                       // place in the order of input
  const stories::Fingerprints* wording = nullptr;  // for all articles of a segment, or for none
};

// Longest term in bytes; longer ones are cut by `fit_term`.
inline constexpr std::size_t kMaxTermBytes = 240;

// The term itself, or its beginning and a hash of the whole where it is too long (a NUL counts 2).
std::string fit_term(std::string_view term);

class SegmentWriter {
 public:
  // Writes below `index`/segments/`id`, which must not exist (kExists); `memory` bounds the bytes
  // buffered by the term index; `store` as in Manifest::text_store.
  SegmentWriter(base::FileSystem& files, const std::filesystem::path& index, std::string id,
                std::string_view store, std::size_t memory);
  ~SegmentWriter();  // without finish(): leaves files that collect_garbage deletes
  SegmentWriter(SegmentWriter&&) noexcept;

  // Requires: no term is empty.  Throws Error(kLimit) where the weights sum up to 2^32 - 1 or more.
  // After any other error the writer can only be destroyed.
  void add(const SegmentArticle& article);
  std::uint32_t size() const;  // articles so far
  // Compacts, syncs and describes the files.
  SegmentEntry finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Walks the articles of a term in ascending local number.
class Cursor {
 public:
  static constexpr std::uint32_t kEnd = std::numeric_limits<std::uint32_t>::max();
  virtual ~Cursor() = default;

  std::uint32_t doc() const noexcept { return doc_; }  // kEnd behind the last
  virtual void next() = 0;                             // Requires: doc() != kEnd
  virtual void skip_to(std::uint32_t doc) = 0;         // to the first that is >= doc; never back
  virtual std::uint32_t frequency() = 0;               // sum of weights, or the number of positions
  virtual void positions(std::vector<std::uint32_t>& out) = 0;  // replaces out; ascending
  virtual std::size_t memory() const { return kSmall; }         // bytes that it holds, about

 protected:
  static constexpr std::size_t kSmall = 64;
  std::uint32_t doc_ = kEnd;
};

// One thread's way into a segment: holds its own Xapian handle.  Cursors must not outlive it.
class SegmentSession {
 public:
  ~SegmentSession();
  SegmentSession(SegmentSession&&) noexcept;

  // Live articles that hold the term.  `info`: set to what a words file says of the term, if it has it.
  std::uint32_t document_frequency(std::string_view term, words::TermInfo* info = nullptr);
  std::unique_ptr<Cursor> postings(std::string_view term);
  std::unique_ptr<Cursor> all_articles();  // every number, frequency 0, no positions
  // Articles whose date is known and lies wholly within `days`.
  std::unique_ptr<Cursor> published_within(DayRange days);
  std::uint32_t length(std::uint32_t doc);  // sum of the weights of its postings

  struct TermCount {
    std::string term;
    std::uint32_t documents;
  };
  // Calls `visit` with the terms of live articles that begin with `prefix`, in order.  It returns 0; or the size of
  // a beginning of this term: further terms that begin so are passed over, mostly unread; or kEnough
  // to end the walk.
  using Visit = std::function<std::size_t(std::string_view term, std::uint32_t documents)>;
  static constexpr std::size_t kEnough = std::string_view::npos;
  void walk(std::string_view prefix, const Visit& visit);
  // Terms of live articles that begin with `prefix`, in byte order; `limit` are looked at.
  std::vector<TermCount> terms(std::string_view prefix, std::size_t limit);

 private:
  friend class Segment;
  friend class SessionPool;
  struct Impl;
  explicit SegmentSession(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// The files of a segment, opened and verified once.  Threads: share it; take a session each.
class Segment {
 public:
  // Opens every file at once and checks size and checksum.
  // Throws Error that names the file: kCorrupt, it is damaged; kNotFound, it is gone (a newer
  // manifest may not need it any more).
  static std::shared_ptr<const Segment> open(base::FileSystem& files,
                                             const std::filesystem::path& index,
                                             const SegmentEntry& entry);
  ~Segment();

  const SegmentEntry& entry() const;
  std::uint32_t size() const;             // removed articles included
  std::uint64_t total_length() const;     // of the live articles
  bool removed(std::uint32_t doc) const;  // Requires: doc < size()
  const words::Reader* words() const;     // of its terms; nullptr: they are in the database
  const ColumnsReader& columns() const;
  std::uint64_t arrival(std::uint32_t doc) const;
  // Lets go of the memory that its mapped files took so far.
  void forget() const;
  std::string record(std::uint32_t doc) const;
  std::string_view id(std::uint32_t doc) const;
  std::vector<std::uint32_t> find(std::string_view id) const;  // removed ones included
  // A bit for each removed article, 64 in a word; empty where none is.
  std::span<const std::uint64_t> removed_bits() const;

  // A session from the pool, or a new one; it goes back when it is destroyed.
  // Requires: this segment outlives the session.
  SegmentSession session() const;

 private:
  struct Impl;
  explicit Segment(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::storage
