// Builds words.dlw from articles, within a budget of memory.
// In: for each article its postings, terms as numbers of a vocabulary.  Out: the file, synced.
// Method: occurrences are appended to a list for each term; what does not fit is written as sorted runs beside
// the file and merged in the end.  The bytes do not depend on the budget.
// Threads: one builder and one vocabulary for each.
// Tested by tests/words/builder_test.cpp.
#pragma once

#include "analysis/posting.hpp"
#include "base/files.hpp"
#include "base/vocabulary.hpp"
#include "words/document_table.hpp"
#include "words/occurrence_lists.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace dateline::words {

using TermPosting = analysis::Posting;
using base::Vocabulary;

class Builder {
 public:
  // Writes `path`, which must not exist, and `path`.run0 and so on while it works.
  // `memory`: bytes for occurrences and the vocabulary together; at least kLeastMemory are taken.
  Builder(base::FileSystem& files, std::filesystem::path path, const Vocabulary& vocabulary,
          std::size_t memory);

  // In the order of reading: the positions of one term ascend.
  // Throws Error(kLimit) where the weights sum up to 2^32 - 1 or more.
  void add(std::span<const TermPosting> postings);
  std::uint32_t size() const { return documents_.size(); }
  // Writes, syncs and closes the file; the builder can only be destroyed then.
  void finish();

  static constexpr std::size_t kLeastMemory = 1 << 20;
  // Bytes that each term of the vocabulary takes here, with what it takes to put them in order.
  static constexpr std::size_t kEachTerm = OccurrenceLists::kEachTerm + 4 * sizeof(std::uint64_t);

 private:
  void note_document(std::span<const TermPosting> postings);
  void push(const TermPosting& posting);
  bool is_full() const;
  void spill();
  template <class Each>
  void for_each_term(Each each) const;  // in their order
  void write_lists(WordsFileWriter& file, Footer& footer);
  void merge_lists(WordsFileWriter& file, class DictionaryWriter& dictionary);
  std::filesystem::path run_path(std::size_t run) const;

  base::FileSystem& files_;
  std::filesystem::path path_;
  const Vocabulary& vocabulary_;
  std::size_t memory_;
  DocumentTable documents_;
  OccurrenceLists lists_;  // of the run at work
  std::size_t runs_ = 0;   // that were put aside
};

}  // namespace dateline::words
