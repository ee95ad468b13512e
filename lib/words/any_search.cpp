// The best of a union in one segment.
// Few terms: each in its turn, the rarest first, leads: its blocks are scored as a whole, and what can
// still win with the bounds of the later terms is looked up in them.  A document counts at its rarest term.
// Many terms: range by range of documents, scores are added up; the terms that cannot make a document win
// by themselves are looked up only for those that the others have brought near.
// In: lists.  Out: hits.
// Tested by tests/words/top_k_test.cpp.
#include "words/candidates.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace dateline::words {
namespace {

// From so many terms on range by range.
constexpr std::size_t kManyTerms = 20;

class LeadSearch {
 public:
  explicit LeadSearch(SegmentSearch& search)
      : search_(search),
        lists_(search.lists),
        bounds_(lists_.size() + 1, search.ranges, !search.best.prunes()),
        candidates_(search),
        frequencies_(lists_.size()) {
    if (!search.best.prunes()) return;
    // A short list is not asked for its own ranges when it leads.
    for (std::size_t i = lists_.size(); i-- > (lists_[0]->is_short() ? 1 : 0);) {
      lists_[i]->add_bounds(0, bounds_[i + 1], search.ranges, bounds_[i]);
    }
  }

  void run() {
    for (lead_ = 0; lead_ < lists_.size() && !search_.clock.is_over(); ++lead_) {
      for (QueryList* list : lists_) list->rewind();
      walk_lead(search_, *lists_[lead_], bounds_[lead_], [&](auto... block) { look(block...); });
    }
  }

 private:
  // `begin`: the place in the lead of the first of the documents.
  void look(const std::uint32_t* docs, std::uint32_t count, std::uint32_t begin) {
    candidates_.begin(*lists_[lead_], docs, count, begin, bounds_[lead_ + 1]);
    for (std::size_t i = lead_ + 1; i < lists_.size(); ++i) {
      candidates_.join(i, bounds_[i + 1], 0);
    }
    candidates_.end();
    for (const std::uint32_t place : candidates_.places()) {
      if (candidates_.score(place) >= search_.best.least()) offer(place, begin + place);
    }
  }

  void offer(std::uint32_t place, std::uint32_t in_lead) {
    const std::uint32_t doc = candidates_.doc(place);
    if (is_in_earlier(doc)) return;
    frequencies_[lead_] = lists_[lead_]->frequency_at(in_lead);
    for (std::size_t i = lead_ + 1; i < lists_.size(); ++i) {
      frequencies_[i] = candidates_.frequency(i, place);
    }
    search_.offer(doc, search_.score(doc, frequencies_));
  }

  // Whether an earlier lead has seen it.
  bool is_in_earlier(std::uint32_t doc) {
    for (std::size_t i = 0; i < lead_; ++i) {
      if (lists_[i]->find(doc) != 0) return true;
      frequencies_[i] = 0;
    }
    return false;
  }

  SegmentSearch& search_;
  const std::vector<QueryList*>& lists_;
  BoundRows bounds_;  // row i: of lists i and later
  Candidates candidates_;
  std::vector<std::uint32_t> frequencies_;
  std::size_t lead_ = 0;
};

class RangeSearch {
 public:
  explicit RangeSearch(SegmentSearch& search)
      : search_(search),
        lists_(search.lists),
        totals_(search.ranges + kPad),
        rest_(lists_.size() + 1),
        frequencies_(lists_.size()) {
    for (QueryList* list : lists_) {
      list->add_bounds(0, totals_.data(), search.ranges, totals_.data());
    }
  }

  void run() {
    LiveRanges live(totals_.data(), search_.ranges, search_.best);
    for (std::uint32_t range = live.next(0); range < search_.ranges; range = live.next(range + 1)) {
      if (search_.clock.is_over()) return;
      look(range);
    }
  }

 private:
  // rest_[i]: bounds of the lists i and later.  Returns how many lists are needed at least to win.
  std::size_t split(std::uint32_t range) {
    std::size_t needed = lists_.size();
    rest_[lists_.size()] = 0;
    for (std::size_t i = lists_.size(); i-- > 0;) {
      if (lists_[i]->is_short()) return needed;  // and so are all before
      rest_[i] = rest_[i + 1] + lists_[i]->bound(range);
      if (rest_[i] >= search_.best.least()) return needed;
      needed = i;
    }
    return needed;
  }

  void look(std::uint32_t range) {
    const std::size_t needed = split(range);
    const std::uint32_t begin = range << kRangeShift;
    sums_.fill(0);
    for (std::size_t i = 0; i < needed; ++i) lists_[i]->add_scores(begin, sums_.data());
    const float least =
        std::max(search_.best.least() - rest_[needed], std::numeric_limits<float>::min());
    const std::size_t kept =
        kernels().at_least(sums_.data(), kRange, least * kRounding, kept_.data());
    for (std::size_t n = 0; n < kept; ++n) {
      const std::uint32_t doc = begin + kept_[n];
      if (search_.counts(doc) && reaches(doc, sums_[kept_[n]], needed)) offer(doc, needed);
    }
  }

  bool reaches(std::uint32_t doc, float score, std::size_t needed) {
    float saturation = -1;
    for (std::size_t i = needed; i < lists_.size(); ++i) {
      if (score + rest_[i] < search_.best.least()) return false;
      frequencies_[i] = lists_[i]->find(doc);
      if (frequencies_[i] == 0) continue;
      const FastScore& scorer = lists_[i]->scorer();
      if (saturation < 0) saturation = scorer.saturation(search_.reader().length(doc));
      score += scorer.score(frequencies_[i], saturation);
    }
    return score >= search_.best.least();
  }

  void offer(std::uint32_t doc, std::size_t needed) {
    for (std::size_t i = 0; i < needed; ++i) {
      lists_[i]->step_back(doc);
      frequencies_[i] = lists_[i]->find(doc);
    }
    search_.offer(doc, search_.score(doc, frequencies_));
  }

  static constexpr float kRounding = 1 - 1e-6f;

  SegmentSearch& search_;
  const std::vector<QueryList*>& lists_;
  std::vector<float> totals_;
  std::vector<float> rest_;
  std::vector<std::uint32_t> frequencies_;
  std::array<float, kRange + kPad> sums_{};
  std::array<std::uint32_t, kRange + kPad> kept_;
};

}  // namespace

void search_any(SegmentSearch& search) {
  const std::size_t lists = search.lists.size();
  if (search.best.prunes() && lists >= kManyTerms) {
    if (search.clock.take(BoundRows::bytes(1, search.ranges))) RangeSearch(search).run();
    return;
  }
  const std::size_t bytes = BoundRows::bytes(lists + 1, search.ranges) + Candidates::bytes(lists);
  if (search.clock.take(bytes)) LeadSearch(search).run();
}

}  // namespace dateline::words
