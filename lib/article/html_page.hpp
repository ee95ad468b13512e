// A web page as a reader sees it: its visible text in blocks, and what its head says.
// In: HTML as UTF-8, whole or broken.  Out: text, blocks, metadata.
// Method: libxml2's parser hands over tags and characters one by one; no tree is made, nothing is
// fetched, no entity but those of HTML is known.  What is nested deeper than kMaxDepth, or stands
// behind a tag of nonsense length, is left out.
// Tested by tests/article/html_page_test.cpp.
#pragma once

#include "article/html_elements.hpp"

#include <dateline/range.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::article {

inline constexpr std::size_t kMaxDepth = 256;           // elements
inline constexpr std::size_t kMaxMetaBytes = 1 << 20;   // of all that the head says
inline constexpr std::size_t kMaxPageBlocks = 100'000;  // what comes behind joins the last one

// A stretch of text that no other block interrupts.
struct HtmlBlock {
  Range range;                 // in HtmlPage::text
  std::size_t link_bytes = 0;  // of the text within links
  std::size_t story = 0;       // number of the innermost <article> or <main> around it; 0: none
  std::size_t furniture = 0;   // number of the outermost element that calls itself furniture
  Hint hint = Hint::kNone;
  bool heading = false;  // <h1>
};

struct HtmlPage {
  std::string text;  // the blocks, an empty line between each two
  std::vector<HtmlBlock> blocks;
  std::string title;                                      // <title>
  std::string language;                                   // <html lang>
  std::string address;                                    // <link rel="canonical">
  std::vector<std::pair<std::string, std::string>> meta;  // names in lower case
  std::vector<std::string> times;    // <time datetime>, in order, those of furniture left out
  std::vector<std::string> records;  // JSON-LD, as it stands
  bool cut = false;                  // a limit was reached
};

// False: the library was built without libxml2.
bool can_read_html();

// Throws Error(kInvalid) when it cannot.
HtmlPage read_html_page(std::string_view html);

}  // namespace dateline::article
