// Writes results as JSON.
#include "common/json.hpp"

#include "common/text.hpp"

#include <cstdio>
#include <iostream>

namespace examples {
namespace {

Json judgement_json(const std::optional<dateline::Judgement>& judgement, const char* key) {
  Json json;
  json[key] = judgement ? Json(judgement->value) : Json(nullptr);
  const bool stands = judgement && judgement->range;
  json["begin"] = stands ? Json(judgement->range->begin) : Json(nullptr);
  json["end"] = stands ? Json(judgement->range->end) : Json(nullptr);
  json["reason"] = judgement ? Json(judgement->reason) : Json(nullptr);
  return json;
}

Json topic_json(const dateline::TopicMatch& topic) {
  Json reasons = Json::array();
  for (const auto& reason : topic.reasons) {
    reasons.push_back({{"text", reason.text},
                       {"field", dateline::field_name(reason.field)},
                       {"begin", reason.range.begin},
                       {"end", reason.range.end}});
  }
  return {{"id", topic.id}, {"score", topic.score}, {"reasons", reasons}};
}

Json snippet_json(const dateline::Snippet& snippet) {
  Json marks = Json::array();
  for (const auto& mark : snippet.marks) marks.push_back(to_json(mark));
  return {{"text", snippet.text},
          {"begin", snippet.range.begin},
          {"end", snippet.range.end},
          {"field", dateline::field_name(snippet.field)},
          {"marks", marks}};
}

Json match_json(const dateline::Match& match) {
  return {{"what", match.what},         {"term", match.term},
          {"name", match.name},         {"field", dateline::field_name(match.field)},
          {"begin", match.range.begin}, {"end", match.range.end}};
}

// The words of a mention or a quote: its range is of the title where that is not part of the text.
std::string words_of(const dateline::StoredArticle& stored, dateline::Field field,
                     dateline::Range range) {
  const bool beside = field == dateline::Field::kTitle && stored.article.title &&
                      !(stored.page.title && stored.page.title->range);
  const std::string& text = beside ? *stored.article.title : stored.article.text;
  return text.substr(range.begin, range.size());
}

// The words of a stored article's quote.
dateline::QuoteHit to_hit(const dateline::StoredArticle& stored, const dateline::Quote& quote) {
  const auto words = [&](dateline::Range range) { return words_of(stored, quote.field, range); };
  dateline::QuoteHit hit;
  hit.quote = quote;
  hit.article = stored.article.id;
  for (const auto& span : quote.spans) hit.text += (hit.text.empty() ? "" : " … ") + words(span);
  hit.name = words(quote.name);
  hit.verb = words(quote.verb);
  if (quote.addressee) hit.addressee = words(*quote.addressee);
  return hit;
}

// The same JSON, with what could steer a terminal written as escapes.
std::string harmless(const std::string& json) {
  std::string text;
  std::size_t done = 0;
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(json, at);
    if (!is_hidden(c)) continue;
    char escape[8];
    std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
    text.append(json, done, begin - done).append(escape);
    done = at;
  }
  return text.append(json, done);
}

Json extra_to_json(const dateline::Article& article) {
  Json extra = Json::object();
  for (const auto& [key, value] : article.extra) {
    extra[key] = Json::parse(value, nullptr, false);
  }
  return extra;
}

}  // namespace

void print(const Json& line) {
  std::cout << harmless(line.dump(-1, ' ', false, Json::error_handler_t::replace)) << '\n';
}

Json to_json(const dateline::Range& range) {
  return Json::array({range.begin, range.end});
}

Json to_json(const dateline::Hit& hit) {
  Json matches = Json::array();
  for (const auto& match : hit.matches) matches.push_back(match_json(match));
  return {{"rank", hit.rank},
          {"id", hit.id},
          {"score", hit.score},
          {"title", maybe(hit.title)},
          {"date", maybe(hit.date)},
          {"source", maybe(hit.source)},
          {"language", hit.language},
          {"url", maybe(hit.url)},
          {"snippet", snippet_json(hit.snippet)},
          {"matches", matches},
          {"actors", hit.actors},
          {"topics", hit.topics},
          {"story", maybe(hit.story)},
          {"folded", hit.folded}};
}

