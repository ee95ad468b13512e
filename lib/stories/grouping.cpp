// Makes stories of links.  In: links.  Out: groups of articles.
// Tested by tests/stories/grouping_test.cpp.
#include "stories/grouping.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace dateline::stories {
namespace {

constexpr double kStrong = 0.5;

class Grouper {
 public:
  explicit Grouper(std::vector<Link> links) : links_(std::move(links)) {
    std::sort(links_.begin(), links_.end(), [](const Link& a, const Link& b) {
      return std::tuple(-a.strength, a.a, a.b) < std::tuple(-b.strength, b.a, b.b);
    });
    for (const Link& link : links_) {
      for (const auto& [one, other] : {std::pair(link.a, link.b), std::pair(link.b, link.a)}) {
        near_[one].insert(other);
        home_[one] = one;
        groups_[one].members = {one};
      }
    }
  }

  std::vector<Group> run() {
    for (bool changed = true; changed;) {
      changed = false;
      for (const Link& link : links_) changed |= join(link);
    }
    for (const Link& link : links_) invite(link);
    std::vector<Group> result;
    for (auto& [name, group] : groups_) {
      std::sort(group.members.begin(), group.members.end());
      std::sort(group.guests.begin(), group.guests.end());
      if (group.members.size() + group.guests.size() > 1) result.push_back(std::move(group));
    }
    std::sort(result.begin(), result.end(),
              [](const Group& a, const Group& b) { return a.members < b.members; });
    return result;
  }

 private:
  std::size_t links_into(std::uint64_t article, const Group& group) const {
    const auto& near = near_.at(article);
    return static_cast<std::size_t>(
        std::count_if(group.members.begin(), group.members.end(),
                      [&](std::uint64_t member) { return near.contains(member); }));
  }

  bool join(const Link& link) {
    Group* into = &groups_.at(home_[link.a]);
    Group* from = &groups_.at(home_[link.b]);
    if (into == from) return false;
    std::size_t linked = 0;
    for (const std::uint64_t member : from->members) linked += links_into(member, *into);
    const std::size_t pairs = from->members.size() * into->members.size();
    const bool half = link.strength >= kStrong && link.kind != StoryKind::kContains;
    if (2 * linked + (half ? 1 : 0) <= pairs) return false;
    if (into->members.size() < from->members.size()) std::swap(into, from);
    const std::uint64_t gone = home_[from->members.front()];
    const std::uint64_t stays = home_[into->members.front()];
    for (const std::uint64_t member : from->members) {
      into->members.push_back(member);
      home_[member] = stays;
    }
    groups_.erase(gone);
    return true;
  }

  void invite(const Link& link) {
    if (link.kind != StoryKind::kContains || home_[link.a] == home_[link.b]) return;
    const std::uint64_t longer = link.a_is_longer ? link.a : link.b;
    Group& group = groups_.at(home_[link.a_is_longer ? link.b : link.a]);
    if (2 * links_into(longer, group) <= group.members.size()) return;
    if (std::find(group.guests.begin(), group.guests.end(), longer) == group.guests.end()) {
      group.guests.push_back(longer);
    }
  }

  std::vector<Link> links_;  // the strongest first
  std::map<std::uint64_t, std::set<std::uint64_t>> near_;
  std::map<std::uint64_t, std::uint64_t> home_;  // the name of an article's group
  std::map<std::uint64_t, Group> groups_;
};

}  // namespace

std::vector<Group> group(std::vector<Link> links) {
  return Grouper(std::move(links)).run();
}

}  // namespace dateline::stories
