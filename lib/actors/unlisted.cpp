// Ids of unlisted actors.  In: names.  Out: slugs with a mark.
// Tested by tests/actors/unlisted_test.cpp.
#include "actors/unlisted.hpp"

#include "base/utf8.hpp"

namespace dateline::actors {

std::string unlisted_id(std::string_view name) {
  std::string id(1, kUnlistedMark);
  for (const char c : fold_name(name)) {
    const bool kept =
        base::is_ascii_alpha(c) || base::is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    if (kept) {
      id.push_back(c);
    } else if (c == ' ' && id.back() != '-' && id.size() > 1) {
      id.push_back('-');
    }
  }
  while (id.back() == '-') id.pop_back();
  return id;
}

const Unlisted* Cast::unlisted(ActorNumber number) const {
  if (number < kFirstUnlisted || number - kFirstUnlisted >= own_.size()) return nullptr;
  return &own_[number - kFirstUnlisted];
}

std::string_view Cast::id(ActorNumber number) const {
  const Unlisted* own = unlisted(number);
  return own != nullptr ? std::string_view(own->id) : (*catalog_)[number].actor.id;
}

Actor Cast::actor(ActorNumber number) const {
  const Unlisted* own = unlisted(number);
  if (own == nullptr) return (*catalog_)[number].actor;
  return {own->id, own->kind, own->name, {}, {}};
}

}  // namespace dateline::actors
