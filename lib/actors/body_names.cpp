// Bodies by their endings, heads and initials.  In: words.  Out: runs.
// Tested by tests/actors/body_names_test.cpp.
#include "actors/body_names.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace dateline::actors {
namespace {

constexpr std::size_t kMostBodyWords = 10;
constexpr std::string_view kJoining[] = {"of", "for", "on", "and", "the", "to", "in"};
constexpr std::string_view kHeadJoining[] = {"of", "for", "on"};
constexpr std::string_view kLaws[] = {"Act",     "Bill",     "Amendment", "Treaty", "Accord",
                                      "Accords", "Protocol", "Doctrine",  "Award",  "Prize"};
// What a company is, not what it is called.
constexpr std::string_view kCompanyForms[] = {"Co",  "Corp", "Inc",         "Ltd",    "Plc",
                                              "plc", "PLC",  "AG",          "SA",     "NV",
                                              "SpA", "LLC",  "Corporation", "Limited"};

template <std::size_t N>
bool any_of(std::string_view word, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

}  // namespace

bool BodyNames::ends_body(const NameRun& run) const {
  return !listed_.at(run.end - 1) && ends_as_body(words_, rules_, run);
}

bool BodyNames::has_head(const NameRun& run) const {
  return run.end < words_.size() && !listed_.at(run.end - 1) &&
         rules_.body_heads.contains(words_.word(run.end - 1)) &&
         words_.gap(run.end) == Gap::kBlank && any_of(words_.word(run.end), kHeadJoining);
}

// "Boeing Co": the company that is listed.
bool BodyNames::is_company_listed(const NameRun& run) const {
  return any_of(words_.word(run.end - 1), kCompanyForms) &&
         listed_.whole({run.begin, run.end - 1}) && listed_.is(run.begin, "org");
}

std::optional<NameRun> BodyNames::body(NameRun run) const {
  if (joins_another(run)) {
    for (run.end += 2; !ends_body(run); ++run.end) {
    }
    return run;
  }
  if (joins_partners(run)) {
    for (run.end += 2; run.end < words_.size() && words_.gap(run.end) == Gap::kBlank &&
                       !listed_.at(run.end) && ends_body({run.begin, run.end + 1});
         ++run.end) {
    }
    return run;
  }
  const std::size_t joined = has_head(run) ? past_joined(run.end) : run.end;
  const bool heads = joined > run.end;
  if (run.end - run.begin == 1 && !heads) return std::nullopt;
  if (listed_.whole(run) || listed_.at(run.end - 1)) return std::nullopt;
  if (!heads && !ends_as_body(words_, rules_, run)) return std::nullopt;
  if (run.titled && !heads) return std::nullopt;
  if (is_company_listed(run)) return std::nullopt;
  run.end = joined;
  const bool own_word = run.end - run.begin > 2 && words_.capital(run.end - 1);
  if (run.end - run.begin < 2 || (heads && !own_word)) return std::nullopt;
  return run;
}

// "Sabraw and Sons", "Unka Sabraw and Co".
bool BodyNames::joins_partners(const NameRun& run) const {
  constexpr std::string_view kPartners[] = {"Co",       "Company",  "Sons", "Partners",
                                            "Brothers", "Daughter", "Bros", "Associates"};
  const std::size_t last = run.end + 1;
  return last < words_.size() && !run.titled && words_.gap(run.end) == Gap::kBlank &&
         words_.word(run.end) == "and" && words_.gap(last) == Gap::kBlank &&
         any_of(words_.word(last), kPartners) && !listed_.at(run.end - 1);
}

// "Citizenship" before "and Immigration Services": words that news writes small otherwise.
bool BodyNames::joins_another(const NameRun& run) const {
  for (std::size_t at = run.begin; at < run.end; ++at) {
    const bool leads = at == run.begin && run.end - run.begin > 1;
    if (listed_.at(at) ? !leads || listed_.is(at, "person") : !rules_.is_common(words_.word(at)))
      return false;
  }
  std::size_t at = run.end;
  if (at + 1 >= words_.size() || words_.gap(at) != Gap::kBlank || words_.word(at) != "and")
    return false;
  for (++at; at < words_.size() && at < run.end + 4 && words_.gap(at) == Gap::kBlank; ++at) {
    if (listed_.at(at) || !is_name_like(words_, listed_, rules_, at)) return false;
    if (ends_body({run.begin, at + 1}) && !rules_.titles.contains(words_.word(run.begin)))
      return true;
  }
  return false;
}

// Where a body goes on behind "Ministry of", "Department of Health and".
std::size_t BodyNames::past_joined(std::size_t end) const {
  for (int more = 0; more < 4; ++more) {
    std::size_t at = end;
    while (at < words_.size() && at < end + 2 && words_.gap(at) == Gap::kBlank &&
           any_of(words_.word(at), kJoining)) {
      if (words_.word(at) == "and" && more == 0) break;
      ++at;
    }
    if (at == end || at >= words_.size() || words_.gap(at) != Gap::kBlank ||
        !is_name_like(words_, listed_, rules_, at))
      break;
    if (any_of(words_.word(at - 1), kJoining) && words_.word(end) == "in") break;
    if (more > 0 && listed_.is(at, "person")) break;
    end = at + 1;
    while (end < words_.size() && words_.gap(end) == Gap::kBlank &&
           is_name_like(words_, listed_, rules_, end) && !words_.possessive(end - 1)) {
      ++end;
    }
    if (words_.possessive(end - 1)) break;
  }
  return end;
}

std::optional<NameRun> BodyNames::behind_no_name(std::size_t begin) const {
  if (begin == 0 || !words_.capital(begin) || listed_.at(begin)) return std::nullopt;
  const bool led = words_.gap(begin) == Gap::kBlank &&
                   (words_.word(begin - 1) == "the" || words_.word(begin - 1) == "The");
  if (!led || words_.acronym(begin)) return std::nullopt;
  NameRun run{begin, begin + 1};
  while (run.end < words_.size() && run.end - begin < kMostBodyWords && words_.capital(run.end) &&
         words_.gap(run.end) == Gap::kBlank && !words_.possessive(run.end - 1)) {
    ++run.end;
  }
  return run.end - begin < 2 ? std::nullopt : body(run);
}

bool BodyNames::is_law(const NameRun& run) const {
  return run.end - run.begin > 1 && run.end < words_.size() && words_.gap(run.end) == Gap::kBlank &&
         any_of(words_.word(run.end), kLaws);
}

}  // namespace dateline::actors
