// Phrases of a recipe, found in lines.  In: phrases as a person writes them; the tokens of a line.
// Out: which phrase stands where.
// A phrase matches its words and marks in order, whole words, whatever their case; "^" before it
// binds it to the line's first word, "$" behind it to the last (brackets and quotes do not count).
// Tested by tests/article/phrases_test.cpp.
#pragma once

#include "article/tokens.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::article {

class PhraseList {
 public:
  struct Match {
    std::size_t phrase = 0;  // its place in the list
    std::size_t first = 0;   // tokens [first, last)
    std::size_t last = 0;
  };

  PhraseList() = default;
  PhraseList(std::vector<std::string> phrases);  // NOLINT(google-explicit-constructor): is a list
  PhraseList(std::initializer_list<std::string> phrases)
      : PhraseList(std::vector<std::string>(phrases)) {}

  // The first match that begins at or behind token `from`.
  std::optional<Match> find(Tokens tokens, std::size_t from = 0) const;
  // The match that begins the line.
  std::optional<Match> find_first(Tokens tokens) const;

  // The phrase without its anchors.
  std::string name(std::size_t phrase) const;
  // True when it holds a comma, a bracket or another mark.
  bool has_marks(std::size_t phrase) const { return entries_[phrase].marks; }
  bool is_single_word(std::size_t phrase) const {
    return !has_marks(phrase) && entries_[phrase].hashes.size() == 1;
  }
  bool is_anchored(std::size_t phrase) const {
    return entries_[phrase].at_begin || entries_[phrase].at_end;
  }
  bool empty() const { return phrases_.empty(); }
  // The first phrase that can match nothing; nullptr when there is none.
  const std::string* empty_phrase() const;

  friend bool operator==(const PhraseList& a, const PhraseList& b) {
    return a.phrases_ == b.phrases_;
  }

 private:
  struct Entry {
    std::vector<std::uint64_t> hashes;
    std::uint32_t next = 0;  // the next entry of its bucket, in the order of the list
    bool at_begin = false;
    bool at_end = false;
    bool marks = false;
  };

  void add(std::string_view phrase);
  std::uint32_t& bucket(std::uint64_t hash) { return buckets_[hash % buckets_.size()]; }
  bool matches(const Entry& entry, Tokens tokens, std::size_t at) const;

  std::vector<std::string> phrases_;
  std::vector<Entry> entries_;
  std::array<std::uint32_t, 4096> buckets_{};  // by the first hash: an entry's number + 1, or 0
};

}  // namespace dateline::article
