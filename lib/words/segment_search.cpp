// What the searches of a segment share.  In: documents.  Out: hits.
// Tested by tests/words/top_k_test.cpp.
#include "words/segment_search.hpp"

#include <algorithm>
#include <bit>

namespace dateline::words {
namespace {

bool has(Bitmap bitmap, std::uint32_t doc) {
  return doc / 64 < bitmap.size() && (bitmap[doc / 64] >> (doc % 64) & 1) != 0;
}

}  // namespace

bool is_counted(const SearchedSegment& segment, std::uint32_t doc) {
  return !has(segment.removed, doc) && (segment.filter.empty() || has(segment.filter, doc));
}

bool SegmentSearch::counts(std::uint32_t doc) {
  return is_counted(segment, doc) &&
         std::all_of(conditions.begin(), conditions.end(),
                     [doc](Condition& one) { return one.set.has(doc) == one.holds; });
}

double SegmentSearch::score(std::uint32_t doc, std::span<const std::uint32_t> frequencies) const {
  const std::uint32_t length = reader().length(doc);
  double sum = 0;
  for (std::size_t term = 0; term < query.weights.size(); ++term) {
    const std::int32_t list = list_of[query.unique_of[term]];
    const std::uint32_t frequency = list < 0 ? 0 : frequencies[static_cast<std::size_t>(list)];
    if (frequency != 0) sum += query.weights[term].score(frequency, length);
  }
  return sum;
}

void SegmentSearch::offer(std::uint32_t doc, double sum) {
  best.offer({number, doc, sum});
}

std::vector<std::uint32_t> SegmentSearch::lists_of_terms() const {
  std::vector<std::uint32_t> places;
  for (const std::uint32_t term : query.unique_of) {
    places.push_back(static_cast<std::uint32_t>(list_of[term]));
  }
  return places;
}

BoundRows::BoundRows(std::size_t rows, std::uint32_t ranges, bool all_zero)
    : width_(ranges + kPad), bounds_(std::make_unique_for_overwrite<float[]>(rows * width_)) {
  std::fill(all_zero ? bounds_.get() : (*this)[rows - 1], (*this)[rows], 0.0f);
}

LiveRanges::LiveRanges(const float* bounds, std::uint32_t ranges, const BestHits& best)
    : bounds_(bounds), ranges_(ranges), best_(best), bits_(ranges / 64 + 1) {
  mark();
}

void LiveRanges::mark() {
  marked_ = best_.least();
  kernels().mark(bounds_, ranges_, marked_, bits_.data());
}

std::uint32_t LiveRanges::next(std::uint32_t range) {
  for (; range < ranges_; range = (range / 64 + 1) * 64) {
    const std::uint64_t word = bits_[range / 64] >> (range % 64);
    if (word == 0) continue;
    range += static_cast<std::uint32_t>(std::countr_zero(word));
    if (marked_ == best_.least() || bounds_[range] >= best_.least()) return range;
    bits_[range / 64] &= ~(std::uint64_t{1} << (range % 64));
    return next(range);
  }
  return ranges_;
}

}  // namespace dateline::words
