// Builds words.dlw from articles, within a budget of memory.
// In: for each article its postings, terms as numbers of a vocabulary.  Out: the file, synced.
// Method: occurrences lie in flat arrays; counting sort by term; what does not fit is written as sorted
// runs beside the file and merged in the end.  The bytes do not depend on the budget.
// Threads: one builder and one vocabulary for each.
// Tested by tests/words/builder_test.cpp.
#pragma once

#include "analysis/posting.hpp"
#include "base/files.hpp"
#include "base/vocabulary.hpp"
#include "words/list_encoder.hpp"
#include "words/runs.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
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

 private:
  struct Sorted {              // an occurrence in its place
    std::uint32_t doc_weight;  // document - first of the run, 8 bits of weight
    std::uint32_t position;
  };
  // A piece of the run: nothing moves and nothing is twice as large as it need be.  It is one large
  // page of memory where the system has such, which costs a hundredth of as many small ones.
  static constexpr std::size_t kLargePage = std::size_t{1} << 21;
  struct alignas(kLargePage) Chunk {
    static constexpr std::size_t kSize = kLargePage / (sizeof(std::uint32_t) + sizeof(Sorted));
    std::array<std::uint32_t, kSize> terms;
    std::array<Sorted, kSize> occurrences;
  };

  void note_document(std::span<const TermPosting> postings);
  void push(const TermPosting& posting);
  void append(std::uint32_t term, Sorted occurrence);
  void open_chunk();
  void forget_run();
  std::size_t filled() const { return used_ * Chunk::kSize - (Chunk::kSize - end_); }
  bool is_full() const;
  template <class Each>
  void for_each_chunk(Each each) const;  // of what is filled: the chunk and its occurrences
  void sort_run();
  void spill();
  template <class Each>
  void for_each_term(const std::vector<std::uint32_t>& order, Each each) const;
  void write_lists(WordsFileWriter& file, Footer& footer);
  void merge_lists(WordsFileWriter& file, class DictionaryWriter& dictionary);
  void write_documents(WordsFileWriter& file, Footer& footer) const;
  std::filesystem::path run_path(std::size_t run) const;
  Occurrence occurrence(const Sorted& sorted) const {
    return {first_doc_ + (sorted.doc_weight >> 8), sorted.position, sorted.doc_weight & 0xff};
  }

  base::FileSystem& files_;
  std::filesystem::path path_;
  const Vocabulary& vocabulary_;
  std::size_t memory_;
  DocumentTable documents_;

  // The run at work.
  std::uint32_t first_doc_ = 0;
  std::vector<std::unique_ptr<Chunk>> chunks_;  // occurrences in the order of reading
  std::size_t used_ = 0;                        // of the chunks
  std::size_t end_ = Chunk::kSize;              // of what is filled in the last one used
  std::unique_ptr<Sorted[]> sorted_;
  std::size_t sorted_room_ = 0;
  std::vector<std::uint64_t> ends_;  // of each term in sorted_
  std::size_t runs_ = 0;
};

}  // namespace dateline::words
