// Adds up the evidence for names.  In: places, points.  Out: kinds with confidence.
// Tested by tests/actors/spot_sheet_test.cpp.
#include "actors/spot_sheet.hpp"

#include <algorithm>
#include <utility>

namespace dateline::actors {
namespace {

constexpr int kSeenAlone = 2;  // for a surname that also stands alone
constexpr int kBehindIn = 2;   // against a person

}  // namespace

NameEvidence& SpotSheet::add(const PassageWords& words, std::uint32_t passage, const NameRun& run) {
  std::string name = words.text(run.begin, run.end);
  const auto [known, is_new] =
      numbers_.try_emplace(name, static_cast<std::uint32_t>(spots_.names.size()));
  if (is_new) {
    spots_.names.push_back({std::move(name), {}, 0});
    evidence_.emplace_back();
    evidence_.back().last_word = std::string(words.word(run.end - 1));
  }
  spots_.places.push_back({known->second,
                           {words.range(run.begin).begin, words.range(run.end - 1).end},
                           passage,
                           static_cast<std::uint32_t>(run.begin),
                           static_cast<std::uint32_t>(run.end - run.begin)});
  return evidence_[known->second];
}

void SpotSheet::swallow(const ListedWords& listed, const NameRun& run, bool keep_country) {
  for (std::size_t at = run.begin; at < run.end; ++at) {
    if (!listed.at(at)) continue;
    const bool leads = listed.at(run.begin) && listed.owner(at) == listed.owner(run.begin);
    if (keep_country && leads && listed.is(run.begin, "country")) continue;
    spots_.swallowed[listed.owner(at)] = true;
  }
}

const SpottedPlace* SpotSheet::body_before(std::uint32_t passage, std::size_t end) const {
  const auto found =
      std::find_if(spots_.places.begin(), spots_.places.end(), [&](const SpottedPlace& place) {
        return place.passage == passage && place.word + place.words == end &&
               evidence_[place.name].body > 0;
      });
  return found == spots_.places.end() ? nullptr : &*found;
}

Spots SpotSheet::take() {
  for (std::size_t i = 0; i < evidence_.size(); ++i) decide_kind(evidence_[i], spots_.names[i]);
  std::unordered_set<std::string_view> surnames;
  for (std::size_t i = 0; i < evidence_.size(); ++i) {
    if (spots_.names[i].kind == "person") surnames.insert(evidence_[i].last_word);
  }
  for (SpottedName& name : spots_.names) {  // "in Sabraw, the party has" is no place
    if (name.kind == "place" && surnames.contains(name.name)) name.kind.clear();
  }
  return std::move(spots_);
}

void SpotSheet::decide_kind(const NameEvidence& evidence, SpottedName& name) const {
  const bool full = name.name.find(' ') != std::string::npos;
  int person = evidence.person;
  if (full && alone_.contains(evidence.last_word)) person += kSeenAlone;
  if (evidence.is_behind_in) person -= kBehindIn;
  if (evidence.body > 0) {
    name.kind = "org";
    name.confidence = evidence.body > 3 ? 0.9 : 0.7;
  } else if (evidence.place > 0 && evidence.place >= person) {
    name.kind = "place";
    name.confidence = evidence.place > 3 ? 0.8 : 0.6;
  } else if (person >= kPersonAt) {
    name.kind = "person";
    name.confidence = std::min(0.95, (full ? 0.5 : 0.2) + 0.08 * person);
  }
}

}  // namespace dateline::actors
