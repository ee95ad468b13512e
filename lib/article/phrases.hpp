// Phrases of a recipe, found in lines.  In: phrases as a person writes them; the tokens of a line.
// Out: which phrase stands where.
// A phrase matches its words and marks in order, whole words, whatever their case; "^" before it
// binds it to the line's first word, "$" behind it to the last (brackets and quotes do not count).
// A word that the phrase writes in capitals, "^CLOSE", must stand in capitals.
// Tested by tests/article/phrases_test.cpp.
#pragma once

#include "article/tokens.hpp"

#include <array>
#include <bitset>
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

  // The match that begins first at or behind token `from`; of several there, the list's first.
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
    std::vector<bool> shouted;
    std::uint32_t next = 0;  // the next entry of its bucket, in the order of the list
    std::size_t anchor = 0;  // the token by which it is looked up: the one that is rarest in texts
    bool at_begin = false;
    bool at_end = false;
    bool marks = false;
  };

  void add(std::string_view phrase);
  static std::size_t place(std::uint64_t hash) { return (hash >> 32) % kPlaces; }
  std::uint32_t& bucket(std::uint64_t hash) { return buckets_[hash % buckets_.size()]; }
  void find_at(Tokens tokens, std::size_t from, std::size_t at, std::optional<Match>& best) const;
  bool matches(const Entry& entry, Tokens tokens, std::size_t at) const;

  std::vector<std::string> phrases_;
  std::vector<Entry> entries_;
  std::array<std::uint32_t, 4096> buckets_{};  // by the anchor's hash: an entry's number + 1, or 0
  static constexpr std::size_t kPlaces = 8192;
  std::bitset<kPlaces> anchors_;  // where anchors' hashes fall: small enough to stay in the cache
  std::size_t farthest_ = 0;  // the farthest that an anchor lies behind its phrase's first token
};

}  // namespace dateline::article
