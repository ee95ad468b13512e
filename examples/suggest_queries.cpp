// Takes questions from what is in an index: its commonest actor, its leading topic, a headline.
// One a line: the program that answers it, a tab, the words to ask.
#include "common/json.hpp"
#include "common/key.hpp"
#include "common/program.hpp"
#include "common/text.hpp"

#include <dateline/dateline.hpp>

#include <algorithm>
#include <iostream>
#include <sstream>
#include <utility>

namespace {

constexpr std::size_t kHeadlineWords = 6;

using Suggestions = std::vector<std::pair<std::string, std::string>>;  // program, words

std::string commonest(const dateline::Results& results, const char* facet) {
  for (const auto& each : results.facets) {
    if (each.name == facet && !each.counts.empty()) return each.counts.front().first;
  }
  return {};
}

bool is_mark(char32_t c) {
  const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return (c < 0x80 && !letter) || (c >= 0xA0 && c < 0xC0) || (c >= 0x2000 && c < 0x2070) ||
         (c >= 0x3000 && c < 0x3020);
}

// The word without the marks around it.
std::string trimmed(const std::string& word) {
  std::size_t begin = word.size();
  std::size_t end = 0;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t here = at;
    if (is_mark(examples::next_character(word, at))) continue;
    begin = std::min(begin, here);
    end = at;
  }
  return begin < end ? word.substr(begin, end - begin) : std::string();
}

// A word that means itself in a query: no sign within it, no operator.
bool is_plain(const std::string& word) {
  if (word.empty() || word == "AND" || word == "OR" || word == "NOT") return false;
  const bool near = word.find("NEAR") != std::string::npos;
  return !near && word.find_first_of("\"()^:*?~") == std::string::npos &&
         dateline::parse_query(word).warnings.empty();
}

// The first words of the first headline, or of the first article, as they stand there.
std::string headline_words(const dateline::Results& results) {
  if (results.hits.empty()) return {};
  const auto with_title = std::find_if(results.hits.begin(), results.hits.end(),
                                       [](const auto& hit) { return hit.title.has_value(); });
  const auto& hit = with_title == results.hits.end() ? results.hits.front() : *with_title;
  std::istringstream text(examples::one_line(hit.title.value_or(hit.begins)));
  std::string words;
  std::size_t count = 0;
  for (std::string each; count < kHeadlineWords && text >> each;) {
    const std::string word = trimmed(each);
    if (!is_plain(word)) continue;
    words.append(words.empty() ? "" : " ").append(word);
    ++count;
  }
  return words;
}

Suggestions suggest(const dateline::Searcher& searcher) {
  dateline::Query everything;
  everything.kind = dateline::Query::Kind::kAll;
  dateline::SearchOptions options;
  options.facets = true;
  options.top = 100;
  const auto results = searcher.search(everything, options);
  const std::string actor = commonest(results, "actor");
  const std::string topic = commonest(results, "topic");
  const std::string words = headline_words(results);
  Suggestions suggestions;
  if (!actor.empty()) suggestions.emplace_back("actor_search", searcher.actor_name(actor));
  if (!topic.empty()) suggestions.emplace_back("topic_search", topic);
  if (!words.empty()) suggestions.emplace_back("search", words);
  return suggestions;
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program("suggest_queries", "Suggests questions that an index can answer.",
                            "INDEX", "  suggest_queries news.index    program, tab, words\n");
  program.argument("INDEX", "The index to look at");
  return program.run(argc, argv, 1, [&](const std::vector<std::string>& words) {
    if (words.size() > 1) throw examples::UsageError{"there is more than one name"};
    const Suggestions suggestions = suggest(examples::open_searcher(program, words[0]));
    for (const auto& [asks, text] : suggestions) {
      if (program.json) {
        examples::print({{"suggestion", {{"program", asks}, {"query", text}}}});
      } else {
        std::cout << asks << '\t' << text << '\n';
      }
    }
    if (program.json) examples::print({{"summary", {{"suggestions", suggestions.size()}}}});
    return examples::kDone;
  });
}
