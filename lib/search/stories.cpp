// The stories of a snapshot.  In: the links of the commit.  Out: stories.
// Tested by tests/search/stories_test.cpp.
#include "search/stories.hpp"

#include "storage/derived.hpp"
#include "stories/links.hpp"

#include <algorithm>
#include <tuple>

namespace dateline::search {
namespace {

struct Linked {
  std::uint64_t arrival = 0;
  std::string id;
  std::optional<DayRange> days;
  std::optional<std::string> date;
};

std::string iso_of(DayRange days) {
  const Date first = Date::from_days(days.first);
  for (const Date date : {first, Date{first.year, first.month, 0}, Date{first.year, 0, 0}}) {
    if (date.first_day() == days.first && date.last_day() == days.last) return date.iso();
  }
  return first.iso();
}

// Those that have links, by id.
std::vector<Linked> known_articles(const Snapshot& snapshot,
                                   const std::vector<stories::Link>& links) {
  if (links.empty()) return {};
  std::vector<std::uint64_t> wanted;
  for (const stories::Link& link : links) {
    wanted.push_back(link.a);
    wanted.push_back(link.b);
  }
  std::sort(wanted.begin(), wanted.end());
  std::vector<Linked> known;
  for (const auto& segment : snapshot.segments()) {
    for (std::uint32_t doc = 0; doc < segment->size(); ++doc) {
      const std::uint64_t arrival = segment->arrival(doc);
      if (!std::binary_search(wanted.begin(), wanted.end(), arrival) || segment->removed(doc)) {
        continue;
      }
      const auto days = segment->columns().published(doc);
      known.push_back({arrival, std::string(segment->id(doc)), days,
                       days ? std::optional(iso_of(*days)) : std::nullopt});
    }
  }
  std::sort(known.begin(), known.end(),
            [](const Linked& a, const Linked& b) { return a.id < b.id; });
  return known;
}

class Maker {
 public:
  explicit Maker(const Snapshot& snapshot) {
    std::vector<stories::Link> links = stories::read_links(snapshot.derived(storage::kStoryLinks));
    known_ = known_articles(snapshot, links);
    std::unordered_map<std::uint64_t, std::uint64_t> numbers;
    for (std::size_t i = 0; i < known_.size(); ++i) numbers.emplace(known_[i].arrival, i);
    for (stories::Link& link : links) {
      const auto a = numbers.find(link.a);
      const auto b = numbers.find(link.b);
      if (a == numbers.end() || b == numbers.end()) continue;
      link.a = a->second;
      link.b = b->second;
      if (link.a > link.b) {
        std::swap(link.a, link.b);
        link.a_is_longer = !link.a_is_longer;
      }
      links_.emplace(std::pair(link.a, link.b), link);
    }
  }

  const Linked& operator[](std::uint64_t number) const { return known_[number]; }

  std::vector<stories::Group> groups() const {
    std::vector<stories::Link> links;
    for (const auto& [pair, link] : links_) links.push_back(link);
    return stories::group(std::move(links));
  }

  // The first by date, unknown dates last; of equals the one with the strongest links,
  // then the longest.
  Story make(const stories::Group& group) const {
    std::vector<std::uint64_t> members = group.members;
    members.insert(members.end(), group.guests.begin(), group.guests.end());
    std::vector<Order> orders;
    orders.reserve(members.size());
    for (const std::uint64_t member : members) orders.push_back(order_of(member, members));
    std::sort(orders.begin(), orders.end());
    for (std::size_t i = 0; i < orders.size(); ++i) members[i] = std::get<std::uint64_t>(orders[i]);
    Story story;
    story.id = known_[members.front()].id;
    story.dated = is_dated(members);
    for (const std::uint64_t member : members) {
      story.articles.push_back({known_[member].id, kind_of(member, members), known_[member].date});
    }
    return story;
  }

 private:
  // Undated or not, first day, strength of the links, articles that are longer; the article.
  using Order = std::tuple<bool, int, double, int, std::uint64_t>;

  const stories::Link* find(std::uint64_t a, std::uint64_t b) const {
    const auto found = links_.find({std::min(a, b), std::max(a, b)});
    return found == links_.end() ? nullptr : &found->second;
  }

  Order order_of(std::uint64_t article, const std::vector<std::uint64_t>& members) const {
    double strength = 0;
    int shorter = 0;
    for (const std::uint64_t other : members) {
      const auto* link = find(article, other);
      if (link == nullptr) continue;
      strength += link->strength;
      shorter += link->a_is_longer == (link->b == article) ? 1 : 0;
    }
    const auto& days = known_[article].days;
    return {!days.has_value(), days ? days->first : 0, -strength, shorter, article};
  }

  bool is_dated(const std::vector<std::uint64_t>& members) const {
    const auto& first = known_[members.front()].days;
    return first && std::all_of(members.begin() + 1, members.end(), [&](std::uint64_t member) {
             const auto& days = known_[member].days;
             return days && days->first > first->last;
           });
  }

  // To the first one; where these two have no link, to whom its strongest one leads.
  StoryKind kind_of(std::uint64_t article, const std::vector<std::uint64_t>& members) const {
    if (article == members.front()) return StoryKind::kFirst;
    const stories::Link* best = find(article, members.front());
    for (std::size_t i = 1; i < members.size() && find(article, members.front()) == nullptr; ++i) {
      const auto* link = find(article, members[i]);
      if (link != nullptr && (best == nullptr || link->strength > best->strength)) best = link;
    }
    return best == nullptr ? StoryKind::kNear : best->kind;
  }

  std::vector<Linked> known_;
  std::map<std::pair<std::uint64_t, std::uint64_t>, stories::Link> links_;
};

}  // namespace

Stories::Stories(const Snapshot& snapshot) {
  const Maker maker(snapshot);
  struct Made {
    std::tuple<bool, int, std::string> order;
    Story story;
    std::vector<std::uint64_t> homes;  // arrivals
  };
  std::vector<Made> made;
  for (const stories::Group& group : maker.groups()) {
    Made& one = made.emplace_back();
    one.story = maker.make(group);
    int first = 0;
    for (const std::uint64_t member : group.members) {
      one.homes.push_back(maker[member].arrival);
      if (maker[member].id == one.story.id && maker[member].days) first = maker[member].days->first;
    }
    one.order = {!one.story.articles.front().date, first, one.story.id};
  }
  std::sort(made.begin(), made.end(),
            [](const Made& a, const Made& b) { return a.order < b.order; });
  for (Made& one : made) {
    for (const std::uint64_t arrival : one.homes) by_arrival_.emplace(arrival, stories_.size());
    stories_.push_back(std::move(one.story));
  }
}

std::optional<std::size_t> Stories::of(std::uint64_t arrival) const {
  const auto found = by_arrival_.find(arrival);
  return found == by_arrival_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<Folded> fold(const Snapshot& snapshot, const Stories* stories,
                         const std::vector<Ranked>& ranked) {
  std::vector<Folded> result;
  std::unordered_map<std::size_t, std::size_t> places;  // of stories in the result
  for (const Ranked& hit : ranked) {
    std::optional<std::size_t> story;
    if (stories != nullptr) story = stories->of(snapshot.segments()[hit.segment]->arrival(hit.doc));
    const bool is_first = !story || places.emplace(*story, result.size()).second;
    if (is_first) {
      result.push_back({hit, 0});
    } else {
      ++result[places[*story]].behind;
    }
  }
  return result;
}

}  // namespace dateline::search
