// Packs blocks of postings.  In: numbers.  Out: bits.
// Long because what writes a form and what reads it stand side by side.
// Tested by tests/words/block_codec_test.cpp.
#include "words/block_codec.hpp"

#include <dateline/error.hpp>

#include <algorithm>
#include <limits>

namespace dateline::words {
namespace {

constexpr unsigned kParameterBits = 5;

// A bitmap of the whole span costs less than Elias-Fano below this many documents each.
constexpr std::uint64_t kDense = 4;

std::uint64_t fano_bits(std::size_t count, std::uint64_t span, unsigned low) {
  return count * low + count + (span >> low);
}

unsigned low_bits(std::size_t count, std::uint64_t span) {
  // Most blocks are full, and a division is slow.
  const std::uint64_t mean = count == kBlock ? span / kBlock : span / count;
  const unsigned low = top_bit(mean);
  return fano_bits(count, span, low) <= fano_bits(count, span, low + 1) ? low : low + 1;
}

bool is_dense(std::size_t count, std::uint64_t span) {
  return span < kDense * count;
}

// Writes `size` bits, set at the places that `next` gives in ascending order.
template <class Next>
void put_places(BitWriter& out, std::uint64_t size, std::size_t count, Next next) {
  std::uint64_t word = 0;
  std::uint64_t begin = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t place = next(i);
    for (; place >= begin + kMaxPut; begin += kMaxPut) {
      out.put(word, kMaxPut);
      word = 0;
    }
    word |= std::uint64_t{1} << (place - begin);
  }
  for (; size - begin > kMaxPut; begin += kMaxPut) {
    out.put(word, kMaxPut);
    word = 0;
  }
  out.put(word, static_cast<unsigned>(size - begin));
}

// The best parameter of a Rice code for the numbers - 1.
unsigned rice_parameter(std::span<const std::uint32_t> numbers) {
  std::uint64_t sum = 0;
  for (const std::uint32_t number : numbers) sum += number - 1;
  const unsigned guess = width_of(sum / numbers.size());
  unsigned best = 0;
  std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
  for (unsigned k = guess > 1 ? guess - 2 : 0; k <= std::min(guess + 1, 30u); ++k) {
    std::uint64_t bits = numbers.size() * k;
    for (const std::uint32_t number : numbers) bits += (number - 1) >> k;
    if (bits < least) least = bits, best = k;
  }
  return best;
}

void put_rice(BitWriter& out, std::span<const std::uint32_t> numbers) {
  const unsigned k = rice_parameter(numbers);
  out.put(k, kParameterBits);
  for (const std::uint32_t number : numbers) out.put((number - 1) & low_mask(k), k);
  for (const std::uint32_t number : numbers) out.put_unary((number - 1) >> k);
}

void unpack_within(const BitRange& from, std::uint64_t bit, unsigned width, std::size_t count,
                   std::uint32_t* out) {
  if (bit > from.end || count * width > from.end - bit) fail_damaged();
  kernels().unpack(from.data, bit, width, count, out);
}

std::uint64_t get_rice(const BitRange& from, std::uint64_t bit, std::size_t count,
                       std::uint32_t* out) {
  BlockNumbers lows;
  BlockNumbers places;
  const auto k = static_cast<unsigned>(bits_at(from.data, bit, kParameterBits));
  bit += kParameterBits;
  unpack_within(from, bit, k, count, lows.data());
  bit += count * k;
  if (kernels().ones(from.data, bit, from.end - bit, count, places.data()) != count) fail_damaged();
  kernels().gaps(places.data(), lows.data(), k, count, out);
  return bit + places[count - 1] + 1;
}

bool are_all_one(std::span<const std::uint32_t> numbers) {
  return std::all_of(numbers.begin(), numbers.end(), [](std::uint32_t n) { return n == 1; });
}

// A bit for "all are one", then the numbers unless they are.
void put_numbers(BitWriter& out, std::span<const std::uint32_t> numbers) {
  const bool plain = are_all_one(numbers);
  out.put(plain ? 1 : 0, 1);
  if (!plain) put_rice(out, numbers);
}

std::uint64_t get_numbers(const BitRange& from, std::uint64_t bit, std::size_t count,
                          std::uint32_t* out) {
  if (bit + 1 > from.end) fail_damaged();
  if (bits_at(from.data, bit, 1) == 0) return get_rice(from, bit + 1, count, out);
  std::fill_n(out, count, 1u);
  return bit + 1;
}

}  // namespace

void fail_damaged() {
  throw Error(ErrorCode::kCorrupt, "read", "words.dlw", "a list of postings makes no sense",
              "build the index again");
}

