// Signs of a person, a body, a place.  In: a run of words.  Out: points.
// Tested by tests/actors/name_signs_test.cpp.
#include "actors/name_signs.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace dateline::actors {
namespace {

constexpr std::string_view kPlaceSigns[] = {"in", "near", "at", "from", "outside", "around",
                                            "of", "to",   "through", "across", "via"};
constexpr int kStrong = 3;  // enough alone
constexpr int kWeak = 2;

// ", who", ", 45,", ", a lawyer": what introduces the one just named.
bool is_introduced(const PassageWords& words, const NameRules& rules, std::size_t end) {
  if (end >= words.size()) return false;
  const std::string_view gap = words.before(end);
  if (!gap.starts_with(", ") && gap != " (") return false;
  const std::string_view next = words.word(end);
  if (base::is_ascii_digit(next.front())) {
    return next.size() == 2 && words.after(end).starts_with(gap == " (" ? ")" : ",");
  }
  constexpr std::string_view kIntroducing[] = {"who", "whose", "a", "an", "the", "his", "her",
                                              "head", "vice", "former", "executive", "senior"};
  if (gap == " (") return false;
  return rules.roles.contains(next) || std::find(std::begin(kIntroducing), std::end(kIntroducing),
                                                 next) != std::end(kIntroducing);
}

int points_of_words(const PassageWords& words, const NameRules& rules, const NameRun& run) {
  int points = 0;
  if (rules.given_names.contains(words.word(run.begin))) {
    points += kStrong;
  } else if (words.begins_sentence(run.begin)) {
    points -= kWeak;
  }
  for (std::size_t at = run.begin; at < run.end; ++at) {
    if (words.initial(at) && at + 1 < run.end) points += at == run.begin ? kWeak : kStrong;
    if (words.acronym(at)) points -= kStrong;
    if (rules.openers.contains(words.word(at))) points -= kStrong;
  }
  return points;
}

}  // namespace

int person_points(const PassageWords& words, const NameRules& rules, const NameRun& run) {
  int points = points_of_words(words, rules, run) + (run.titled ? kStrong : 0);
  if (is_introduced(words, rules, run.end)) points += kWeak;
  if (words.gap(run.end) == Gap::kBlank && rules.speech.contains(words.word(run.end))) {
    points += kWeak;
  }
  if (run.begin > 0 && words.gap(run.begin) == Gap::kBlank) {
    const std::string_view before = words.word(run.begin - 1);
    if (rules.roles.contains(before)) points += kStrong;
    if (rules.speech.contains(before)) points += kWeak;
  }
  return points - (run.end - run.begin > 4 ? kStrong : 0);
}

bool ends_as_body(const PassageWords& words, const NameRules& rules, const NameRun& run) {
  return rules.body_endings.contains(words.word(run.end - 1));
}

bool is_place_name(const PassageWords& words, const NameRules& rules, const NameRun& run) {
  if (run.end - run.begin < 2) return false;
  return rules.place_endings.contains(words.word(run.end - 1)) ||
         (rules.place_heads.contains(words.word(run.begin)) &&
          follows_locative(words, run.begin));
}

bool follows_locative(const PassageWords& words, std::size_t begin) {
  if (begin == 0 || words.gap(begin) != Gap::kBlank) return false;
  const std::string_view before = words.word(begin - 1);
  return std::find(std::begin(kPlaceSigns), std::end(kPlaceSigns), before) !=
         std::end(kPlaceSigns);
}

}  // namespace dateline::actors
