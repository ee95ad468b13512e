// Chooses frequent terms.  In: a beginning.  Out: terms.
// Tested by tests/search/frequent_terms_test.cpp.
#include "search/frequent_terms.hpp"

#include "words/frequent_terms.hpp"

#include <algorithm>
#include <optional>
#include <unordered_set>

namespace dateline::search {
namespace {

using TermCount = TermCounts::value_type;

constexpr std::size_t kMostLookedUp = 4000;  // in a dictionary; to read all is faster than more
constexpr std::size_t kWalkedBytes = 64;

bool is_better(const TermCount& a, const TermCount& b) {
  return a.second != b.second ? a.second > b.second : a.first < b.first;
}

bool is_before(const TermCount& a, const TermCount& b) {
  return a.first < b.first;
}

void keep_best(TermCounts& counts, std::size_t most) {
  const auto end = counts.begin() + static_cast<std::ptrdiff_t>(std::min(most, counts.size()));
  std::partial_sort(counts.begin(), end, counts.end(), is_better);
  counts.erase(end, counts.end());
}

// Those that are the same become one.
void unite(TermCounts& counts) {
  if (counts.empty()) return;
  auto last = counts.begin();
  for (auto at = last + 1; at != counts.end(); ++at) {
    if (at->first == last->first) {
      last->second += at->second;
    } else if (++last != at) {
      *last = std::move(*at);
    }
  }
  counts.erase(last + 1, counts.end());
}

TermCounts count_all(const Snapshot& snapshot, std::string_view beginning, Limit& limit) {
  TermCounts counts;
  for (const auto& segment : snapshot.segments()) {
    const auto before = static_cast<std::ptrdiff_t>(counts.size());
    segment->session().walk(beginning, [&](std::string_view term, std::uint32_t documents) {
      const bool grows = counts.size() == counts.capacity();
      if (limit.tick() || (grows && limit.look(3 * counts.size() * kWalkedBytes))) {
        return storage::SegmentSession::kEnough;
      }
      counts.emplace_back(term, documents);
      return std::size_t{0};
    });
    std::inplace_merge(counts.begin(), counts.begin() + before, counts.end(), is_before);
  }
  unite(counts);
  return counts;
}

// The terms of all segments by the most that they may be in.
class Threshold {
 public:
  Threshold(const Snapshot& snapshot, std::string_view beginning) {
    for (const auto& segment : snapshot.segments()) {
      lists_.emplace_back(*segment->words(), beginning);
      sessions_.push_back(segment->session());
    }
  }

  // The best; nothing where too many have to be looked up.
  std::optional<TermCounts> best(std::size_t most, Limit& limit) {
    const Limit::Loan loan(limit);
    TermCounts best;  // a heap, the worst in front
    std::unordered_set<std::string> met;
    while (bound() > 0 && (best.size() < most || bound() >= best.front().second)) {
      if (limit.look()) break;
      std::string term = most_promising().next();
      if (term.empty() || !met.insert(term).second) continue;
      if (met.size() * sessions_.size() > kMostLookedUp) return std::nullopt;
      if (!limit.take(kWalkedBytes)) break;
      const std::uint64_t articles = count(term);
      if (articles == 0) continue;
      best.emplace_back(std::move(term), articles);
      std::push_heap(best.begin(), best.end(), is_better);
      if (best.size() <= most) continue;
      std::pop_heap(best.begin(), best.end(), is_better);
      best.pop_back();
    }
    std::sort_heap(best.begin(), best.end(), is_better);
    return best;
  }

 private:
  // Of a term that was not met.
  std::uint64_t bound() const {
    std::uint64_t sum = 0;
    for (const words::FrequentTerms& list : lists_) sum += list.bound();
    return sum;
  }

  words::FrequentTerms& most_promising() {
    return *std::max_element(lists_.begin(), lists_.end(),
                             [](const auto& a, const auto& b) { return a.bound() < b.bound(); });
  }

  std::uint64_t count(std::string_view term) {
    std::uint64_t articles = 0;
    for (storage::SegmentSession& session : sessions_) articles += session.document_frequency(term);
    return articles;
  }

  std::vector<words::FrequentTerms> lists_;
  std::vector<storage::SegmentSession> sessions_;
};

}  // namespace

TermCounts frequent_terms(const Snapshot& snapshot, std::string_view beginning, std::size_t most,
                          Limit& limit) {
  const auto& segments = snapshot.segments();
  const bool is_ordered = std::all_of(segments.begin(), segments.end(), [](const auto& segment) {
    return segment->words() != nullptr;
  });
  if (most == 0) return {};
  if (is_ordered) {
    if (auto best = Threshold(snapshot, beginning).best(most, limit)) return *best;
  }
  TermCounts counts = count_all(snapshot, beginning, limit);
  keep_best(counts, most);
  return counts;
}

}  // namespace dateline::search