void put_docs(BitWriter& out, std::span<const std::uint32_t> docs, std::uint32_t base) {
  const std::uint64_t span = docs.back() - base;
  const std::size_t count = docs.size();
  if (is_dense(count, span)) {
    put_places(out, span + 1, count, [&](std::size_t i) { return docs[i] - base; });
    return;
  }
  const unsigned low = low_bits(count, span);
  for (const std::uint32_t doc : docs) out.put((doc - base) & low_mask(low), low);
  put_places(out, count + (span >> low), count,
             [&](std::size_t i) { return ((docs[i] - base) >> low) + i; });
}

PackedDocs::PackedDocs(const BitRange& from, std::size_t count, std::uint32_t base,
                       std::uint32_t last)
    : data_(from.data),
      count_(count),
      base_(base),
      last_(last),
      dense_(is_dense(count, last - base)),
      lows_(from.begin),
      places_(from.begin),
      size_(std::uint64_t{last - base} + 1) {
  if (!dense_) {
    const std::uint64_t span = last - base;
    low_ = low_bits(count, span);
    places_ += count * low_;
    size_ = count + (span >> low_);
  }
  if (places_ > from.end || size_ > from.end - places_) fail_damaged();
}

PackedDocs PackedDocs::in_bitmap(const std::uint8_t* bitmap, std::size_t count, std::uint32_t base,
                                 std::uint32_t last) {
  PackedDocs docs;
  docs.data_ = bitmap;
  docs.count_ = count;
  docs.base_ = base;
  docs.last_ = last;
  docs.dense_ = true;
  docs.places_ = base;
  docs.size_ = std::uint64_t{last - base} + 1;
  return docs;
}

void PackedDocs::unpack(std::uint32_t* out) const {
  BlockNumbers lows;
  BlockNumbers places;
  const std::size_t found = kernels().ones(data_, places_, size_, count_, places.data());
  if (found != count_ || places[count_ - 1] + 1 != size_) fail_damaged();
  if (dense_) {
    for (std::size_t i = 0; i < count_; ++i) out[i] = places[i] + base_;
    return;
  }
  kernels().unpack(data_, lows_, low_, count_, lows.data());
  kernels().join(places.data(), lows.data(), low_, base_, last_, count_, out);
}

std::uint32_t PackedDocs::find(std::uint32_t doc) const {
  const std::uint64_t wanted = doc - base_;
  if (dense_) {
    if (bits_at(data_, places_ + wanted, 1) == 0) return kNone;
    const std::size_t place = kernels().rank(data_, places_, wanted);
    return place < count_ ? static_cast<std::uint32_t>(place) : kNone;
  }
  // Those with the high part h stand behind the h-th zero.
  const std::uint64_t high = wanted >> low_;
  std::uint64_t at = high == 0 ? 0 : kernels().select_zero(data_, places_, size_, high - 1) + 1;
  for (; at < size_ && bits_at(data_, places_ + at, 1) != 0; ++at) {
    const std::uint64_t i = at - high;
    if (i >= count_) return kNone;
    const std::uint64_t low = bits_at(data_, lows_ + i * low_, low_);
    if (low >= (wanted & low_mask(low_))) {
      return low == (wanted & low_mask(low_)) ? static_cast<std::uint32_t>(i) : kNone;
    }
  }
  return kNone;
}

void PackedDocs::add_to(std::uint64_t* bits) const {
  if (!dense_) {
    BlockNumbers docs;
    unpack(docs.data());
    const auto set = [&](std::size_t i) {
      bits[docs[i] / 64] |= std::uint64_t{1} << (docs[i] % 64);
    };
    // From four places at once, since neighbours wait for each other's word.
    const std::size_t quarter = count_ / 4;
    for (std::size_t i = 0; i < quarter; ++i) {
      set(i), set(i + quarter), set(i + 2 * quarter), set(i + 3 * quarter);
    }
    for (std::size_t i = 4 * quarter; i < count_; ++i) set(i);
    return;
  }
  for (std::uint64_t at = 0; at < size_; at += kMaxPut) {
    const std::uint64_t rest = size_ - at;
    const std::uint64_t word =
        bits_at(data_, places_ + at, rest < kMaxPut ? static_cast<unsigned>(rest) : kMaxPut);
    const std::uint64_t first = base_ + at;
    bits[first / 64] |= word << (first % 64);
    if (first % 64 + kMaxPut > 64 && word >> (64 - first % 64) != 0) {
      bits[first / 64 + 1] |= word >> (64 - first % 64);
    }
  }
}

