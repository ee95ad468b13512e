// Walks the lists of actors beside each other.  In: ids.  Out: occurrences.
// Tested by tests/search/together_test.cpp.
#include "search/actor_places.hpp"

#include "analysis/terms.hpp"

#include <algorithm>
#include <tuple>

namespace dateline::search {
namespace {

constexpr std::uint64_t kCaptions = std::uint64_t{1} << 32;

}  // namespace

ActorPlaces::ActorPlaces(storage::SegmentSession& session, const std::vector<std::string>& members,
                         Limit& limit)
    : limit_(limit), loan_(limit) {
  std::size_t held = 0;
  for (std::uint32_t m = 0; m < members.size() && !limit.look(); ++m) {
    for (const Field field : {Field::kBody, Field::kCaption}) {
      auto cursor = session.postings(analysis::actor_term(field, members[m]));
      if (cursor->doc() == storage::Cursor::kEnd) continue;
      held += cursor->memory();
      if (!limit.has_room(held + cursor->memory())) return;  // half of all is for who asks
      limit.take(cursor->memory());
      lists_.push_back({std::move(cursor), m, field == Field::kCaption ? kCaptions : 0});
    }
  }
}

const std::vector<Occurrence>& ActorPlaces::until(std::uint32_t end) {
  found_.clear();
  for (const List& list : lists_) {
    for (; list.cursor->doc() < end; list.cursor->next()) {
      if (limit_.tick() || !has_room()) return found_;
      list.cursor->positions(positions_);
      for (const std::uint32_t position : positions_) {
        found_.push_back({list.cursor->doc(), list.member, list.base + position});
      }
    }
  }
  std::sort(found_.begin(), found_.end(), [](const Occurrence& a, const Occurrence& b) {
    return std::tie(a.doc, a.position) < std::tie(b.doc, b.position);
  });
  return found_;
}

// Asked where the table has to grow.
bool ActorPlaces::has_room() {
  return found_.size() < found_.capacity() || !limit_.look(3 * found_.size() * sizeof(Occurrence));
}

}  // namespace dateline::search
