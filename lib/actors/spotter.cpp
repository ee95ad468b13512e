// Runs of capitalised words, cut into names.  In: passages, listed names.  Out: spotted names.
// Long because the steps of one walk over the words share what they know of them.
// Tested by tests/actors/spotter_test.cpp.
#include "actors/spotter.hpp"

#include "actors/name_signs.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_set>
#include <utility>

namespace dateline::actors {
namespace {

constexpr int kPersonAt = 3;    // points
constexpr int kSeenAlone = 2;   // for a surname that also stands alone
constexpr std::size_t kMostWords = 10;
constexpr std::string_view kJoining[] = {"of", "for", "on", "and", "the", "to", "in"};
constexpr std::string_view kHeadJoining[] = {"of", "for", "on"};

constexpr std::string_view kLaws[] = {"Act", "Bill", "Amendment", "Treaty", "Accord", "Accords",
                                      "Protocol", "Doctrine", "Award", "Prize"};

template <std::size_t N>
bool any_of(std::string_view word, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// What the article shows of one full name.
struct Evidence {
  int person = -100;
  int body = 0;
  int place = 0;
  int seen = 0;
  std::string last_word;
};

class Spotter {
 public:
  Spotter(const Catalog& catalog, const NameRules& rules,
          std::span<const article::Passage> passages, const std::vector<Candidate>& candidates)
      : catalog_(catalog), rules_(rules), passages_(passages), candidates_(candidates) {
    spots_.swallowed.resize(candidates.size());
  }

  Spots run() {
    auto candidate = std::size_t{0};
    for (std::uint32_t p = 0; p < passages_.size(); ++p) {
      const article::Passage& passage = passages_[p];
      own(p, candidate);
      if (passage.field == Field::kJunk || passage.shouting) continue;
      const PassageWords words(passage, rules_);
      passage_ = p;
      words_ = &words;
      read_acronyms();
      if (!words.is_headline()) read();
      settle_acronyms();
    }
    decide_kinds();
    return std::move(spots_);
  }

 private:
  // Which candidate covers each word of passage p; the first of nested ones.
  void own(std::uint32_t p, std::size_t& candidate) {
    owner_.assign(passages_[p].words.size(), kNobody);
    for (; candidate < candidates_.size() && candidates_[candidate].passage == p; ++candidate) {
      const Candidate& here = candidates_[candidate];
      for (std::uint32_t w = here.word; w < here.word + here.words; ++w) {
        if (owner_[w] == kNobody) owner_[w] = static_cast<int>(candidate);
      }
    }
  }

  void read() {
    const std::size_t size = words_->size();
    for (std::size_t at = 0; at < size;) {
      if (!begins_run(at)) {
        ++at;
        continue;
      }
      const std::size_t end = run_end(at);
      cut_at_titles(at, end);
      at = std::max(end, read_up_to_);
    }
  }

  bool listed(std::size_t at) const { return owner_[at] != kNobody; }
  bool name_like(std::size_t at) const {
    return words_->capital(at) && (listed(at) || !rules_.no_names.contains(words_->word(at)));
  }
  bool begins_run(std::size_t at) const { return name_like(at); }

  std::size_t run_end(std::size_t begin) const {
    std::size_t end = begin + 1;
    while (end < words_->size() && end - begin < kMostWords) {
      if (words_->possessive(end - 1)) break;
      const Gap gap = words_->gap(end);
      if (gap == Gap::kOther || (gap == Gap::kHyphen && (listed(end - 1) || listed(end)))) break;
      if (name_like(end)) {
        ++end;
        continue;
      }
      const std::size_t past = past_particles(end);
      if (past == end || past == words_->size() || !name_like(past) || listed(past)) break;
      end = past + 1;
    }
    return end;
  }

  std::size_t past_particles(std::size_t at) const {
    const std::size_t most = std::min(words_->size(), at + 2);
    while (at < most && words_->gap(at) == Gap::kBlank &&
           rules_.particles.contains(words_->word(at))) {
      ++at;
    }
    return at;
  }

  bool is_title_at(std::size_t at, std::size_t begin, std::size_t end) const {
    if (listed(at) || at + 1 >= end || !rules_.titles.contains(words_->word(at))) return false;
    return at == begin || !rules_.given_names.contains(words_->word(begin));
  }

  void cut_at_titles(std::size_t begin, std::size_t end) {
    read_up_to_ = end;
    if (is_whole_body({begin, end})) return;
    bool titled = false;
    std::size_t from = begin;
    for (std::size_t at = begin; at < end; ++at) {
      if (!is_title_at(at, from, end)) continue;
      read_piece({from, at, titled});
      from = at + 1;
      titled = true;
    }
    read_piece({from, end, titled});
  }

  // "General Electric Company", "Attorney General's Office": titles within bodies are no titles.
  bool is_whole_body(NameRun run) {
    run = without_openers(run);
    if (run.end - run.begin < 2 || listed(run.end - 1)) return false;
    if (!ends_as_body(*words_, rules_, run) && !has_head(run)) return false;
    for (std::size_t at = run.begin; at + 1 < run.end; ++at) {
      if (is_title_at(at, run.begin, run.end) && at > run.begin) return false;
    }
    if (is_title_at(run.begin, run.begin, run.end)) return false;
    return read_body(run);
  }

  NameRun without_openers(NameRun run) const {
    while (run.begin < run.end && !listed(run.begin) && words_->begins_sentence(run.begin) &&
           rules_.openers.contains(words_->word(run.begin))) {
      ++run.begin;
      if (run.begin < run.end && rules_.openers.contains(words_->word(run.begin)) &&
          !listed(run.begin)) {
        ++run.begin;
      }
      break;
    }
    return run;
  }

  void read_piece(NameRun run) {
    run = without_openers(run);
    if (run.begin >= run.end) return;
    if (!run.titled && run.begin > 0 && is_office(run.begin - 1)) run.titled = true;
    if (read_law(run) || read_body(run) || read_place(run)) return;
    if (read_person_over_listed(run)) return;
    // What is listed parts the rest.
    for (std::size_t at = run.begin; at < run.end;) {
      if (listed(at)) {
        const bool office = is_office(at);
        ++at;
        run.titled = office;
        continue;
      }
      std::size_t end = at;
      while (end < run.end && !listed(end)) ++end;
      read_plain({at, end, run.titled});
      run.titled = false;
      at = end;
    }
  }

  const Meaning& first_meaning(std::size_t at) const {
    return candidates_[static_cast<std::size_t>(owner_[at])].meanings->front();
  }
  const std::string& kind_at(std::size_t at) const {
    return catalog_[first_meaning(at).actor].actor.kind;
  }
  bool is_office(std::size_t at) const { return listed(at) && kind_at(at) == "office"; }
  bool is_country(std::size_t at) const { return listed(at) && kind_at(at) == "country"; }

  // One candidate covers the words and no more.
  bool is_listed_whole(const NameRun& run) const {
    if (!listed(run.begin)) return false;
    const Candidate& one = candidates_[static_cast<std::size_t>(owner_[run.begin])];
    return one.word == run.begin && one.words >= run.end - run.begin;
  }

  bool has_head(const NameRun& run) const {
    return run.end < words_->size() && !listed(run.end - 1) &&
           rules_.body_heads.contains(words_->word(run.end - 1)) &&
           words_->gap(run.end) == Gap::kBlank && any_of(words_->word(run.end), kHeadJoining);
  }

  // Where a body goes on behind "Ministry of", "Department of Health and".
  std::size_t past_joined(std::size_t end) const {
    for (int more = 0; more < 4; ++more) {
      std::size_t at = end;
      while (at < words_->size() && at < end + 2 && words_->gap(at) == Gap::kBlank &&
             any_of(words_->word(at), kJoining)) {
        if (words_->word(at) == "and" && more == 0) break;
        ++at;
      }
      if (at == end || at >= words_->size() || words_->gap(at) != Gap::kBlank || !name_like(at)) break;
      if (any_of(words_->word(at - 1), kJoining) && words_->word(end) == "in") break;
      end = at + 1;
      while (end < words_->size() && words_->gap(end) == Gap::kBlank && name_like(end) &&
             !words_->possessive(end - 1)) {
        ++end;
      }
      if (words_->possessive(end - 1)) break;
    }
    return end;
  }

  bool read_body(NameRun run) {
    const bool heads = has_head(run);
    if (run.end - run.begin == 1 && !heads) return false;
    if (is_listed_whole(run) || listed(run.end - 1)) return false;
    if (!heads && !ends_as_body(*words_, rules_, run)) return false;
    if (run.titled && !heads) return false;
    if (heads) run.end = past_joined(run.end);
    if (run.end - run.begin < 2 || (heads && !has_own_word(run))) return false;
    read_up_to_ = std::max(read_up_to_, run.end);
    swallow(run, true);
    add(run).body += 3;
    return true;
  }

  // "American Health Care Act" names no one.
  bool read_law(const NameRun& run) {
    if (run.end - run.begin < 2 || run.end >= words_->size()) return false;
    const bool law = words_->gap(run.end) == Gap::kBlank && any_of(words_->word(run.end), kLaws);
    if (law && run.end - run.begin > 1 && !is_listed_whole(run)) swallow(run, false);
    return law;
  }

  bool has_own_word(const NameRun& run) const {
    return run.end - run.begin > 2 && words_->capital(run.end - 1);
  }

  bool read_place(const NameRun& run) {
    if (listed(run.end - 1) || is_listed_whole(run) || !is_place_name(*words_, rules_, run)) {
      return false;
    }
    if (run.titled || rules_.given_names.contains(words_->word(run.begin))) return false;
    if (is_country(run.begin)) return false;
    swallow(run, true);
    add(run).place += 3;
    return true;
  }

  // "Jordan Peele", "Paris Hilton", "Eric Trump": a listed name is only part of a person's.
  bool read_person_over_listed(const NameRun& run) {
    if (run.end - run.begin < 2 || run.end - run.begin > 3) return false;
    if (!rules_.given_names.contains(words_->word(run.begin))) return false;
    const bool first = listed(run.begin);
    const bool last = listed(run.end - 1);
    if (first == last || is_listed_whole(run)) return false;
    for (std::size_t at = run.begin; at < run.end; ++at) {
      if (!listed(at)) continue;
      if (candidates_[static_cast<std::size_t>(owner_[at])].words > 1 || is_office(at)) return false;
      if (first_meaning(at).how == How::kAdjective) return false;
    }
    if (last && kind_at(run.end - 1) != "person" && words_->gap(run.end) == Gap::kHyphen) return false;
    swallow(run, false);
    Evidence& evidence = add(run);
    evidence.person = std::max(evidence.person, person_points(*words_, rules_, run));
    return true;
  }

  void read_plain(NameRun run) {
    while (run.begin < run.end && words_->begins_sentence(run.begin) &&
           rules_.openers.contains(words_->word(run.begin))) {
      ++run.begin;
    }
    if (is_led_by_a_word(run)) ++run.begin;
    if (run.begin >= run.end) return;
    const bool in_place = stands_before_place(run);
    if (run.end - run.begin == 1) {
      read_single(run, in_place);
      return;
    }
    Evidence& evidence = add(run);
    evidence.person = std::max(evidence.person, person_points(*words_, rules_, run));
    if (in_place && !run.titled) evidence.place += 4;
  }

  // "Activist Norge Espinosa" at the beginning of a sentence.
  bool is_led_by_a_word(const NameRun& run) const {
    return run.end - run.begin > 2 && words_->begins_sentence(run.begin) &&
           !rules_.given_names.contains(words_->word(run.begin)) &&
           rules_.given_names.contains(words_->word(run.begin + 1));
  }

  void read_single(const NameRun& run, bool in_place) {
    const std::string_view word = words_->word(run.begin);
    if (!words_->begins_sentence(run.begin)) alone_.insert(std::string(word));
    if (words_->begins_sentence(run.begin) && words_->gap(run.end) == Gap::kBlank &&
        rules_.speech.contains(words_->word(run.end))) {
      alone_.insert(std::string(word));
    }
    if (in_place && !run.titled && word.size() > 2) {
      add(run).place += 3;
    } else if (run.titled && is_surname_alone(run.begin)) {
      Evidence& evidence = add(run);
      evidence.person = std::max(evidence.person, kPersonAt);
    }
  }

  // "Judge Sabraw"; not "General Election".
  bool is_surname_alone(std::size_t at) const {
    const std::string_view word = words_->word(at);
    return !words_->acronym(at) && word.size() > 1 && !rules_.titles.contains(word) &&
           !rules_.body_endings.contains(word) && !rules_.place_endings.contains(word) &&
           !rules_.openers.contains(word) && !stands_small(word);
  }

  // The article writes the word without a capital too.
  bool stands_small(std::string_view word) const {
    const std::string small = base::ascii_lower(word);
    for (const article::Passage& passage : passages_) {
      for (const Range range : passage.words) {
        if (range.size() == small.size() &&
            passage.text.substr(range.begin, range.size()) == small) {
          return true;
        }
      }
    }
    return false;
  }

  // "Tornillo, Texas" behind "in"; "TORNILLO, Texas (Reuters)".
  bool stands_before_place(const NameRun& run) const {
    if (run.end >= words_->size() || words_->before(run.end) != ", " || !listed(run.end)) return false;
    const std::string& kind = kind_at(run.end);
    if (kind != "place" && kind != "country") return false;
    if (first_meaning(run.end).how == How::kAdjective) return false;
    return run.begin == 0 || follows_locative(*words_, run.begin);
  }

  // Marks the listed names within a run as parts of it; countries stay when `keep_countries`.
  void swallow(const NameRun& run, bool keep_countries) {
    for (std::size_t at = run.begin; at < run.end; ++at) {
      if (!listed(at)) continue;
      const bool leads = owner_[at] == owner_[run.begin];
      if (keep_countries && leads && is_country(run.begin)) continue;
      spots_.swallowed[static_cast<std::size_t>(owner_[at])] = true;
    }
  }

  Evidence& add(const NameRun& run) {
    std::string name = words_->text(run.begin, run.end);
    const auto [known, is_new] =
        numbers_.try_emplace(name, static_cast<std::uint32_t>(spots_.names.size()));
    if (is_new) {
      spots_.names.push_back({std::move(name), {}, 0});
      evidence_.emplace_back();
      evidence_.back().last_word = std::string(words_->word(run.end - 1));
    }
    const auto& passage = passages_[passage_];
    spots_.places.push_back({known->second,
                             {passage.words[run.begin].begin, words_->range(run.end - 1).end},
                             passage_,
                             static_cast<std::uint32_t>(run.begin),
                             static_cast<std::uint32_t>(run.end - run.begin)});
    Evidence& evidence = evidence_[known->second];
    ++evidence.seen;
    return evidence;
  }

  // "... Union (ACLU)": initials of the capitalised words before it.
  void read_acronyms() {
    for (std::size_t at = 2; at < words_->size(); ++at) {
      if (!words_->capital(at) || !words_->acronym(at)) continue;
      if (words_->before(at) != " (" || !words_->after(at).starts_with(")")) continue;
      read_acronym(at);
    }
  }

  void read_acronym(std::size_t at) {
    const std::string text(words_->word(at));
    if (listed(at - 1)) {
      const auto owner = static_cast<std::uint32_t>(owner_[at - 1]);
      if (kind_at(at - 1) != "person" && !listed(at)) spots_.acronyms.push_back({text, true, owner});
      return;
    }
    if (listed(at)) return;
    const auto begin = begin_of_initials(at);
    if (!begin) {
      pending_.push_back({text, static_cast<std::uint32_t>(at)});
      return;
    }
    const NameRun run{*begin, at};
    swallow(run, true);
    add(run).body += 4;
    spots_.acronyms.push_back({text, false, numbers_[words_->text(run.begin, run.end)]});
  }

  // "National Centre for Sex Education (CENESEX)": a body ends before the bracket.
  void settle_acronyms() {
    for (const auto& [text, at] : pending_) {
      for (const SpottedPlace& place : spots_.places) {
        const bool ends_there = place.passage == passage_ && place.word + place.words == at;
        if (ends_there && evidence_[place.name].body > 0) {
          spots_.acronyms.push_back({text, false, place.name});
          break;
        }
      }
    }
    pending_.clear();
  }

  std::optional<std::size_t> begin_of_initials(std::size_t acronym) const {
    const std::string_view letters = words_->word(acronym);
    std::size_t left = letters.size();
    for (std::size_t at = acronym; at > 0 && left > 0;) {
      --at;
      if (at + 1 < acronym && words_->gap(at + 1) == Gap::kOther) return std::nullopt;
      const char first = words_->word(at).front();
      if (first == letters[left - 1]) {
        if (--left == 0) return at + 1 < acronym ? std::optional(at) : std::nullopt;
      } else if (words_->capital(at) && first != letters[left - 1]) {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  void decide_kinds() {
    for (std::size_t i = 0; i < evidence_.size(); ++i) decide_kind(evidence_[i], spots_.names[i]);
  }

  void decide_kind(const Evidence& evidence, SpottedName& name) const {
    const bool full = name.name.find(' ') != std::string::npos;
    int person = evidence.person;
    if (full && alone_.contains(evidence.last_word)) person += kSeenAlone;
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

  static constexpr int kNobody = -1;

  const Catalog& catalog_;
  const NameRules& rules_;
  std::span<const article::Passage> passages_;
  const std::vector<Candidate>& candidates_;
  std::vector<int> owner_;  // of each word of the passage: a candidate
  const PassageWords* words_ = nullptr;
  std::uint32_t passage_ = 0;
  std::size_t read_up_to_ = 0;
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<Evidence> evidence_;       // of each name
  std::unordered_set<std::string> alone_;  // words with a capital that stand alone
  std::vector<std::pair<std::string, std::uint32_t>> pending_;  // acronyms and their words
  Spots spots_;
};

}  // namespace

Spots spot_names(const Catalog& catalog, const NameRules& rules,
                 std::span<const article::Passage> passages,
                 const std::vector<Candidate>& candidates) {
  if (rules.empty()) return {{}, {}, std::vector<bool>(candidates.size()), {}};
  return Spotter(catalog, rules, passages, candidates).run();
}

}  // namespace dateline::actors
