// In: articles, term trees.  Out: rankings.  By recursion over the tree, article by article.
#include "reference/reference_engine.hpp"

#include "analysis/terms.hpp"
#include "article/page.hpp"
#include "article/passages.hpp"
#include "base/utf8.hpp"
#include "ranking/reorder.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::reference {
namespace {

using analysis::TermTree;

bool stands(const TermTree& leaf, std::uint32_t position) {
  return !leaf.body_only || position >= analysis::kBodyStart;
}

bool holds(const TermTree& leaf, const Document::Term& term) {
  return !leaf.body_only ||
         std::any_of(term.positions.begin(), term.positions.end(),
                     [&](std::uint32_t position) { return stands(leaf, position); });
}

// By trying every way.
bool fits_by_trying(const std::u32string& text, std::size_t at, const std::u32string& pattern,
                    std::size_t p) {
  if (p == pattern.size()) return at == text.size();
  if (pattern[p] == '*') {
    return fits_by_trying(text, at, pattern, p + 1) ||
           (at < text.size() && fits_by_trying(text, at + 1, pattern, p));
  }
  return at < text.size() && (pattern[p] == '?' || pattern[p] == text[at]) &&
         fits_by_trying(text, at + 1, pattern, p + 1);
}

unsigned edits_between(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
      } else {
        table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                                table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
          table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
        }
      }
    }
  }
  return static_cast<unsigned>(table[a.size()][b.size()]);
}

std::u32string characters_of(std::string_view text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) result += base::next_code_point(text, at);
  return result;
}

// The edits by which a term fits a leaf that stands for many; nothing where it does not.
std::optional<unsigned> edits_of(const std::string& term, const TermTree& leaf) {
  if (!term.starts_with(leaf.term)) return std::nullopt;
  const std::u32string rest = characters_of(std::string_view(term).substr(leaf.term.size()));
  const std::u32string pattern = characters_of(leaf.pattern);
  if (leaf.edits > 0) {
    const unsigned edits = edits_between(rest, pattern);
    return edits <= leaf.edits ? std::optional(edits) : std::nullopt;
  }
  const bool fits = pattern.empty() || fits_by_trying(rest, 0, pattern, 0);
  return fits ? std::optional(0U) : std::nullopt;
}

// The terms of the document that a leaf means: one, or all that fit it.
std::vector<const std::pair<const std::string, Document::Term>*> terms_of(const Document& document,
                                                                          const TermTree& leaf) {
  std::vector<const std::pair<const std::string, Document::Term>*> result;
  for (auto at = document.terms.lower_bound(leaf.term); at != document.terms.end(); ++at) {
    const bool fits = leaf.kind == TermTree::Kind::kTerm ? at->first == leaf.term
                                                         : edits_of(at->first, leaf).has_value();
    if (!at->first.starts_with(leaf.term)) break;
    if (fits && holds(leaf, at->second)) result.push_back(&*at);
  }
  return result;
}

// Where phrases begin.
Positions phrase_starts(const std::vector<Positions>& parts) {
  Positions starts;
  for (const std::uint32_t start : parts.front()) {
    bool fits = true;
    for (std::uint32_t i = 0; i < parts.size(); ++i) fits = fits && parts[i].contains(start + i);
    if (fits) starts.insert(start);
  }
  return starts;
}

// Tries every choice of positions; of the choices for one position of the first part the one that
// begins last counts.
class Near {
 public:
  Near(const std::vector<Positions>& parts, const TermTree& tree) : parts_(parts), tree_(tree) {}

  Positions begins() {
    for (const std::uint32_t first : parts_.front()) {
      best_.reset();
      chosen_.assign(1, first);
      choose();
      if (best_) begins_.insert(*best_);
    }
    return begins_;
  }

