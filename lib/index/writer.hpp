// One writer's hold on an index folder: its lock, its recipe, its commits.
// In: finished segments and removals.  Out: published manifests.
// Tested by tests/index/writer_test.cpp.
#pragma once

#include "article/recurring.hpp"
#include "base/files.hpp"
#include "index/builder.hpp"
#include "index/live.hpp"
#include "index/merger.hpp"
#include "index/registered.hpp"
#include "recipe/data.hpp"
#include "storage/manifest.hpp"

#include <dateline/article.hpp>
#include <dateline/index.hpp>

#include <cstdint>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dateline::index {

class Writer {
 public:
  static Writer create(base::FileSystem& files, const std::filesystem::path& path,
                       const recipe::Data& recipe,
                       std::string_view text_store = storage::kWordsStore,
                       std::string_view key = {});
  static Writer open(base::FileSystem& files, const std::filesystem::path& path,
                     const WriteOptions& options = {});

  Live& live() { return *live_; }
  const Live& live() const { return *live_; }
  const recipe::Data& recipe() const { return *recipe_; }
  const storage::Manifest& manifest() const { return *manifest_; }
  std::uint64_t next_arrival() { return manifest_->next_arrival++; }
  // The lines that recur in what was committed.
  std::shared_ptr<const article::Boilerplate> known() const { return known_; }
  // Lines of `known` are junk in all articles of the builder; what it learns is of use after the commit.
  Builder builder(unsigned threads, std::size_t memory,
                  std::shared_ptr<const article::Boilerplate> known = {});
  void forget_learned();  // since the last commit

  // Publishes the segments added, without the articles of `superseded` arrivals, the removals noted in
  // live() and a merge that has finished; starts the next merge that is due.
  void commit(const std::vector<storage::SegmentEntry>& added,
              const std::vector<std::uint64_t>& superseded = {});
  // Merges and commits until nothing is due.  Throws what a merge threw, in the background too.
  void merge();

  // Registered queries; what is changed here is published by the next commit.
  std::vector<Alert>& alerts() { return alerts_; }
  bool alerts_changed() const;
  void forget_alerts();  // changes since the last commit

  // Deletes what no reader can need, and what a failed commit left: on a full disk that makes room.
  // Requires: no segment is being written.
  void tidy();

 private:
  Writer(base::FileSystem& files, std::filesystem::path path);
  void begin();
  void adopt();
  void publish(const std::vector<storage::SegmentEntry>& added,
               const std::vector<std::uint64_t>& superseded, const std::optional<Merged>& merged);
  std::vector<stories::Link> updated_links(const Live::Prepared& prepared,
                                           const std::vector<storage::SegmentEntry>& added) const;
  void start_merge();
  std::string next_segment();

  base::FileSystem* files_;
  std::filesystem::path path_;
  std::string key_;  // see storage/seal.hpp
  std::unique_ptr<base::FileLock> lock_;
  std::unique_ptr<recipe::Data> recipe_;  // the index's own copy
  std::unique_ptr<storage::Manifest> manifest_;
  std::unique_ptr<Live> live_;
  std::unique_ptr<Merger> merger_;
  std::vector<stories::Link> links_;  // of the manifest
  std::vector<Alert> alerts_;
  std::vector<Alert> committed_alerts_;
  std::vector<Commit> commits_;                  // of the manifest
  std::unique_ptr<article::LineCounts> counts_;  // with those of articles that are not committed
  std::string committed_counts_;                 // as bytes
  std::shared_ptr<const article::Boilerplate> known_;
  std::exception_ptr merge_failure_;  // nothing is merged after one
};

// Those of the newest commit.  Throws Error(kNotFound, kCorrupt).
article::LineCounts read_line_counts(base::FileSystem& files, const std::filesystem::path& index);

// Throws Error(kInvalid) when an article cannot be indexed.
void check_article(const Article& article);

std::uint64_t bytes_on_disk(const storage::Manifest& manifest);

}  // namespace dateline::index
