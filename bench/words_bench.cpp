// How fast the file of words is built, merged, taken apart and asked: blocks, dictionary, the best ten, phrases.
// In: a seeded corpus with a skewed vocabulary, made at the start.  Out: times by Google Benchmark.
// Every benchmark checks what it was given; a wrong answer ends it with an error.
#include "base/files.hpp"
#include "words/builder.hpp"
#include "words/cursor.hpp"
#include "words/merge.hpp"
#include "words/top_k.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <filesystem>
#include <memory>
#include <numeric>
#include <random>
#include <string>
#include <vector>

namespace dateline::words {
namespace {

constexpr std::uint32_t kArticles = 100000;
constexpr std::uint32_t kVocabulary = 60000;
constexpr std::size_t kMemory = std::size_t{1} << 30;

using Articles = std::vector<std::vector<TermPosting>>;

struct Corpus {
  Vocabulary vocabulary;
  Articles articles;
  std::unique_ptr<base::ReadableFile> file;
  std::unique_ptr<Reader> reader;
};

std::string name_of(std::uint32_t term) {
  return "w" + std::to_string(term);
}

// The n-th term about 1 / n as often as the first.
std::uint32_t draw(std::mt19937& random) {
  const double part = static_cast<double>(random()) / 4294967296.0;
  return static_cast<std::uint32_t>(std::pow(double{kVocabulary}, part)) - 1;
}

std::filesystem::path path_of(const char* name) {
  return std::filesystem::temp_directory_path() / name;
}

// Of the articles [begin, end).
void build_part(const Corpus& corpus, const std::filesystem::path& path, std::size_t begin,
                std::size_t end) {
  base::system_files().remove_all(path);
  Builder builder(base::system_files(), path, corpus.vocabulary, kMemory);
  for (std::size_t i = begin; i < end; ++i) builder.add(corpus.articles[i]);
  builder.finish();
}

void build(const Corpus& corpus, const std::filesystem::path& path) {
  build_part(corpus, path, 0, corpus.articles.size());
}

Corpus make_corpus() {
  Corpus corpus;
  std::mt19937 random(1);
  for (std::uint32_t term = 0; term < kVocabulary; ++term) corpus.vocabulary.intern(name_of(term));
  for (std::uint32_t i = 0; i < kArticles; ++i) {
    std::vector<TermPosting>& article = corpus.articles.emplace_back();
    const std::uint32_t words = 20 + static_cast<std::uint32_t>(random() % 120);
    for (std::uint32_t p = 0; p < words; ++p) article.push_back({draw(random), 128 + p, 1});
  }
  const auto path = path_of("dateline_words_bench.dlw");
  build(corpus, path);
  corpus.file = base::system_files().open(path);
  corpus.reader = std::make_unique<Reader>(corpus.file->map(), path.native());
  base::system_files().remove_all(path);
  return corpus;
}

const Corpus& corpus() {
  static const Corpus made = make_corpus();
  return made;
}

std::int64_t all_words() {
  return std::accumulate(
      corpus().articles.begin(), corpus().articles.end(), std::int64_t{0},
      [](std::int64_t sum, const auto& article) { return sum + std::int64_t(article.size()); });
}

void Build(benchmark::State& state) {
  const auto path = path_of("dateline_words_bench_build.dlw");
  for (auto _ : state) build(corpus(), path);
  base::system_files().remove_all(path);
  state.SetItemsProcessed(state.iterations() * all_words());
}
BENCHMARK(Build)->Unit(benchmark::kMillisecond);

// The same file from eight of an eighth each.
void Merge(benchmark::State& state) {
  constexpr std::size_t kParts = 8;
  constexpr std::uint32_t kEach = kArticles / kParts;
  base::FileSystem& files = base::system_files();
  const auto path = path_of("dateline_words_bench_merge.dlw");
  std::vector<std::unique_ptr<base::ReadableFile>> parts;
  std::vector<std::unique_ptr<Reader>> readers;
  std::vector<std::uint32_t> numbers(kArticles);
  std::iota(numbers.begin(), numbers.end(), 0U);
  std::vector<MergeSource> sources;
  for (std::size_t part = 0; part < kParts; ++part) {
    build_part(corpus(), path, part * kEach, (part + 1) * kEach);
    parts.push_back(files.open(path));
    readers.push_back(std::make_unique<Reader>(parts.back()->map(), path.native()));
    sources.push_back({readers.back().get(), std::span(numbers).subspan(part * kEach, kEach)});
  }
  for (auto _ : state) {
    files.remove_all(path);
    merge_files(files, path, sources, [] {});
  }
  const std::string merged = files.read_all(path);
  build(corpus(), path);
  if (merged != files.read_all(path)) state.SkipWithError("not what a builder writes");
  files.remove_all(path);
  state.SetItemsProcessed(state.iterations() * all_words());
}
BENCHMARK(Merge)->Unit(benchmark::kMillisecond);

// Documents and frequencies of one list.
void TakeApart(benchmark::State& state) {
  const Reader& reader = *corpus().reader;
  const auto info = reader.find(name_of(static_cast<std::uint32_t>(state.range(0))));
  if (!info) return state.SkipWithError("the term is not there");
  PostingList list(reader, *info);
  for (auto _ : state) {
    std::uint64_t sum = 0;
    for (std::uint32_t block = 0; block < list.blocks(); ++block) {
      list.load(block);
      sum += list.docs()[list.count() - 1] + list.frequencies()[0];
    }
    benchmark::DoNotOptimize(sum);
  }
  if (list.docs()[list.count() - 1] != list.lasts().back()) state.SkipWithError("wrong documents");
  state.SetItemsProcessed(state.iterations() * std::int64_t{info->document_frequency});
}
BENCHMARK(TakeApart)->Arg(0)->Arg(10)->Arg(100)->Arg(1000);

void FindTerm(benchmark::State& state) {
  const Reader& reader = *corpus().reader;
  std::mt19937 random(2);
  std::vector<std::string> names;
  for (int i = 0; i < 1000; ++i) names.push_back(name_of(draw(random)));
  std::size_t found = 0;
  for (auto _ : state) {
    for (const std::string& name : names) found += reader.find(name) ? 1 : 0;
  }
  if (found != state.iterations() * names.size()) state.SkipWithError("a term is not there");
  state.SetItemsProcessed(state.iterations() * 1000);
}
BENCHMARK(FindTerm);

// The score of an article by walking its terms, as nothing is left out.
double plain_score(const Reader& reader, const TopKQuery& query, std::uint32_t doc) {
  double score = 0;
  for (const QueryTerm& term : query.terms) {
    Cursor cursor(reader, term.term);
    cursor.skip_to(doc);
    if (cursor.doc() != doc) continue;
    const ranking::TermWeight weight(query.parameters, query.collection, term.document_frequency,
                                     term.boost);
    score += weight.score(cursor.frequency(), reader.length(doc));
  }
  return score;
}

void Best(benchmark::State& state, Match match, const std::vector<std::uint32_t>& numbers) {
  const Reader& reader = *corpus().reader;
  std::vector<std::string> names;
  for (const std::uint32_t number : numbers) names.push_back(name_of(number));
  std::vector<QueryTerm> terms;
  for (const std::string& name : names) {
    terms.push_back({name, reader.find(name).value_or(TermInfo{}).document_frequency});
  }
  const TopKQuery query{match, terms, {}, {reader.size(), reader.total_length()}, {}, 10};
  const std::vector<SearchedSegment> segments = {{&reader}};
  const Arrival arrival = [](std::uint32_t, std::uint32_t doc) { return std::uint64_t{doc}; };
  TopKResult result;
  for (auto _ : state) result = top_k(query, segments, arrival);
  for (const TopKHit& hit : result.hits) {
    if (hit.score != plain_score(reader, query, hit.doc)) state.SkipWithError("a wrong score");
  }
  if (result.hits.empty()) state.SkipWithError("nothing was found");
}
BENCHMARK_CAPTURE(Best, CommonestTerm, Match::kAny, {0});
BENCHMARK_CAPTURE(Best, AnyOfTwo, Match::kAny, {20, 900});
BENCHMARK_CAPTURE(Best, AnyOfTen, Match::kAny, {0, 1, 3, 9, 30, 90, 300, 900, 3000, 9000});
BENCHMARK_CAPTURE(Best, AllOfTwo, Match::kAll, {20, 900});
BENCHMARK_CAPTURE(Best, AllOfFour, Match::kAll, {0, 1, 2, 3});
BENCHMARK_CAPTURE(Best, PhraseOfTwo, Match::kPhrase, {20, 30});
BENCHMARK_CAPTURE(Best, PhraseOfThree, Match::kPhrase, {0, 1, 2});

void Count(benchmark::State& state) {
  const Reader& reader = *corpus().reader;
  const std::string name = name_of(0);
  const std::vector<std::string_view> terms = {name};
  const std::vector<SearchedSegment> segments = {{&reader}};
  std::uint64_t count = 0;
  for (auto _ : state) count = count_matches(Match::kAny, terms, {}, segments).articles;
  if (count != reader.find(name)->document_frequency) state.SkipWithError("a wrong count");
}
BENCHMARK(Count);

}  // namespace
}  // namespace dateline::words

BENCHMARK_MAIN();
