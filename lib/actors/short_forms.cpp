// Surnames, initials and parts of full names.  In: parts.  Out: shorter forms.
// Tested by tests/actors/short_forms_test.cpp.
#include "actors/short_forms.hpp"

#include "actors/name_parts.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace dateline::actors {
namespace {

using Form = ShortForm::Kind;

// Such people go by their first name too.
bool has_arab_particle(const std::vector<std::string_view>& parts) {
  constexpr std::string_view kParticles[] = {"al", "el", "bin", "ibn", "ben", "bint"};
  return std::any_of(parts.begin() + 1, parts.end(), [&](std::string_view part) {
    part = part.substr(0, part.find('-'));
    return std::find(std::begin(kParticles), std::end(kParticles), part) != std::end(kParticles);
  });
}

// "al-Husseini" stands as "Al-Husseini" and "Husseini" too.
void add_surname(std::string_view surname, bool of_younger, std::vector<ShortForm>& forms) {
  forms.push_back({std::string(surname), Form::kSurname, of_younger});
  const std::size_t hyphen = surname.find('-');
  if (hyphen != 2 || !base::is_ascii_lower(surname.front())) return;
  std::string capital(surname);
  capital.front() = static_cast<char>(capital.front() - 'a' + 'A');
  forms.push_back({std::move(capital), Form::kSurname, of_younger});
  forms.push_back({std::string(surname.substr(hyphen + 1)), Form::kSurname, of_younger});
}

// "NRCC" of the National Republican Congressional Committee, though no brackets say so.
void add_initials(const std::vector<std::string_view>& parts, std::vector<ShortForm>& forms) {
  constexpr std::size_t kFewest = 3;
  std::string initials;
  for (const std::string_view part : parts) {
    if (base::is_ascii_upper(part.front())) initials.push_back(part.front());
  }
  if (initials.size() >= kFewest) forms.push_back({std::move(initials), Form::kAcronym});
}

}  // namespace

std::vector<ShortForm> short_forms_of_person(std::vector<std::string_view> parts,
                                             const NameRules& rules) {
  std::vector<ShortForm> forms;
  bool of_younger = false;
  while (parts.size() > 2 && is_name_suffix(parts.back())) {
    std::string part = join_name(std::span(parts).last(2));  // "Trump Jr"
    if (part.ends_with('.')) part.pop_back();
    forms.push_back({std::move(part), Form::kPart, of_younger});
    parts.pop_back();
    of_younger = true;
  }
  while (!parts.back().empty() && (parts.back().back() == ',' || parts.back().back() == '.')) {
    parts.back().remove_suffix(1);
  }
  if (parts.back().size() > 1) add_surname(parts.back(), of_younger, forms);
  const std::string first(parts.front());
  if (rules.surnames_first.contains(first)) {  // "Li" of Li Peng
    forms.push_back({first, Form::kSurname, of_younger});
  }
  if (has_arab_particle(parts) && !rules.given_names.contains(first)) {
    forms.push_back({first, Form::kSurname, of_younger});  // "Zeid" of Zeid al-Hussein
  }
  if (parts.size() < 3 || parts[1].size() < 3) return forms;
  forms.push_back({join_name(std::span(parts).subspan(1)), Form::kPart, of_younger});
  const bool two_surnames = !rules.given_names.contains(parts[1]) &&
                            rules.given_names.contains(first) &&
                            base::is_ascii_upper(parts[1].front());
  if (two_surnames) forms.push_back({std::string(parts[1]), Form::kSurname, of_younger});
  return forms;
}

std::vector<ShortForm> short_forms_of_body(const std::vector<std::string_view>& parts,
                                           const NameRules& rules) {
  std::vector<ShortForm> forms;
  const bool ends = rules.body_endings.contains(parts.back());
  if (ends) forms.push_back({std::string(parts.back()), Form::kBehindThe});
  add_initials(parts, forms);
  const bool joins = std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
    return !base::is_ascii_upper(part.front());
  });
  if (parts.size() < 3 || joins) return forms;
  const std::span<const std::string_view> all(parts);
  forms.push_back({join_name(all.subspan(1)), Form::kPart});
  if (ends) forms.push_back({join_name(all.first(parts.size() - 1)), Form::kPart});
  return forms;
}

}  // namespace dateline::actors