void put_few_docs(BitWriter& out, std::span<const std::uint32_t> docs, std::uint32_t size) {
  out.put(docs[0], width_of(size - 1));
  if (docs.size() == 1) return;
  const auto gap_to = [&](std::size_t i) { return docs[i] - docs[i - 1] - 1; };
  std::uint32_t shortest = gap_to(1), longest = 0;
  for (std::size_t i = 1; i < docs.size(); ++i) {
    shortest = std::min(shortest, gap_to(i));
    longest = std::max(longest, gap_to(i));
  }
  // Further below, three more bits of k save more than three in every gap; above, k only costs.
  unsigned best = std::max(width_of(shortest), 3u) - 3;
  std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
  for (unsigned k = best; k <= std::min(width_of(longest), width_of(size) - 1); ++k) {
    std::uint64_t bits = 0;
    for (std::size_t i = 1; i < docs.size(); ++i) {
      bits += 2 * width_of((gap_to(i) >> k) + std::uint64_t{1}) + k;
    }
    if (bits < least) least = bits, best = k;
  }
  out.put(best, kParameterBits);
  for (std::size_t i = 1; i < docs.size(); ++i) {
    const std::uint64_t gap = gap_to(i);
    const std::uint64_t high = (gap >> best) + 1;
    const unsigned width = top_bit(high);
    out.put(std::uint64_t{1} << width, width + 1);
    out.put(high & low_mask(width), width);
    out.put(gap & low_mask(best), best);
  }
}

std::uint64_t get_few_docs(const BitRange& from, std::size_t count, std::uint32_t size,
                           std::uint32_t* out) {
  std::uint64_t bit = from.begin;
  const unsigned first = width_of(size - 1);
  if (from.end - bit < first) fail_damaged();
  std::uint64_t doc = bits_at(from.data, bit, first);
  out[0] = static_cast<std::uint32_t>(doc);
  bit += first;
  if (count > 1) {
    const auto k = static_cast<unsigned>(bits_at(from.data, bit, kParameterBits));
    bit += kParameterBits;
    for (std::size_t i = 1; i < count; ++i) {
      const auto width =
          static_cast<unsigned>(std::countr_zero(peek(from.data, bit) | std::uint64_t{1} << 33));
      const std::uint64_t rest = peek(from.data, bit + width + 1);
      const std::uint64_t high = (rest & low_mask(width)) | std::uint64_t{1} << width;
      doc += ((high - 1) << k) + ((rest >> width) & low_mask(k)) + 1;
      if (doc >= size || bit >= from.end) fail_damaged();
      out[i] = static_cast<std::uint32_t>(doc);
      bit += 2 * width + 1 + k;
    }
  }
  if (doc >= size || bit > from.end) fail_damaged();
  return bit;
}

void put_frequencies(BitWriter& out, std::span<const std::uint32_t> frequencies,
                     std::span<const std::uint32_t> counts) {
  const bool same = std::equal(frequencies.begin(), frequencies.end(), counts.begin());
  out.put(same ? 1 : 0, 1);
  put_numbers(out, frequencies);
  if (!same) put_numbers(out, counts);
}

bool are_counts_the_same(const BitRange& from) {
  return from.begin < from.end && bits_at(from.data, from.begin, 1) != 0;
}

std::uint32_t frequency_at(const BitRange& from, std::size_t count, std::uint32_t i) {
  constexpr unsigned kFlags = 2;
  if (from.begin + kFlags + kParameterBits > from.end) return 0;
  const std::uint64_t head = peek(from.data, from.begin);
  if ((head & 2) != 0) return 1;
  const auto k = static_cast<unsigned>(head >> kFlags & low_mask(kParameterBits));
  const std::uint64_t lows = from.begin + kFlags + kParameterBits;
  const std::uint64_t places = lows + count * k;
  if (places >= from.end) return 0;
  const std::uint64_t size = from.end - places;
  const std::uint64_t begin = i == 0 ? 0 : kernels().select(from.data, places, size, i - 1) + 1;
  if (begin >= size) return 0;
  const std::uint64_t word = peek(from.data, places + begin) & low_mask(kMaxPut);
  if (word == 0) return 0;
  const auto high = static_cast<std::uint64_t>(std::countr_zero(word));
  return static_cast<std::uint32_t>(
      1 + (high << k | bits_at(from.data, lows + std::uint64_t{i} * k, k)));
}

Frequencies get_frequencies(const BitRange& from, std::size_t count, std::uint32_t* frequencies,
                            std::uint32_t* counts) {
  if (from.begin + 1 > from.end) fail_damaged();
  const bool same = bits_at(from.data, from.begin, 1) != 0;
  const std::uint64_t end = get_numbers(from, from.begin + 1, count, frequencies);
  return {same ? end : get_numbers(from, end, count, counts), same};
}

}  // namespace dateline::words
