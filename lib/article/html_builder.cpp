// Builds a page from tags and characters.  In: tags, characters.  Out: text, blocks, metadata.
// Tested by tests/article/html_builder_test.cpp.
#include "article/html_builder.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace dateline::article {
namespace {

constexpr std::size_t kEntry = 64;  // bytes that an entry of a list takes besides its text

bool has(const Attributes& attributes, std::string_view name) {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const auto& attribute) { return attribute.first == name; });
}

std::string_view value_of(const Attributes& attributes, std::string_view name) {
  for (const auto& [key, value] : attributes) {
    if (key == name) return value;
  }
  return {};
}

bool parts(ElementKind kind) {
  return kind == ElementKind::kBlock || kind == ElementKind::kHeading;
}

bool is_hidden(const Attributes& attributes) {
  const std::string style = base::ascii_lower(value_of(attributes, "style"));
  return has(attributes, "hidden") || value_of(attributes, "aria-hidden") == "true" ||
         style.find("display:none") != style.npos || style.find("display: none") != style.npos;
}

Hint hint_of(std::string_view name, const Attributes& attributes) {
  const Hint by_name = hint_of_name(name);
  if (by_name != Hint::kNone || name == "html" || name == "body" || holds_story(name)) {
    return by_name;
  }
  Hint hint = Hint::kNone;
  for (const std::string_view label : {"class", "id", "role", "rel", "itemprop"}) {
    const Hint next = hint_of_label(value_of(attributes, label));
    if (next == Hint::kFurniture) return next;
    if (hint == Hint::kNone) hint = next;
  }
  return hint;
}

}  // namespace

bool HtmlBuilder::start(std::string_view name, const Attributes& attributes) {
  if (open_.size() > kMaxDepth) return false;
  Element element = open_.back();
  element.kind = element_kind(name);
  element.hidden |= element.kind == ElementKind::kHidden || is_hidden(attributes);
  element.link |= name == "a";
  if (holds_story(name)) element.story = ++numbers_;
  const Hint hint = hint_of(name, attributes);
  if (hint == Hint::kFurniture && element.furniture == 0) element.furniture = ++numbers_;
  if (hint != Hint::kNone && element.hint != Hint::kFurniture) element.hint = hint;
  if (parts(element.kind)) end_block();
  element.heading |= element.kind == ElementKind::kHeading;
  see_head(name, attributes, element);
  if (element.kind == ElementKind::kBreak) end_line();
  open_.push_back(element);
  return true;
}

void HtmlBuilder::end(std::string_view name) {
  if (open_.size() == 1) return;
  if (parts(open_.back().kind)) end_block();
  open_.pop_back();
  if (name == "title" || name == "script") target_ = nullptr;
}

void HtmlBuilder::text(std::string_view text) {
  if (target_ != nullptr) {
    if (fits(text.size())) target_->append(text);
    return;
  }
  if (open_.back().hidden) return;
  for (const char c : text) {
    base::is_ascii_space(c) ? void(blank_ = true) : add(c);
  }
}

void HtmlBuilder::see_head(std::string_view name, const Attributes& attributes,
                           const Element& element) {
  const auto set = [&](std::string& value, std::string_view text) {
    if (value.empty() && fits(text.size())) value = text;
  };
  if (name == "title" && page_.title.empty() && page_.blocks.empty()) {
    target_ = &page_.title;
  } else if (name == "script" && value_of(attributes, "type") == "application/ld+json" &&
             fits(kEntry)) {
    target_ = &page_.records.emplace_back();
  } else if (name == "html") {
    set(page_.language, value_of(attributes, "lang"));
  } else if (name == "link" && value_of(attributes, "rel") == "canonical") {
    set(page_.address, value_of(attributes, "href"));
  } else if (name == "time" && element.furniture == 0) {
    const std::string_view time = value_of(attributes, "datetime");
    if (!time.empty() && fits(time.size() + kEntry)) page_.times.emplace_back(time);
  } else if (name == "meta") {
    see_meta(attributes);
  }
}

void HtmlBuilder::see_meta(const Attributes& attributes) {
  const std::string_view content = value_of(attributes, "content");
  for (const std::string_view kind : {"property", "name", "itemprop"}) {
    const std::string_view name = value_of(attributes, kind);
    if (name.empty() || content.empty()) continue;
    if (fits(name.size() + content.size() + kEntry)) {
      page_.meta.emplace_back(base::ascii_lower(name), content);
    }
    return;
  }
}

bool HtmlBuilder::fits(std::size_t bytes) {
  if (meta_bytes_ + bytes > kMaxMetaBytes) return false;
  meta_bytes_ += bytes;
  return true;
}

void HtmlBuilder::add(char c) {
  const Element& element = open_.back();
  if (!in_block_) {
    begin_block(element);
  } else if (blank_ && page_.text.back() != '\n') {
    page_.text += ' ';
  }
  blank_ = broken_ = false;
  page_.text += c;
  if (element.link) ++block_.link_bytes;
  block_.heading |= element.heading;
  if (element.hint != Hint::kNone) ++hinted_;
}

void HtmlBuilder::begin_block(const Element& element) {
  if (page_.blocks.size() >= kMaxPageBlocks && !page_.blocks.empty()) {
    block_ = page_.blocks.back();
    page_.blocks.pop_back();
    page_.text += '\n';
    page_.cut = true;
  } else {
    if (!page_.text.empty()) page_.text += "\n\n";
    block_ = {};
    block_.range.begin = page_.text.size();
    block_.story = element.story;
    block_.furniture = element.furniture;
    block_.hint = element.hint;
  }
  in_block_ = true;
  hinted_ = 0;
}

void HtmlBuilder::end_line() {
  if (!in_block_) return;
  if (block_.heading) {  // a title is one line
    blank_ = true;
    return;
  }
  if (broken_) return end_block();
  page_.text += '\n';
  broken_ = true;
}

void HtmlBuilder::end_block() {
  blank_ = broken_ = false;
  if (!in_block_) return;
  in_block_ = false;
  while (page_.text.back() == '\n') page_.text.pop_back();
  block_.range.end = page_.text.size();
  const auto begin = page_.text.begin() + static_cast<std::ptrdiff_t>(block_.range.begin);
  const auto blanks = std::count_if(begin, page_.text.end(), base::is_ascii_space);
  if (hinted_ + static_cast<std::size_t>(blanks) < block_.range.size()) block_.hint = Hint::kNone;
  if (block_.hint != Hint::kFurniture) block_.furniture = 0;
  page_.blocks.push_back(block_);
}

}  // namespace dateline::article
