// Terms and actors that set some articles apart.  In: two sets of articles.  Out: names with counts.
// Tested by tests/search/significant_test.cpp.
#include "search/significant.hpp"

#include "index/record.hpp"
#include "ranking/relevance_model.hpp"
#include "search/stored.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace dateline::search {
namespace {

constexpr std::size_t kRead = 64;        // articles
constexpr std::size_t kCandidates = 80;  // terms whose postings are counted
constexpr std::size_t kTermBytes = 320;  // of a term seen, with its spellings
constexpr std::size_t kActorBytes = 400;

using Sides = std::pair<std::uint64_t, std::uint64_t>;  // here, everywhere

std::uint64_t count(const ArticleSet& set) {
  std::uint64_t sum = 0;
  for (const auto& segment : set) {
    sum += static_cast<std::uint64_t>(std::count(segment.begin(), segment.end(), true));
  }
  return sum;
}

// A term seen in the articles that were read.
struct Seen {
  std::size_t articles = 0;
  std::map<std::string, std::size_t> spellings;
};

void see(const Snapshot& snapshot, analysis::Analyzer& analyzer, std::size_t segment,
         std::uint32_t doc, std::map<std::string, Seen>& terms, Limit& limit) {
  const auto record = index::decode(snapshot.segments()[segment]->record(doc));
  if (!may_analyze(limit, record.article.text.size())) return;
  const auto passages = passages_of(record);
  const auto analysis =
      analyzer.analyze(passages, record.page.language.value, {}, snapshot.recipe().actors());
  std::set<std::string_view> once;
  for (const analysis::Token& token : analysis.tokens) {
    if (token.field != Field::kTitle && token.field != Field::kBody) continue;
    if (token.form->stop || !ranking::tells_in_model(token.form->stem)) continue;
    const auto [at, is_new] = terms.try_emplace(token.form->stem);
    Seen& seen = at->second;
    if (is_new && !limit.take(kTermBytes)) return;
    ++seen.spellings[token.form->exact];
    if (once.insert(token.form->stem).second) ++seen.articles;
  }
}

// Of articles spread evenly over the set.
std::map<std::string, Seen> read_some(const Snapshot& snapshot, analysis::Analyzer& analyzer,
                                      const ArticleSet& here, std::uint64_t size, Limit& limit) {
  std::map<std::string, Seen> terms;
  const std::uint64_t step = std::max<std::uint64_t>(1, size / kRead);
  std::uint64_t at = 0;
  for (std::size_t s = 0; s < here.size(); ++s) {
    for (std::uint32_t doc = 0; doc < here[s].size(); ++doc) {
      if (limit.tick()) return terms;
      if (here[s][doc] && at++ % step == 0 && !limit.look()) {
        see(snapshot, analyzer, s, doc, terms, limit);
      }
    }
  }
  return terms;
}

// The terms that promise most, by how many of the articles read hold them and how rare they are.
std::vector<std::string> choose(const Snapshot& snapshot, const std::map<std::string, Seen>& terms,
                                std::uint64_t all, Limit& limit) {
  std::vector<storage::SegmentSession> sessions;
  for (const auto& segment : snapshot.segments()) sessions.push_back(segment->session());
  std::vector<std::pair<double, std::string>> order;
  for (const auto& [term, seen] : terms) {
    if (limit.tick()) return {};
    std::uint64_t frequency = 0;
    for (auto& session : sessions) frequency += session.document_frequency(term);
    const double rarity =
        std::log(static_cast<double>(all + 1) / static_cast<double>(frequency + 1));
    order.emplace_back(-static_cast<double>(seen.articles) * rarity, term);
  }
  std::sort(order.begin(), order.end());
  order.resize(std::min(order.size(), kCandidates));
  std::vector<std::string> chosen;
  chosen.reserve(order.size());
  for (auto& [score, term] : order) chosen.push_back(std::move(term));
  return chosen;
}

// Nothing when the limit was over before all were seen.
std::optional<Sides> count_term(const Snapshot& snapshot, const std::string& term,
                                const ArticleSet& here, const ArticleSet& everywhere,
                                Limit& limit) {
  Sides sides{0, 0};
  for (std::size_t s = 0; s < here.size(); ++s) {
    auto session = snapshot.segments()[s]->session();
    for (auto at = session.postings(term); at->doc() != storage::Cursor::kEnd; at->next()) {
      if (limit.tick()) return std::nullopt;
      sides.first += here[s][at->doc()];
      sides.second += everywhere[s][at->doc()];
    }
  }
  return sides;
}

// By the numbers of the actors in the segment.  False when the limit was over before all were seen.
bool count_actors(const storage::ValueColumn& column, const std::vector<bool>& here,
                  const std::vector<bool>& everywhere, std::vector<Sides>& counts, Limit& limit) {
  if (!limit.take(column.size() * sizeof(Sides))) return false;
  counts.resize(column.size());
  for (std::uint32_t doc = 0; doc < everywhere.size(); ++doc) {
    if (limit.tick()) return false;
    if (!everywhere[doc]) continue;
    column.for_each(doc, [&](std::uint32_t number) {
      counts[number].first += here[doc];
      ++counts[number].second;
    });
  }
  return true;
}

// Those who are named here; nobody when the limit was over before all were seen.
std::map<std::string_view, Sides> count_actors(const Snapshot& snapshot, const ArticleSet& here,
                                               const ArticleSet& everywhere, Limit& limit) {
  std::vector<std::vector<Sides>> counts(here.size());
  std::map<std::string_view, Sides> all;
  const auto column = [&](std::size_t s) -> const storage::ValueColumn& {
    return snapshot.segments()[s]->columns()[storage::Column::kActors];
  };
  for (std::size_t s = 0; s < here.size(); ++s) {
    if (!count_actors(column(s), here[s], everywhere[s], counts[s], limit)) return {};
    for (std::uint32_t number = 0; number < counts[s].size(); ++number) {
      if (counts[s][number].first == 0) continue;
      if (limit.tick() || !limit.take(kActorBytes)) return {};
      all[column(s).value(number)];
    }
  }
  for (auto& [id, sides] : all) {
    if (limit.tick()) return {};
    for (std::size_t s = 0; s < here.size(); ++s) {
      const auto number = column(s).find(id);
      if (!number) continue;
      sides.first += counts[s][*number].first;
      sides.second += counts[s][*number].second;
    }
  }
  return all;
}

std::string commonest(const Seen& seen) {
  const auto best =
      std::max_element(seen.spellings.begin(), seen.spellings.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return best->first;
}

// The best of one kind.
void keep_best(std::vector<Significant>& found, std::size_t most) {
  std::sort(found.begin(), found.end(), [](const Significant& a, const Significant& b) {
    return a.score != b.score ? a.score > b.score : a.text < b.text;
  });
  found.resize(std::min(found.size(), most));
}

double part(double observed, double expected) {
  return observed == 0 ? 0 : observed * std::log(observed / expected);
}

}  // namespace

ArticleSet all_articles(const Snapshot& snapshot, Limit& limit) {
  ArticleSet set = no_articles(snapshot, limit);
  for (std::size_t s = 0; s < set.size(); ++s) {
    const storage::Segment& segment = *snapshot.segments()[s];
    for (std::uint32_t doc = 0; doc < segment.size() && !limit.tick(); ++doc) {
      set[s][doc] = !segment.removed(doc);
    }
  }
  return set;
}

double surprise(std::uint64_t here, std::uint64_t size, std::uint64_t everywhere,
                std::uint64_t all) {
  const auto a = static_cast<double>(here);
  const auto b = static_cast<double>(everywhere - here);
  const auto n = static_cast<double>(size);
  const auto m = static_cast<double>(all - size);
  if (n == 0 || m == 0 || a * m <= b * n) return 0;
  const double share = (a + b) / (n + m);
  return 2 * (part(a, n * share) + part(b, m * share) + part(n - a, n * (1 - share)) +
              part(m - b, m * (1 - share)));
}

std::vector<Significant> significant(const Snapshot& snapshot, analysis::Analyzer& analyzer,
                                     const ArticleSet& here, const ArticleSet& everywhere,
                                     std::size_t most, Limit& limit) {
  if (limit.look()) return {};
  const std::uint64_t size = count(here);
  const std::uint64_t all = count(everywhere);
  const auto make = [&](std::string text, bool is_actor, Sides sides) {
    std::string name = is_actor ? snapshot.recipe().actors().name_of(text) : text;
    return Significant{std::move(text), std::move(name),
                       is_actor,        sides.first,
                       sides.second,    surprise(sides.first, size, sides.second, all)};
  };
  std::vector<Significant> actors;
  for (const auto& [id, sides] : count_actors(snapshot, here, everywhere, limit)) {
    actors.push_back(make(std::string(id), true, sides));
  }
  std::vector<Significant> terms;
  const auto seen = read_some(snapshot, analyzer, here, size, limit);
  for (const std::string& term : choose(snapshot, seen, all, limit)) {
    const auto sides = count_term(snapshot, term, here, everywhere, limit);
    if (sides) terms.push_back(make(commonest(seen.at(term)), false, *sides));
  }
  for (auto* found : {&actors, &terms}) {
    std::erase_if(*found, [](const Significant& one) { return one.score <= 0; });
    keep_best(*found, most);
  }
  terms.insert(terms.end(), actors.begin(), actors.end());
  keep_best(terms, 2 * most);
  return terms;
}

}  // namespace dateline::search
