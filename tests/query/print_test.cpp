#include "query/fields.hpp"
#include "query/nodes.hpp"
#include "shape.hpp"

#include <dateline/query.hpp>

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace dateline {
namespace {

using Kind = Query::Kind;
using query::leaf;

struct PrintRow {
  const char* typed;
  const char* printed;
};

TEST(Print, WritesWhatWasTypedWithoutNeedlessSigns) {
  for (const PrintRow& row :
       {PrintRow{"", ""}, PrintRow{"  ceasefire,  talks! ", "ceasefire talks"},
        PrintRow{"(a b) AND c", "a b AND c"}, PrintRow{"(a AND b) OR (c)", "a AND b OR c"},
        PrintRow{"a AND (b OR c)", "a AND (b OR c)"}, PrintRow{"a NOT b AND -c", "a -b AND NOT c"},
        PrintRow{"+a +title:b", "+a title:b"}, PrintRow{"a NEAR b", "a NEAR/10 b"},
        PrintRow{"title:(a ONEAR/3 b) c", "title:a ONEAR/3 b c"},
        PrintRow{"title:(a NEAR/5 b)^2", "(title:a NEAR/5 b)^2"},
        PrintRow{"TITLE:(a)^2.50", "title:a^2.5"}, PrintRow{"“peace deal”", "\"peace deal\""},
        PrintRow{"actor:\"nato\" person:\"A B\"", "actor:nato person:\"A B\""},
        PrintRow{"place:U.S.", "place:\"U.S.\""},
        PrintRow{"date:\"2025-02\" until:2025", "date:2025-02 until:2025"},
        PrintRow{"since:2025-02-24T12:30", "since:\"2025-02-24T12:30\""},
        PrintRow{"negotiat*^.5", "negotiat*^0.5"}, PrintRow{"title:(-a)", "title:(NOT a)"},
        PrintRow{"AND", "and"}}) {
    const ParsedQuery parsed = parse_query(row.typed);
    EXPECT_EQ(to_string(parsed.query), row.printed);
    EXPECT_EQ(parse_query(row.printed).query, parsed.query) << row.printed;
  }
}

TEST(Print, NeedsNoWarningToBeReadAgain) {
  for (const char* typed :
       {"a AND", "foo:bar", "(a \"b", "x~ y? z^0", "title: date:soon", "a NEAR/0 b"}) {
    EXPECT_TRUE(parse_query(to_string(parse_query(typed).query)).warnings.empty()) << typed;
  }
}

TEST(Print, BearsTreesThatNoTextMakes) {
  EXPECT_EQ(to_string(leaf(Kind::kPhrase, "a \"b\" c")), "\"a  b  c\"");
  EXPECT_EQ(to_string(leaf(Kind::kActor, "x\xFF")), "actor:\"x\uFFFD\"");
  for (const Kind kind : {Kind::kNear, Kind::kRanked, Kind::kAny, Kind::kAll, Kind::kNot,
                          Kind::kMust, Kind::kField, Kind::kBoost, Kind::kDate}) {
    EXPECT_NO_THROW(to_string(leaf(kind, "")));
  }
  EXPECT_EQ(to_string(query::boost(1e300, leaf(Kind::kWord, "a"))).size(), 303U);
}

// Trees as the parser makes them.
class RandomTree {
 public:
  explicit RandomTree(unsigned seed) : random_(seed) {}

  Query node(int depth) {
    if (depth == 0) return single();
    switch (below(8)) {
      case 0:
        return query::any(list(depth));
      case 1:
        return query::all(list(depth));
      case 2:
        return query::negate(node(depth - 1));
      case 3:
        return query::in_field(pick({"title", "body", "caption", "junk", "about"}),
                               node(depth - 1));
      case 4:
        return query::boost(0.25 * (1 + below(400)), node(depth - 1));
      case 5:
        return near();
      default:
        return query::ranked(marked(depth));
    }
  }

 private:
  int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }
  std::string pick(const std::vector<std::string>& from) { return from[random_() % from.size()]; }

  Query near_leaf() {
    switch (below(6)) {
      case 0:
        return leaf(Kind::kPrefix, pick({"neg", "U.S.", "ж1"}));
      case 3:
        return leaf(Kind::kWildcard, pick({"def?nce", "*fire", "n?g*at*", "ж?на"}));
      case 4: {
        Query fuzzy = leaf(Kind::kFuzzy, pick({"zelenski", "мир1", "talks"}));
        fuzzy.distance = static_cast<unsigned>(1 + below(2));
        return fuzzy;
      }
      case 1:
        return leaf(Kind::kPhrase, pick({"peace deal", "x", "a (b) AND -c:d^2 ~"}));
      case 2:
        return named(pick({"actor", "person", "org", "place"}));
      default:
        return leaf(Kind::kWord, pick({"a", "b", "US-led", "U.S.", "12:30", "and", "near/5", "C++",
                                       "שלום", "https://a.b/?c=*", "中", "'tis"}));
    }
  }

  Query named(const std::string& field) {
    Query node = *query::value_node(*query::find_field(field),
                                    pick({"x", "A B", "U.S.", "a:b", "AND", "(x)", "-x", "жé"}));
    if (node.kind == Kind::kActor && below(4) == 0)
      node.distance = static_cast<unsigned>(2 + below(9));
    return node;
  }

  Query single() {
    if (below(3) > 0) return near_leaf();
    if (below(2) > 0) return named(pick({"topic", "source", "lang", "said", "by"}));
    return *query::value_node(*query::find_field(pick({"date", "since", "until", "mentions"})),
                              pick({"2025", "2025-02-24", "2025-02-24 12:30"}));
  }

  Query near() {
    std::vector<Query> parts;
    for (int count = 2 + below(2); count > 0; --count) {
      parts.push_back(below(3) > 0 ? near_leaf() : query::any({near_leaf(), near_leaf()}));
    }
    return query::near(std::move(parts), static_cast<unsigned>(1 + below(100)), below(2) > 0);
  }

  std::vector<Query> list(int depth) {
    std::vector<Query> parts;
    for (int count = 2 + below(2); count > 0; --count) parts.push_back(node(depth - 1));
    return parts;
  }

  std::vector<Query> marked(int depth) {
    std::vector<Query> parts = list(depth);
    for (Query& part : parts) {
      if (below(3) == 0) part = query::require(std::move(part));
    }
    return parts;
  }

  std::mt19937 random_;
};

TEST(Print, ANumberOfMentionsIsReadAndPrinted) {
  for (const char* typed :
       {"actor:nato>=3", "org:\"White House\">=2", "actor:\"nato>=3\"", "NOT person:putin>=12"}) {
    const ParsedQuery parsed = parse_query(typed);
    EXPECT_TRUE(parsed.warnings.empty()) << typed;
    EXPECT_EQ(to_string(parsed.query), typed);
  }
  EXPECT_EQ(parse_query("actor:\"White House\">=2").query.distance, 2U);
  EXPECT_EQ(parse_query("actor:\"nato>=3\"").query.distance, 0U);
}

TEST(Print, IsReadAsTheTreeThatWasPrinted) {
  RandomTree trees(3);
  for (int round = 0; round < 6000; ++round) {
    const Query tree = trees.node(round % 5);
    const std::string printed = to_string(tree);
    const ParsedQuery parsed = parse_query(printed);
    ASSERT_EQ(parsed.query, tree) << printed << "\n"
                                  << query::shape(tree) << "\n"
                                  << query::shape(parsed.query);
  }
}

}  // namespace
}  // namespace dateline
