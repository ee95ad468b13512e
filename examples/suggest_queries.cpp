// Takes questions from what is in an index: its commonest actor, its leading topic, a headline.
// One a line: the program that answers it, a tab, the words to ask.
#include "common/people.hpp"
#include "common/program.hpp"

#include <dateline/dateline.hpp>

#include <algorithm>
#include <iostream>

namespace {

constexpr std::size_t kHeadlineWords = 6;

std::string commonest(const dateline::Results& results, const char* facet) {
  for (const auto& each : results.facets) {
    if (each.name == facet && !each.counts.empty()) return each.counts.front().first;
  }
  return {};
}

// The first words of the first headline, or of the first article.
std::string headline_words(const dateline::Results& results) {
  if (results.hits.empty()) return {};
  const auto with_title = std::find_if(results.hits.begin(), results.hits.end(),
                                       [](const auto& hit) { return hit.title.has_value(); });
  const auto& hit = with_title == results.hits.end() ? results.hits.front() : *with_title;
  const std::string text = examples::one_line(hit.title.value_or(hit.begins));
  std::string words;
  std::size_t count = 0;
  for (const char c : text) {
    if (c == ' ' && ++count == kHeadlineWords) break;
    const bool plain = c == ' ' || c == '-' || static_cast<unsigned char>(c) >= 0x80 ||
                       (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (plain) words.push_back(c);
  }
  return words;
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program("suggest_queries", "Suggests questions that an index can answer.",
                            "INDEX", "  suggest_queries news.index\n");
  return program.run(argc, argv, 1, [&](const std::vector<std::string>& words) {
    const auto searcher = dateline::Searcher::open(words[0]);
    dateline::Query everything;
    everything.kind = dateline::Query::Kind::kAll;
    dateline::SearchOptions options;
    options.facets = true;
    options.top = 100;
    const auto results = searcher.search(everything, options);
    const std::string actor = commonest(results, "actor");
    const std::string topic = commonest(results, "topic");
    if (!actor.empty()) std::cout << "actor_search\t" << searcher.actor(actor)->actor.name << '\n';
    if (!topic.empty()) std::cout << "topic_search\t" << topic << '\n';
    std::cout << "search\t" << headline_words(results) << '\n';
    return examples::kDone;
  });
}
