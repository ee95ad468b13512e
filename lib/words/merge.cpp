// Merges dictionaries and lists.  In: files of words.  Out: one.
// Tested by tests/words/merge_test.cpp.
#include "words/merge.hpp"

#include "words/list_encoder.hpp"
#include "words/posting_list.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace dateline::words {
namespace {

constexpr std::uint64_t kForget = std::uint64_t{256} << 10;  // after so many bytes of the result

DocumentTable documents_of(std::span<const MergeSource> sources) {
  DocumentTable documents;
  for (const MergeSource& source : sources) {
    for (std::uint32_t doc = 0; doc < source.reader->size(); ++doc) {
      if (source.numbers[doc] == kDropped) continue;
      documents.add(source.reader->length(doc), source.reader->places(doc));
    }
  }
  return documents;
}

class ListMerger {
  // The order of a heap whose front has the least term, of the earliest source.
  auto behind() const {
    return [this](std::size_t a, std::size_t b) {
      const int order = walks_[a].term().compare(walks_[b].term());
      return order != 0 ? order > 0 : a > b;
    };
  }

 public:
  ListMerger(const DocumentTable& documents, std::span<const MergeSource> sources)
      : documents_(documents), sources_(sources), encoder_(documents) {
    for (std::size_t s = 0; s < sources.size(); ++s) {
      walks_.push_back(sources[s].reader->walk(""));
      if (!walks_[s].at_end()) heap_.push_back(s);
    }
    std::make_heap(heap_.begin(), heap_.end(), behind());
  }

  void write(WordsFileWriter& file, DictionaryWriter& dictionary,
             const std::function<void()>& forget) {
    std::uint64_t forgotten = 0;  // where it was called last
    while (!heap_.empty()) {
      const std::string term(walks_[heap_.front()].term());
      bool has_any = false;
      while (!heap_.empty() && walks_[heap_.front()].term() == term) has_any |= take_first();
      if (!has_any) continue;
      const std::uint64_t begin = file.offset();
      const std::uint32_t frequency = encoder_.finish(file);
      dictionary.add(term, frequency, file.offset() - begin);
      if (file.offset() < forgotten + kForget) continue;
      forgotten = file.offset();
      forget();
    }
    forget();
  }

 private:
  // Whether its first list had a posting that stays.
  bool take_first() {
    std::pop_heap(heap_.begin(), heap_.end(), behind());
    DictionaryWalk& walk = walks_[heap_.back()];
    const bool has_any = take(sources_[heap_.back()], walk.info());
    walk.next();
    if (walk.at_end()) {
      heap_.pop_back();
    } else {
      std::push_heap(heap_.begin(), heap_.end(), behind());
    }
    return has_any;
  }

  bool take(const MergeSource& source, const TermInfo& info) {
    PostingList list(*source.reader, info);
    bool has_any = false;
    for (std::uint32_t block = 0; block < list.blocks(); ++block) {
      list.load(block);
      for (std::uint32_t i = 0; i < list.count(); ++i) {
        const std::uint32_t number = source.numbers[list.docs()[i]];
        if (number == kDropped) continue;
        list.positions(i, documents_.places[number], positions_);
        encoder_.add(number, list.frequencies()[i], positions_);
        has_any = true;
      }
    }
    return has_any;
  }

  const DocumentTable& documents_;
  std::span<const MergeSource> sources_;
  ListEncoder encoder_;
  std::vector<DictionaryWalk> walks_;
  std::vector<std::size_t> heap_;  // of sources
  std::vector<std::uint32_t> positions_;
};

}  // namespace

void merge_files(base::FileSystem& files, const std::filesystem::path& path,
                 std::span<const MergeSource> sources, const std::function<void()>& forget) {
  const DocumentTable documents = documents_of(sources);
  const auto output = files.create(path);
  WordsFileWriter file(*output);
  Footer footer;
  DictionaryWriter dictionary;
  const std::uint64_t begin = file.offset();
  ListMerger(documents, sources).write(file, dictionary, forget);
  footer.postings = file.since(begin);
  dictionary.finish(file, footer);
  documents.write(file, footer);
  file.finish(footer);
  output->sync();
  output->close();
}

}  // namespace dateline::words