Json to_json(const dateline::QuoteHit& hit) {
  const dateline::Quote& quote = hit.quote;
  Json spans = Json::array();
  for (const auto& span : quote.spans) spans.push_back(to_json(span));
  return {{"speaker", quote.speaker},
          {"name", hit.name},
          {"verb", hit.verb.empty() ? Json(nullptr) : Json(hit.verb)},
          {"kind", dateline::quote_kind_name(quote.kind)},
          {"text", hit.text},
          {"article", hit.article},
          {"begin", quote.spans.front().begin},
          {"end", quote.spans.back().end},
          {"confidence", quote.confidence},
          {"spans", spans},
          {"name_begin", quote.name.begin},
          {"name_end", quote.name.end},
          {"addressee", hit.addressee.empty() ? Json(nullptr) : Json(hit.addressee)},
          {"field", dateline::field_name(quote.field)}};
}

Json to_json(const std::vector<dateline::QueryWarning>& warnings) {
  Json json = Json::array();
  for (const auto& warning : warnings) {
    json.push_back(
        {{"begin", warning.range.begin}, {"end", warning.range.end}, {"text", warning.text}});
  }
  return json;
}

Json to_json(const std::vector<dateline::Warning>& warnings) {
  Json json = Json::array();
  for (const auto& warning : warnings) {
    json.push_back({{"where", warning.where}, {"text", warning.text}});
  }
  return json;
}

Json to_json(const std::vector<dateline::Facet>& facets) {
  Json json = Json::object();
  for (const auto& facet : facets) {
    Json counts = Json::array();
    for (const auto& [value, count] : facet.counts) counts.push_back(Json::array({value, count}));
    json[facet.name] = counts;
  }
  return json;
}

Json to_json(const dateline::StoredArticle& stored) {
  Json json;
  json["id"] = stored.article.id;
  json["title"] = judgement_json(stored.page.title, "text");
  json["date"] = judgement_json(stored.page.date, "value");
  json["source"] = judgement_json(stored.page.source, "value");
  json["language"] = judgement_json(std::optional(stored.page.language), "value");
  json["url"] = maybe(stored.article.url);
  json["authors"] = stored.article.authors;
  json["extra"] = extra_to_json(stored.article);
  json["text"] = stored.article.text;
  json["blocks"] = Json::array();
  for (const auto& block : stored.page.blocks) {
    json["blocks"].push_back({{"role", dateline::role_name(block.role)},
                              {"begin", block.range.begin},
                              {"end", block.range.end},
                              {"reason", block.reason}});
  }
  json["dates"] = Json::array();
  for (const auto& mention : stored.page.dates) {
    json["dates"].push_back(
        {{"date", mention.date.iso()}, {"begin", mention.range.begin}, {"end", mention.range.end}});
  }
  json["mentions"] = Json::array();
  for (const auto& mention : stored.mentions) {
    json["mentions"].push_back({{"actor", mention.actor},
                                {"name", words_of(stored, mention.field, mention.range)},
                                {"begin", mention.range.begin},
                                {"end", mention.range.end},
                                {"field", dateline::field_name(mention.field)},
                                {"how", dateline::how_name(mention.how)}});
  }
  json["quotes"] = Json::array();
  for (const auto& quote : stored.quotes) json["quotes"].push_back(to_json(to_hit(stored, quote)));
  json["topics"] = Json::array();
  for (const auto& topic : stored.topics) json["topics"].push_back(topic_json(topic));
  json["story"] = nullptr;
  return json;
}

Json to_json(const dateline::Actor& actor) {
  Json offices = Json::array();
  for (const auto& office : actor.offices) {
    offices.push_back({{"id", office.id},
                       {"from", office.from.empty() ? Json(nullptr) : Json(office.from)},
                       {"until", office.until.empty() ? Json(nullptr) : Json(office.until)}});
  }
  return {{"id", actor.id}, {"name", actor.name}, {"kind", actor.kind}, {"offices", offices}};
}

}  // namespace examples
