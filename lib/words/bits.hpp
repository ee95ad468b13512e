// Numbers of any width in a row of bits, the lowest bit first.
// In: numbers.  Out: bytes, little-endian, the same on every machine.
// Invariants: a read may touch kSlack bytes behind the last one asked for, so whoever keeps such bytes
// keeps that many readable ones behind them.
// Tested by tests/words/block_codec_test.cpp.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace dateline::words {

static_assert(std::endian::native == std::endian::little);

inline constexpr std::size_t kSlack = 64;
inline constexpr unsigned kMaxPut = 56;

// Bits that the value needs; 0 for 0.
inline unsigned width_of(std::uint64_t value) noexcept {
  return static_cast<unsigned>(std::bit_width(value));
}

// The place of the highest bit that is set; 0 for 0.
inline unsigned top_bit(std::uint64_t value) noexcept {
  return width_of(value | 1) - 1;
}

inline std::uint64_t low_mask(unsigned width) noexcept {  // width < 64
  return (std::uint64_t{1} << width) - 1;
}

// At least 57 bits from `bit` on.
inline std::uint64_t peek(const std::uint8_t* data, std::uint64_t bit) noexcept {
  std::uint64_t word;
  std::memcpy(&word, data + (bit >> 3), sizeof word);
  return word >> (bit & 7);
}

inline std::uint64_t bits_at(const std::uint8_t* data, std::uint64_t bit, unsigned width) noexcept {
  return peek(data, bit) & low_mask(width);
}

class BitWriter {
 public:
  // Requires: width <= kMaxPut, value < 2^width.
  void put(std::uint64_t value, unsigned width) {
    if (size_ + 16 > bytes_.size()) bytes_.resize(bytes_.size() * 2 + 256);
    rest_ |= value << filled_;
    filled_ += width;
    std::memcpy(bytes_.data() + size_, &rest_, sizeof rest_);
    size_ += filled_ >> 3;
    rest_ >>= filled_ & ~7u;
    filled_ &= 7;
  }
  // `count` zeros and a one.
  void put_unary(std::uint64_t count) {
    for (; count >= kMaxPut; count -= kMaxPut) put(0, kMaxPut);
    put(std::uint64_t{1} << count, static_cast<unsigned>(count) + 1);
  }
  void put_bytes(const std::uint8_t* from, std::size_t count) {  // Requires: aligned
    if (size_ + count + 16 > bytes_.size()) bytes_.resize(bytes_.size() * 2 + count + 256);
    if (count != 0) std::memcpy(bytes_.data() + size_, from, count);
    size_ += count;
  }
  // Zeros up to the next byte.
  void align() {
    if (filled_ != 0) put(0, 8 - filled_);
  }
  void clear() { size_ = 0, rest_ = 0, filled_ = 0; }

  std::uint64_t bits() const { return std::uint64_t{size_} * 8 + filled_; }
  // Whole bytes only: align() before.
  std::size_t size() const { return size_; }
  const std::uint8_t* data() const { return bytes_.data(); }

 private:
  std::vector<std::uint8_t> bytes_;
  std::size_t size_ = 0;  // whole bytes
  std::uint64_t rest_ = 0;
  unsigned filled_ = 0;  // bits in rest_, < 8
};

// Numbers of one width, reached by their place.
class PackedNumbers {
 public:
  PackedNumbers() = default;
  PackedNumbers(const std::uint8_t* data, unsigned width) : data_(data), width_(width) {}
  std::uint32_t operator[](std::uint64_t i) const noexcept {
    return static_cast<std::uint32_t>(bits_at(data_, i * width_, width_));
  }
  const std::uint8_t* data() const { return data_; }
  unsigned width() const { return width_; }

 private:
  const std::uint8_t* data_ = nullptr;
  unsigned width_ = 0;
};

}  // namespace dateline::words
