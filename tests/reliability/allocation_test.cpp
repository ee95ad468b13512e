// The n-th allocation fails: a clear error or std::bad_alloc, and the object that was called goes on.
#include "reliability/allocations.hpp"
#include "reliability/trial.hpp"

#include <dateline/searcher.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <new>
#include <optional>

namespace dateline::reliability {
namespace {

namespace fs = std::filesystem;

constexpr const char* kQuery =
    "talks \"ceasefire talks\" version* versoin~ actor:kyiv -topic:energy";

std::string answers(const Searcher& searcher) {
  SearchOptions options;
  options.facets = true;
  const Results results = searcher.search(kQuery, options);
  std::string text = std::to_string(results.count);
  for (const Hit& hit : results.hits) text += ' ' + hit.id + ' ' + hit.snippet.text;
  for (const Facet& facet : results.facets)
    text += facet.name + std::to_string(facet.counts.size());
  for (const Completion& each : searcher.complete("ce").found) text += each.text;
  for (const auto& [id, score] : searcher.rank(parse_query("talks").query, 9)) text += id;
  if (const auto actor = searcher.actor("Kiev")) text += actor->actor.id;
  return text + std::to_string(searcher.stories().size());
}

// Which exception came out; empty: none.  What is foreign ends the test.
template <class Action>
std::string thrown_by(Action action) {
  try {
    action();
    return {};
  } catch (const Error& error) {
    // Files are as they were.
    EXPECT_NE(error.code(), ErrorCode::kCorrupt) << error.what();
    return error.what();
  } catch (const std::bad_alloc&) {
    return "no memory";
  }
}

class Allocation : public ::testing::TestWithParam<bool> {
 protected:
  Allocation() : recipe_(Recipe::load(write_recipe(folder_ / "recipe"))) {}
  fs::path path() const { return folder_ / "index"; }

  void make_small_index() const {
    Index index = Index::create(path(), recipe_);
    for (int commit = 1; commit <= 2; ++commit) flow::run_commit(index, commit);
  }
  // Each allocation is tried to fail once; some of them for good.
  static std::uint64_t step() { return GetParam() && !is_full() ? 7 : 1; }
  // Fails each allocation of `action` in turn, or each `step`th; `prepare` before, `check` after each.
  template <class Prepare, class Action, class Check>
  void fail_each(std::uint64_t step, Prepare prepare, Action action, Check check) {
    step *= kStride;
    prepare();
    action();  // what is made once is there
    prepare();
    fail_allocation(0);
    action();
    const std::uint64_t count = end_failing();
    std::uint64_t failed = 0;
    for (std::uint64_t at = 1; at <= count && !HasFailure(); at += step) {
      SCOPED_TRACE("allocation " + std::to_string(at) + " of " + std::to_string(count));
      prepare();
      fail_allocation(at, GetParam());
      const std::string thrown = thrown_by(action);
      end_failing();
      failed += thrown.empty() ? 0 : 1;
      check();
    }
    EXPECT_GT(failed, count / step / 4) << "of " << count;
  }

  TempFolder folder_;
  Recipe recipe_;
};

constexpr auto kNothing = [] {};

TEST_P(Allocation, ThatFailsWhileParsingIsAnErrorAndTheNextQueryIsRead) {
  const Query expected = parse_query(kQuery).query;
  fail_each(
      1, kNothing, [] { to_string(parse_query(kQuery).query); },
      [&] { EXPECT_EQ(parse_query(kQuery).query, expected); });
}

TEST_P(Allocation, ThatFailsWhileOpeningIsAnErrorAndTheNextAttemptOpens) {
  make_small_index();
  fail_each(
      step(), kNothing, [&] { Searcher::open(path()); }, kNothing);
  EXPECT_EQ(Searcher::open(path()).size(), flow::articles_after(2).size());
}

// The first search, which also makes what later ones share.
TEST_P(Allocation, ThatFailsInASearchIsAnErrorAndTheSameSearcherAnswersAgain) {
  make_small_index();
  const std::string expected = answers(Searcher::open(path()));
  std::optional<Searcher> searcher;
  fail_each(
      step(), [&] { searcher.emplace(Searcher::open(path())); }, [&] { answers(*searcher); },
      [&] { ASSERT_EQ(answers(*searcher), expected); });
}

TEST_P(Allocation, ThatFailsInACommitIsAnErrorAndTheSameWriterGoesOn) {
  Index index = Index::create(path(), recipe_);
  int version = 0;
  const auto change = [&] {
    index.put(make_article("a", "Ceasefire talks in version" + std::to_string(version), "Truce"));
    index.remove("b");
    index.commit();
  };
  const auto check = [&] {
    if (version % 16 != 0 && !is_full()) return;
    index.put(make_article("b", "The grid has power again."));
    index.commit();
    ASSERT_TRUE(check_index(path()).ok);
    ASSERT_EQ(Searcher::open(path()).search("grid").count, 1u);
  };
  fail_each(
      is_full() ? 1 : 17, [&] { ++version; }, change, check);
}

TEST_P(Allocation, ThatFailsInABuildIsAnErrorAndTheNextBuildIsWhole) {
  std::vector<Article> articles;
  for (int i = 0; i < 40; ++i) {
    articles.push_back(make_article("a" + std::to_string(i), "Ceasefire talks, said Jane Doe."));
  }
  BuildOptions options;
  options.threads = 2;
  const auto clear = [&] { fs::remove_all(path()); };
  const auto build_it = [&] { Index::create(path(), recipe_).add(source_of(articles), options); };
  fail_each(is_full() ? 1 : 131, clear, build_it, kNothing);
  clear();
  build_it();
  EXPECT_EQ(Searcher::open(path()).search("talks").count, articles.size());
  EXPECT_TRUE(check_index(path()).ok);
}

INSTANTIATE_TEST_SUITE_P(Fails, Allocation, ::testing::Bool(),
                         [](const auto& row) { return row.param ? "ForGood" : "Once"; });

}  // namespace
}  // namespace dateline::reliability
