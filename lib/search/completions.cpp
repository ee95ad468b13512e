// Walks the dictionary and a list of names.  In: a beginning.  Out: completions.
// Tested by tests/search/completions_test.cpp.
#include "search/completions.hpp"

#include "actors/catalog.hpp"
#include "analysis/terms.hpp"
#include "search/frequent_terms.hpp"
#include "search/spelled.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace dateline::search {
namespace {

constexpr std::size_t kLeastStem = 3;  // bytes of a stem that a beginning goes beyond
constexpr int kMostRead = 4;           // articles for each stem

std::uint64_t articles_with(const Snapshot& snapshot, const std::string& term) {
  std::uint64_t count = 0;
  for (const auto& segment : snapshot.segments()) {
    count += segment->session().document_frequency(term);
  }
  return count;
}

void add_words(const Snapshot& snapshot, const std::string& folded, std::size_t most, Limit& limit,
               std::vector<Completion>& out) {
  const std::string prefix = analysis::exact_term(Field::kBody, folded);
  for (const auto& [term, articles] : frequent_terms(snapshot, prefix, most, limit)) {
    out.push_back({term.substr(prefix.size() - folded.size()), "word", "", articles});
  }
}

// Frequent stems that begin so, and those that the beginning goes beyond.
TermCounts count_stems(const Snapshot& snapshot, analysis::Analyzer& analyzer,
                       const std::string& folded, std::size_t most, Limit& limit) {
  const std::string prefix = analysis::stem_term(Field::kBody, folded);
  TermCounts counts = frequent_terms(snapshot, prefix, most, limit);
  const auto add = [&](const std::string& stem) {
    const std::string term = analysis::stem_term(Field::kBody, stem);
    const bool is_known = std::any_of(counts.begin(), counts.end(),
                                      [&](const auto& one) { return one.first == term; });
    const std::uint64_t articles = is_known ? 0 : articles_with(snapshot, term);
    if (articles > 0) counts.emplace_back(term, articles);
  };
  for (std::size_t size = kLeastStem; size < folded.size(); ++size) add(folded.substr(0, size));
  add(analyzer.forms(analyzer.rules().language).of(folded, false).stem);
  std::sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  counts.resize(std::min(counts.size(), most));
  return counts;
}

// Where only stems are kept: the most frequent ones, as first articles write them.
void add_stems(const Snapshot& snapshot, const std::string& folded, std::size_t most, Limit& limit,
               std::vector<Completion>& out) {
  const auto analyzer = snapshot.analyzer();
  std::set<std::string> told;
  for (const auto& [stem, articles] : count_stems(snapshot, *analyzer, folded, 2 * most, limit)) {
    if (told.size() == most || !limit.has_time()) break;
    const std::string word = spelled(snapshot, *analyzer, stem, limit, folded, kMostRead);
    if (!word.empty() && told.insert(word).second) out.push_back({word, "word", "", articles});
  }
}

// Each actor and topic once, by its shortest name that fits.
void add_names(const Snapshot& snapshot, const NameList& names, std::string_view beginning,
               std::vector<Completion>& out) {
  std::map<std::pair<bool, std::string_view>, const NameList::Entry*> chosen;
  for (const NameList::Entry* entry : names.begin_with(actors::fold_name(beginning))) {
    auto& best = chosen[{entry->topic, entry->id}];
    if (best == nullptr || entry->name.size() < best->name.size()) best = entry;
  }
  for (const auto& [key, entry] : chosen) {
    const std::uint64_t articles =
        articles_with(snapshot, entry->topic ? analysis::topic_term(entry->id)
                                             : analysis::actor_term(Field::kBody, entry->id));
    if (articles == 0) continue;
    out.push_back({entry->name, entry->topic ? "topic" : "actor", entry->id, articles});
  }
}

}  // namespace

NameList::NameList(const recipe::Data& recipe) {
  for (const actors::Entry& entry : recipe.actors().entries()) {
    for (const actors::Name& name : entry.names) {
      if (!name.is_not)
        entries_.push_back({actors::fold_name(name.text), name.text, entry.actor.id});
    }
  }
  for (const topics::Entry& entry : recipe.topics().entries()) {
    const std::string& name = entry.topic.name;
    entries_.push_back({actors::fold_name(name), name, entry.topic.id, true});
  }
  std::sort(entries_.begin(), entries_.end(),
            [](const Entry& a, const Entry& b) { return a.folded < b.folded; });
}

std::vector<const NameList::Entry*> NameList::begin_with(std::string_view folded) const {
  std::vector<const Entry*> found;
  auto at = std::lower_bound(entries_.begin(), entries_.end(), folded,
                             [](const Entry& a, std::string_view b) { return a.folded < b; });
  for (; at != entries_.end() && at->folded.starts_with(folded); ++at) found.push_back(&*at);
  return found;
}

std::vector<Completion> completions(const Snapshot& snapshot, const NameList& names,
                                    std::string_view beginning, std::size_t most, Limit& limit) {
  std::vector<Completion> result;
  if (actors::fold_name(beginning).empty()) return result;
  add_names(snapshot, names, beginning, result);
  if (beginning.find(' ') == std::string_view::npos) {
    const std::string folded = text::fold_case(beginning);
    if (snapshot.recipe().terms().exact_forms) {
      add_words(snapshot, folded, most, limit, result);
    } else {
      add_stems(snapshot, folded, most, limit, result);
    }
  }
  const auto order = [](const Completion& a, const Completion& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.text < b.text;
  };
  const auto end = result.begin() + static_cast<std::ptrdiff_t>(std::min(most, result.size()));
  std::partial_sort(result.begin(), end, result.end(), order);
  result.erase(end, result.end());
  return result;
}

}  // namespace dateline::search
