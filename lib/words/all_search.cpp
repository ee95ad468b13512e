// The best of a conjunction or a phrase in one segment: the rarest term leads, what can win is looked up
// in the others, a phrase last of all.
// In: lists.  Out: hits.
// Tested by tests/words/top_k_test.cpp.
#include "words/phrase.hpp"
#include "words/segment_search.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace dateline::words {
namespace {

class AllSearch {
 public:
  explicit AllSearch(SegmentSearch& search)
      : search_(search),
        lists_(search.lists),
        width_(search.ranges + kPad),
        bounds_((lists_.size() + 1) * width_),
        frequencies_(lists_.size()),
        times_(lists_.size()) {
    if (search.query.match == Match::kPhrase) begin_phrase();
    if (!search.best.prunes()) return;
    constexpr float kAbsent = -std::numeric_limits<float>::infinity();
    for (std::size_t i = lists_.size(); i-- > 0;) {
      lists_[i]->add_bounds(kAbsent, row(i + 1), search.ranges, row(i));
    }
  }

  void run() {
    QueryList& lead = *lists_[0];
    if (lead.is_short()) {
      short_lead(lead);
    } else {
      long_lead(lead);
    }
  }

 private:
  float* row(std::size_t i) { return bounds_.data() + i * width_; }

  void begin_phrase() {
    const std::vector<std::uint32_t> places = search_.lists_of_terms();
    for (const std::uint32_t place : places) ++times_[place];
    phrase_.emplace(lists_, places);
  }

  void short_lead(QueryList& lead) {
    for (std::uint32_t begin = 0; begin < lead.document_frequency(); begin += kBlock) {
      const std::uint32_t count = std::min(kBlock, lead.document_frequency() - begin);
      if (search_.clock.is_over()) return;
      look(lead.docs() + begin, lead.scores() + begin, count);
    }
  }

  void long_lead(QueryList& lead) {
    PostingList& postings = lead.postings();
    LiveRanges live(row(0), search_.ranges, search_.best);
    std::uint32_t block = 0;
    std::uint32_t doc = 0;
    while (!search_.clock.is_over()) {
      const std::uint32_t range = live.next(doc >> kRangeShift);
      if (range >= search_.ranges) return;
      block = lead.block_of(block, std::max(doc, range << kRangeShift));
      if (block >= postings.blocks()) return;
      postings.load(block);
      const float* scores = lead.block_scores();
      look(postings.docs(), scores, postings.count());
      doc = postings.lasts()[block] + 1;
      if (++block >= postings.blocks()) return;
    }
  }

  void look(const std::uint32_t* docs, const float* scores, std::uint32_t count) {
    const std::size_t kept =
        kernels().filter(docs, scores, count, row(1), search_.best.least(), kept_.data());
    for (std::size_t n = 0; n < kept; ++n) {
      const std::uint32_t i = kept_[n];
      if (search_.counts(docs[i]) && reaches(docs[i], scores[i])) offer(docs[i]);
    }
  }

  bool reaches(std::uint32_t doc, float score) {
    const std::uint32_t range = doc >> kRangeShift;
    float saturation = -1;
    for (std::size_t i = 1; i < lists_.size(); ++i) {
      if (score + row(i)[range] < search_.best.least()) return false;
      frequencies_[i] = lists_[i]->find(doc);
      if (frequencies_[i] == 0) return false;
      if (times_[i] > 1 && lists_[i]->position_count() < times_[i]) return false;
      const FastScore& scorer = lists_[i]->scorer();
      if (saturation < 0) saturation = scorer.saturation(search_.reader().length(doc));
      score += scorer.score(frequencies_[i], saturation);
    }
    return score >= search_.best.least();
  }

  void offer(std::uint32_t doc) {
    frequencies_[0] = lists_[0]->find(doc);
    // While there is room for any score, the phrase alone decides.
    if (phrase_ && search_.best.has_room() && !phrase_->stands()) return;
    const double score = search_.score(doc, frequencies_);
    if (!search_.best.may_enter(score)) return;
    if (!phrase_ || search_.best.has_room() || phrase_->stands()) search_.offer(doc, score);
  }

  SegmentSearch& search_;
  const std::vector<QueryList*>& lists_;
  std::size_t width_;
  std::vector<float> bounds_;  // row i: of lists i and later
  std::vector<std::uint32_t> frequencies_;
  std::vector<std::uint32_t> times_;  // of each list in a phrase
  std::optional<PhraseCheck> phrase_;
  BlockNumbers kept_;
};

}  // namespace

void search_all(SegmentSearch& search) {
  AllSearch(search).run();
}

}  // namespace dateline::words
