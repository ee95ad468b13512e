// Finds a recipe's phrases in a line.  In: phrases, tokens.  Out: matches.
// Method: a table of the phrases by their longest word, which is mostly the rarest; where it stands, the
// rest is compared.
// Tested by tests/article/phrases_test.cpp.
#include "article/phrases.hpp"

#include <algorithm>
#include <utility>

namespace dateline::article {
namespace {

std::string_view without_anchors(std::string_view phrase) {
  if (phrase.starts_with('^')) phrase.remove_prefix(1);
  if (phrase.ends_with('$')) phrase.remove_suffix(1);
  return phrase;
}

bool all_marks(Tokens tokens) {
  return std::none_of(tokens.begin(), tokens.end(),
                      [](const Token& token) { return token.kind != TokenKind::kMark; });
}

bool all_closing(Tokens tokens) {
  return std::all_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return is_one_of(token, ")]}\"'"); });
}

}  // namespace

PhraseList::PhraseList(std::vector<std::string> phrases) : phrases_(std::move(phrases)) {
  for (const std::string& phrase : phrases_) add(phrase);
  // From the last to the first, so that each bucket is in the order of the list.
  for (std::size_t i = entries_.size(); i-- > 0;) {
    if (entries_[i].hashes.empty()) continue;
    std::uint32_t& head = bucket(entries_[i].hashes[entries_[i].anchor]);
    entries_[i].next = std::exchange(head, static_cast<std::uint32_t>(i + 1));
    anchors_.set(place(entries_[i].hashes[entries_[i].anchor]));
    farthest_ = std::max(farthest_, entries_[i].anchor);
  }
}

void PhraseList::add(std::string_view phrase) {
  Entry entry;
  entry.at_begin = phrase.starts_with('^');
  entry.at_end = phrase.ends_with('$');
  const std::string_view bare = without_anchors(phrase);
  std::vector<Token> tokens;
  tokenize(bare, {0, bare.size()}, tokens);
  std::size_t longest = 0;
  for (const Token& token : tokens) {
    const std::size_t size = token.kind == TokenKind::kMark ? 1 : 1 + token.range.size();
    if (size > longest) {
      longest = size;
      entry.anchor = entry.hashes.size();
    }
    entry.hashes.push_back(token.hash);
    entry.shouted.push_back(token.shouted);
    entry.marks |= token.kind == TokenKind::kMark;
  }
  entries_.push_back(std::move(entry));
}

std::optional<PhraseList::Match> PhraseList::find(Tokens tokens, std::size_t from) const {
  std::optional<Match> best;
  for (std::size_t at = from; at < tokens.size(); ++at) {
    if (best && at > best->first + farthest_) break;
    if (anchors_[place(tokens[at].hash)]) find_at(tokens, from, at, best);
  }
  return best;
}

// Of the phrases whose anchor may be token `at`, the best so far.
void PhraseList::find_at(Tokens tokens, std::size_t from, std::size_t at,
                         std::optional<Match>& best) const {
  const std::uint64_t hash = tokens[at].hash;
  for (std::uint32_t number = buckets_[hash % buckets_.size()]; number != 0;) {
    const Entry& entry = entries_[number - 1];
    const Match match{number - 1, at - entry.anchor, at - entry.anchor + entry.hashes.size()};
    const bool better = !best || match.first < best->first ||
                        (match.first == best->first && match.phrase < best->phrase);
    if (entry.hashes[entry.anchor] == hash && at >= from + entry.anchor && better &&
        matches(entry, tokens, match.first)) {
      best = match;
    }
    number = entry.next;
  }
}

std::optional<PhraseList::Match> PhraseList::find_first(Tokens tokens) const {
  const auto match = find(tokens);
  return match && all_marks(tokens.first(match->first)) ? match : std::nullopt;
}

std::string PhraseList::name(std::size_t phrase) const {
  return std::string(without_anchors(phrases_[phrase]));
}

const std::string* PhraseList::empty_phrase() const {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].hashes.empty()) return &phrases_[i];
  }
  return nullptr;
}

bool PhraseList::matches(const Entry& entry, Tokens tokens, std::size_t at) const {
  if (entry.hashes.size() > tokens.size() - at) return false;
  for (std::size_t i = 0; i < entry.hashes.size(); ++i) {
    if (tokens[at + i].hash != entry.hashes[i]) return false;
    if (entry.shouted[i] && !tokens[at + i].shouted) return false;
  }
  if (entry.at_begin && !all_marks(tokens.first(at))) return false;
  return !entry.at_end || all_closing(tokens.subspan(at + entry.hashes.size()));
}

}  // namespace dateline::article
