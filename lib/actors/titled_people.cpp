// Holders of offices by surname.  In: title, surname.  Out: a person.
// Tested by tests/actors/titled_people_test.cpp.
#include "actors/titled_people.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace dateline::actors {
namespace {

// An office whose id names the title: "president-of-france", "prime-minister-of-japan".
bool is_title_of(std::string_view title, std::string_view office) {
  const std::size_t at = office.find(title);
  if (at == 0) return true;
  const bool has_kinds = title == "minister" || title == "secretary";  // "Foreign Minister"
  return has_kinds && at != std::string_view::npos && office[at - 1] == '-';
}

}  // namespace

bool held_on(const Actor::Holding& holding, const Date& date) {
  const auto from = Date::parse(holding.from);
  const auto until = Date::parse(holding.until);
  return from && from->last_day() <= date.first_day() &&
         (!until || date.last_day() < until->first_day());
}

TitledPeople::TitledPeople(const Catalog& catalog) : catalog_(catalog) {
  for (ActorNumber number = 0; number < catalog.entries().size(); ++number) {
    const Actor& actor = catalog[number].actor;
    if (actor.kind != "person" || actor.offices.empty()) continue;
    const std::size_t blank = actor.name.rfind(' ');
    if (blank != std::string::npos) by_surname_[actor.name.substr(blank + 1)].push_back(number);
  }
}

std::optional<ActorNumber> TitledPeople::find(std::string_view title, std::string_view surname,
                                              const std::optional<Date>& date) const {
  const auto known = by_surname_.find(std::string(surname));
  if (known == by_surname_.end() || title.empty()) return std::nullopt;
  const std::string small = base::ascii_lower(title);
  std::vector<ActorNumber> holders;
  std::vector<ActorNumber> in_office;
  for (const ActorNumber number : known->second) {
    bool holds = false;
    bool held = false;
    for (const Actor::Holding& holding : catalog_[number].actor.offices) {
      if (!is_title_of(small, holding.id)) continue;
      holds = true;
      held = held || (date && held_on(holding, *date));
    }
    if (holds) holders.push_back(number);
    if (held) in_office.push_back(number);
  }
  const auto& fitting = in_office.empty() ? holders : in_office;
  return fitting.size() == 1 ? std::optional(fitting.front()) : std::nullopt;
}

}  // namespace dateline::actors
