// Reads the articles of an index again.  In: its folder.  Out: a source of articles.
// Needs the manifest, the texts and the numbers of removed articles, so it gets through where terms are
// damaged, and touches no database that somebody may have crafted.
// Tested by tests/index/articles_of_test.cpp.
#include "base/files.hpp"
#include "index/record.hpp"
#include "storage/damage.hpp"
#include "storage/manifest.hpp"
#include "storage/removed.hpp"
#include "storage/segment_format.hpp"
#include "storage/text_store.hpp"

#include <dateline/error.hpp>
#include <dateline/index.hpp>

#include <algorithm>
#include <memory>
#include <vector>

namespace dateline {
namespace {

namespace fs = std::filesystem;

struct Place {
  std::uint64_t arrival;
  const storage::TextReader* texts;
  std::uint32_t doc;
};

class Texts {
 public:
  explicit Texts(const fs::path& path) {
    const storage::Manifest manifest = storage::load_manifest(files_, path);
    for (const auto& segment : manifest.segments) open(path, segment);
    std::sort(places_.begin(), places_.end(),
              [](const Place& a, const Place& b) { return a.arrival < b.arrival; });
  }

  void read(const std::function<void(Article&&)>& sink,
            const std::function<void(Warning&&)>& warn) const {
    for (const Place& place : places_) {
      try {
        sink(index::decode(place.texts->record(place.doc)).article);
      } catch (const Error& error) {
        if (error.code() != ErrorCode::kCorrupt) throw;
        warn({std::string(place.texts->id(place.doc)), std::string("skipped: ") + error.what()});
      }
    }
  }

 private:
  void open(const fs::path& path, const storage::SegmentEntry& segment) {
    const std::string name = storage::segment_file(segment.id, storage::kTextFile);
    const storage::FileEntry* const entry = storage::find_part(segment, storage::kTextFile);
    if (entry == nullptr) storage::fail_damaged(path / name, "the manifest does not name it");
    auto texts = std::make_unique<storage::TextReader>(storage::open_by_end(files_, path, *entry),
                                                       path / name);
    const storage::Removed removed = storage::read_removed(files_, path, segment);
    for (std::uint32_t doc = 0; doc < texts->size(); ++doc) {
      if (std::binary_search(removed.docs.begin(), removed.docs.end(), doc)) continue;
      places_.push_back({texts->arrival(doc), texts.get(), doc});
    }
    texts_.push_back(std::move(texts));
  }

  base::FileSystem& files_ = base::system_files();
  std::vector<std::unique_ptr<storage::TextReader>> texts_;
  std::vector<Place> places_;
};

}  // namespace

ArticleSource articles_of(const std::filesystem::path& path) {
  return [texts = std::make_shared<const Texts>(path)](const auto& sink, const auto& warn) {
    texts->read(sink, warn);
  };
}

}  // namespace dateline
