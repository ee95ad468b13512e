#include "flow/workload.hpp"

#include <dateline/searcher.hpp>

#include <gtest/gtest.h>

#include <random>

namespace dateline::flow {
namespace {

constexpr int kIds = 60;

std::string id_of(int number) {
  return "article" + std::to_string(number % kIds);
}

std::string text_of(int commit, const std::string& id) {
  return "Ceasefire talks in version" + std::to_string(commit) + " of " + id + ", said Ukraine.";
}

// The article that is long is put by every fourth commit.
constexpr const char* kLongId = "article60";  // behind the last of the others

bool puts_long(int commit) {
  return commit % 4 == 2;
}

constexpr std::size_t kLongWords = 500;
constexpr std::size_t kLetters = 40;  // of each of them

// Words of letters at random, which compression leaves long, so that a write takes several blocks of a
// disk.
std::string random_words() {
  std::mt19937 random(11);
  std::string words;
  for (std::size_t i = 0; i < kLongWords * kLetters; ++i) {
    words += i % kLetters == 0 ? ' ' : static_cast<char>('a' + random() % 26);
  }
  return words;
}

// Another order of words in each commit, so that no block is as it was before.
std::string long_text(int commit) {
  static const std::string words = random_words();
  const std::size_t first = static_cast<std::size_t>(commit) % kLongWords * kLetters;
  return text_of(commit, kLongId) + words.substr(first) + words.substr(0, first);
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
    for (const int number : step.put) articles[id_of(number)] = text_of(commit, id_of(number));
    if (puts_long(commit)) articles[kLongId] = long_text(commit);
    articles.erase(id_of(step.remove));
  }
  return articles;
}

void change(int commit, const std::function<void(Article&&)>& put,
            const std::function<void(const std::string&)>& remove) {
  const auto put_one = [&](const std::string& id, std::string text) {
    Article article;
    article.id = id;
    article.text = std::move(text);
    article.language = "en";
    put(std::move(article));
  };
  const Step step = step_of(commit);
  for (const int number : step.put) put_one(id_of(number), text_of(commit, id_of(number)));
  if (puts_long(commit)) put_one(kLongId, long_text(commit));
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
  options.top = kIds + 1;
  const Results results = searcher.search("ceasefire", options);
  EXPECT_EQ(results.count, articles.size());
  for (const Hit& hit : results.hits) EXPECT_TRUE(articles.contains(hit.id)) << hit.id;
  return articles;
}

}  // namespace dateline::flow
