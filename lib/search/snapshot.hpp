// One commit, open for reading: its recipe and its segments.
// In: an index's folder.  Out: what a search needs; shared by threads.
// Invariants: every file of the commit is open, so nothing that a writer does is seen here.
// Tested by tests/search/searcher_test.cpp.
#pragma once

#include "analysis/analyzer.hpp"
#include "base/files.hpp"
#include "ranking/bm25.hpp"
#include "recipe/data.hpp"
#include "storage/manifest.hpp"
#include "storage/segment.hpp"
#include "storage/story_file.hpp"

#include <dateline/searcher.hpp>

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace dateline::search {

class Snapshot {
 public:
  // Throws Error: kNotFound, kCorrupt, kInvalid.
  static std::unique_ptr<Snapshot> open(base::FileSystem& files, const std::filesystem::path& path,
                                        const OpenOptions& options = {});

  const recipe::Data& recipe() const { return *recipe_; }
  const std::vector<std::shared_ptr<const storage::Segment>>& segments() const { return segments_; }
  const std::vector<std::string>& languages() const { return languages_; }
  ranking::Collection collection() const;                         // of the live articles
  std::uint64_t size() const;                                     // live articles
  const std::vector<Warning>& damage() const { return damage_; }  // what was left out
  std::uint64_t generation() const { return generation_; }        // the number of the commit
  std::string_view derived(std::string_view kind) const;          // bytes; none where it has none
  // The wording of a segment's articles; nullptr where stories are not sought.
  const storage::StoryFile* wording(std::size_t segment) const { return wording_[segment].get(); }

  // An analyzer for one search; it goes back to the pool when it is destroyed.
  class Lease {
   public:
    Lease(const Snapshot& owner, std::unique_ptr<analysis::Analyzer> analyzer)
        : owner_(owner), analyzer_(std::move(analyzer)) {}
    Lease(Lease&&) = default;
    ~Lease();
    analysis::Analyzer& operator*() const { return *analyzer_; }

   private:
    const Snapshot& owner_;
    std::unique_ptr<analysis::Analyzer> analyzer_;
  };
  Lease analyzer() const;

 private:
  Snapshot() = default;
  void open_whole(base::FileSystem& files, const std::filesystem::path& path,
                  const storage::Manifest& manifest);
  void open_sound(base::FileSystem& files, const std::filesystem::path& path,
                  const storage::Manifest& manifest);
  void read_derived(base::FileSystem& files, const std::filesystem::path& path,
                    const storage::Manifest& manifest);
  void read_languages();

  std::unique_ptr<recipe::Data> recipe_;
  std::vector<std::shared_ptr<const storage::Segment>> segments_;
  std::vector<std::unique_ptr<const storage::StoryFile>> wording_;  // of each segment
  std::map<std::string, std::string, std::less<>> derived_;
  std::uint64_t generation_ = 0;
  std::vector<std::string> languages_;
  std::vector<Warning> damage_;
  mutable std::mutex mutex_;  // guards idle_
  mutable std::vector<std::unique_ptr<analysis::Analyzer>> idle_;
};

}  // namespace dateline::search
