// Writes what an index has about a query as one page of HTML.
#include "common/json.hpp"
#include "common/key.hpp"
#include "common/page.hpp"
#include "common/people.hpp"
#include "common/program.hpp"
#include "common/write.hpp"

#include <dateline/dateline.hpp>

#include <algorithm>
#include <set>

namespace {

constexpr std::size_t kActors = 12;
constexpr std::size_t kMostBars = 60;
constexpr std::size_t kQuotes = 12;

// The finest unit that leaves few bars.
void add_timeline(const dateline::Searcher& searcher, examples::Report& report) {
  using dateline::TimeUnit;
  for (const TimeUnit by : {TimeUnit::kDay, TimeUnit::kWeek, TimeUnit::kMonth, TimeUnit::kYear}) {
    report.by = by;
    report.timeline = searcher.timeline(report.query, by);
    if (report.timeline.buckets.size() <= kMostBars) return;
  }
}

const dateline::Facet* find(const dateline::Results& results, const std::string& name) {
  for (const auto& facet : results.facets) {
    if (facet.name == name) return &facet;
  }
  return nullptr;
}

dateline::Query actor_query(const std::string& id) {
  dateline::Query query;
  query.kind = dateline::Query::Kind::kActor;
  query.text = id;
  return query;
}

void add_actors(const dateline::Searcher& searcher, examples::Report& report) {
  const auto* facet = find(report.results, "actor");
  if (facet == nullptr) return;
  for (const auto& [id, articles] : facet->counts) {
    report.actors.push_back({id, searcher.actor_name(id), articles});
  }
  dateline::SearchOptions options;
  options.top = 0;
  dateline::Query all;
  all.kind = dateline::Query::Kind::kAll;
  all.parts.resize(3);
  all.parts[0] = dateline::parse_query(report.query).query;
  for (std::size_t a = 0; a < report.actors.size(); ++a) {
    for (std::size_t b = a + 1; b < report.actors.size(); ++b) {
      all.parts[1] = actor_query(report.actors[a].id);
      all.parts[2] = actor_query(report.actors[b].id);
      const auto articles = searcher.search(all, options).count;
      if (articles > 0) report.together.push_back({a, b, articles});
    }
  }
}

// The usual name of who speaks, or the words for them where nobody is known.
std::string speaker_of(const dateline::Searcher& searcher, const dateline::QuoteHit& hit) {
  const std::string name = searcher.actor_name(hit.quote.speaker);
  return name == hit.quote.speaker ? hit.name : name;
}

// Whole clauses between marks, of the best articles, the longest two of each.
void add_quotes(const dateline::Searcher& searcher, examples::Report& report) {
  dateline::QuoteOptions options;
  options.top = 100;
  auto found = searcher.quotes(dateline::parse_query(report.query).query, options).quotes;
  std::erase_if(found,
                [](const auto& hit) { return hit.quote.kind != dateline::QuoteKind::kDirect; });
  for (auto first = found.begin(); first != found.end() && report.quotes.size() < kQuotes;) {
    const auto last = std::find_if(first, found.end(),
                                   [&](const auto& hit) { return hit.article != first->article; });
    std::stable_sort(first, last,
                     [](const auto& a, const auto& b) { return a.text.size() > b.text.size(); });
    for (auto hit = first; hit != std::min(last, first + 2); ++hit) {
      report.quotes.emplace_back(speaker_of(searcher, *hit), *hit);
    }
    first = last;
  }
}

void add_stories(const dateline::Searcher& searcher, examples::Report& report) {
  std::set<std::string> wanted;
  for (const auto& hit : report.results.hits) {
    if (hit.story) wanted.insert(*hit.story);
  }
  for (const auto& story : searcher.stories()) {
    if (wanted.contains(story.id)) report.stories.push_back(story);
  }
}

examples::Report make(const dateline::Searcher& searcher, const std::string& query,
                      std::size_t top) {
  examples::Report report;
  report.query = query;
  dateline::SearchOptions options;
  options.top = top;
  options.facets = true;
  options.facet_values = kActors;
  options.fold = true;
  report.results = searcher.search(query, options);
  add_timeline(searcher, report);
  add_actors(searcher, report);
  if (const auto* facet = find(report.results, "topic")) {
    for (const auto& [id, articles] : facet->counts) {
      report.topics.emplace_back(searcher.topic_name(id), articles);
    }
  }
  add_quotes(searcher, report);
  add_stories(searcher, report);
  return report;
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program("report", "Writes one page about a query.", "INDEX QUERY",
                            "  report news.index ceasefire --html ceasefire.html\n");
  program.argument("INDEX", "The index to ask");
  program.argument("QUERY", "What the page is about, as in search");
  program.allow_dashes();
  std::string html;
  std::size_t top = 10;
  program.text("--html", "FILE", html, "Where to write the page; it needs no other file");
  program.number("--top", top, 0, 1000, "How many articles to show (default 10)");
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    if (html.empty()) throw examples::UsageError{"--html FILE is missing"};
    const auto searcher = examples::open_searcher(program, words[0]);
    const auto report = make(searcher, examples::join(words, 1), top);
    const std::string page = examples::report_page(report);
    examples::write_file(html, page);
    if (program.json) {
      examples::print({{"summary", {{"bytes", page.size()}}}});
    } else {
      examples::print_folded("wrote " + html + ", " + examples::count_of(page.size(), "byte"), 0);
      examples::print_warnings(report.results.warnings);
    }
    return examples::kDone;
  });
}
