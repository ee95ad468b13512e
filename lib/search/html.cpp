// Snippets as HTML.  In: a snippet.  Out: text in which only the marks are markup.
// Tested by tests/search/html_test.cpp.
#include <dateline/results.hpp>

#include <algorithm>
#include <string_view>

namespace dateline {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
}

}  // namespace

std::string to_html(const Snippet& snippet) {
  std::string out;
  const std::string_view text = snippet.text;
  std::size_t done = 0;
  for (const Range mark : snippet.marks) {
    const auto place = [&](std::size_t at) {
      return std::clamp(std::max(at, snippet.range.begin) - snippet.range.begin, done, text.size());
    };
    const std::size_t begin = place(mark.begin);
    append_escaped(out, text.substr(done, begin - done));
    done = begin;
    const std::size_t end = place(mark.end);
    if (end == begin) continue;
    out += "<mark>";
    append_escaped(out, text.substr(begin, end - begin));
    out += "</mark>";
    done = end;
  }
  append_escaped(out, text.substr(done));
  return out;
}

}  // namespace dateline
