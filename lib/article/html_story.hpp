// Tells the story of a web page from what stands around it.  In: the page's blocks.  Out: roles of
// those that the markup and the look of the page explain; the rest is left to the reading of its lines.
// Method: a block is long text, links, or short.  The story is the <article> or <main> that holds most
// of the long text, or the stretch with most of it; what lies outside is furniture, as are links and
// what calls itself so within.  After Kohlschuetter, Fankhauser and Nejdl, "Boilerplate Detection using
// Shallow Text Features", 2010, section 4 (length and link density), and jusText (function words).
// Tested by tests/article/html_story_test.cpp.
#pragma once

#include "article/html_page.hpp"

#include <dateline/article.hpp>

#include <vector>

namespace dateline::article {

std::vector<Block> judge_story(const HtmlPage& page);

}  // namespace dateline::article
