#include "search/matcher.hpp"

#include "search/sample.hpp"

#include <gmock/gmock.h>

namespace dateline::search {
namespace {

using Docs = std::vector<std::uint32_t>;

class MatcherTest : public SmallIndex {
 protected:
  MatcherTest() {
    Article dated = make_article("3", "Gas grid power talks in Ukraine.");
    dated.date = "2025-02-24";
    build({{make_article("0", "Peace talks began."), make_article("1", "Talks of peace ended."),
            make_article("2", "Nothing.", "Peace"), dated,
            make_article("4", "Peace, peace and peace talks.", "Gas")}});
    session_.emplace(snapshot_->segments().at(0)->session());
  }

  std::unique_ptr<Matcher> matcher(const std::string& query) {
    tree_ = tree(query);
    frequencies_.clear();
    count(tree_);
    return make_matcher(tree_, *session_, 5, {{}, snapshot_->collection(), &frequencies_});
  }
  void count(const analysis::TermTree& tree) {
    if (!tree.term.empty()) frequencies_[tree.term] = session_->document_frequency(tree.term);
    for (const auto& part : tree.parts) count(part);
  }
  Docs docs(const std::string& query) {
    Docs found;
    const auto all = matcher(query);
    for (; all->doc() != Matcher::kEnd; all->advance(all->doc() + 1)) found.push_back(all->doc());
    return found;
  }

  std::optional<storage::SegmentSession> session_;
  analysis::TermTree tree_;
  Frequencies frequencies_;
};

TEST_F(MatcherTest, WalksTheArticlesThatEachKindOfTreeMatches) {
  const struct {
    std::string query;
    Docs expected;
  } rows[] = {
      {"peace", {0, 1, 2, 4}},
      {"nowhere", {}},
      {"", {}},
      {"peace gas", {0, 1, 2, 3, 4}},
      {"peace AND talks", {0, 1, 4}},
      {"peace AND nowhere", {}},
      {"gas OR nothing", {2, 3, 4}},
      {"+talks peace", {0, 1, 3, 4}},
      {"peace -talks", {2}},
      {"NOT peace", {3}},
      {"\"peace talks\"", {0, 4}},
      {"\"talks of peace\"", {1}},
      {"talks NEAR/2 peace", {0, 1, 4}},
      {"talks ONEAR/2 peace", {1}},
      {"title:peace", {2}},
      {"body:gas", {3}},
      {"since:2025-01-01", {3}},
      {"actor:ukraine", {3}},
  };
  for (const auto& row : rows) EXPECT_EQ(docs(row.query), row.expected) << row.query;
}

TEST_F(MatcherTest, AdvancesToTheFirstMatchAtOrBehindATarget) {
  for (const char* query : {"peace", "peace gas", "peace talks", "\"peace talks\"", "peace -gas",
                            "+peace talks", "NOT nowhere", "peace AND talks"}) {
    const Docs all = docs(query);
    for (std::uint32_t target = 0; target <= 6; ++target) {
      const auto one = matcher(query);
      if (one->doc() < target) one->advance(target);
      const auto expected = std::lower_bound(all.begin(), all.end(), target);
      EXPECT_EQ(one->doc(), expected == all.end() ? Matcher::kEnd : *expected) << query << target;
    }
  }
}

TEST_F(MatcherTest, StaysAtTheEnd) {
  const auto all = matcher("peace talks");
  all->advance(Matcher::kEnd);
  EXPECT_EQ(all->doc(), Matcher::kEnd);
}

TEST_F(MatcherTest, SumAddsAndBestTakesTheHighest) {
  const double peace = matcher("peace")->score();
  const double talks = matcher("talks")->score();
  EXPECT_GT(peace, 0);
  EXPECT_EQ(matcher("peace talks")->score(), 0 + peace + talks);
  EXPECT_EQ(matcher("peace AND talks")->score(), 0 + peace + talks);
  std::vector<analysis::TermTree> parts{tree("peace"), tree("talks")};
  const auto best = analysis::combine(analysis::TermTree::Kind::kBest, std::move(parts));
  frequencies_.clear();
  count(best);
  EXPECT_EQ(make_matcher(best, *session_, 5, {{}, snapshot_->collection(), &frequencies_})->score(),
            std::max(peace, talks));
}

TEST_F(MatcherTest, BoostMultipliesAndFiltersAddNothing) {
  const double peace = matcher("peace")->score();
  EXPECT_DOUBLE_EQ(matcher("peace^2")->score(), 2 * peace);
  const auto filtered = matcher("gas since:2025-01-01");
  EXPECT_EQ(filtered->doc(), 3u);
  const auto gas = matcher("gas");
  gas->advance(3);
  const double alone = gas->score();
  const auto again = matcher("gas since:2025-01-01");
  EXPECT_EQ(again->score(), alone);
}

TEST_F(MatcherTest, PhraseStandsWhereItBegins) {
  const auto phrase = matcher("\"peace talks\"");
  phrase->advance(1);
  ASSERT_EQ(phrase->doc(), 4u);
  analysis::PositionList where;
  phrase->positions(where);
  ASSERT_EQ(where.size(), 1u);
  const auto word = matcher("peace");
  word->advance(4);
  analysis::PositionList words;
  word->positions(words);
  ASSERT_EQ(words.size(), 3u);
  EXPECT_EQ(where[0], words[2]);
}

}  // namespace
}  // namespace dateline::search
