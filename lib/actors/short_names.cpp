// Short names of those named in full.  In: mentions.  Out: more mentions.
// Tested by tests/actors/short_names_test.cpp.
#include "actors/short_names.hpp"

#include "actors/capitals.hpp"
#include "actors/name_parts.hpp"
#include "actors/passage_words.hpp"
#include "actors/short_forms.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace dateline::actors {
namespace {

using Kind = ShortForm::Kind;

struct Short {
  std::string text;
  ActorNumber actor;
  Kind kind;
  std::uint64_t since;  // where the full name first stands: passage and word
};

constexpr std::uint64_t kLast = ~std::uint64_t{0};

std::uint64_t place_of(std::uint32_t passage, std::uint32_t word) {
  return (std::uint64_t{passage} << 32U) | word;
}

std::uint32_t passage_of(std::uint64_t place) {
  return static_cast<std::uint32_t>(place >> 32U);
}

class ShortNames {
 public:
  ShortNames(const Catalog& catalog, const NameRules& rules,
             std::span<const article::Passage> passages, Mentions& mentions)
      : catalog_(catalog), rules_(rules), passages_(passages), mentions_(mentions) {}

  void run(std::span<const Acronym> acronyms) {
    for (const Found& found : mentions_.found) note(found);
    for (const Acronym& acronym : acronyms) {
      add({acronym.text, acronym.actor, Kind::kAcronym, 0});
    }
    hand_over_surnames();
    note_surnames_alone();
    if (shorts_.empty()) return;
    std::vector<Found> more;
    auto next = std::as_const(mentions_.found).begin();
    for (std::uint32_t p = 0; p < passages_.size(); ++p) {
      cover(p, next);
      if (passages_[p].field != Field::kJunk) read(p, more);
    }
    mentions_.found.insert(mentions_.found.end(), more.begin(), more.end());
  }

 private:
  std::string_view text_of(const Found& found) const {
    return passages_[found.passage].text.substr(found.range.begin, found.range.size());
  }
  std::string kind_of(ActorNumber actor) const {
    return Cast(catalog_, mentions_.unlisted).actor(actor).kind;
  }

  void note(const Found& found) {
    if (found.how != How::kName) return;
    const auto parts = split_name(text_of(found));
    const bool is_new = named_.emplace(found.actor, parts.size() > 1).second;
    if (parts.size() < 2) return;
    named_[found.actor] = true;
    const std::string_view behind = passages_[found.passage].text.substr(found.range.end);
    if (!behind.starts_with("'s") && !behind.starts_with("’s")) acts_.insert(found.actor);
    if (!is_new && !noted_.insert({found.actor, std::string(text_of(found))}).second) return;
    noted_.insert({found.actor, std::string(text_of(found))});
    const std::uint64_t since = place_of(found.passage, found.word);
    const std::string kind = kind_of(found.actor);
    if (kind == "person") add(short_forms_of_person(parts, rules_), found.actor, since);
    if (kind == "org") add(short_forms_of_body(parts, rules_), found.actor, since);
    if (found.actor >= kFirstUnlisted) add({join_name(parts), found.actor, Kind::kFull, since});
  }

  void add(std::vector<ShortForm> forms, ActorNumber actor, std::uint64_t since) {
    for (ShortForm& form : forms) {
      // Initials stand before the name too; the elder goes by the surname alone.
      const std::uint64_t from = form.kind == Kind::kAcronym ? 0 : form.of_younger ? kLast : since;
      add({std::move(form.text), actor, form.kind, from});
    }
  }

  void add(Short name) {
    const std::string first(name.text.substr(0, name.text.find_first_of(" -")));
    shorts_[first].push_back(std::move(name));
  }

