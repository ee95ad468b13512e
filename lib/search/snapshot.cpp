// Opens a commit whole.  In: a folder.  Out: a snapshot.
// Tested by tests/search/searcher_test.cpp.
#include "search/snapshot.hpp"

#include "storage/damage.hpp"
#include "storage/derived.hpp"
#include "storage/seal.hpp"

#include <dateline/error.hpp>

#include <new>
#include <set>

namespace dateline::search {
namespace {

constexpr std::size_t kMaxLanguages = 200;
constexpr int kAttempts = 1000;                   // each of them behind a commit of somebody else
constexpr std::size_t kMostTermBytes = 16 << 20;  // what an idle analyzer may hold on to

// Opens the segment, all of whose bytes are verified.
std::shared_ptr<const storage::Segment> open_read(base::FileSystem& files,
                                                  const std::filesystem::path& path,
                                                  const storage::SegmentEntry& entry) {
  for (const auto& file : entry.files) storage::open_verified(files, path, file);
  return storage::Segment::open(files, path, entry);
}

}  // namespace

void Snapshot::open_whole(base::FileSystem& files, const std::filesystem::path& path,
                          const storage::Manifest& manifest) {
  for (const auto& entry : manifest.segments) {
    segments_.push_back(storage::Segment::open(files, path, entry));
    wording_.push_back(storage::StoryFile::open(files, path, entry));
  }
  read_derived(files, path, manifest);
}

void Snapshot::open_sound(base::FileSystem& files, const std::filesystem::path& path,
                          const storage::Manifest& manifest) {
  for (const auto& entry : manifest.segments) {
    try {
      auto segment = open_read(files, path, entry);
      wording_.push_back(storage::StoryFile::open(files, path, entry));
      segments_.push_back(std::move(segment));
    } catch (const Error& error) {
      damage_.push_back({"segment " + entry.id + " with " +
                             std::to_string(entry.articles - entry.removed) + " articles",
                         error.what()});
    }
  }
  try {
    read_derived(files, path, manifest);
  } catch (const Error& error) {
    damage_.push_back({"what is known of stories and alerts", error.what()});
  }
}

void Snapshot::read_derived(base::FileSystem& files, const std::filesystem::path& path,
                            const storage::Manifest& manifest) {
  for (const std::string_view kind : storage::kDerivedKinds) {
    auto bytes = storage::read_derived(files, path, manifest, kind);
    if (bytes) derived_.emplace(kind, std::move(*bytes));
  }
}

std::unique_ptr<Snapshot> Snapshot::open(base::FileSystem& files, const std::filesystem::path& path,
                                         const OpenOptions& options) {
  // A file gone while opening means that a newer commit is there: take that.
  for (int attempt = 1;; ++attempt) {
    const storage::Manifest manifest = storage::load_manifest(files, path);
    if (!options.trust) storage::refuse_foreign(files, path, manifest, options.key);
    try {
      std::unique_ptr<Snapshot> snapshot(new Snapshot);
      if (options.degraded) {
        snapshot->open_sound(files, path, manifest);
        const bool is_gone = storage::load_manifest(files, path).generation != manifest.generation;
        if (is_gone && !snapshot->damage_.empty() && attempt < kAttempts) continue;
      } else {
        snapshot->open_whole(files, path, manifest);
      }
      snapshot->generation_ = manifest.generation;
      for (const auto& file : manifest.recipe) {
        if (const auto damage = storage::find_damage(files, path, file)) {
          throw Error(ErrorCode::kCorrupt, "read", (path / file.name).string(), *damage,
                      "restore the index from a backup or build it anew");
        }
      }
      snapshot->recipe_ = std::make_unique<recipe::Data>(path / "recipe");
      snapshot->read_languages();
      return snapshot;
    } catch (const Error& error) {
      const bool is_stale = storage::load_manifest(files, path).generation != manifest.generation;
      if (!is_stale || attempt == kAttempts) throw;
    }
  }
}

void Snapshot::read_languages() {
  std::set<std::string> languages;
  for (const auto& segment : segments_) {
    storage::SegmentSession session = segment->session();
    for (const auto& count : session.terms("L", kMaxLanguages)) {
      languages.insert(count.term.substr(1));
    }
  }
  languages_.assign(languages.begin(), languages.end());
}

std::string_view Snapshot::derived(std::string_view kind) const {
  const auto found = derived_.find(kind);
  return found == derived_.end() ? std::string_view() : std::string_view(found->second);
}

ranking::Collection Snapshot::collection() const {
  ranking::Collection collection;
  for (const auto& segment : segments_) {
    collection.articles += segment->size() - segment->entry().removed;
    collection.total_length += segment->total_length();
  }
  return collection;
}

std::uint64_t Snapshot::size() const {
  std::uint64_t count = 0;
  for (const auto& segment : segments_) count += segment->size() - segment->entry().removed;
  return count;
}

Snapshot::Lease Snapshot::analyzer() const {
  const std::lock_guard lock(mutex_);
  if (idle_.empty()) return {*this, std::make_unique<analysis::Analyzer>(recipe_->terms())};
  auto analyzer = std::move(idle_.back());
  idle_.pop_back();
  return {*this, std::move(analyzer)};
}

Snapshot::Lease::~Lease() {
  if (analyzer_ == nullptr || analyzer_->terms().memory() > kMostTermBytes) return;
  try {
    const std::lock_guard lock(owner_.mutex_);
    owner_.idle_.push_back(std::move(analyzer_));
  } catch (const std::bad_alloc&) {
    // There is no room to keep it; it ends here.
  }
}

}  // namespace dateline::search
