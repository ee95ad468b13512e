// Counts actors named together.  In: a snapshot.  Out: pairs.
// Tested by tests/search/together_test.cpp.
#include "search/together.hpp"

#include "analysis/terms.hpp"
#include "index/record.hpp"
#include "search/actor_places.hpp"
#include "search/pair_counts.hpp"
#include "search/stored.hpp"
#include "search/timeline.hpp"
#include "text/words.hpp"

#include <dateline/error.hpp>

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace dateline::search {
namespace {

constexpr std::uint32_t kArticlesAtATime = 2048;
constexpr std::size_t kPeriodBytes = 4400;  // of the first pairs of a period
constexpr std::size_t kShownBytes = 256;    // of a pair that is told
constexpr std::size_t kNamedBytes = 200;    // of an actor who may be a member
constexpr std::uint32_t kNobody = ~std::uint32_t{0};

const storage::ValueColumn& actor_column(const storage::Segment& segment) {
  return segment.columns()[storage::Column::kActors];
}

// Which live articles count: all, or those that name one actor.
class Wanted {
 public:
  Wanted(const storage::Segment& segment, const std::string& actor) : segment_(segment) {
    if (actor.empty()) return;
    number_ = actor_column(segment).find(actor).value_or(kNobody);
  }
  bool operator()(std::uint32_t doc) const {
    if (segment_.removed(doc)) return false;
    if (!number_) return true;
    bool named = false;
    actor_column(segment_).for_each(doc, [&](std::uint32_t each) { named |= each == *number_; });
    return named;
  }

 private:
  const storage::Segment& segment_;
  std::optional<std::uint32_t> number_;
};

// Those among whom pairs are sought, the most named first.
std::vector<std::string> choose_members(const Snapshot& snapshot, const PairOptions& options,
                                        Limit& limit) {
  const Limit::Loan loan(limit);
  std::unordered_map<std::string_view, std::uint64_t> articles;
  for (const auto& segment : snapshot.segments()) {
    const storage::ValueColumn& column = actor_column(*segment);
    const Wanted wanted(*segment, options.actor);
    if (!limit.take(column.size() * sizeof(std::uint64_t))) return {};
    std::vector<std::uint64_t> counts(column.size());
    for (std::uint32_t doc = 0; doc < segment->size(); ++doc) {
      if (limit.tick()) return {};
      if (wanted(doc)) column.for_each(doc, [&](std::uint32_t number) { ++counts[number]; });
    }
    for (std::uint32_t number = 0; number < column.size(); ++number) {
      if (counts[number] == 0) continue;
      const auto [at, is_new] = articles.try_emplace(column.value(number), 0);
      at->second += counts[number];
      if (limit.tick() || (is_new && !limit.take(kNamedBytes))) return {};
    }
  }
  std::vector<std::pair<std::string_view, std::uint64_t>> most(articles.begin(), articles.end());
  std::sort(most.begin(), most.end(), [&](const auto& a, const auto& b) {
    const bool a_is_asked = a.first == options.actor;
    const bool b_is_asked = b.first == options.actor;
    return std::tuple(b_is_asked, b.second, a.first) < std::tuple(a_is_asked, a.second, b.first);
  });
  most.resize(std::min(most.size(), options.actors + (options.actor.empty() ? 0 : 1)));
  std::vector<std::string> members;
  for (const auto& [id, count] : most) members.emplace_back(id);
  return members;
}

class Together {
 public:
  Together(const Snapshot& snapshot, const PairOptions& options, Limit& limit)
      : snapshot_(snapshot),
        options_(options),
        limit_(limit),
        members_(choose_members(snapshot, options, limit)) {
    for (std::uint32_t m = 0; m < members_.size(); ++m) numbers_.emplace(members_[m], m);
  }

  std::vector<ActorPair> count() {
    for (std::size_t s = 0; s < snapshot_.segments().size(); ++s) count(*snapshot_.segments()[s]);
    std::vector<ActorPair> pairs;
    for (const auto& [period, pair] : best()) {
      std::optional<std::string> date;
      if (period) date = period_date(*period, *options_.by);
      pairs.push_back(
          {members_[pair.a], members_[pair.b], date, pair.articles, pair.near, pair.sentences});
    }
    return pairs;
  }

 private:
  using Occurrences = std::vector<Occurrence>::const_iterator;

  void count(const storage::Segment& segment) {
    const storage::ValueColumn& column = actor_column(segment);
    std::vector<std::uint32_t> member_of(column.size(), kNobody);
    for (std::uint32_t m = 0; m < members_.size(); ++m) {
      if (const auto number = column.find(members_[m])) member_of[*number] = m;
    }
    const Wanted wanted(segment, options_.actor);
    auto session = segment.session();
    ActorPlaces places(session, members_, limit_);
    for (std::uint32_t doc = 0; doc < segment.size();) {
      const std::uint32_t end = std::min(segment.size(), doc + kArticlesAtATime);
      const auto& found = places.until(end);
      auto next = found.begin();
      for (; doc < end; ++doc) {
        if (limit_.tick()) return;
        const auto first = std::find_if(next, found.end(),
                                        [doc](const Occurrence& each) { return each.doc >= doc; });
        next = std::find_if(first, found.end(),
                            [doc](const Occurrence& each) { return each.doc > doc; });
        if (!wanted(doc)) continue;
        named_.clear();
        column.for_each(doc, [&](std::uint32_t number) {
          if (member_of[number] != kNobody) named_.push_back(member_of[number]);
        });
        if (named_.size() > 1) count(segment, doc, first, next);
      }
    }
  }

  // Requires: named_ holds the members whom the article names.
  void count(const storage::Segment& segment, std::uint32_t doc, Occurrences begin,
             Occurrences end) {
    const auto days = options_.by ? segment.columns().published(doc) : std::nullopt;
    const auto [at, is_new] =
        tables_.try_emplace(days ? period_of(*days, *options_.by) : std::nullopt);
    if (is_new && !limit_.take(kPeriodBytes)) return;
    counts_ = &at->second;
    std::sort(named_.begin(), named_.end());
    each_pair(named_, [](PairCount& pair) { ++pair.articles; });
    find_near(begin, end);
    for (const auto& [a, b] : near_) {
      if (PairCount* pair = counts_->of(a, b, limit_)) ++pair->near;
    }
    if (options_.sentences && !limit_.look()) count_sentences(index::decode(segment.record(doc)));
  }

  // Calls `add` with every pair of members, ascending, or those with the one who is asked for.
  template <class Add>
  void each_pair(const std::vector<std::uint32_t>& members, Add add) {
    const bool one = !options_.actor.empty();  // who has number 0
    if (one && (members.empty() || members.front() != 0)) return;
    for (std::size_t i = 0; i < (one ? 1 : members.size()); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j) {
        PairCount* pair = limit_.tick() ? nullptr : counts_->of(members[i], members[j], limit_);
        if (pair == nullptr) return;
        add(*pair);
      }
    }
  }

  // Which members stand near each other in an article.
  void find_near(Occurrences begin, Occurrences end) {
    near_.clear();
    for (auto first = begin; first != end; ++first) {
      for (auto second = first + 1;
           second != end && second->position - first->position <= options_.window; ++second) {
        const auto [a, b] = std::minmax(first->member, second->member);
        if (a != b && (options_.actor.empty() || a == 0)) near_.emplace_back(a, b);
      }
    }
    std::sort(near_.begin(), near_.end());
    near_.erase(std::unique(near_.begin(), near_.end()), near_.end());
  }

  void count_sentences(const index::Record& record) {
    if (!may_analyze(limit_, record.article.text.size())) return;
    const auto passages = passages_of(record);
    const actors::Cast cast(snapshot_.recipe().actors(), record.unlisted);
    std::vector<std::pair<std::size_t, std::uint32_t>> named;  // where, by whom
    for (auto first = record.mentions.begin(); first != record.mentions.end();) {
      const auto last = std::find_if(first, record.mentions.end(), [&](const auto& mention) {
        return mention.passage != first->passage;
      });
      named.clear();
      for (; first != last; ++first) {
        const auto member = numbers_.find(cast.id(first->actor));
        if (member != numbers_.end()) named.emplace_back(first->range.begin, member->second);
      }
      const article::Passage& passage = passages[(last - 1)->passage];
      std::sort(named.begin(), named.end());
      if (named.size() > 1) count_sentences(passage, named);
    }
  }

  void count_sentences(const article::Passage& passage,
                       const std::vector<std::pair<std::size_t, std::uint32_t>>& named) {
    breaker_.find(passage.text.substr(passage.range.begin, passage.range.size()), sentences_);
    auto next = named.begin();
    std::vector<std::uint32_t> members;
    for (const Range& sentence : sentences_) {
      members.clear();
      for (; next != named.end() && next->first < passage.range.begin + sentence.end; ++next) {
        members.push_back(next->second);
      }
      std::sort(members.begin(), members.end());
      members.erase(std::unique(members.begin(), members.end()), members.end());
      each_pair(members, [](PairCount& pair) { ++pair.sentences; });
    }
  }

  using Dated = std::pair<std::optional<int>, PairCount>;

  bool is_better(const Dated& x, const Dated& y) const {
    const PairCount& a = x.second;
    const PairCount& b = y.second;
    return std::tie(b.articles, b.sentences, b.near, members_[a.a], members_[a.b], x.first) <
           std::tie(a.articles, a.sentences, a.near, members_[b.a], members_[b.b], y.first);
  }

  // The best of all pairs, as many as are wanted and there is room for.
  std::vector<Dated> best() {
    std::size_t most = 0;
    for (const auto& [period, table] : tables_) most += table.size();
    most = std::min(most, options_.top);
    if (!limit_.has_room(most * kShownBytes)) most = limit_.room() / kShownBytes;
    const auto better = [this](const Dated& a, const Dated& b) { return is_better(a, b); };
    std::vector<Dated> pairs;
    pairs.reserve(2 * most);
    const auto keep_best = [&] {
      if (pairs.size() <= most) return;
      std::nth_element(pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(most),
                       pairs.end(), better);
      pairs.resize(most);
    };
    for (const auto& [period, table] : tables_) {
      table.for_each([&, period = period](const PairCount& pair) {
        if (pairs.size() == 2 * most && limit_.has_time()) keep_best();
        if (pairs.size() < 2 * most) pairs.emplace_back(period, pair);
      });
    }
    keep_best();
    std::sort(pairs.begin(), pairs.end(), better);
    return pairs;
  }

  const Snapshot& snapshot_;
  const PairOptions& options_;
  Limit& limit_;
  std::vector<std::string> members_;  // by their numbers
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::map<std::optional<int>, PairCounts> tables_;  // of each period
  text::SentenceBreaker breaker_;
  // Of the article that is looked at.
  PairCounts* counts_ = nullptr;  // of its period
  std::vector<std::uint32_t> named_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> near_;
  std::vector<Range> sentences_;
};

}  // namespace

std::vector<ActorPair> named_together(const Snapshot& snapshot, const PairOptions& options,
                                      Limit& limit) {
  if (options.actors > kMostPairedActors) {
    throw Error(ErrorCode::kLimit, "count pairs", "", "more than 10,000 actors are asked for",
                "ask for fewer");
  }
  return Together(snapshot, options, limit).count();
}

}  // namespace dateline::search
