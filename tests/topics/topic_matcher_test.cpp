#include "topics/topic_matcher.hpp"

#include "topics/sample.hpp"

#include <gtest/gtest.h>

#include <random>

namespace dateline::topics {
namespace {

TEST(TopicMatcher, AnArticleHasTheTopicsWhoseQueriesMatch) {
  const Topics topics(kTopics);
  const std::vector<std::pair<Parts, std::string>> rows{
      {{{Field::kBody, "A ceasefire in the war"}}, "ceasefire: [ceasefire]\n"},
      {{{Field::kBody, "The war: they stop all the fighting"}}, "ceasefire: [stop] [fighting]\n"},
      {{{Field::kTitle, "Peace talks"}, {Field::kBody, "war and negotiators"}},
       "peace-talks: [Peace talks] [negotiators]\n"},
      {{{Field::kBody, "war, sport and negotiators"}}, ""},
      {{{Field::kTitle, "Senate"}, {Field::kBody, "War and the U.S."}},
       "us-politics: [Senate] [U.S]\n"},
      {{{Field::kBody, "War: Senate and the U.S."}}, ""},
      {{{Field::kBody, "An election told us of war"}}, ""},
      {{{Field::kBody, "nothing"}}, "quiet:\n"},
      {{{Field::kCaption, "A ceasefire"}, {Field::kJunk, "ceasefire"}, {Field::kBody, "war"}}, ""},
  };
  for (const auto& [parts, expected] : rows) EXPECT_EQ(topics.show(parts), expected);
}

TEST(TopicMatcher, ReasonsSayWhereTheyStand) {
  const Topics topics(kTopics);
  const auto found = topics.match({{Field::kTitle, "War"}, {Field::kBody, "The ceasefire holds"}});
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found[0].reasons.size(), 1U);
  EXPECT_EQ(found[0].reasons[0], (TopicMatch::Reason{"ceasefire", {4, 13}, Field::kBody}));
}

// places / (places + 2), and the first five as reasons
TEST(TopicMatcher, TheScoreGrowsWithThePlaces) {
  const Topics topics(R"({"id": "war", "name": "War", "query": "war"})");
  double last = 0;
  for (const int times : {1, 2, 6, 100}) {
    std::string text;
    for (int i = 0; i < times; ++i) text += "war ";
    const auto found = topics.match({{Field::kBody, text}});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_DOUBLE_EQ(found[0].score, times / (times + 2.0));
    EXPECT_EQ(found[0].reasons.size(), static_cast<std::size_t>(std::min(times, 5)));
    EXPECT_TRUE(found[0].score > last && found[0].score < 1);
    last = found[0].score;
  }
  EXPECT_TRUE(topics.match({{Field::kBody, "peace"}}).empty());
  EXPECT_EQ(Topics(kTopics).match({{Field::kBody, "peace"}}).front().score, 0)
      << "what only excludes has no place";
}

std::string random_words(std::mt19937& random, std::size_t count) {
  static constexpr const char* kWords[] = {"war",  "peace", "grain", "talks", "Kyiv",
                                           "port", "ship",  "U.S.",  "deal",  "vote"};
  std::string text;
  for (; count > 0; --count) text.append(kWords[random() % std::size(kWords)]).append(" ");
  return text;
}

std::string random_query(std::mt19937& random, int depth) {
  const auto inner = [&] { return random_query(random, depth - 1); };
  switch (depth == 0 ? 0 : random() % 7) {
    case 1:
      return "(" + inner() + " OR " + inner() + ")";
    case 2:
      return "(" + inner() + " AND " + inner() + ")";
    case 3:
      return "(" + inner() + " AND NOT " + inner() + ")";
    case 4:
      return "(" + random_words(random, 1) + "NEAR/3 " + random_words(random, 1) + ")";
    case 5:
      return "\"" + random_words(random, 2) + "\"";
    case 6:
      return random() % 2 == 0 ? "gr*" : "title:" + random_words(random, 1);
    default:
      return random_words(random, 1);
  }
}

TEST(TopicMatcher, EqualsMatchingEachTopicByItself) {
  std::mt19937 random(8);
  std::string lines;
  for (int i = 0; i < 300; ++i) {
    std::string query = random_query(random, 3);
    for (std::size_t at = 0; (at = query.find('"', at)) != query.npos; at += 2)
      query.insert(at, "\\");
    lines += R"({"id": "t)" + std::to_string(i) + R"(", "name": "T)" + std::to_string(i) +
             R"(", "query": ")" + query + "\"}\n";
  }
  const Topics topics(lines);
  std::size_t matches = 0;
  for (int i = 0; i < 200; ++i) {
    const Parts parts{{Field::kTitle, random_words(random, random() % 3)},
                      {Field::kBody, random_words(random, random() % 9)}};
    std::vector<std::string> ids;
    for (const TopicMatch& match : topics.match(parts)) ids.push_back(match.id);
    ASSERT_EQ(ids, topics.match_plainly(parts));
    matches += ids.size();
  }
  EXPECT_GT(matches, 1000U);
}

using Groups = std::vector<TermGroup>;

analysis::TermTree term(const std::string& text) {
  return analysis::term_leaf(text, analysis::What::kWord, text);
}

TEST(Needs, AreTheTermsWithoutWhichNothingMatches) {
  using Kind = analysis::TermTree::Kind;
  const auto tree = [](Kind kind, std::vector<analysis::TermTree> parts) {
    return analysis::combine(kind, std::move(parts));
  };
  EXPECT_EQ(needs(term("a")), (Groups{{"a"}}));
  EXPECT_EQ(needs(tree(Kind::kSum, {term("a"), term("b")})), (Groups{{"a", "b"}}));
  EXPECT_EQ(needs(tree(Kind::kAll, {tree(Kind::kBest, {term("a"), term("b")}), term("c")})),
            (Groups{{"a", "b"}, {"c"}}));
  EXPECT_EQ(needs(tree(Kind::kSum,
                       {tree(Kind::kAll, {tree(Kind::kBest, {term("a"), term("b")}), term("c")}),
                        term("d")})),
            (Groups{{"c", "d"}}));
  EXPECT_EQ(needs(tree(Kind::kExcept, {term("a"), term("b")})), (Groups{{"a"}}));
  EXPECT_EQ(needs(tree(Kind::kRequired, {term("a"), term("b")})), (Groups{{"a"}}));
  EXPECT_EQ(needs(term("Len")), Groups());
  analysis::TermTree everything;
  everything.kind = Kind::kEverything;
  EXPECT_EQ(needs(tree(Kind::kSum, {term("a"), everything})), Groups());
  EXPECT_EQ(needs(tree(Kind::kAll, {everything, term("a")})), (Groups{{"a"}}));
}

}  // namespace
}  // namespace dateline::topics
