// Signs of a person, a body, a place.  In: a run of words.  Out: points.
// Tested by tests/actors/name_signs_test.cpp.
#include "actors/name_signs.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace dateline::actors {
namespace {

constexpr std::string_view kPlaceSigns[] = {"in", "near", "at",      "from",   "outside", "around",
                                            "of", "to",   "through", "across", "via"};
constexpr int kStrong = 3;  // enough alone
constexpr int kWeak = 2;
constexpr int kSlight = 1;
constexpr std::size_t kShortestSurname = 3;  // bytes
constexpr std::size_t kMostNames = 5;        // words of a person's name

// "Banishing Kelly" at the beginning of a sentence.
bool is_inflected(const PassageWords& words, std::size_t at) {
  constexpr std::string_view kEndings[] = {"ing", "ed", "ly"};
  return words.begins_sentence(at) &&
         std::any_of(std::begin(kEndings), std::end(kEndings),
                     [&](std::string_view ending) { return words.word(at).ends_with(ending); });
}

// "Nicolas Lapentti 12," and "(12-11)" as scores have them.
bool stands_before_score(const PassageWords& words, std::size_t end) {
  if (end >= words.size() || !base::is_ascii_digit(words.word(end).front())) return false;
  if (words.before(end) == " (") return words.gap(end + 1) == Gap::kHyphen;
  return words.gap(end) == Gap::kBlank && words.gap(end + 1) == Gap::kOther;
}

// "c Moin Khan b Waqar Younis", "lbw b Wasim Akram": how cricket tells of wickets.
bool is_batsman(const PassageWords& words, const NameRun& run) {
  const auto is_mark = [&](std::size_t at) {
    return at < words.size() && (words.word(at) == "b" || words.word(at) == "c");
  };
  return (run.begin > 0 && is_mark(run.begin - 1) && words.gap(run.begin) == Gap::kBlank) ||
         (is_mark(run.end) && words.gap(run.end) == Gap::kBlank);
}

// "Tarek Sabraw and Dana Li", of whom only the second has a known given name.
bool is_one_of_pair(const PassageWords& words, const NameRules& rules, const NameRun& run) {
  const std::size_t other = run.end + 1;
  return other + 1 < words.size() && words.word(run.end) == "and" && words.capital(other + 1) &&
         words.gap(run.end) == Gap::kBlank && words.gap(other) == Gap::kBlank &&
         words.gap(other + 1) == Gap::kBlank && rules.given_names.contains(words.word(other));
}

int points_of_first_word(const PassageWords& words, const NameRules& rules, const NameRun& run) {
  const std::string_view first = words.word(run.begin);
  if (rules.given_names.contains(first) || rules.surnames_first.contains(first)) return kStrong;
  if (is_unknown(words, rules, run)) return kWeak;
  const bool common =
      rules.common.empty() || rules.is_common(first) || is_inflected(words, run.begin);
  if (!common && !words.acronym(run.begin)) return kSlight;
  return words.begins_sentence(run.begin) ? -kWeak : 0;
}

// "TrumpSessions": two words that were set together.
bool is_glued(std::string_view word) {
  constexpr std::size_t kLongPart = 4;  // "MacArthur" has three small letters, "FitzGerald" too
  std::size_t small = 0;
  for (const char c : word) {
    if (base::is_ascii_upper(c) && small >= kLongPart) return true;
    small = base::is_ascii_lower(c) ? small + 1 : 0;
  }
  return false;
}

int points_of_words(const PassageWords& words, const NameRules& rules, const NameRun& run) {
  int points = points_of_first_word(words, rules, run);
  if (rules.ends_as_surname(words.word(run.end - 1))) points += kWeak;
  for (std::size_t at = run.begin; at < run.end; ++at) {
    if (words.initial(at) && at + 1 < run.end) points += at == run.begin ? kWeak : kStrong;
    if (words.acronym(at)) points -= kStrong;
    if (is_glued(words.word(at))) points -= 2 * kStrong;
    if (rules.openers.contains(words.word(at))) points -= kStrong;
  }
  return points;
}

// "a mission, named": what "named" is said of, at `at`, is nobody.
bool names_a_thing(const PassageWords& words, const NameRules& rules, std::size_t at) {
  constexpr std::string_view kNaming[] = {"named", "called"};
  constexpr std::string_view kOfPeople[] = {
      "man", "woman", "boy",  "girl",     "child",    "person",  "baby", "guy",
      "old", "teen",  "one",  "people",   "men",      "women",   "he",   "she",
      "who", "was",   "is",   "were",     "been",     "being",   "be",   "has",
      "had", "have",  "they", "teenager", "somebody", "someone", "and",  "also"};
  const auto is_one = [&](std::string_view word, const auto& list) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
  };
  if (at == 0 || !is_one(words.word(at), kNaming)) return false;
  const std::string_view before = words.word(at - 1);
  return base::is_ascii_lower(before.front()) && !rules.roles.contains(before) &&
         !is_one(before, kOfPeople);
}

}  // namespace

