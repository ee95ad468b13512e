// Collects what an article shows of the names that no list holds, and decides what each is.
// In: places of names, with points for what they may be.  Out: Spots.
// Tested by tests/actors/spot_sheet_test.cpp.
#pragma once

#include "actors/listed_words.hpp"
#include "actors/spotter.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace dateline::actors {

constexpr int kPersonAt = 3;  // points from which a name is a person's

// What the article shows of one full name.
struct NameEvidence {
  int person = -100;
  int body = 0;
  int place = 0;
  bool is_behind_in = false;  // a person's name seldom stands there
  std::string last_word;
};

class SpotSheet {
 public:
  explicit SpotSheet(std::size_t candidates) { spots_.swallowed.resize(candidates); }

  // Notes that a name stands at `run`.
  NameEvidence& add(const PassageWords& words, std::uint32_t passage, const NameRun& run);
  // Marks the listed names within a run as parts of it; a leading country stays when asked.
  void swallow(const ListedWords& listed, const NameRun& run, bool keep_country);
  // A word with a capital that stands alone.
  void note_alone(std::string_view word) { alone_.insert(std::string(word)); }
  void note_acronym(SpottedAcronym acronym) { spots_.acronyms.push_back(std::move(acronym)); }
  // The body whose name ends before word `end` of the passage; nullptr when there is none.
  const SpottedPlace* body_before(std::uint32_t passage, std::size_t end) const;
  std::uint32_t number_of(const std::string& name) const { return numbers_.at(name); }

  // Decides what each name is.
  Spots take();

 private:
  void decide_kind(const NameEvidence& evidence, SpottedName& name) const;

  std::map<std::string, std::uint32_t> numbers_;
  std::vector<NameEvidence> evidence_;     // of each name
  std::unordered_set<std::string> alone_;  // words with a capital that stand alone
  Spots spots_;
};

}  // namespace dateline::actors
