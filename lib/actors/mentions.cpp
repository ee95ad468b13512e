// From names that stand in a text to the actors that are meant.
// In: passages, date.  Out: mentions.
// Tested by tests/actors/mentions_test.cpp.
#include "actors/mentions.hpp"

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

constexpr std::size_t kAnyLength = 32;
// What every state has.
constexpr std::string_view kInstitutions[] = {
    "army",       "navy",       "force",    "forces",     "marines",  "corps",    "guard",
    "military",   "parliament", "senate",   "house",      "court",    "congress", "council",
    "government", "cabinet",    "ministry", "department", "treasury", "police",   "embassy",
    "mission",    "command",    "staff",    "presidency", "office",   "agency"};

bool is_acronym(std::string_view name) {
  constexpr std::size_t kMostLetters = 5;
  return name.size() > 1 && name.size() <= kMostLetters &&
         std::all_of(name.begin(), name.end(), base::is_ascii_upper);
}

// Collects the names of one article, passage by passage.
class Collector {
 public:
  Collector(const Catalog& catalog, const NameTrie& trie) : catalog_(catalog), trie_(trie) {}

  void read(const article::Passage& passage, std::uint32_t number) {
    for (std::size_t at = 0; at < passage.words.size();) {
      const auto match = longest(passage, at, kAnyLength);
      if (!match) {
        ++at;
        continue;
      }
      const bool kept = keep(*match, number, at);
      if (kept && is_office(match->meanings->front())) {
        read_within_office(passage, number, at, *match);
      } else if (kept && match->words > 1) {
        read_country_of_body(passage, number, at, *match);
      }
      at += match->words;
    }
  }

  std::vector<Candidate> take() { return std::move(candidates_); }

 private:
  std::optional<NameTrie::Match> longest(const article::Passage& passage, std::size_t at,
                                         std::size_t most) const {
    return trie_.longest(passage.text, std::span(passage.words).subspan(at), most);
  }

  bool is_office(const Meaning& meaning) const {
    return catalog_[meaning.actor].actor.kind == "office";
  }

  bool keep(const NameTrie::Match& match, std::uint32_t passage, std::size_t word) {
    if (match.meanings->front().is_not) return false;
    candidates_.push_back({match.meanings, match.range, passage, static_cast<std::uint32_t>(word),
                           static_cast<std::uint32_t>(match.words)});
    return true;
  }

  // "Russian President" and "president of Russia" name Russia too.
  void read_within_office(const article::Passage& passage, std::uint32_t number, std::size_t at,
                          const NameTrie::Match& office) {
    for (std::size_t i = 0; i < office.words;) {
      auto inner = longest(passage, at + i, office.words - (i == 0 ? 1 : i));
      while (inner && is_office(inner->meanings->front())) {  // "US Special Envoy for Ukraine"
        inner = inner->words > 1 ? longest(passage, at + i, inner->words - 1) : std::nullopt;
      }
      if (inner) keep(*inner, number, at + i);
      i += inner ? inner->words : 1;
    }
  }

  // A country, or a capital with its genitive: "Kyiv's military intelligence agency".
  bool may_own(const article::Passage& passage, const NameTrie::Match& owner) const {
    const std::string& kind = catalog_[owner.meanings->front().actor].actor.kind;
    const std::string_view behind = passage.text.substr(owner.range.end);
    const bool possessive = behind.starts_with("'s ") || behind.starts_with("’s ");
    return kind == "country" || (kind == "place" && possessive);
  }

  // "US Senate", "Russia's defence ministry" name the country too; "Bank of England" does not.
  void read_country_of_body(const article::Passage& passage, std::uint32_t number, std::size_t at,
                            const NameTrie::Match& body) {
    if (catalog_[body.meanings->front().actor].actor.kind != "org") return;
    auto country = longest(passage, at, body.words - 1);
    while (country && !may_own(passage, *country)) {  // "Kyiv's military intelligence"
      country = country->words > 1 ? longest(passage, at, country->words - 1) : std::nullopt;
    }
    if (!country) return;
    const Range last = passage.words[at + body.words - 1];
    const std::string word = base::ascii_lower(
        passage.text.substr(last.begin, std::min(last.end, body.range.end) - last.begin));
    const bool is_institution = std::find(std::begin(kInstitutions), std::end(kInstitutions),
                                          word) != std::end(kInstitutions);
    if (is_institution) keep(*country, number, at);
  }

  const Catalog& catalog_;
  const NameTrie& trie_;
  std::vector<Candidate> candidates_;
};

void sort_mentions(std::vector<Found>& found) {
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return std::tuple(a.passage, a.word, b.range.end) < std::tuple(b.passage, b.word, a.range.end);
  });
}

// Spotted names as mentions, of listed people whose names these are in another spelling or of
// unlisted actors; the acronyms with whom they stand for.
std::vector<Acronym> join_spots(const Catalog& catalog, const Spots& spots,
                                const std::vector<Candidate>& candidates, Mentions& mentions) {
  std::vector<std::optional<ActorNumber>> numbers(spots.names.size());
  for (std::size_t i = 0; i < spots.names.size(); ++i) {
    const SpottedName& name = spots.names[i];
    if (name.kind.empty()) continue;
    if (name.kind == "person" && name.name.find(' ') != std::string::npos) {
      numbers[i] = catalog.person_like(name.name);
      if (numbers[i]) continue;
    }
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
    : catalog_(catalog), rules_(std::move(rules)) {
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
  Collector collector(catalog_, trie_);
  for (std::uint32_t i = 0; i < passages.size(); ++i) {
    if (passages[i].field != Field::kJunk) collector.read(passages[i], i);
  }
  std::vector<Candidate> candidates = collector.take();
  const Spots spots = spot_names(catalog_, rules_, passages, candidates);
  Mentions mentions;
  const auto acronyms = join_spots(catalog_, spots, candidates, mentions);
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
