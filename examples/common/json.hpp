// The library's values as the JSON that CONTRACT promises: keys in a fixed order, absent = null.
#pragma once

#include <dateline/dateline.hpp>

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace examples {

using Json = nlohmann::ordered_json;

// One line on standard output.
void print(const Json& line);

Json to_json(const dateline::Range& range);
Json to_json(const dateline::Hit& hit);
Json to_json(const std::vector<dateline::QueryWarning>& warnings);
// The last line: its own keys, whether the answer is all, and its notes.
template <class Answer>
void print_summary(Json own, const Answer& answer) {
  own["exact"] = answer.exact;
  own["warnings"] = to_json(answer.warnings);
  print({{"summary", own}});
}
Json to_json(const std::vector<dateline::Warning>& warnings);
Json to_json(const std::vector<dateline::Facet>& facets);
Json to_json(const dateline::StoredArticle& article);
// Id, name, kind, offices.
Json to_json(const dateline::Actor& actor);
Json to_json(const dateline::QuoteHit& quote);

template <class T>
Json maybe(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

}  // namespace examples
