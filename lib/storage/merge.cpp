// Joins the files of segments.  In: segments.  Out: a segment.
// Xapian numbers the documents of a compacted database through, each source behind the one before;
// sources have no gaps (segment_writer.cpp), so numbers are those of the texts.
// Tested by tests/storage/merge_test.cpp.
#include "storage/merge.hpp"

#include "storage/segment.hpp"
#include "storage/segment_files.hpp"
#include "storage/segment_format.hpp"
#include "storage/story_writer.hpp"
#include "storage/text_store.hpp"
#include "storage/xapian_guard.hpp"

#include <xapian.h>

#include <memory>
#include <vector>

namespace dateline::storage {
namespace {

namespace fs = std::filesystem;

void merge_texts(base::FileSystem& files, const fs::path& to,
                 std::span<const std::shared_ptr<const Segment>> sources) {
  TextWriter text(files, to);
  for (const auto& source : sources) {
    for (std::uint32_t doc = 0; doc < source->size(); ++doc) {
      text.add(source->record(doc), source->arrival(doc), source->id(doc));
    }
  }
  text.finish();
}

void merge_columns(base::FileSystem& files, const fs::path& to,
                   std::span<const std::shared_ptr<const Segment>> sources) {
  ColumnsWriter columns(files, to);
  for (const auto& source : sources) {
    for (std::uint32_t doc = 0; doc < source->size(); ++doc) {
      ColumnValues values;
      for (std::size_t i = 0; i < kColumns; ++i) {
        values[i] = source->columns()[static_cast<Column>(i)].values(doc);
      }
      columns.add(source->columns().published(doc), values);
    }
  }
  columns.finish();
}

void merge_stories(base::FileSystem& files, const fs::path& index, const fs::path& to,
                   std::span<const SegmentEntry> sources) {
  std::vector<std::unique_ptr<const StoryFile>> stories;
  for (const SegmentEntry& source : sources) {
    stories.push_back(StoryFile::open(files, index, source));
    if (stories.back() == nullptr) return;
  }
  StoryWriter all(files, to);
  for (const auto& file : stories) all.add(*file);
  all.finish();
}

void merge_databases(const fs::path& index, const fs::path& to,
                     std::span<const SegmentEntry> sources) {
  guarded("merge segments", to, [&] {
    Xapian::Database all;
    for (const SegmentEntry& source : sources) {
      const fs::path path = index / segment_file(source.id, kArticlesFile);
      all.add_database(Xapian::Database(path.native()));
    }
    all.compact(to.native(), kCompactFlags);
  });
}

}  // namespace

SegmentEntry merge_segments(base::FileSystem& files, const fs::path& index,
                            std::span<const SegmentEntry> sources, const std::string& id) {
  // Opening verifies: damage must not be copied under a good checksum.
  std::vector<std::shared_ptr<const Segment>> segments;
  std::uint32_t articles = 0;
  for (const SegmentEntry& source : sources) {
    segments.push_back(Segment::open(files, index, source));
    articles += source.articles;
  }
  const fs::path folder = make_segment_folder(files, index, id);
  merge_texts(files, folder / kTextFile, segments);
  merge_columns(files, folder / kColumnsFile, segments);
  merge_stories(files, index, folder / kStoriesFile, sources);
  merge_databases(index, folder / kArticlesFile, sources);
  return seal_segment(files, index, id, articles);
}

}  // namespace dateline::storage
