// How a segment lies on disk.  In: what a segment, an article has.  Out: names, bytes.
// Tested by tests/storage/segment_format_test.cpp.
#include "storage/segment_format.hpp"

#include <algorithm>

namespace dateline::storage {
namespace {

constexpr std::uint32_t kSign = 0x80000000U;

void append_day(std::string& out, int day) {
  const std::uint32_t bits = static_cast<std::uint32_t>(day) ^ kSign;
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>((bits >> shift) & 0xff);
}

}  // namespace

std::string segment_file(std::string_view id, std::string_view file) {
  return std::string(kSegments).append("/").append(id).append("/").append(file);
}

const FileEntry* find_part(const SegmentEntry& entry, std::string_view file) {
  const std::string name = segment_file(entry.id, file);
  const auto found = std::find_if(entry.files.begin(), entry.files.end(),
                                  [&](const FileEntry& each) { return each.name == name; });
  return found == entry.files.end() ? nullptr : &*found;
}

std::string encode_days(DayRange days) {
  std::string bytes;
  append_day(bytes, days.first);
  append_day(bytes, days.last);
  return bytes;
}

}  // namespace dateline::storage
