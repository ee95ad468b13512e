// What tests of whole indexes share: a small recipe with actors and topics, articles, sources.
#pragma once

#include "base/temp_folder.hpp"

#include <dateline/index.hpp>
#include <dateline/recipe.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

inline void write_text(const std::filesystem::path& file, std::string_view bytes) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

inline std::filesystem::path write_recipe(const std::filesystem::path& folder) {
  write_text(folder / "recipe.json", R"({"name": "sample", "language": "en", "judge_pages": true,
    "exact_forms": true, "weights": {"title": 3, "lead": 2, "body": 1}})");
  write_text(folder / "page.json",
             R"({"junk": ["^advertisement", "sign up for"], "credits": ["(photo:"]})");
  write_text(folder / "stopwords" / "en.txt", "the\nof\na\nand\nto\nin\nus\nwho\n");
  write_text(folder / "actors.jsonl", R"({"as_of": "2025-02-01"}
{"id": "ukraine", "kind": "country", "name": "Ukraine", "adjectives": ["Ukrainian"], "metonyms": ["Kyiv"]}
{"id": "kyiv", "kind": "place", "name": "Kyiv", "of": "ukraine", "aliases": ["Kiev"]}
{"id": "us", "kind": "country", "name": "United States", "names": ["US", "U.S."], "adjectives": ["American"]}
{"id": "who", "kind": "org", "name": "World Health Organization", "names": ["WHO"]}
{"id": "jane-doe", "kind": "person", "name": "Jane Doe", "names": ["Doe"]}
{"id": "john-doe", "kind": "person", "name": "John Doe", "names": ["Doe"]}
)");
  write_text(
      folder / "topics.jsonl",
      R"({"id": "ceasefire", "name": "Ceasefire", "names": ["truce"], "query": "ceasefire OR \"peace talks\""}
{"id": "energy", "name": "Energy", "query": "grid NEAR/4 power OR title:gas"}
)");
  return folder;
}

inline Article make_article(std::string id, std::string text, std::string title = {}) {
  Article article;
  article.id = std::move(id);
  article.text = std::move(text);
  if (!title.empty()) article.title = std::move(title);
  article.language = "en";
  return article;
}

inline ArticleSource source_of(std::vector<Article> articles) {
  return [articles = std::move(articles)](const auto& sink, const auto&) {
    for (Article article : articles) sink(std::move(article));
  };
}

}  // namespace dateline
