// How articles get into an index and out of it.
// Tested by tests/index/*_test.cpp.
#pragma once

#include <dateline/article.hpp>
#include <dateline/export.hpp>
#include <dateline/recipe.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Where the terms of an index are kept.  Both give the same answers.
enum class TextStore {
  kWords,  ///< in Dateline's own file: small, and fast to build and to ask
  kXapian  ///< in a Xapian database, which any Xapian tool opens
};

/// How an index is opened for writing.
struct WriteOptions {
  /// 16 to 64 random bytes that only this user has.  Each commit over Xapian is sealed with it: by the seal
  /// a searcher with the key (OpenOptions::key) tells it from what others made.
  std::string key{};
  /// Goes on with Xapian databases that another user made, and seals them as this user's.
  bool trust = false;
};

/// How a build uses the machine.
struct BuildOptions {
  unsigned threads = 0;             ///< 0: all cores
  std::size_t memory = 512u << 20;  ///< bytes for buffered postings, all threads together
  double commit_every = 60;         ///< seconds; what was added until then survives whatever comes
  /// An index whose recurring lines are known from the first article on, as `rebuild` wants it; empty: what
  /// the index itself has learned until now.
  std::filesystem::path learned_from{};
  /// Called now and then with the articles and bytes read so far.
  std::function<void(std::uint64_t articles, std::uint64_t bytes)> progress;
};

/// What a build did.
struct BuildReport {
  std::uint64_t articles = 0;    ///< added or replaced
  std::uint64_t unchanged = 0;   ///< byte-identical ones that were there already
  std::uint64_t skipped = 0;     ///< records that could not be used
  std::uint64_t duplicates = 0;  ///< records whose id came earlier in the same run
  std::uint64_t bytes = 0;       ///< UTF-8 bytes of titles and texts read
  std::uint64_t commits = 0;
  double seconds = 0;
  std::vector<Warning> warnings;  ///< the first 1,000; `skipped` and `duplicates` count them all
};

/// Articles from somewhere: calls the first function for each, the second for what it cannot read.
using ArticleSource = std::function<void(const std::function<void(Article&&)>&,
                                         const std::function<void(Warning&&)>&)>;

/// A query that stands in an index under a name, to be asked of what is new.
struct Alert {
  std::string name;
  std::string query;
  friend bool operator==(const Alert&, const Alert&) = default;
};

/// The only writer of an index folder.  Move-only; one thread at a time.
///
/// Searchers are neither disturbed nor waited for.  What was not committed is gone with the object.
class DATELINE_API Index {
 public:
  /// Makes an empty index and commits it.
  ///
  /// With a key, each commit over Xapian is sealed, see WriteOptions.
  ///
  /// Errors   kExists: something is at `path`; kInvalid: the key is too short or too long; kIo
  static Index create(const std::filesystem::path& path, const Recipe& recipe,
                      TextStore store = TextStore::kWords, std::string_view key = {});

  /// Opens an index for writing.
  ///
  /// Errors   kNotFound; kLocked: another process is writing it; kCorrupt; kInvalid: newer format, or
  ///          over Xapian and another user's, or sealed by another key, or sealed and no key is given
  static Index open(const std::filesystem::path& path, const WriteOptions& options = {});

  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;
  ~Index();

  /// Adds an article, in place of the one with its id if there is one.
  ///
  /// Errors   kInvalid: the id is empty or too long, title and text are both empty; kIo: what was put
  ///          and removed since the last commit is gone
  void put(Article article);

  /// Removes an article; false when there is none of this id.
  bool remove(std::string_view id);

  /// Registers a query under a name; commit() makes it durable.
  ///
  /// Errors   kExists: there is one of this name; kInvalid: the name is empty, or the query gives a warning
  void add_alert(Alert alert);
  /// Removes one; false when there is none of this name.
  bool remove_alert(std::string_view name);

  /// Makes all that was put and removed durable, and visible to every searcher opened from now on, at
  /// once and whole.
  ///
  /// Errors   kIo: nothing of it happened, and what was put and removed since the last commit is gone
  void commit();

  /// Commits, and merges segments until few are left, which makes searches faster.  Merges also go on
  /// in the background from commit to commit; a program that commits and ends calls this between.
  ///
  /// Cost     the articles of the segments that are merged, read and written once
  void merge();

  /// Adds or replaces all articles of a source, by several threads, commits, and
  /// merges.
  ///
  /// Cost     each thread writes a segment of its own; memory as in `options` and one segment's tables
  BuildReport add(const ArticleSource& source, const BuildOptions& options = {});

  std::uint64_t generation() const;     ///< the number of the last commit
  std::uint64_t size() const;           ///< committed articles that were not removed since
  std::size_t segments() const;         ///< committed ones
  std::uint64_t bytes_on_disk() const;  ///< of the files of the last commit

 private:
  struct Impl;
  explicit Index(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// What `check_index` found.
struct CheckReport {
  bool ok = true;
  std::uint64_t articles = 0;
  std::uint64_t segments = 0;
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
  std::vector<Warning> damage;  ///< file and what is wrong with it
};

/// Reads every file of the last commit and compares it with its checksum.
///
/// Errors   kNotFound: no index there; what is damaged is reported, not thrown
DATELINE_API CheckReport check_index(const std::filesystem::path& path);

/// The articles of the newest commit as they came, in the order in which they were added.  Needs only
/// their texts: it is the way out of an index that is damaged, or not to be trusted.  Articles whose
/// texts are damaged are warnings.
///
/// Errors   kNotFound: no index there; kCorrupt: nothing can be said of a segment's articles
DATELINE_API ArticleSource articles_of(const std::filesystem::path& path);

/// What `backup_index` did.
struct BackupReport {
  std::uint64_t files = 0;   ///< of the commit
  std::uint64_t copied = 0;  ///< byte for byte
  std::uint64_t linked = 0;  ///< given a second name, on one file system; the rest was there
  std::uint64_t bytes = 0;   ///< of all files
};

/// Makes the folder `to` an index with the newest commit of another one, whose writer may go on.  An
/// earlier backup there is brought up to date, and stays whole until it is.
///
/// Errors   kNotFound: no index at `path`; kExists: `to` holds something else; kLocked; kCorrupt; kIo
DATELINE_API BackupReport backup_index(const std::filesystem::path& path,
                                       const std::filesystem::path& to);

}  // namespace dateline
