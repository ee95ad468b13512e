// Chooses quotes and their words.  In: records.  Out: quotes to show.
// Tested by tests/search/quotes_test.cpp.
#include "search/quotes.hpp"

#include "search/stored.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <set>

namespace dateline::search {
namespace {

const article::Passage* passage_of(const std::vector<article::Passage>& passages,
                                   const Quote& quote) {
  const auto found = std::find_if(passages.begin(), passages.end(), [&](const auto& passage) {
    return passage.field == quote.field && passage.range.contains(quote.spans.front());
  });
  return found == passages.end() ? nullptr : &*found;
}

std::optional<std::string> judged(const std::optional<Judgement>& judgement) {
  return judgement ? std::optional(judgement->value) : std::nullopt;
}

QuoteHit to_hit(const index::Record& record, const article::Passage& passage, const Quote& quote) {
  const auto words = [&](Range range) {
    return std::string(passage.text.substr(range.begin, range.size()));
  };
  QuoteHit hit;
  hit.quote = quote;
  hit.article = record.article.id;
  for (const Range span : quote.spans) hit.text += (hit.text.empty() ? "" : " … ") + words(span);
  hit.name = words(quote.name);
  hit.verb = words(quote.verb);
  if (quote.addressee) hit.addressee = words(*quote.addressee);
  hit.date = judged(record.page.date);
  hit.source = judged(record.page.source);
  return hit;
}

}  // namespace

QuoteFilter::QuoteFilter(analysis::Analyzer& analyzer, std::vector<std::string> speakers,
                         std::string_view about)
    : analyzer_(analyzer), speakers_(std::move(speakers)), about_(about) {}

std::vector<QuoteHit> QuoteFilter::fitting(const index::Record& record, Limit& limit) {
  std::vector<QuoteHit> hits;
  if (std::none_of(record.quotes.begin(), record.quotes.end(),
                   [&](const Quote& quote) { return is_wanted(quote); })) {
    return hits;
  }
  if (!may_analyze(limit, record.article.text.size())) return hits;
  const auto passages = passages_of(record);
  for (const Quote& quote : record.quotes) {
    const article::Passage* passage = is_wanted(quote) ? passage_of(passages, quote) : nullptr;
    if (passage == nullptr || !is_about(*passage, record.page.language.value)) continue;
    hits.push_back(to_hit(record, *passage, quote));
  }
  return hits;
}

bool QuoteFilter::is_wanted(const Quote& quote) const {
  return speakers_.empty() ||
         std::find(speakers_.begin(), speakers_.end(), quote.speaker) != speakers_.end();
}

bool QuoteFilter::is_about(const article::Passage& passage, const std::string& language) {
  if (about_.empty()) return true;
  std::vector<Range> words;
  text::WordBreaker().find(about_, words);
  analysis::Forms& forms = analyzer_.forms(language);
  std::set<std::string> wanted;
  for (const Range word : words) {
    const auto& form = forms.of(std::string_view(about_).substr(word.begin, word.size()), false);
    if (!form.stop) wanted.insert(form.stem);
  }
  for (const Range word : passage.words) {
    wanted.erase(forms.of(passage.text.substr(word.begin, word.size()), passage.shouting).stem);
  }
  return wanted.empty();
}

std::size_t memory_of(const QuoteHit& hit) {
  return 2 * sizeof(QuoteHit) + hit.text.size() + hit.article.size() + hit.name.size() +
         hit.verb.size() + hit.addressee.size() + hit.quote.spans.size() * sizeof(Range);
}

}  // namespace dateline::search
