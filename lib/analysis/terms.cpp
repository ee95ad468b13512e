// Spells terms.  In: words, ids.  Out: terms of their spaces.
// Tested by tests/analysis/terms_test.cpp.
#include "analysis/terms.hpp"

#include "text/fold.hpp"

#include <algorithm>

namespace dateline::analysis {
namespace {

std::string join(std::string_view space, std::string_view text) {
  std::string term;
  term.reserve(space.size() + text.size());
  return term.append(space).append(text);
}

// Title and body share the plain space.
std::string_view space_of(Field field) {
  if (field == Field::kCaption) return "C";
  return field == Field::kJunk ? "J" : "";
}

}  // namespace

std::string stem_term(Field field, std::string_view stem) {
  return join(space_of(field), stem);
}

std::string exact_term(Field field, std::string_view exact) {
  return join(space_of(field), join("=", exact));
}

std::string actor_term(Field field, std::string_view id) {
  return join(space_of(field), join("A", id));
}

std::string title_stem_term(std::string_view stem) {
  return join("T", stem);
}
std::string title_exact_term(std::string_view exact) {
  return join("T=", exact);
}
std::string title_actor_term(std::string_view id) {
  return join("TA", id);
}
bool is_filter_term(std::string_view term) {
  return !term.empty() && std::string_view("SLKDB").find(term.front()) != std::string_view::npos;
}
std::string language_term(std::string_view language) {
  return join("L", language);
}
std::string speaker_term(std::string_view id) {
  return join("B", id);
}
std::string topic_term(std::string_view topic) {
  return join("K", topic);
}

std::vector<std::string> date_terms(const Date& date) {
  std::vector<std::string> terms{join("D", Date{date.year, 0, 0}.iso())};
  if (date.month != 0) terms.push_back(join("D", Date{date.year, date.month, 0}.iso()));
  if (date.month != 0 && date.day != 0) terms.push_back(join("D", date.iso()));
  return terms;
}

std::vector<std::string> terms_within(DayRange days) {
  // No text is found to speak of other years.
  const int last = std::min(days.last, Date{2100, 0, 0}.last_day());
  std::vector<std::string> terms;
  for (int day = std::max(days.first, Date{1400, 0, 0}.first_day()); day <= last;) {
    const Date date = Date::from_days(day);
    Date whole = date;
    for (const Date wider : {Date{date.year, date.month, 0}, Date{date.year, 0, 0}}) {
      if (wider.first_day() == day && wider.last_day() <= last) whole = wider;
    }
    terms.push_back(join("D", whole.iso()));
    day = whole.last_day() + 1;
  }
  return terms;
}

std::string source_term(std::string_view source) {
  std::string folded = text::fold_accents(text::fold_case(source));
  if (folded.starts_with("the ")) folded.erase(0, 4);
  return join("S", folded);
}

}  // namespace dateline::analysis
