// Writes the wording of a segment's articles within a budget of memory.
// In: each article's fingerprints, or whole files.  Out: stories.dls (story_format.hpp), synced.
// Method: what does not fit is sorted and put aside in runs beside the file; these, the rest and the
// files that are joined are merged in the end.  The bytes do not depend on the budget.
// Tested by tests/storage/story_writer_test.cpp.
#pragma once

#include "base/files.hpp"
#include "base/memory.hpp"
#include "storage/story_file.hpp"
#include "stories/fingerprints.hpp"
#include "words/merge.hpp"

#include <dateline/date.hpp>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace dateline::storage {

using words::kDropped;

class StoryWriter {
 public:
  // Writes `path`, which must not exist, and `path`.run0 and so on while it works.
  // `memory`: bytes for marks that are not put aside; beside them 48 for each article.
  StoryWriter(base::FileSystem& files, std::filesystem::path path,
              std::size_t memory = std::size_t{4} << 20);

  void add(const stories::Fingerprints& fingerprints, const std::optional<DayRange>& published);
  // The articles of a file that get a number (kDropped: they do not), in order, the next ones here.
  // Both arguments have to live until finish() is done.
  void add(const StoryFile& file, std::span<const std::uint32_t> numbers);
  void finish();

 private:
  using Marks = std::function<std::optional<KeptMark>()>;  // the next one, in order
  std::filesystem::path run_path(std::size_t run) const;
  void spill();
  Marks run(std::size_t run) const;
  static Marks joined(const StoryFile& file, std::span<const std::uint32_t> numbers);
  std::vector<Marks> sources();

  base::FileSystem& files_;
  std::filesystem::path path_;
  std::size_t room_;  // marks
  base::LargeVector<Wording> articles_;
  base::LargeVector<KeptMark> marks_;
  std::size_t runs_ = 0;
  std::vector<Marks> joined_;
};

}  // namespace dateline::storage