  // A surname whose owner the article never names in full, but another one of it.
  void hand_over_surnames() {
    for (Found& found : mentions_.found) {
      if (found.how != How::kName) continue;
      if (found.actor >= kFirstUnlisted) hand_over_part(found);
      if (named_[found.actor]) continue;
      const std::string kind = kind_of(found.actor);
      const bool may_be_person =
          kind == "person" || (kind == "org" && !is_in_capitals(text_of(found)));  // "Krupp"
      if (!may_be_person) continue;
      const std::uint64_t here = place_of(found.passage, found.word);
      const Short* other = best_surname(text_of(found), here);
      if (other == nullptr || other->actor == found.actor) continue;
      const bool meant = kind == "org"
                             ? other->since <= here
                             : found.actor >= kFirstUnlisted || is_another(found, *other, here);
      if (meant) found.actor = other->actor;
    }
  }

  // "Mr. Unka", whom the article never names in full: "Unka" everywhere.
  void note_surnames_alone() {
    for (const Found& found : mentions_.found) {
      const bool alone = found.actor >= kFirstUnlisted && !named_[found.actor];
      if (!alone || kind_of(found.actor) != "person") continue;
      std::string surname(text_of(found));
      if (best_surname(surname, kLast) == nullptr)
        add({std::move(surname), found.actor, Kind::kSurname, 0});
    }
  }

  // "Freedom Caucus", spotted by itself, where the article has the "House Freedom Caucus".
  void hand_over_part(Found& found) const {
    const std::string text = join_name(split_name(text_of(found)));
    const auto* shorts = shorts_of(text.substr(0, text.find_first_of(" -")));
    if (shorts == nullptr) return;
    for (const Short& one : *shorts) {
      if (one.kind == Kind::kPart && one.text == text && one.actor != found.actor) {
        found.actor = one.actor;
        return;
      }
    }
  }

  // Whether a listed surname is meant of one whom no list holds and who was named before.
  bool is_another(const Found& found, const Short& other, std::uint64_t here) const {
    if (other.actor < kFirstUnlisted || other.since > here) return false;
    const PassageWords words(passages_[found.passage], rules_);
    return found.word == 0 || words.word(found.word - 1) != "President";
  }

  const std::vector<Short>* shorts_of(std::string_view first) const {
    const auto known = shorts_.find(std::string(first));
    return known == shorts_.end() ? nullptr : &known->second;
  }

  // Of those with a surname the one named in full last before `here`, or else first behind it.
  const Short* best_surname(std::string_view surname, std::uint64_t here) const {
    const Short* chosen = nullptr;
    const auto* shorts = shorts_of(surname.substr(0, surname.find_first_of(" -")));
    if (shorts == nullptr) return nullptr;
    for (const Short& one : *shorts) {
      if (one.kind != Kind::kSurname || one.text != surname) continue;
      const bool better = chosen == nullptr || (one.since <= here && one.since >= chosen->since);
      if (better) chosen = &one;
    }
    return chosen;
  }

  void cover(std::uint32_t p, std::vector<Found>::const_iterator& next) {
    const auto& words = passages_[p].words;
    covered_.assign(words.size(), false);
    for (; next != mentions_.found.end() && next->passage == p; ++next) {
      for (std::size_t w = next->word; w < words.size() && words[w].begin < next->range.end; ++w) {
        covered_[w] = true;
      }
    }
  }

  void read(std::uint32_t p, std::vector<Found>& more) {
    const PassageWords words(passages_[p], rules_);
    const bool headline = words.is_headline();
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (covered_[at] || !words.capital(at)) continue;
      const auto* shorts = shorts_of(words.word(at));
      shouted_ =
          shorts == nullptr && is_in_capitals(words.word(at)) && !rules_.is_common(words.word(at));
      if (shouted_) {
        std::string name(1, words.word(at).front());
        shorts = shorts_of(name.append(base::ascii_lower(words.word(at).substr(1))));
      }
      const Short* meant = shorts == nullptr ? nullptr
                                             : choose(*shorts, words, at, headline,
                                                      place_of(p, static_cast<std::uint32_t>(at)));
      if (meant == nullptr) continue;
      if (meant->kind == Kind::kSurname) went_by_[meant->text] = meant->actor;
      const std::size_t begin = passages_[p].words[at].begin;
      more.push_back({meant->actor,
                      {begin, begin + meant->text.size()},
                      p,
                      static_cast<std::uint32_t>(at),
                      How::kName});
      while (at + 1 < words.size() && passages_[p].words[at + 1].begin < more.back().range.end)
        ++at;
    }
  }

