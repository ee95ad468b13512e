// A web page as an article.  In: the bytes of a file.  Out: text, facts, and the parts told apart.
// Tested by tests/article/html_test.cpp.
#pragma once

#include <dateline/article.hpp>

#include <string_view>

namespace dateline::article {

// Without id.  `cut`: a part behind a limit was left out.
struct WebPage {
  Article article;
  bool cut = false;
};

// Throws Error(kInvalid) when the library was built without libxml2.
WebPage read_html(std::string_view html);

}  // namespace dateline::article
