// Values as bytes and back.  In: numbers, strings.  Out: bytes, the same on every machine.
// Method: LEB128, seven bits a byte, the lowest first; fixed widths little-endian.
// Tested by tests/base/bytes_test.cpp.
#include "base/bytes.hpp"

#include <dateline/error.hpp>

namespace dateline::base {
namespace {

void append_fixed(std::string& out, std::uint64_t value, int width) {
  for (int i = 0; i < width; ++i) out += static_cast<char>((value >> (8 * i)) & 0xff);
}

std::uint64_t fixed(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i > 0; --i) {
    value = value << 8 | static_cast<unsigned char>(bytes[i - 1]);
  }
  return value;
}

[[noreturn]] void fail(std::string_view what, std::string_view why) {
  throw Error(ErrorCode::kCorrupt, "read", what, why);
}

}  // namespace

void ByteWriter::number(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
  bytes_ += static_cast<char>(value);
}

void ByteWriter::fixed32(std::uint32_t value) {
  append_fixed(bytes_, value, 4);
}

void ByteWriter::fixed64(std::uint64_t value) {
  append_fixed(bytes_, value, 8);
}

void ByteWriter::string(std::string_view value) {
  number(value.size());
  bytes_ += value;
}

std::uint64_t ByteReader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const auto byte = static_cast<unsigned char>(take(1)[0]);
    if (shift == 63 && byte > 1) break;
    value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
  fail(what_, "a number in it has more than 64 bits");
}

std::uint32_t ByteReader::fixed32() {
  return static_cast<std::uint32_t>(fixed(take(4)));
}

std::uint64_t ByteReader::fixed64() {
  return fixed(take(8));
}

std::string_view ByteReader::string() {
  const std::uint64_t size = number();
  if (size > rest_.size()) fail(what_, "it is cut short");
  return take(static_cast<std::size_t>(size));
}

std::string_view ByteReader::take(std::size_t size) {
  if (size > rest_.size()) fail(what_, "it is cut short");
  const std::string_view taken = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return taken;
}

}  // namespace dateline::base
