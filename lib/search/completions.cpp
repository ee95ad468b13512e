// Walks the dictionary and a list of names.  In: a beginning.  Out: completions.
// Tested by tests/search/completions_test.cpp.
#include "search/completions.hpp"

#include "actors/catalog.hpp"
#include "analysis/terms.hpp"
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

// In the order of bytes, none twice.
using TermCounts = std::vector<std::pair<std::string, std::uint64_t>>;

bool is_before(const TermCounts::value_type& a, const TermCounts::value_type& b) {
  return a.first < b.first;
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

// The articles of all terms that begin so.
TermCounts count_terms(const Snapshot& snapshot, const std::string& prefix) {
  TermCounts counts;
  for (const auto& segment : snapshot.segments()) {
    const auto before = static_cast<std::ptrdiff_t>(counts.size());
    segment->session().walk(prefix, [&](std::string_view term, std::uint32_t documents) {
      counts.emplace_back(term, documents);
      return std::size_t{0};
    });
    std::inplace_merge(counts.begin(), counts.begin() + before, counts.end(), is_before);
  }
  unite(counts);
  return counts;
}

void add_words(const Snapshot& snapshot, const std::string& folded, std::vector<Completion>& out) {
  const std::string prefix = analysis::exact_term(Field::kBody, folded);
  for (const auto& [term, articles] : count_terms(snapshot, prefix)) {
    out.push_back({term.substr(prefix.size() - folded.size()), "word", "", articles});
  }
}

// Stems that begin so, and those that the beginning goes beyond.
TermCounts count_stems(const Snapshot& snapshot, analysis::Analyzer& analyzer,
                       const std::string& folded) {
  TermCounts counts = count_terms(snapshot, analysis::stem_term(Field::kBody, folded));
  const auto add = [&](const std::string& stem) {
    const std::string term = analysis::stem_term(Field::kBody, stem);
    const TermCounts::value_type one{term, articles_with(snapshot, term)};
    const auto at = std::lower_bound(counts.begin(), counts.end(), one, is_before);
    if (one.second > 0 && (at == counts.end() || at->first != term)) counts.insert(at, one);
  };
  for (std::size_t size = kLeastStem; size < folded.size(); ++size) add(folded.substr(0, size));
  add(analyzer.forms(analyzer.rules().language).of(folded, false).stem);
  return counts;
}

// Where only stems are kept: the most frequent ones, as first articles write them.
void add_stems(const Snapshot& snapshot, const std::string& folded, std::size_t most,
               std::vector<Completion>& out) {
  const auto analyzer = snapshot.analyzer();
  const TermCounts counts = count_stems(snapshot, *analyzer, folded);
  std::vector<std::pair<std::string_view, std::uint64_t>> stems(counts.begin(), counts.end());
  const auto end = stems.begin() + static_cast<std::ptrdiff_t>(std::min(2 * most, stems.size()));
  std::partial_sort(stems.begin(), end, stems.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  std::set<std::string> told;
  for (auto at = stems.begin(); at != end && told.size() < most; ++at) {
    const std::string word =
        spelled(snapshot, *analyzer, std::string(at->first), folded, kMostRead);
    if (!word.empty() && told.insert(word).second) out.push_back({word, "word", "", at->second});
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
                                    std::string_view beginning, std::size_t most) {
  std::vector<Completion> result;
  if (actors::fold_name(beginning).empty()) return result;
  add_names(snapshot, names, beginning, result);
  if (beginning.find(' ') == std::string_view::npos) {
    const std::string folded = text::fold_case(beginning);
    if (snapshot.recipe().terms().exact_forms) {
      add_words(snapshot, folded, result);
    } else {
      add_stems(snapshot, folded, most, result);
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
