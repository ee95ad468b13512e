// From stored records to what users see.  In: records.  Out: hits, stored articles.
// Tested by tests/search/searcher_test.cpp.
#include "search/stored.hpp"

#include "analysis/terms.hpp"
#include "index/pipeline.hpp"
#include "search/snippet.hpp"

#include <algorithm>
#include <set>

namespace dateline::search {
namespace {

constexpr std::size_t kMostMatches = 20;
constexpr std::size_t kBeginsBytes = 80;
constexpr std::size_t kAnalysisBytes = 20;             // for each byte of a text
constexpr std::size_t kLeastBytes = 1024;              // of a text
constexpr std::chrono::nanoseconds kAnalysisTime{50};  // for each byte

std::optional<std::string> value_of(const std::optional<Judgement>& judgement) {
  return judgement ? std::optional(judgement->value) : std::nullopt;
}

// The first words of the text proper.
std::string begins(const std::vector<article::Passage>& passages) {
  for (const article::Passage& passage : passages) {
    if (passage.field != Field::kBody || passage.words.empty()) continue;
    std::size_t end = passage.words.front().end;
    for (const Range word : passage.words) {
      if (word.end - passage.range.begin > kBeginsBytes) break;
      end = word.end;
    }
    return std::string(passage.text.substr(passage.range.begin, end - passage.range.begin));
  }
  return {};
}

// At most kMostMatches: the first of each label, then the rest in text order.
std::vector<Match> make_matches(const std::vector<article::Passage>& passages,
                                const std::vector<analysis::Place>& places) {
  std::set<std::string_view> labels;
  std::vector<std::size_t> chosen;
  std::vector<std::size_t> rest;
  for (std::size_t i = 0; i < places.size(); ++i) {
    (labels.insert(places[i].label).second ? chosen : rest).push_back(i);
  }
  chosen.insert(chosen.end(), rest.begin(), rest.end());
  chosen.resize(std::min(chosen.size(), kMostMatches));
  std::sort(chosen.begin(), chosen.end());
  std::vector<Match> matches;
  for (const std::size_t i : chosen) {
    const analysis::Place& place = places[i];
    const auto text = passages[place.passage].text;
    matches.push_back({std::string(analysis::what_name(place.what)), std::string(place.label),
                       std::string(text.substr(place.range.begin, place.range.size())), place.field,
                       place.range});
  }
  return matches;
}

// Terms that narrow a search and that an article has to have, or one of them.
void add_filters(const analysis::TermTree& tree, std::set<std::string_view>& terms) {
  using analysis::TermTree;
  if (tree.kind == TermTree::Kind::kTerm && tree.what == analysis::What::kNothing)
    terms.insert(tree.term);
  const std::size_t parts = tree.kind == TermTree::Kind::kExcept ? 1 : tree.parts.size();
  for (std::size_t i = 0; i < parts; ++i) add_filters(tree.parts[i], terms);
}

// Dates and speakers are filters, of which the postings know no places; the record does.
class FilterPlaces {
 public:
  FilterPlaces(const std::vector<article::Passage>& passages, const analysis::TermTree& tree,
               std::vector<analysis::Place>& places)
      : passages_(passages), places_(places) {
    add_filters(tree, wanted_);
  }

  void add(const index::Record& record) {
    if (wanted_.empty()) return;
    for (const MentionedDate& mention : record.page.dates) {
      for (const std::string& term : analysis::date_terms(mention.date)) {
        add_where(term, analysis::What::kDate, mention.range, [&](const article::Passage& passage) {
          return passage.text.data() == record.article.text.data();
        });
      }
    }
    for (const Quote& quote : record.quotes) {
      const std::string term = analysis::speaker_term(quote.speaker);
      for (const Range span : quote.spans) {
        add_where(term, analysis::What::kQuote, span,
                  [&](const article::Passage& passage) { return passage.field == quote.field; });
      }
    }
    std::stable_sort(places_.begin(), places_.end(), [](const auto& a, const auto& b) {
      return std::pair(a.passage, a.range.begin) < std::pair(b.passage, b.range.begin);
    });
  }

