// Where the names of bodies begin and end: "Department of Health and Human Services".
// In: a passage and the listed names in it.  Out: runs of words.
// Tested by tests/actors/body_names_test.cpp.
#pragma once

#include "actors/name_runs.hpp"

#include <cstddef>
#include <optional>

namespace dateline::actors {

class BodyNames {
 public:
  BodyNames(const PassageWords& words, const ListedWords& listed, const NameRules& rules)
      : words_(words), listed_(listed), rules_(rules) {}

  // The body that a run is, or begins; nothing when it is none.
  std::optional<NameRun> body(NameRun run) const;
  // "Ministry" before "of".
  bool has_head(const NameRun& run) const;
  // "the Communist Party of Cuba", "the Tuesday Group": a word that is no name alone begins a body.
  std::optional<NameRun> behind_no_name(std::size_t begin) const;
  // "American Health Care Act" names no one.
  bool is_law(const NameRun& run) const;

 private:
  std::size_t past_joined(std::size_t end) const;
  bool is_company_listed(const NameRun& run) const;
  bool joins_partners(const NameRun& run) const;
  bool joins_another(const NameRun& run) const;
  bool ends_body(const NameRun& run) const;

  const PassageWords& words_;
  const ListedWords& listed_;
  const NameRules& rules_;
};

}  // namespace dateline::actors
