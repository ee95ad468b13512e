// Merges segments in the background while their writer goes on.
// In: segments of a commit.  Out: the segment that may take their place in a later one.
// Invariants: touches nothing but the new segment's folder.
// Threads: the object belongs to its writer's thread; its own thread sees only what start() took.
// Tested by tests/index/merger_test.cpp.
#pragma once

#include "base/files.hpp"
#include "recipe/data.hpp"
#include "storage/manifest.hpp"

#include <atomic>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace dateline::index {

// A merged segment and what became of its sources' articles.
struct Merged {
  struct Source {
    std::string id;
    std::uint32_t articles = 0;
    std::vector<std::uint32_t> dropped;  // ascending numbers that were not carried over
  };
  std::vector<Source> sources;  // in the order of their articles
  storage::SegmentEntry entry;  // without removed articles
};

// The removed numbers of the merged segment, from those of its sources (each ascending).
std::vector<std::uint32_t> carry_over(const Merged& merged,
                                      const std::vector<std::vector<std::uint32_t>>& removed);

class Merger {
 public:
  Merger(base::FileSystem& files, std::filesystem::path index, const recipe::Data& recipe,
         std::string text_store)
      : files_(files), index_(std::move(index)), recipe_(recipe), store_(std::move(text_store)) {}
  ~Merger();  // waits, and deletes what nobody took

  // Requires: is_idle(); `id` is new.
  void start(std::vector<storage::SegmentEntry> sources, std::string id);
  bool is_idle() const { return !thread_.joinable(); }
  // The segment being written and its sources, whose files have to stay until take(); none when idle.
  std::vector<std::string> in_work() const;
  // The result of what was started, when it is finished; with `wait`, as soon as it is.
  // Throws what the merge threw; the merger is idle then.
  std::optional<Merged> take(bool wait);

 private:
  Merged merge(const std::vector<storage::SegmentEntry>& sources) const;
  Merged rewrite(const std::vector<storage::SegmentEntry>& sources) const;

  base::FileSystem& files_;
  std::filesystem::path index_;
  const recipe::Data& recipe_;
  std::string store_;
  std::string id_;
  std::vector<std::string> in_work_;
  std::thread thread_;
  std::atomic<bool> done_ = false;  // guards the two that follow
  Merged merged_;
  std::exception_ptr failure_;
};

}  // namespace dateline::index
