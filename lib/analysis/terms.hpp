// How a term is spelled: the spaces in which words, actors and filters stand beside each other.
//
//   peac         the stem of a word in title or body: the plain space, the only one that adds length
//   =peace       its exact form
//   Tpeac T=peace, Cpeac C=peace, Jpeac J=peace     the same in the title, in captions, in junk
//   Aukraine     a mention of an actor in title or body;  TAukraine in the title, CAukraine in captions
//   Safp  Len  Kceasefire  Bukraine                 filters: source, language, topic, who is quoted
//   D2025  D2025-02  D2025-02-24                    the year, month and day that a text speaks of
//
// Words are folded, so no word begins with a capital or an equals sign.
// Tested by tests/analysis/terms_test.cpp.
#pragma once

#include <dateline/date.hpp>
#include <dateline/mention.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {

// Title words stand before this position, body words at it or behind: no phrase joins them.
inline constexpr std::uint32_t kBodyStart = 128;

std::string stem_term(Field field, std::string_view stem);
std::string exact_term(Field field, std::string_view exact);
std::string actor_term(Field field, std::string_view id);
// A title's own space; for all other fields the same as above.
std::string title_stem_term(std::string_view stem);
std::string title_exact_term(std::string_view exact);
std::string title_actor_term(std::string_view id);

// Whether the term is of a space without positions: what an article is filtered by.
bool is_filter_term(std::string_view term);
std::string source_term(std::string_view source);  // in any case, with or without "The"
std::string language_term(std::string_view language);
std::string speaker_term(std::string_view id);  // by whom something is quoted
std::string topic_term(std::string_view topic);
// The year; the month and the day too, where they are known.
std::vector<std::string> date_terms(const Date& date);
// Whatever lies within the days: whole years, whole months of the others, the days that are left.
std::vector<std::string> terms_within(DayRange days);

}  // namespace dateline::analysis
