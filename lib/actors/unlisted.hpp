// Actors that no list holds, as one article shows them.
// In: a name as it stands in an article.  Out: an id of a space of its own, which every article with
// the same full name gives it: so they are one actor over all articles.
// Tested by tests/actors/unlisted_test.cpp.
#pragma once

#include "actors/catalog.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::actors {

// Numbers from here on are places in an article's own list.
inline constexpr ActorNumber kFirstUnlisted = ActorNumber{1} << 31;
// What ids of unlisted actors begin with; no id of a catalog does.
inline constexpr char kUnlistedMark = '~';

struct Unlisted {
  std::string id;
  std::string name;       // in full
  std::string kind;       // person, org, place
  double confidence = 0;  // 0 to 1
  friend bool operator==(const Unlisted&, const Unlisted&) = default;
};

// "~yuri-ushakov"
std::string unlisted_id(std::string_view name);
inline bool is_unlisted_id(std::string_view id) {
  return id.starts_with(kUnlistedMark);
}

// Whom the mentions of one article may name: the catalog's actors and the article's own.
class Cast {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a catalog alone will do
  Cast(const Catalog& catalog, std::span<const Unlisted> own = {})
      : catalog_(&catalog), own_(own) {}
  const Catalog& catalog() const { return *catalog_; }
  std::string_view id(ActorNumber number) const;
  Actor actor(ActorNumber number) const;
  // nullptr for an actor of the catalog.
  const Unlisted* unlisted(ActorNumber number) const;

 private:
  const Catalog* catalog_;
  std::span<const Unlisted> own_;
};

}  // namespace dateline::actors
