// Finds the words behind a stem.  In: a stem.  Out: a word.
// Tested by tests/search/spelled_test.cpp.
#include "search/spelled.hpp"

#include "index/record.hpp"
#include "search/stored.hpp"

#include <algorithm>
#include <map>

namespace dateline::search {
namespace {

constexpr int kMostRead = 8;

using Forms = std::map<std::string, int>;

void count_forms(const Snapshot& snapshot, analysis::Analyzer& analyzer,
                 const index::Record& record, const std::string& stem, Forms& forms) {
  const auto passages = passages_of(record);
  const auto analysis =
      analyzer.analyze(passages, record.page.language.value, {}, snapshot.recipe().actors());
  for (const analysis::Token& token : analysis.tokens) {
    const bool counts = token.field == Field::kTitle || token.field == Field::kBody;
    if (counts && token.form->stem == stem) ++forms[token.form->exact];
  }
}

}  // namespace

std::string spelled(const Snapshot& snapshot, analysis::Analyzer& analyzer,
                    const std::string& stem) {
  Forms forms;
  int read = 0;
  for (const auto& segment : snapshot.segments()) {
    auto session = segment->session();
    const auto at = session.postings(stem);
    for (; at->doc() != storage::Cursor::kEnd && read < kMostRead; at->next()) {
      if (segment->removed(at->doc())) continue;
      count_forms(snapshot, analyzer, index::decode(segment->record(at->doc())), stem, forms);
      ++read;
    }
  }
  const auto best = std::max_element(
      forms.begin(), forms.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == forms.end() ? stem : best->first;
}

}  // namespace dateline::search
