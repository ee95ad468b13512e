// Copies what stands between quotes and backslashes as a whole.  In: JSON text.  Out: an object.
// Source: RFC 8259, sections 4 and 7.
// Tested by tests/base/flat_json_test.cpp.
#include "base/flat_json.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <utility>

namespace dateline::base {
namespace {

constexpr std::size_t kMaxKeys = 32;  // each is compared with all before it

// The high bit of each byte that is below `limit` <= 128; false alarms only above a true one.
std::uint64_t below(std::uint64_t word, std::uint64_t limit) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  return (word - kOnes * limit) & ~word & kOnes << 7;
}

std::uint64_t equal(std::uint64_t word, char c) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  return below(word ^ kOnes * static_cast<unsigned char>(c), 1);
}

bool is_special(char c) {
  return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

// The first quote, backslash or control character at or behind `at`, or the end.
std::size_t find_special(std::string_view text, std::size_t at) {
  static_assert(std::endian::native == std::endian::little);
  for (std::uint64_t word; at + sizeof word <= text.size(); at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    const std::uint64_t found = equal(word, '"') | equal(word, '\\') | below(word, 0x20);
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found)) / 8;
  }
  while (at < text.size() && !is_special(text[at])) ++at;
  return at;
}

class Flat {
 public:
  explicit Flat(std::string_view text) : text_(text) {}

  bool read(Json::Object& object) {
    if (!take('{')) return false;
    if (take('}')) return at_end();
    do {
      std::string key;
      Json value;
      if (!read_string(key) || !take(':') || !read_value(value)) return false;
      if (object.size() == kMaxKeys || has(object, key)) return false;
      object.emplace_back(std::move(key), std::move(value));
    } while (take(','));
    return take('}') && at_end();
  }

 private:
  static bool has(const Json::Object& object, std::string_view key) {
    return std::any_of(object.begin(), object.end(),
                       [key](const auto& entry) { return entry.first == key; });
  }

  bool at_end() {
    skip_space();
    return at_ == text_.size();
  }

  void skip_space() {
    constexpr std::string_view kSpace = " \t\r\n";
    while (at_ < text_.size() && kSpace.find(text_[at_]) != std::string_view::npos) ++at_;
  }

  bool take(char c) {
    skip_space();
    const bool there = at_ < text_.size() && text_[at_] == c;
    at_ += there ? 1 : 0;
    return there;
  }

  bool read_value(Json& value) {
    std::string text;
    Json::Array list;
    if (!take('[')) {
      if (!read_string(text)) return false;
      value = Json(std::move(text));
      return true;
    }
    if (!take(']')) {
      do {
        if (!read_string(text)) return false;
        list.push_back(Json(std::exchange(text, {})));
      } while (take(','));
      if (!take(']')) return false;
    }
    value = Json(std::move(list));
    return true;
  }

  bool read_string(std::string& out) {
    if (!take('"')) return false;
    for (;;) {
      const std::size_t end = find_special(text_, at_);
      out.append(text_, at_, end - at_);
      if (end == text_.size() || (text_[end] != '"' && text_[end] != '\\')) return false;
      at_ = end + 1;
      if (text_[end] == '"') return true;
      if (!read_escape(out)) return false;
    }
  }

  bool read_escape(std::string& out) {
    constexpr std::string_view kNames = "\"\\/bfnrt";
    constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
    if (at_ == text_.size()) return false;
    const char name = text_[at_++];
    if (name == 'u') return read_code_point(out);
    const std::size_t place = kNames.find(name);
    if (place == std::string_view::npos) return false;
    out += kMeant[place];
    return true;
  }

  bool read_code_point(std::string& out) {
    std::uint32_t unit = 0;
    if (!read_unit(unit) || (unit >= 0xDC00 && unit < 0xE000)) return false;
    if (unit >= 0xD800 && unit < 0xDC00) {
      std::uint32_t low = 0;
      if (text_.substr(at_, 2) != "\\u") return false;
      at_ += 2;
      if (!read_unit(low) || low < 0xDC00 || low >= 0xE000) return false;
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
    append_utf8(out, unit);
    return true;
  }

  bool read_unit(std::uint32_t& unit) {
    const std::string_view digits = text_.substr(at_, 4);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
    at_ += digits.size();
    return digits.size() == 4 && read.ptr == digits.data() + 4;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Json::Object> read_flat_json(std::string_view text) {
  Json::Object object;
  if (!Flat(text).read(object) || !is_utf8(text)) return std::nullopt;
  return object;
}

}  // namespace dateline::base
