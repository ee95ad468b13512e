// All names of all actors as one trie over words.  In: names; then the words of a text.
// Out: the longest name that begins at a word.
// A name matches in its own case, with any white space between its words and a possessive behind.
// Tested by tests/actors/name_trie_test.cpp.
#pragma once

#include "actors/catalog.hpp"
#include "base/word_table.hpp"
#include "text/words.hpp"

#include <dateline/range.hpp>

#include <bitset>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::actors {

// What a name may mean.
struct Meaning {
  ActorNumber actor = 0;
  How how = How::kName;
  bool is_not = false;
  bool is_short = false;
  bool is_dotted = false;  // "Mo.": only with its full stop
};

class NameTrie {
 public:
  struct Match {
    const std::vector<Meaning>* meanings;  // not empty; one with is_not stands alone
    std::size_t words;                     // how many the name has
    Range range;                           // without the possessive
  };

  void add(std::string_view name, Meaning meaning, text::WordBreaker& breaker);

  // The longest name that begins at words[0] and has at most `most` words.
  std::optional<Match> longest(std::string_view text, std::span<const Range> words,
                               std::size_t most) const;

 private:
  using Node = std::uint32_t;
  // The key of a word at the beginning of a name, its apostrophes straight.
  static base::WordKey first_key(std::string_view text, Range word);
  std::optional<Node> first_step(std::string_view text, Range word) const;
  std::optional<Node> step(Node from, std::string_view gap, std::string_view word) const;
  bool may_end(Node node, std::string_view rest) const;
  static std::size_t beginning(const base::WordKey& key) { return key.hash() % kBeginnings; }

  static constexpr std::size_t kBeginnings = std::size_t{1} << 17;
  base::WordTable<Node> firsts_;
  std::bitset<kBeginnings> beginnings_;  // hashes of first words: most words of a text have others
  std::unordered_map<std::uint64_t, Node> edges_;  // hash of (node, gap, word) -> node
  std::vector<std::vector<Meaning>> meanings_{{}};
};

}  // namespace dateline::actors
