// What the tests about pages share: the rules of the news recipe, and short ways to ask.
#pragma once

#include "article/line.hpp"
#include "article/page.hpp"
#include "article/tokens.hpp"
#include "source_dir.hpp"

#include <dateline/article.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::article {

inline const PageRules& news_rules() {
  static const PageRules rules = load_page_rules(source_dir() + "/indexes/news/page.json");
  return rules;
}

inline Article article_of(std::string text) {
  Article article;
  article.id = "a";
  article.text = std::move(text);
  article.language = "en";
  return article;
}

inline Page page_of(std::string text) {
  return understand(article_of(std::move(text)), news_rules());
}

// "title body body": the roles of a page's blocks.
inline std::string roles_in(const Page& page) {
  std::string roles;
  for (const Block& block : page.blocks) {
    if (!roles.empty()) roles += ' ';
    roles += role_name(block.role);
  }
  return roles;
}

inline std::string roles_of(std::string text) {
  return roles_in(page_of(std::move(text)));
}

inline std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, {0, text.size()}, tokens);
  return tokens;
}

// The text seen as one line, the first of its page.
inline Line line_of(std::string_view text, Stated& stated) {
  std::vector<Token> tokens;
  return look(text, {{0, text.size()}}, 0, news_rules(), tokens, stated);
}

inline Line line_of(std::string_view text) {
  Stated stated;
  return line_of(text, stated);
}

// A paragraph that is nothing but body.
inline constexpr std::string_view kBody =
    "The council of the small harbour town voted on Tuesday to repair the old pier before winter.";

// The page with the given lines, each parted from the next by an empty line.
inline std::string parted(const std::vector<std::string_view>& lines) {
  std::string text;
  for (const std::string_view line : lines) text.append(text.empty() ? "" : "\n\n").append(line);
  return text;
}

}  // namespace dateline::article
