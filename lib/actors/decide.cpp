// Whom a name means, by what stands around it.  In: candidates.  Out: mentions.
// Tested by tests/actors/decide_test.cpp.
#include "actors/decide.hpp"

#include "actors/titled_people.hpp"
#include "article/tokens.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace dateline::actors {
namespace {

constexpr std::string_view kLocatives[] = {"in",      "near",   "from",    "around",
                                           "outside", "across", "through", "central",
                                           "leave",   "left",   "visit",   "visited"};
constexpr std::string_view kFormer[] = {"former", "ex", "then", "late", "previous", "future"};

constexpr std::size_t kShortName = 3;  // bytes
constexpr int kCountryPoints = 2;      // more than a state has when its country alone is named

template <std::size_t N>
bool is_one_of(std::string_view word, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool is_white_space(std::string_view gap) {
  for (std::size_t at = 0; at < gap.size();) {
    const std::size_t space = article::space_at(gap, at);
    if (space == 0) return false;
    at += space;
  }
  return true;
}

class Decision {
 public:
  Decision(const Catalog& catalog, std::span<const article::Passage> passages,
           const std::vector<Candidate>& candidates, const std::optional<Date>& date)
      : catalog_(catalog), passages_(passages), candidates_(candidates), date_(date) {}

  std::vector<Found> run() {
    note_certain();
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const Meaning meaning = choose(candidates_[i]);
      if (may_be_a_word(candidates_[i]) && !certain_.contains(meaning.actor)) continue;
      if (meaning.is_short && !is_spoken_of(meaning.actor)) continue;
      if (is_of_another_country(i, meaning)) continue;
      if (is_office(meaning)) {
        add_office(i, meaning);
      } else {
        add(candidates_[i], meaning.actor, meaning.how);
      }
    }
    return std::move(found_);
  }

 private:
  bool is_office(const Meaning& meaning) const {
    return catalog_[meaning.actor].actor.kind == "office";
  }

  // "US" in a headline in capitals is the pronoun as likely as the country.
  bool may_be_a_word(const Candidate& candidate) const {
    return passages_[candidate.passage].shouting && candidate.range.size() <= kShortName;
  }

  // "Saudi Arabian National Guard" is not the American one.
  bool is_of_another_country(std::size_t index, const Meaning& meaning) const {
    const auto& of = catalog_[meaning.actor].of;
    if (index == 0 || !of || catalog_[meaning.actor].actor.kind != "org") return false;
    const Candidate& body = candidates_[index];
    const Candidate& before = candidates_[index - 1];
    const Meaning& country = before.meanings->front();
    return before.passage == body.passage && before.word + before.words == body.word &&
           country.how == How::kAdjective && country.actor != *of &&
           catalog_[country.actor].actor.kind == "country" &&
           catalog_[*of].actor.kind == "country" && before.range.end + 1 == body.range.begin;
  }

  // The article names the actor, its country or another of that country.
  bool is_spoken_of(ActorNumber actor) const {
    const auto& of = catalog_[actor].of;
    return certain_.contains(actor) || (of && (certain_.contains(*of) || homes_.contains(*of)));
  }

  // Actors named beyond doubt, and the countries and bodies that they belong to.
  void note_certain() {
    for (const Candidate& candidate : candidates_) {
      if (candidate.meanings->size() > 1) note_capital(candidate);
      if (candidate.meanings->size() > 1 || may_be_a_word(candidate)) continue;
      if (candidate.meanings->front().is_short) continue;
      const ActorNumber actor = candidate.meanings->front().actor;
      certain_.insert(actor);
      const Entry& entry = catalog_[actor];
      if (entry.of) homes_.insert(*entry.of);
      for (const Actor::Holding& office : entry.actor.offices) note_office(office);
      if (entry.of && entry.actor.kind == "place") ++with_places_[*entry.of];
    }
  }

  void note_office(const Actor::Holding& office) {
    const auto number = catalog_.find(office.id);
    if (number && catalog_[*number].of) homes_.insert(*catalog_[*number].of);
  }

  void note_capital(const Candidate& candidate) {
    const std::string before = word_before(candidate);
    if (before == "of" || is_one_of(before, kLocatives)) return;
    for (const Meaning& meaning : *candidate.meanings) {
      if (meaning.how == How::kMetonym) capitals_.insert(meaning.actor);
    }
  }

  // The word before a candidate, in lower case; empty where a passage or a sentence begins.
  std::string word_before(const Candidate& candidate) const {
    if (candidate.word == 0) return {};
    const article::Passage& passage = passages_[candidate.passage];
    const Range before = passage.words[candidate.word - 1];
    const auto gap = passage.text.substr(before.end, candidate.range.begin - before.end);
    if (gap.find_first_of(".!?") != std::string_view::npos) return {};
    return base::ascii_lower(passage.text.substr(before.begin, before.size()));
  }

  Meaning choose(const Candidate& candidate) const {
    const auto& meanings = *candidate.meanings;
    if (meanings.size() == 1) return meanings.front();
    const auto place = find(meanings, [&](const Meaning& m) {
      return m.how == How::kName && catalog_[m.actor].actor.kind == "place";
    });
    const auto metonym = find(meanings, [](const Meaning& m) { return m.how == How::kMetonym; });
    if (place && metonym) {
      const bool is_political = certain_.contains(metonym->actor) || capitals_.size() > 1;
      const bool acts = is_political && !is_one_of(word_before(candidate), kLocatives);
      return acts ? *metonym : *place;
    }
    return *std::max_element(
        meanings.begin(), meanings.end(),
        [&](const Meaning& a, const Meaning& b) { return evidence(a) < evidence(b); });
  }

  template <class Test>
  static std::optional<Meaning> find(const std::vector<Meaning>& meanings, Test test) {
    const auto found = std::find_if(meanings.begin(), meanings.end(), test);
    return found == meanings.end() ? std::nullopt : std::optional(*found);
  }

  // How much in the article speaks for a meaning; countries come before others.
  int evidence(const Meaning& meaning) const {
    const Entry& entry = catalog_[meaning.actor];
    int points = entry.actor.kind == "country" ? kCountryPoints : 0;
    if (certain_.contains(meaning.actor) || with_places_.contains(meaning.actor)) points += 4;
    if (entry.of && with_places_.contains(*entry.of)) {
      points += with_places_.at(*entry.of) > 3 ? 3 : 2;  // in a list of states, one of them
    }
    if (entry.of && certain_.contains(*entry.of)) points += 1;
    return points;
  }

  void add_office(std::size_t index, const Meaning& office) {
    const Candidate& candidate = candidates_[index];
    if (is_title(index)) return;
    const auto holder =
        is_one_of(word_before(candidate), kFormer) ? std::nullopt : holder_of(office.actor);
    add(candidate, holder.value_or(office.actor), holder ? How::kOffice : How::kName);
  }

  // "Russian President Vladimir Putin": the name of a person follows directly.
  bool is_title(std::size_t index) const {
    const Candidate& office = candidates_[index];
    const auto& passage = passages_[office.passage];
    for (std::size_t i = index + 1; i < candidates_.size(); ++i) {
      const Candidate& next = candidates_[i];
      if (next.passage != office.passage || next.word > office.word + office.words) return false;
      if (next.word < office.word + office.words) continue;
      const auto gap = passage.text.substr(office.range.end, next.range.begin - office.range.end);
      return is_white_space(gap) && catalog_[next.meanings->front().actor].actor.kind == "person";
    }
    return false;
  }

  std::optional<ActorNumber> holder_of(ActorNumber office) const {
    std::vector<ActorNumber> holders;
    for (const Actor::Holding& holding : catalog_[office].actor.offices) {
      const ActorNumber holder = *catalog_.find(holding.id);
      if (date_ ? held_on(holding, *date_) : certain_.contains(holder)) holders.push_back(holder);
    }
    std::sort(holders.begin(), holders.end());
    holders.erase(std::unique(holders.begin(), holders.end()), holders.end());
    return holders.size() == 1 ? std::optional(holders.front()) : std::nullopt;
  }

  void add(const Candidate& candidate, ActorNumber actor, How how) {
    found_.push_back({actor, candidate.range, candidate.passage, candidate.word, how});
  }

  const Catalog& catalog_;
  std::span<const article::Passage> passages_;
  const std::vector<Candidate>& candidates_;
  const std::optional<Date>& date_;
  std::set<ActorNumber> certain_;           // named beyond doubt
  std::set<ActorNumber> homes_;             // countries and bodies of these
  std::map<ActorNumber, int> with_places_;  // countries, with their places named beyond doubt
  std::set<ActorNumber> capitals_;          // countries whose capitals are named
  std::vector<Found> found_;
};

}  // namespace

std::vector<Found> decide(const Catalog& catalog, std::span<const article::Passage> passages,
                          const std::vector<Candidate>& candidates,
                          const std::optional<Date>& date) {
  return Decision(catalog, passages, candidates, date).run();
}

}  // namespace dateline::actors
