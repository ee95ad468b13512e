// Asks an index: words, phrases, fields, actors, dates.
#include "common/answers.hpp"
#include "common/json.hpp"
#include "common/key.hpp"
#include "common/people.hpp"
#include "common/prompt.hpp"
#include "common/terminal.hpp"
#include "common/text.hpp"

#include <dateline/dateline.hpp>

#include <charconv>
#include <cstdio>
#include <iostream>

namespace {

using Clock = std::chrono::steady_clock;

struct Options : examples::AskOptions {
  std::string sort = "relevance";
  std::string after;
  bool facets = false;
  bool explain = false;
  bool expand = false;
  bool fold = false;
  bool no_fold = false;
  unsigned after_commit = 0;
  std::optional<dateline::Date> now;
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
  dateline::SearchOptions result{options.bounds};
  result.top = options.top;
  result.offset = options.offset;
  result.sort = options.sort == "date" ? dateline::Sort::kDate : dateline::Sort::kRelevance;
  result.ranking.expand = options.expand;
  result.facets = options.facets;
  result.parsing.now = options.now;
  result.fold = options.fold;
  if (options.after_commit > 0) result.after_commit = options.after_commit;
  return result;
}

void print_explanation(const std::vector<dateline::ScorePart>& parts, const dateline::Hit& hit,
                       bool json) {
  examples::Json list = examples::Json::array();
  for (const auto& part : parts) {
    list.push_back({{"text", part.text}, {"score", part.score}});
    char lead[32];
    std::snprintf(lead, sizeof lead, "    %7.2f  ", part.score);
    if (!json) examples::print_folded(examples::one_line(part.text), 13, lead);
  }
  if (json) examples::print({{"explain", {{"id", hit.id}, {"score", hit.score}, {"parts", list}}}});
}

void add_options(examples::Program& program, Options& options) {
  examples::add_options(program, options, 10);
  program.choice("--sort", options.sort, {"relevance", "date"},
                 "By relevance, the best first (default), or by date, the newest first");
  program.text("--after", "CURSOR", options.after,
               "Go on behind the page whose summary had this cursor");
  program.number("--after-commit", options.after_commit, 1, 4000000000,
                 "Only what is new since the commit of this number (see the summary)");
  program.flag("--fold", options.fold, "List a story once (default, but not with --json)");
  program.flag("--no-fold", options.no_fold, "List every article of a story");
  program.flag("--facets", options.facets, "Count actors, topics, sources, languages, months");
  program.flag("--explain", options.explain, "Show the parts of each score");
  program.flag("--expand", options.expand, "Also find what is about the same as the best hits");
  program.text(
      "--now", "DATE",
      [&](const std::string& text) {
        options.now = dateline::Date::parse(text);
        if (!options.now) throw examples::UsageError{"--now takes a day such as 2025-02-24"};
      },
      "The day from which \"last friday\" and the like count (default today)");
}

int ask(const examples::Program& program, const dateline::Searcher& searcher, Options& options,
        const std::string& query) {
  const auto begin = Clock::now();
  const auto asked = search_options(options);
  const auto results = searcher.search(query, asked);
  const std::chrono::duration<double> seconds = Clock::now() - begin;
  if (options.explain) {
    dateline::RankingOptions ranking = asked.ranking;
    if (asked.sort == dateline::Sort::kDate)
      ranking.second_stage = false;  // hits are not reordered
    const auto parsed = dateline::parse_query(query, asked.parsing).query;
    options.behind_hit = [&, parsed, ranking](const dateline::Hit& hit) {
      print_explanation(searcher.explain(parsed, hit.id, ranking), hit, program.json);
    };
  }
  return examples::print_results(program, searcher, results, options, seconds);
}

constexpr const char* kFields[] = {
    "title:", "body:", "caption:", "junk:",   "about:", "actor:", "person:", "org:",   "place:",
    "said:",  "by:",   "topic:",   "source:", "lang:",  "date:",  "since:",  "until:", "mentions:"};

// What a word of a query may go on as: a field, a word; behind "actor:" and the like a name.
std::vector<std::string> completions(const dateline::Searcher& searcher, std::string_view word) {
  std::vector<std::string> found;
  const std::size_t colon = word.rfind(':');
  const std::size_t begin =
      colon == word.npos ? std::min(word.find_first_not_of("+-\""), word.size()) : colon + 1;
  const std::string lead(word.substr(0, begin));
  const std::string_view beginning = word.substr(begin);
  if (colon == word.npos) {
    for (const std::string field : kFields) {
      if (field.starts_with(beginning)) found.push_back(lead + field);
    }
  }
  if (beginning.empty()) return found;
  const bool topics = lead.ends_with("topic:");
  bool actors = false;
  for (const char* field : {"actor:", "person:", "org:", "place:", "said:", "by:"}) {
    actors = actors || lead.ends_with(field);
  }
  constexpr std::size_t kMost = 40;
  for (const auto& each : searcher.complete(beginning, kMost).found) {
    if (each.kind != (topics ? "topic" : actors ? "actor" : "word")) continue;
    found.push_back(lead + (each.id.empty() ? each.text : each.id));
  }
  return found;
}

// Query after query, until "quit" or the end of input.
int talk(const examples::Program& program, const dateline::Searcher& searcher, Options& options) {
  std::cout << "Ask; Tab completes, \"quit\" or Ctrl-D ends.\n";
  examples::Prompt prompt("search> ",
                          [&](std::string_view word) { return completions(searcher, word); });
  while (const auto query = prompt.line()) {
    if (*query == "quit") break;
    try {
      ask(program, searcher, options, *query);
    } catch (const dateline::Error& error) {
      examples::complain("search", error.what());
    }
  }
  return examples::kDone;
}

void describe(examples::Program& program) {
  program.argument("INDEX", "The index to ask");
  program.argument("QUERY", "What to look for; quote for the shell what it would change");
  program.section(
      "Queries",
      {{"ceasefire talks", "Any of the words, ranked; names also find whom they name"},
       {"\"peace deal\"", "The words next to each other, in just these forms"},
       {"peace NEAR/5 deal", "Within five words; ONEAR/5 in this order"},
       {"+must -not", "Required, excluded"},
       {"(a OR b) AND NOT c", "Combined"},
       {"title: body: caption: junk:", "In one part of the article"},
       {"actor: person: org: place:", "Who is named, by any of its names"},
       {"said: by:", "Who is quoted"},
       {"topic:ceasefire", "A topic of the recipe, by its id or name"},
       {"source:afp lang:en", "By source, by language"},
       {"date: since: until:",
        "A day, month, year or span: 2025-02-24, 2025-02..2025-12, 2025-W08"},
       {"date:yesterday", "Also since:march, until:\"last friday\", date:\"3 weeks ago\""},
       {"negotiat* defen?e", "Every word that fits; \"?\" is one character"},
       {"zelenski~", "Words within one or two edits"},
       {"about:(peace talks)", "The words, and what marks their best hits"},
       {"word^2.5", "A weight"}});
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
      "  search news.index drones --facets --top 3    with counts by actor, topic, source\n"
      "  search news.index                            asks for queries, on a terminal\n");
  program.allow_dashes();
  Options options;
  add_options(program, options);
  describe(program);
  return program.run(argc, argv, 1, [&](const std::vector<std::string>& words) {
    const bool converse = words.size() == 1 && !program.json && examples::is_conversation();
    if (words.size() == 1 && !converse) throw examples::UsageError{"QUERY is missing"};
    if (!options.after.empty()) options.offset = offset_of(options.after);
    options.fold = !options.no_fold && (options.fold || !program.json);
    const auto searcher = examples::open_searcher(program, words[0], options.open);
    if (!converse) return ask(program, searcher, options, examples::join(words, 1));
    return talk(program, searcher, options);
  });
}
