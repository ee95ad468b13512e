// Joins the files of segments.  In: segments.  Out: a segment.
// Xapian numbers the documents of a compacted database through, each source behind the one before;
// sources have no gaps (segment_writer.cpp), so numbers are those of the texts.
// Tested by tests/storage/merge_test.cpp.
#include "storage/merge.hpp"

#include "base/memory.hpp"
#include "storage/segment.hpp"
#include "storage/segment_files.hpp"
#include "storage/segment_format.hpp"
#include "storage/story_writer.hpp"
#include "storage/text_store.hpp"
#include "storage/xapian_guard.hpp"
#include "words/merge.hpp"

#include <xapian.h>

#include <memory>
#include <utility>
#include <vector>

namespace dateline::storage {
namespace {

namespace fs = std::filesystem;

// A source, open, and the number that each of its articles gets.  Opening verifies: damage must not be copied
// under a good checksum.
struct Source {
  std::shared_ptr<const Segment> segment;
  std::vector<std::uint32_t> numbers;  // kDropped: none
  std::vector<std::uint32_t> dropped;
};

// Nobody else asks for what was read of them.
void forget(std::span<const Source> sources) {
  for (const Source& source : sources) source.segment->forget();
}

// What one file needed the next does not.
void end_file(std::span<const Source> sources) {
  forget(sources);
  base::return_freed_memory();
}

std::vector<Source> open_sources(base::FileSystem& files, const fs::path& index,
                                 std::span<const SegmentEntry> entries) {
  std::vector<Source> sources;
  std::uint32_t next = 0;
  for (const SegmentEntry& entry : entries) {
    Source& source = sources.emplace_back();
    source.segment = Segment::open(files, index, entry);
    source.segment->forget();
    source.numbers.reserve(source.segment->size());
    for (std::uint32_t doc = 0; doc < source.segment->size(); ++doc) {
      const bool stays = !source.segment->removed(doc);
      source.numbers.push_back(stays ? next++ : kDropped);
      if (!stays) source.dropped.push_back(doc);
    }
  }
  return sources;
}

// Calls `each` with the segment and the number of every article that stays.
template <class Each>
void for_each_article(std::span<const Source> sources, Each each) {
  for (const Source& source : sources) {
    for (std::uint32_t doc = 0; doc < source.segment->size(); ++doc) {
      if (source.numbers[doc] != kDropped) each(*source.segment, doc);
    }
  }
}

void merge_texts(base::FileSystem& files, const fs::path& to, std::span<const Source> sources) {
  TextWriter text(files, to);
  for_each_article(sources, [&](const Segment& from, std::uint32_t doc) {
    text.add(from.record(doc), from.arrival(doc), from.id(doc));
  });
  text.finish();
}

void merge_columns(base::FileSystem& files, const fs::path& to, std::span<const Source> sources) {
  ColumnsWriter columns(files, to);
  for_each_article(sources, [&](const Segment& from, std::uint32_t doc) {
    ColumnValues values;
    for (std::size_t i = 0; i < kColumns; ++i) {
      values[i] = from.columns()[static_cast<Column>(i)].values(doc);
    }
    columns.add(from.columns().published(doc), values);
  });
  columns.finish();
}

void merge_stories(base::FileSystem& files, const fs::path& index, const fs::path& to,
                   std::span<const Source> sources) {
  std::vector<std::unique_ptr<const StoryFile>> stories;
  for (const Source& source : sources) {
    stories.push_back(StoryFile::open(files, index, source.segment->entry()));
    if (stories.back() == nullptr) return;
  }
  StoryWriter all(files, to);
  for (std::size_t i = 0; i < sources.size(); ++i) all.add(*stories[i], sources[i].numbers);
  all.finish();
}

void merge_words(base::FileSystem& files, const fs::path& to, std::span<const Source> sources) {
  std::vector<words::MergeSource> parts;
  for (const Source& source : sources) parts.push_back({source.segment->words(), source.numbers});
  words::merge_files(files, to, parts, [&] { forget(sources); });
}

void merge_databases(const fs::path& index, const fs::path& to, std::span<const Source> sources) {
  guarded("merge segments", to, [&] {
    Xapian::Database all;
    for (const Source& source : sources) {
      const fs::path path = index / segment_file(source.segment->entry().id, kArticlesFile);
      all.add_database(Xapian::Database(path.native()));
    }
    all.compact(to.native(), kCompactFlags);
  });
}

}  // namespace

MergedSegment merge_segments(base::FileSystem& files, const fs::path& index,
                             std::span<const SegmentEntry> entries, const std::string& id) {
  MergedSegment merged;
  std::vector<Source> sources = open_sources(files, index, entries);
  const fs::path folder = make_segment_folder(files, index, id);
  merge_texts(files, folder / kTextFile, sources);
  end_file(sources);
  merge_columns(files, folder / kColumnsFile, sources);
  end_file(sources);
  merge_stories(files, index, folder / kStoriesFile, sources);
  end_file(sources);
  if (sources.front().segment->words() != nullptr) {
    merge_words(files, folder / kWordsFile, sources);
  } else {
    merge_databases(index, folder / kArticlesFile, sources);
  }
  std::uint32_t articles = 0;
  for (Source& source : sources) {
    articles += static_cast<std::uint32_t>(source.numbers.size() - source.dropped.size());
    merged.dropped.push_back(std::move(source.dropped));
  }
  merged.entry = seal_segment(files, index, id, articles);
  return merged;
}

}  // namespace dateline::storage
