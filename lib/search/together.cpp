// Counts actors named together.  In: a snapshot.  Out: pairs.
// Tested by tests/search/together_test.cpp.
#include "search/together.hpp"

#include "analysis/terms.hpp"
#include "index/record.hpp"
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

constexpr std::uint32_t kArticlesAtATime = 8192;
constexpr std::size_t kMostPairs = 4000000;  // some 200 MB
constexpr std::uint32_t kNobody = ~std::uint32_t{0};
constexpr std::uint64_t kCaptions = std::uint64_t{1}
                                    << 32;  // their positions lie behind all others

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
std::vector<std::string> choose_members(const Snapshot& snapshot, const PairOptions& options) {
  std::unordered_map<std::string_view, std::uint64_t> articles;
  for (const auto& segment : snapshot.segments()) {
    const storage::ValueColumn& column = actor_column(*segment);
    const Wanted wanted(*segment, options.actor);
    std::vector<std::uint64_t> counts(column.size());
    for (std::uint32_t doc = 0; doc < segment->size(); ++doc) {
      if (wanted(doc)) column.for_each(doc, [&](std::uint32_t number) { ++counts[number]; });
    }
    for (std::uint32_t number = 0; number < column.size(); ++number) {
      if (counts[number] > 0) articles[column.value(number)] += counts[number];
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

struct Occurrence {
  std::uint32_t doc;
  std::uint32_t member;
  std::uint64_t position;
};

// Where the members stand in the articles of a segment, a stretch of them at a time.
class Places {
 public:
  Places(storage::SegmentSession& session, const std::vector<std::string>& members) {
    for (std::uint32_t m = 0; m < members.size(); ++m) {
      for (const Field field : {Field::kBody, Field::kCaption}) {
        auto cursor = session.postings(analysis::actor_term(field, members[m]));
        if (cursor->doc() == storage::Cursor::kEnd) continue;
        lists_.push_back({std::move(cursor), m, field == Field::kCaption ? kCaptions : 0});
      }
    }
  }

  // In articles below `end`, by article and position.  Requires: `end` grows from call to call.
  const std::vector<Occurrence>& until(std::uint32_t end) {
    found_.clear();
    for (const List& list : lists_) {
      for (; list.cursor->doc() < end; list.cursor->next()) {
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

 private:
  struct List {
    std::unique_ptr<storage::Cursor> cursor;
    std::uint32_t member;
    std::uint64_t base;
  };
  std::vector<List> lists_;
  std::vector<Occurrence> found_;
  std::vector<std::uint32_t> positions_;
};

class Together {
 public:
  Together(const Snapshot& snapshot, const PairOptions& options)
      : snapshot_(snapshot), options_(options), members_(choose_members(snapshot, options)) {
    for (std::uint32_t m = 0; m < members_.size(); ++m) numbers_.emplace(members_[m], m);
  }

  std::vector<ActorPair> count() {
    for (std::size_t s = 0; s < snapshot_.segments().size(); ++s) count(*snapshot_.segments()[s]);
    std::vector<ActorPair> pairs;
    for (const auto& [period, pair] : take()) {
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
    Places places(session, members_);
    for (std::uint32_t doc = 0; doc < segment.size();) {
      const std::uint32_t end = std::min(segment.size(), doc + kArticlesAtATime);
      const auto& found = places.until(end);
      auto next = found.begin();
      for (; doc < end; ++doc) {
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
    counts_ = &tables_[days ? period_of(*days, *options_.by) : std::nullopt];
    const std::size_t before = counts_->size();
    std::sort(named_.begin(), named_.end());
    each_pair(named_, [](PairCount& pair) { ++pair.articles; });
    find_near(begin, end);
    for (const auto& [a, b] : near_) ++counts_->of(a, b).near;
    if (options_.sentences) count_sentences(index::decode(segment.record(doc)));
    pairs_ += counts_->size() - before;
    if (pairs_ > kMostPairs) {
      throw Error(ErrorCode::kLimit, "count pairs", "", "there are over 4 million of them",
                  "ask for fewer actors or for longer periods");
    }
  }

  // Calls `add` with every pair of members, ascending, or those with the one who is asked for.
  template <class Add>
  void each_pair(const std::vector<std::uint32_t>& members, Add add) {
    const bool one = !options_.actor.empty();  // who has number 0
    if (one && (members.empty() || members.front() != 0)) return;
    for (std::size_t i = 0; i < (one ? 1 : members.size()); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j) {
        add(counts_->of(members[i], members[j]));
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

  // The best of all pairs.
  std::vector<Dated> take() const {
    std::vector<Dated> pairs;
    for (const auto& [period, table] : tables_) {
      for (const PairCount& pair : table.take()) pairs.emplace_back(period, pair);
    }
    const auto better = [this](const Dated& x, const Dated& y) {
      const PairCount& a = x.second;
      const PairCount& b = y.second;
      return std::tie(b.articles, b.sentences, b.near, members_[a.a], members_[a.b], x.first) <
             std::tie(a.articles, a.sentences, a.near, members_[b.a], members_[b.b], y.first);
    };
    const std::size_t top = std::min(options_.top, pairs.size());
    std::partial_sort(pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(top), pairs.end(),
                      better);
    pairs.resize(top);
    return pairs;
  }

  const Snapshot& snapshot_;
  const PairOptions& options_;
  std::vector<std::string> members_;  // by their numbers
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::map<std::optional<int>, PairCounts> tables_;  // of each period
  std::size_t pairs_ = 0;                            // in all of them
  text::SentenceBreaker breaker_;
  // Of the article that is looked at.
  PairCounts* counts_ = nullptr;  // of its period
  std::vector<std::uint32_t> named_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> near_;
  std::vector<Range> sentences_;
};

}  // namespace

std::vector<ActorPair> named_together(const Snapshot& snapshot, const PairOptions& options) {
  if (options.actors > kMostPairedActors) {
    throw Error(ErrorCode::kLimit, "count pairs", "", "more than 10,000 actors are asked for",
                "ask for fewer");
  }
  return Together(snapshot, options).count();
}

}  // namespace dateline::search
