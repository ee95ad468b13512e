// Values as bytes and back.  In: numbers, strings.  Out: little-endian, variable-length bytes.
// Invariants: a reader never reads beyond its bytes; what is cut or nonsense throws Error(kCorrupt).
// Tested by tests/base/bytes_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::base {

class ByteWriter {
 public:
  void number(std::uint64_t value);  // LEB128: 7 bits a byte
  void fixed32(std::uint32_t value);
  void fixed64(std::uint64_t value);
  void string(std::string_view value);  // its length, then its bytes
  const std::string& bytes() const { return bytes_; }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class ByteReader {
 public:
  // `what` names the thing read, for the error.
  ByteReader(std::string_view bytes, std::string_view what) : rest_(bytes), what_(what) {}
  std::uint64_t number();
  std::uint32_t fixed32();
  std::uint64_t fixed64();
  std::string_view string();
  bool done() const { return rest_.empty(); }

 private:
  std::string_view take(std::size_t size);
  std::string_view rest_;
  std::string_view what_;
};

}  // namespace dateline::base
