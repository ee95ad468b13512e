// Sees an article as a careful reader does.  In: article, rules.  Out: judgements and blocks.
// Method: each line is seen alone (line.hpp), then by its neighbours (roles.hpp); what the lines
// state is weighed last (facts.hpp), since a caption's date is none of the article's.
// Tested by tests/article/page_test.cpp.
#include "article/page.hpp"

#include "article/blocks.hpp"
#include "article/facts.hpp"
#include "article/line.hpp"
#include "article/roles.hpp"
#include "article/words_of.hpp"

#include <utility>

namespace dateline::article {
namespace {

Page take_as_given(const Article& article) {
  Page page;
  if (article.title) {
    std::string title = one_line(*article.title);
    if (!title.empty()) page.title = {std::move(title), "given", std::nullopt};
  }
  page.date = given_date(article);
  page.source = given_source(article);
  const Range text = trim(article.text, {0, article.text.size()});
  if (!text.empty()) page.blocks.push_back({Role::kBody, text, "the text is taken as it is"});
  return page;
}

Page judge_page(const Article& article, const PageRules& rules) {
  std::vector<Line> lines;
  std::vector<Token> tokens;
  Stated stated;
  for (const Span& span : split_blocks(article.text)) {
    lines.push_back(look(article.text, span, lines.size(), rules, tokens, stated));
  }
  Page page;
  page.title =
      judge_lines(article.text, lines,
                  article.title ? std::optional<std::string_view>(*article.title) : std::nullopt);
  page.date = find_date_of(article, lines, stated);
  page.source = find_source_of(article, lines, stated);
  page.blocks.reserve(lines.size());
  for (Line& line : lines) {
    page.blocks.push_back({line.role, line.span.range, std::move(line.reason)});
  }
  return page;
}

}  // namespace

Page understand(const Article& article, const PageRules& rules) {
  Page page = rules.judge_blocks ? judge_page(article, rules) : take_as_given(article);
  page.language = find_language_of(article, rules);
  return page;
}

}  // namespace dateline::article
