// In: a random engine.  Out: articles, queries.
#include "reference/random_news.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>

namespace dateline::reference {
namespace {

using Kind = Query::Kind;

constexpr std::array kWords{
    "peace",  "talks",   "ceasefire", "grid",       "power",  "minister", "ministers", "border",
    "troops", "gas",     "market",    "election",   "vote",   "voted",    "voting",    "bank",
    "rates",  "drought", "harbour",   "harbor",     "strike", "strikes",  "the",       "of",
    "a",      "and",     "to",        "in",         "who",    "us",       "Gas",       "Frieden",
    "Preise", "Wähler",  "café",      "Soviet-era", "€20",    "don't"};
constexpr std::array kNames{
    "Ukraine",  "Ukrainian", "Kyiv", "US",      "United States", "WHO", "World Health Organization",
    "Jane Doe", "John Doe",  "Doe",  "American"};
constexpr std::array kDates{"2024", "2025-02", "2025-02-24", "2025-03-01", "2025"};
constexpr std::array kSources{"Reuters", "BBC", "Wire"};
constexpr std::array kDays{-400000, 19000, 19723, 20000, 20143, 20148, 20200, 30000};
constexpr std::array kWeights{0.0, 0.5, 2.0, 3.25};
constexpr std::array kFields{"title", "body", "caption", "junk", "nonsense"};

Query leaf_of(Kind kind, std::string text) {
  Query query;
  query.kind = kind;
  query.text = std::move(text);
  return query;
}

Query around(Kind kind, Query part) {
  Query query;
  query.kind = kind;
  query.parts.push_back(std::move(part));
  return query;
}

}  // namespace

// Words near the front are the frequent ones.
std::string RandomNews::term() {
  return kWords[std::min(number(kWords.size()), number(kWords.size()))];
}

std::string RandomNews::name() {
  return kNames[number(kNames.size())];
}

std::string RandomNews::words(unsigned count) {
  std::string text;
  for (unsigned i = 0; i < count; ++i) {
    text += (i == 0 ? "" : " ") + (one_in(7) ? name() : term());
  }
  return text;
}

std::string RandomNews::body() {
  std::string text;
  for (unsigned paragraphs = 1 + number(4); paragraphs > 0; --paragraphs) {
    for (unsigned sentences = 1 + number(3); sentences > 0; --sentences) {
      text += "Then " + words(3 + number(9)) + " said. ";
    }
    text += "\n\n";
  }
  if (one_in(3)) text += "A " + words(4) + " in Kyiv. (Photo: Wire)\n\n";
  if (one_in(3)) text += "Sign up for " + words(2) + "\n";
  return text;
}

Article RandomNews::article(const std::string& id) {
  Article article;
  article.id = id;
  article.text = body();
  if (!one_in(4)) article.title = words(1 + number(6));
  if (!one_in(4)) article.date = kDates[number(kDates.size())];
  if (!one_in(3)) article.source = kSources[number(kSources.size())];
  article.language = one_in(4) ? "de" : "en";
  return article;
}

Query RandomNews::word() {
  return leaf_of(Kind::kWord, term());
}

// A word with one character changed, found within edits, or with wildcards in it.
Query RandomNews::pattern() {
  Query query = leaf_of(one_in(2) ? Kind::kFuzzy : Kind::kWildcard, term());
  query.distance = query.kind == Kind::kFuzzy ? 1 + number(2) : 0;
  std::size_t at = 1 + number(static_cast<unsigned>(query.text.size()));
  at = std::max<std::size_t>(1, base::floor_boundary(query.text, std::min(at, query.text.size())));
  if (query.kind == Kind::kFuzzy) {
    query.text.insert(at, 1, 'x');
  } else {
    query.text = query.text.substr(0, at) + (one_in(2) ? "?" : "*") +
                 query.text.substr(
                     base::floor_boundary(query.text, std::min(at + number(3), query.text.size())));
  }
  return query;
}

Query RandomNews::leaf() {
  switch (number(10)) {
    case 5:
      return pattern();
    case 0:
      return leaf_of(Kind::kPhrase, words(2));
    case 1:
      return leaf_of(Kind::kPrefix, term().substr(0, 1 + number(3)));
    case 2: {
      Query actor = leaf_of(Kind::kActor, name());
      if (one_in(3)) actor.distance = 2 + number(2);
      return actor;
    }
    case 3:
      return leaf_of(Kind::kWord, name());
    case 4:
      return leaf_of(Kind::kTopic, one_in(2) ? "truce" : "energy");
    default:
      return word();
  }
}

// NEAR over words, actors, phrases, alternatives and another NEAR.
Query RandomNews::joined() {
  Query query;
  query.kind = Kind::kNear;
  query.distance = 1 + number(8);
  query.ordered = one_in(2);
  for (unsigned parts = 2 + number(2); parts > 0; --parts) {
    if (one_in(6)) {
      query.parts.push_back(around(Kind::kAny, leaf()));
      query.parts.back().parts.push_back(word());
    } else {
      query.parts.push_back(one_in(12) ? joined() : leaf());
    }
  }
  return query;
}

Query RandomNews::filter() {
  switch (number(3)) {
    case 0:
      return leaf_of(Kind::kSource, kSources[number(kSources.size())]);
    case 1:
      return leaf_of(Kind::kLanguage, one_in(2) ? "de" : "EN");
    default: {
      Query query = leaf_of(Kind::kDate, "");
      query.days = {kDays[number(kDays.size())], kDays[number(kDays.size())]};
      if (query.days.first > query.days.last) std::swap(query.days.first, query.days.last);
      return query;
    }
  }
}

Query RandomNews::group(int depth) {
  constexpr std::array kGroups{Kind::kRanked, Kind::kRanked, Kind::kAny, Kind::kAll};
  Query query;
  query.kind = kGroups[number(kGroups.size())];
  for (unsigned parts = number(5); parts > 0; --parts) {
    Query part = one_in(6) ? filter() : this->query(depth - 1);
    if (one_in(6)) part = around(Kind::kNot, std::move(part));
    if (query.kind == Kind::kRanked && one_in(5)) part = around(Kind::kMust, std::move(part));
    query.parts.push_back(std::move(part));
  }
  return query;
}

Query RandomNews::query(int depth) {
  if (depth == 0 || one_in(5)) return one_in(4) ? joined() : leaf();
  switch (number(8)) {
    case 0: {
      Query field = around(Kind::kField, query(depth - 1));
      field.field = kFields[number(kFields.size())];
      return field;
    }
    case 1: {
      Query boost = around(Kind::kBoost, query(depth - 1));
      boost.weight = kWeights[number(kWeights.size())];
      return boost;
    }
    case 2:
      return one_in(3) ? around(Kind::kNot, query(depth - 1)) : filter();
    default:
      return group(depth);
  }
}

}  // namespace dateline::reference
