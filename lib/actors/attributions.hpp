// Finds who is said to speak in a sentence.  In: a sentence.  Out: attributions, in text order.
// Patterns: "X said", "said X" behind a quote, "X, a lawyer, said", "X, who said", "… and said",
// "…, saying", "described by X as", "according to X".  Left out: "was told", "did not say", "to say".
// Tested by tests/actors/attributions_test.cpp.
#pragma once

#include "actors/quote_speaker.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace dateline::actors {

struct Attribution {
  std::size_t begin = 0;  // pieces [begin, end): speaker, verb, addressee
  std::size_t end = 0;
  QuoteSpeaker speaker;
  Range verb;
  std::optional<Range> addressee;
  bool states = false;  // a clause may follow without "that"
  bool says = false;    // any clause may
  bool reports = true;  // no denial or opinion
  bool source = false;  // "according to X"
};

std::vector<Attribution> find_attributions(const QuoteText& text, QuoteSentence sentence,
                                           std::span<const QuoteName> names,
                                           const QuoteWords& words);

}  // namespace dateline::actors
