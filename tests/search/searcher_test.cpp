#include "search/sample.hpp"

#include <dateline/searcher.hpp>

#include <gmock/gmock.h>

#include <atomic>
#include <cmath>
#include <thread>

namespace dateline {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;

Article piece(std::string id, std::string title, std::string text, std::string date = {},
              std::string source = {}) {
  Article result = make_article(std::move(id), std::move(text), std::move(title));
  if (!date.empty()) result.date = std::move(date);
  if (!source.empty()) result.source = std::move(source);
  return result;
}

std::vector<Article> news() {
  return {
      piece("truce", "Truce talks open",
            "Ukraine agreed to a ceasefire on Monday. Jane Doe of the WHO said that peace talks "
            "will go on.\n\nA crowd waits in Kyiv. (Photo: Wire)\n\nSign up for peace letters\n",
            "2025-02-24", "Wire"),
      piece("grid", "Grid fails",
            "The power grid failed. Repairs of the grid take weeks, said an official of the US.",
            "2025-02", "Post"),
      piece("gas", "Gas prices", "Gas is dear. The peace of the market is gone.", "2024-05-06",
            "Wire"),
      piece("old", "Peace", "A peace was made long ago.", "1960", ""),
      piece("undated", "A note", "Peace, and nothing of the rest of it, says the note.")};
}

class SearcherTest : public search::SmallIndex {
 protected:
  SearcherTest() {
    build({{news()[0], news()[1]}, {news()[2], news()[3], news()[4]}});
    searcher_.emplace(Searcher::open(path()));
  }

  static std::vector<std::string> ids(const Results& results) {
    std::vector<std::string> found;
    for (const Hit& hit : results.hits) found.push_back(hit.id);
    return found;
  }
  Results search(std::string_view query, SearchOptions options = {}) const {
    return searcher_->search(query, options);
  }

