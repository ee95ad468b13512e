#include "flow/workload.hpp"

#include <dateline/searcher.hpp>

#include <gtest/gtest.h>

namespace dateline::flow {
namespace {

constexpr int kIds = 60;

std::string id_of(int number) {
  return "article" + std::to_string(number % kIds);
}

std::string text_of(int commit, int number) {
  return "Ceasefire talks in version" + std::to_string(commit) + " of " + id_of(number) +
         ", said Ukraine.";
}

struct Step {
  int put[3];
  int remove;
};

// Ids come again, so that later commits replace and remove what earlier ones put.
Step step_of(int commit) {
  return {{commit * 7, commit * 13 + 1, commit * 29 + 2}, commit * 11 + 5};
}

}  // namespace

Articles articles_after(int commits) {
  Articles articles;
  for (int commit = 1; commit <= commits; ++commit) {
    const Step step = step_of(commit);
    for (const int number : step.put) articles[id_of(number)] = text_of(commit, number);
    articles.erase(id_of(step.remove));
  }
  return articles;
}

void change(int commit, const std::function<void(Article&&)>& put,
            const std::function<void(const std::string&)>& remove) {
  const Step step = step_of(commit);
  for (const int number : step.put) {
    Article article;
    article.id = id_of(number);
    article.text = text_of(commit, number);
    article.language = "en";
    put(std::move(article));
  }
  remove(id_of(step.remove));
}

void run_commit(Index& index, int commit) {
  change(
      commit, [&](Article&& article) { index.put(std::move(article)); },
      [&](const std::string& id) { index.remove(id); });
  index.commit();
}

Articles articles_in(const std::filesystem::path& path) {
  const Searcher searcher = Searcher::open(path);
  Articles articles;
  searcher.for_each_article([&](Article&& article) { articles[article.id] = article.text; });
  SearchOptions options;
  options.top = kIds;
  const Results results = searcher.search("ceasefire", options);
  EXPECT_EQ(results.count, articles.size());
  for (const Hit& hit : results.hits) EXPECT_TRUE(articles.contains(hit.id)) << hit.id;
  return articles;
}

}  // namespace dateline::flow
