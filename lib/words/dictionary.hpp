// The terms of a file in the order of their bytes, and where the list of each lies.
// In: sorted terms.  Out: a term's place, walks in order.
//
// Blocks of kTermsPerBlock terms: for each the bytes it shares with the one before (0 for the first) and
// its further bytes (4 bits each in one byte, 15: LEB128 follows), these bytes, the number of documents
// and the size of its list: a byte below 128 where both are small (number - 1 in two bits above the size's
// five), else the number + 127 and the size (LEB128).  The index has four columns: the first four bytes of each block's
// first term, where the block and where the lists of its terms begin, how many bits the
// documents of its most frequent term take.
//
// Tested by tests/words/reader_test.cpp.
#pragma once

#include "words/words_file.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::words {

inline constexpr std::uint32_t kTermsPerBlock = 40;

struct TermInfo {
  std::uint32_t document_frequency = 0;
  std::uint64_t offset = 0;  // of its list in the postings
  std::uint64_t size = 0;    // of its list
};

class DictionaryWriter {
 public:
  // In the order of bytes, none twice; the lists lie one behind the other.
  void add(std::string_view term, std::uint32_t document_frequency, std::uint64_t size);
  // Writes both sections.
  void finish(WordsFileWriter& file, Footer& footer);

 private:
  std::string bytes_;
  std::string last_;
  std::uint64_t terms_ = 0;
  std::uint64_t offset_ = 0;
  std::vector<std::uint64_t> heads_;
  std::vector<std::uint64_t> blocks_;
  std::vector<std::uint64_t> lists_;
  std::vector<std::uint32_t> frequencies_;
};

// Stands at a term, or behind the last.  The bytes must outlive it.
class DictionaryWalk {
 public:
  bool at_end() const { return at_end_; }
  std::string_view term() const { return term_; }  // until it moves
  const TermInfo& info() const { return info_; }
  void next();

 private:
  friend class Dictionary;
  explicit DictionaryWalk(const VerifiedBytes& bytes) : bytes_(&bytes) {}
  void enter(std::uint64_t block);
  void read();
  bool find(std::uint64_t block, std::string_view term);
  void read_info();

  const VerifiedBytes* bytes_;
  std::uint64_t at_ = 0;
  std::uint64_t end_ = 0;    // of the block
  std::uint64_t place_ = 0;  // of the next term to read
  std::string term_;
  TermInfo info_;
  bool at_end_ = true;
};

class Dictionary {
 public:
  explicit Dictionary(const VerifiedBytes& bytes);
  std::optional<TermInfo> find(std::string_view term) const;
  // At the first term that is not before `term`.
  DictionaryWalk walk(std::string_view term) const;

  // The blocks in which all terms that begin so lie: [first, second).
  std::pair<std::uint64_t, std::uint64_t> blocks_of(std::string_view beginning) const;
  // No term of the block is in more documents: the next power of two, less 1.
  std::uint32_t most_documents(std::uint64_t block) const;
  // Its terms.  Throws Error(kCorrupt) where one is in more documents than that.
  template <class Visit>
  void for_each(std::uint64_t block, Visit visit) const {
    const std::uint32_t most = most_documents(block);
    DictionaryWalk at = walk_block(block);
    for (std::uint32_t i = 0; i < kTermsPerBlock && !at.at_end(); ++i, at.next()) {
      if (at.info().document_frequency > most) bytes_.fail("its dictionary makes no sense");
      visit(at.term(), at.info().document_frequency);
    }
  }

 private:
  DictionaryWalk walk_block(std::uint64_t block) const;
  std::string_view first_term(std::uint64_t block) const;
  // The last block whose first term is not behind `term`, or the first.
  std::uint64_t block_of(std::string_view term) const;
  const VerifiedBytes& bytes_;
  std::uint64_t blocks_;
};

// The first bytes that sort behind all that begins so; empty where nothing does.
std::string behind(std::string_view beginning);

}  // namespace dateline::words
