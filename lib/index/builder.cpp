// A queue of articles and threads that turn them into segments.  In: articles.  Out: segments.
// Tested by tests/index/builder_test.cpp.
#include "index/builder.hpp"

#include "base/memory.hpp"

#include <algorithm>
#include <utility>

namespace dateline::index {
namespace {

// Small, so that a commit that is due does not wait long.
constexpr std::size_t kBatchBytes = std::size_t{64} << 10;
constexpr std::size_t kBatch = 64;
constexpr std::size_t kMaxQueued = 4;  // batches
// Bytes of a thread for words that are worked out already: news in one language has no more.
constexpr std::size_t kLeastForWords = std::size_t{8} << 20;
constexpr std::size_t kMostForWords = std::size_t{64} << 20;
// What a thread that may hold much holds beside postings where stories are sought: marks, what is known
// of each article, and what the allocator keeps between many small pieces.
constexpr std::size_t kMostBeside = std::size_t{56} << 20;
constexpr std::size_t kLeastBeside = std::size_t{64} << 20;  // from there on

constexpr std::uint32_t kMany = 1000;  // articles of a segment that needed much

}  // namespace

Builder::Builder(const recipe::Data& recipe, Place place, unsigned threads, std::size_t memory)
    : place_(std::move(place)), learner_(place_.counts) {
  const unsigned count = std::max(1u, threads);
  const std::size_t each = memory / count;
  const std::size_t for_words = std::clamp(each / 4, kLeastForWords, kMostForWords);
  const std::size_t over = each - std::min(each, kLeastBeside);
  const std::size_t beside = recipe.stories() ? std::min(kMostBeside, over) : 0;
  memory_each_ = each - beside - std::min(each / 2, for_words);
  workers_.reserve(count);
  for (unsigned i = 0; i < count; ++i) workers_.emplace_back(recipe, for_words, place_.known);
}

Builder::~Builder() {
  stop();
}

void Builder::start() {
  if (!threads_.empty()) return;
  closed_ = false;
  for (Worker& worker : workers_) {
    threads_.emplace_back([this, &worker] { guarded([&] { work(worker); }); });
  }
}

void Builder::add(Article article, std::uint64_t arrival) {
  if (workers_.size() == 1) {
    rethrow();
    guarded([&] { put(workers_[0], {std::move(article), arrival, added_++}); });
    rethrow();
    return;
  }
  batch_bytes_ += article.text.size();
  batch_.push_back({std::move(article), arrival, added_++});
  if (batch_bytes_ >= kBatchBytes || batch_.size() >= kBatch) hand_over();
}

void Builder::hand_over() {
  start();
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failure_ != nullptr || queue_.size() < kMaxQueued; });
  if (failure_ == nullptr) queue_.push_back(std::move(batch_));
  batch_.clear();
  batch_bytes_ = 0;
  lock.unlock();
  changed_.notify_all();
  rethrow();
}

std::vector<storage::SegmentEntry> Builder::finish() {
  if (!batch_.empty()) hand_over();
  stop();
  if (workers_.size() == 1 && failure_ == nullptr) guarded([&] { close(workers_[0]); });
  rethrow();
  std::sort(finished_.begin(), finished_.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
  return std::exchange(finished_, {});
}

void Builder::stop() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

void Builder::rethrow() {
  const std::lock_guard lock(mutex_);
  if (failure_ != nullptr) std::rethrow_exception(failure_);
}

std::optional<Builder::Batch> Builder::take() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failure_ != nullptr || closed_ || !queue_.empty(); });
  if (failure_ != nullptr || queue_.empty()) return std::nullopt;
  Batch batch = std::move(queue_.front());
  queue_.pop_front();
  lock.unlock();
  changed_.notify_all();
  return batch;
}

// Keeps what is thrown for rethrow().
void Builder::guarded(const std::function<void()>& work) {
  try {
    work();
  } catch (...) {
    {
      const std::lock_guard lock(mutex_);
      if (failure_ == nullptr) failure_ = std::current_exception();
    }
    changed_.notify_all();
  }
}

void Builder::work(Worker& worker) {
  while (std::optional<Batch> batch = take()) {
    for (Job& job : *batch) put(worker, std::move(job));
  }
  close(worker);
}

// A segment's terms are numbered once, so it ends when these numbers take much of the memory.
void Builder::put(Worker& worker, Job job) {
  const std::size_t most = memory_each_ / 4 * 3;
  if (worker.writer && worker.pipeline.term_bytes() > most) close(worker);
  if (!worker.writer) {
    worker.pipeline.trim(most / 2);
    worker.writer.emplace(new_writer());
  }
  worker.writer->add(worker.pipeline.read(std::move(job.article), job.arrival));
  learner_.take(job.number, worker.pipeline.habits());
}

void Builder::close(Worker& worker) {
  if (!worker.writer) return;
  storage::SegmentEntry entry = worker.writer->finish();
  worker.writer.reset();
  if (entry.articles >= kMany) base::return_freed_memory();
  const std::lock_guard lock(mutex_);
  finished_.push_back(std::move(entry));
}

storage::SegmentWriter Builder::new_writer() {
  const std::lock_guard lock(mutex_);
  return {place_.files, place_.index, place_.next_segment(), place_.text_store, memory_each_};
}

}  // namespace dateline::index
