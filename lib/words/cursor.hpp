// Walks the articles of a term in ascending number, as storage::Cursor does.
// In: a reader, a term.  Out: articles, frequencies, positions.
// Tested by tests/words/reader_test.cpp.
#pragma once

#include "words/posting_list.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace dateline::words {

class Cursor {
 public:
  static constexpr std::uint32_t kEnd = std::numeric_limits<std::uint32_t>::max();

  // Stands at the first article.  The reader outlives the cursor.
  Cursor(const Reader& reader, std::string_view term);

  std::uint32_t doc() const noexcept { return doc_; }  // kEnd behind the last
  void next();                                         // Requires: doc() != kEnd
  void skip_to(std::uint32_t doc);                     // to the first that is >= doc; never back
  std::uint32_t frequency() { return list_->frequencies()[at_]; }  // Requires: doc() != kEnd
  void positions(std::vector<std::uint32_t>& out) { list_->positions(at_, out); }
  std::size_t memory() const {  // bytes that it holds
    return sizeof *this + (list_ ? list_->lasts().size_bytes() : 0);
  }

 private:
  void enter(std::uint32_t block, std::uint32_t doc);

  std::optional<PostingList> list_;
  std::uint32_t at_ = 0;
  std::uint32_t doc_ = kEnd;
};

}  // namespace dateline::words