  std::optional<Searcher> searcher_;
};

constexpr std::string_view kQueries[] = {"peace",
                                         "peace talks",
                                         "\"peace talks\"",
                                         "ukraine ceasefire",
                                         "grid NEAR/3 power",
                                         "peace OR gas",
                                         "peace AND note",
                                         "+peace -gas",
                                         "title:peace",
                                         "actor:ukraine",
                                         "topic:ceasefire",
                                         "source:wire peace",
                                         "pea*",
                                         "NOT peace",
                                         "since:2025-01-01",
                                         "the who of",
                                         "WHO",
                                         "peace^3 gas",
                                         "Jane Doe",
                                         "caption:crowd",
                                         "junk:letters",
                                         "lang:en peace",
                                         "kyiv",
                                         ""};

class Filtered : public search::SmallIndex {};

TEST_F(Filtered, ShowsTheDatesThatAreAskedFor) {
  build({{make_article("a",
                       "The ministers met again this week. In Bucharest the allies promised "
                       "much in 2008. Nothing came of it.")}});
  const Hit hit = Searcher::open(path()).search("mentions:2008").hits.at(0);
  EXPECT_THAT(hit.snippet.text, ::testing::HasSubstr("Bucharest"));
  ASSERT_EQ(hit.matches.size(), 1u);
  EXPECT_EQ(hit.matches[0].what, "date");
  EXPECT_EQ(hit.matches[0].term, "2008");
  EXPECT_EQ(hit.matches[0].name, "2008");
}

TEST_F(SearcherTest, HitsCarryWhatIsKnownOfTheArticle) {
  const Results results = search("ceasefire");
  ASSERT_THAT(results.hits, SizeIs(1));
  const Hit& hit = results.hits[0];
  EXPECT_EQ(hit.rank, 1u);
  EXPECT_EQ(hit.id, "truce");
  EXPECT_EQ(hit.title, "Truce talks open");
  EXPECT_EQ(hit.date, "2025-02-24");
  EXPECT_EQ(hit.source, "Wire");
  EXPECT_EQ(hit.language, "en");
  EXPECT_EQ(hit.begins.substr(0, 14), "Ukraine agreed");
  EXPECT_THAT(hit.actors, Contains("ukraine"));
  EXPECT_THAT(hit.topics, ElementsAre("ceasefire"));
  ASSERT_FALSE(hit.matches.empty());
  EXPECT_EQ(hit.matches[0].name, "ceasefire");
  EXPECT_EQ(hit.matches[0].what, "word");
  EXPECT_GT(hit.score, 0);
}

TEST_F(SearcherTest, PagesOfResultsAreParts) {
  const auto all = ids(search("peace OR gas OR grid"));
  ASSERT_THAT(all, SizeIs(5));
  for (std::size_t offset = 0; offset <= 6; ++offset) {
    for (std::size_t top = 0; top <= 6; ++top) {
      SearchOptions options;
      options.offset = offset;
      options.top = top;
      const Results results = search("peace OR gas OR grid", options);
      const std::size_t begin = std::min<std::size_t>(offset, 5);
      const std::size_t end = std::min<std::size_t>(offset + top, 5);
      EXPECT_EQ(ids(results), std::vector(all.begin() + static_cast<long>(begin),
                                          all.begin() + static_cast<long>(end)));
      EXPECT_EQ(results.count, 5u);
      if (!results.hits.empty()) {
        EXPECT_EQ(results.hits[0].rank, offset + 1);
      }
    }
  }
}

TEST_F(SearcherTest, OffsetAndTopTogetherAreLimited) {
  SearchOptions options;
  options.offset = 9990;
  EXPECT_THAT(search("peace", options).hits, IsEmpty());
  options.offset = 9991;
  EXPECT_EQ(error_of([&] { search("peace", options); }).code, ErrorCode::kLimit);
  options.offset = static_cast<std::size_t>(-1);
  EXPECT_EQ(error_of([&] { search("peace", options); }).code, ErrorCode::kLimit);
}

TEST_F(SearcherTest, SortsByDateWithUnknownDatesLast) {
  SearchOptions options;
  options.sort = Sort::kDate;
  EXPECT_THAT(ids(search("peace OR gas OR grid", options)),
              ElementsAre("grid", "truce", "gas", "old", "undated"));
}

TEST_F(SearcherTest, FacetsCountAllThatMatchesWhateverIsShown) {
  SearchOptions options;
  options.top = 1;
  options.facets = true;
  const Results results = search("peace OR gas OR grid", options);
  ASSERT_THAT(results.facets, SizeIs(5));
  EXPECT_THAT(results.facets[2].counts, ElementsAre(Pair("Wire", 2), Pair("Post", 1)));
  EXPECT_THAT(results.facets[4].counts, ElementsAre(Pair("2025-02", 2), Pair("2024-05", 1)));
}

TEST_F(SearcherTest, EnoughTimeMakesTheAnswerExact) {
  SearchOptions options;
  options.timeout = std::chrono::hours(1);
  EXPECT_TRUE(search("peace", options).exact);
  EXPECT_EQ(ids(search("peace", options)), ids(search("peace")));
}

TEST_F(SearcherTest, WithoutMemoryTheAnswerSaysThatItIsNotWhole) {
  SearchOptions none;
  none.memory = 1000;
  none.facets = true;
  for (const char* text :
       {"peace", "+peace +talks", "body:peace", "pea*", "\"peace talks\"", "NOT x"}) {
    const Results results = search(text, none);
    EXPECT_FALSE(results.exact) << text;
    ASSERT_THAT(results.warnings, SizeIs(1)) << text;
    EXPECT_TRUE(results.warnings[0].text.starts_with("memory ran out")) << results.warnings[0].text;
  }
}

TEST_F(SearcherTest, AHitThatIsTooLongToBeLookedThroughIsThereWithoutSnippet) {
  SearchOptions little;
  little.memory = 21000;
  const Results results = search("peace", little);
  ASSERT_FALSE(results.hits.empty());
  EXPECT_FALSE(results.exact);
  EXPECT_EQ(results.hits[0].id, search("peace").hits[0].id);
  EXPECT_TRUE(results.hits.back().snippet.text.empty());
  EXPECT_TRUE(results.hits.back().matches.empty());
}

TEST_F(SearcherTest, RankAndSearchAgree) {
  for (const std::string_view text : kQueries) {
    const Results results = search(text);
    const auto ranked = searcher_->rank(parse_query(text).query, 10);
    ASSERT_EQ(ranked.size(), results.hits.size()) << text;
    EXPECT_EQ(results.count, ranked.size()) << text;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
      EXPECT_EQ(ranked[i].first, results.hits[i].id) << text;
      EXPECT_EQ(ranked[i].second, results.hits[i].score) << text;
    }
  }
}

TEST_F(SearcherTest, PartsOfAnExplanationSumToTheScore) {
  for (const std::string_view text : kQueries) {
    const Query query = parse_query(text).query;
    for (const RankingOptions options : {RankingOptions{}, {.expand = true}, {false, false}}) {
      for (const auto& [id, score] : searcher_->rank(query, 10, options)) {
        double sum = 0;
        for (const ScorePart& part : searcher_->explain(query, id, options)) sum += part.score;
        EXPECT_NEAR(sum, score, 1e-9) << text << " " << id;
      }
    }
  }
  EXPECT_THAT(searcher_->explain(parse_query("ceasefire").query, "gas"), IsEmpty());
  EXPECT_THAT(searcher_->explain(parse_query("ceasefire").query, "nobody"), IsEmpty());
}

