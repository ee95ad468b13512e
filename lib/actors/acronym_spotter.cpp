// Initials of capitalised words.  In: words.  Out: bodies and their acronyms.
// Tested by tests/actors/acronym_spotter_test.cpp.
#include "actors/acronym_spotter.hpp"

namespace dateline::actors {

void AcronymSpotter::read() {
  for (std::size_t at = 2; at < words_.size(); ++at) {
    if (!words_.capital(at) || !words_.acronym(at)) continue;
    if (words_.before(at) != " (" || !words_.after(at).starts_with(")")) continue;
    read_acronym(at);
  }
}

void AcronymSpotter::read_acronym(std::size_t at) {
  const std::string text(words_.word(at));
  const auto begin = begin_of_initials(at);
  if (listed_.at(at - 1) && !(begin && is_longer_body({*begin, at}))) {
    const auto owner = static_cast<std::uint32_t>(listed_.owner(at - 1));
    if (may_own(at - 1, begin) && !listed_.at(at)) sheet_.note_acronym({text, true, owner});
    return;
  }
  if (listed_.at(at)) return;
  if (!begin) {
    pending_.push_back(at);
    return;
  }
  const NameRun run{*begin, at};
  sheet_.swallow(listed_, run, true);
  sheet_.add(words_, passage_, run).body += 4;
  sheet_.note_acronym({text, false, sheet_.number_of(words_.text(run.begin, run.end))});
}

// Of countries and places only those whose initials it has: "…  in the U.S. (CFIUS)" is no country.
bool AcronymSpotter::may_own(std::size_t at, const std::optional<std::size_t>& initials) const {
  if (listed_.kind(at) == "org") return true;
  return listed_.kind(at) != "person" && initials && listed_.at(*initials) &&
         listed_.owner(*initials) == listed_.owner(at);
}

// "United National Party (UNP)" is more than the listed "National Party".
bool AcronymSpotter::is_longer_body(const NameRun& run) const {
  return !listed_.at(run.begin) && words_.capital(run.begin) &&
         !rules_.no_names.contains(words_.word(run.begin));
}

void AcronymSpotter::settle() {
  for (const std::size_t at : pending_) {
    const SpottedPlace* body = sheet_.body_before(passage_, at);
    if (body != nullptr) sheet_.note_acronym({std::string(words_.word(at)), false, body->name});
  }
}

// The words whose initials the acronym has.
std::optional<std::size_t> AcronymSpotter::begin_of_initials(std::size_t acronym) const {
  const std::string_view letters = words_.word(acronym);
  std::size_t left = letters.size();
  for (std::size_t at = acronym; at > 0 && left > 0;) {
    --at;
    if (at + 1 < acronym && words_.gap(at + 1) == Gap::kOther) return std::nullopt;
    const char first = words_.word(at).front();
    if (first == letters[left - 1]) {
      if (--left == 0) return at + 1 < acronym ? std::optional(at) : std::nullopt;
    } else if (words_.capital(at)) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace dateline::actors
