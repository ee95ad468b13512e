// UTF-8 by the byte: validity, repair, stepping.  In and out: bytes.
// Method: Unicode Standard, table 3-7 (well-formed byte sequences) and section 3.9 (maximal subparts).
// Tested by tests/base/utf8_test.cpp.
#include "base/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace dateline::base {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

bool is_continuation(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

// How a sequence goes on behind its first byte.
struct Lead {
  std::size_t more;   // bytes that must follow; 0 also for a byte that begins nothing
  unsigned char low;  // bounds of the second byte
  unsigned char high;
};

Lead lead(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

// A well-formed sequence, or the longest beginning of one that can only be replaced.
struct Part {
  std::size_t size;
  bool well_formed;
};

Part part_at(std::string_view bytes, std::size_t at) {
  const Lead first = lead(byte_at(bytes, at));
  if (first.more == 0) return {1, byte_at(bytes, at) < 0x80};
  for (std::size_t i = 1; i <= first.more; ++i) {
    if (at + i >= bytes.size()) return {i, false};
    const unsigned char byte = byte_at(bytes, at + i);
    const bool fits = i == 1 ? byte >= first.low && byte <= first.high : is_continuation(byte);
    if (!fits) return {i, false};
  }
  return {first.more + 1, true};
}

std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  for (std::uint64_t block[2]; at + sizeof block <= bytes.size(); at += sizeof block) {
    std::memcpy(block, bytes.data() + at, sizeof block);
    if (((block[0] | block[1]) & kHighBits) != 0) break;
  }
  while (at < bytes.size() && byte_at(bytes, at) < 0x80) ++at;
  return at;
}

// The first byte of the first ill-formed part, or the end.
std::size_t find_ill_formed(std::string_view bytes, std::size_t at) {
  while ((at = skip_ascii(bytes, at)) < bytes.size()) {
    const Part part = part_at(bytes, at);
    if (!part.well_formed) break;
    at += part.size;
  }
  return at;
}

}  // namespace

bool is_utf8(std::string_view bytes) noexcept {
  return find_ill_formed(bytes, 0) == bytes.size();
}

std::string repair_utf8(std::string_view bytes, std::size_t& replaced) {
  std::string out;
  out.reserve(bytes.size());
  replaced = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t bad = find_ill_formed(bytes, at);
    out.append(bytes, at, bad - at);
    if (bad == bytes.size()) break;
    append_utf8(out, kReplacement);
    ++replaced;
    at = bad + part_at(bytes, bad).size;
  }
  return out;
}

char32_t next_code_point(std::string_view text, std::size_t& at) noexcept {
  const unsigned char first = byte_at(text, at++);
  if (first < 0x80) return first;
  const int more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
  char32_t code_point = first & (0x3FU >> more);
  for (int i = 0; i < more && at < text.size(); ++i) {
    code_point = code_point << 6 | (byte_at(text, at++) & 0x3FU);
  }
  return code_point;
}

std::size_t floor_boundary(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return text.size();
  while (at > 0 && is_continuation(byte_at(text, at))) --at;
  return at;
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto tail = [&](int shift) {
    out.push_back(static_cast<char>(0x80 | (code_point >> shift & 0x3F)));
  };
  if (code_point < 0x80) {
    out.push_back(static_cast<char>(code_point));
  } else if (code_point < 0x800) {
    out.push_back(static_cast<char>(0xC0 | code_point >> 6));
    tail(0);
  } else if (code_point < 0x10000) {
    out.push_back(static_cast<char>(0xE0 | code_point >> 12));
    tail(6);
    tail(0);
  } else {
    out.push_back(static_cast<char>(0xF0 | code_point >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

}  // namespace dateline::base
