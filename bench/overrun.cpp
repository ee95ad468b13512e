// How long questions go on behind their deadlines: percentiles over many questions of each kind.
// In: a number of articles, which are generated, and a text store.  Out: a line for each kind, JSON Lines:
// by the clock behind deadlines, and in work (processor time) after a question was asked to end.
#include "common/json.hpp"
#include "common/program.hpp"

#include <dateline/dateline.hpp>

#include <pthread.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <thread>

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr double kVocabulary = 60000;
constexpr double kBodies = 2000;

// The n-th about 1 / n as often as the first.
std::string draw(std::mt19937& random, const char* stem, double count) {
  const double part = static_cast<double>(random()) / 4294967296.0;
  return stem + std::to_string(static_cast<int>(std::pow(count, part)));
}

std::string words(std::mt19937& random, int count) {
  std::string text;
  for (; count > 0; --count) text += draw(random, "word", kVocabulary) + ' ';
  return text;
}

dateline::Searcher build(std::uint64_t articles, dateline::TextStore store) {
  const fs::path folder = fs::temp_directory_path() / "dateline_overrun";
  fs::remove_all(folder);
  fs::create_directories(folder / "recipe");
  std::ofstream(folder / "recipe" / "recipe.json") << R"({"name": "bench"})";
  {
    std::ofstream actors(folder / "recipe" / "actors.jsonl");
    for (int i = 1; i <= static_cast<int>(kBodies); ++i) {
      actors << R"({"id": "b)" << i << R"(", "kind": "org", "name": "Body)" << i << "\"}\n";
    }
  }
  auto index =
      dateline::Index::create(folder / "index", dateline::Recipe::load(folder / "recipe"), store);
  index.add([&](const auto& sink, const auto&) {
    std::mt19937 random(4);
    for (std::uint64_t i = 0; i < articles; ++i) {
      dateline::Article article;
      article.id = std::to_string(i);
      article.text = words(random, 6) + draw(random, "Body", kBodies) + ' ' + words(random, 6) +
                     draw(random, "Body", kBodies);
      article.date = dateline::Date::from_days(15000 + static_cast<int>(random() % 3650)).iso();
      sink(std::move(article));
    }
  });
  auto searcher = dateline::Searcher::open(folder / "index");
  fs::remove_all(folder);
  return searcher;
}

struct Kind {
  const char* name;
  // Whether the answer is whole.
  std::function<bool(std::mt19937& random, const dateline::Bounds& bounds)> ask;
};

std::vector<Kind> kinds(const dateline::Searcher& searcher) {
  using dateline::Bounds;
  const auto search = [&](const std::string& query, const Bounds& bounds) {
    dateline::SearchOptions options{bounds};
    options.facets = query.size() % 2 == 0;
    return searcher.search(query, options).exact;
  };
  return {
      {"words",
       [=](auto& random, const Bounds& bounds) { return search(words(random, 4), bounds); }},
      {"frequent words",
       [=](auto&, const Bounds& bounds) { return search("word1 word2 word3 word4", bounds); }},
      {"all of them",
       [=](auto& random, const Bounds& bounds) {
         return search("+word1 +" + draw(random, "word", 50), bounds);
       }},
      {"a phrase", [=](auto&, const Bounds& bounds) { return search("\"word1 word2\"", bounds); }},
      {"near and not",
       [=](auto&, const Bounds& bounds) { return search("(word1 NEAR/5 word2) -word3", bounds); }},
      {"a beginning", [=](auto&, const Bounds& bounds) { return search("word1*", bounds); }},
      {"a slip", [=](auto&, const Bounds& bounds) { return search("wrod1234~", bounds); }},
      {"a subject",
       [=](auto& random, const Bounds& bounds) {
         return search("about:" + words(random, 1), bounds);
       }},
      {"quotes", [&](auto&, const Bounds& bounds) { return searcher.quotes({}, {bounds}).exact; }},
      {"a timeline",
       [&](auto&, const Bounds& bounds) {
         return searcher.timeline("word1", dateline::TimeUnit::kDay, bounds).exact;
       }},
      {"significant terms",
       [&](auto& random, const Bounds& bounds) {
         return searcher.significant(words(random, 1), 10, bounds).exact;
       }},
      {"pairs",
       [&](auto&, const Bounds& bounds) { return searcher.named_together({bounds}).exact; }},
      {"a completion",
       [&](auto& random, const Bounds& bounds) {
         return searcher
             .complete(random() % 2 == 0 ? "w" : words(random, 1).substr(0, 5), 10, bounds)
             .exact;
       }},
      {"similar",
       [&](auto& random, const Bounds& bounds) {
         return searcher.similar(std::to_string(random() % searcher.size()), {bounds}).exact;
       }},
  };
}

