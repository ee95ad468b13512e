// Looks filter terms up and, where one is unknown, the terms beside it.
// In: a query, a snapshot.  Out: notes.
// Tested by tests/search/unknown_values_test.cpp.
#include "search/unknown_values.hpp"

#include "analysis/terms.hpp"
#include "base/utf8.hpp"
#include "search/names.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace dateline::search {
namespace {

constexpr std::size_t kMostTerms = 10000;  // looked at in each segment
constexpr std::size_t kMostNamed = 5;

using Known = std::map<std::string, std::uint64_t>;  // without its prefix -> articles

bool is_known(const Snapshot& snapshot, const std::string& term) {
  return std::any_of(snapshot.segments().begin(), snapshot.segments().end(), [&](const auto& s) {
    const auto found = s->session().terms(term, 1);
    return !found.empty() && found.front().term == term;
  });
}

Known known_values(const Snapshot& snapshot, const std::string& prefix) {
  Known known;
  for (const auto& segment : snapshot.segments()) {
    storage::SegmentSession session = segment->session();
    for (const auto& count : session.terms(prefix, kMostTerms)) {
      known[count.term.substr(prefix.size())] += count.documents;
    }
  }
  return known;
}

// Those that resemble the value; if none does, the most frequent ones.
std::string advice(const Known& known, const std::string& value) {
  const std::size_t limit = value.size() / 3 + 1;
  std::vector<std::tuple<std::size_t, std::uint64_t, std::string>> order;
  bool near = false;
  for (const auto& [name, articles] : known) {
    const bool holds = value.size() > 2 && name.find(value) != std::string::npos;
    const std::size_t distance = holds ? 0 : edit_distance(name, value, limit);
    near |= distance <= limit;
    order.emplace_back(distance, ~articles, name);
  }
  std::sort(order.begin(), order.end());
  std::string names;
  for (std::size_t i = 0; i < std::min(order.size(), kMostNamed); ++i) {
    if (near && std::get<0>(order[i]) > limit) break;
    names += (i == 0 ? "" : ", ") + std::get<2>(order[i]);
  }
  if (names.empty()) return "; no article has any";
  return (near ? "; near it are " : "; there are ") + names;
}

}  // namespace

void note_patterns(const BoundQuery& query, std::vector<QueryWarning>& notes) {
  for (const auto& [pattern, words] : query.cut_patterns()) {
    std::string note = "\"" + pattern + "\" stands for more than ";
    note += words == kMaxExpansions ? "1,000" : std::to_string(words);
    note += " words; the most frequent ones are searched";
    notes.push_back({{}, std::move(note)});
  }
  for (const std::string& pattern : query.unknown_patterns()) {
    notes.push_back({{}, "\"" + pattern + "\" stands for no word of the articles"});
  }
}

void note_unknown_values(const Snapshot& snapshot, const Query& query,
                         std::vector<QueryWarning>& notes) {
  for (const Query& part : query.parts) note_unknown_values(snapshot, part, notes);
  const bool source = query.kind == Query::Kind::kSource;
  if (!source && query.kind != Query::Kind::kLanguage) return;
  const std::string term = source ? analysis::source_term(query.text)
                                  : analysis::language_term(base::ascii_lower(query.text));
  if (is_known(snapshot, term)) return;
  const Known known = known_values(snapshot, term.substr(0, 1));
  notes.push_back({query.range, std::string("no article has the ") +
                                    (source ? "source \"" : "language \"") + query.text + "\"" +
                                    advice(known, term.substr(1))});
}

}  // namespace dateline::search
