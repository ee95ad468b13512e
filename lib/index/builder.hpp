// Builds segments with several threads, one segment each.
// In: articles with arrival numbers.  Out: the finished segments.
// Invariants: an article is in exactly one segment; which one depends on the threads, what is
// answered does not.  With one thread everything is done by the one that adds, and the bytes are always
// the same.
// Tested by tests/index/builder_test.cpp.
#pragma once

#include "article/recurring.hpp"
#include "base/files.hpp"
#include "index/learner.hpp"
#include "index/pipeline.hpp"
#include "recipe/data.hpp"
#include "storage/segment.hpp"

#include <dateline/article.hpp>

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace dateline::index {

class Builder {
 public:
  struct Place {
    base::FileSystem& files;
    std::filesystem::path index;
    std::string text_store;                     // as in the manifest
    std::function<std::string()> next_segment;  // a new id; called by one thread at a time
    std::shared_ptr<const article::Boilerplate> known{};  // for all articles
    article::LineCounts* counts = nullptr;                // what is learned for later ones
  };

  // `memory`: bytes for all threads together.
  Builder(const recipe::Data& recipe, Place place, unsigned threads, std::size_t memory);
  ~Builder();  // waits for the threads; unfinished segments are left to the collection of garbage

  // Waits while the threads have enough to do.  Throws what a thread threw.
  void add(Article article, std::uint64_t arrival);
  // Waits for all articles, finishes the segments, and is ready for more.
  std::vector<storage::SegmentEntry> finish();

 private:
  struct Job {
    Article article;
    std::uint64_t arrival;
    std::uint64_t number;  // of all that were added
  };
  using Batch = std::vector<Job>;  // handed over at once, since waking a thread takes long
  struct Worker {
    Worker(const recipe::Data& recipe, std::size_t memory,
           const std::shared_ptr<const article::Boilerplate>& known)
        : pipeline(recipe, memory, known) {}
    Pipeline pipeline;
    std::optional<storage::SegmentWriter> writer;
  };

  void start();
  void hand_over();
  void work(Worker& worker);
  void guarded(const std::function<void()>& work);
  void put(Worker& worker, Job job);
  void close(Worker& worker);
  std::optional<Batch> take();
  storage::SegmentWriter new_writer();
  void stop();
  void rethrow();

  Place place_;
  std::vector<Worker> workers_;  // one per thread
  std::size_t memory_each_;
  Learner learner_;
  std::uint64_t added_ = 0;
  Batch batch_;  // being filled
  std::size_t batch_bytes_ = 0;

  std::mutex mutex_;  // guards all that follows
  std::condition_variable changed_;
  std::deque<Batch> queue_;
  bool closed_ = false;
  std::exception_ptr failure_;
  std::vector<storage::SegmentEntry> finished_;
  std::vector<std::thread> threads_;
};

}  // namespace dateline::index
