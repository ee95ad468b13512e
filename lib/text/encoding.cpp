// Bytes to UTF-8.  In: a file's bytes.  Out: well-formed UTF-8 and what it was.
// Method: byte-order mark; UTF-8, with faults when there are few of them beside its characters
// beyond ASCII; else ICU's charset detector over the first 64 KiB; windows-1252 where that is at a
// loss.  NUL bytes become U+FFFD.
// Tested by tests/text/encoding_test.cpp.
#include "text/encoding.hpp"

#include "base/utf8.hpp"
#include "text/icu.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <limits>
#include <memory>

namespace dateline::text {
namespace {

constexpr std::string_view kUtf8 = "UTF-8";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Mark {
  std::string_view bytes;
  std::string_view encoding;
};

// The longer mark first: that of UTF-32LE begins like that of UTF-16LE.
constexpr Mark kMarks[] = {{{"\xEF\xBB\xBF", 3}, kUtf8},
                           {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                           {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                           {{"\xFF\xFE", 2}, "UTF-16LE"},
                           {{"\xFE\xFF", 2}, "UTF-16BE"}};

// True when at most one in five of the characters beyond ASCII is ill-formed (but one may always
// be, such as a cut end).  Other encodings look like UTF-8 in one pair of bytes in ten.
bool is_mostly_utf8(std::string_view bytes) {
  if (base::is_utf8(bytes)) return true;
  std::size_t faults = 0;
  const std::string repaired = base::repair_utf8(bytes, faults);
  const auto leads =
      static_cast<std::size_t>(std::count_if(repaired.begin(), repaired.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0xC0;
      }));
  return faults <= (leads - faults + 4) / 5;
}

// What ICU makes of the bytes; "" when it is at a loss.
std::string detected(std::string_view bytes) {
  constexpr std::size_t kMostBytes = 65536;
  constexpr std::int32_t kLeast = 11;  // what it gives to anything that is not impossible: 10
  constexpr std::int32_t kLeastOfUtf16 = 50;  // without a mark it sees Latin text only
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  check(status, "open the charset detector");
  ucsdet_setText(detector.get(), bytes.data(),
                 static_cast<std::int32_t>(std::min(bytes.size(), kMostBytes)), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (status == U_INVALID_CHAR_FOUND) return {};  // nothing fits at all
  check(status, "detect a charset");
  for (std::int32_t i = 0; i < count; ++i) {
    std::string name = ucsdet_getName(matches[i], &status);
    const std::int32_t confidence = ucsdet_getConfidence(matches[i], &status);
    if (name.starts_with("IBM")) continue;  // EBCDIC, which no article is in
    if (confidence >= (name.starts_with("UTF-") ? kLeastOfUtf16 : kLeast)) return name;
  }
  return {};
}

// The name as ICU knows it; "" when it knows none, or one whose text would not be ASCII's kin.
std::string known_encoding(std::string_view declared) {
  if (declared.empty() || declared.starts_with("utf")) return {};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(std::string(declared).c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return {};
  // What pages call Latin-1 is windows-1252 (WHATWG Encoding Standard, section 4.2).
  const std::string name = ucnv_getName(converter.get(), &status);
  return name == "ISO-8859-1" || name == "US-ASCII" ? "windows-1252" : name;
}

std::string guess_encoding(std::string_view bytes, std::string_view declared) {
  if (!base::is_utf8(bytes)) {
    if (std::string name = known_encoding(declared); !name.empty()) return name;
  }
  const bool is_utf8 = is_mostly_utf8(bytes);
  if (is_utf8 && bytes.find('\0') == bytes.npos) return std::string(kUtf8);
  const std::string name = detected(bytes);
  if (is_utf8) return name.starts_with("UTF-") ? name : std::string(kUtf8);
  return name.empty() || name == kUtf8 ? "windows-1252" : name;
}

// Writes U+FFFD for what the converter cannot read, and counts.
// NOLINTNEXTLINE(readability-function-size): the parameters are those of ICU's callbacks.
void replace_and_count(const void* replaced, UConverterToUnicodeArgs* args, const char*,
                       std::int32_t, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  ++*static_cast<std::size_t*>(const_cast<void*>(replaced));
  constexpr UChar kCharacter = 0xFFFD;
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(args, &kCharacter, 1, 0, status);
}

std::string converted(std::string_view bytes, const std::string& encoding, std::size_t& replaced) {
  constexpr std::size_t kMostUtf8PerByte = 3;
  if (bytes.size() > std::numeric_limits<std::int32_t>::max() / kMostUtf8PerByte) {
    throw Error(ErrorCode::kLimit, "decode text", encoding, "it is over 682 MiB", "split it");
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(encoding.c_str(), &status), &ucnv_close);
  check(status, "open a converter");
  ucnv_setToUCallBack(converter.get(), replace_and_count, &replaced, nullptr, nullptr, &status);
  std::string text(bytes.size() * kMostUtf8PerByte, '\0');
  const std::int32_t size = ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), text.data(),
                                               static_cast<std::int32_t>(text.size()), bytes.data(),
                                               static_cast<std::int32_t>(bytes.size()), &status);
  check(status, "decode text");
  text.resize(static_cast<std::size_t>(size));
  return text;
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  constexpr unsigned char kEscape = 0x1B;  // of encodings that switch between character sets
  return byte == 0x7F || (byte < ' ' && !(byte >= '\t' && byte <= '\r') && byte != kEscape);
}

// True when more than one in 50 of the first bytes are control characters, but a few always may be;
// three in five where characters have two bytes, four in five where they have four.
bool is_binary(std::string_view bytes, std::string_view encoding) {
  constexpr std::size_t kLooked = 65536;
  constexpr std::size_t kAllowed = 8;
  bytes = bytes.substr(0, kLooked);
  const auto count =
      static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_control));
  const std::size_t of50 = encoding.starts_with("UTF-16")   ? 30
                           : encoding.starts_with("UTF-32") ? 40
                                                            : 1;
  return count > kAllowed && count * 50 > bytes.size() * of50;
}

void replace_nul(Decoded& decoded) {
  const auto count = std::count(decoded.text.begin(), decoded.text.end(), '\0');
  if (count == 0) return;
  std::string text;
  text.reserve(decoded.text.size() + 2 * static_cast<std::size_t>(count));
  for (const char c : decoded.text) {
    if (c == '\0') {
      text += kReplacement;
    } else {
      text += c;
    }
  }
  decoded.text = std::move(text);
  decoded.replaced += static_cast<std::size_t>(count);
}

}  // namespace

Decoded decode(std::string bytes, std::string_view declared) {
  Decoded decoded;
  const auto* mark = std::find_if(std::begin(kMarks), std::end(kMarks),
                                  [&](const Mark& m) { return bytes.starts_with(m.bytes); });
  if (mark != std::end(kMarks)) bytes.erase(0, mark->bytes.size());
  decoded.encoding = mark != std::end(kMarks) ? mark->encoding : guess_encoding(bytes, declared);
  if (is_binary(bytes, decoded.encoding)) {
    decoded.is_text = false;
    return decoded;
  }
  if (decoded.encoding != kUtf8) {
    decoded.text = converted(bytes, decoded.encoding, decoded.replaced);
  } else if (base::is_utf8(bytes)) {
    decoded.text = std::move(bytes);
  } else {
    decoded.text = base::repair_utf8(bytes, decoded.replaced);
  }
  replace_nul(decoded);
  return decoded;
}

}  // namespace dateline::text
