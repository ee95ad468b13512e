// Leaves out what cannot win, a block at a time.  In: documents.  Out: documents.
// Tested by tests/words/candidates_test.cpp.
#include "words/candidates.hpp"

#include <algorithm>
#include <numeric>

namespace dateline::words {
namespace {

// So many documents of a block are scored one by one.
constexpr std::size_t kFewScores = 4;

}  // namespace

Candidates::Candidates(SegmentSearch& search)
    : search_(search),
      all_count_(search.segment.removed.empty() && search.segment.filter.empty() &&
                 search.conditions.empty()),
      columns_(std::make_unique_for_overwrite<Column[]>(search.lists.size())) {
  for (const auto& condition : search.conditions) {
    if (condition.few != nullptr) selective_.push_back(condition.few);
  }
}

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
  for (const std::uint64_t* bits : selective_) {
    keep(
        [&](std::uint32_t place) { return (bits[docs[place] / 64] >> docs[place] % 64 & 1) != 0; });
  }
}

void Candidates::begin(QueryList& lead, const std::uint32_t* docs, std::uint32_t count,
                       std::uint32_t begin, const float* bounds) {
  if (selective_.empty()) {
    docs_ = docs;
    const float* scores = lead.scores_from(begin);
    kept_ = kernels().filter(docs, scores, count, bounds, search_.best.least(), places_.data());
    for (const std::uint32_t place : places()) scores_[place] = scores[place];
    return;
  }
  this->begin(docs, count);
  if (kept_ <= kFewScores && !lead.has_scores()) {
    score_few(lead, begin);
  } else {
    const float* scores = lead.scores_from(begin);
    for (const std::uint32_t place : places()) scores_[place] = scores[place];
  }
  keep_reaching(bounds);
}

void Candidates::score_few(QueryList& lead, std::uint32_t begin) {
  const FastScore& scorer = lead.scorer();
  for (const std::uint32_t place : places()) {
    const float saturation = scorer.saturation(search_.reader().length(docs_[place]));
    scores_[place] = scorer.score(lead.frequency_at(begin + place), saturation);
  }
}

void Candidates::keep_reaching(const float* bounds) {
  const float least = search_.best.least();
  keep([&](std::uint32_t place) {
    return scores_[place] + bounds[docs_[place] >> kRangeShift] >= least;
  });
}

void Candidates::end() {
  if (!all_count_) keep_counted();
}

void Candidates::keep_counted() {
  keep([&](std::uint32_t place) { return search_.counts(docs_[place]); });
}

void Candidates::meet(std::size_t list, bool with_frequencies) {
  if (kept_ == 0) return;
  Column& column = columns_[list];
  search_.lists[list]->find(docs_, places_.data(), kept_, 1,
                            with_frequencies ? column.frequencies.data() : nullptr,
                            column.stands.data());
  keep([&](std::uint32_t place) { return column.stands[place] != PostingList::kNone; });
}

void Candidates::meet(const std::uint8_t* bitmap) {
  keep([&](std::uint32_t place) { return bits_at(bitmap, docs_[place], 1) != 0; });
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
  keep_reaching(bounds);
}

}  // namespace dateline::words