  const Short* choose(const std::vector<Short>& shorts, const PassageWords& words, std::size_t at,
                      bool headline, std::uint64_t here) const {
    const Short* chosen = nullptr;
    for (const Short& one : shorts) {
      if (!stands_at(one, words, at) || !fits(one, words, at, headline)) continue;
      const bool better = chosen == nullptr || one.text.size() > chosen->text.size() ||
                          (one.text.size() == chosen->text.size() && one.since <= here &&
                           (chosen->since > here || one.since >= chosen->since));
      if (better && !(chosen != nullptr && keeps_surname(*chosen, one, here))) chosen = &one;
    }
    return chosen;
  }

  // Who went by the surname before keeps it from a namesake of another paragraph, or who is only
  // named as an owner: "to Bill Clinton's chief of staff".
  bool keeps_surname(const Short& holder, const Short& other, std::uint64_t here) const {
    const auto went = went_by_.find(holder.text);
    const bool held =
        holder.text == other.text && went != went_by_.end() && went->second == holder.actor;
    return held && (!acts_.contains(other.actor) || passage_of(other.since) != passage_of(here));
  }

  bool stands_at(const Short& name, const PassageWords& words, std::size_t at) const {
    const std::size_t begin = words.range(at).begin;
    for (std::size_t last = at; last < words.size() && !covered_[last]; ++last) {
      const std::size_t end = words.range(last).end;
      if (end - begin < name.text.size()) continue;
      if (end - begin != name.text.size()) return false;
      const std::string text = words.text(at, last + 1);
      return text == name.text ||
             (shouted_ && base::ascii_lower(text) == base::ascii_lower(name.text));
    }
    return false;
  }

  bool fits(const Short& name, const PassageWords& words, std::size_t at, bool headline) const {
    const bool joined_before = at > 0 && words.gap(at) == Gap::kBlank;
    const std::string_view before = joined_before ? words.word(at - 1) : std::string_view();
    switch (name.kind) {
      case Kind::kBehindThe:
        return !headline && (before == "the" || before == "The") && !followed_by_name(words, at);
      case Kind::kSurname: {
        const bool another = joined_before && !covered_[at - 1] && words.capital(at - 1) &&
                             rules_.given_names.contains(before) && !rules_.titles.contains(before);
        return !another && (headline || shouted_ || !followed_by_name(words, at));
      }
      default:
        return true;
    }
  }

  // "Flynn Intelligence": the word is only the first of a longer name.
  bool followed_by_name(const PassageWords& words, std::size_t at) const {
    if (words.possessive(at) || at + 1 >= words.size() || covered_[at + 1]) return false;
    return words.gap(at + 1) == Gap::kBlank && words.capital(at + 1) &&
           !rules_.no_names.contains(words.word(at + 1));
  }

  const Catalog& catalog_;
  const NameRules& rules_;
  std::span<const article::Passage> passages_;
  Mentions& mentions_;
  std::unordered_map<std::string, std::vector<Short>> shorts_;  // by their first word
  std::map<ActorNumber, bool> named_;                           // whether in full
  std::set<ActorNumber> acts_;                                  // named in full, and not as owners
  std::map<std::string, ActorNumber> went_by_;                  // a surname alone, up to here
  std::set<std::pair<ActorNumber, std::string>> noted_;
  bool shouted_ = false;       // the name that is looked for stands in capitals
  std::vector<bool> covered_;  // the words of the passage that belong to mentions
};

}  // namespace

void link_short_names(const Catalog& catalog, const NameRules& rules,
                      std::span<const article::Passage> passages, std::span<const Acronym> acronyms,
                      Mentions& mentions) {
  ShortNames(catalog, rules, passages, mentions).run(acronyms);
  std::stable_sort(mentions.found.begin(), mentions.found.end(),
                   [](const Found& a, const Found& b) {
                     return std::pair(a.passage, a.word) < std::pair(b.passage, b.word);
                   });
}

}  // namespace dateline::actors
