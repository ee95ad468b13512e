// What a web page states about its article in its head: title, date, source, address, authors.
// In: a page.  Out: the values it gives, absent where it gives none.
// Method: JSON-LD of schema.org, then Open Graph and other <meta>, then <h1>, <time> and <title>.
// Tested by tests/article/html_facts_test.cpp.
#pragma once

#include "article/html_page.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dateline::article {

struct HtmlFacts {
  std::optional<std::string> title;
  std::optional<std::string> date;
  std::optional<std::string> source;
  std::optional<std::string> url;
  std::optional<std::string> language;
  std::vector<std::string> authors;
};

HtmlFacts find_facts(const HtmlPage& page);

}  // namespace dateline::article
