// Spells terms.  In: words, ids.  Out: terms of their spaces.
// Tested by tests/analysis/terms_test.cpp.
#include "analysis/terms.hpp"

#include "text/fold.hpp"

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
  return !term.empty() && std::string_view("SLK").find(term.front()) != std::string_view::npos;
}
std::string language_term(std::string_view language) {
  return join("L", language);
}
std::string topic_term(std::string_view topic) {
  return join("K", topic);
}

std::string source_term(std::string_view source) {
  std::string folded = text::fold_accents(text::fold_case(source));
  if (folded.starts_with("the ")) folded.erase(0, 4);
  return join("S", folded);
}

}  // namespace dateline::analysis
