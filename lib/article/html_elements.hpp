// What the elements of a web page are to a reader.  In: names and attributes.  Out: kinds and hints.
// Method: the vocabulary of HTML 5, and the words that sites name their parts by ("share", "caption").
// Tested by tests/article/html_elements_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::article {

enum class ElementKind : std::uint8_t {
  kInline,
  kBlock,
  kHeading,  // <h1>
  kBreak,    // <br>
  kHidden    // a script, a form's field, a drawing: nothing of it is read
};
ElementKind element_kind(std::string_view name);

// What the markup says about the text in an element.
enum class Hint : std::uint8_t { kNone, kFurniture, kCaption, kByline, kDateline };

// Of an element that says so by its name: <nav>, <figcaption>, <time>.
Hint hint_of_name(std::string_view name);
// Of the values of `class`, `id`, `role`, `rel` and `itemprop`: "article__share-tools".
Hint hint_of_label(std::string_view label);

// Holds a story, if it is not one of several teasers: <article>, <main>.
bool holds_story(std::string_view name);

}  // namespace dateline::article
