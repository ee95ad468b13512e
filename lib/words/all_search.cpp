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
    for (std::size_t i = 1; i < lists_.size(); ++i) {
      if (const auto* bitmap = lists_[i]->postings().bitmap()) bitmaps_.push_back(bitmap);
    }
  }

  void run() {
    QueryList& lead = *lists_[0];
    if (!lead.is_short()) {
      add_bounds(0);
      walk_lead(search_, lead, bounds_[0], [&](auto... block) { look(block...); });
      return;
    }
    // As long as there is room, neither scores nor bounds leave anything out.
    const std::uint32_t end = lead.document_frequency();
    std::uint32_t begin = 0;
    for (; begin < end && search_.best.has_room(); begin += kBlock) {
      if (search_.clock.is_over()) return;
      candidates_.begin(lead.docs() + begin, std::min(kBlock, end - begin));
      look_at_all(begin);
    }
    if (begin < end) add_bounds(1);
    for (; begin < end && !search_.clock.is_over(); begin += kBlock) {
      look(lead.docs() + begin, std::min(kBlock, end - begin), begin);
    }
  }

 private:
  // The rows from `first` on.
  void add_bounds(std::size_t first) {
    if (!search_.best.prunes()) return;
    constexpr float kAbsent = -std::numeric_limits<float>::infinity();
    for (std::size_t i = lists_.size(); i-- > first;) {
      lists_[i]->add_bounds(kAbsent, bounds_[i + 1], search_.ranges, bounds_[i]);
    }
  }

  void begin_phrase() {
    const std::vector<std::uint32_t> places = search_.lists_of_terms();
    std::fill(needed_.begin(), needed_.end(), 0);
    for (const std::uint32_t place : places) ++needed_[place];
    phrase_.emplace(lists_, places);
  }

  // `begin`: the place in the lead of the first of the documents.
  void look(const std::uint32_t* docs, std::uint32_t count, std::uint32_t begin) {
    candidates_.begin(*lists_[0], docs, count, begin, bounds_[1]);
    if (search_.best.has_room()) return look_at_all(begin);
    for (const std::uint8_t* bitmap : bitmaps_) candidates_.meet(bitmap);
    for (std::size_t i = 1; i < lists_.size(); ++i) {
      candidates_.join(i, bounds_[i + 1], needed_[i]);
    }
    candidates_.end();
    for (const std::uint32_t place : candidates_.places()) {
      if (candidates_.score(place) >= search_.best.least()) offer(place, begin + place);
    }
  }

  // While there is room for any score: what the lists hold alone decides, and the phrase.
  void look_at_all(std::uint32_t begin) {
    for (const std::uint8_t* bitmap : bitmaps_) candidates_.meet(bitmap);
    for (std::size_t i = 1; i < lists_.size(); ++i) {
      if (!phrase_ || !has_bitmap(i)) candidates_.meet(i, !phrase_);
    }
    candidates_.end();
    for (const std::uint32_t place : candidates_.places()) {
      if (!phrase_) {
        offer(place, begin + place);
      } else if (is_phrase_of_bitmaps(place, begin + place)) {
        for (std::size_t i = 0; i < lists_.size(); ++i) frequencies_[i] = lists_[i]->frequency();
        offer_scored(candidates_.doc(place));
      }
    }
  }

  void offer_scored(std::uint32_t doc) {
    const double score = search_.score(doc, frequencies_);
    if (search_.best.may_enter(score)) search_.offer(doc, score);
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

  bool has_bitmap(std::size_t list) const { return lists_[list]->postings().bitmap() != nullptr; }

  bool is_phrase(std::uint32_t place, std::uint32_t in_lead) {
    return phrase_->stands(places(place), [&](std::size_t i) { stand(i, place, in_lead); });
  }

  // The same where those lists that have bitmaps were only asked for these.
  bool is_phrase_of_bitmaps(std::uint32_t place, std::uint32_t in_lead) {
    return phrase_->stands(places(place), [&](std::size_t i) {
      if (i == 0 || !has_bitmap(i)) return stand(i, place, in_lead);
      lists_[i]->go(candidates_.doc(place));
    });
  }

  PlaceMap places(std::uint32_t place) const {
    return search_.reader().places(candidates_.doc(place));
  }

  void stand(std::size_t list, std::uint32_t place, std::uint32_t in_lead) {
    lists_[list]->stand_at(list == 0 ? in_lead : candidates_.stand(list, place));
  }

  SegmentSearch& search_;
  const std::vector<QueryList*>& lists_;
  BoundRows bounds_;  // row i: of lists i and later
  Candidates candidates_;
  std::vector<std::uint32_t> needed_;         // positions in each list
  std::vector<const std::uint8_t*> bitmaps_;  // of the lists behind the lead that have one
  std::vector<std::uint32_t> frequencies_;
  std::optional<PhraseCheck> phrase_;
};

}  // namespace

void search_all(SegmentSearch& search) {
  const std::size_t lists = search.lists.size();
  const std::size_t bytes = BoundRows::bytes(lists + 1, search.ranges) + Candidates::bytes(lists);
  if (search.clock.take(bytes)) AllSearch(search).run();
}

}  // namespace dateline::words
