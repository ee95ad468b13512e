// Decides whom each name of an article means.  In: names with what they may mean, in text order.
// Out: mentions.
// Rules, in this order: a name marked as short counts when the article names the actor, its country or
// another of that country; a short name in a headline in capitals counts when the article names the
// actor elsewhere; a capital is the government that it stands for where the article names the country
// too, or another capital, and the place behind "in", "near", ...; of several actors the one whose country or body is named otherwise in the article;
// an office followed by its holder's name is that person's title; an office alone is its holder at
// the article's date, or the only holder whom the article names, or nobody but the office.
// Tested by tests/actors/decide_test.cpp.
#pragma once

#include "actors/mentions.hpp"

#include <optional>
#include <span>
#include <vector>

namespace dateline::actors {

struct Candidate {
  const std::vector<Meaning>* meanings;  // never empty
  Range range;
  std::uint32_t passage = 0;
  std::uint32_t word = 0;
  std::uint32_t words = 1;
};

std::vector<Found> decide(const Catalog& catalog, std::span<const article::Passage> passages,
                          const std::vector<Candidate>& candidates,
                          const std::optional<Date>& date);

}  // namespace dateline::actors
