// Shows an article with every judgement on it and the reasons.
#include "common/json.hpp"
#include "common/key.hpp"
#include "common/people.hpp"
#include "common/program.hpp"

#include <dateline/dateline.hpp>

#include <algorithm>
#include <iostream>
#include <map>
#include <utility>

namespace {

constexpr std::size_t kColumn = 10;  // of what stands behind "title", "date" ...

void print_judgement(const char* name, const std::optional<dateline::Judgement>& judgement) {
  const std::string said =
      judgement ? examples::bold(examples::one_line(judgement->value)) + " " +
                      examples::faint("(" + examples::one_line(judgement->reason) + ")")
                : examples::faint("unknown");
  examples::print_folded(said, kColumn, name);
}

void print_blocks(const dateline::StoredArticle& stored) {
  for (const auto& block : stored.page.blocks) {
    const std::string text = examples::one_line(
        std::string_view(stored.article.text).substr(block.range.begin, block.range.size()));
    const std::string role(dateline::role_name(block.role));
    std::cout << '\n';
    examples::print_folded(examples::faint(examples::one_line(role + ": " + block.reason)), 0);
    const bool is_aside = block.role == dateline::Role::kJunk;
    examples::print_folded(is_aside ? examples::faint(text) : text, 2);
  }
}

// Whom the article mentions most comes first.
void print_actors(const dateline::Searcher& searcher, const dateline::StoredArticle& stored) {
  std::map<std::string, int> mentions;
  for (const auto& mention : stored.mentions) ++mentions[mention.actor];
  std::vector<std::pair<std::string, int>> actors(mentions.begin(), mentions.end());
  std::stable_sort(actors.begin(), actors.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string line;
  for (const auto& [actor, count] : actors) {
    line.append(line.empty() ? "" : ", ").append(examples::one_line(searcher.actor_name(actor)));
    line.append(" (" + actor + ") ×" + std::to_string(count));
  }
  if (!line.empty()) examples::print_folded(line, kColumn, "actors    ");
}

void print_topics(const dateline::Searcher& searcher, const dateline::StoredArticle& stored) {
  const char* lead = "topics    ";
  for (const auto& topic : stored.topics) {
    std::string line = examples::one_line(searcher.topic_name(topic.id)) + " (" + topic.id + "):";
    for (const auto& reason : topic.reasons) {
      line.append(" “").append(examples::one_line(reason.text)).append("”");
    }
    examples::print_folded(line, kColumn, std::exchange(lead, "          "));
  }
}

void print_people(const dateline::Searcher& searcher, const dateline::StoredArticle& stored) {
  examples::print_folded(examples::one_line(stored.article.id), kColumn, "id        ");
  print_judgement("title     ", stored.page.title);
  print_judgement("date      ", stored.page.date);
  print_judgement("source    ", stored.page.source);
  print_judgement("language  ", stored.page.language);
  print_blocks(stored);
  std::cout << '\n';
  print_actors(searcher, stored);
  print_topics(searcher, stored);
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program("show", "Shows an article and what is known about it.", "INDEX ID",
                            "  show news.index 000\n"
                            "  show news.index 000 --json\n");
  program.argument("INDEX", "The index to ask");
  program.argument("ID", "The id of an article, as search shows it");
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    const auto searcher = examples::open_searcher(program, words[0]);
    const std::string id = examples::join(words, 1);
    const auto stored = searcher.article(id);
    if (!stored) {
      throw dateline::Error(dateline::ErrorCode::kNotFound, "show article", id,
                            "there is none of this id", "find ids with search");
    }
    if (program.json) {
      examples::print({{"article", examples::to_json(*stored)}});
      examples::print({{"summary", {{"articles", 1}}}});
    } else {
      print_people(searcher, *stored);
    }
    return examples::kDone;
  });
}
