// What the tests about web pages share.
#pragma once

#include "article/html_page.hpp"

#include <string>
#include <string_view>

namespace dateline::article {

// The blocks of a page with "|" between them.
inline std::string blocks_of(const HtmlPage& page) {
  std::string blocks;
  for (const HtmlBlock& block : page.blocks) {
    if (!blocks.empty()) blocks += '|';
    blocks += page.text.substr(block.range.begin, block.range.size());
  }
  return blocks;
}

// A paragraph of a story, number `n`.
inline std::string paragraph(int n) {
  return "<p>In the " + std::to_string(n) +
         ". year of the drought the farmers of the valley have been asking the council for water "
         "from the old canal, which has not been opened since the mill was closed.</p>\n";
}

inline std::string paragraphs(int count) {
  std::string text;
  for (int n = 1; n <= count; ++n) text += paragraph(n);
  return text;
}

}  // namespace dateline::article
