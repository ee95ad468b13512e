// Matches listed names in passages.  In: passages.  Out: candidates.
// Tested by tests/actors/candidates_test.cpp.
#include "actors/candidates.hpp"

#include "actors/capitals.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace dateline::actors {
namespace {

constexpr std::size_t kAnyLength = 32;
// What every state has.
constexpr std::string_view kInstitutions[] = {
    "army",       "navy",       "force",    "forces",     "marines",  "corps",    "guard",
    "military",   "parliament", "senate",   "house",      "court",    "congress", "council",
    "government", "cabinet",    "ministry", "department", "treasury", "police",   "embassy",
    "mission",    "command",    "staff",    "presidency", "office",   "agency"};

// Collects the names of one article, passage by passage.
class Collector {
 public:
  Collector(const Catalog& catalog, const NameTrie& trie, const NameRules& rules)
      : catalog_(catalog), trie_(trie), rules_(rules) {}

  void read(const article::Passage& passage, std::uint32_t number) {
    is_lowered_ = false;
    for (std::size_t at = 0; at < passage.words.size();) {
      auto match = longest(passage, at, kAnyLength);
      if (!match) match = in_capitals(passage, at);
      if (!match) {
        ++at;
        continue;
      }
      const bool kept = keep(*match, number, at);
      if (kept && is_office(match->meanings->front())) {
        read_within_office(passage, number, at, *match);
      } else if (kept && match->words > 1) {
        read_country_of_body(passage, number, at, *match);
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

  // "YELTSIN", "NEW ZEALAND" in headlines and tables; not "BEGIN", "MAY".
  std::optional<NameTrie::Match> in_capitals(const article::Passage& passage, std::size_t at) {
    const auto word = [&](std::size_t i) {
      return passage.text.substr(passage.words[i].begin, passage.words[i].size());
    };
    const std::string_view first = word(at);
    if (rules_.common.empty() || first.size() < 2 || !base::is_ascii_upper(first[0]) ||
        !base::is_ascii_upper(first[1])) {
      return std::nullopt;
    }
    auto match = trie_.longest(lowered(passage), std::span(passage.words).subspan(at), kAnyLength);
    if (!match || match->meanings->front().is_not || match->meanings->front().is_short)
      return std::nullopt;
    bool told = false;
    for (std::size_t i = at; i < at + match->words; ++i) {
      if (!base::is_ascii_upper(word(i).back())) return std::nullopt;
      told = told || (is_in_capitals(word(i)) && !rules_.is_common(word(i)));
    }
    return told ? match : std::nullopt;
  }

  // The text that the passage stands in, copied once for all its passages.
  std::string_view lowered(const article::Passage& passage) {
    if (lowered_of_ != passage.text.data()) {
      lowered_of_ = passage.text.data();
      lowered_ = passage.text;
    }
    if (!is_lowered_) lower_capitals(passage, lowered_);
    is_lowered_ = true;
    return lowered_;
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
      auto inner = longest(passage, at + i, office.words - (i == 0 ? 1 : i));
      while (inner && is_office(inner->meanings->front())) {  // "US Special Envoy for Ukraine"
        inner = inner->words > 1 ? longest(passage, at + i, inner->words - 1) : std::nullopt;
      }
      if (inner) keep(*inner, number, at + i);
      i += inner ? inner->words : 1;
    }
  }

  // A country, or a capital with its genitive: "Kyiv's military intelligence agency".
  bool may_own(const article::Passage& passage, const NameTrie::Match& owner) const {
    const std::string& kind = catalog_[owner.meanings->front().actor].actor.kind;
    const std::string_view behind = passage.text.substr(owner.range.end);
    const bool possessive = behind.starts_with("'s ") || behind.starts_with("’s ");
    return kind == "country" || (kind == "place" && possessive);
  }

  // "US Senate", "Russia's defence ministry" name the country too; "Bank of England" does not.
  void read_country_of_body(const article::Passage& passage, std::uint32_t number, std::size_t at,
                            const NameTrie::Match& body) {
    if (catalog_[body.meanings->front().actor].actor.kind != "org") return;
    auto country = longest(passage, at, body.words - 1);
    while (country && !may_own(passage, *country)) {  // "Kyiv's military intelligence"
      country = country->words > 1 ? longest(passage, at, country->words - 1) : std::nullopt;
    }
    if (!country) return;
    const Range last = passage.words[at + body.words - 1];
    const std::string word = base::ascii_lower(
        passage.text.substr(last.begin, std::min(last.end, body.range.end) - last.begin));
    const bool is_institution = std::find(std::begin(kInstitutions), std::end(kInstitutions),
                                          word) != std::end(kInstitutions);
    if (is_institution) keep(*country, number, at);
  }

  const Catalog& catalog_;
  const NameTrie& trie_;
  const NameRules& rules_;
  std::string lowered_;               // a copy of a text, its names in capitals written small
  const char* lowered_of_ = nullptr;  // that text
  bool is_lowered_ = false;           // up to the passage at hand
  std::vector<Candidate> candidates_;
};

}  // namespace

std::vector<Candidate> find_candidates(const Catalog& catalog, const NameTrie& trie,
                                       const NameRules& rules,
                                       std::span<const article::Passage> passages) {
  Collector collector(catalog, trie, rules);
  for (std::uint32_t i = 0; i < passages.size(); ++i) {
    if (passages[i].field != Field::kJunk) collector.read(passages[i], i);
  }
  return collector.take();
}

}  // namespace dateline::actors
