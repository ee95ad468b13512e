// Acronyms set behind the names of bodies: "American Civil Liberties Union (ACLU)".
// In: one passage.  Out: in the sheet, bodies known by their initials, and whose acronyms stand there.
// Tested by tests/actors/acronym_spotter_test.cpp.
#pragma once

#include "actors/spot_sheet.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace dateline::actors {

class AcronymSpotter {
 public:
  AcronymSpotter(const PassageWords& words, std::uint32_t passage, const ListedWords& listed,
                 const NameRules& rules, SpotSheet& sheet)
      : words_(words), passage_(passage), listed_(listed), rules_(rules), sheet_(sheet) {}

  // Before the passage is read for other names.
  void read();
  // Behind that: acronyms of other letters, "National Centre for Sex Education (CENESEX)".
  void settle();

 private:
  void read_acronym(std::size_t at);
  std::optional<std::size_t> begin_of_initials(std::size_t acronym) const;
  bool may_own(std::size_t at, const std::optional<std::size_t>& initials) const;
  bool is_longer_body(const NameRun& run) const;

  const PassageWords& words_;
  std::uint32_t passage_;
  const ListedWords& listed_;
  const NameRules& rules_;
  SpotSheet& sheet_;
  std::vector<std::size_t> pending_;  // behind what has other initials
};

}  // namespace dateline::actors
