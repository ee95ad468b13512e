// Reads positions of the first hits, segment by segment.  In: a ranking.  Out: the ranking.
// Tested by tests/search/second_stage_test.cpp and tests/reference/.
#include "search/second_stage.hpp"

#include "analysis/terms.hpp"
#include "ranking/reorder.hpp"

#include <algorithm>
#include <tuple>

namespace dateline::search {

SecondStage::SecondStage(const Snapshot& snapshot, BoundQuery& query,
                         std::vector<analysis::QueryWord> words, Limit* limit)
    : snapshot_(snapshot),
      query_(query),
      collection_(snapshot.collection()),
      words_(std::move(words)),
      limit_(limit != nullptr ? *limit : none_),
      places_(words_.size()) {}

void SecondStage::open(std::size_t segment) {
  segment_ = segment;
  cursors_.clear();
  loan_.reset();
  loan_.emplace(limit_);
  for (const analysis::QueryWord& word : words_) {
    auto& cursors = cursors_.emplace_back();
    for (const auto* leaf : word) {
      cursors.push_back(query_.session(segment).postings(leaf->term));
      if (!limit_.take(cursors.back()->memory())) return;
    }
  }
}

void SecondStage::find(std::size_t word, std::uint32_t doc) {
  Place& place = places_[word];
  place.positions.clear();
  for (std::size_t i = 0; i < words_[word].size() && place.positions.empty(); ++i) {
    storage::Cursor& cursor = *cursors_[word][i];
    if (cursor.doc() < doc) cursor.skip_to(doc);
    if (cursor.doc() != doc) continue;
    place.leaf = words_[word][i];
    place.document_frequency = query_.document_frequency(place.leaf->term);
    cursor.positions(place.positions);
    if (!place.leaf->body_only) continue;
    auto& all = place.positions;
    all.erase(all.begin(), std::lower_bound(all.begin(), all.end(), analysis::kBodyStart));
  }
}

const std::vector<SecondStage::Bonus>& SecondStage::bonuses(std::uint32_t doc) {
  bonuses_.clear();
  for (std::size_t i = 0; i < words_.size(); ++i) find(i, doc);
  const std::uint32_t length = query_.session(segment_).length(doc);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const Place& word = places_[i];
    if (word.positions.empty()) continue;
    const double boost = word.leaf->boost;
    if (word.positions.front() < analysis::kBodyStart) {
      const double score = ranking::prominence(collection_, word.document_frequency, boost);
      bonuses_.push_back({i, 0, score});
    }
    if (i + 1 == words_.size() || places_[i + 1].positions.empty()) continue;
    const Place& next = places_[i + 1];
    if (next.leaf->term == word.leaf->term) continue;
    const std::uint32_t times = ranking::count_near(word.positions, next.positions);
    if (times == 0) continue;
    const auto frequency = std::max(word.document_frequency, next.document_frequency);
    const double lower = std::min(boost, next.leaf->boost);
    bonuses_.push_back({i, times, ranking::nearness(collection_, frequency, lower, times, length)});
  }
  return bonuses_;
}

bool SecondStage::reorder(std::vector<Ranked>& best) {
  if (words_.empty()) return true;
  const std::size_t count = std::min(best.size(), ranking::kReordered);
  std::vector<Ranked> first(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(count));
  // Cursors move forward only.
  std::sort(first.begin(), first.end(), [](const Ranked& a, const Ranked& b) {
    return std::tie(a.segment, a.doc) < std::tie(b.segment, b.doc);
  });
  for (Ranked& hit : first) {
    if (&hit == first.data() || hit.segment != segment_) open(hit.segment);
    if (limit_.tick()) return false;
    for (const Bonus& bonus : bonuses(hit.doc)) hit.score += bonus.score;
  }
  std::sort(first.begin(), first.end(), [](const Ranked& a, const Ranked& b) {
    return a.score != b.score ? a.score > b.score : a.arrival < b.arrival;
  });
  std::copy(first.begin(), first.end(), best.begin());
  return true;
}

std::vector<ScorePart> SecondStage::explain(std::size_t segment, std::uint32_t doc) {
  std::vector<ScorePart> parts;
  open(segment);
  for (const Bonus& bonus : bonuses(doc)) {
    const std::string& word = places_[bonus.word].leaf->label;
    if (bonus.times == 0) {
      parts.push_back({word + " in the title", bonus.score});
    } else {
      parts.push_back({word + " near " + places_[bonus.word + 1].leaf->label + ", " +
                           (bonus.times == 1 ? "once" : std::to_string(bonus.times) + " times"),
                       bonus.score});
    }
  }
  return parts;
}

}  // namespace dateline::search
