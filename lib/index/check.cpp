// Compares an index with its checksums.  In: its folder.  Out: what is damaged.
// Tested by tests/index/check_test.cpp.
#include "base/files.hpp"
#include "storage/manifest.hpp"

#include <dateline/error.hpp>
#include <dateline/index.hpp>

namespace dateline {
namespace {

class Checker {
 public:
  explicit Checker(const std::filesystem::path& path) : path_(path) {}

  CheckReport run() {
    try {
      const storage::Manifest manifest = storage::load_manifest(files_, path_);
      for (const auto& file : manifest.recipe) check(file);
      for (const auto& segment : manifest.segments) check(segment);
      for (const auto& file : manifest.derived) check(file);
      report_.segments = manifest.segments.size();
    } catch (const Error& error) {
      const bool headless = error.code() == ErrorCode::kNotFound && has_segments();
      if (error.code() != ErrorCode::kCorrupt && !headless) throw;
      damaged(path_.string(), headless ? "segments lie here, but no manifest says which belong to "
                                         "the index; restore it or build it anew"
                                       : error.what());
    }
    return std::move(report_);
  }

 private:
  bool has_segments() const {
    const auto folder = path_ / "segments";
    return files_.exists(folder) && files_.is_folder(folder) && !files_.list(folder).empty();
  }

  void check(const storage::SegmentEntry& segment) {
    report_.articles += segment.articles - segment.removed;
    for (const auto& file : segment.files) check(file);
    if (segment.removed_file) check(*segment.removed_file);
  }

  void check(const storage::FileEntry& file) {
    ++report_.files;
    report_.bytes += file.size;
    try {
      if (auto damage = storage::find_damage(files_, path_, file)) damaged(file.name, *damage);
    } catch (const Error& error) {
      damaged(file.name, error.what());  // it cannot be read
    }
  }

  void damaged(const std::string& where, const std::string& text) {
    report_.ok = false;
    report_.damage.push_back({where, text});
  }

  base::FileSystem& files_ = base::system_files();
  const std::filesystem::path& path_;
  CheckReport report_;
};

}  // namespace

CheckReport check_index(const std::filesystem::path& path) {
  return Checker(path).run();
}

}  // namespace dateline