 private:
  void choose() {
    const auto [least, most] = std::minmax_element(chosen_.begin(), chosen_.end());
    if (*most - *least > tree_.distance) return;
    if (chosen_.size() == parts_.size()) {
      best_ = std::max(best_.value_or(0), *least);
      return;
    }
    for (const std::uint32_t next : parts_[chosen_.size()]) {
      if (std::find(chosen_.begin(), chosen_.end(), next) != chosen_.end()) continue;
      if (tree_.ordered && next < chosen_.back()) continue;
      chosen_.push_back(next);
      choose();
      chosen_.pop_back();
    }
  }

  const std::vector<Positions>& parts_;
  const TermTree& tree_;
  std::vector<std::uint32_t> chosen_;
  std::optional<std::uint32_t> best_;
  Positions begins_;
};

Positions joined(const Document& document, const TermTree& tree) {
  std::vector<Positions> parts;
  for (const TermTree& part : tree.parts) parts.push_back(positions(document, part));
  return tree.kind == TermTree::Kind::kPhrase ? phrase_starts(parts) : Near(parts, tree).begins();
}

using Word = std::vector<const TermTree*>;

bool is_word(const TermTree& tree) {
  const std::string signs = "TCJA=QSLK";
  return tree.kind == TermTree::Kind::kTerm && tree.what == analysis::What::kWord &&
         signs.find(tree.term.at(0)) == std::string::npos;
}

// The words that rank side by side, each with its terms in all languages.
std::vector<Word> words_of(const TermTree& tree) {
  if (is_word(tree)) return {{&tree}};
  std::vector<const TermTree*> parts;
  for (const TermTree& part : tree.parts) parts.push_back(&part);
  switch (tree.kind) {
    case TermTree::Kind::kBest:
      if (std::all_of(parts.begin(), parts.end(), [](const auto* part) { return is_word(*part); }))
        return {parts};
      parts.resize(1);
      break;
    case TermTree::Kind::kExcept:
      parts.resize(1);
      break;
    case TermTree::Kind::kSum:
    case TermTree::Kind::kAll:
    case TermTree::Kind::kRequired:
      break;
    default:
      return {};
  }
  std::vector<Word> words;
  for (const TermTree* part : parts) {
    for (Word& word : words_of(*part)) words.push_back(std::move(word));
  }
  return words;
}

// The first term of the word that the document holds; nullptr where it holds none.
const TermTree* term_in(const Document& document, const Word& word) {
  for (const TermTree* term : word) {
    if (matches(document, *term)) return term;
  }
  return nullptr;
}

std::uint32_t times_near(const Positions& first, const Positions& second) {
  return static_cast<std::uint32_t>(std::count_if(first.begin(), first.end(), [&](std::uint32_t a) {
    return std::any_of(second.begin(), second.end(),
                       [&](std::uint32_t b) { return (a > b ? a - b : b - a) <= 4; });
  }));
}

}  // namespace

bool matches(const Document& document, const TermTree& tree) {
  const auto here = [&](const TermTree& part) { return matches(document, part); };
  switch (tree.kind) {
    case TermTree::Kind::kNothing:
      return false;
    case TermTree::Kind::kEverything:
      return true;
    case TermTree::Kind::kTerm:
    case TermTree::Kind::kPrefix:
      return !terms_of(document, tree).empty();
    case TermTree::Kind::kSum:
    case TermTree::Kind::kBest:
      return std::any_of(tree.parts.begin(), tree.parts.end(), here);
    case TermTree::Kind::kAll:
      return std::all_of(tree.parts.begin(), tree.parts.end(), here);
    case TermTree::Kind::kRequired:
    case TermTree::Kind::kUnscored:
      return here(tree.parts.front());
    case TermTree::Kind::kExcept:
      return here(tree.parts.front()) &&
             std::none_of(tree.parts.begin() + 1, tree.parts.end(), here);
    case TermTree::Kind::kPhrase:
    case TermTree::Kind::kNear:
      return !joined(document, tree).empty();
    case TermTree::Kind::kAtLeast:
      return positions(document, tree.parts.front()).size() >= tree.distance;
    case TermTree::Kind::kPublished:
      return document.published && document.published->first >= tree.days.first &&
             document.published->last <= tree.days.last;
  }
  return false;
}

