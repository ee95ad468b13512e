// Collects, sorts and writes postings.  In: articles.  Out: words.dlw.
// Tested by tests/words/builder_test.cpp.
#include "words/builder.hpp"

#include "words/dictionary.hpp"
#include "words/list_encoder.hpp"

#include <dateline/error.hpp>

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

namespace dateline::words {
namespace {

constexpr std::uint32_t kMaxWeight = 255;  // of one occurrence; more becomes several
constexpr std::uint64_t kMaxLength = 0xffffffff;
constexpr std::size_t kAhead = 16;  // so many terms later, what is fetched now is there

[[noreturn]] void fail_run(const std::filesystem::path& path) {
  throw Error(ErrorCode::kIo, "build", path.native(), "what was put aside came back otherwise");
}

// Reads runs side by side, so that each term comes once.
class RunMerger {
  // The order of a heap whose front has the first term, of the earliest run.
  auto behind() const {
    return [this](std::size_t a, std::size_t b) {
      const std::uint32_t left = rank_[runs_[a].term()];
      const std::uint32_t right = rank_[runs_[b].term()];
      return left != right ? left > right : a > b;
    };
  }

 public:
  // `order`: all terms, in their order; `path`: of the file that is built.
  RunMerger(std::vector<RunReader> runs, std::span<const std::uint32_t> order,
            const std::filesystem::path& path)
      : runs_(std::move(runs)), rank_(order.size()), path_(path) {
    for (std::uint32_t i = 0; i < order.size(); ++i) rank_[order[i]] = i;
    for (std::size_t run = 0; run < runs_.size(); ++run) {
      if (has_term(runs_[run])) heap_.push_back(run);
    }
    std::make_heap(heap_.begin(), heap_.end(), behind());
  }

  bool at_end() const { return heap_.empty(); }
  std::uint32_t term() const { return runs_[heap_.front()].term(); }

  // Calls `each` with the occurrences of the term, and goes on to the next.
  template <class Each>
  void take(Each each) {
    const std::uint32_t taken = term();
    while (!at_end() && term() == taken) {
      std::pop_heap(heap_.begin(), heap_.end(), behind());
      RunReader& run = runs_[heap_.back()];
      while (run.left() > 0) each(run.next());
      if (has_term(run)) {
        std::push_heap(heap_.begin(), heap_.end(), behind());
      } else {
        heap_.pop_back();
      }
    }
  }

 private:
  bool has_term(RunReader& run) const {
    if (!run.next_term()) return false;
    if (run.term() >= rank_.size()) fail_run(path_);
    return true;
  }

