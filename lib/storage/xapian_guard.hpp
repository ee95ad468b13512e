// The border to Xapian, whose errors are no std::exception.
// In: a call into Xapian.  Out: its result, or Error(kCorrupt, kIo or kInternal).
// Tested by tests/storage/xapian_guard_test.cpp.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string_view>

namespace dateline::storage {

[[noreturn]] void fail_xapian(const Xapian::Error& error, std::string_view action,
                              const std::filesystem::path& path);

template <class Call>
decltype(auto) guarded(std::string_view action, const std::filesystem::path& path, Call&& call) {
  try {
    return call();
  } catch (const Xapian::Error& error) {
    fail_xapian(error, action, path);
  }
}

}  // namespace dateline::storage
