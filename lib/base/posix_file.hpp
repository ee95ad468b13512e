// Open files of the operating system.  In: paths.  Out: handles, or Error(kIo or kNotFound).
// Invariants: a call that a signal interrupts is made again, except a sync; a descriptor is never
// handed on to a program that is started.
// Tested by tests/base/posix_file_test.cpp.
#pragma once

#include "base/files.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::base {

std::unique_ptr<ReadableFile> open_readable(const std::filesystem::path& path);
// The same, but what is mapped otherwise is read into memory.
std::unique_ptr<ReadableFile> open_unmapped(const std::filesystem::path& path);
std::unique_ptr<WritableFile> create_writable(const std::filesystem::path& path);
// nullptr when somebody else holds it.
std::unique_ptr<FileLock> lock_file(const std::filesystem::path& path);
// The names in a folder, sorted.  (libstdc++'s directory_iterator ends the program where memory is out.)
std::vector<std::string> list_folder(const std::filesystem::path& path);
// A second name for a file; false where the file system cannot.
bool link_file(const std::filesystem::path& file, const std::filesystem::path& name);
// Whether it belongs to the user of this process, or to root.
bool is_own_path(const std::filesystem::path& path);
// A file or a folder.
void sync_path(const std::filesystem::path& path);

// `error` is a value of errno.
[[noreturn]] void fail_with(int error, std::string_view action, const std::filesystem::path& path);

}  // namespace dateline::base
