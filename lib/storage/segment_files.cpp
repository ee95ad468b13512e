// Begins and ends the writing of a segment.  In: a segment's id.  Out: its folder, its entry.
// Tested by tests/storage/segment_writer_test.cpp.
#include "storage/segment_files.hpp"

#include "storage/segment_format.hpp"

#include <dateline/error.hpp>

namespace dateline::storage {

namespace fs = std::filesystem;

fs::path make_segment_folder(base::FileSystem& files, const fs::path& index,
                             const std::string& id) {
  fs::path folder = index / kSegments / id;
  if (files.exists(folder)) {
    throw Error(ErrorCode::kExists, "write segment", folder.native(), "there is one of this name",
                "collect garbage before writing");
  }
  files.create_folder(folder);
  return folder;
}

SegmentEntry seal_segment(base::FileSystem& files, const fs::path& index, const std::string& id,
                          std::uint32_t articles) {
  const fs::path folder = index / kSegments / id;
  if (files.exists(folder / kArticlesFile)) {
    files.sync_file(folder / kArticlesFile);
    files.remove_all(folder / kScratchFolder);
  }
  files.sync_folder(folder);
  files.sync_folder(folder.parent_path());
  files.sync_folder(index);
  SegmentEntry entry;
  entry.id = id;
  entry.articles = articles;
  for (const std::string_view file :
       {kArticlesFile, kTextFile, kColumnsFile, kWordsFile, kStoriesFile}) {
    if (!files.exists(folder / file)) continue;
    entry.files.push_back(describe_file(files, index, segment_file(id, file)));
  }
  return entry;
}

}  // namespace dateline::storage
