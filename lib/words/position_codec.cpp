// Packs the places of a posting.  In: ascending numbers.  Out: bits.
// Tested by tests/words/position_codec_test.cpp.
#include "words/position_codec.hpp"

#include "analysis/terms.hpp"
#include "words/block_codec.hpp"

#include <algorithm>
#include <array>

namespace dateline::words {
namespace {

// Above it numbers of mixed radix might not fit into kMaxPut bits.
constexpr std::uint64_t kMaxRadix = std::uint64_t{1} << 18;

unsigned flat_width(std::uint64_t span) {
  return width_of(span - 1);
}

// Pairs of a circle of `span` places.
std::uint64_t pairs(std::uint64_t span) {
  return span * (span / 2);
}

unsigned fano_low(std::uint64_t count, std::uint64_t span) {
  return top_bit(span / count);
}

std::uint64_t fano_bits(std::uint64_t count, std::uint64_t span) {
  const unsigned low = fano_low(count, span);
  return count * low + count + ((span - 1) >> low);
}

bool is_radix(std::uint64_t count, std::uint64_t span) {
  return count <= 3 && span <= kMaxRadix;
}

std::uint64_t long_bits(std::uint64_t count, std::uint64_t span) {
  return std::min(count * flat_width(span), fano_bits(count, span));
}

std::uint64_t code_of_pair(std::uint64_t a, std::uint64_t b, std::uint64_t span) {
  const std::uint64_t distance = b - a;
  return distance <= span / 2 ? (distance - 1) * span + a : (span - distance - 1) * span + b;
}

void put_long(BitWriter& out, std::span<const std::uint32_t> places, std::uint64_t span) {
  const unsigned flat = flat_width(span);
  if (places.size() * flat <= fano_bits(places.size(), span)) {
    for (const std::uint32_t place : places) out.put(place, flat);
    return;
  }
  const unsigned low = fano_low(places.size(), span);
  for (const std::uint32_t place : places) out.put(place & low_mask(low), low);
  std::uint64_t before = 0;
  for (const std::uint32_t place : places) {
    out.put_unary((place >> low) - before);
    before = place >> low;
  }
  const std::uint64_t rest = ((span - 1) >> low) - before;
  for (std::uint64_t i = 0; i < rest; ++i) out.put(0, 1);
}

void get_flat(const std::uint8_t* data, std::uint64_t bit, std::uint64_t count, unsigned width,
              std::vector<std::uint32_t>& out) {
  for (std::uint64_t i = 0; i < count; ++i) {
    out.push_back(static_cast<std::uint32_t>(bits_at(data, bit + i * width, width)));
  }
}

void get_fano(const std::uint8_t* data, std::uint64_t bit, std::uint64_t count, std::uint64_t span,
              std::vector<std::uint32_t>& out) {
  const unsigned low = fano_low(count, span);
  const std::uint64_t high = bit + count * low;
  const std::uint64_t size = count + ((span - 1) >> low);
  std::uint64_t i = 0;
  for (std::uint64_t at = 0; at < size && i < count; at += kMaxPut) {
    for (std::uint64_t word = bits_at(data, high + at, kMaxPut); word != 0 && i < count;
         word &= word - 1, ++i) {
      const std::uint64_t place = at + static_cast<unsigned>(std::countr_zero(word)) - i;
      out.push_back(static_cast<std::uint32_t>(place << low | bits_at(data, bit + i * low, low)));
    }
  }
  if (i != count) fail_damaged();
}

void get_radix(std::uint64_t code, std::uint64_t count, std::uint32_t span,
               std::vector<std::uint32_t>& out) {
  const std::size_t begin = out.size();
  if (count != 2) {
    out.push_back(static_cast<std::uint32_t>(count == 1 ? code : code % span));
    code /= span;
  }
  if (count != 1) {
    const auto first = static_cast<std::uint32_t>(code % span);
    const auto distance = static_cast<std::uint32_t>(code / span) + 1;
    out.push_back(first);
    out.push_back(first + distance < span ? first + distance : first + distance - span);
    std::sort(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end());
  }
}

}  // namespace

std::uint64_t place_bits(std::uint64_t count, std::uint64_t span) noexcept {
  if (count == 1) return flat_width(span);
  if (!is_radix(count, span)) return long_bits(count, span);
  return width_of((count == 2 ? pairs(span) : pairs(span) * span) - 1);
}

const std::uint8_t* place_bits_table() noexcept {
  static const auto table = [] {
    std::array<std::uint8_t, std::size_t{PlaceTable::kCounts} * PlaceTable::kSpans + kSlack> bits;
    bits.fill(PlaceTable::kOdd);
    for (std::uint32_t count = 1; count < PlaceTable::kCounts; ++count) {
      for (std::uint32_t span = count; span < PlaceTable::kSpans; ++span) {
        bits[count * PlaceTable::kSpans + span] =
            static_cast<std::uint8_t>(place_bits(count, span));
      }
    }
    return bits;
  }();
  return table.data();
}

void put_places(BitWriter& out, std::span<const std::uint32_t> places, std::uint64_t span) {
  const std::uint64_t count = places.size();
  if (count == 1) return out.put(places[0], flat_width(span));
  if (!is_radix(count, span)) return put_long(out, places, span);
  std::uint64_t code = code_of_pair(places[0], places[1], span);
  if (count == 3) code = code * span + places[2];
  out.put(code, static_cast<unsigned>(place_bits(count, span)));
}

void get_places(const std::uint8_t* data, std::uint64_t bit, std::uint64_t count,
                std::uint64_t span, std::vector<std::uint32_t>& out) {
  if (count == 1 || is_radix(count, span)) {
    const auto width = static_cast<unsigned>(place_bits(count, span));
    return get_radix(bits_at(data, bit, width), count, static_cast<std::uint32_t>(span), out);
  }
  const unsigned flat = flat_width(span);
  if (count * flat <= fano_bits(count, span)) return get_flat(data, bit, count, flat, out);
  get_fano(data, bit, count, span, out);
}

void PlaceMap::admit(std::uint32_t position, std::uint32_t& behind_body) noexcept {
  if (position < analysis::kBodyStart) {
    title = std::max(title, position + 1);
  } else {
    behind_body = std::max(behind_body, position - analysis::kBodyStart + 1);
  }
}

}  // namespace dateline::words
