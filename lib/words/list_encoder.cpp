// Encodes lists of postings.  In: occurrences.  Out: bytes.
// Tested by tests/words/reader_test.cpp.
#include "words/list_encoder.hpp"

#include "base/bytes.hpp"
#include "words/block_codec.hpp"

#include <dateline/error.hpp>

#include <bit>
#include <cmath>
#include <functional>
#include <string>

namespace dateline::words {
namespace {

constexpr std::uint64_t kMaxFrequency = 0xffffffff;

void put_column(BitWriter& out, std::span<const std::uint64_t> numbers, std::uint64_t most) {
  const unsigned width = width_of(most);
  for (const std::uint64_t number : numbers) out.put(number, width);
  out.align();
}

std::string fixed16(std::uint16_t value) {
  return {static_cast<char>(value & 0xff), static_cast<char>(value >> 8)};
}

}  // namespace

ListEncoder::ListEncoder(const DocumentTable& documents)
    : documents_(documents),
      impact_({documents.size(), documents.total_length}),
      range_maxima_(ranges_of(documents.size(), kRangeShift)) {}

void ListEncoder::begin_posting(std::uint32_t doc) {
  if (doc_ != kNone) end_posting();
  doc_ = doc;
}

void ListEncoder::end_posting() {
  if (docs_.size() == kBlock) end_block();
  const PlaceMap& map = documents_.places[doc_];
  if (positions_.size() > 1 &&
      !std::is_sorted(positions_.begin(), positions_.end(), std::less_equal<>())) {
    std::sort(positions_.begin(), positions_.end());
    positions_.erase(std::unique(positions_.begin(), positions_.end()), positions_.end());
  }
  for (const std::uint32_t position : positions_) places_.push_back(map.place(position));
  const auto count = static_cast<std::uint32_t>(positions_.size());
  if (frequency_ > kMaxFrequency) {
    throw Error(ErrorCode::kLimit, "index", "a term", "its weights in an article are too large");
  }
  const auto frequency = frequency_ == 0 ? count : static_cast<std::uint32_t>(frequency_);
  docs_.push_back(doc_);
  frequencies_.push_back(frequency);
  counts_.push_back(count);
  ++document_frequency_;
  total_frequency_ += frequency;
  frequency_ = 0;
  positions_.clear();
}

void ListEncoder::note_impacts() {
  for (std::size_t i = 0; i < docs_.size(); ++i) {
    const auto impact =
        static_cast<float>(impact_.of(frequencies_[i], documents_.lengths[docs_[i]]));
    impacts_.push_back(impact);
    float& most = range_maxima_[docs_[i] >> kRangeShift];
    most = std::max(most, impact);
  }
}

// Notes where the groups begin.
void ListEncoder::put_places_of_block(BitWriter& out, std::vector<std::uint64_t>* groups) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < docs_.size(); ++i) {
    if (groups != nullptr && i > 0 && i % kPlaceGroup == 0) groups->push_back(out.bits());
    put_places(out, std::span(places_).subspan(at, counts_[i]), documents_.places[docs_[i]].span);
    at += counts_[i];
  }
}

void ListEncoder::put_place_block() {
  std::vector<std::uint64_t> groups;
  block_places_.clear();
  put_places_of_block(block_places_, &groups);
  block_places_.align();
  const auto size = [&](unsigned width) {
    return (groups.size() * width + 7) / 8 + block_places_.size();
  };
  unsigned width = width_of(block_places_.size() * 8);
  while (width_of(size(width) * 8) != width) ++width;
  for (const std::uint64_t group : groups) place_bits_.put(group, width);
  place_bits_.align();
  place_bits_.put_bytes(block_places_.data(), block_places_.size());
}

void ListEncoder::end_block() {
  note_impacts();
  put_docs(blocks_, docs_, lasts_.empty() ? 0 : lasts_.back() + 1);
  put_frequencies(blocks_, frequencies_, counts_);
  blocks_.align();
  put_place_block();
  lasts_.push_back(docs_.back());
  block_ends_.push_back(blocks_.size());
  place_ends_.push_back(place_bits_.size());
  docs_.clear(), frequencies_.clear(), counts_.clear(), places_.clear();
}

std::uint32_t ListEncoder::finish(WordsFileWriter& file) {
  end_posting();
  const std::uint32_t result = document_frequency_;
  if (lasts_.empty()) {
    write_few(file);
  } else {
    end_block();
    write_long(file);
  }
  reset();
  return result;
}

void ListEncoder::write_few(WordsFileWriter& file) {
  put_few_docs(blocks_, docs_, documents_.size());
  put_frequencies(blocks_, frequencies_, counts_);
  put_places_of_block(blocks_, nullptr);
  blocks_.align();
  file.append(blocks_);
}

