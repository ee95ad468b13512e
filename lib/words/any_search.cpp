// The best of a union in one segment.
// Few terms: each in its turn, the rarest first, leads: its blocks are scored as a whole, and what can
// still win with the bounds of the later terms is looked up in them.  A document counts at its rarest term.
// Many terms: range by range of documents, scores are added up; the terms that cannot make a document win
// by themselves are looked up only for those that the others have brought near.
// In: lists.  Out: hits.
// Tested by tests/words/top_k_test.cpp.
#include "words/segment_search.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace dateline::words {
namespace {

// From so many terms on range by range.
constexpr std::size_t kManyTerms = 9;

class LeadSearch {
 public:
  explicit LeadSearch(SegmentSearch& search)
      : search_(search),
        lists_(search.lists),
        width_(search.ranges + kPad),
        bounds_((lists_.size() + 1) * width_),
        frequencies_(lists_.size()) {
    if (!search.best.prunes()) return;
    for (std::size_t i = lists_.size(); i-- > 0;) {
      lists_[i]->add_bounds(0, row(i + 1), search.ranges, row(i));
    }
  }

  void run() {
    for (lead_ = 0; lead_ < lists_.size() && !search_.clock.is_over(); ++lead_) {
      for (QueryList* list : lists_) list->rewind();
      if (lists_[lead_]->is_short()) {
        short_lead();
      } else {
        long_lead();
      }
    }
  }

 private:
  float* row(std::size_t i) { return bounds_.data() + i * width_; }

  void short_lead() {
    QueryList& lead = *lists_[lead_];
    for (std::uint32_t begin = 0; begin < lead.document_frequency(); begin += kBlock) {
      const std::uint32_t count = std::min(kBlock, lead.document_frequency() - begin);
      if (search_.clock.is_over()) return;
      look(lead.docs() + begin, lead.scores() + begin, count,
           [&](std::uint32_t i) { return lead.frequency_at(begin + i); });
    }
  }

  void long_lead() {
    QueryList& lead = *lists_[lead_];
    PostingList& postings = lead.postings();
    LiveRanges live(row(lead_), search_.ranges, search_.best);
    std::uint32_t block = 0;
    std::uint32_t doc = 0;
    while (!search_.clock.is_over()) {
      const std::uint32_t range = live.next(doc >> kRangeShift);
      if (range >= search_.ranges) return;
      block = lead.block_of(block, std::max(doc, range << kRangeShift));
      if (block >= postings.blocks()) return;
      postings.load(block);
      const float* scores = lead.block_scores();
      look(postings.docs(), scores, postings.count(),
           [&](std::uint32_t i) { return postings.frequencies()[i]; });
      doc = postings.lasts()[block] + 1;
      if (++block >= postings.blocks()) return;
    }
  }

  template <class Frequency>
  void look(const std::uint32_t* docs, const float* scores, std::uint32_t count,
            Frequency frequency) {
    const std::size_t kept =
        kernels().filter(docs, scores, count, row(lead_ + 1), search_.best.least(), kept_.data());
    for (std::size_t n = 0; n < kept; ++n) {
      const std::uint32_t i = kept_[n];
      if (!search_.counts(docs[i]) || !reaches(docs[i], scores[i])) continue;
      frequencies_[lead_] = frequency(i);
      if (!is_in_earlier(docs[i])) search_.offer(docs[i], search_.score(docs[i], frequencies_));
    }
  }

  // Looks the document up in the later lists, as long as it can win.
  bool reaches(std::uint32_t doc, float score) {
    const std::uint32_t range = doc >> kRangeShift;
    float saturation = -1;
    for (std::size_t i = lead_ + 1; i < lists_.size(); ++i) {
      if (score + row(i)[range] < search_.best.least()) return false;
      frequencies_[i] = lists_[i]->find(doc);
      if (frequencies_[i] == 0) continue;
      const FastScore& scorer = lists_[i]->scorer();
      if (saturation < 0) saturation = scorer.saturation(search_.reader().length(doc));
      score += scorer.score(frequencies_[i], saturation);
    }
    return score >= search_.best.least();
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
  std::size_t width_;
  std::vector<float> bounds_;  // row i: of lists i and later
  std::vector<std::uint32_t> frequencies_;
  std::size_t lead_ = 0;
  BlockNumbers kept_;
};

class RangeSearch {
 public:
  explicit RangeSearch(SegmentSearch& search)
      : search_(search),
        lists_(search.lists),
        totals_(search.ranges + kPad),
        rest_(lists_.size() + 1),
        frequencies_(lists_.size()) {
    for (const QueryList* list : lists_) {
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
  if (search.best.prunes() && search.lists.size() >= kManyTerms) {
    RangeSearch(search).run();
  } else {
    LeadSearch(search).run();
  }
}

}  // namespace dateline::words
