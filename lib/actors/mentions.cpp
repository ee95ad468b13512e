// From names that stand in a text to the actors that are meant.
// In: passages, date.  Out: mentions.
// Tested by tests/actors/mentions_test.cpp.
#include "actors/mentions.hpp"

#include "actors/decide.hpp"

#include <unordered_map>

namespace dateline::actors {
namespace {

constexpr std::size_t kAnyLength = 32;

// Collects the names of one article, passage by passage.
class Collector {
 public:
  Collector(const Catalog& catalog, const NameTrie& trie) : catalog_(catalog), trie_(trie) {}

  void read(const article::Passage& passage, std::uint32_t number) {
    for (std::size_t at = 0; at < passage.words.size();) {
      const auto match = longest(passage, at, kAnyLength);
      if (!match) {
        ++at;
        continue;
      }
      const bool kept = keep(*match, number, at);
      if (kept && is_office(match->meanings->front())) {
        read_within_office(passage, number, at, *match);
      }
      at += match->words;
    }
  }

  std::vector<Candidate> take() { return std::move(candidates_); }

 private:
  std::optional<NameTrie::Match> longest(const article::Passage& passage, std::size_t at,
                                         std::size_t most) const {
    return trie_.longest(passage.text, std::span(passage.words).subspan(at), most);
  }

  bool is_office(const Meaning& meaning) const {
    return catalog_[meaning.actor].actor.kind == "office";
  }

  bool keep(const NameTrie::Match& match, std::uint32_t passage, std::size_t word) {
    if (match.meanings->front().is_not) return false;
    candidates_.push_back({match.meanings, match.range, passage, static_cast<std::uint32_t>(word),
                           static_cast<std::uint32_t>(match.words)});
    return true;
  }

  // "Russian President" and "president of Russia" name Russia too.
  void read_within_office(const article::Passage& passage, std::uint32_t number, std::size_t at,
                          const NameTrie::Match& office) {
    for (std::size_t i = 0; i < office.words;) {
      const auto inner = longest(passage, at + i, office.words - (i == 0 ? 1 : i));
      if (inner && !is_office(inner->meanings->front())) keep(*inner, number, at + i);
      i += inner ? inner->words : 1;
    }
  }

  const Catalog& catalog_;
  const NameTrie& trie_;
  std::vector<Candidate> candidates_;
};

}  // namespace

MentionFinder::MentionFinder(const Catalog& catalog) : catalog_(catalog) {
  text::WordBreaker breaker;
  for (ActorNumber number = 0; number < catalog.entries().size(); ++number) {
    for (const Name& name : catalog[number].names) {
      trie_.add(name.text, {number, name.how, name.is_not}, breaker);
    }
  }
}

std::vector<Found> MentionFinder::find(std::span<const article::Passage> passages,
                                       const std::optional<Date>& date) const {
  if (catalog_.entries().empty()) return {};
  Collector collector(catalog_, trie_);
  for (std::uint32_t i = 0; i < passages.size(); ++i) {
    if (passages[i].field != Field::kJunk) collector.read(passages[i], i);
  }
  return decide(catalog_, passages, collector.take(), date);
}

}  // namespace dateline::actors