Positions positions(const Document& document, const TermTree& tree) {
  Positions result;
  switch (tree.kind) {
    case TermTree::Kind::kTerm:
    case TermTree::Kind::kPrefix:
      for (const auto* entry : terms_of(document, tree)) {
        for (const std::uint32_t position : entry->second.positions) {
          if (stands(tree, position)) result.insert(position);
        }
      }
      return result;
    case TermTree::Kind::kPhrase:
    case TermTree::Kind::kNear:
      return joined(document, tree);
    default:
      for (const TermTree& part : tree.parts) result.merge(positions(document, part));
      return result;
  }
}

double Engine::score_of_term(const Document& document, const std::string& term,
                             double boost) const {
  const ranking::TermWeight weight({}, collection_, frequencies_.at(term), boost);
  return weight.score(document.terms.at(term).frequency(), document.length);
}

// Of a document that matches.
double Engine::score(const Document& document, const TermTree& tree) const {
  double result = 0;
  switch (tree.kind) {
    case TermTree::Kind::kTerm:
      return score_of_term(document, tree.term, tree.boost);
    case TermTree::Kind::kPrefix:
      for (const auto* entry : terms_of(document, tree)) {
        const double boost = tree.boost / (1 + *edits_of(entry->first, tree));
        result = std::max(result, score_of_term(document, entry->first, boost));
      }
      return result;
    case TermTree::Kind::kExcept:
      return score(document, tree.parts.front());
    case TermTree::Kind::kNothing:
    case TermTree::Kind::kEverything:
    case TermTree::Kind::kPublished:
    case TermTree::Kind::kUnscored:
      return 0;
    default:
      break;
  }
  for (const TermTree& part : tree.parts) {
    if (!matches(document, part)) continue;
    const double more = score(document, part);
    result = tree.kind == TermTree::Kind::kBest ? std::max(result, more) : result + more;
  }
  return result;
}

Document Engine::read(const Article& article) {
  const Page page = article::understand(article, recipe_.pages());
  const auto passages = article::passages(article, page, breaker_);
  const auto date = page.date ? Date::parse(page.date->value) : std::nullopt;
  const auto mentions = recipe_.mentions().find(passages, date);
  Document document;
  document.id = article.id;
  if (date) document.published = DayRange{date->first_day(), date->last_day()};
  const auto analysis = analyzer_.analyze(passages, page.language.value, mentions.found,
                                          actors::Cast(recipe_.actors(), mentions.unlisted));
  for (const analysis::Token& token : analysis.tokens) {
    if (token.field != Field::kTitle && token.field != Field::kBody) continue;
    ++document.words;
    const std::string& stem = token.form->stem;
    const bool is_figure = stem[0] >= '0' && stem[0] <= '9';
    if (!token.form->stop && stem.size() > 1 && !is_figure) ++document.telling[stem];
  }
  for (const analysis::Posting& posting : analysis.postings) {
    Document::Term& term = document.terms[std::string(analyzer_.terms()[posting.term])];
    term.weight += posting.weight;
    term.positions.insert(posting.position);
    document.length += posting.weight;
  }
  document.terms[analysis::language_term(page.language.value)];
  if (page.source) document.terms[analysis::source_term(page.source->value)];
  for (const MentionedDate& mention : page.dates) {
    for (const std::string& term : analysis::date_terms(mention.date)) document.terms[term];
  }
  std::vector<std::string> topics;
  for (const topics::Entry& entry : recipe_.topics().entries()) {
    if (matches(document, entry.tree)) topics.push_back(analysis::topic_term(entry.topic.id));
  }
  for (const std::string& topic : topics) document.terms[topic];
  return document;
}

void Engine::put(const Article& article) {
  remove(article.id);
  Document document = read(article);
  for (const auto& [term, occurrences] : document.terms) ++frequencies_[term];
  collection_.articles += 1;
  collection_.total_length += document.length;
  documents_.push_back(std::move(document));
}

