// Writes and reads runs.  In: occurrences.  Out: bytes, LEB128 numbers.
// Tested by tests/words/builder_test.cpp.
#include "words/runs.hpp"

#include <dateline/error.hpp>

namespace dateline::words {
namespace {

constexpr std::size_t kWriteBuffer = 1 << 18;

}  // namespace

RunWriter::RunWriter(base::FileSystem& files, const std::filesystem::path& path)
    : file_(files.create(path)) {}

void RunWriter::number(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) buffer_ += static_cast<char>(value | 0x80);
  buffer_ += static_cast<char>(value);
}

void RunWriter::begin_term(std::uint32_t term, std::uint64_t occurrences) {
  if (buffer_.size() > kWriteBuffer) {
    file_->append(buffer_);
    buffer_.clear();
  }
  number(term);
  number(occurrences);
  doc_ = 0;
}

void RunWriter::add(const Occurrence& occurrence) {
  number(occurrence.doc - doc_);
  number(occurrence.position);
  buffer_ += static_cast<char>(occurrence.weight);
  doc_ = occurrence.doc;
}

void RunWriter::finish() {
  file_->append(buffer_);
  file_->close();
}

RunReader::RunReader(base::FileSystem& files, const std::filesystem::path& path, std::size_t buffer)
    : file_(files.open(path)), name_(path.native()), buffer_size_(buffer) {}

void RunReader::fill() {
  buffer_ = file_->read(offset_, buffer_size_);
  offset_ += buffer_.size();
  at_ = 0;
  if (buffer_.empty()) {
    throw Error(ErrorCode::kIo, "read", name_, "it is shorter than it was written");
  }
}

std::uint8_t RunReader::byte() {
  if (at_ == buffer_.size()) fill();
  return static_cast<std::uint8_t>(buffer_[at_++]);
}

std::uint64_t RunReader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const std::uint8_t next = byte();
    value |= std::uint64_t{next & 0x7fu} << shift;
    if (next < 0x80) break;
  }
  return value;
}

bool RunReader::next_term() {
  if (at_ == buffer_.size() && offset_ == file_->size()) return false;
  term_ = static_cast<std::uint32_t>(number());
  left_ = number();
  doc_ = 0;
  return true;
}

Occurrence RunReader::next() {
  --left_;
  doc_ += static_cast<std::uint32_t>(number());
  const auto position = static_cast<std::uint32_t>(number());
  return {doc_, position, byte()};
}

}  // namespace dateline::words
