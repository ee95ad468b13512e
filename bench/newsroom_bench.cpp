// How fast the newsroom's questions are: standing queries, fingerprints, links of stories, timelines,
// significant terms, actors named together, help while typing.
// In: seeded articles with a skewed vocabulary, made at the start.  Out: times by Google Benchmark.
// Every benchmark checks what it was given; a wrong answer ends it with an error.
#include "actors/catalog.hpp"
#include "analysis/analyzer.hpp"
#include "analysis/one_article.hpp"
#include "article/passages.hpp"
#include "index/story_links.hpp"
#include "storage/segment_format.hpp"
#include "storage/story_writer.hpp"
#include "stories/fingerprints.hpp"
#include "topics/topic_matcher.hpp"

#include <dateline/dateline.hpp>

#include <benchmark/benchmark.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <string>

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kVocabulary = 60000;

// The n-th word about 1 / n as often as the first.
std::string draw(std::mt19937& random) {
  const double part = static_cast<double>(random()) / 4294967296.0;
  return "word" + std::to_string(static_cast<int>(std::pow(double{kVocabulary}, part)));
}

// A word by which a query finds few articles.
std::string telling(std::mt19937& random) {
  return "word" + std::to_string(500 + random() % (kVocabulary - 500));
}

std::string text_of(std::mt19937& random, int words) {
  std::string text;
  for (; words > 0; --words) text += draw(random) + ' ';
  return text;
}

fs::path scratch(const char* name) {
  const fs::path path = fs::temp_directory_path() / name;
  fs::remove_all(path);
  return path;
}

// An analysed article of 800 words.
struct Sample {
  explicit Sample(unsigned seed) : analyzer(rules) {
    std::mt19937 random(seed);
    text = text_of(random, 800);
    article::Passage passage;
    passage.text = text;
    passage.range = {0, text.size()};
    text::WordBreaker().find(text, passage.words);
    passages.push_back(std::move(passage));
    analysis = analyzer.analyze(passages, "en", {}, catalog);
  }
  Sample(const Sample&) = delete;

  analysis::Rules rules;
  actors::Catalog catalog;
  analysis::Analyzer analyzer;
  std::string text;
  std::vector<article::Passage> passages;
  analysis::Analysis analysis;
};

void StandingQueries(benchmark::State& state) {
  Sample sample(1);
  const fs::path file = scratch("dateline_newsroom_topics.jsonl");
  std::mt19937 random(2);
  {
    std::ofstream lines(file);
    for (std::int64_t i = 0; i < state.range(0); ++i) {
      lines << R"({"id": "t)" << i << R"(", "name": "T)" << i << R"(", "query": ")"
            << telling(random) << " AND (" << draw(random) << " OR " << draw(random) << ") AND NOT "
            << draw(random) << "\"}\n";
    }
  }
  const auto topics = topics::TopicSet::load(file, sample.rules, sample.catalog);
  fs::remove(file);
  const topics::TopicMatcher matcher(topics, sample.analyzer.terms());
  const analysis::OneArticle one(sample.analysis, sample.analyzer.terms(), {}, std::nullopt);
  std::size_t expected = 0;
  for (const auto& entry : topics.entries()) expected += one.matches(entry.tree);
  for (auto _ : state) {
    if (matcher.match(one, sample.passages).size() != expected) {
      state.SkipWithError("not the topics of one by one");
    }
  }
}
BENCHMARK(StandingQueries)->Arg(1000)->Arg(10000)->Unit(benchmark::kMicrosecond);

void Fingerprints(benchmark::State& state) {
  const Sample sample(1);
  for (auto _ : state) {
    if (stories::fingerprints(sample.analysis.tokens).marks.empty())
      state.SkipWithError("no marks");
  }
}
BENCHMARK(Fingerprints)->Unit(benchmark::kMicrosecond);

