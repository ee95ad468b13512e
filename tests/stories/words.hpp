// Articles as words, for tests of stories: one passage for each, in a field of its own.
#pragma once

#include "actors/catalog.hpp"
#include "analysis/analyzer.hpp"
#include "article/passages.hpp"

#include <string>
#include <vector>

namespace dateline::stories {

// An analysed article; blocks are titles ("T "), captions ("C "), junk ("J ") or bodies.
class Words {
 public:
  explicit Words(std::vector<std::string> blocks) : blocks_(std::move(blocks)), analyzer_(rules_) {
    text::WordBreaker breaker;
    for (const std::string& block : blocks_) {
      article::Passage passage;
      const std::size_t skip = block.size() > 1 && block[1] == ' ' ? 2 : 0;
      if (skip > 0 && block[0] == 'T') passage.field = Field::kTitle;
      if (skip > 0 && block[0] == 'C') passage.field = Field::kCaption;
      if (skip > 0 && block[0] == 'J') passage.field = Field::kJunk;
      passage.text = std::string_view(block).substr(passage.field == Field::kBody ? 0 : skip);
      passage.range = {0, passage.text.size()};
      breaker.find(passage.text, passage.words);
      passages_.push_back(std::move(passage));
    }
    analysis_ = analyzer_.analyze(passages_, "en", {}, catalog_);
  }
  Words(const Words&) = delete;

  const std::vector<analysis::Token>& tokens() const { return analysis_.tokens; }

 private:
  std::vector<std::string> blocks_;
  analysis::Rules rules_;
  analysis::Analyzer analyzer_;
  actors::Catalog catalog_;
  std::vector<article::Passage> passages_;
  analysis::Analysis analysis_;
};

// `count` words that no other call with another seed gives, parted by blanks.
inline std::string made_up(unsigned seed, unsigned count) {
  std::string text;
  for (unsigned i = 0; i < count; ++i) {
    text += "word" + std::to_string(seed) + "x" + std::to_string(i) + " ";
  }
  return text;
}

}  // namespace dateline::stories