TEST_F(SearcherTest, AnExplanationNamesWhatTheSecondStageAdds) {
  std::vector<std::string> texts;
  for (const auto& part : searcher_->explain(parse_query("gas prices").query, "gas")) {
    texts.push_back(part.text);
  }
  EXPECT_THAT(texts, Contains("gas in the title"));
  EXPECT_THAT(texts, Contains("gas near price, once"));
  EXPECT_THAT(texts, Contains("price in the title"));
  EXPECT_EQ(texts.size(), 5u);
}

TEST_F(SearcherTest, AnExpandedQueryFindsWhatItsBestHitsAreAbout) {
  SearchOptions expanded;
  expanded.ranking.expand = true;
  const Results results = search("ceasefire", expanded);
  ASSERT_GT(results.hits.size(), 1u);
  EXPECT_EQ(results.hits[0].id, "truce");
  EXPECT_THAT(ids(search("ceasefire")), ElementsAre("truce"));
  EXPECT_THAT(ids(search("+ceasefire", expanded)), Contains("truce"));
  EXPECT_THAT(ids(search("ceasefire source:post", expanded)), IsEmpty());
  EXPECT_THAT(ids(search("nonsenseword", expanded)), IsEmpty());
}

TEST_F(SearcherTest, SnippetsLieInTheTextWithTheirMarksInside) {
  for (const std::string_view text : kQueries) {
    for (const Hit& hit : search(text).hits) {
      const auto stored = searcher_->article(hit.id);
      ASSERT_TRUE(stored);
      const Snippet& snippet = hit.snippet;
      const std::string& whole =
          snippet.field == Field::kTitle ? *stored->article.title : stored->article.text;
      ASSERT_LE(snippet.range.end, whole.size());
      EXPECT_EQ(snippet.text, whole.substr(snippet.range.begin, snippet.range.size()));
      for (const Range mark : snippet.marks) EXPECT_TRUE(snippet.range.contains(mark));
      for (const Block& block : stored->page.blocks) {
        if (block.role != Role::kJunk || snippet.field != Field::kBody) continue;
        EXPECT_FALSE(block.range.overlaps(snippet.range)) << text;
      }
    }
  }
}

TEST_F(SearcherTest, GivesBackArticlesAsTheyCame) {
  for (const Article& expected : news())
    EXPECT_EQ(searcher_->article(expected.id)->article, expected);
  EXPECT_FALSE(searcher_->article("nobody"));
  EXPECT_FALSE(searcher_->article(""));
  std::vector<Article> all;
  searcher_->for_each_article([&](Article&& one) { all.push_back(std::move(one)); });
  EXPECT_EQ(all, news());
  EXPECT_EQ(searcher_->size(), 5u);
}

TEST_F(SearcherTest, KnowsActorsByNameAndWhoElseIsMeant) {
  const auto ukraine = searcher_->actor("ukraine");
  ASSERT_TRUE(ukraine);
  EXPECT_EQ(ukraine->actor.name, "Ukraine");
  EXPECT_EQ(ukraine->articles, 1u);
  EXPECT_GE(ukraine->mentions, 1u);
  const auto doe = searcher_->actor("doe");
  ASSERT_TRUE(doe);
  EXPECT_THAT(doe->candidates, SizeIs(1));
  EXPECT_FALSE(searcher_->actor("nobody at all"));
  EXPECT_THAT(searcher_->similar_names("ukrane"), ElementsAre("Ukraine"));
}

TEST_F(SearcherTest, KnowsTopicsByIdAndName) {
  const auto by_id = searcher_->topic("ceasefire");
  ASSERT_TRUE(by_id);
  EXPECT_TRUE(by_id->by_id);
  EXPECT_EQ(by_id->articles, 1u);
  const auto by_name = searcher_->topic("Truce");
  ASSERT_TRUE(by_name);
  EXPECT_FALSE(by_name->by_id);
  EXPECT_EQ(by_name->topic.id, "ceasefire");
  EXPECT_FALSE(searcher_->topic("nothing"));
}

TEST_F(SearcherTest, AnswersItsOwnCommitForAsLongAsItLives) {
  const auto before = ids(search("peace"));
  Index index = Index::open(path());
  for (int i = 0; i < 4; ++i) {
    for (const char* id : {"truce", "old"}) {
      index.put(make_article(id, "Other words " + std::to_string(i)));
    }
    index.put(make_article("new" + std::to_string(i), "Peace peace."));
    index.remove("gas");
    index.commit();
  }
  EXPECT_EQ(ids(search("peace")), before);
  EXPECT_EQ(searcher_->size(), 5u);
  EXPECT_EQ(searcher_->article("truce")->article, news()[0]);
  const Searcher later = Searcher::open(path());
  EXPECT_EQ(later.size(), 8u);
  EXPECT_EQ(later.search("peace").count, 5u);
}

