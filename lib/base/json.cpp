// JSON text to values and back, by nlohmann-json's event interface, so that keys keep their order.
// In: JSON text.  Out: base::Json.
// Tested by tests/base/json_test.cpp.
#include "base/json.hpp"

#include "base/flat_json.hpp"

#include <dateline/error.hpp>

#include <nlohmann/json.hpp>

#include <charconv>
#include <limits>
#include <string>
#include <unordered_map>
#include <utility>

namespace dateline::base {
namespace {

constexpr std::size_t kMaxDepth = 256;

// Builds the value from nlohmann's events; the innermost open array or object is the last of open_.
class Builder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;

  bool null() { return put(Json()); }
  bool boolean(bool value) { return put(Json(value)); }
  bool number_integer(number_integer_t value) { return put(Json(std::int64_t{value})); }
  bool number_unsigned(number_unsigned_t value) {
    if (value > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max())) {
      return put(Json(static_cast<double>(value)));
    }
    return put(Json(static_cast<std::int64_t>(value)));
  }
  bool number_float(number_float_t value, const std::string&) { return put(Json(value)); }
  bool string(std::string& value) { return put(Json(std::move(value))); }
  bool binary(nlohmann::json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(Json::Object()); }
  bool start_array(std::size_t) { return open(Json::Array()); }
  bool key(std::string& value) {
    open_.back().keys.push_back(std::move(value));
    return true;
  }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool parse_error(std::size_t at, const std::string&, const nlohmann::json::exception&) {
    error_at = at;
    return false;
  }

  Json result;
  std::size_t error_at = 0;
  bool too_deep = false;

 private:
  struct Open {
    bool is_object;
    std::vector<std::string> keys;
    Json::Array values;
  };

  template <class Container>
  bool open(Container) {
    if (open_.size() >= kMaxDepth) {
      too_deep = true;
      return false;
    }
    open_.push_back({std::is_same_v<Container, Json::Object>, {}, {}});
    return true;
  }

  bool close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    if (!done.is_object) return put(Json(std::move(done.values)));
    return put(Json(as_object(done)));
  }

  static Json::Object as_object(Open& done) {
    Json::Object object;
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < done.keys.size(); ++i) {
      const auto [place, is_new] = places.try_emplace(done.keys[i], object.size());
      if (is_new) {
        object.emplace_back(std::move(done.keys[i]), std::move(done.values[i]));
      } else {
        object[place->second].second = std::move(done.values[i]);
      }
    }
    return object;
  }

  bool put(Json value) {
    if (open_.empty()) {
      result = std::move(value);
    } else {
      open_.back().values.push_back(std::move(value));
    }
    return true;
  }

  std::vector<Open> open_;
};

nlohmann::ordered_json leaf(const Json& value) {
  if (const auto* text = value.string()) return *text;
  if (const auto* flag = value.boolean()) return *flag;
  if (const auto* whole = value.integer()) return *whole;
  if (const auto* number = value.real()) return *number;
  return nullptr;
}

void write(const nlohmann::ordered_json& value, std::string& out) {
  out += value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

// Only leaves become values of nlohmann's: its arrays and objects need memory to be destroyed, and
// end the program where there is none.
void write(const Json& value, std::string& out) {
  const char* between = "";
  if (const auto* array = value.array()) {
    out += '[';
    for (const Json& item : *array) {
      out += std::exchange(between, ",");
      write(item, out);
    }
    out += ']';
  } else if (const auto* object = value.object()) {
    out += '{';
    for (const auto& [key, item] : *object) {
      out += std::exchange(between, ",");
      write(nlohmann::ordered_json(key), out);
      out += ':';
      write(item, out);
    }
    out += '}';
  } else {
    write(leaf(value), out);
  }
}

// The code unit that is escaped at `at`, as in \u20AC; -1 when there is none.
int escaped_unit(std::string_view text, std::size_t at) {
  if (at > text.size() || !text.substr(at).starts_with("\\u")) return -1;
  const std::string_view digits = text.substr(at).substr(2, 4);
  int unit = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
  const bool whole = digits.size() == 4 && read.ptr == digits.data() + 4 && digits[0] != '-';
  return whole ? unit : -1;
}

bool is_between(int unit, int first, int last) {
  return unit >= first && unit <= last;
}

}  // namespace

const Json* Json::find(std::string_view key) const {
  const Object* entries = object();
  if (entries == nullptr) return nullptr;
  for (const auto& [name, value] : *entries) {
    if (name == key) return &value;
  }
  return nullptr;
}

void Json::append(std::string key, Json value) {
  if (object() == nullptr) value_ = Object();
  std::get<Object>(value_).emplace_back(std::move(key), std::move(value));
}

Json Json::parse(std::string_view text) {
  if (auto flat = read_flat_json(text)) return Json(std::move(*flat));
  Builder builder;
  if (nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) {
    return std::move(builder.result);
  }
  const std::string where = "at byte " + std::to_string(builder.error_at);
  throw Error(ErrorCode::kInvalid, "read JSON", "",
              builder.too_deep ? "it is nested too deeply" : "it is broken " + where);
}

std::string Json::mend_surrogates(std::string_view text, std::size_t& replaced) {
  std::string mended;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = text[at] != '\\' ? 1 : escaped_unit(text, at) < 0 ? 2 : 6;
    const bool high = is_between(escaped_unit(text, at), 0xD800, 0xDBFF);
    const bool low = is_between(escaped_unit(text, at), 0xDC00, 0xDFFF);
    const bool pair = high && is_between(escaped_unit(text, at + 6), 0xDC00, 0xDFFF);
    if ((high || low) && !pair) {
      mended += "\\uFFFD";
      ++replaced;
    } else {
      mended += text.substr(at, pair ? 12 : size);
    }
    at += pair ? 12 : size;
  }
  return mended;
}

std::string Json::dump() const {
  std::string out;
  write(*this, out);
  return out;
}

}  // namespace dateline::base
