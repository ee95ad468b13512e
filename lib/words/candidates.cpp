// Leaves out what cannot win, a block at a time.  In: documents.  Out: documents.
// Tested by tests/words/candidates_test.cpp.
#include "words/candidates.hpp"

#include <algorithm>
#include <numeric>

namespace dateline::words {
namespace {

// A condition that fewer than one document in so many meets is looked at before the lists.
constexpr std::uint32_t kSelective = 8;

}  // namespace

Candidates::Candidates(SegmentSearch& search)
    : search_(search),
      all_count_(search.segment.removed.empty() && search.segment.filter.empty() &&
                 search.conditions.empty()),
      few_count_(std::any_of(search.conditions.begin(), search.conditions.end(),
                             [&](const auto& one) {
                               return one.holds &&
                                      one.set.documents() < search.reader().size() / kSelective;
                             })),
      columns_(std::make_unique_for_overwrite<Column[]>(search.lists.size())) {}

// Without a branch on what cannot be foretold.
template <class Fits>
void Candidates::keep(Fits fits) {
  std::size_t kept = 0;
  for (std::size_t n = 0; n < kept_; ++n) {
    const std::uint32_t place = places_[n];
    places_[kept] = place;
    kept += fits(place) ? 1 : 0;
  }
  kept_ = kept;
}

void Candidates::begin(const std::uint32_t* docs, std::uint32_t count) {
  docs_ = docs;
  kept_ = count;
  std::iota(places_.begin(), places_.data() + count, 0u);
  if (few_count_) keep_counted();
}

void Candidates::begin(const std::uint32_t* docs, const float* scores, std::uint32_t count,
                       const float* bounds) {
  docs_ = docs;
  kept_ = kernels().filter(docs, scores, count, bounds, search_.best.least(), places_.data());
  if (few_count_) keep_counted();
  for (const std::uint32_t place : places()) scores_[place] = scores[place];
}

void Candidates::end() {
  if (!few_count_ && !all_count_) keep_counted();
}

void Candidates::keep_counted() {
  keep([&](std::uint32_t place) { return search_.counts(docs_[place]); });
}

void Candidates::meet(std::size_t list, std::uint32_t needed, bool with_frequencies) {
  if (kept_ == 0) return;
  auto& [frequencies, stands] = columns_[list];
  search_.lists[list]->find(docs_, places_.data(), kept_, needed,
                            with_frequencies ? frequencies.data() : nullptr, stands.data());
  keep([&](std::uint32_t place) { return stands[place] != PostingList::kNone; });
}

void Candidates::join(std::size_t list, const float* bounds, std::uint32_t needed) {
  if (kept_ == 0) return;
  QueryList& joined = *search_.lists[list];
  const BlockNumbers& frequencies = columns_[list].frequencies;
  joined.find(docs_, places_.data(), kept_, needed, columns_[list].frequencies.data(),
              columns_[list].stands.data());
  if (needed > 0) {
    keep([&](std::uint32_t place) { return frequencies[place] != 0; });
  }
  const FastScore& scorer = joined.scorer();
  const PackedNumbers& lengths = search_.reader().lengths();
  for (const std::uint32_t place : places()) {
    if (frequencies[place] == 0) continue;
    scores_[place] += scorer.score(frequencies[place], scorer.saturation(lengths[docs_[place]]));
  }
  const float least = search_.best.least();
  keep([&](std::uint32_t place) {
    return scores_[place] + bounds[docs_[place] >> kRangeShift] >= least;
  });
}

}  // namespace dateline::words