 private:
  template <class IsOfRange>
  void add_where(const std::string& term, analysis::What what, Range range, IsOfRange is_of_range) {
    const auto found = wanted_.find(term);
    if (found == wanted_.end()) return;
    for (std::uint32_t p = 0; p < passages_.size(); ++p) {
      if (!is_of_range(passages_[p]) || !passages_[p].range.contains(range)) continue;
      const std::string_view value = found->substr(1);  // without its prefix
      places_.push_back({what, value, range, p, passages_[p].field});
      return;
    }
  }

  const std::vector<article::Passage>& passages_;
  std::vector<analysis::Place>& places_;
  std::set<std::string_view> wanted_;
};

std::vector<std::string> actor_ids(const recipe::Data& recipe, const index::Record& record) {
  const actors::Cast cast(recipe.actors(), record.unlisted);
  std::set<std::string_view> ids;
  for (const auto& mention : record.mentions) ids.insert(cast.id(mention.actor));
  return {ids.begin(), ids.end()};
}

// What the record tells as it stands.
Hit bare_hit(const recipe::Data& recipe, const index::Record& record) {
  Hit hit;
  hit.id = record.article.id;
  hit.title = value_of(record.page.title);
  hit.date = value_of(record.page.date);
  hit.source = value_of(record.page.source);
  hit.language = record.page.language.value;
  hit.url = record.article.url;
  hit.actors = actor_ids(recipe, record);
  for (const TopicMatch& topic : record.topics) hit.topics.push_back(topic.id);
  return hit;
}

}  // namespace

std::vector<article::Passage> passages_of(const index::Record& record) {
  text::WordBreaker breaker;
  return article::passages(record.article, record.page, breaker);
}

bool may_analyze(Limit& limit, std::size_t text_bytes) {
  return limit.has_room(kAnalysisBytes * (text_bytes + kLeastBytes)) &&
         limit.has_time(kAnalysisTime * static_cast<std::int64_t>(text_bytes));
}

Hit make_hit(const recipe::Data& recipe, analysis::Analyzer& analyzer, const index::Record& record,
             const analysis::TermTree& tree, Limit& limit) {
  Hit hit = bare_hit(recipe, record);
  if (!may_analyze(limit, record.article.text.size())) return hit;
  const auto passages = passages_of(record);
  const auto analysis = analyzer.analyze(passages, record.page.language.value, record.mentions,
                                         actors::Cast(recipe.actors(), record.unlisted));
  auto filters = index::filter_terms(record);
  const analysis::OneArticle one(analysis, analyzer.terms(), std::move(filters),
                                 index::published(record.page));
  auto places = one.places(tree);
  FilterPlaces(passages, tree, places).add(record);
  hit.begins = begins(passages);
  hit.snippet = make_snippet(passages, places);
  hit.matches = make_matches(passages, places);
  return hit;
}

std::size_t memory_of(const Hit& hit) {
  constexpr std::size_t kString = 64;
  std::size_t bytes = 2 * sizeof(Hit) + hit.snippet.text.size() + hit.begins.size();
  bytes += hit.matches.size() * (sizeof(Match) + kString);
  bytes += (hit.actors.size() + hit.topics.size() + hit.snippet.marks.size()) * kString;
  return bytes + (hit.title ? hit.title->size() : 0) + hit.id.size();
}

StoredArticle to_stored(const recipe::Data& recipe, index::Record record) {
  const auto passages = passages_of(record);
  StoredArticle stored;
  const actors::Cast cast(recipe.actors(), record.unlisted);
  for (const actors::Found& mention : record.mentions) {
    stored.mentions.push_back({std::string(cast.id(mention.actor)), mention.range,
                               passages[mention.passage].field, mention.how});
  }
  for (const actors::Unlisted& own : record.unlisted) {
    stored.provisional.push_back({{own.id, own.kind, own.name, {}, {}}, own.confidence});
  }
  stored.article = std::move(record.article);
  stored.page = std::move(record.page);
  stored.quotes = std::move(record.quotes);
  stored.topics = std::move(record.topics);
  return stored;
}

std::string_view mention_text(const actors::Found& mention,
                              const std::vector<article::Passage>& passages) {
  return passages[mention.passage].text.substr(mention.range.begin, mention.range.size());
}

}  // namespace dateline::search
