// Cuts an article into passages.  In: article and page.  Out: passages with their words.
// Tested by tests/article/passages_test.cpp.
#include "article/passages.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace dateline::article {
namespace {

constexpr int kLeadBlocks = 2;

Field field_of(Role role) {
  switch (role) {
    case Role::kTitle:
      return Field::kTitle;
    case Role::kCaption:
      return Field::kCaption;
    case Role::kJunk:
    case Role::kSource:
      return Field::kJunk;
    default:
      return Field::kBody;
  }
}

Passage cut(Field field, std::string_view text, Range range, text::WordBreaker& breaker) {
  Passage passage{field, text, range, {}, 0, false};
  breaker.find(text.substr(range.begin, range.size()), passage.words);
  for (Range& word : passage.words) {
    word.begin += range.begin;
    word.end += range.begin;
  }
  passage.shouting = is_shouting(passage);
  return passage;
}

// The lead as it is read from passage to passage.
class Lead {
 public:
  std::size_t take(std::size_t words) {
    if (blocks_++ >= kLeadBlocks) return 0;
    const std::size_t taken = std::min(left_, words);
    left_ -= taken;
    return taken;
  }

 private:
  int blocks_ = 0;
  std::size_t left_ = kLeadWords;
};

}  // namespace

bool is_shouting(const Passage& passage) {
  int upper = 0;
  for (const Range word : passage.words) {
    for (const char c : passage.text.substr(word.begin, word.size())) {
      if (base::is_ascii_lower(c) || static_cast<unsigned char>(c) >= 0x80) return false;
      if (base::is_ascii_upper(c)) ++upper;
    }
  }
  return upper > 0 && passage.words.size() > 1;
}

std::vector<Passage> passages(const Article& article, const Page& page,
                              text::WordBreaker& breaker) {
  std::vector<Passage> result;
  if (article.title && !(page.title && page.title->range)) {
    result.push_back(cut(Field::kTitle, *article.title, {0, article.title->size()}, breaker));
  }
  Lead lead;
  for (const Block& block : page.blocks) {
    result.push_back(cut(field_of(block.role), article.text, block.range, breaker));
    Passage& passage = result.back();
    if (block.role == Role::kBody) passage.lead_words = lead.take(passage.words.size());
  }
  return result;
}

}  // namespace dateline::article
