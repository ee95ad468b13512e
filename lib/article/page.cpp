// Sees an article as a careful reader does.  In: article, rules.  Out: judgements and blocks.
// Method: each line is seen alone (line.hpp), then by its neighbours (roles.hpp); what the lines
// state is weighed last (facts.hpp), since a caption's date is none of the article's.
// Tested by tests/article/page_test.cpp.
#include "article/page.hpp"

#include "article/blocks.hpp"
#include "article/facts.hpp"
#include "article/line.hpp"
#include "article/roles.hpp"
#include "article/spoken_dates.hpp"
#include "article/words_of.hpp"

#include <iterator>
#include <utility>

namespace dateline::article {
namespace {

// Finds what the markup says about parts of the text that are asked for in order.
class Marks {
 public:
  explicit Marks(const std::vector<Block>& marked) : marked_(marked) {}
  const Block* of(Range range) {
    while (at_ < marked_.size() && marked_[at_].range.end <= range.begin) ++at_;
    return at_ < marked_.size() && marked_[at_].range.contains(range) ? &marked_[at_] : nullptr;
  }

 private:
  const std::vector<Block>& marked_;
  std::size_t at_ = 0;
};

Page take_as_given(const Article& article) {
  Page page;
  if (article.title) {
    std::string title = one_line(*article.title);
    if (!title.empty()) page.title = {std::move(title), "given", std::nullopt};
  }
  page.date = given_date(article);
  page.source = given_source(article);
  std::size_t begin = 0;
  const auto add_body = [&](std::size_t end) {
    const Range text = trim(article.text, {begin, end});
    if (!text.empty()) page.blocks.push_back({Role::kBody, text, "the text is taken as it is"});
  };
  for (const Block& block : article.marked) {
    add_body(block.range.begin);
    page.blocks.push_back(block);
    begin = block.range.end;
  }
  add_body(article.text.size());
  return page;
}

// The lines as blocks, and the furniture between them.
std::vector<Block> merged(std::vector<Line>& lines, std::vector<Block> furniture) {
  std::vector<Block> blocks;
  blocks.reserve(lines.size() + furniture.size());
  auto next = furniture.begin();
  for (Line& line : lines) {
    for (; next != furniture.end() && next->range.begin < line.span.range.begin; ++next) {
      blocks.push_back(std::move(*next));
    }
    blocks.push_back({line.role, line.span.range, std::move(line.reason)});
  }
  blocks.insert(blocks.end(), std::make_move_iterator(next),
                std::make_move_iterator(furniture.end()));
  return blocks;
}

// Finds and notes the lines that recur.  What states a fact about the article is none.
class Recurring {
 public:
  Recurring(const Article& article, Habits* habits) : habits_(habits) {
    if (habits_ == nullptr) return;
    habits_->publisher = publisher_of(article);
    habits_->lines.clear();
    if (habits_->known != nullptr) known_ = habits_->known->of(habits_->publisher);
  }

  void see(Line& line) {
    const bool states = line.name != Name::kNone || line.dateline != DatelineKind::kNone;
    if (habits_ == nullptr || !line.is_body() || line.words == 0 || states) return;
    habits_->lines.push_back({line.words_hash, line.words});
    if (known_ == nullptr) return;
    if (const auto found = known_->find(line.words_hash); found != known_->end()) {
      judge(line, Role::kJunk, reason(found->second));
    }
  }

 private:
  std::string reason(Recurrence recurrence) const {
    const std::string& publisher = habits_->publisher;
    return "stands in " + std::to_string(recurrence.articles) + " of " +
           std::to_string(recurrence.of) + " articles of " +
           (publisher.empty() ? "no named source" : publisher);
  }

  Habits* habits_;
  const Boilerplate::Lines* known_ = nullptr;
};

Page judge_page(const Article& article, const PageRules& rules, Habits* habits) {
  std::vector<Line> lines;
  std::vector<Token> tokens;
  Stated stated;
  Marks marks(article.marked);
  Recurring recurring(article, habits);
  std::vector<Block> furniture;  // of a web page: no neighbour of the story's lines
  for (const Span& span : split_blocks(article.text)) {
    const Block* mark = marks.of(span.range);
    if (mark != nullptr && mark->role == Role::kJunk) {
      furniture.push_back({mark->role, span.range, mark->reason});
      continue;
    }
    lines.push_back(look(article.text, span, lines.size(), rules, tokens, stated));
    if (mark != nullptr) judge(lines.back(), mark->role, mark->reason);
    recurring.see(lines.back());
  }
  Page page;
  page.title =
      judge_lines(article.text, lines,
                  article.title ? std::optional<std::string_view>(*article.title) : std::nullopt);
  page.date = find_date_of(article, lines, stated);
  page.source = find_source_of(article, lines, stated);
  page.dates = resolve_dates(page.date, lines, stated);
  page.blocks = merged(lines, std::move(furniture));
  return page;
}

}  // namespace

Page understand(const Article& article, const PageRules& rules, Habits* habits) {
  Page page = rules.judge_blocks ? judge_page(article, rules, habits) : take_as_given(article);
  page.language = find_language_of(article, rules);
  return page;
}

}  // namespace dateline::article
