// Runs an article through the stages, in their order.  In: an article.  Out: what a segment takes.
// Tested by tests/index/pipeline_test.cpp.
#include "index/pipeline.hpp"

#include "actors/quotes.hpp"
#include "analysis/one_article.hpp"
#include "analysis/terms.hpp"
#include "words/builder.hpp"

#include <algorithm>
#include <set>

namespace dateline::index {
namespace {

std::vector<std::string> actor_ids(const Record& record, const actors::Cast& cast) {
  std::set<std::string_view> ids;
  for (const actors::Found& mention : record.mentions) ids.insert(cast.id(mention.actor));
  return {ids.begin(), ids.end()};
}

std::vector<std::string> topic_ids(const Record& record) {
  std::vector<std::string> ids;
  for (const TopicMatch& topic : record.topics) ids.push_back(topic.id);
  return ids;
}

std::vector<std::string> maybe(const std::optional<Judgement>& judgement) {
  return judgement ? std::vector{judgement->value} : std::vector<std::string>();
}

std::vector<actors::QuoteName> quote_names(const std::vector<actors::Found>& mentions,
                                           const actors::Cast& cast) {
  std::vector<actors::QuoteName> names;
  names.reserve(mentions.size());
  for (const actors::Found& found : mentions) {
    const actors::Unlisted* own = cast.unlisted(found.actor);
    const std::string& kind = own ? own->kind : cast.catalog()[found.actor].actor.kind;
    names.push_back({cast.id(found.actor), kind, found.range, found.passage, found.how});
  }
  return names;
}

}  // namespace

std::optional<DayRange> published(const Page& page) {
  const auto date = page.date ? Date::parse(page.date->value) : std::nullopt;
  if (!date) return std::nullopt;
  return DayRange{date->first_day(), date->last_day()};
}

std::vector<std::string> filter_terms(const Record& record) {
  const Page& page = record.page;
  std::vector<std::string> terms{analysis::language_term(page.language.value)};
  if (page.source) terms.push_back(analysis::source_term(page.source->value));
  for (const MentionedDate& mention : page.dates) {
    for (std::string& term : analysis::date_terms(mention.date)) terms.push_back(std::move(term));
  }
  for (const Quote& quote : record.quotes) terms.push_back(analysis::speaker_term(quote.speaker));
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

Pipeline::Pipeline(const recipe::Data& recipe, std::size_t memory,
                   std::shared_ptr<const article::Boilerplate> known)
    : recipe_(recipe), analyzer_(recipe.terms(), memory), known_(std::move(known)) {
  habits_.known = known_.get();
  topics_.emplace(recipe_.topics(), analyzer_.terms());
}

std::size_t Pipeline::term_bytes() const {
  return analyzer_.terms().memory() + analyzer_.terms().size() * words::Builder::kEachTerm;
}

void Pipeline::trim(std::size_t most) {
  if (term_bytes() <= most) return;
  analyzer_.forget_terms();
  topics_.emplace(recipe_.topics(), analyzer_.terms());
}

storage::SegmentArticle Pipeline::read(Article article, std::uint64_t arrival) {
  record_ = {};
  record_.fingerprint = fingerprint(article);
  record_.article = std::move(article);
  record_.page = article::understand(record_.article, recipe_.pages(), &habits_);
  return analyze(arrival);
}

storage::SegmentArticle Pipeline::read_again(Record kept, std::uint64_t arrival) {
  record_ = {};
  record_.fingerprint = kept.fingerprint;
  record_.article = std::move(kept.article);
  record_.page = std::move(kept.page);
  return analyze(arrival);
}

// Requires: the record holds the article and its page.
storage::SegmentArticle Pipeline::analyze(std::uint64_t arrival) {
  const Page& page = record_.page;
  const auto passages = article::passages(record_.article, page, breaker_);
  const auto date = page.date ? Date::parse(page.date->value) : std::nullopt;
  actors::Mentions mentions = recipe_.mentions().find(passages, date);
  record_.mentions = std::move(mentions.found);
  record_.unlisted = std::move(mentions.unlisted);
  const actors::Cast cast(recipe_.actors(), record_.unlisted);
  record_.quotes = actors::find_quotes(passages, quote_names(record_.mentions, cast),
                                       recipe_.quote_words(page.language.value));
  analyzer_.analyze(passages, page.language.value, record_.mentions, cast, analysis_);

  storage::SegmentArticle result;
  result.filters = filter_terms(record_);
  result.published = published(page);
  if (!recipe_.topics().entries().empty()) {
    const analysis::OneArticle one(analysis_, analyzer_.terms(), result.filters, result.published);
    record_.topics = topics_->match(one, passages);
  }
  for (const TopicMatch& topic : record_.topics) {
    result.filters.push_back(analysis::topic_term(topic.id));
  }
  result.columns = {
      maybe(page.source), {page.language.value}, actor_ids(record_, cast), topic_ids(record_)};
  if (recipe_.stories()) {
    wording_ = stories::fingerprints(analysis_.tokens);
    result.wording = &wording_;
  }
  result.postings = analysis_.postings;
  result.terms = &analyzer_.terms();
  encoded_ = encode(record_);
  result.record = encoded_;
  result.arrival = arrival;
  result.id = record_.article.id;
  return result;
}

}  // namespace dateline::index
