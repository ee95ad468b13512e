// The best of a conjunction or a phrase in one segment: the rarest term leads, what can win is looked up
// in the others, a phrase last of all.
// In: lists.  Out: hits.
// Tested by tests/words/top_k_test.cpp.
#include "words/candidates.hpp"
#include "words/phrase.hpp"

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
        bounds_(lists_.size() + 1, search.ranges, !search.best.prunes()),
        candidates_(search),
        needed_(lists_.size(), 1),
        frequencies_(lists_.size()) {
    if (search.query.match == Match::kPhrase) begin_phrase();
    if (!search.best.prunes()) return;
    constexpr float kAbsent = -std::numeric_limits<float>::infinity();
    for (std::size_t i = lists_.size(); i-- > 0;) {
      lists_[i]->add_bounds(kAbsent, bounds_[i + 1], search.ranges, bounds_[i]);
    }
  }

  void run() {
    walk_lead(search_, *lists_[0], bounds_[0], [&](auto... block) { look(block...); });
  }

 private:
  void begin_phrase() {
    const std::vector<std::uint32_t> places = search_.lists_of_terms();
    std::fill(needed_.begin(), needed_.end(), 0);
    for (const std::uint32_t place : places) ++needed_[place];
    phrase_.emplace(lists_, places);
  }

  // `begin`: the place in the lead of the first of the documents.
  void look(const std::uint32_t* docs, const float* scores, std::uint32_t count,
            std::uint32_t begin) {
    candidates_.begin(docs, scores, count, bounds_[1]);
    // While there is room for any score, the phrase alone decides.
    if (phrase_ && search_.best.has_room()) return look_for_phrase(begin);
    for (std::size_t i = 1; i < lists_.size(); ++i) {
      candidates_.join(i, bounds_[i + 1], needed_[i]);
    }
    candidates_.end();
    for (const std::uint32_t place : candidates_.places()) {
      if (candidates_.score(place) >= search_.best.least()) offer(place, begin + place);
    }
  }

  void look_for_phrase(std::uint32_t begin) {
    for (std::size_t i = 1; i < lists_.size(); ++i) candidates_.meet(i, needed_[i]);
    candidates_.end();
    for (const std::uint32_t place : candidates_.places()) {
      if (!is_phrase(place, begin + place)) continue;
      for (std::size_t i = 0; i < lists_.size(); ++i) frequencies_[i] = lists_[i]->frequency();
      const std::uint32_t doc = candidates_.doc(place);
      const double score = search_.score(doc, frequencies_);
      if (search_.best.may_enter(score)) search_.offer(doc, score);
    }
  }

  void offer(std::uint32_t place, std::uint32_t in_lead) {
    frequencies_[0] = lists_[0]->frequency_at(in_lead);
    for (std::size_t i = 1; i < lists_.size(); ++i) {
      frequencies_[i] = candidates_.frequency(i, place);
    }
    const std::uint32_t doc = candidates_.doc(place);
    const double score = search_.score(doc, frequencies_);
    if (!search_.best.may_enter(score)) return;
    if (!phrase_ || is_phrase(place, in_lead)) search_.offer(doc, score);
  }

  bool is_phrase(std::uint32_t place, std::uint32_t in_lead) {
    lists_[0]->stand_at(in_lead);
    for (std::size_t i = 1; i < lists_.size(); ++i) {
      lists_[i]->stand_at(candidates_.stand(i, place));
    }
    return phrase_->stands();
  }

  SegmentSearch& search_;
  const std::vector<QueryList*>& lists_;
  BoundRows bounds_;  // row i: of lists i and later
  Candidates candidates_;
  std::vector<std::uint32_t> needed_;  // positions in each list
  std::vector<std::uint32_t> frequencies_;
  std::optional<PhraseCheck> phrase_;
};

}  // namespace

void search_all(SegmentSearch& search) {
  AllSearch(search).run();
}

}  // namespace dateline::words
