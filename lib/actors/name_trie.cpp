// The trie over words: one table of the first words; the edges behind them in one hash table, keyed by
// node, the signs before the word, the word.
// In: names, texts.  Out: longest matches.
// Tested by tests/actors/name_trie_test.cpp.
#include "actors/name_trie.hpp"

#include "article/tokens.hpp"
#include "base/hash.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace dateline::actors {
namespace {

constexpr std::size_t kMostSigns = 8;                // bytes between two words of a name
constexpr std::string_view kCurly = "\xE2\x80\x99";  // ’

// The word with straight apostrophes.
void append_straight(std::string& out, std::string_view word) {
  for (std::size_t at = word.find(kCurly); at != std::string_view::npos; at = word.find(kCurly)) {
    out.append(word.substr(0, at)).push_back('\'');
    word.remove_prefix(at + kCurly.size());
  }
  out.append(word);
}

// The bytes of a possessive at the word's end: 's, ’s.
std::size_t possessive(std::string_view word) {
  if (!word.ends_with('s') && !word.ends_with('S')) return 0;
  if (word.ends_with("'s") || word.ends_with("'S")) return 2;
  if (word.size() > 4 && word.ends_with('s') && word.substr(0, word.size() - 1).ends_with(kCurly)) {
    return 4;
  }
  return 0;
}

// What stands between two words of a name, white space as one blank.
void append_gap(std::string& out, std::string_view gap) {
  for (std::size_t at = 0; at < gap.size();) {
    if (const std::size_t space = article::space_at(gap, at)) {
      if (out.empty() || out.back() != ' ') out.push_back(' ');
      at += space;
    } else {
      const std::size_t begin = at;
      base::next_code_point(gap, at);
      out.append(gap.substr(begin, at - begin));
    }
  }
}

// The bytes of a gap that are no white space.
std::size_t signs(std::string_view gap) {
  if (gap == " ") return 0;
  std::size_t count = 0;
  for (std::size_t at = 0; at < gap.size();) {
    const std::size_t space = article::space_at(gap, at);
    if (space == 0) ++count;
    at += std::max<std::size_t>(space, 1);
  }
  return count;
}

std::uint64_t edge_key(std::uint32_t node, std::string_view gap, std::string_view word) {
  thread_local std::string key;
  key.clear();
  append_gap(key, gap);
  key.push_back('\0');
  append_straight(key, word);
  return base::hash64(key) + node * 0x9E3779B97F4A7C15ULL;
}

}  // namespace

void NameTrie::add(std::string_view name, Meaning meaning, text::WordBreaker& breaker) {
  std::vector<Range> words;
  breaker.find(name, words);
  if (words.empty()) return;
  meaning.is_dotted = words.size() == 1 && name.find('.') + 1 == name.size();
  Node& first = firsts_[first_key(name, words.front())];
  if (first == 0) {
    first = static_cast<Node>(meanings_.size());
    meanings_.emplace_back();
    beginnings_.set(beginning(first_key(name, words.front())));
  }
  Node node = first;
  std::size_t end = words.front().end;
  for (const Range word : std::span(words).subspan(1)) {
    const auto key =
        edge_key(node, name.substr(end, word.begin - end), name.substr(word.begin, word.size()));
    const auto [edge, is_new] = edges_.try_emplace(key, static_cast<Node>(meanings_.size()));
    if (is_new) meanings_.emplace_back();
    node = edge->second;
    end = word.end;
  }
  auto& known = meanings_[node];
  // Who has the name is meant, whoever else it is not.
  if (!known.empty() && meaning.is_not && !known.front().is_not) return;
  if (!known.empty() && !meaning.is_not && known.front().is_not) known.clear();
  const auto twice = std::find_if(known.begin(), known.end(), [&](const Meaning& m) {
    return m.actor == meaning.actor && m.is_not == meaning.is_not;
  });
  if (twice == known.end()) {
    known.push_back(meaning);
  } else {
    twice->is_dotted = twice->is_dotted && meaning.is_dotted;
  }
}

base::WordKey NameTrie::first_key(std::string_view text, Range word) {
  const base::WordKey key = base::word_key(text, word);
  if (key.is_ascii()) return key;
  const std::string_view bytes = text.substr(word.begin, word.size());
  if (bytes.find(kCurly) == std::string_view::npos) return key;
  std::string straight;
  append_straight(straight, bytes);
  return base::word_key(straight);
}

std::optional<NameTrie::Node> NameTrie::first_step(std::string_view text, Range word) const {
  const base::WordKey key = first_key(text, word);
  if (!beginnings_[beginning(key)]) return std::nullopt;
  const Node* node = firsts_.find(key);
  return node == nullptr ? std::nullopt : std::optional(*node);
}

std::optional<NameTrie::Node> NameTrie::step(Node from, std::string_view gap,
                                             std::string_view word) const {
  const auto edge = edges_.find(edge_key(from, gap, word));
  return edge == edges_.end() ? std::nullopt : std::optional(edge->second);
}

std::optional<NameTrie::Match> NameTrie::longest(std::string_view text,
                                                 std::span<const Range> words,
                                                 std::size_t most) const {
  std::optional<Match> best;
  Node node = 0;
  std::size_t end = words.front().begin;
  for (std::size_t i = 0; i < std::min(words.size(), most); ++i) {
    const auto gap = text.substr(end, words[i].begin - end);
    if (signs(gap) > kMostSigns) break;
    const auto take = [&](std::size_t cut) {
      const Range word{words[i].begin, words[i].end - cut};
      const auto reached =
          i == 0 ? first_step(text, word) : step(node, gap, text.substr(word.begin, word.size()));
      if (reached && may_end(*reached, text.substr(words[i].end))) {
        best = Match{&meanings_[*reached], i + 1, {words.front().begin, word.end}};
      }
      return reached;
    };
    if (const std::size_t cut = possessive(text.substr(words[i].begin, words[i].size()))) take(cut);
    const auto next = take(0);
    if (!next) break;
    node = *next;
    end = words[i].end;
  }
  return best;
}

// Whether a name ends at the node before this text.
bool NameTrie::may_end(Node node, std::string_view rest) const {
  const auto& meanings = meanings_[node];
  return !meanings.empty() &&
         (rest.starts_with('.') || !std::all_of(meanings.begin(), meanings.end(),
                                                [](const Meaning& m) { return m.is_dotted; }));
}

}  // namespace dateline::actors
