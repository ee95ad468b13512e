// Finds the articles that have a topic: by its id, a name, or any words.
#include "common/answers.hpp"
#include "common/json.hpp"
#include "common/key.hpp"
#include "common/people.hpp"

#include <dateline/dateline.hpp>

#include <iostream>

namespace {

struct Asked {
  dateline::Query query;
  std::optional<dateline::TopicAnswer> topic;
};

Asked ask(const dateline::Searcher& searcher, const std::string& name) {
  Asked asked;
  asked.topic = searcher.topic(name);
  if (asked.topic) {
    asked.query.kind = dateline::Query::Kind::kTopic;
    asked.query.text = asked.topic->topic.id;
  } else {
    asked.query = dateline::plain_words(name);
  }
  return asked;
}

void print_topic(const Asked& asked, const std::string& name, std::uint64_t count, bool json) {
  const char* by = !asked.topic ? "words" : asked.topic->by_id ? "id" : "name";
  if (json) {
    examples::Json topic;
    topic["id"] = asked.topic ? examples::Json(asked.topic->topic.id) : examples::Json(nullptr);
    topic["name"] = asked.topic ? asked.topic->topic.name : name;
    topic["by"] = by;
    topic["articles"] = count;
    examples::print({{"topic", topic}});
  } else if (asked.topic) {
    examples::print_folded(examples::bold(examples::one_line(asked.topic->topic.name)) + " · " +
                               asked.topic->topic.id + " · " + examples::count_of(count, "article"),
                           0);
    std::cout << '\n';
  } else {
    examples::print_folded("No topic is called \"" + examples::shortened(name, 100) +
                               "\"; these are the articles for the words.",
                           0);
    std::cout << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program("topic_search", "Finds the articles that have a topic.", "INDEX TOPIC",
                            "  topic_search news.index ceasefire\n"
                            "  topic_search news.index NATO membership     a topic by its name\n"
                            "  topic_search news.index black sea mines     any words\n");
  program.argument("INDEX", "The index to ask");
  program.argument("TOPIC", "A topic's id or name, or any words");
  examples::AskOptions options;
  program.allow_dashes();
  examples::add_options(program, options, 10);
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    const auto begin = std::chrono::steady_clock::now();
    const auto searcher = examples::open_searcher(program, words[0], options.open);
    const std::string name = examples::join(words, 1);
    const Asked asked = ask(searcher, name);
    dateline::SearchOptions search{options.bounds};
    search.top = options.top;
    search.offset = options.offset;
    const auto results = searcher.search(asked.query, search);
    print_topic(asked, name, results.count, program.json);
    return examples::print_results(program, searcher, results, options,
                                   std::chrono::steady_clock::now() - begin);
  });
}
