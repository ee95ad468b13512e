// From names that stand in a text to the actors that are meant.
// In: passages, date.  Out: mentions.
// Tested by tests/actors/mentions_test.cpp.
#include "actors/mentions.hpp"

#include "actors/candidates.hpp"
#include "actors/decide.hpp"
#include "actors/passage_words.hpp"
#include "actors/short_names.hpp"
#include "actors/spotter.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace dateline::actors {
namespace {

bool is_acronym(std::string_view name) {
  constexpr std::size_t kMostLetters = 5;
  return name.size() > 1 && name.size() <= kMostLetters &&
         std::all_of(name.begin(), name.end(), base::is_ascii_upper);
}

void sort_mentions(std::vector<Found>& found) {
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return std::tuple(a.passage, a.word, b.range.end) < std::tuple(b.passage, b.word, a.range.end);
  });
}

// "President Carter" whom nobody calls Jimmy: by the word before where the name first has one.
std::vector<std::optional<ActorNumber>> holders_by_title(const TitledPeople& titled,
                                                         const Spots& spots,
                                                         std::span<const article::Passage> passages,
                                                         const std::optional<Date>& date) {
  std::vector<std::optional<ActorNumber>> numbers(spots.names.size());
  std::vector<bool> seen(spots.names.size());
  for (const SpottedPlace& place : spots.places) {
    const SpottedName& name = spots.names[place.name];
    const bool is_surname = name.kind == "person" && name.name.find(' ') == std::string::npos;
    if (!is_surname || place.word == 0 || seen[place.name]) continue;
    seen[place.name] = true;
    const article::Passage& passage = passages[place.passage];
    const Range title = passage.words[place.word - 1];
    numbers[place.name] =
        titled.find(passage.text.substr(title.begin, title.size()), name.name, date);
  }
  return numbers;
}

// Spotted names as mentions, of listed people whose names these are in another spelling or of
// unlisted actors; the acronyms with whom they stand for.
// `numbers`: of each name, the listed person who is known already.
std::vector<Acronym> join_spots(const Catalog& catalog, const Spots& spots,
                                std::vector<std::optional<ActorNumber>> numbers,
                                const std::vector<Candidate>& candidates, Mentions& mentions) {
  for (std::size_t i = 0; i < spots.names.size(); ++i) {
    const SpottedName& name = spots.names[i];
    if (name.kind.empty()) continue;
    if (name.kind == "person" && name.name.find(' ') != std::string::npos) {
      numbers[i] = catalog.person_like(name.name);
    }
    if (numbers[i]) continue;
    numbers[i] = kFirstUnlisted + static_cast<ActorNumber>(mentions.unlisted.size());
    mentions.unlisted.push_back({unlisted_id(name.name), name.name, name.kind, name.confidence});
  }
  for (const SpottedPlace& place : spots.places) {
    if (!numbers[place.name]) continue;
    mentions.found.push_back(
        {*numbers[place.name], place.range, place.passage, place.word, How::kName});
  }
  sort_mentions(mentions.found);
  const auto same = [](const Found& a, const Found& b) {
    return a.passage == b.passage && b.range.begin < a.range.end;
  };
  mentions.found.erase(std::unique(mentions.found.begin(), mentions.found.end(), same),
                       mentions.found.end());
  std::vector<Acronym> acronyms;
  for (const SpottedAcronym& acronym : spots.acronyms) {
    const auto actor = acronym.listed
                           ? std::optional(candidates[acronym.owner].meanings->front().actor)
                           : numbers[acronym.owner];
    if (actor) acronyms.push_back({acronym.text, *actor});
  }
  return acronyms;
}