void Engine::remove(std::string_view id) {
  const auto found = std::find_if(documents_.begin(), documents_.end(),
                                  [&](const Document& document) { return document.id == id; });
  if (found == documents_.end()) return;
  for (const auto& [term, occurrences] : found->terms) --frequencies_[term];
  collection_.articles -= 1;
  collection_.total_length -= found->length;
  documents_.erase(found);
}

double Engine::second_stage(const Document& document, const TermTree& asked, double score) const {
  const auto words = words_of(asked);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const TermTree* word = term_in(document, words[i]);
    if (word == nullptr) continue;
    const Positions here = positions(document, *word);
    if (*here.begin() < analysis::kBodyStart) {
      score += ranking::prominence(collection_, frequencies_.at(word->term), word->boost);
    }
    const TermTree* next = i + 1 < words.size() ? term_in(document, words[i + 1]) : nullptr;
    if (next == nullptr || next->term == word->term) continue;
    const std::uint32_t times = times_near(here, positions(document, *next));
    if (times == 0) continue;
    const auto frequency = std::max(frequencies_.at(word->term), frequencies_.at(next->term));
    score += ranking::nearness(collection_, frequency, std::min(word->boost, next->boost), times,
                               document.length);
  }
  return score;
}

TermTree Engine::expand(const TermTree& tree, const Ranking& ranking) const {
  const std::size_t count = std::min<std::size_t>(ranking.size(), 10);
  double total = 0;
  for (std::size_t i = 0; i < count; ++i) total += std::exp(ranking[i].score - ranking[0].score);
  std::map<std::string, double> model;
  for (std::size_t i = 0; i < count; ++i) {
    const double share = std::exp(ranking[i].score - ranking[0].score) / total;
    for (const auto& [term, times] : ranking[i].document->telling) {
      model[term] += share / ranking[i].document->words * times;
    }
  }
  std::vector<std::pair<std::string, double>> terms(model.begin(), model.end());
  std::stable_sort(terms.begin(), terms.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (terms.size() > 40) terms.resize(40);
  double sum = 0;
  for (const auto& [term, probability] : terms) sum += probability;
  const double words = static_cast<double>(std::max<std::size_t>(1, words_of(tree).size()));
  TermTree wider;
  const bool is_list = tree.kind == TermTree::Kind::kSum || tree.kind == TermTree::Kind::kBest ||
                       tree.kind == TermTree::Kind::kTerm;
  wider.kind = is_list ? TermTree::Kind::kSum : TermTree::Kind::kRequired;
  wider.parts.push_back(tree);
  analysis::scale(wider.parts[0], 1 - 0.3);
  for (const auto& [term, probability] : terms) {
    wider.parts.push_back(analysis::term_leaf(term, analysis::What::kWord, term));
    wider.parts.back().boost = 0.3 * words * (probability / sum);
  }
  return wider;
}

Engine::Ranking Engine::rank(const TermTree& tree, const TermTree& asked,
                             const RankingOptions& options) const {
  Ranking ranking;
  for (const Document& document : documents_) {
    if (!matches(document, tree)) continue;
    ranking.push_back({&document, score(document, tree)});
  }
  const auto order = [](const Scored& a, const Scored& b) { return a.score > b.score; };
  std::stable_sort(ranking.begin(), ranking.end(), order);
  if (!options.second_stage) return ranking;
  const auto end = ranking.begin() + std::min<std::ptrdiff_t>(40, std::ssize(ranking));
  for (auto hit = ranking.begin(); hit != end; ++hit) {
    hit->score = second_stage(*hit->document, asked, hit->score);
  }
  std::sort(ranking.begin(), end, [&](const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score > b.score : a.document < b.document;  // as they arrived
  });
  return ranking;
}

std::vector<std::pair<std::string, double>> Engine::rank(const TermTree& tree,
                                                         const RankingOptions& options) const {
  Ranking ranking = rank(tree, tree, options);
  if (options.expand) ranking = rank(expand(tree, ranking), tree, options);
  std::vector<std::pair<std::string, double>> result;
  for (const Scored& hit : ranking) result.emplace_back(hit.document->id, hit.score);
  return result;
}

}  // namespace dateline::reference
