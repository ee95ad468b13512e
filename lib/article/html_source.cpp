// Looks at a web page before it is parsed.  In: HTML.  Out: what is safe to parse, its encoding.
// Tested by tests/article/html_source_test.cpp.
#include "article/html_source.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace dateline::article {
namespace {

// Finds `word` from `at` on, capitals or not; the end when it is not there.
std::size_t find_word(std::string_view html, std::string_view word, std::size_t at) {
  for (; at + word.size() <= html.size(); ++at) {
    at = html.find(word.front(), at);
    if (at == html.npos) break;
    if (base::ascii_lower(html.substr(at, word.size())) == word) return at;
  }
  return html.size();
}

// Behind the tag that begins at `at`, or npos when it is of nonsense length: reading its attributes
// takes the square of their number.
std::size_t behind_tag(std::string_view html, std::size_t at) {
  const std::size_t begin = at;
  std::size_t quoted = 0;
  char last = 0;  // of what is not blank
  for (; at < html.size() && html[at] != '>'; ++at) {
    if (at - begin - quoted > kMaxTag) return html.npos;
    const bool quote = (html[at] == '"' || html[at] == '\'') && last == '=';
    if (!base::is_ascii_space(html[at])) last = html[at];
    if (!quote) continue;
    const std::size_t end = std::min(html.find(html[at], at + 1), html.size() - 1);
    quoted += end - at;
    at = end;
  }
  return at;
}

}  // namespace

std::string_view safe_part(std::string_view html) {
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
    if (html.substr(at, 4) == "<!--") {
      at = std::min(html.find("-->", at), html.size());
      continue;
    }
    const char next = at + 1 < html.size() ? html[at + 1] : ' ';
    if (!base::is_ascii_alpha(next) && next != '/') {
      ++at;
      continue;
    }
    const std::string name = base::ascii_lower(html.substr(at, 7));
    const std::size_t end = behind_tag(html, at);
    if (end == html.npos) return html.substr(0, at);
    at = end;
    if (name == "<script") at = find_word(html, "</script", at);
    if (name.starts_with("<style")) at = find_word(html, "</style", at);
  }
  return html;
}

std::string declared_encoding(std::string_view html) {
  constexpr std::size_t kHead = 4096;  // bytes; HTML asks for it in the first 1,024
  html = html.substr(0, kHead);
  std::size_t at = find_word(html, "charset", 0);
  if (at == html.size()) return {};
  at = html.find_first_not_of(" =\"'", at + std::string_view("charset").size());
  if (at == html.npos) return {};
  const std::size_t end = std::min(html.find_first_of(" \"'/;>", at), html.size());
  constexpr std::size_t kLongest = 40;
  return end - at > kLongest ? std::string() : base::ascii_lower(html.substr(at, end - at));
}

}  // namespace dateline::article
