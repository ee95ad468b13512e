// Prints queries.  In: a tree.  Out: text that parses to it, with as few brackets as can be.
// Method: each kind binds at a level; a part that binds less closely than its place asks gets brackets.
// Tested by tests/query/print_test.cpp.
#include "base/utf8.hpp"
#include "query/fields.hpp"
#include "query/nodes.hpp"
#include "query/typed.hpp"

#include <dateline/query.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

namespace dateline {
namespace query {
namespace {

using Kind = Query::Kind;

// From loose to close.
enum Level { kLoose, kInAny, kInAll, kInRanked, kSigned, kWeighted, kSingle };

bool is_word(Kind kind) {
  return kind == Kind::kWord || kind == Kind::kPrefix || kind == Kind::kPhrase ||
         kind == Kind::kWildcard || kind == Kind::kFuzzy;
}

// Whether the part of a field stands behind the colon without brackets of its own.
bool needs_no_brackets(const Query& part) {
  if (part.kind != Kind::kNear || part.parts.empty()) return is_word(part.kind);
  return is_word(part.parts.front().kind) || part.parts.front().kind == Kind::kAny;
}

bool is_near_field(const Query& node) {
  return !node.parts.empty() && node.parts.front().kind == Kind::kNear &&
         needs_no_brackets(node.parts.front());
}

// The closest place where the node needs no brackets.
Level level_of(const Query& node) {
  switch (node.kind) {
    case Kind::kAny:
      return kLoose;
    case Kind::kAll:
      return kInAny;
    case Kind::kRanked:
      return kInAll;
    case Kind::kNot:
    case Kind::kMust:
      return kInRanked;
    case Kind::kNear:
    case Kind::kBoost:
      return kSigned;
    case Kind::kField:
      return is_near_field(node) ? kSigned : kWeighted;
    default:
      return kSingle;
  }
}

class Printer {
 public:
  std::string run(const Query& node) {
    print(node, kLoose);
    return std::move(out_);
  }

 private:
  void print(const Query& node, Level place);
  void print_bare(const Query& node, Level place);
  void parts(const Query& node, Level place, std::string_view between);
  void field(const Query& node);
  void quoted(std::string_view text);
  void value(const Query& node);

  std::string out_;
};

void Printer::print(const Query& node, Level place) {
  const bool brackets = level_of(node) < place;
  if (brackets) out_ += '(';
  print_bare(node, place);
  if (brackets) out_ += ')';
}

// "NEAR/5", between blanks.
std::string near_sign(const Query& node) {
  return (node.ordered ? " ONEAR/" : " NEAR/") + std::to_string(node.distance) + " ";
}

// The shortest digits that are read back as the same number.
std::string weight_sign(double weight) {
  std::array<char, 512> digits{};
  const auto end =
      std::to_chars(digits.begin(), digits.end(), weight, std::chars_format::fixed).ptr;
  return "^" + std::string(digits.begin(), end);
}

void Printer::print_bare(const Query& node, Level place) {
  switch (node.kind) {
    case Kind::kNothing:
      return;
    case Kind::kWord:
      out_ += node.text;
      return;
    case Kind::kPrefix:
      out_ += node.text + "*";
      return;
    case Kind::kWildcard:
      out_ += node.text;
      return;
    case Kind::kFuzzy:
      out_ += node.text + "~" + std::to_string(node.distance);
      return;
    case Kind::kPhrase:
      return quoted(node.text);
    case Kind::kNear:
      return parts(node, kSingle, near_sign(node));
    case Kind::kRanked:
      return parts(node, kInRanked, " ");
    case Kind::kAny:
      return parts(node, kInAny, " OR ");
    case Kind::kAll:
      return parts(node, kInAll, " AND ");
    case Kind::kNot:
      out_ += place == kInRanked ? "-" : "NOT ";
      return parts(node, kSigned, "");
    case Kind::kMust:
      if (node.parts.empty() || !narrows(node.parts.front())) out_ += '+';
      return parts(node, kSigned, "");
    case Kind::kField:
      return field(node);
    case Kind::kBoost:
      parts(node, kWeighted, "");
      out_ += weight_sign(node.weight);
      return;
    default:
      return value(node);
  }
}

void Printer::parts(const Query& node, Level place, std::string_view between) {
  for (const Query& part : node.parts) {
    if (&part != &node.parts.front()) out_ += between;
    print(part, place);
  }
}

void Printer::field(const Query& node) {
  out_ += field_of(node);
  out_ += ':';
  for (const Query& part : node.parts) {
    const bool bare = needs_no_brackets(part);
    if (!bare) out_ += '(';
    print(part, kLoose);
    if (!bare) out_ += ')';
  }
}

// No quote can stand inside quotes: in trees that no text made, it becomes a blank.
void Printer::quoted(std::string_view text) {
  out_ += '"';
  std::size_t replaced = 0;
  const std::string repaired = base::repair_utf8(text, replaced);
  for (std::size_t at = 0; at < repaired.size();) {
    const std::size_t begin = at;
    const bool quote = is_quote(base::next_code_point(repaired, at));
    out_ += quote ? std::string_view(" ") : std::string_view(repaired).substr(begin, at - begin);
  }
  out_ += '"';
}

bool is_plain(std::string_view text) {
  const auto plain = [](char c) {
    return base::is_ascii_alpha(c) || base::is_ascii_digit(c) || c == '-' || c == '_';
  };
  return !text.empty() && text.front() != '-' && std::all_of(text.begin(), text.end(), plain);
}

bool is_plain_span(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789-.") == std::string_view::npos &&
         text.front() != '-';
}

void Printer::value(const Query& node) {
  out_ += field_of(node);
  out_ += ':';
  const bool date = node.kind == Kind::kDate;
  if (date ? is_plain_span(node.text) : is_plain(node.text)) {
    out_ += node.text;
  } else {
    quoted(node.text);
  }
  if (node.kind == Kind::kActor && node.distance > 0) out_ += ">=" + std::to_string(node.distance);
}

}  // namespace
}  // namespace query

std::string to_string(const Query& query) {
  return query::Printer().run(query);
}

}  // namespace dateline