  std::vector<RunReader> runs_;
  std::vector<std::uint32_t> rank_;  // of each term
  const std::filesystem::path& path_;
  std::vector<std::size_t> heap_;  // of runs
};

}  // namespace

Builder::Builder(base::FileSystem& files, std::filesystem::path path, const Vocabulary& vocabulary,
                 std::size_t memory)
    : files_(files),
      path_(std::move(path)),
      vocabulary_(vocabulary),
      memory_(std::max(memory, kLeastMemory)) {}

void Builder::note_document(std::span<const TermPosting> postings) {
  std::uint64_t length = 0;
  PlaceMap map;
  std::uint32_t body = 0;
  for (const TermPosting& posting : postings) {
    length += posting.weight;
    map.admit(posting.position, body);
  }
  if (length >= kMaxLength || body >= std::numeric_limits<std::uint32_t>::max() - map.title) {
    throw Error(ErrorCode::kLimit, "index", "an article", "it is too long", "split it");
  }
  map.span = map.title + body;
  documents_.add(static_cast<std::uint32_t>(length), map);
}

void Builder::push(const TermPosting& posting) {
  std::uint32_t weight = posting.weight;
  do {
    const std::uint32_t part = std::min(weight, kMaxWeight);
    lists_.add(posting.term, {size() - 1, posting.position, part});
    weight -= part;
  } while (weight > 0);
}

void Builder::add(std::span<const TermPosting> postings) {
  if (is_full()) spill();
  note_document(postings);
  for (std::size_t i = 0; i < postings.size(); ++i) {
    if (i + kAhead < postings.size()) lists_.expect(postings[i + kAhead].term);
    if (i + kAhead / 2 < postings.size()) lists_.expect_tail(postings[i + kAhead / 2].term);
    push(postings[i]);
  }
}

bool Builder::is_full() const {
  const std::size_t fixed = vocabulary_.memory() + vocabulary_.size() * kEachTerm +
                            documents_.size() * (sizeof(std::uint32_t) + sizeof(PlaceMap));
  const std::size_t rest = memory_ > fixed ? memory_ - fixed : 0;
  const std::size_t room = std::max(rest, memory_ / 2);  // or runs get many and short
  return lists_.memory() >= std::min(room, OccurrenceLists::kMostMemory);
}

template <class Each>
void Builder::for_each_term(Each each) const {
  const std::vector<std::uint32_t> order = vocabulary_.sorted();
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i + kAhead < order.size()) lists_.expect(order[i + kAhead]);
    if (i + kAhead / 2 < order.size()) lists_.expect_head(order[i + kAhead / 2]);
    if (lists_.holds(order[i])) each(order[i]);
  }
}

std::filesystem::path Builder::run_path(std::size_t run) const {
  return path_.native() + ".run" + std::to_string(run);
}

void Builder::spill() {
  RunWriter run(files_, run_path(runs_));
  ++runs_;
  for_each_term([&](std::uint32_t term) {
    run.begin_term(term, lists_.size(term));
    lists_.for_each(term, [&](const Occurrence& one) { run.add(one); });
  });
  run.finish();
  lists_.clear();
}

void Builder::finish() {
  if (runs_ > 0) {
    spill();
    lists_ = {};
  }
  const auto output = files_.create(path_);
  WordsFileWriter file(*output);
  Footer footer;
  write_lists(file, footer);
  documents_.write(file, footer);
  file.finish(footer);
  output->sync();
  output->close();
  for (std::size_t run = 0; run < runs_; ++run) files_.remove_all(run_path(run));
}

void Builder::write_lists(WordsFileWriter& file, Footer& footer) {
  DictionaryWriter dictionary;
  const std::uint64_t begin = file.offset();
  if (runs_ > 0) {
    merge_lists(file, dictionary);
  } else {
    ListEncoder encoder(documents_);
    for_each_term([&](std::uint32_t term) {
      const std::uint64_t list = file.offset();
      lists_.for_each(
          term, [&](const Occurrence& one) { encoder.add(one.doc, one.position, one.weight); });
      const std::uint32_t documents = encoder.finish(file);
      dictionary.add(vocabulary_[term], documents, file.offset() - list);
    });
  }
  footer.postings = file.since(begin);
  dictionary.finish(file, footer);
}

void Builder::merge_lists(WordsFileWriter& file, DictionaryWriter& dictionary) {
  const std::size_t buffer =
      std::clamp(memory_ / (4 * runs_), std::size_t{1} << 12, std::size_t{1} << 20);
  std::vector<RunReader> readers;
  for (std::size_t run = 0; run < runs_; ++run) readers.emplace_back(files_, run_path(run), buffer);
  RunMerger runs(std::move(readers), vocabulary_.sorted(), path_);
  ListEncoder encoder(documents_);
  while (!runs.at_end()) {
    const std::uint32_t term = runs.term();
    const std::uint64_t list = file.offset();
    runs.take([&](const Occurrence& one) {
      if (one.doc >= size()) fail_run(path_);
      encoder.add(one.doc, one.position, one.weight);
    });
    const std::uint32_t documents = encoder.finish(file);
    dictionary.add(vocabulary_[term], documents, file.offset() - list);
  }
}

}  // namespace dateline::words
