// Shows when the articles that match were published.
#include "common/answers.hpp"
#include "common/chart.hpp"
#include "common/json.hpp"
#include "common/key.hpp"
#include "common/people.hpp"
#include "common/program.hpp"
#include "common/write.hpp"

#include <dateline/dateline.hpp>

namespace {

using examples::Json;

dateline::TimeUnit unit_of(const std::string& name) {
  if (name == "day") return dateline::TimeUnit::kDay;
  if (name == "week") return dateline::TimeUnit::kWeek;
  return name == "month" ? dateline::TimeUnit::kMonth : dateline::TimeUnit::kYear;
}

void print_json(const dateline::Timeline& timeline) {
  for (const auto& bucket : timeline.buckets) {
    examples::print({{"bucket",
                      {{"date", examples::maybe(bucket.date)},
                       {"count", bucket.count},
                       {"folded", bucket.folded}}}});
  }
  Json peaks = Json::array();
  for (const auto& peak : timeline.peaks) {
    Json terms = Json::array();
    for (const auto& term : peak.terms) terms.push_back(term.text);
    peaks.push_back({{"date", *timeline.buckets[peak.bucket].date}, {"terms", terms}});
  }
  examples::print_summary({{"count", timeline.count}, {"peaks", peaks}}, timeline);
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program("timeline", "Shows when articles were published.", "INDEX QUERY",
                            "  timeline news.index ceasefire                    by month\n"
                            "  timeline news.index actor:nato --by week         by week\n"
                            "  timeline news.index drones --svg drones.svg      also a picture\n");
  program.argument("INDEX", "The index to ask");
  program.argument("QUERY", "What to look for, as in search");
  program.allow_dashes();
  std::string by = "month";
  std::string svg;
  program.choice("--by", by, {"day", "week", "month", "year"},
                 "Count by day, week (from Monday), month (default) or year");
  program.text("--svg", "FILE", svg, "Write a picture too");
  dateline::Bounds bounds;
  examples::add_timeout(program, bounds);
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    const auto searcher = examples::open_searcher(program, words[0]);
    const std::string query = examples::join(words, 1);
    const auto timeline = searcher.timeline(query, unit_of(by), bounds);
    if (!svg.empty())
      examples::write_file(svg, examples::timeline_svg(timeline, unit_of(by), query));
    if (program.json) {
      print_json(timeline);
    } else {
      examples::print_bars(timeline);
      examples::print_warnings(timeline.warnings);
    }
    return examples::kDone;
  });
}
