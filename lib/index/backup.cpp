// Copies a commit while its writer goes on.  In: an index, a folder.  Out: the folder, an index too.
// Files never change, so a name for the same bytes is a copy where both lie on one file system.
// Invariants: the folder holds a whole commit at any moment, after the first one is there.
// Tested by tests/index/backup_test.cpp.
#include "base/files.hpp"
#include "storage/damage.hpp"
#include "storage/manifest.hpp"

#include <dateline/error.hpp>
#include <dateline/index.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = std::size_t{1} << 20;
constexpr int kAttempts = 20;

std::vector<storage::FileEntry> files_of(const storage::Manifest& manifest) {
  std::vector<storage::FileEntry> entries = manifest.recipe;
  entries.insert(entries.end(), manifest.derived.begin(), manifest.derived.end());
  for (const auto& segment : manifest.segments) {
    entries.insert(entries.end(), segment.files.begin(), segment.files.end());
    if (segment.removed_file) entries.push_back(*segment.removed_file);
  }
  return entries;
}

// A commit with all its files open, so that none can go.
struct HeldCommit {
  storage::Manifest manifest;
  std::vector<storage::FileEntry> entries;
  std::vector<std::unique_ptr<base::ReadableFile>> open;
};

HeldCommit hold(base::FileSystem& files, const fs::path& index) {
  for (int attempt = 1;; ++attempt) {
    HeldCommit commit;
    commit.manifest = storage::load_manifest(files, index);
    commit.entries = files_of(commit.manifest);
    try {
      for (const auto& entry : commit.entries)
        commit.open.push_back(files.open(index / entry.name));
      return commit;
    } catch (const Error& error) {
      const auto newest = storage::load_manifest(files, index).generation;
      if (newest == commit.manifest.generation || attempt == kAttempts) throw;
    }
  }
}

class Backup {
 public:
  Backup(base::FileSystem& files, const fs::path& index, const fs::path& to)
      : files_(files), index_(index), to_(to) {}

  BackupReport run() {
    const HeldCommit commit = hold(files_, index_);
    files_.create_folder(to_);
    lock_ = files_.try_lock(to_ / "lock");
    if (lock_ == nullptr) {
      throw Error(ErrorCode::kLocked, "back up to", to_.native(), "another process is writing it");
    }
    read_earlier(commit);
    for (std::size_t i = 0; i < commit.entries.size(); ++i) {
      take(*commit.open[i], commit.entries[i]);
    }
    for (const fs::path& folder : folders_) files_.sync_folder(folder);
    if (commit.manifest.generation != generation_) {
      storage::publish_manifest(files_, to_, commit.manifest);
    }
    storage::collect_garbage(files_, to_);
    return report_;
  }

 private:
  [[noreturn]] void refuse(std::string_view why) const {
    throw Error(ErrorCode::kExists, "back up to", to_.native(), why, "choose another folder");
  }

  // What an earlier backup brought.
  void read_earlier(const HeldCommit& commit) {
    const auto is_ours = [](const std::string& name) {
      return name == "segments" || name == "derived" || name == "lock" || name == "recipe" ||
             name.ends_with(".tmp");
    };
    const auto names = files_.list(to_);
    if (std::all_of(names.begin(), names.end(), is_ours)) return;
    const storage::Manifest earlier = [&] {
      try {
        return storage::load_manifest(files_, to_);
      } catch (const Error& error) {
        if (error.code() != ErrorCode::kNotFound) throw;
        refuse("there are other files");
      }
    }();
    generation_ = earlier.generation;
    for (auto& entry : files_of(earlier)) earlier_.emplace(entry.name, std::move(entry));
    if (generation_ > commit.manifest.generation) refuse("there is a newer index");
    for (const auto& entry : commit.entries) {
      const auto found = earlier_.find(entry.name);
      if (found != earlier_.end() && found->second != entry) refuse("there is another index");
    }
  }

  void take(const base::ReadableFile& file, const storage::FileEntry& entry) {
    const fs::path to = to_ / entry.name;
    ++report_.files;
    report_.bytes += entry.size;
    if (earlier_.contains(entry.name) && files_.exists(to)) return;
    make_folders(to);
    files_.remove_all(to);  // what a backup that broke off left
    if (files_.link(index_ / entry.name, to)) {
      ++report_.linked;
    } else {
      copy(file, entry, to);
      ++report_.copied;
    }
  }

  void copy(const base::ReadableFile& file, const storage::FileEntry& entry, const fs::path& to) {
    if (const auto damage = storage::find_damage(file, entry)) {
      storage::fail_damaged(index_ / entry.name, *damage);
    }
    const auto copied = files_.create(to);
    for (std::uint64_t at = 0; at < entry.size; at += kPiece) copied->append(file.read(at, kPiece));
    copied->sync();
    copied->close();
  }

  void make_folders(const fs::path& file) {
    files_.create_folder(file.parent_path());
    for (fs::path folder = file.parent_path(); folder != to_; folder = folder.parent_path()) {
      folders_.insert(folder);
    }
    folders_.insert(to_);
  }

  base::FileSystem& files_;
  const fs::path& index_;
  const fs::path& to_;
  std::unique_ptr<base::FileLock> lock_;
  std::uint64_t generation_ = 0;  // of the earlier backup; 0: none
  std::map<std::string, storage::FileEntry> earlier_;
  std::set<fs::path> folders_;  // with new names in them
  BackupReport report_;
};

}  // namespace

BackupReport backup_index(const std::filesystem::path& path, const std::filesystem::path& to) {
  return Backup(base::system_files(), path, to.lexically_normal()).run();
}

}  // namespace dateline
