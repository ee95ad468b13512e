// A file system that does what the system's own does; tests change one thing of it.
#pragma once

#include "base/files.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace dateline::storage {

class ForwardingFiles : public base::FileSystem {
 public:
  using Path = std::filesystem::path;

  std::unique_ptr<base::ReadableFile> open(const Path& path) override { return real().open(path); }
  std::unique_ptr<base::WritableFile> create(const Path& path) override {
    return real().create(path);
  }
  std::unique_ptr<base::FileLock> try_lock(const Path& path) override {
    return real().try_lock(path);
  }
  bool exists(const Path& path) override { return real().exists(path); }
  bool is_folder(const Path& path) override { return real().is_folder(path); }
  std::vector<std::string> list(const Path& folder) override { return real().list(folder); }
  void create_folder(const Path& folder) override { real().create_folder(folder); }
  bool link(const Path& file, const Path& name) override { return real().link(file, name); }
  bool is_own(const Path& path) override { return real().is_own(path); }
  void rename(const Path& from, const Path& to) override { real().rename(from, to); }
  void remove_all(const Path& path) override { real().remove_all(path); }
  void sync_file(const Path& path) override { real().sync_file(path); }
  void sync_folder(const Path& folder) override { real().sync_folder(folder); }

  static base::FileSystem& real() { return base::system_files(); }
};

}  // namespace dateline::storage
