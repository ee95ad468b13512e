// What the tests of this folder share: ranges as texts, random texts, the sample of news.
#pragma once

#include "source_dir.hpp"

#include <dateline/range.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {

inline std::vector<std::string> pieces(std::string_view text, const std::vector<Range>& ranges) {
  std::vector<std::string> out;
  for (const Range range : ranges) out.emplace_back(text.substr(range.begin, range.size()));
  return out;
}

inline std::string repeated(std::string_view part, std::size_t size) {
  std::string out;
  while (out.size() < size) out += part;
  return out;
}

inline std::string random_text(std::mt19937& random, const std::vector<std::string_view>& parts,
                               std::size_t most) {
  std::string out;
  for (std::size_t count = random() % (most + 1); count > 0; --count) {
    out += parts[random() % parts.size()];
  }
  return out;
}

// The five articles; empty where they are not there.
inline std::vector<std::string> seed_articles() {
  std::vector<std::string> articles;
  for (char digit = '0'; digit < '5'; ++digit) {
    std::ifstream file(source_dir() + "/../shared/data/seeds/00" + digit + ".txt");
    if (file)
      articles.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return articles;
}

// Three thousand articles as JSON Lines; empty where they, or the program zstd, are not there.
inline std::string news_sample() {
  const std::string command =
      "zstd -dcq '" + source_dir() + "/../shared/data/allsides_3k/docs.jsonl.zst' 2>&-";
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), &pclose);
  std::string text;
  if (!pipe) return text;
  std::string block(1 << 16, '\0');
  while (const std::size_t got = std::fread(block.data(), 1, block.size(), pipe.get())) {
    text.append(block, 0, got);
  }
  return text;
}

}  // namespace dateline::text
