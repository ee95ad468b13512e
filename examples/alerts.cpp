// Keeps queries in an index, to be asked of what is new.
#include "common/json.hpp"
#include "common/key.hpp"
#include "common/people.hpp"
#include "common/program.hpp"

#include <dateline/dateline.hpp>

namespace {

// Prints an alert with the articles that meet it now.
void print_alert(const dateline::Searcher& searcher, const dateline::Alert& alert, bool json) {
  dateline::SearchOptions options;
  options.top = 0;
  const auto count = searcher.search(alert.query, options).count;
  if (json) {
    examples::print(
        {{"alert", {{"name", alert.name}, {"query", alert.query}, {"articles", count}}}});
  } else {
    examples::print_folded(examples::bold(examples::one_line(alert.name)) + ": " +
                               examples::one_line(alert.query) + " · " +
                               examples::count_of(count, "article"),
                           2, "");
  }
}

void list(const examples::Program& program, const std::string& path, const std::string& only) {
  const auto searcher = examples::open_searcher(program, path);
  const auto alerts = searcher.alerts();
  for (const auto& alert : alerts) {
    if (only.empty() || alert.name == only) print_alert(searcher, alert, program.json);
  }
  if (program.json) {
    examples::print({{"summary", {{"alerts", alerts.size()}}}});
  } else {
    examples::print_folded(examples::count_of(alerts.size(), "alert") + " in the index", 0);
  }
}

void add(const examples::Program& program, const std::string& path, const std::string& name,
         const std::string& query) {
  auto index = examples::open_index(program, path);
  index.add_alert({name, query});
  index.commit();
}

void remove(const examples::Program& program, const std::string& path, const std::string& name) {
  auto index = examples::open_index(program, path);
  if (!index.remove_alert(name)) {
    throw dateline::Error(dateline::ErrorCode::kNotFound, "remove alert", name,
                          "there is none of this name", "list them to see their names");
  }
  index.commit();
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program("alerts", "Keeps queries in an index, to be asked of what is new.",
                            "INDEX add NAME QUERY | list | remove NAME",
                            "  alerts news.index add grain 'grain AND (odesa OR izmail)'\n"
                            "  alerts news.index list\n"
                            "  alerts news.index remove grain\n");
  program.argument("INDEX", "The index that keeps them");
  program.argument("add NAME QUERY", "Keep a query; index_articles --update says what meets it");
  program.argument("list", "Show them all, with the articles that meet them");
  program.argument("remove NAME", "Keep it no longer");
  program.allow_dashes();
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    const std::string& what = words[1];
    if (what == "add" && words.size() >= 4) {
      add(program, words[0], words[2], examples::join(words, 3));
      list(program, words[0], words[2]);
    } else if (what == "remove" && words.size() == 3) {
      remove(program, words[0], words[2]);
      list(program, words[0], words[2]);
    } else if (what == "list" && words.size() == 2) {
      list(program, words[0], "");
    } else {
      throw examples::UsageError{
          "after INDEX comes \"add NAME QUERY\", \"list\" or \"remove NAME\""};
    }
    return examples::kDone;
  });
}
