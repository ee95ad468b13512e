// Queries made by programs.  In: texts, parts.  Out: trees in the form that parsing gives.
// Tested by tests/query/ask_test.cpp.
#include "base/utf8.hpp"
#include "query/nodes.hpp"
#include "query/signs.hpp"
#include "query/tokens.hpp"
#include "query/typed.hpp"

#include <dateline/query.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace dateline {
namespace {

// A run of a text without what would mean something if a person typed it.
std::string plain_run(std::string_view run) {
  std::string kept;
  for (std::size_t at = 0; at < run.size();) {
    const std::size_t begin = at;
    const char32_t c = base::next_code_point(run, at);
    const bool sign =
        c < 0x80 && std::string_view("()^~*?:").find(run[begin]) != std::string_view::npos;
    kept += sign || query::is_quote(c) ? std::string_view(" ") : run.substr(begin, at - begin);
  }
  return kept;
}

std::vector<Query> word_nodes(std::string_view text) {
  query::Warnings unused;
  const std::string plain = plain_run(query::fit_to_limits(text, unused));
  std::vector<Query> nodes;
  for (std::size_t at = 0; at < plain.size() && nodes.size() < query::kMaxTerms;) {
    std::string_view run = query::next_run(plain, at);
    run.remove_prefix(query::read_lead(run).size);
    run = query::trim_word(run).text;
    if (query::has_content(run)) nodes.push_back(query::word_node(run, {}));
  }
  return nodes;
}

Query value(Query::Kind kind, std::string_view text) {
  query::Warnings unused;
  std::string plain;  // no quote can stand inside quotes
  const std::string typed = query::fit_to_limits(text, unused);
  for (std::size_t at = 0; at < typed.size();) {
    const std::size_t begin = at;
    const bool quote = query::is_quote(base::next_code_point(typed, at));
    plain += quote ? " " : typed.substr(begin, at - begin);
  }
  Query node = query::leaf(kind, query::trim_blanks(plain));
  return query::has_content(node.text) ? node : Query();
}

Query join(Query a, Query b, Query (*how)(std::vector<Query>)) {
  std::vector<Query> parts;
  parts.push_back(std::move(a));
  parts.push_back(std::move(b));
  return how(std::move(parts));
}

}  // namespace

namespace ask {

Query words(std::string_view text) {
  std::vector<Query> nodes = word_nodes(text);
  return nodes.empty() ? Query() : query::ranked(std::move(nodes));
}

Query phrase(std::string_view text) {
  return value(Query::Kind::kPhrase, text);
}

Query prefix(std::string_view text) {
  std::vector<Query> nodes = word_nodes(text);
  if (nodes.size() != 1) return words(text);
  nodes.front().kind = Query::Kind::kPrefix;
  return std::move(nodes.front());
}

Query fuzzy(std::string_view word, unsigned edits) {
  std::vector<Query> nodes = word_nodes(word);
  if (nodes.size() != 1 || edits == 0) return words(word);
  nodes.front().kind = Query::Kind::kFuzzy;
  nodes.front().distance = std::min(edits, 2U);
  return std::move(nodes.front());
}

Query near(Query a, Query b, unsigned distance) {
  std::vector<Query> parts;
  parts.push_back(std::move(a));
  parts.push_back(std::move(b));
  return query::near(std::move(parts), std::clamp(distance, 1U, 100U), false);
}

Query in(std::string_view field, Query part) {
  return query::in_field(std::string(field), std::move(part));
}

Query actor(std::string_view name) {
  return value(Query::Kind::kActor, name);
}

Query topic(std::string_view name) {
  return value(Query::Kind::kTopic, name);
}

Query source(std::string_view name) {
  return value(Query::Kind::kSource, name);
}

Query language(std::string_view code) {
  return value(Query::Kind::kLanguage, code);
}

Query published(const Date& first, const Date& last) {
  Query node = query::leaf(Query::Kind::kDate, first.iso() + ".." + last.iso());
  node.field = "date";
  node.days = {first.first_day(), last.last_day()};
  return node;
}

Query about(std::string_view text) {
  Query part = words(text);
  return part.kind == Query::Kind::kNothing ? part : query::in_field("about", std::move(part));
}

Query boost(Query part, double weight) {
  return query::boost(weight, std::move(part));
}

}  // namespace ask

Query operator&(Query a, Query b) {
  return join(std::move(a), std::move(b), query::all);
}

Query operator|(Query a, Query b) {
  return join(std::move(a), std::move(b), query::any);
}

Query operator!(Query part) {
  return query::negate(std::move(part));
}

}  // namespace dateline
