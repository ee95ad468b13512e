// What may stand before a colon.  In: names and values as typed.  Out: the nodes that they mean.
// Method: a name with one letter too many, missing or wrong is near (Levenshtein distance 1).
// Tested by tests/query/fields_test.cpp.
#include "query/fields.hpp"

#include "base/utf8.hpp"
#include "query/date_words.hpp"
#include "query/nodes.hpp"
#include "query/typed.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace dateline::query {
namespace {

using Kind = Query::Kind;

constexpr std::array<Field, 18> kFields{{{"title", Kind::kField},
                                         {"body", Kind::kField},
                                         {"caption", Kind::kField},
                                         {"junk", Kind::kField},
                                         {"about", Kind::kField},
                                         {"actor", Kind::kActor},
                                         {"person", Kind::kActor},
                                         {"org", Kind::kActor},
                                         {"place", Kind::kActor},
                                         {"said", Kind::kSpeaker},
                                         {"by", Kind::kSpeaker},
                                         {"topic", Kind::kTopic},
                                         {"source", Kind::kSource},
                                         {"lang", Kind::kLanguage},
                                         {"date", Kind::kDate},
                                         {"mentions", Kind::kDate},
                                         {"since", Kind::kDate},
                                         {"until", Kind::kDate}}};

std::string all_fields() {
  std::string names;
  for (const Field& field : kFields) names += (names.empty() ? "" : ", ") + std::string(field.name);
  return names;
}

std::optional<DayRange> read_date(std::string_view text, int today) {
  if (const auto date = Date::parse(text)) return DayRange{date->first_day(), date->last_day()};
  return read_date_words(text, today);
}

// `first..last`, where one side may be missing.
std::optional<DayRange> read_span(std::string_view text, std::size_t dots, int today) {
  DayRange days;
  const auto first = read_date(trim_blanks(text.substr(0, dots)), today);
  const auto last = read_date(trim_blanks(text.substr(dots + 2)), today);
  if ((!first && dots > 0) || (!last && dots + 2 < text.size())) return std::nullopt;
  if (!first && !last) return std::nullopt;
  if (first) days.first = first->first;
  if (last) days.last = last->last;
  return days.first <= days.last ? std::optional(days) : std::nullopt;
}

std::optional<DayRange> read_days(std::string_view name, std::string_view text, int today) {
  const std::size_t dots = text.find("..");
  const bool spans = name == "date" || name == "mentions";
  if (spans && dots != std::string_view::npos) return read_span(text, dots, today);
  const auto date = read_date(text, today);
  if (!date) return std::nullopt;
  DayRange days;
  if (name != "until") days.first = date->first;
  if (name != "since") days.last = date->last;
  return days;
}

// A sentence may go on behind a date: signs at its end are taken away until it can be read.
std::optional<Query> date_node(std::string_view name, std::string_view text, int today) {
  constexpr std::size_t kLongest = 100;
  if (text.size() > kLongest) return std::nullopt;
  for (; !text.empty(); text.remove_suffix(1)) {
    if (const auto days = read_days(name, text, today)) {
      Query node = leaf(Kind::kDate, text);
      node.field = name;
      node.days = *days;
      return node;
    }
    if (std::string_view(",;:!?.").find(text.back()) == std::string_view::npos) break;
  }
  return std::nullopt;
}

}  // namespace

const Field* find_field(std::string_view name) {
  const std::string lower = base::ascii_lower(name);
  for (const Field& field : kFields) {
    if (field.name == lower) return &field;
  }
  return nullptr;
}

std::string unknown_field(std::string_view name) {
  const std::string lower = base::ascii_lower(name);
  const std::string problem = "\"" + std::string(name) + ":\" is no field";
  for (const Field& field : kFields) {
    if (!is_one_edit(field.name, lower)) continue;
    return problem + ", did you mean \"" + std::string(field.name) + ":\"? It is searched as words";
  }
  return problem + " and is searched as words; the fields are " + all_fields();
}

std::optional<Query> value_node(const Field& field, std::string_view value, int today) {
  if (field.kind == Kind::kDate) return date_node(field.name, value, today);
  Query node = leaf(field.kind, value);
  if (field.kind == Kind::kActor && field.name != "actor") node.field = field.name;
  if (field.kind == Kind::kSpeaker) node.field = field.name;
  return node;
}

std::string turned_span(std::string_view value, int today) {
  const std::size_t dots = value.find("..");
  if (dots == std::string_view::npos) return {};
  const std::string turned =
      std::string(value.substr(dots + 2)) + ".." + std::string(value.substr(0, dots));
  return read_days("date", turned, today) ? turned : "";
}

unsigned take_least(std::string_view& value) {
  constexpr std::size_t kMostDigits = 6;
  const std::size_t sign = value.rfind(">=");
  if (sign == std::string_view::npos) return 0;
  const std::string_view digits = value.substr(sign + 2);
  unsigned number = 0;
  const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  const bool whole =
      end == digits.data() + digits.size() && !digits.empty() && digits.size() <= kMostDigits;
  if (!whole) return 0;
  value = value.substr(0, sign);
  return number;
}

std::string_view field_of(const Query& node) {
  if (!node.field.empty()) return node.field;
  for (const Field& field : kFields) {
    if (field.kind == node.kind) return field.name;
  }
  return {};
}

}  // namespace dateline::query
