// Files of articles: whatever is in them, the parts that are found lie within the text.
#include "article/html.hpp"
#include "article/html_source.hpp"
#include "article/page.hpp"
#include "article/passages.hpp"
#include "article/record.hpp"
#include "base/utf8.hpp"
#include "fuzz/targets.hpp"
#include "index/sample.hpp"
#include "recipe/data.hpp"
#include "text/encoding.hpp"

#include <unistd.h>

#include <filesystem>
#include <stdexcept>

namespace dateline::fuzz {
namespace {

namespace fs = std::filesystem;

article::PageRules sample_rules() {
  const fs::path folder =
      fs::temp_directory_path() / ("dateline_fuzz_articles_" + std::to_string(::getpid()));
  const Recipe recipe = Recipe::load(write_recipe(folder / "recipe"));
  fs::remove_all(folder);
  return recipe.data().pages();
}

void understand(const Article& article) {
  static const article::PageRules rules = sample_rules();
  require(base::is_utf8(article.text), "a text is UTF-8");
  const Page page = article::understand(article, rules);
  std::size_t end = 0;
  for (const Block& block : page.blocks) {
    require(block.range.begin >= end && block.range.begin < block.range.end, "blocks are in order");
    end = block.range.end;
  }
  require(end <= article.text.size(), "blocks lie within the text");
  for (const MentionedDate& date : page.dates) {
    require(date.range.end <= article.text.size(), "dates lie within the text");
  }
}

// As files are read (article/read.cpp).
void read_file(std::string_view bytes, bool is_page) {
  text::Decoded decoded =
      text::decode(std::string(bytes), is_page ? article::declared_encoding(bytes) : "");
  if (!decoded.is_text) return;
  Article article;
  if (is_page) {
    article = article::read_html(decoded.text).article;
  } else {
    article.text = std::move(decoded.text);
  }
  article.id = "a";
  if (article::is_usable(article, [](std::string) {})) understand(article);
}

}  // namespace

void page(std::string_view bytes) {
  read_file(bytes, false);
}

void html(std::string_view bytes) {
  read_file(bytes, true);
}

void json(std::string_view bytes) {
  const auto article = article::read_record(bytes, "file.jsonl:1", [](std::string) {});
  if (!article) return;
  require(!article->id.empty() && article->id.size() <= article::kMaxId, "an id is one");
  understand(*article);
}

}  // namespace dateline::fuzz
