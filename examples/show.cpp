// Shows an article with every judgement on it and the reasons.
#include "common/json.hpp"
#include "common/people.hpp"
#include "common/program.hpp"

#include <dateline/dateline.hpp>

#include <iostream>
#include <map>

namespace {

void print_judgement(const char* name, const std::optional<dateline::Judgement>& judgement) {
  std::cout << name;
  if (judgement) {
    std::cout << examples::bold(examples::one_line(judgement->value)) << "  "
              << examples::faint("(" + judgement->reason + ")") << '\n';
  } else {
    std::cout << examples::faint("unknown") << '\n';
  }
}

void print_blocks(const dateline::StoredArticle& stored) {
  for (const auto& block : stored.page.blocks) {
    const std::string text = examples::one_line(
        std::string_view(stored.article.text).substr(block.range.begin, block.range.size()));
    std::cout << '\n'
              << examples::faint(std::string(dateline::role_name(block.role)) + ": " + block.reason)
              << '\n';
    const bool is_aside = block.role == dateline::Role::kJunk;
    examples::print_folded(is_aside ? examples::faint(text) : text, 2);
  }
}

void print_people(const dateline::StoredArticle& stored) {
  std::cout << "id        " << stored.article.id << '\n';
  print_judgement("title     ", stored.page.title);
  print_judgement("date      ", stored.page.date);
  print_judgement("source    ", stored.page.source);
  print_judgement("language  ", stored.page.language);
  print_blocks(stored);
  std::map<std::string, int> actors;
  for (const auto& mention : stored.mentions) ++actors[mention.actor];
  std::string line = "actors:";
  for (const auto& [actor, count] : actors) {
    line.append("  ").append(actor).append(" ×" + std::to_string(count));
  }
  std::cout << '\n';
  examples::print_folded(line, 0);
  for (const auto& topic : stored.topics) {
    std::string reasons = "topic " + topic.id + ":";
    for (const auto& reason : topic.reasons) {
      reasons.append("  “").append(examples::one_line(reason.text)).append("”");
    }
    examples::print_folded(reasons, 0);
  }
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program("show", "Shows an article and what is known about it.", "INDEX ID",
                            "  show news.index 000\n"
                            "  show news.index 000 --json\n");
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    const auto searcher = dateline::Searcher::open(words[0]);
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
      print_people(*stored);
    }
    return examples::kDone;
  });
}
