// Runs of capitalised words in a passage.  In: words, listed names.  Out: where runs begin and end.
// A run goes on over particles ("von"), initials, ampersands and the second syllables of names ("Li
// Ka-shing"); it ends at a possessive, at a mark, where a short line ends.
// Tested by tests/actors/name_runs_test.cpp.
#pragma once

#include "actors/listed_words.hpp"

#include <cstddef>

namespace dateline::actors {

// A capitalised word that may be part of a name.
bool is_name_like(const PassageWords& words, const ListedWords& listed, const NameRules& rules,
                  std::size_t at);

class NameRuns {
 public:
  NameRuns(const PassageWords& words, const ListedWords& listed, const NameRules& rules)
      : words_(words), listed_(listed), rules_(rules) {}

  // Where the run ends that begins at a word.
  std::size_t end_of(std::size_t begin) const;
  // Without the words that only open a sentence.
  NameRun without_openers(NameRun run) const;
  // "National Constitution Center": what is no name alone stands within that of a body.
  NameRun over_no_names(const NameRun& run) const;

 private:
  bool is_second_syllable(std::size_t begin, std::size_t at) const;
  std::size_t past_particles(std::size_t at) const;

  const PassageWords& words_;
  const ListedWords& listed_;
  const NameRules& rules_;
};

}  // namespace dateline::actors
