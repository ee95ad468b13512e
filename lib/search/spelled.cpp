// Finds the words behind a stem.  In: a stem.  Out: a word.
// Tested by tests/search/spelled_test.cpp.
#include "search/spelled.hpp"

#include "index/record.hpp"
#include "search/stored.hpp"

#include <algorithm>
#include <map>

namespace dateline::search {
namespace {

using Forms = std::map<std::string, int>;

// Whether a word may begin so once it is folded, by its first byte.
bool may_begin(std::string_view word, std::string_view beginning) {
  if (beginning.empty() || word.empty()) return true;
  const auto first = static_cast<unsigned char>(word.front());
  return first >= 0x80 || (first | 0x20) == (static_cast<unsigned char>(beginning.front()) | 0x20);
}

void count_forms(analysis::Analyzer& analyzer, const index::Record& record, const std::string& stem,
                 std::string_view beginning, Forms& forms) {
  analysis::Forms& known = analyzer.forms(record.page.language.value);
  for (const article::Passage& passage : passages_of(record)) {
    if (passage.field != Field::kTitle && passage.field != Field::kBody) continue;
    for (const Range range : passage.words) {
      const auto word = passage.text.substr(range.begin, range.size());
      if (!may_begin(word, beginning)) continue;
      const analysis::Form& form = known.of(word, passage.shouting);
      if (form.stem == stem && form.exact.starts_with(beginning)) ++forms[form.exact];
    }
  }
}

}  // namespace

std::string spelled(const Snapshot& snapshot, analysis::Analyzer& analyzer, const std::string& stem,
                    Limit& limit, std::string_view beginning, int most_read) {
  Forms forms;
  int read = 0;
  for (const auto& segment : snapshot.segments()) {
    if (read == most_read) break;
    auto session = segment->session();
    const auto at = session.postings(stem);
    for (; at->doc() != storage::Cursor::kEnd && read < most_read; at->next()) {
      if (segment->removed(at->doc())) continue;
      if (!limit.has_time()) break;
      const auto record = index::decode(segment->record(at->doc()));
      if (may_analyze(limit, record.article.text.size())) {
        count_forms(analyzer, record, stem, beginning, forms);
      }
      ++read;
    }
  }
  const auto best = std::max_element(
      forms.begin(), forms.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (best != forms.end()) return best->first;
  return beginning.empty() ? stem : "";
}

}  // namespace dateline::search
