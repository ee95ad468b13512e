// Builds a page from the tags and characters of a web page, as its parser hands them over.
// In: tags, characters.  Out: the page's text in blocks, and what its head says.
// Tested by tests/article/html_builder_test.cpp.
#pragma once

#include "article/html_page.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::article {

using Attributes = std::vector<std::pair<std::string_view, std::string_view>>;

class HtmlBuilder {
 public:
  explicit HtmlBuilder(HtmlPage& page) : page_(page), open_(1) {}

  // False: too deep.
  bool start(std::string_view name, const Attributes& attributes);
  void end(std::string_view name);
  void text(std::string_view text);
  void finish() { end_block(); }

 private:
  struct Element {
    ElementKind kind = ElementKind::kInline;
    Hint hint = Hint::kNone;
    bool hidden = false;
    bool link = false;
    bool heading = false;
    std::size_t story = 0;
    std::size_t furniture = 0;
  };

  Element inside(std::string_view name, const Attributes& attributes);
  void see_head(std::string_view name, const Attributes& attributes, const Element& element);
  void see_meta(const Attributes& attributes);
  bool fits(std::size_t bytes);
  void add(char c);
  void begin_block(const Element& element);
  void end_line();
  void end_block();

  HtmlPage& page_;
  HtmlBlock block_;
  std::vector<Element> open_;
  std::string* target_ = nullptr;  // where characters go instead of the text
  std::size_t numbers_ = 0;
  std::size_t meta_bytes_ = 0;
  std::size_t hinted_ = 0;  // bytes of the block under a hint
  bool in_block_ = false;
  bool blank_ = false;   // white space was seen
  bool broken_ = false;  // the last that was seen was <br>
};

}  // namespace dateline::article
