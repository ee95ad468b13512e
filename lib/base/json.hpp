// JSON values.  In: JSON text.  Out: values that remember the order of their keys.
// The one user of nlohmann-json is json.cpp.
// Tested by tests/base/json_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace dateline::base {

class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::vector<std::pair<std::string, Json>>;  // in the order of the text

  Json() = default;
  Json(bool value) : value_(value) {}                      // NOLINT(google-explicit-constructor)
  Json(double value) : value_(value) {}                    // NOLINT(google-explicit-constructor)
  Json(std::int64_t value) : value_(value) {}              // NOLINT(google-explicit-constructor)
  Json(std::string value) : value_(std::move(value)) {}    // NOLINT(google-explicit-constructor)
  Json(const char* value) : value_(std::string(value)) {}  // NOLINT(google-explicit-constructor)
  Json(Array value) : value_(std::move(value)) {}          // NOLINT(google-explicit-constructor)
  Json(Object value) : value_(std::move(value)) {}         // NOLINT(google-explicit-constructor)

  bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  const bool* boolean() const { return std::get_if<bool>(&value_); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value_); }
  const std::string* string() const { return std::get_if<std::string>(&value_); }
  const Array* array() const { return std::get_if<Array>(&value_); }
  const Object* object() const { return std::get_if<Object>(&value_); }
  // A number, whole or not.
  const double* real() const { return std::get_if<double>(&value_); }

  // The value of a key, or nullptr when this is no object or has no such key.
  const Json* find(std::string_view key) const;

  // Adds a key to an object; what is no object becomes one.
  void append(std::string key, Json value);

  // Throws Error(kInvalid) that says where and why; duplicate keys: the last one counts.
  static Json parse(std::string_view text);
  // One line, UTF-8 as it is.
  std::string dump() const;

  // The text with U+FFFD for each half of a surrogate pair that is escaped alone, and their number.
  static std::string mend_surrogates(std::string_view text, std::size_t& replaced);

  friend bool operator==(const Json&, const Json&) = default;

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> value_;
};

}  // namespace dateline::base
