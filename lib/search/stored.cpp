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

std::vector<std::string> actor_ids(const recipe::Data& recipe, const index::Record& record) {
  const actors::Cast cast(recipe.actors(), record.unlisted);
  std::set<std::string_view> ids;
  for (const auto& mention : record.mentions) ids.insert(cast.id(mention.actor));
  return {ids.begin(), ids.end()};
}

}  // namespace

std::vector<article::Passage> passages_of(const index::Record& record) {
  text::WordBreaker breaker;
  return article::passages(record.article, record.page, breaker);
}

Hit make_hit(const recipe::Data& recipe, analysis::Analyzer& analyzer, const index::Record& record,
             const analysis::TermTree& tree) {
  const auto passages = passages_of(record);
  const auto analysis =
      analyzer.analyze(passages, record.page.language.value, record.mentions,
                       actors::Cast(recipe.actors(), record.unlisted));
  auto filters = index::filter_terms(record);
  const analysis::OneArticle one(analysis, analyzer.terms(), std::move(filters),
                                 index::published(record.page));
  const auto places = one.places(tree);
  Hit hit;
  hit.id = record.article.id;
  hit.title = value_of(record.page.title);
  hit.date = value_of(record.page.date);
  hit.source = value_of(record.page.source);
  hit.language = record.page.language.value;
  hit.url = record.article.url;
  hit.begins = begins(passages);
  hit.snippet = make_snippet(passages, places);
  hit.matches = make_matches(passages, places);
  hit.actors = actor_ids(recipe, record);
  for (const TopicMatch& topic : record.topics) hit.topics.push_back(topic.id);
  return hit;
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
