// Tells the story of a web page from what stands around it.  In: blocks.  Out: roles.
// Tested by tests/article/html_story_test.cpp.
#include "article/html_story.hpp"

#include "article/blocks.hpp"
#include "article/words_of.hpp"
#include "text/function_words.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace dateline::article {
namespace {

constexpr std::size_t kLong = 70;         // characters of a block that is text
constexpr std::size_t kLongAlone = 25;    // the same where a character is a word
constexpr std::size_t kEnough = 160;      // characters of text that needs no function words
constexpr std::size_t kMaxGap = 12;       // blocks without text within a story
constexpr std::size_t kMaxByline = 160;   // bytes
constexpr std::size_t kMaxCaption = 800;  // bytes
constexpr std::size_t kAbove = 16;  // blocks above the text in which the heading is looked for

struct Stretch {
  std::size_t first = 0;
  std::size_t last = 0;  // blocks [first, last)
  std::size_t text = 0;  // bytes of long text
};

class Story {
 public:
  explicit Story(const HtmlPage& page) : page_(page), long_(page.blocks.size()) {
    for (std::size_t i = 0; i < long_.size(); ++i) {
      long_[i] = is_long(page_.blocks[i]);
      if (long_[i]) all_ += page_.blocks[i].range.size();
    }
    weigh_furniture();
  }

  std::vector<Block> judge() {
    Stretch story = longest(best_element());
    if (story.text == 0) story = longest(0);
    if (story.text == 0) story = {0, page_.blocks.size(), 0};
    story.first = heading_above(story.first);
    std::vector<Block> marked;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const HtmlBlock& block = page_.blocks[i];
      if (i < story.first || i >= story.last) {
        marked.push_back({Role::kJunk, block.range, "outside the story of the web page"});
      } else if (auto role = inside(block, long_[i])) {
        marked.push_back({role->role, block.range, std::move(role->reason)});
      }
    }
    return marked;
  }

 private:
  std::string_view view(const HtmlBlock& block) const {
    return std::string_view(page_.text).substr(block.range.begin, block.range.size());
  }

  // Half of it in links is a menu or a teaser.
  static bool is_linked(const HtmlBlock& block) {
    return block.link_bytes * 2 > block.range.size();
  }

  bool is_long(const HtmlBlock& block) const {
    if (is_linked(block) || block.hint == Hint::kCaption) return false;
    const std::string_view text = view(block);
    const std::size_t characters = count_characters(text);
    const bool dense = text.size() > characters * 2;  // scripts whose characters are words
    if (characters < (dense ? kLongAlone : kLong)) return false;
    if (characters >= kEnough || ends_closed(page_.text, block.range)) return true;
    return text::count_function_words(text).own >= 2;
  }

  // What holds most of the text is no furniture, whatever its name: "page-with-sidebar".
  void weigh_furniture() {
    std::map<std::size_t, std::size_t> bytes;
    for (std::size_t i = 0; i < long_.size(); ++i) {
      const HtmlBlock& block = page_.blocks[i];
      if (long_[i] && block.furniture != 0) bytes[block.furniture] += block.range.size();
    }
    for (const auto& [number, size] : bytes) {
      if (size * 5 > all_ * 2) wrapper_ = number;
    }
    for (std::size_t i = 0; i < long_.size(); ++i) {
      if (is_furniture(page_.blocks[i])) long_[i] = false;
    }
  }

  bool is_furniture(const HtmlBlock& block) const {
    return block.furniture != 0 && block.furniture != wrapper_;
  }

  // The <article> or <main> that holds most of the text; 0 when none holds half of it.
  std::size_t best_element() const {
    std::map<std::size_t, std::size_t> bytes;
    for (std::size_t i = 0; i < long_.size(); ++i) {
      if (long_[i]) bytes[page_.blocks[i].story] += page_.blocks[i].range.size();
    }
    const auto best =
        std::max_element(bytes.begin(), bytes.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == bytes.end() || best->second * 2 < all_ ? 0 : best->first;
  }

  // The stretch with most of the text; `element`: only blocks of that element count, and gaps do not.
  Stretch longest(std::size_t element) const {
    Stretch best, now;
    for (std::size_t i = 0; i < long_.size(); ++i) {
      const bool counts = long_[i] && (element == 0 || page_.blocks[i].story == element);
      if (!counts) continue;
      if (now.text > 0 && element == 0 && i - now.last > kMaxGap) now = {};
      if (now.text == 0) now.first = i;
      now.last = i + 1;
      now.text += page_.blocks[i].range.size();
      if (now.text > best.text) best = now;
    }
    if (element != 0) widen(best, element);
    return best;
  }

  // Captions and short lines of the same element belong to it.
  void widen(Stretch& stretch, std::size_t element) const {
    if (stretch.text == 0) return;
    const auto belongs = [&](std::size_t i) { return page_.blocks[i].story == element; };
    while (stretch.first > 0 && belongs(stretch.first - 1)) --stretch.first;
    while (stretch.last < long_.size() && belongs(stretch.last)) ++stretch.last;
  }

  std::size_t heading_above(std::size_t first) const {
    for (std::size_t i = first; i-- > 0 && first - i <= kAbove;) {
      if (page_.blocks[i].heading && !is_furniture(page_.blocks[i])) return i;
    }
    return first;
  }

  std::optional<Block> inside(const HtmlBlock& block, bool is_text) const {
    const auto role = [](Role value, const char* reason) { return Block{value, {}, reason}; };
    if (is_furniture(block)) return role(Role::kJunk, "furniture by the web page's own names");
    if (block.hint == Hint::kCaption && block.range.size() <= kMaxCaption) {
      return role(Role::kCaption, "caption by the web page's own names");
    }
    if (block.hint == Hint::kByline && block.range.size() <= kMaxByline) {
      return role(Role::kByline, "names the author, by the web page's own names");
    }
    if (block.hint == Hint::kDateline && block.range.size() <= kMaxByline) {
      return role(Role::kDateline, "a time, by the web page's own names");
    }
    if (!is_text && !block.heading && is_linked(block)) return role(Role::kJunk, "mostly links");
    return std::nullopt;
  }

  const HtmlPage& page_;
  std::vector<bool> long_;   // of each block: it is text of some length
  std::size_t all_ = 0;      // bytes of it
  std::size_t wrapper_ = 0;  // the element that is no furniture though its name says so
};

}  // namespace

std::vector<Block> judge_story(const HtmlPage& page) {
  return Story(page).judge();
}

}  // namespace dateline::article
