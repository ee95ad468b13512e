// A file of words, open for reading: what is known of its documents and terms.
// In: the bytes of words.dlw, mapped or read.  Out: terms, lengths, lists.
// Invariants: immutable; the bytes outlive it.  Every byte is verified before it is used.
// Errors: Error(kCorrupt) where the bytes are not those that were written, from any function.
// Threads: share it.
// Tested by tests/words/reader_test.cpp.
#pragma once

#include "words/dictionary.hpp"
#include "words/position_codec.hpp"
#include "words/words_file.hpp"

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::words {

class Reader {
 public:
  // `bytes`: the whole file; `name`: for errors.
  Reader(std::string_view bytes, std::string name);

  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(footer().documents); }
  std::uint64_t total_length() const noexcept { return footer().total_length; }
  std::uint64_t terms() const noexcept { return footer().terms; }
  std::uint32_t longest() const noexcept { return static_cast<std::uint32_t>(footer().longest); }

  // Its list, most often asked for next, is on its way into the cache then.
  std::optional<TermInfo> find(std::string_view term) const {
    const std::optional<TermInfo> found = dictionary_.find(term);
    if (found) {
      const std::uint8_t* list = bytes_.data() + footer().postings.offset + found->offset;
      __builtin_prefetch(list);
      __builtin_prefetch(list + 64);
    }
    return found;
  }
  std::uint64_t total_frequency(const TermInfo& info) const;
  // All terms from this one on, in the order of bytes.
  DictionaryWalk walk(std::string_view from) const { return dictionary_.walk(from); }

  const Dictionary& dictionary() const { return dictionary_; }

  struct TermCount {
    std::string term;
    std::uint32_t documents;
  };
  // Terms that begin with `prefix`, in the order of bytes, at most `limit`.
  std::vector<TermCount> terms(std::string_view prefix, std::size_t limit) const;

  // Requires: doc < size().
  std::uint32_t length(std::uint32_t doc) const { return lengths()[doc]; }

  // For those who walk lists.
  const VerifiedBytes& bytes() const { return bytes_; }
  const PackedNumbers& lengths() const {
    if (!lengths_verified_.load(std::memory_order_acquire))
      verify(footer().lengths, lengths_verified_);
    return lengths_;
  }
  PlaceMap places(std::uint32_t doc) const;  // Requires: doc < size()
  // How many bits the places of postings take.
  PlaceTable place_table() const;

 private:
  const Footer& footer() const noexcept { return bytes_.footer(); }
  void verify(const Section& section, std::atomic<bool>& verified) const;

  VerifiedBytes bytes_;
  Dictionary dictionary_;
  PackedNumbers lengths_;
  PackedNumbers titles_;
  PackedNumbers spans_;
  mutable std::atomic<bool> lengths_verified_ = false;
  mutable std::atomic<bool> titles_verified_ = false;
  mutable std::atomic<bool> spans_verified_ = false;
};

}  // namespace dateline::words
