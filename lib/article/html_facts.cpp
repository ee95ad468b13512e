// What a web page states about its article.  In: a page.  Out: the values it gives.
// Tested by tests/article/html_facts_test.cpp.
#include "article/html_facts.hpp"

#include "article/date_text.hpp"
#include "article/words_of.hpp"
#include "base/json.hpp"

#include <dateline/error.hpp>

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace dateline::article {
namespace {

using base::Json;

std::optional<std::string> not_blank(std::string_view text) {
  std::string line = one_line(text);
  if (line.empty()) return std::nullopt;
  return line;
}

// The first <meta> that has one of these names, the names in their order.
std::optional<std::string> meta(const HtmlPage& page,
                                std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const auto& [key, value] : page.meta) {
      if (key == name) {
        if (auto text = not_blank(value)) return text;
      }
    }
  }
  return std::nullopt;
}

// True for "NewsArticle", "ReportageNewsArticle", "BlogPosting", alone or in a list.
bool is_article(const Json* type) {
  if (type == nullptr) return false;
  if (const auto* list = type->array()) {
    return std::any_of(list->begin(), list->end(),
                       [](const Json& one) { return is_article(&one); });
  }
  const auto* name = type->string();
  return name != nullptr && (name->ends_with("Article") || name->ends_with("Posting"));
}

// The record of the article: at the top, in a list, or in "@graph".
const Json* find_article(const Json& json, int depth = 0) {
  constexpr int kDeepest = 3;
  if (is_article(json.find("@type"))) return &json;
  const Json* inner = json.find("@graph");
  const auto* list = inner != nullptr ? inner->array() : json.array();
  if (list == nullptr || depth == kDeepest) return nullptr;
  for (const Json& one : *list) {
    if (const Json* found = find_article(one, depth + 1)) return found;
  }
  return nullptr;
}

// A string, or the name of an object.
std::optional<std::string> text_of(const Json* value) {
  if (value != nullptr && value->object() != nullptr) value = value->find("name");
  if (value == nullptr || value->string() == nullptr) return std::nullopt;
  return not_blank(*value->string());
}

void take(std::optional<std::string>& value, std::optional<std::string> other) {
  if (!value) value = std::move(other);
}

void take_date(std::optional<std::string>& date, const std::optional<std::string>& text) {
  if (!date && text && read_date(*text)) date = text;
}

void add_authors(std::vector<std::string>& authors, const Json* value) {
  if (value == nullptr) return;
  if (const auto* list = value->array()) {
    for (const Json& one : *list) {
      if (auto name = text_of(&one)) authors.push_back(std::move(*name));
    }
  } else if (auto name = text_of(value)) {
    authors.push_back(std::move(*name));
  }
}

void read_record(const std::string& record, HtmlFacts& facts) try {
  const Json json = Json::parse(record);
  const Json* article = find_article(json);
  if (article == nullptr) return;
  take(facts.title, text_of(article->find("headline")));
  take_date(facts.date, text_of(article->find("datePublished")));
  take(facts.source, text_of(article->find("publisher")));
  if (facts.authors.empty()) add_authors(facts.authors, article->find("author"));
} catch (const Error&) {
  // Broken JSON-LD says nothing.
}

// True when all words of `part` begin or end those of `whole`.
bool is_end_of(const std::string& part, std::string_view whole) {
  const auto inner = word_hashes(part), outer = word_hashes(whole);
  if (inner.empty() || inner.size() > outer.size()) return false;
  return std::equal(inner.begin(), inner.end(), outer.begin()) ||
         std::equal(inner.rbegin(), inner.rend(), outer.rbegin());
}

// The page's own heading where it says what its head says; then what that says.
std::optional<std::string> title_of(const HtmlPage& page,
                                    const std::optional<std::string>& stated) {
  std::vector<std::string> headings;
  for (const HtmlBlock& block : page.blocks) {
    if (!block.heading || block.hint == Hint::kFurniture) continue;
    if (auto text =
            not_blank(std::string_view(page.text).substr(block.range.begin, block.range.size()))) {
      headings.push_back(std::move(*text));
    }
  }
  for (const std::string& heading : headings) {
    if (is_end_of(heading, page.title) || (stated && is_end_of(heading, *stated))) return heading;
  }
  if (stated) return stated;
  if (headings.size() == 1 && word_hashes(headings.front()).size() > 2) return headings.front();
  return std::nullopt;
}

// <title> without the outlet behind a bar or a dash, where the outlet is known.
std::optional<std::string> title_alone(const HtmlPage& page,
                                       const std::optional<std::string>& source) {
  auto title = not_blank(page.title);
  if (!title) return title;
  for (const std::string_view mark : {" | ", " - ", " – ", " — ", " • "}) {
    const std::size_t at = title->rfind(mark);
    if (at == std::string::npos) continue;
    const std::string outlet = title->substr(at + mark.size());
    const bool known = source && word_hashes(outlet) == word_hashes(*source);
    if (known || mark == " | ") return not_blank(title->substr(0, at));
  }
  return title;
}

}  // namespace

HtmlFacts find_facts(const HtmlPage& page) {
  HtmlFacts facts;
  for (const std::string& record : page.records) read_record(record, facts);
  take(facts.title, meta(page, {"og:title", "twitter:title", "dc.title", "headline"}));
  for (const std::string_view name :
       {"article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
        "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "pubdate",
        "publishdate", "publication_date", "date"}) {
    take_date(facts.date, meta(page, {name}));
  }
  if (page.times.size() == 1) take_date(facts.date, page.times.front());
  take(facts.source, meta(page, {"og:site_name", "application-name", "dc.publisher"}));
  take(facts.url, not_blank(page.address));
  take(facts.url, meta(page, {"og:url"}));
  facts.language = not_blank(page.language);
  facts.title = title_of(page, facts.title);
  take(facts.title, title_alone(page, facts.source));
  if (facts.authors.empty()) {
    const auto author = meta(page, {"author", "article:author", "dc.creator", "byl"});
    if (author && author->find("://") == std::string::npos) facts.authors.push_back(*author);
  }
  return facts;
}

}  // namespace dateline::article
