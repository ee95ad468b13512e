// Top k against an engine that looks at every article.
#include "words/top_k.hpp"

#include "words/random_words.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

namespace dateline::words {
namespace {

// Some segments with everything that a search is given.
struct World {
  std::vector<RandomWords> files;
  std::vector<std::vector<std::uint64_t>> removed;
  std::vector<std::vector<std::uint64_t>> filters;
  std::vector<std::vector<std::uint64_t>> arrivals;
  std::vector<SearchedSegment> segments;
  ranking::Collection collection;
  std::map<std::string, std::uint64_t> frequencies;

  bool counts(std::size_t segment, std::uint32_t doc) const {
    const auto has = [doc](const auto& bits) { return (bits[doc / 64] >> (doc % 64) & 1) != 0; };
    if (!segments[segment].removed.empty() && has(removed[segment])) return false;
    return segments[segment].filter.empty() || has(filters[segment]);
  }
  std::uint64_t document_frequency(const std::string& term) const {
    const auto found = frequencies.find(term);
    return found == frequencies.end() ? 0 : found->second;
  }
};

std::vector<std::uint64_t> random_bits(std::mt19937& random, std::uint32_t size, unsigned percent) {
  std::vector<std::uint64_t> bits(size / 64 + 1);
  for (std::uint32_t i = 0; i < size; ++i) {
    if (random() % 100 < percent) bits[i / 64] |= std::uint64_t{1} << (i % 64);
  }
  return bits;
}

struct WorldOptions {
  RandomOptions words;
  std::size_t segments = 1;
  unsigned removed = 0;  // percent
  unsigned kept = 100;
};

World make_world(std::uint32_t seed, const WorldOptions& options) {
  World world;
  std::mt19937 random(seed);
  std::uint64_t total = 0;
  for (std::size_t s = 0; s < options.segments; ++s) {
    RandomOptions words = options.words;
    words.articles =
        s == 0 ? words.articles : static_cast<std::uint32_t>(random() % words.articles);
    words.most_words += static_cast<std::uint32_t>(7 * s);
    world.files.push_back(random_words(static_cast<std::uint32_t>(random()), words));
    const auto size = static_cast<std::uint32_t>(world.files.back().articles.size());
    for (const NaiveArticle& article : world.files.back().articles) {
      for (const auto& [term, posting] : article.postings) ++world.frequencies[term];
    }
    world.removed.push_back(random_bits(random, size, options.removed));
    world.filters.push_back(random_bits(random, size, options.kept));
    total += size;
    world.collection.articles += size;
    world.collection.total_length += world.files.back().reader->total_length();
  }
  std::vector<std::uint64_t> numbers(total);
  for (std::uint64_t i = 0; i < total; ++i) numbers[i] = i;
  std::shuffle(numbers.begin(), numbers.end(), random);
  for (std::size_t s = 0; s < options.segments; ++s) {
    const std::size_t size = world.files[s].articles.size();
    world.arrivals.emplace_back(numbers.end() - static_cast<std::ptrdiff_t>(size), numbers.end());
    numbers.resize(numbers.size() - size);
    world.segments.push_back({world.files[s].reader.get(), {}, {}});
    if (options.removed > 0) world.segments[s].removed = world.removed[s];
    if (options.kept < 100) world.segments[s].filter = world.filters[s];
  }
  return world;
}

bool is_phrase(const NaiveArticle& article, const std::vector<std::string>& terms) {
  const auto has = [&](const std::string& term, std::uint32_t position) {
    const auto& positions = article.postings.at(term).positions;
    return std::find(positions.begin(), positions.end(), position) != positions.end();
  };
  for (const std::uint32_t start : article.postings.at(terms[0]).positions) {
    std::size_t fits = 1;
    while (fits < terms.size() && has(terms[fits], start + static_cast<std::uint32_t>(fits)))
      ++fits;
    if (fits == terms.size()) return true;
  }
  return false;
}

bool matches(const NaiveArticle& article, Match match, const std::vector<std::string>& terms) {
  const auto holds = [&](const std::string& term) { return article.postings.contains(term); };
  if (match == Match::kAny) return std::any_of(terms.begin(), terms.end(), holds);
  if (!std::all_of(terms.begin(), terms.end(), holds)) return false;
  return match == Match::kAll || is_phrase(article, terms);
}

struct Question {
  Match match = Match::kAny;
  std::vector<std::string> names = {};
  std::vector<double> boosts = {};
  ranking::Bm25 parameters = {};
  std::size_t k = 10;
  std::vector<std::pair<std::string, bool>> conditions = {};  // terms that are there, or are not
};

bool fits(const NaiveArticle& article, const Question& question) {
  return std::all_of(question.conditions.begin(), question.conditions.end(), [&](const auto& one) {
    return article.postings.contains(one.first) == one.second;
  });
}

std::vector<Condition> conditions_of(const Question& question) {
  std::vector<Condition> conditions;
  for (const auto& [term, holds] : question.conditions) conditions.push_back({term, holds});
  return conditions;
}

std::vector<TopKHit> brute_force(const World& world, const Question& question) {
  std::vector<ranking::TermWeight> weights;
  for (std::size_t t = 0; t < question.names.size(); ++t) {
    weights.emplace_back(question.parameters, world.collection,
                         world.document_frequency(question.names[t]), question.boosts[t]);
  }
  std::vector<TopKHit> hits;
  for (std::uint32_t s = 0; s < world.files.size(); ++s) {
    const auto& articles = world.files[s].articles;
    for (std::uint32_t doc = 0; doc < articles.size(); ++doc) {
      if (!world.counts(s, doc) || !fits(articles[doc], question)) continue;
      if (!matches(articles[doc], question.match, question.names)) continue;
      double score = 0;
      for (std::size_t t = 0; t < weights.size(); ++t) {
        const auto found = articles[doc].postings.find(question.names[t]);
        if (found == articles[doc].postings.end()) continue;
        score += weights[t].score(found->second.frequency, articles[doc].length);
      }
      hits.push_back({s, doc, score, world.arrivals[s][doc]});
    }
  }
  std::sort(hits.begin(), hits.end(), [](const TopKHit& a, const TopKHit& b) {
    return a.score != b.score ? a.score > b.score : a.arrival < b.arrival;
  });
  return hits;
}

TopKResult answer(const World& world, const Question& question, const Stop& stop = {}) {
  std::vector<QueryTerm> terms;
  for (std::size_t t = 0; t < question.names.size(); ++t) {
    terms.push_back(
        {question.names[t], world.document_frequency(question.names[t]), question.boosts[t]});
  }
  const std::vector<Condition> conditions = conditions_of(question);
  const TopKQuery query{question.match,      terms,     conditions, world.collection,
                        question.parameters, question.k};
  const Arrival arrival = [&](std::uint32_t segment, std::uint32_t doc) {
    return world.arrivals[segment][doc];
  };
  return top_k(query, world.segments, arrival, stop);
}

Question random_question(std::mt19937& random, const World& world, std::uint32_t vocabulary) {
  Question question;
  question.match = static_cast<Match>(random() % 3);
  std::size_t terms = 1 + random() % 4;
  if (question.match == Match::kAny && random() % 4 == 0) terms = 5 + random() % 8;
  for (std::size_t t = 0; t < terms; ++t) {
    question.names.push_back(term_name(random() % 3 == 0
                                           ? static_cast<std::uint32_t>(random() % (vocabulary + 9))
                                           : skewed(random, vocabulary)));
  }
  // Half of the phrases are taken from articles.
  const auto& articles = world.files[0].articles;
  if (question.match == Match::kPhrase && random() % 2 == 0) {
    const NaiveArticle& article = articles[random() % articles.size()];
    std::map<std::uint32_t, std::string> text;
    for (const auto& [term, posting] : article.postings) {
      for (const std::uint32_t position : posting.positions) text[position] = term;
    }
    if (text.size() > 4) {
      auto at = std::next(text.begin(), static_cast<std::ptrdiff_t>(random() % (text.size() - 3)));
      for (std::string& name : question.names)
        name = (at++ == text.end() ? text.begin() : std::prev(at))->second;
    }
  }
  const bool boosted = random() % 3 == 0;
  for (std::size_t t = 0; t < terms; ++t) {
    question.boosts.push_back(boosted ? static_cast<double>(random() % 50) / 10 : 1);
  }
  if (random() % 4 == 0) question.parameters = {0.5 + static_cast<double>(random() % 20) / 10, 0.3};
  question.k = random() % 3 == 0 ? 1 + random() % 120 : 10;
  for (std::size_t more = random() % 3; more > 0 && random() % 2 == 0; --more) {
    question.conditions.emplace_back(term_name(skewed(random, vocabulary + 9)), random() % 2 == 0);
  }
  return question;
}

void expect_same(const World& world, const Question& question) {
  std::vector<TopKHit> wanted = brute_force(world, question);
  const std::size_t count = wanted.size();
  wanted.resize(std::min(count, question.k));
  const TopKResult got = answer(world, question);
  ASSERT_TRUE(got.complete);
  std::string words;
  for (const std::string& name : question.names) words += name + " ";
  SCOPED_TRACE(words + "match " + std::to_string(static_cast<int>(question.match)));
  ASSERT_EQ(got.hits.size(), wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    ASSERT_EQ(got.hits[i].segment, wanted[i].segment) << i;
    ASSERT_EQ(got.hits[i].doc, wanted[i].doc) << i;
    ASSERT_EQ(got.hits[i].score, wanted[i].score) << i;
    ASSERT_EQ(got.hits[i].arrival, wanted[i].arrival) << i;
  }
  if (question.match == Match::kPhrase) return;
  const std::vector<std::string_view> names(question.names.begin(), question.names.end());
  ASSERT_EQ(count_matches(question.match, names, conditions_of(question), world.segments).articles,
            count);
}

void ask_many(std::uint32_t seed, const WorldOptions& options, int questions) {
  const World world = make_world(seed, options);
  std::mt19937 random(seed + 1);
  for (int i = 0; i < questions; ++i) {
    SCOPED_TRACE(i);
    expect_same(world, random_question(random, world, options.words.vocabulary));
    if (::testing::Test::HasFatalFailure()) return;
  }
}

struct TopKRow {
  const char* name;
  WorldOptions options;
  int questions;
};

class TopK : public ::testing::TestWithParam<TopKRow> {};

TEST_P(TopK, EqualsLookingAtEveryArticleToTheLastBit) {
  for (std::uint32_t seed = 1; seed <= 2; ++seed) {
    ask_many(seed * 1000, GetParam().options, GetParam().questions);
    if (HasFatalFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Worlds, TopK,
    ::testing::Values(
        TopKRow{"Tiny", {{3, 5, 4}, 1, 0, 100}, 80},
        TopKRow{"Small", {{400, 60, 30}, 1, 0, 100}, 80},
        TopKRow{"ShortArticlesWithManyTies", {{3000, 12, 6, kManyBytes, false}, 1, 0, 100}, 80},
        TopKRow{"LongLists", {{9000, 40, 25, kManyBytes, false}, 1, 0, 100}, 60},
        TopKRow{"Weighted", {{6000, 300, 40}, 1, 0, 100}, 60},
        TopKRow{"ManySegments", {{1500, 80, 30}, 5, 0, 100}, 80},
        TopKRow{"Removed", {{4000, 50, 30}, 2, 20, 100}, 60},
        TopKRow{"FewRemoved", {{4000, 50, 30}, 2, 1, 100}, 60},
        TopKRow{"Filtered", {{4000, 50, 30}, 2, 0, 10}, 60},
        TopKRow{"FilteredAndRemoved", {{2500, 50, 30}, 3, 10, 50}, 60}),
    [](const auto& row) { return row.param.name; });

TEST(TopK, CountsATermTwiceThatIsThereTwice) {
  const World world = make_world(7, {{2000, 30, 20}, 1, 0, 100});
  expect_same(world, {Match::kAny, {term_name(3), term_name(1), term_name(3)}, {1, 2, 0.5}});
}

TEST(TopK, LeavesNothingOutWhereABoostIsNegative) {
  const World world = make_world(8, {{3000, 30, 20}, 2, 0, 100});
  for (const Match match : {Match::kAny, Match::kAll}) {
    expect_same(world, {match, {term_name(0), term_name(1)}, {1, -2}});
    expect_same(world, {match, {term_name(0), term_name(2)}, {-1, 0}});
  }
}

TEST(TopK, GivesNothingForNoTermsOrNoPlaces) {
  const World world = make_world(9, {{50, 10, 10}, 1, 0, 100});
  EXPECT_TRUE(answer(world, {Match::kAny, {}, {}}).hits.empty());
  EXPECT_TRUE(answer(world, {Match::kAny, {term_name(0)}, {1}, {}, 0}).hits.empty());
  EXPECT_TRUE(answer(world, {Match::kAny, {"nowhere"}, {1}}).hits.empty());
}

TEST(TopK, StopsWhenItIsTold) {
  const World world = make_world(10, {{9000, 10, 20}, 1, 0, 100});
  const Question question{Match::kAll, {term_name(0), term_name(1)}, {1, 1}, {}, 5000};
  int asked = 0;
  EXPECT_FALSE(answer(world, question, [&](std::size_t) { return ++asked == 1; }).complete);
  EXPECT_EQ(asked, 1);
  const std::vector<std::string_view> names = {question.names[0], question.names[1]};
  EXPECT_FALSE(count_matches(Match::kAny, names, {}, world.segments, [](std::size_t) {
                 return true;
               }).complete);
}

// The most that a search says it holds.
std::size_t most_held(const World& world, const Question& question) {
  std::size_t most = 0;
  EXPECT_TRUE(answer(world, question, [&](std::size_t held) {
                most = std::max(most, held);
                return false;
              }).complete);
  return most;
}

TEST(TopK, ManyTermsThatMustNotBeThereShareASet) {
  const World world = make_world(11, {{20000, 400, 10}, 2, 5, 100});
  Question question{Match::kAny, {term_name(0), term_name(1)}, {1, 1}, {}, 50};
  for (std::uint32_t term = 100; term < 109; ++term) {
    question.conditions.emplace_back(term_name(term), false);
  }
  const std::size_t few = most_held(world, question);
  for (std::uint32_t term = 109; term < 300; ++term) {
    question.conditions.emplace_back(term_name(term), false);
  }
  EXPECT_LT(most_held(world, question), few + few / 4);
  expect_same(world, question);
}

TEST(TopK, AsksBeforeItTakesMuchMemory) {
  const World world = make_world(12, {{9000, 200, 10}, 1, 0, 100});
  for (const Match match : {Match::kAny, Match::kAll, Match::kPhrase}) {
    Question question{match, {}, {}, {}, 10};
    for (std::uint32_t term = 0; term < 15; ++term) {
      question.names.push_back(term_name(term));
      question.boosts.push_back(1);
    }
    const std::size_t most = most_held(world, question);
    EXPECT_GT(most, 15 * sizeof(QueryList));
    const TopKResult cut = answer(world, question, [&](std::size_t held) { return held >= most; });
    EXPECT_FALSE(cut.complete);
    EXPECT_TRUE(cut.hits.empty());
  }
}

}  // namespace
}  // namespace dateline::words
