// Packs blocks of postings.  In: numbers.  Out: bits.
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

unsigned fano_low(std::size_t count, std::uint64_t span) {
  const unsigned low = std::max(width_of(span / count), 1u) - 1;
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
  const unsigned low = fano_low(count, span);
  for (const std::uint32_t doc : docs) out.put((doc - base) & low_mask(low), low);
  put_places(out, count + (span >> low), count,
             [&](std::size_t i) { return ((docs[i] - base) >> low) + i; });
}

std::uint64_t get_docs(const BitRange& from, std::size_t count, std::uint32_t base,
                       std::uint32_t last, std::uint32_t* out) {
  BlockNumbers lows;
  BlockNumbers places;
  const std::uint64_t span = last - base;
  std::uint64_t bit = from.begin;
  unsigned low = 0;
  std::uint64_t size = span + 1;
  const bool dense = is_dense(count, span);
  if (!dense) {
    low = fano_low(count, span);
    unpack_within(from, bit, low, count, lows.data());
    bit += count * low;
    size = count + (span >> low);
  }
  if (bit > from.end || size > from.end - bit) fail_damaged();
  const std::size_t found = kernels().ones(from.data, bit, size, count, places.data());
  if (found != count || places[count - 1] + 1 != size) fail_damaged();
  if (dense) {
    for (std::size_t i = 0; i < count; ++i) out[i] = places[i] + base;
  } else {
    kernels().join(places.data(), lows.data(), low, base, last, count, out);
  }
  return bit + size;
}

void put_few_docs(BitWriter& out, std::span<const std::uint32_t> docs, std::uint32_t size) {
  out.put(docs[0], width_of(size - 1));
  if (docs.size() == 1) return;
  const auto gap_bits = [&](unsigned k) {
    std::uint64_t bits = 0;
    for (std::size_t i = 1; i < docs.size(); ++i) {
      bits += 2 * width_of(((docs[i] - docs[i - 1] - 1) >> k) + std::uint64_t{1}) + k;
    }
    return bits;
  };
  unsigned best = 0;
  std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
  for (unsigned k = 0; k < width_of(size); ++k) {
    if (const std::uint64_t bits = gap_bits(k); bits < least) least = bits, best = k;
  }
  out.put(best, kParameterBits);
  for (std::size_t i = 1; i < docs.size(); ++i) {
    const std::uint64_t gap = docs[i] - docs[i - 1] - 1;
    const std::uint64_t high = (gap >> best) + 1;
    const unsigned width = width_of(high) - 1;
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
      const auto width = static_cast<unsigned>(
          std::countr_zero(peek(from.data, bit) | std::uint64_t{1} << 33));
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

Frequencies get_frequencies(const BitRange& from, std::size_t count, std::uint32_t* frequencies,
                            std::uint32_t* counts) {
  if (from.begin + 1 > from.end) fail_damaged();
  const bool same = bits_at(from.data, from.begin, 1) != 0;
  const std::uint64_t end = get_numbers(from, from.begin + 1, count, frequencies);
  return {same ? end : get_numbers(from, end, count, counts), same};
}

}  // namespace dateline::words