// "Mandel Ngan/AFP/Getty Images" is a credit: what slashes join to an organisation.
void leave_out_credits(const Catalog& catalog, std::span<const article::Passage> passages,
                       Mentions& mentions) {
  const Cast cast(catalog, mentions.unlisted);
  auto& found = mentions.found;
  const auto joined = [&](const Found& a, const Found& b) {
    return a.passage == b.passage && a.range.end + 1 == b.range.begin &&
           passages[a.passage].text[a.range.end] == '/';
  };
  for (std::size_t begin = 0; begin < found.size();) {
    std::size_t end = begin + 1;
    while (end < found.size() && joined(found[end - 1], found[end])) ++end;
    const bool credit =
        std::any_of(found.begin() + static_cast<std::ptrdiff_t>(begin),
                    found.begin() + static_cast<std::ptrdiff_t>(end),
                    [&](const Found& one) { return cast.actor(one.actor).kind == "org"; });
    if (end - begin > 1 && credit) {
      found.erase(found.begin() + static_cast<std::ptrdiff_t>(begin),
                  found.begin() + static_cast<std::ptrdiff_t>(end));
    } else {
      begin = end;
    }
  }
}

// "(AP Photo/J. Scott Applewhite)", "photo: Jonathan Ernst": who took the picture.
bool is_photographer(std::string_view text, Range range) {
  constexpr std::string_view kSigns[] = {"/",         "hoto: ", "hoto by ",
                                         "hotos by ", "mage: ", "raph by "};
  const std::string_view before = text.substr(0, range.begin);
  return text.substr(range.end).starts_with('/') ||
         std::any_of(std::begin(kSigns), std::end(kSigns),
                     [&](std::string_view sign) { return before.ends_with(sign); });
}

void leave_out_photographers(std::span<const article::Passage> passages, Mentions& mentions) {
  std::erase_if(mentions.found, [&](const Found& found) {
    return found.actor >= kFirstUnlisted &&
           mentions.unlisted[found.actor - kFirstUnlisted].kind == "person" &&
           is_photographer(passages[found.passage].text, found.range);
  });
}

// Numbers anew those unlisted who are still mentioned.
void forget_unnamed(Mentions& mentions) {
  std::vector<Unlisted> kept;
  std::map<ActorNumber, ActorNumber> numbers;
  for (Found& found : mentions.found) {
    if (found.actor < kFirstUnlisted) continue;
    const auto next = kFirstUnlisted + static_cast<ActorNumber>(kept.size());
    const auto [number, is_new] = numbers.try_emplace(found.actor, next);
    if (is_new) kept.push_back(mentions.unlisted[found.actor - kFirstUnlisted]);
    found.actor = number->second;
  }
  mentions.unlisted = std::move(kept);
}

}  // namespace

MentionFinder::MentionFinder(const Catalog& catalog, NameRules rules)
    : catalog_(catalog), rules_(std::move(rules)), titled_(catalog) {
  text::WordBreaker breaker;
  // "N.S.A." besides "NSA".
  const auto add_dotted = [&](const Name& name, const Meaning& meaning) {
    if (!is_acronym(name.text) || catalog_[meaning.actor].actor.kind != "org") return;
    std::string dotted;
    for (const char letter : name.text) dotted.append(1, letter).push_back('.');
    trie_.add(dotted, meaning, breaker);
  };
  for (ActorNumber number = 0; number < catalog.entries().size(); ++number) {
    for (const Name& name : catalog[number].names) {
      const Meaning meaning{number, name.how, name.is_not, name.is_short};
      trie_.add(name.text, meaning, breaker);
      add_dotted(name, meaning);
    }
  }
}

Mentions MentionFinder::find(std::span<const article::Passage> passages,
                             const std::optional<Date>& date) const {
  if (catalog_.entries().empty() && rules_.empty()) return {};
  std::vector<Candidate> candidates = find_candidates(catalog_, trie_, rules_, passages);
  const Spots spots = spot_names(catalog_, rules_, passages, candidates);
  Mentions mentions;
  const auto acronyms = join_spots(
      catalog_, spots, holders_by_title(titled_, spots, passages, date), candidates, mentions);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (!spots.swallowed[i]) candidates[kept++] = candidates[i];
  }
  candidates.resize(kept);
  std::vector<Found> listed = decide(catalog_, passages, candidates, date);
  mentions.found.insert(mentions.found.end(), listed.begin(), listed.end());
  sort_mentions(mentions.found);
  link_short_names(catalog_, rules_, passages, acronyms, mentions);
  leave_out_credits(catalog_, passages, mentions);
  leave_out_photographers(passages, mentions);
  forget_unnamed(mentions);
  return mentions;
}

}  // namespace dateline::actors