double percentile(const std::vector<double>& sorted, double part) {
  return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

// Milliseconds behind a deadline, by the clock.
double overrun(const Kind& kind, std::mt19937& random, std::chrono::milliseconds timeout) {
  dateline::Bounds bounds;
  bounds.timeout = timeout;
  const auto begin = Clock::now();
  kind.ask(random, bounds);
  return std::max(0.0, Milliseconds(Clock::now() - begin - timeout).count());
}

double processor_time(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return 1000 * static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e6;
}

// Milliseconds of work after somebody asked it to end: what others do on the machine does not count.
double work_behind(const Kind& kind, std::mt19937& random, std::chrono::milliseconds timeout) {
  clockid_t clock{};
  pthread_getcpuclockid(pthread_self(), &clock);
  std::stop_source source;
  double stopped = 0;
  std::thread watcher([&, at = Clock::now() + timeout] {
    std::this_thread::sleep_until(at);
    stopped = processor_time(clock);
    source.request_stop();
  });
  dateline::Bounds bounds;
  bounds.cancel = source.get_token();
  kind.ask(random, bounds);
  const double end = processor_time(clock);
  watcher.join();
  return std::max(0.0, end - stopped);
}

void measure(const Kind& kind, unsigned rounds) {
  std::mt19937 random(7);
  std::vector<double> behind;
  std::vector<double> work;
  for (unsigned i = 0; i < rounds; ++i) {
    const std::chrono::milliseconds timeout(1 + random() % 5);
    behind.push_back(overrun(kind, random, timeout));
    work.push_back(work_behind(kind, random, timeout));
  }
  std::sort(behind.begin(), behind.end());
  std::sort(work.begin(), work.end());
  examples::print({{"overrun",
                    {{"kind", kind.name},
                     {"p50_ms", percentile(behind, 0.5)},
                     {"p999_ms", percentile(behind, 0.999)},
                     {"work_p50_ms", percentile(work, 0.5)},
                     {"work_p99_ms", percentile(work, 0.99)},
                     {"work_p999_ms", percentile(work, 0.999)},
                     {"work_most_ms", work.back()}}}});
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program("overrun", "Tells how long questions go on behind their deadlines.",
                            "ARTICLES",
                            "  overrun 1000000\n  overrun 100000 --text-store xapian\n");
  program.argument("ARTICLES", "How many are generated");
  std::string store = "words";
  unsigned rounds = 1000;
  program.choice("--text-store", store, {"words", "xapian"},
                 "Where the terms live (default words)");
  program.number("--rounds", rounds, 1, 1000000, "Questions of each kind (default 1,000)");
  return program.run(argc, argv, 1, [&](const std::vector<std::string>& arguments) {
    const auto searcher =
        build(std::stoull(arguments[0]),
              store == "words" ? dateline::TextStore::kWords : dateline::TextStore::kXapian);
    searcher.search("word1");  // makes what all questions share
    for (const Kind& kind : kinds(searcher)) measure(kind, rounds);
    return examples::kDone;
  });
}