// A hundred new articles, one of them a reprint, against so many.
void StoryLinks(benchmark::State& state) {
  const fs::path folder = scratch("dateline_newsroom_links");
  std::mt19937 random(3);
  stories::Fingerprints first;
  const auto write = [&](const std::string& id, std::int64_t articles, bool reprint) {
    const std::string name = storage::segment_file(id, storage::kStoriesFile);
    fs::create_directories((folder / name).parent_path());
    storage::StoryWriter writer(base::system_files(), folder / name);
    for (std::int64_t i = 0; i < articles; ++i) {
      stories::Fingerprints prints;
      prints.body = random();
      for (std::uint8_t m = 0; m < 96; ++m) {
        prints.marks.push_back(
            {static_cast<std::uint32_t>(random()), static_cast<std::uint8_t>(m / 12)});
      }
      prints.extent = {400, 2, {96, 48, 24, 12, 6}};
      if (i == 0 && reprint) prints = first;
      if (i == 0 && !reprint) first = prints;
      writer.add(prints, std::nullopt);
    }
    writer.finish();
    const storage::SegmentEntry entry{id,
                                      static_cast<std::uint32_t>(articles),
                                      0,
                                      {storage::describe_file(base::system_files(), folder, name)},
                                      {}};
    return storage::StoryFile::open(base::system_files(), folder, entry);
  };
  const auto old = write("old", state.range(0), false);
  const auto fresh = write("new", 100, true);
  const auto live = [](std::uint32_t) { return true; };
  const std::vector<index::WordedSegment> segments{
      {old.get(), false, live, [](std::uint32_t doc) { return std::uint64_t{doc}; }},
      {fresh.get(), true, live, [](std::uint32_t doc) { return std::uint64_t{1} << 32 | doc; }}};
  for (auto _ : state) {
    if (index::find_links(segments).size() != 1) state.SkipWithError("not the one reprint");
  }
  state.counters["bytes_per_article"] =
      static_cast<double>(fs::file_size(folder / "segments/old/stories.dls")) /
      static_cast<double>(state.range(0));
  fs::remove_all(folder);
}
BENCHMARK(StoryLinks)->Arg(1000)->Arg(10000)->Arg(100000)->Unit(benchmark::kMicrosecond);

constexpr int kArticles = 200000;

// An index of generated articles by a recipe that knows these actors.
Searcher built(const char* name, const std::string& actors,
               const std::function<Article(int, std::mt19937&)>& article, int count) {
  const fs::path folder = scratch(name);
  fs::create_directories(folder / "recipe");
  std::ofstream(folder / "recipe" / "recipe.json") << R"({"name": "bench"})";
  if (!actors.empty()) std::ofstream(folder / "recipe" / "actors.jsonl") << actors;
  Index index = Index::create(folder / "index", Recipe::load(folder / "recipe"));
  index.add([&](const auto& sink, const auto&) {
    std::mt19937 random(4);
    for (int i = 0; i < count; ++i) {
      Article made = article(i, random);
      made.id = std::to_string(i);
      sink(std::move(made));
    }
  });
  Searcher made = Searcher::open(folder / "index");
  fs::remove_all(folder);
  return made;
}

// Short articles over ten years; every fifth is about "topic".
const Searcher& searcher() {
  const auto make = [](int i, std::mt19937& random) {
    Article article;
    article.text = (i % 5 == 0 ? "topic " : i % 20 == 1 ? "rare " : "") + text_of(random, 12);
    article.date = Date::from_days(15000 + static_cast<int>(random() % 3650)).iso();
    return article;
  };
  static const Searcher opened = built("dateline_newsroom_index", "", make, kArticles);
  return opened;
}

void TimelineOfAFifth(benchmark::State& state) {
  const Searcher& asked = searcher();
  for (auto _ : state) {
    if (asked.timeline("topic", TimeUnit::kMonth).count != kArticles / 5) {
      state.SkipWithError("not a fifth");
    }
  }
}
BENCHMARK(TimelineOfAFifth)->Unit(benchmark::kMillisecond);

