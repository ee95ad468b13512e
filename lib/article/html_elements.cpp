// What the elements of a web page are to a reader.  In: names and attributes.  Out: kinds and hints.
// Tested by tests/article/html_elements_test.cpp.
#include "article/html_elements.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <string>

namespace dateline::article {
namespace {

// Names in lists of words with blanks around each.
bool is_among(std::string_view list, std::string_view word) {
  const std::size_t at = word.empty() ? list.npos : list.find(word);
  for (std::size_t i = at; i != list.npos; i = list.find(word, i + 1)) {
    if (list[i - 1] == ' ' && list[i + word.size()] == ' ') return true;
  }
  return false;
}

constexpr std::string_view kBlocks =
    " address article aside blockquote body caption center dd details dir div dl dt fieldset "
    "figcaption figure footer form h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre "
    "section summary table tbody td tfoot th thead tr ul button label ";
constexpr std::string_view kHidden =
    " applet audio canvas datalist embed frame frameset iframe input map math meter noembed "
    "noframes noscript object optgroup option progress script select style svg template textarea "
    "title "
    "video ";

constexpr std::string_view kFurniture =
    " ad ads advert advertisement banner breadcrumb breadcrumbs comments complementary consent "
    "contentinfo cookie cookies disqus footer gdpr masthead menu modal nav navbar navigation "
    "newsletter outbrain overlay paywall popup promo promotion recirc recommended related search "
    "share sharing sidebar skip social sponsored subscribe subscription taboola toolbar trending ";
constexpr std::string_view kCaptions = " caption captions credit credits cutline photocredit ";
constexpr std::string_view kBylines = " author authors byline ";
constexpr std::string_view kDatelines = " dateline datepublished pubdate timestamp ";

Hint hint_of_word(std::string_view word) {
  if (is_among(kFurniture, word)) return Hint::kFurniture;
  if (is_among(kCaptions, word)) return Hint::kCaption;
  if (is_among(kBylines, word)) return Hint::kByline;
  return is_among(kDatelines, word) ? Hint::kDateline : Hint::kNone;
}

}  // namespace

ElementKind element_kind(std::string_view name) {
  if (name == "h1") return ElementKind::kHeading;
  if (name == "br") return ElementKind::kBreak;
  if (is_among(kHidden, name)) return ElementKind::kHidden;
  return is_among(kBlocks, name) ? ElementKind::kBlock : ElementKind::kInline;
}

Hint hint_of_name(std::string_view name) {
  if (is_among(" nav footer aside menu button label dialog ", name)) return Hint::kFurniture;
  if (name == "figcaption") return Hint::kCaption;
  return name == "time" ? Hint::kDateline : Hint::kNone;
}

Hint hint_of_label(std::string_view label) {
  std::string word;
  Hint first = Hint::kNone;
  for (std::size_t at = 0; at <= label.size(); ++at) {
    const char c = at < label.size() ? label[at] : ' ';
    const bool part = base::is_ascii_alpha(c);
    const bool hump =
        part && base::is_ascii_upper(c) && at > 0 && base::is_ascii_lower(label[at - 1]);
    if (!part || hump) {
      const Hint hint = hint_of_word(word);
      if (hint == Hint::kFurniture) return hint;
      if (first == Hint::kNone) first = hint;
      word.clear();
    }
    if (part) word += base::ascii_lower(std::string_view(&c, 1));
  }
  return first;
}

bool holds_story(std::string_view name) {
  return name == "article" || name == "main";
}

}  // namespace dateline::article