bool is_introduced(const PassageWords& words, const NameRules& rules, std::size_t end) {
  if (end >= words.size()) return false;
  const std::string_view gap = words.before(end);
  if (!gap.starts_with(", ") && gap != " (") return false;
  const std::string_view next = words.word(end);
  if (base::is_ascii_digit(next.front())) {
    return next.size() == 2 && words.after(end).starts_with(gap == " (" ? ")" : ",");
  }
  constexpr std::string_view kIntroducing[] = {"who",  "whose",  "a",         "an",
                                               "the",  "his",    "her",       "head",
                                               "vice", "former", "executive", "senior"};
  if (gap == " (") return false;
  return rules.roles.contains(next) || std::find(std::begin(kIntroducing), std::end(kIntroducing),
                                                 next) != std::end(kIntroducing);
}

int person_points(const PassageWords& words, const NameRules& rules, const NameRun& run) {
  int points = points_of_words(words, rules, run) + (run.titled ? kStrong : 0);
  if (is_introduced(words, rules, run.end)) points += kWeak;
  if (stands_before_score(words, run.end)) points += kWeak;
  if (is_batsman(words, run)) points += kStrong;
  if (is_one_of_pair(words, rules, run)) points += kSlight;
  if (run.begin > 0 && words.possessive(run.begin - 1) && words.acronym(run.begin - 1)) {
    points += kSlight;  // "CNN's Tarek Sabraw"
  }
  if (words.gap(run.end) == Gap::kBlank && rules.speech.contains(words.word(run.end))) {
    points += kWeak;
  }
  if (run.begin > 0 && words.gap(run.begin) == Gap::kBlank) {
    const std::string_view before = words.word(run.begin - 1);
    if (rules.roles.contains(before) && !names_a_thing(words, rules, run.begin - 1)) {
      points += kStrong;
    }
    if (rules.speech.contains(before)) points += kWeak;
  }
  // "his partner, Unka Sabraw,"
  if (run.begin > 0 && words.before(run.begin) == ", " &&
      rules.roles.contains(words.word(run.begin - 1))) {
    points += kWeak;
  }
  return points - (run.end - run.begin > kMostNames ? kStrong : 0);
}

bool is_unknown(const PassageWords& words, const NameRules& rules, const NameRun& run) {
  if (rules.common.empty() || run.end - run.begin > 3 || is_inflected(words, run.begin))
    return false;
  if (words.word(run.end - 1).size() < kShortestSurname) return false;  // "Trump Jr"
  for (std::size_t at = run.begin; at < run.end; ++at) {
    if (rules.is_common(words.word(at)) || words.acronym(at)) return false;
  }
  return words.is_in_language();
}

bool follows_in(const PassageWords& words, std::size_t begin) {
  if (begin == 0 || words.gap(begin) != Gap::kBlank) return false;
  constexpr std::string_view kIn[] = {"in", "near", "outside"};
  return std::find(std::begin(kIn), std::end(kIn), words.word(begin - 1)) != std::end(kIn);
}

bool is_led_by_a_word(const PassageWords& words, const NameRules& rules, const NameRun& run) {
  return run.end - run.begin > 2 && words.begins_sentence(run.begin) && !words.initial(run.begin) &&
         !rules.given_names.contains(words.word(run.begin)) &&
         rules.given_names.contains(words.word(run.begin + 1));
}

bool is_told_as_body(const PassageWords& words, const NameRules& rules, const NameRun& run) {
  return run.begin > 0 && words.gap(run.begin) == Gap::kBlank &&
         rules.body_kinds.contains(words.word(run.begin - 1)) && !words.possessive(run.begin - 1) &&
         !rules.given_names.contains(words.word(run.begin)) && words.is_in_language();
}

bool is_place_alone(const PassageWords& words, const NameRules& rules, const NameRun& run) {
  constexpr std::size_t kShortest = 4;  // bytes
  const std::string_view word = words.word(run.begin);
  if (rules.common.empty() || !follows_in(words, run.begin) || word.size() < kShortest)
    return false;
  if (words.acronym(run.begin) || words.possessive(run.begin) || rules.is_common(word))
    return false;
  const bool goes_on = words.gap(run.end) == Gap::kHyphen || words.gap(run.end) == Gap::kAmpersand;
  return !goes_on && words.is_in_language();
}

bool ends_as_body(const PassageWords& words, const NameRules& rules, const NameRun& run) {
  return rules.body_endings.contains(words.word(run.end - 1));
}

bool is_place_name(const PassageWords& words, const NameRules& rules, const NameRun& run) {
  if (run.end - run.begin < 2) return false;
  return rules.place_endings.contains(words.word(run.end - 1)) ||
         (rules.place_heads.contains(words.word(run.begin)) && follows_locative(words, run.begin));
}

bool ends_as_nothing_but_place(const PassageWords& words, const NameRun& run) {
  constexpr std::string_view kEndings[] = {"Airport", "Avenue",  "Boulevard", "Square",   "Canal",
                                           "County",  "Hotel",   "Stadium",   "Station",  "Desert",
                                           "Road",    "Highway", "Cemetery",  "Peninsula"};
  return std::find(std::begin(kEndings), std::end(kEndings), words.word(run.end - 1)) !=
         std::end(kEndings);
}

bool follows_locative(const PassageWords& words, std::size_t begin) {
  if (begin == 0 || words.gap(begin) != Gap::kBlank) return false;
  const std::string_view before = words.word(begin - 1);
  return std::find(std::begin(kPlaceSigns), std::end(kPlaceSigns), before) != std::end(kPlaceSigns);
}

}  // namespace dateline::actors
