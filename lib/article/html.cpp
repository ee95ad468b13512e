// A web page as an article.  In: HTML.  Out: text, facts, and the parts told apart.
// Tested by tests/article/html_test.cpp.
#include "article/html.hpp"

#include "article/html_facts.hpp"
#include "article/html_page.hpp"
#include "article/html_story.hpp"
#include "article/words_of.hpp"

#include <algorithm>
#include <utility>

namespace dateline::article {
namespace {

// The heading that is the title.
const HtmlBlock* find_title(const HtmlPage& page, const std::optional<std::string>& title) {
  if (!title) return nullptr;
  const auto found =
      std::find_if(page.blocks.begin(), page.blocks.end(), [&](const HtmlBlock& block) {
        return block.heading && block.hint != Hint::kFurniture &&
               one_line(std::string_view(page.text).substr(block.range.begin,
                                                           block.range.size())) == *title;
      });
  return found == page.blocks.end() ? nullptr : &*found;
}

void mark_title(Article& article, Range range) {
  std::erase_if(article.marked, [&](const Block& block) { return block.range == range; });
  const auto behind =
      std::find_if(article.marked.begin(), article.marked.end(),
                   [&](const Block& block) { return block.range.begin > range.begin; });
  article.marked.insert(behind, {Role::kTitle, range, "the heading of the web page"});
}

}  // namespace

WebPage read_html(std::string_view html) {
  HtmlPage page = read_html_page(html);
  HtmlFacts facts = find_facts(page);
  WebPage result;
  result.cut = page.cut;
  Article& article = result.article;
  article.marked = judge_story(page);
  if (const HtmlBlock* title = find_title(page, facts.title)) {
    mark_title(article, title->range);
  } else {
    article.title = std::move(facts.title);
  }
  article.text = std::move(page.text);
  article.date = std::move(facts.date);
  article.source = std::move(facts.source);
  article.url = std::move(facts.url);
  article.language = std::move(facts.language);
  article.authors = std::move(facts.authors);
  return result;
}

}  // namespace dateline::article
