// Sorted occurrences that did not fit into memory: written to a file, read back term by term.
// In: occurrences sorted by term, document and position.  Out: the same.
// Tested by tests/words/builder_test.cpp.
#pragma once

#include "base/files.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace dateline::words {

struct Occurrence {
  std::uint32_t doc = 0;
  std::uint32_t position = 0;
  std::uint32_t weight = 0;  // below 256
  friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

class RunWriter {
 public:
  RunWriter(base::FileSystem& files, const std::filesystem::path& path);
  void begin_term(std::uint32_t term, std::uint64_t occurrences);
  void add(const Occurrence& occurrence);
  void finish();

 private:
  void number(std::uint64_t value);
  std::unique_ptr<base::WritableFile> file_;
  std::string buffer_;
  std::uint32_t doc_ = 0;
};

class RunReader {
 public:
  RunReader(base::FileSystem& files, const std::filesystem::path& path, std::size_t buffer);
  // On to the next term; false behind the last.
  bool next_term();
  std::uint32_t term() const { return term_; }
  std::uint64_t left() const { return left_; }  // occurrences of the term
  Occurrence next();                            // Requires: left() > 0

 private:
  std::uint8_t byte();
  std::uint64_t number();
  void fill();

  std::unique_ptr<base::ReadableFile> file_;
  std::string name_;
  std::size_t buffer_size_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::uint64_t offset_ = 0;
  std::uint32_t term_ = 0;
  std::uint64_t left_ = 0;
  std::uint32_t doc_ = 0;
};

}  // namespace dateline::words
