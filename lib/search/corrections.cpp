// Looks for near words of those that no article holds.  In: a query.  Out: another one.
// Method: the near word of the fewest edits, of these the most frequent one.
// Tested by tests/search/corrections_test.cpp.
#include "search/corrections.hpp"

#include "analysis/term_pattern.hpp"
#include "analysis/terms.hpp"
#include "base/utf8.hpp"
#include "search/names.hpp"
#include "search/spelled.hpp"
#include "text/fold.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace dateline::search {
namespace {

class Corrector {
 public:
  Corrector(const Snapshot& snapshot, analysis::Analyzer& analyzer, Limit& limit)
      : snapshot_(snapshot), analyzer_(analyzer), limit_(limit) {}

  bool correct(Query& query) {
    if (limit_.look()) return false;
    bool changed = false;
    if (query.kind == Query::Kind::kWord) changed = correct_word(query.text);
    if (query.kind == Query::Kind::kActor) changed = correct_name(query);
    for (Query& part : query.parts) changed = correct(part) || changed;
    return changed;
  }

 private:
  std::string term(std::string_view word) const {
    return snapshot_.recipe().terms().exact_forms ? analysis::exact_term(Field::kBody, word)
                                                  : analysis::stem_term(Field::kBody, word);
  }

  bool is_known(const std::string& folded) const {
    const recipe::Data& recipe = snapshot_.recipe();
    const std::string& language = analyzer_.rules().language;
    const std::string known = term(
        recipe.terms().exact_forms ? folded : analyzer_.forms(language).of(folded, false).stem);
    for (const auto& segment : snapshot_.segments()) {
      if (segment->session().document_frequency(known) > 0) return true;
    }
    return false;
  }

  bool correct_word(std::string& word) {
    std::vector<Range> ranges;
    text::WordBreaker().find(word, ranges);
    if (ranges.size() != 1 || ranges[0].size() != word.size()) return false;
    const std::string folded = text::fold_case(word);
    constexpr std::size_t kLeast = 4;  // bytes; shorter words are near too many
    if (folded.size() < kLeast || is_known(folded)) return false;
    if (!snapshot_.recipe().actors().named(word).empty()) return false;
    if (looked_up_++ == kMostLookedUp) return false;
    const std::string best = nearest(folded);
    if (best.empty()) return false;
    const bool exact = snapshot_.recipe().terms().exact_forms;
    word = exact ? best : spelled(snapshot_, analyzer_, best, limit_);
    return true;
  }

  // Of those near only the words of the fewest edits are kept.
  std::string nearest(const std::string& folded) {
    std::size_t first = 0;
    base::next_code_point(folded, first);
    analysis::TermTree leaf;
    leaf.kind = analysis::TermTree::Kind::kPrefix;
    leaf.term = term(std::string_view(folded).substr(0, first));
    leaf.pattern = folded.substr(first);
    constexpr std::size_t kLong = 6;
    leaf.edits = folded.size() < kLong ? 1 : 2;
    std::map<std::string, std::uint64_t, std::less<>> found;
    unsigned fewest = leaf.edits;
    for (const auto& segment : snapshot_.segments()) {
      analysis::TermPattern pattern(leaf);
      segment->session().walk(leaf.term, [&](std::string_view at, std::uint32_t documents) {
        if (limit_.tick()) return storage::SegmentSession::kEnough;
        const auto fit = pattern.look(at);
        if (!fit.fits) return fit.dead;
        if (fit.edits > fewest) return std::size_t{0};
        if (fit.edits < fewest) found.clear();
        fewest = fit.edits;
        found[std::string(at)] += documents;
        return std::size_t{0};
      });
    }
    if (found.empty() || limit_.is_over()) return {};
    const auto best =
        std::max_element(found.begin(), found.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return best->first.substr(leaf.term.size() - first);
  }

  bool correct_name(Query& query) const {
    const actors::Catalog& catalog = snapshot_.recipe().actors();
    if (!catalog.understand(query.text, query.field).actors.empty()) return false;
    const auto names = similar_names(catalog, query.text, 1);
    if (names.empty()) return false;
    query.text = names.front();
    return true;
  }

  static constexpr int kMostLookedUp = 16;
  const Snapshot& snapshot_;
  analysis::Analyzer& analyzer_;
  Limit& limit_;
  int looked_up_ = 0;
};

}  // namespace

std::optional<Query> corrected(const Snapshot& snapshot, analysis::Analyzer& analyzer,
                               const Query& query, Limit& limit) {
  Query other = query;
  if (!Corrector(snapshot, analyzer, limit).correct(other)) return std::nullopt;
  return other;
}

}  // namespace dateline::search
