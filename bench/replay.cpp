// Asks every query of a file and tells how long that took.
#include "common/json.hpp"
#include "common/key.hpp"
#include "common/program.hpp"

#include <dateline/dateline.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>

namespace {

using Clock = std::chrono::steady_clock;
using dateline::Query;

std::vector<std::string> read_lines(const std::string& file) {
  std::ifstream in(file);
  if (!in)
    throw dateline::Error(dateline::ErrorCode::kNotFound, "read queries", file, "no such file");
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

// The line's words as terms, joined by the operator; or the query language, whole.
Query query_of(const std::string& line, const std::string& op) {
  if (op == "query") return dateline::parse_query(line).query;
  Query query = dateline::plain_words(line);
  if (op == "phrase") {
    query.kind = Query::Kind::kPhrase;
    query.text = line;
    query.parts.clear();
  } else {
    query.kind = op == "and" ? Query::Kind::kAll : Query::Kind::kAny;
  }
  return query;
}

Query narrowed(Query query, const std::string& filter) {
  Query both;
  both.kind = Query::Kind::kAll;
  both.parts = {std::move(query), dateline::parse_query(filter).query};
  return both;
}

struct Timed {
  double cold = 0;  // microseconds, the first round
  double best = 0;
  std::size_t hits = 0;
};

struct Settings {
  std::string op = "or";
  std::string filter;
  std::size_t top = 10;
  unsigned repeat = 5;
  bool count = false;
};

std::size_t ask(const dateline::Searcher& searcher, const std::string& line,
                const Settings& settings) {
  Query query = query_of(line, settings.op);
  if (!settings.filter.empty()) query = narrowed(std::move(query), settings.filter);
  if (settings.count) {
    dateline::SearchOptions none;
    none.top = 0;
    return searcher.search(query, none).count;
  }
  dateline::RankingOptions ranking;
  ranking.second_stage = settings.op == "query";
  return searcher.rank(query, settings.top, ranking).size();
}

std::vector<Timed> replay(const dateline::Searcher& searcher, const std::vector<std::string>& lines,
                          const Settings& settings) {
  std::vector<Timed> timed(lines.size());
  for (unsigned round = 0; round < settings.repeat; ++round) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto begin = Clock::now();
      timed[i].hits = ask(searcher, lines[i], settings);
      const double us = std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
      if (round == 0) timed[i].cold = us;
      timed[i].best = round == 0 ? us : std::min(timed[i].best, us);
    }
  }
  return timed;
}

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

double percentile(const std::vector<double>& sorted, double share) {
  if (sorted.empty()) return 0;
  const auto at = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
  return sorted[std::max<std::size_t>(at, 1) - 1];
}

void print(const std::vector<Timed>& timed, bool json) {
  std::vector<double> best;
  std::vector<double> cold;
  std::vector<double> with_hits;
  std::size_t hits = 0;
  for (const Timed& query : timed) {
    best.push_back(query.best);
    cold.push_back(query.cold);
    hits += query.hits;
    if (query.hits > 0) with_hits.push_back(query.best);
  }
  std::sort(best.begin(), best.end());
  if (json) {
    examples::print({{"summary",
                      {{"queries", timed.size()},
                       {"with_hits", with_hits.size()},
                       {"hits", hits},
                       {"mean_us", mean(best)},
                       {"p50_us", percentile(best, 0.5)},
                       {"p90_us", percentile(best, 0.9)},
                       {"p99_us", percentile(best, 0.99)},
                       {"cold_mean_us", mean(cold)},
                       {"hit_mean_us", mean(with_hits)}}}});
    return;
  }
  std::printf("%zu queries, %zu with hits; microseconds: mean %.1f, p50 %.1f, p90 %.1f, p99 %.1f\n",
              timed.size(), with_hits.size(), mean(best), percentile(best, 0.5),
              percentile(best, 0.9), percentile(best, 0.99));
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program("replay", "Times the queries of a file, one a line.",
                            "INDEX QUERIES.txt",
                            "  replay text.index queries.txt --op and\n"
                            "  replay news.index queries.txt --op query --json\n");
  Settings settings;
  program.choice("--op", settings.op, {"or", "and", "phrase", "query"},
                 "or, and, phrase of the line's words; or the query language");
  program.number("--top", settings.top, 1, 10000, "How many articles to rank for each query");
  program.number("--repeat", settings.repeat, 1, 1000, "Rounds; the best of each query counts");
  program.text("--filter", "QUERY", settings.filter, "Narrow every query by this one");
  program.flag("--count", settings.count, "Count the matches instead of ranking them");
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    const auto searcher = examples::open_searcher(program, words[0]);
    print(replay(searcher, read_lines(words[1]), settings), program.json);
    return examples::kDone;
  });
}
