// Adds a whole source of articles to an index.
// In: a source.  Out: commits, and a report.
// Invariants: the first article of an id wins within a run; one that is there already is replaced,
// or left alone when it is byte-identical.
// Tested by tests/index/bulk_test.cpp.
#pragma once

#include "base/word_table.hpp"
#include "index/writer.hpp"

#include <dateline/index.hpp>

#include <chrono>
#include <memory>
#include <vector>

namespace dateline::index {

class Bulk {
 public:
  Bulk(Writer& writer, const BuildOptions& options);
  BuildReport run(const ArticleSource& source);

 private:
  using Clock = std::chrono::steady_clock;

  void take(Article&& article);
  void warn(Warning&& warning);
  void commit();
  void publish(const std::vector<storage::SegmentEntry>& segments);
  void finish();
  void merge();
  bool is_unchanged(const Article& article);
  std::shared_ptr<const article::Boilerplate> known();

  Writer& writer_;
  const BuildOptions& options_;
  BuildReport report_;
  std::unique_ptr<Builder> builder_;
  base::WordSet seen_;  // hashes of ids
  std::uint64_t since_commit_ = 0;
  Clock::time_point started_ = Clock::now();
  Clock::time_point committed_ = started_;
};

}  // namespace dateline::index
