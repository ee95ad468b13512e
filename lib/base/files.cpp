// The system's own files, and what every file system can do with its parts.
// In: paths.  Out: bytes, or Error(kIo or kNotFound) that names the path.
// Tested by tests/base/files_test.cpp.
#include "base/files.hpp"

#include "base/posix_file.hpp"

#include <algorithm>
#include <system_error>

namespace dateline::base {
namespace {

namespace fs = std::filesystem;

void check(const std::error_code& error, std::string_view action, const fs::path& path) {
  if (error) fail_with(error.value(), action, path);
}

fs::file_type type_of(const fs::path& path) {
  std::error_code error;
  const fs::file_type type = fs::status(path, error).type();
  if (type != fs::file_type::not_found) check(error, "look for", path);
  return type;
}

class SystemFiles : public FileSystem {
 public:
  using Open = std::unique_ptr<ReadableFile> (*)(const fs::path&);
  explicit SystemFiles(Open how) : open_(how) {}

  std::unique_ptr<ReadableFile> open(const fs::path& path) override { return open_(path); }

  std::unique_ptr<WritableFile> create(const fs::path& path) override {
    return create_writable(path);
  }

  std::unique_ptr<FileLock> try_lock(const fs::path& path) override { return lock_file(path); }

  bool exists(const fs::path& path) override { return type_of(path) != fs::file_type::not_found; }

  bool is_folder(const fs::path& path) override {
    return type_of(path) == fs::file_type::directory;
  }

  std::vector<std::string> list(const fs::path& folder) override { return list_folder(folder); }

  void create_folder(const fs::path& folder) override {
    std::error_code error;
    fs::create_directories(folder, error);
    check(error, "create folder", folder);
  }

  bool link(const fs::path& file, const fs::path& name) override { return link_file(file, name); }

  bool is_own(const fs::path& path) override { return is_own_path(path); }

  void rename(const fs::path& from, const fs::path& to) override {
    std::error_code error;
    fs::rename(from, to, error);
    check(error, "rename", from);
  }

  void remove_all(const fs::path& path) override {
    std::error_code error;
    fs::remove_all(path, error);
    check(error, "remove", path);
  }

  void sync_file(const fs::path& path) override { sync_path(path); }

  void sync_folder(const fs::path& folder) override { sync_path(folder); }

 private:
  Open open_;
};

}  // namespace

std::string FileSystem::read_all(const fs::path& path) {
  const auto file = open(path);
  return file->read(0, static_cast<std::size_t>(file->size()));
}

void FileSystem::write_all(const fs::path& path, std::string_view bytes) {
  const auto file = create(path);
  file->append(bytes);
  file->sync();
  file->close();
}

FileSystem& system_files() {
  static SystemFiles files(open_readable);
  return files;
}

FileSystem& unmapped_files() {
  static SystemFiles files(open_unmapped);
  return files;
}

}  // namespace dateline::base
