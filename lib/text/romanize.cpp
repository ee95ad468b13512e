// Names by ICU's transliterators.  In: UTF-8.  Out: ASCII, lower case.
// Tested by tests/text/romanize_test.cpp.
#include "text/romanize.hpp"

#include "base/utf8.hpp"
#include "text/icu.hpp"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

namespace dateline::text {
namespace {

std::unique_ptr<icu::Transliterator> make_transliterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> result(
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  check(status, "load ICU's transliterators");
  return result;
}

}  // namespace

std::string romanize(std::string_view name) {
  if (base::is_ascii(name)) return base::ascii_lower(name);
  thread_local const std::unique_ptr<icu::Transliterator> transliterator = make_transliterator();
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  transliterator->transliterate(text);
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace dateline::text
