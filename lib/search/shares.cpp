// Which articles share passages, and which passages.  In: a snapshot.  Out: pairs of articles.
// Method: who keeps the same mark may share a passage; their texts tell.
// Tested by tests/search/stories_test.cpp.
#include "search/stored.hpp"
#include "search/stories.hpp"
#include "storage/story_file.hpp"
#include "stories/passages.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

namespace dateline::search {
namespace {

// A mark that more articles keep is a turn of phrase.
constexpr std::size_t kMostSharers = 16;
// In a whole index, articles that share fewer are not looked at.
constexpr std::size_t kLeastMarks = 2;

using Keeper = std::pair<std::size_t, std::uint32_t>;  // segment, number

struct FileAt {
  std::size_t segment;
  storage::StoryFile::Cursor cursor;
};

std::vector<FileAt> open_files(const Snapshot& snapshot) {
  std::vector<FileAt> files;
  for (std::size_t s = 0; s < snapshot.segments().size(); ++s) {
    const storage::StoryFile* file = snapshot.wording(s);
    if (file != nullptr) files.push_back({s, storage::StoryFile::Cursor(*file)});
  }
  return files;
}

// Nothing where all are at their end.
std::optional<std::uint32_t> lowest_mark(const std::vector<FileAt>& files) {
  std::optional<std::uint32_t> lowest;
  for (const FileAt& at : files) {
    if (at.cursor.at_end()) continue;
    lowest = std::min(lowest.value_or(at.cursor.mark().number), at.cursor.mark().number);
  }
  return lowest;
}

// Calls `visit` with the live articles that keep each mark of more than one.
void for_each_mark(const Snapshot& snapshot, std::vector<FileAt>& files,
                   const std::function<void(const std::vector<Keeper>&)>& visit) {
  std::vector<Keeper> places;
  while (const auto lowest = lowest_mark(files)) {
    places.clear();
    for (FileAt& at : files) {
      for (; !at.cursor.at_end() && at.cursor.mark().number == *lowest; at.cursor.next()) {
        const Keeper place(at.segment, at.cursor.mark().doc);
        if (snapshot.segments()[place.first]->removed(place.second)) continue;
        if (places.empty() || places.back() != place) places.push_back(place);
      }
    }
    if (places.size() > 1 && places.size() <= kMostSharers) visit(places);
  }
}

// Pairs that may share a passage, in the order of their ids, with the marks that both keep.
std::map<std::pair<Keeper, Keeper>, std::size_t> candidates(const Snapshot& snapshot,
                                                            std::string_view id) {
  std::vector<FileAt> files = open_files(snapshot);
  std::map<std::pair<Keeper, Keeper>, std::size_t> pairs;
  const auto id_of = [&](const Keeper& place) {
    return snapshot.segments()[place.first]->id(place.second);
  };
  for_each_mark(snapshot, files, [&](const std::vector<Keeper>& places) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      for (std::size_t j = i + 1; j < places.size(); ++j) {
        const std::string_view a = id_of(places[i]);
        const std::string_view b = id_of(places[j]);
        if (!id.empty() && a != id && b != id) continue;
        ++pairs[a < b ? std::pair(places[i], places[j]) : std::pair(places[j], places[i])];
      }
    }
  });
  return pairs;
}

// Articles' words, each read once as long as there is room.
class Reader {
 public:
  struct Read {
    std::string id;
    std::vector<stories::Word> words;
  };

  explicit Reader(const Snapshot& snapshot) : snapshot_(snapshot), analyzer_(snapshot.analyzer()) {}

  std::shared_ptr<const Read> operator()(Keeper place) {
    if (const auto found = read_.find(place); found != read_.end()) return found->second;
    if (read_.size() >= kMostRead) read_.clear();
    return read_[place] = read(place);
  }

 private:
  static constexpr std::size_t kMostRead = 4096;

  std::shared_ptr<const Read> read(Keeper place) const {
    const auto record = index::decode(snapshot_.segments()[place.first]->record(place.second));
    const auto passages = passages_of(record);
    const auto analysis =
        (*analyzer_).analyze(passages, record.page.language.value, {}, snapshot_.recipe().actors());
    return std::make_shared<Read>(Read{record.article.id, stories::words_of(analysis.tokens)});
  }

  const Snapshot& snapshot_;
  Snapshot::Lease analyzer_;
  std::map<Keeper, std::shared_ptr<const Read>> read_;
};

std::optional<Shares> compare(const Reader::Read& a, const Reader::Read& b) {
  Shares shares{a.id, b.id, {}};
  bool in_body = false;
  for (const auto& passage : stories::common_passages(a.words, b.words)) {
    shares.passages.push_back({passage.a, passage.b, passage.field});
    in_body |= passage.field == Field::kBody;
  }
  return in_body ? std::optional(std::move(shares)) : std::nullopt;
}

}  // namespace

std::vector<Shares> find_shares(const Snapshot& snapshot, std::string_view id) {
  const std::size_t least = id.empty() ? kLeastMarks : 1;
  Reader read(snapshot);
  std::vector<Shares> result;
  for (const auto& [pair, marks] : candidates(snapshot, id)) {
    if (marks < least) continue;
    if (auto shares = compare(*read(pair.first), *read(pair.second))) {
      result.push_back(std::move(*shares));
    }
  }
  std::sort(result.begin(), result.end(), [](const Shares& x, const Shares& y) {
    return std::tie(x.a, x.b) < std::tie(y.a, y.b);
  });
  return result;
}

}  // namespace dateline::search
