// Bytes to UTF-8.  In: a file's bytes.  Out: well-formed UTF-8 and what it was.
// Method: byte-order mark; valid UTF-8; else ICU's charset detector.  NUL bytes become U+FFFD.
// What holds many control characters is no text.
// Tested by tests/text/encoding_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::text {

struct Decoded {
  std::string text;
  std::string encoding;      // "UTF-8", "windows-1251", ...
  std::size_t replaced = 0;  // ill-formed parts and NUL bytes that became U+FFFD
  bool is_text = true;       // false: `text` is empty, the bytes are a picture, a program, ...
};

// `declared`: what the text calls its encoding, where it does; it counts where there is no mark and
// the bytes are not valid UTF-8.
Decoded decode(std::string bytes, std::string_view declared = {});

}  // namespace dateline::text
