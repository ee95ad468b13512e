// Reads web pages.  In: HTML.  Out: text, blocks, metadata.
// Tested by tests/article/html_page_test.cpp.
#include "article/html_page.hpp"

#include "article/html_builder.hpp"
#include "article/html_source.hpp"

#include <dateline/error.hpp>

#include <limits>
#include <memory>
#include <new>

#ifdef DATELINE_HAVE_LIBXML2
#include <libxml/HTMLparser.h>
#endif

namespace dateline::article {
namespace {

#ifdef DATELINE_HAVE_LIBXML2

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// What libxml2 calls; an exception must not pass through it.
struct Parsing {
  HtmlBuilder builder;
  Attributes attributes;  // of the last tag
  xmlParserCtxtPtr context = nullptr;
  bool cut = false;
  bool failed = false;

  template <class F>
  void guard(F step) noexcept {
    try {
      step();
    } catch (...) {
      failed = true;
      xmlStopParser(context);
    }
  }
};

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
  auto& parsing = *static_cast<Parsing*>(user);
  parsing.guard([&] {
    parsing.attributes.clear();
    for (; attributes != nullptr && *attributes != nullptr; attributes += 2) {
      parsing.attributes.emplace_back(view(attributes[0]), view(attributes[1]));
    }
    if (parsing.builder.start(view(name), parsing.attributes)) return;
    parsing.cut = true;
    xmlStopParser(parsing.context);
  });
}

void on_end(void* user, const xmlChar* name) {
  auto& parsing = *static_cast<Parsing*>(user);
  parsing.guard([&] { parsing.builder.end(view(name)); });
}

void on_text(void* user, const xmlChar* text, int size) {
  auto& parsing = *static_cast<Parsing*>(user);
  parsing.guard([&] {
    parsing.builder.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
  });
}

void parse(std::string_view html, HtmlPage& page) {
  static const bool ready = (xmlInitParser(), true);
  static_cast<void>(ready);
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(htmlNewParserCtxt(),
                                                                               &htmlFreeParserCtxt);
  if (context == nullptr) throw std::bad_alloc();
  Parsing parsing{HtmlBuilder(page), {}, context.get()};
  *context->sax = {};
  context->sax->startElement = on_start;
  context->sax->endElement = on_end;
  context->sax->characters = on_text;
  context->sax->ignorableWhitespace = on_text;
  context->sax->cdataBlock = on_text;
  context->userData = &parsing;
  htmlCtxtReadMemory(context.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                         HTML_PARSE_NONET | HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
  if (parsing.failed) throw std::bad_alloc();
  parsing.builder.finish();
  page.cut |= parsing.cut;
}

#endif

}  // namespace

#ifdef DATELINE_HAVE_LIBXML2
bool can_read_html() {
  return true;
}
#else
bool can_read_html() {
  return false;
}
#endif

HtmlPage read_html_page(std::string_view html) {
  HtmlPage page;
  const std::string_view safe = safe_part(html);
  page.cut = safe.size() < html.size();
  if (safe.size() > std::numeric_limits<int>::max()) {
    throw Error(ErrorCode::kLimit, "read a web page", "", "it is over 2 GiB");
  }
#ifdef DATELINE_HAVE_LIBXML2
  parse(safe, page);
#else
  throw Error(ErrorCode::kInvalid, "read a web page", "",
              "this build of the library has no libxml2",
              "build it where libxml2-dev is installed");
#endif
  return page;
}

}  // namespace dateline::article