// The documents become bits of the whole list, the blocks keep what stands behind them.
void ListEncoder::take_docs_out() {
  std::vector<std::uint8_t> packed(blocks_.size() + kSlack);
  std::copy_n(blocks_.data(), blocks_.size(), packed.begin());
  bitmap_.assign(documents_.size() / 64 + 2, 0);
  blocks_.clear();
  std::uint64_t bit = 0;
  for (std::size_t block = 0; block < lasts_.size(); ++block) {
    // What stands behind the documents ends with a one.
    const std::uint64_t end =
        block_ends_[block] * 8 -
        static_cast<unsigned>(std::countl_zero(packed[block_ends_[block] - 1]));
    const std::size_t count = std::min<std::size_t>(kBlock, document_frequency_ - block * kBlock);
    const std::uint32_t base = block == 0 ? 0 : lasts_[block - 1] + 1;
    const PackedDocs docs({packed.data(), bit, end}, count, base, lasts_[block]);
    docs.add_to(bitmap_.data());
    for (std::uint64_t at = docs.end(); at < end; at += kMaxPut) {
      const auto width = static_cast<unsigned>(std::min<std::uint64_t>(kMaxPut, end - at));
      blocks_.put(bits_at(packed.data(), at, width), width);
    }
    blocks_.align();
    bit = block_ends_[block] * 8;
    block_ends_[block] = blocks_.size();
  }
}

void ListEncoder::put_bitmap(WordsFileWriter& file) {
  file.append({reinterpret_cast<const char*>(bitmap_.data()),
               static_cast<std::size_t>(bitmap_bytes(documents_.size()))});
}

void ListEncoder::write_long(WordsFileWriter& file) {
  if (has_bitmap(documents_.size(), document_frequency_)) take_docs_out();
  put_head(file);
  put_table(file);
  if (document_frequency_ > kShort) put_ranges(file);
  if (!bitmap_.empty()) put_bitmap(file);
  file.append(blocks_);
  file.append(place_bits_);
}

void ListEncoder::put_head(WordsFileWriter& file) {
  base::ByteWriter head;
  head.number(total_frequency_);
  head.number(blocks_.size());
  head.number(place_bits_.size());
  std::string levels;
  auto end = impacts_.end();
  for (auto k = kKept.rbegin(); k != kKept.rend(); ++k) {
    if (*k > document_frequency_) continue;
    const auto kth = impacts_.begin() + (*k - 1);
    std::nth_element(impacts_.begin(), kth, end, std::greater<>());
    end = kth + 1;
    levels.insert(0, fixed16(impact_down(double{*kth} * (1 - 1e-6))));
  }
  file.append(head.bytes());
  file.append(levels);
}

void ListEncoder::put_table(WordsFileWriter& file) {
  column_.clear();
  put_column(column_, std::vector<std::uint64_t>(lasts_.begin(), lasts_.end()),
             documents_.size() - 1);
  put_column(column_, block_ends_, blocks_.size());
  put_column(column_, place_ends_, place_bits_.size());
  file.append(column_);
}

void ListEncoder::put_ranges(WordsFileWriter& file) {
  const unsigned shift = range_shift(documents_.size(), document_frequency_);
  std::vector<float> maxima(ranges_of(documents_.size(), shift));
  for (std::size_t r = 0; r < range_maxima_.size(); ++r) {
    float& most = maxima[r >> (shift - kRangeShift)];
    most = std::max(most, range_maxima_[r]);
  }
  float least = 1;
  float greatest = 0;
  for (const float most : maxima) {
    if (most > 0) least = std::min(least, most);
    greatest = std::max(greatest, most);
  }
  const std::uint16_t low = impact_down(double{least});
  const std::uint16_t high = impact_up(double{greatest} * (1 + 1e-6));
  const double step = (high - low) / (kImpactUnit * kLevels);
  std::string bytes(1, static_cast<char>(shift));
  bytes += fixed16(low) + fixed16(high);
  file.append(bytes);
  bytes.clear();
  for (const float most : maxima) {
    const double above = double{most} * (1 + 1e-6) - low / kImpactUnit;
    const double level = step > 0 ? std::ceil(above / step) : 0;
    bytes += static_cast<char>(most > 0 ? 1 + std::clamp(level, 0.0, double{kLevels}) : 0);
  }
  file.append(bytes);
}

void ListEncoder::reset() {
  if (!lasts_.empty()) std::fill(range_maxima_.begin(), range_maxima_.end(), 0.0f);
  doc_ = kNone;
  document_frequency_ = 0;
  total_frequency_ = 0;
  docs_.clear(), frequencies_.clear(), counts_.clear(), places_.clear();
  blocks_.clear(), place_bits_.clear();
  lasts_.clear(), block_ends_.clear(), place_ends_.clear(), impacts_.clear();
  bitmap_.clear();
}

}  // namespace dateline::words
