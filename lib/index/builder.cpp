// A queue of articles and threads that turn them into segments.  In: articles.  Out: segments.
// Tested by tests/index/builder_test.cpp.
#include "index/builder.hpp"

#include <algorithm>
#include <utility>

namespace dateline::index {
namespace {

constexpr std::size_t kMaxQueuedBytes = 16 << 20;
constexpr std::size_t kMaxQueued = 64;  // few, so that a commit that is due does not wait long

}  // namespace

Builder::Builder(const recipe::Data& recipe, Place place, unsigned threads, std::size_t memory)
    : place_(std::move(place)) {
  const unsigned count = std::max(1u, threads);
  memory_each_ = memory / count;
  pipelines_.reserve(count);
  for (unsigned i = 0; i < count; ++i) pipelines_.emplace_back(recipe);
}

Builder::~Builder() {
  stop();
}

void Builder::start() {
  if (!threads_.empty()) return;
  closed_ = false;
  for (unsigned i = 0; i < pipelines_.size(); ++i) {
    threads_.emplace_back([this, i] { work(i); });
  }
}

void Builder::add(Article article, std::uint64_t arrival) {
  start();
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] {
    return failure_ != nullptr || (queued_bytes_ < kMaxQueuedBytes && queue_.size() < kMaxQueued);
  });
  if (failure_ == nullptr) {
    queued_bytes_ += article.text.size();
    queue_.push_back({std::move(article), arrival});
  }
  lock.unlock();
  changed_.notify_all();
  rethrow();
}

std::vector<storage::SegmentEntry> Builder::finish() {
  stop();
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

std::optional<Builder::Job> Builder::take() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failure_ != nullptr || closed_ || !queue_.empty(); });
  if (failure_ != nullptr || queue_.empty()) return std::nullopt;
  Job job = std::move(queue_.front());
  queue_.pop_front();
  queued_bytes_ -= job.article.text.size();
  lock.unlock();
  changed_.notify_all();
  return job;
}

void Builder::work(unsigned worker) {
  try {
    build(worker);
  } catch (...) {
    {
      const std::lock_guard lock(mutex_);
      if (failure_ == nullptr) failure_ = std::current_exception();
    }
    changed_.notify_all();
  }
}

// A segment's terms are numbered once, so it ends when these numbers take much of the memory.
void Builder::build(unsigned worker) {
  const std::size_t most = memory_each_ / 2;
  Pipeline& pipeline = pipelines_[worker];
  std::optional<storage::SegmentWriter> writer;
  while (std::optional<Job> job = take()) {
    if (writer && pipeline.term_bytes() > most) {
      finish(*writer);
      writer.reset();
    }
    if (!writer) {
      pipeline.trim(most / 2);
      writer.emplace(new_writer());
    }
    writer->add(pipeline.read(std::move(job->article), job->arrival));
  }
  if (writer) finish(*writer);
}

void Builder::finish(storage::SegmentWriter& writer) {
  storage::SegmentEntry entry = writer.finish();
  const std::lock_guard lock(mutex_);
  finished_.push_back(std::move(entry));
}

storage::SegmentWriter Builder::new_writer() {
  const std::lock_guard lock(mutex_);
  return {place_.files, place_.index, place_.next_segment(), place_.text_store, memory_each_};
}

}  // namespace dateline::index
