// Asks an index: words, phrases, fields, actors, dates.
#include "common/answers.hpp"
#include "common/json.hpp"
#include "common/people.hpp"

#include <dateline/dateline.hpp>

#include <charconv>
#include <iostream>

namespace {

using Clock = std::chrono::steady_clock;

struct Options : examples::AskOptions {
  std::string sort = "relevance";
  std::string after;
  bool facets = false;
  bool explain = false;
  bool expand = false;
  unsigned timeout = 0;
};

std::size_t offset_of(const std::string& cursor) {
  std::size_t offset = 0;
  const char* end = cursor.data() + cursor.size();
  const auto read = std::from_chars(cursor.data(), end, offset);
  if (read.ec != std::errc() || read.ptr != end) {
    throw examples::UsageError{"--after takes the cursor of a summary, not \"" + cursor + "\""};
  }
  return offset;
}

dateline::SearchOptions search_options(const Options& options) {
  dateline::SearchOptions result;
  result.top = options.top;
  result.offset = options.offset;
  result.sort = options.sort == "date" ? dateline::Sort::kDate : dateline::Sort::kRelevance;
  result.ranking.expand = options.expand;
  result.facets = options.facets;
  result.timeout = std::chrono::milliseconds(options.timeout);
  return result;
}

// With --json in front of the hits, else as a list below each other.
void print_explanations(const dateline::Searcher& searcher, const dateline::Results& results,
                        const std::string& query, const dateline::RankingOptions& ranking,
                        bool json) {
  const auto parsed = dateline::parse_query(query);
  for (const auto& hit : results.hits) {
    examples::Json parts = examples::Json::array();
    for (const auto& part : searcher.explain(parsed.query, hit.id, ranking)) {
      parts.push_back({{"text", part.text}, {"score", part.score}});
      if (!json) std::cout << hit.id << "  " << part.score << "  " << part.text << '\n';
    }
    if (json)
      examples::print({{"explain", {{"id", hit.id}, {"score", hit.score}, {"parts", parts}}}});
  }
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program(
      "search", "Finds articles.", "INDEX QUERY",
      "  search news.index ceasefire talks            any of the words, best first\n"
      "  search news.index '\"peace deal\"' -kursk      a phrase, without a word\n"
      "  search news.index actor:zelensky grain       an actor under every name\n"
      "  search news.index 'peace NEAR/5 deal'        within five words\n"
      "  search news.index title:nato date:2025-02    in the title, published in a month\n"
      "  search news.index drones --facets --top 3    with counts by actor, topic, source\n");
  program.allow_dashes();
  Options options;
  examples::add_options(program, options, 10);
  auto& app = program.options();
  app.add_option("--sort", options.sort, "relevance or date")
      ->check(CLI::IsMember({"relevance", "date"}));
  app.add_option("--after", options.after, "Go on behind the page whose summary had this cursor");
  app.add_flag("--facets", options.facets, "Count actors, topics, sources, languages, months");
  app.add_flag("--explain", options.explain, "Show the parts of each score");
  app.add_flag("--expand", options.expand, "Also find what is about the same as the best hits");
  app.add_option("--timeout", options.timeout, "Milliseconds after which the best so far is given");
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    if (!options.after.empty()) options.offset = offset_of(options.after);
    const auto searcher = dateline::Searcher::open(words[0]);
    const std::string query = examples::join(words, 1);
    const auto begin = Clock::now();
    const auto asked = search_options(options);
    const auto results = searcher.search(query, asked);
    const std::chrono::duration<double> seconds = Clock::now() - begin;
    if (options.explain) print_explanations(searcher, results, query, asked.ranking, program.json);
    return examples::print_results(program, results, options, seconds);
  });
}
