#include "reliability/disk.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace dateline::reliability {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSectors[] = {512, 4096};
constexpr std::size_t kMostSectors = 8;  // of a write that is torn

std::string parent_of(const std::string& path) {
  return path.substr(0, path.rfind('/'));
}

std::string disk_bytes(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void change(std::string& bytes, const Call& call, std::size_t size) {
  if (call.kind == Kind::kCut) {
    bytes.resize(call.offset);
    return;
  }
  if (bytes.size() < call.offset + size) bytes.resize(call.offset + size);
  std::copy_n(call.bytes.begin(), size, bytes.begin() + static_cast<std::ptrdiff_t>(call.offset));
}

}  // namespace

Disk::Disk(const fs::path& folder) : root_(folder.string()) {
  if (!fs::exists(folder)) return;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().string();
    if (entry.is_directory()) {
      synced_[path] = kFolder;
      continue;
    }
    struct stat status = {};
    ::stat(path.c_str(), &status);
    synced_[path] = numbers_[status.st_ino] = new_file(disk_bytes(path));
  }
  current_ = synced_;
}

std::size_t Disk::new_file(std::string bytes) {
  files_.push_back({std::move(bytes), {}});
  return files_.size() - 1;
}

// The folder itself is there for certain.
void Disk::change_names(const std::string& path, std::vector<Name> names) {
  if (path == root_) return;
  for (const auto& [name, file] : names) {
    if (file) {
      current_[name] = *file;
    } else {
      current_.erase(name);
    }
  }
  pending_[parent_of(path)].push_back(std::move(names));
}

void Disk::apply(const Call& call) {
  switch (call.kind) {
    case Kind::kCreate:
      numbers_[call.file] = new_file({});
      change_names(call.path, {{call.path, numbers_[call.file]}});
      break;
    case Kind::kFolder:
      change_names(call.path, {{call.path, kFolder}});
      break;
    case Kind::kRemove:
      change_names(call.path, {{call.path, std::nullopt}});
      break;
    case Kind::kRename:
      change_names(call.path, {{call.path, std::nullopt}, {call.to, current_.at(call.path)}});
      break;
    case Kind::kWrite:
    case Kind::kCut:
      files_[numbers_.at(call.file)].changes.push_back(call);
      break;
    case Kind::kSync: {
      File& file = files_[numbers_.at(call.file)];
      for (const Call& each : file.changes) change(file.synced, each, each.bytes.size());
      file.changes.clear();
      break;
    }
    case Kind::kSyncFolder:
      for (const auto& names : pending_[call.path]) {
        for (const auto& [name, file] : names) {
          synced_.erase(name);
          if (file) synced_[name] = *file;
        }
      }
      pending_[call.path].clear();
      break;
    case Kind::kTold:
      break;
  }
}

// All up to one of the changes, which is torn; or some of them; or all.
std::string Disk::found(const File& file, const Choose& choose) {
  std::string bytes = file.synced;
  const std::size_t count = file.changes.size();
  if (count > 1 && choose(2) == 0) {
    for (const Call& call : file.changes) {
      if (choose(2) == 0) change(bytes, call, call.bytes.size());
    }
    return bytes;
  }
  const std::size_t last = count == 0 ? 0 : choose(count + 1);
  for (std::size_t i = 0; i < last; ++i) {
    change(bytes, file.changes[i], file.changes[i].bytes.size());
  }
  if (last == count) return bytes;
  const Call& torn = file.changes[last];
  if (torn.kind == Kind::kCut) return bytes;
  const std::size_t sector = kSectors[choose(std::size(kSectors))];
  const std::size_t sectors = (torn.bytes.size() + sector - 1) / sector;  // the last may be a part
  change(bytes, torn,
         std::min(torn.bytes.size(), choose(std::min(kMostSectors, sectors)) * sector));
  return bytes;
}

Found Disk::lose_power(const Choose& choose) const {
  Names names = synced_;
  for (const auto& [parent, changes] : pending_) {
    const std::size_t last = changes.empty() ? 0 : choose(changes.size() + 1);
    for (std::size_t i = 0; i < last; ++i) {
      for (const auto& [name, file] : changes[i]) {
        names.erase(name);
        if (file) names[name] = *file;
      }
    }
  }
  Found all;
  for (const auto& [path, file] : names) {  // folders come before what is in them
    const std::string parent = parent_of(path);
    if (parent != root_ && !all.contains(parent.substr(root_.size() + 1))) continue;
    auto& bytes = all[path.substr(root_.size() + 1)];
    if (file != kFolder) bytes = found(files_[file], choose);
  }
  return all;
}

void write_found(const Found& found, const fs::path& folder) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  for (const auto& [path, bytes] : found) {
    if (bytes) {
      std::ofstream(folder / path, std::ios::binary) << *bytes;
    } else {
      fs::create_directory(folder / path);
    }
  }
}

}  // namespace dateline::reliability
