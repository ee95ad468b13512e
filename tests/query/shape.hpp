// Queries as short text for tests.  In: a tree.  Out: its kinds and parts, unlike the query language:
// [a b] side by side, any(a b), all(a not(b)), title(a), actor<nato>, near5(a b), boost2(a).
#pragma once

#include <dateline/query.hpp>

#include <iomanip>
#include <sstream>
#include <string>

namespace dateline::query {

inline std::string shape(const Query& node);

inline std::string shape_of_parts(const Query& node, const std::string& open, char close) {
  std::string out = open;
  for (const Query& part : node.parts) out += (out == open ? "" : " ") + shape(part);
  return out + close;
}

inline std::string shape(const Query& node) {
  using Kind = Query::Kind;
  const std::string value = "<" + node.text + ">";
  const auto parts = [&](const std::string& name) { return shape_of_parts(node, name + "(", ')'); };
  std::ostringstream weight;
  weight << node.weight;
  switch (node.kind) {
    case Kind::kNothing:
      return "nothing";
    case Kind::kWord:
      return node.text;
    case Kind::kPrefix:
      return node.text + "*";
    case Kind::kWildcard:
      return "wild<" + node.text + ">";
    case Kind::kFuzzy:
      return node.text + "~" + std::to_string(node.distance);
    case Kind::kPhrase:
      return "\"" + node.text + "\"";
    case Kind::kNear:
      return parts((node.ordered ? "onear" : "near") + std::to_string(node.distance));
    case Kind::kRanked:
      return shape_of_parts(node, "[", ']');
    case Kind::kAny:
      return parts("any");
    case Kind::kAll:
      return parts("all");
    case Kind::kNot:
      return parts("not");
    case Kind::kMust:
      return parts("must");
    case Kind::kField:
      return parts(node.field);
    case Kind::kActor:
      return (node.field.empty() ? "actor" : node.field) + value;
    case Kind::kSpeaker:
      return node.field + value;
    case Kind::kTopic:
      return "topic" + value;
    case Kind::kSource:
      return "source" + value;
    case Kind::kLanguage:
      return "lang" + value;
    case Kind::kDate:
      return node.field + value;
    case Kind::kBoost:
      return parts("boost" + weight.str());
  }
  return "?";
}

}  // namespace dateline::query
