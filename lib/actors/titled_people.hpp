// Listed people by title and surname: "President Carter".
// In: a title, a surname, the article's date.  Out: who held such an office.
// Tested by tests/actors/titled_people_test.cpp.
#pragma once

#include "actors/catalog.hpp"

#include <dateline/date.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::actors {

// Immutable after construction; may be shared by threads.
class TitledPeople {
 public:
  // The catalog must outlive it.
  explicit TitledPeople(const Catalog& catalog);
  // The only one with such an office and surname, or else the one who held it on the date.
  std::optional<ActorNumber> find(std::string_view title, std::string_view surname,
                                  const std::optional<Date>& date) const;

 private:
  const Catalog& catalog_;
  std::unordered_map<std::string, std::vector<ActorNumber>> by_surname_;
};

// Whether an office was held on a date.
bool held_on(const Actor::Holding& holding, const Date& date);

}  // namespace dateline::actors
