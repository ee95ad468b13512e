#include "index/registered.hpp"

#include "index/sample.hpp"

#include <dateline/error.hpp>
#include <dateline/searcher.hpp>

#include <gmock/gmock.h>

namespace dateline::index {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Registered, AlertsAndCommitsComeBackAsTheyWere) {
  const std::vector<Alert> alerts{{"grain", "grain OR \"sea mines\""}, {"né", "x\ny"}};
  EXPECT_EQ(read_alerts(print_alerts(alerts)), alerts);
  const std::vector<Commit> commits{{1, 0}, {2, 0}, {7, 90}};
  EXPECT_EQ(read_commits(print_commits(commits)), commits);
  EXPECT_THROW(read_alerts("\x05"), Error);
  EXPECT_THROW(read_commits("\x05"), Error);
}

TEST(Registered, OldCommitsAreForgotten) {
  std::vector<Commit> commits;
  for (std::uint64_t i = 1; i <= kMostCommits + 2; ++i)
    commits = with_commit(std::move(commits), {i, i});
  EXPECT_EQ(commits.size(), kMostCommits);
  EXPECT_EQ(first_arrival_after(commits, 3), 3u);
  EXPECT_THROW(first_arrival_after(commits, 2), Error);
}

class AlertsTest : public ::testing::Test {
 protected:
  AlertsTest() : recipe_(Recipe::load(write_recipe(folder_ / "recipe"))) {}

  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const Alert& alert : Searcher::open(path_).alerts()) found.push_back(alert.name);
    return found;
  }

  TempFolder folder_;
  std::filesystem::path path_ = folder_ / "index";
  Recipe recipe_;
};

TEST_F(AlertsTest, SurviveCommitsMergesAndRemovals) {
  {
    Index index = Index::create(path_, recipe_);
    index.add_alert({"grid", "grid NEAR/4 power"});
    index.add_alert({"peace", "peace"});
    EXPECT_THAT(names(), IsEmpty());
    index.commit();
    EXPECT_THAT(names(), ElementsAre("grid", "peace"));
    for (int i = 0; i < 12; ++i) {
      index.put(make_article("a" + std::to_string(i), "The grid of the power plant failed."));
      index.commit();
    }
    index.merge();
  }
  EXPECT_THAT(names(), ElementsAre("grid", "peace"));
  Index index = Index::open(path_);
  EXPECT_TRUE(index.remove_alert("grid"));
  EXPECT_FALSE(index.remove_alert("grid"));
  index.commit();
  EXPECT_THAT(names(), ElementsAre("peace"));
  EXPECT_TRUE(check_index(path_).ok);
}

TEST_F(AlertsTest, HaveOneNameEachAndQueriesThatCanBeUnderstood) {
  Index index = Index::create(path_, recipe_);
  index.add_alert({"a", "peace"});
  EXPECT_EQ(error_of([&] { index.add_alert({"a", "war"}); }).code, ErrorCode::kExists);
  EXPECT_EQ(error_of([&] { index.add_alert({"", "war"}); }).code, ErrorCode::kInvalid);
  EXPECT_EQ(error_of([&] { index.add_alert({"b", " "}); }).code, ErrorCode::kInvalid);
  EXPECT_EQ(error_of([&] { index.add_alert({"b", "date:soon"}); }).code, ErrorCode::kInvalid);
}

TEST_F(AlertsTest, AskWhatIsNewSinceACommit) {
  Index index = Index::create(path_, recipe_);
  index.put(make_article("a", "Peace talks."));
  index.put(make_article("b", "Peace talks."));
  index.commit();
  const std::uint64_t first = index.generation();
  index.put(make_article("c", "Peace talks."));
  index.put(make_article("a", "More peace talks."));
  index.commit();
  index.merge();
  const Searcher searcher = Searcher::open(path_);
  SearchOptions options;
  options.after_commit = first;
  const Results results = searcher.search("peace", options);
  EXPECT_EQ(results.count, 2u);
  std::vector<std::string> ids;
  for (const Hit& hit : results.hits) ids.push_back(hit.id);
  EXPECT_THAT(ids, ::testing::UnorderedElementsAre("a", "c"));
  options.facets = true;  // those that the query narrows too
  std::uint64_t languages = 0;
  for (const Facet& facet : searcher.search("peace lang:en", options).facets) {
    if (facet.name != "language") continue;
    for (const auto& [language, articles] : facet.counts) languages += articles;
  }
  EXPECT_EQ(languages, 2u);
  options.after_commit = results.commit;
  EXPECT_EQ(searcher.search("peace", options).count, 0u);
  options.after_commit = 99;
  EXPECT_EQ(error_of([&] { searcher.search("peace", options); }).code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace dateline::index
