// What a session holds, and the pool that sessions go back to.
// Threads: a session belongs to one thread at a time; the pool may be shared.
// Tested by tests/storage/session_test.cpp.
#pragma once

#include "storage/removed.hpp"
#include "storage/segment.hpp"
#include "words/reader.hpp"

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

namespace dateline::storage {

class SessionPool;

struct SegmentSession::Impl {
  Impl(SessionPool& owner, const std::filesystem::path& file, const ColumnsReader& its_columns,
       const Removed& removed_articles)
      : pool(owner), path(file), columns(its_columns), removed(removed_articles) {}

  // Through the descriptor of an open file, whose name may be gone.
  void open_database(int descriptor);
  // Of `documents` that hold the term, those that are live.
  std::uint32_t live(std::string_view term, std::uint32_t documents) const;

  SessionPool& pool;
  const std::filesystem::path& path;  // of the segment, for errors
  const ColumnsReader& columns;
  const words::Reader* words = nullptr;  // of the terms; nullptr: they are in the database
  const Removed& removed;
  Xapian::Database database;
  std::uint32_t articles = 0;
};

class SessionPool {
 public:
  // nullptr when none is free.
  std::unique_ptr<SegmentSession::Impl> take();
  void give_back(std::unique_ptr<SegmentSession::Impl> session) noexcept;

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<SegmentSession::Impl>> free_;  // guarded by mutex_
};

}  // namespace dateline::storage