TEST_F(SearcherTest, EightThreadsShareIt) {
  std::vector<std::vector<std::pair<std::string, double>>> expected;
  for (const auto text : kQueries) {
    expected.push_back(searcher_->rank(parse_query(text).query, 10));
  }
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 8; ++thread) {
    threads.emplace_back([&] {
      for (int round = 0; round < 3; ++round) {
        for (std::size_t i = 0; i < expected.size(); ++i) {
          if (searcher_->rank(parse_query(kQueries[i]).query, 10) != expected[i]) ++wrong;
          if (searcher_->search(kQueries[i]).count != expected[i].size()) ++wrong;
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

TEST_F(SearcherTest, QueriesBuiltWronglyAreAnswered) {
  for (int kind = 0; kind <= static_cast<int>(Query::Kind::kBoost); ++kind) {
    Query query;
    query.kind = static_cast<Query::Kind>(kind);
    for (const char* text : {"", "peace", "\xff\xfe", "-", "a b c"}) {
      query.text = text;
      query.field = text;
      searcher_->search(query);
      Query outer;
      outer.parts = {query, query};
      for (int other = 0; other <= static_cast<int>(Query::Kind::kBoost); ++other) {
        outer.kind = static_cast<Query::Kind>(other);
        searcher_->rank(outer, 3);
      }
    }
  }
}

TEST_F(SearcherTest, WarnsOfAPrefixThatStandsForTooMuch) {
  std::string text;
  for (int i = 0; i < 1005; ++i) text += "w" + std::to_string(1000 + i) + " ";
  Index index = Index::open(path());
  index.put(make_article("many", text));
  index.commit();
  const Results results = Searcher::open(path()).search("w10*");
  EXPECT_THAT(results.warnings, IsEmpty());
  EXPECT_THAT(Searcher::open(path()).search("w*").warnings, SizeIs(1));
}

TEST_F(SearcherTest, OpensDatabasesOfTheKeyThatTheyWereWrittenWith) {
  const std::string key(32, 'k');
  const auto path = folder_ / "sealed";
  Index::create(path, Recipe::load(folder_ / "recipe"), TextStore::kXapian, key)
      .add(source_of({make_article("a", "Peace.")}));
  EXPECT_EQ(Searcher::open(path, {.key = key}).size(), 1u);
  EXPECT_EQ(Searcher::open(path).size(), 1u);
  const OpenOptions other{.key = std::string(32, 'o')};
  const Caught caught = error_of([&] { Searcher::open(path, other); });
  EXPECT_EQ(caught.code, ErrorCode::kInvalid);
  EXPECT_TRUE(caught.mentions("--trust")) << caught.message;
  EXPECT_EQ(Searcher::open(path, {.trust = true, .key = other.key}).size(), 1u);
}

TEST(SearcherOpen, WithoutAnIndexSaysSo) {
  const TempFolder folder;
  EXPECT_EQ(error_of([&] { Searcher::open(folder / "nothing"); }).code, ErrorCode::kNotFound);
  write_text(folder / "file/x", "no index");
  EXPECT_EQ(error_of([&] { Searcher::open(folder / "file"); }).code, ErrorCode::kNotFound);
}

// Articles that nobody wrote must be indexed and found.  What would take for ever meets the time limit
// of all tests.
class Hostile : public search::SmallIndex {
 protected:
  Results indexed(std::string text, std::string_view query) {
    build({{make_article("a", std::move(text))}});
    return Searcher::open(path()).search(query);
  }
};

TEST_F(Hostile, OneWordOfAMegabyteIsFound) {
  const std::string word(1 << 20, 'x');
  EXPECT_EQ(indexed(word + " end.", "end").count, 1u);
}

TEST_F(Hostile, AHundredThousandParagraphsOfOneWordAreFound) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "peace\n\n";
  const Results results = indexed(text, "\"peace talks\" OR peace");
  EXPECT_EQ(results.count, 1u);
  EXPECT_LE(results.hits.at(0).matches.size(), 20u);
}

TEST_F(Hostile, OneWordRepeatedIsNoTrapForNear) {
  std::string text;
  for (int i = 0; i < 50000; ++i) text += "peace talks ";
  EXPECT_EQ(indexed(text, "peace NEAR/50 talks NEAR/50 peace NEAR/50 talks NEAR/50 war").count, 0u);
}

TEST_F(Hostile, OnlySpacesSignsOrControlsAreNoTrap) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += " \n\t.-\x01(\xe2\x80\xae";
  EXPECT_EQ(indexed(text + " end", "end").count, 1u);
}

}  // namespace
}  // namespace dateline
