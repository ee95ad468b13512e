// How a segment lies on disk: names of files, values as bytes.
// In: what an article has.  Out: bytes, and the way back.
// Tested by tests/storage/segment_format_test.cpp.
#include "storage/segment_format.hpp"

#include "base/bytes.hpp"
#include "storage/damage.hpp"

namespace dateline::storage {
namespace {

constexpr std::uint32_t kSign = 0x80000000U;

void append_day(std::string& out, int day) {
  const std::uint32_t bits = static_cast<std::uint32_t>(day) ^ kSign;
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>((bits >> shift) & 0xff);
}

int read_day(std::string_view bytes) {
  std::uint32_t bits = 0;
  for (const char c : bytes) bits = bits << 8 | static_cast<unsigned char>(c);
  return static_cast<int>(bits ^ kSign);
}

}  // namespace

std::string segment_file(std::string_view id, std::string_view file) {
  return std::string(kSegments).append("/").append(id).append("/").append(file);
}

std::string encode_days(DayRange days) {
  std::string bytes;
  append_day(bytes, days.first);
  append_day(bytes, days.last);
  return bytes;
}

std::optional<DayRange> decode_days(std::string_view bytes, const std::filesystem::path& path) {
  if (bytes.empty()) return std::nullopt;
  if (bytes.size() != 8) fail_damaged(path, "a date in it has the wrong size");
  return DayRange{read_day(bytes.substr(0, 4)), read_day(bytes.substr(4))};
}

std::string encode_values(const std::vector<std::string>& values) {
  base::ByteWriter out;
  for (const std::string& value : values) out.string(value);
  return out.take();
}

std::vector<std::string> decode_values(std::string_view bytes, const std::filesystem::path& path) {
  std::vector<std::string> values;
  const std::string name = path.native();
  for (base::ByteReader reader(bytes, name); !reader.done();) values.emplace_back(reader.string());
  return values;
}

}  // namespace dateline::storage
