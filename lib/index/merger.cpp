// Joins segments, or writes them anew without their removed articles.
// In: segments.  Out: a segment, and which numbers were dropped.
// Tested by tests/index/merger_test.cpp.
#include "index/merger.hpp"

#include "base/memory.hpp"
#include "index/pipeline.hpp"
#include "storage/manifest_files.hpp"
#include "storage/merge.hpp"
#include "storage/segment.hpp"

#include <algorithm>
#include <utility>

namespace dateline::index {
namespace {

// Beside that of the articles which are added meanwhile.
constexpr std::size_t kRewriteMemory = std::size_t{32} << 20;
constexpr std::size_t kRewriteWords = std::size_t{8} << 20;

}  // namespace

std::vector<std::uint32_t> carry_over(const Merged& merged,
                                      const std::vector<std::vector<std::uint32_t>>& removed) {
  std::vector<std::uint32_t> numbers;
  std::uint32_t begin = 0;  // the merged number of the source's first article
  for (std::size_t s = 0; s < merged.sources.size(); ++s) {
    const Merged::Source& source = merged.sources[s];
    for (const std::uint32_t doc : removed[s]) {
      const auto at = std::lower_bound(source.dropped.begin(), source.dropped.end(), doc);
      if (at != source.dropped.end() && *at == doc) continue;
      const auto before = static_cast<std::uint32_t>(at - source.dropped.begin());
      numbers.push_back(begin + doc - before);
    }
    begin += source.articles - static_cast<std::uint32_t>(source.dropped.size());
  }
  return numbers;
}

// What nobody took is in no manifest.
Merger::~Merger() {
  if (is_idle()) return;
  thread_.join();
  try {
    files_.remove_all(index_ / storage::kSegments / id_);
  } catch (const std::exception&) {
    // The next writer collects it.
  }
}

void Merger::start(std::vector<storage::SegmentEntry> sources, std::string id) {
  id_ = std::move(id);
  in_work_ = {id_};
  for (const storage::SegmentEntry& source : sources) in_work_.push_back(source.id);
  done_ = false;
  failure_ = nullptr;
  thread_ = std::thread([this, sources = std::move(sources)] {
    try {
      const bool can_join = store_ == storage::kWordsStore ||
                            std::all_of(sources.begin(), sources.end(),
                                        [](const auto& source) { return source.removed == 0; });
      merged_ = can_join ? merge(sources) : rewrite(sources);
      base::return_freed_memory();
    } catch (...) {
      failure_ = std::current_exception();
    }
    done_ = true;
  });
}

std::vector<std::string> Merger::in_work() const {
  return is_idle() ? std::vector<std::string>() : in_work_;
}

std::optional<Merged> Merger::take(bool wait) {
  if (is_idle() || (!wait && !done_)) return std::nullopt;
  thread_.join();
  thread_ = {};
  if (failure_ != nullptr) std::rethrow_exception(std::exchange(failure_, nullptr));
  return std::move(merged_);
}

Merged Merger::merge(const std::vector<storage::SegmentEntry>& sources) const {
  Merged merged;
  storage::MergedSegment segment = storage::merge_segments(files_, index_, sources, id_);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    merged.sources.push_back({sources[i].id, sources[i].articles, std::move(segment.dropped[i])});
  }
  merged.entry = std::move(segment.entry);
  return merged;
}

// From the stored articles, where Xapian keeps terms of removed ones: what is analysed again by the same
// recipe, its page as it was judged, gives the same postings.
Merged Merger::rewrite(const std::vector<storage::SegmentEntry>& sources) const {
  Merged merged;
  Pipeline pipeline(recipe_, kRewriteWords);
  storage::SegmentWriter writer(files_, index_, id_, store_, kRewriteMemory);
  for (const storage::SegmentEntry& entry : sources) {
    const auto segment = storage::Segment::open(files_, index_, entry);
    Merged::Source& source = merged.sources.emplace_back();
    source.id = entry.id;
    source.articles = entry.articles;
    for (std::uint32_t doc = 0; doc < segment->size(); ++doc) {
      if (segment->removed(doc)) {
        source.dropped.push_back(doc);
      } else {
        writer.add(pipeline.read_again(decode(segment->record(doc)), segment->arrival(doc)));
      }
    }
  }
  merged.entry = writer.finish();
  return merged;
}

}  // namespace dateline::index
