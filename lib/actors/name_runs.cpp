// Where runs of capitalised words begin and end.  In: words.  Out: runs.
// Tested by tests/actors/name_runs_test.cpp.
#include "actors/name_runs.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace dateline::actors {
namespace {

constexpr std::size_t kMostRunWords = 10;

}  // namespace

bool is_name_like(const PassageWords& words, const ListedWords& listed, const NameRules& rules,
                  std::size_t at) {
  if (!words.capital(at)) return false;
  if (listed.at(at) || !rules.no_names.contains(words.word(at))) return true;
  // "Bill Sabraw"; not "Senate Bill".
  const bool titled = at > 0 && rules.titles.contains(words.word(at - 1));
  if (titled && at + 1 < words.size() && words.gap(at + 1) == Gap::kBlank &&
      words.capital(at + 1) && rules.given_names.contains(words.word(at))) {
    return true;  // "Capt. Bill Urban"
  }
  const bool leads = at == 0 || words.gap(at) != Gap::kBlank || !words.capital(at - 1);
  return leads && at + 1 < words.size() && words.gap(at + 1) == Gap::kBlank &&
         words.capital(at + 1) && rules.given_names.contains(words.word(at)) &&
         !rules.no_names.contains(words.word(at + 1)) && !rules.common.empty() &&
         !rules.is_common(words.word(at + 1)) && !words.acronym(at + 1);
}

std::size_t NameRuns::end_of(std::size_t begin) const {
  std::size_t end = begin + 1;
  while (end < words_.size() && end - begin < kMostRunWords) {
    // "People's Alliance" is a name, "Sabra's Alliance" none.
    const bool owner =
        listed_.at(end - 1) || !words_.capital(end - 1) || !rules_.is_common(words_.word(end - 1));
    const bool saint = words_.word(begin) == "St" || words_.word(begin) == "Saint";
    if (words_.possessive(end - 1) && owner && !saint) break;  // "St Peter's Square"
    const Gap gap = words_.gap(end);
    if (gap == Gap::kOther || words_.ends_line(end)) break;
    if (gap == Gap::kHyphen && (listed_.at(end - 1) || listed_.at(end))) break;
    if (is_name_like(words_, listed_, rules_, end) || is_second_syllable(begin, end)) {
      ++end;
      continue;
    }
    const std::size_t past = past_particles(end);
    if (past == end || past == words_.size() || !is_name_like(words_, listed_, rules_, past) ||
        listed_.at(past))
      break;
    end = past + 1;
  }
  return end;
}

// "Li Ka-shing", "Kim Jong-il"; not "Unka Bank-owned".
bool NameRuns::is_second_syllable(std::size_t begin, std::size_t at) const {
  return at - begin > 1 && words_.gap(at) == Gap::kHyphen && !listed_.at(at - 1) &&
         !rules_.common.empty() && base::is_ascii_lower(words_.word(at).front()) &&
         !rules_.is_common(words_.word(at - 1)) &&
         (rules_.surnames_first.contains(words_.word(begin)) || !rules_.is_common(words_.word(at)));
}

std::size_t NameRuns::past_particles(std::size_t at) const {
  const std::size_t most = std::min(words_.size(), at + 2);
  while (at < most && (words_.gap(at) == Gap::kBlank || words_.gap(at) == Gap::kHyphen) &&
         rules_.particles.contains(words_.word(at))) {
    ++at;
  }
  return at;
}

NameRun NameRuns::without_openers(NameRun run) const {
  const auto opens = [&](std::size_t at) {
    return at < run.end && !listed_.at(at) && rules_.openers.contains(words_.word(at));
  };
  if (!words_.begins_sentence(run.begin) || !opens(run.begin)) return run;
  run.begin += opens(run.begin + 1) ? 2 : 1;
  return run;
}

NameRun NameRuns::over_no_names(const NameRun& run) const {
  NameRun wide = run;
  for (std::size_t at = run.begin; at < run.end; ++at) {
    if (listed_.is(at, "person")) return run;
  }
  while (wide.end < words_.size() && wide.end - wide.begin < kMostRunWords &&
         words_.capital(wide.end) && words_.gap(wide.end) == Gap::kBlank &&
         !words_.possessive(wide.end - 1) && !listed_.at(wide.end)) {
    ++wide.end;
  }
  return wide.end > run.end && ends_as_body(words_, rules_, wide) ? wide : run;
}

}  // namespace dateline::actors
