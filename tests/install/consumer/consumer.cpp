#include <dateline/dateline.hpp>

#include <iostream>

int main() try {
  auto index = dateline::Index::create("news.index", dateline::Recipe::load("news"));
  index.add(
      [](const auto& sink, const auto& warn) { dateline::read_articles("articles/", sink, warn); });
  const auto searcher = dateline::Searcher::open("news.index");  // a snapshot; threads may share it
  for (const auto& hit : searcher.search("sanctions actor:eu").hits) {
    std::cout << hit.rank << ". " << hit.title.value_or(hit.begins) << '\n';
  }
} catch (const dateline::Error& error) {
  std::cerr << error.what() << '\n';  // what failed, on what, why, what to do
  return 1;
}
