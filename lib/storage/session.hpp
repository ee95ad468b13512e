// What a session holds, and the pool that sessions go back to.
// Threads: a session belongs to one thread at a time; the pool may be shared.
// Tested by tests/storage/session_test.cpp.
#pragma once

#include "storage/segment_format.hpp"
#include "words/reader.hpp"

#include <xapian.h>

#include <array>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace dateline::storage {

// Reads one value slot; cheap where the documents asked for ascend.
class SlotReader {
 public:
  // The bytes of the document's value; none where it has none.
  std::string value(const Xapian::Database& database, std::uint32_t slot, Xapian::docid document);

 private:
  Xapian::ValueIterator at_;
  Xapian::docid asked_ = 0;  // the last one; 0: nothing was read yet
};

class SessionPool;

struct SegmentSession::Impl {
  // Opens the database through the descriptor of an open file, whose name may be gone.
  Impl(SessionPool& owner, int descriptor, const std::filesystem::path& file,
       const words::Reader* words_reader);

  std::string value(std::uint32_t slot, std::uint32_t doc);

  SessionPool& pool;
  const std::filesystem::path& path;  // of the segment, for errors
  const words::Reader* words;         // of the terms; nullptr: they are in the database
  Xapian::Database database;
  std::uint32_t articles = 0;
  std::array<SlotReader, kSlots> slots;
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