void SignificantOfTenThousand(benchmark::State& state) {
  const Searcher& asked = searcher();
  for (auto _ : state) {
    if (asked.significant("rare").count != kArticles / 20) state.SkipWithError("not 10,000");
  }
}
BENCHMARK(SignificantOfTenThousand)->Unit(benchmark::kMillisecond);

// The most frequent of all 60,000 words, or of those that share so many bytes more.
void Complete(benchmark::State& state) {
  const Searcher& asked = searcher();
  const std::string beginning = std::string("word1234").substr(0, std::size_t(state.range(0)));
  std::vector<Completion> found;
  for (auto _ : state) found = asked.complete(beginning).found;
  if (found.empty()) return state.SkipWithError("no word begins so");
  for (const Completion& word : found) {
    SearchOptions only;
    only.top = 1;
    if (!word.text.starts_with(beginning)) state.SkipWithError("it begins otherwise");
    if (asked.search("\"" + word.text + "\"", only).count != word.articles) {
      state.SkipWithError("a wrong count");
    }
  }
}
BENCHMARK(Complete)->Arg(1)->Arg(5)->Arg(6)->Arg(8)->Unit(benchmark::kMicrosecond);

// A query with a word that nobody wrote; the answer says what was meant.
void DidYouMean(benchmark::State& state) {
  const Searcher& asked = searcher();
  Results result;
  for (auto _ : state) result = asked.search("topik");
  if (result.did_you_mean.empty()) state.SkipWithError("nothing is suggested");
}
BENCHMARK(DidYouMean)->Unit(benchmark::kMicrosecond);

constexpr int kNamingArticles = 100000;

// Articles of ten years, in their order, each with 18 mentions of 5,000 bodies, the n-th about 1 / n as often as the first.
const Searcher& naming() {
  const auto make = [](int i, std::mt19937& random) {
    Article article;
    article.text = "named ";
    for (int mention = 0; mention < 18; ++mention) {
      const double part = static_cast<double>(random()) / 4294967296.0;
      article.text += "Body" + std::to_string(static_cast<int>(std::pow(5000.0, part))) + ' ' +
                      text_of(random, 12) + (mention % 3 == 2 ? ".\n\n" : " ");
    }
    article.date = Date::from_days(15000 + i / (kNamingArticles / 3650 + 1)).iso();
    return article;
  };
  std::string actors;
  for (int i = 1; i <= 5000; ++i) {
    const std::string number = std::to_string(i);
    actors += R"({"id": "b)" + number + R"(", "kind": "org", "name": "Body)" + number + "\"}\n";
  }
  static const Searcher opened = built("dateline_newsroom_names", actors, make, kNamingArticles);
  return opened;
}

// The best ten of 100,000 hits, without facets and with them.
void FacetsOfAll(benchmark::State& state) {
  const Searcher& asked = naming();
  SearchOptions options;
  options.facets = state.range(0) == 1;
  Results found;
  for (auto _ : state) found = asked.search("named", options);
  if (found.count != kNamingArticles || !found.exact) return state.SkipWithError("not all");
  if (!options.facets) return;
  const auto& [actor, articles] = found.facets.front().counts.front();
  if (articles != asked.search("actor:" + actor).count) state.SkipWithError("a wrong count");
}
BENCHMARK(FacetsOfAll)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

// The pairs among the 1,000 most named: in the whole, or by month, without sentences or with them.
void NamedTogether(benchmark::State& state) {
  const Searcher& asked = naming();
  PairOptions options;
  options.memory = std::size_t{1} << 30;
  options.by = state.range(0) == 1 ? std::optional(TimeUnit::kMonth) : std::nullopt;
  options.sentences = state.range(0) == 2;
  std::size_t pairs = 0;
  for (auto _ : state) {
    const auto best = asked.named_together(options).pairs;
    if (best.size() != 100 || best.front().a != "b1" || best.front().b != "b2") {
      state.SkipWithError("not the two most named");
    }
    pairs += best.front().articles;
  }
  benchmark::DoNotOptimize(pairs);
}
BENCHMARK(NamedTogether)->Arg(0)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dateline

BENCHMARK_MAIN();
