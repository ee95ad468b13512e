// The passages that two articles have in common.  In: the words of both.  Out: runs of equal words.
// Tested by tests/stories/passages_test.cpp.
#include "stories/passages.hpp"

#include <algorithm>
#include <unordered_map>

namespace dateline::stories {
namespace {

using Words = std::span<const Word>;

constexpr std::size_t kAnchor = 4;  // words by which a run is found

std::uint64_t anchor_at(Words words, std::size_t at) {
  std::uint64_t anchor = 0;
  for (std::size_t i = at; i < at + kAnchor; ++i) {
    anchor = (anchor ^ words[i].folded) * 0x9e3779b97f4a7c15ULL;
  }
  return anchor;
}

// A run ends with its passage on either side.
std::size_t run_length(Words a, std::size_t i, Words b, std::size_t j) {
  std::size_t length = 0;
  while (i + length < a.size() && j + length < b.size() &&
         a[i + length].folded == b[j + length].folded && a[i + length].passage == a[i].passage &&
         b[j + length].passage == b[j].passage) {
    ++length;
  }
  return length;
}

Field lesser(Field a, Field b) {
  for (const Field field : {Field::kCaption, Field::kTitle}) {
    if (a == field || b == field) return field;
  }
  return Field::kBody;
}

}  // namespace

std::vector<Word> words_of(std::span<const analysis::Token> tokens) {
  std::vector<Word> words;
  for (const analysis::Token& token : tokens) {
    if (token.field == Field::kJunk) continue;
    words.push_back({token.form->hash, token.range, token.passage, token.field});
  }
  return words;
}

std::vector<CommonPassage> common_passages(Words a, Words b) {
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> anchors;
  for (std::size_t j = 0; j + kAnchor <= b.size(); ++j) anchors[anchor_at(b, j)].push_back(j);
  std::vector<CommonPassage> result;
  for (std::size_t i = 0; i + kAnchor <= a.size();) {
    std::size_t longest = 0;
    std::size_t at = 0;
    if (const auto found = anchors.find(anchor_at(a, i)); found != anchors.end()) {
      for (const std::size_t j : found->second) {
        const std::size_t length = run_length(a, i, b, j);
        if (length > longest) at = j;
        longest = std::max(longest, length);
      }
    }
    if (longest < kLeastWords) {
      ++i;
      continue;
    }
    result.push_back({{a[i].range.begin, a[i + longest - 1].range.end},
                      {b[at].range.begin, b[at + longest - 1].range.end},
                      lesser(a[i].field, b[at].field),
                      longest});
    i += longest;
  }
  return result;
}

}  // namespace dateline::stories
