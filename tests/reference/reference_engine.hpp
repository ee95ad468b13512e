// The plainest engine that answers as the library has to: every article in memory, every article
// looked at for every query.  In: articles, term trees.  Out: ids with scores, the best first.
// Shares with the library what an article's postings are and what a term is worth, nothing else.
#pragma once

#include "analysis/analyzer.hpp"
#include "analysis/term_tree.hpp"
#include "ranking/bm25.hpp"
#include "recipe/data.hpp"
#include "text/words.hpp"

#include <dateline/article.hpp>
#include <dateline/results.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::reference {

using Positions = std::set<std::uint32_t>;

// One article: its terms, filters included, and its date.
struct Document {
  struct Term {
    std::uint32_t weight = 0;
    Positions positions;
    std::uint32_t frequency() const {
      return weight != 0 ? weight : static_cast<std::uint32_t>(positions.size());
    }
  };

  std::string id;
  std::uint32_t length = 0;
  std::map<std::string, Term> terms;
  std::map<std::string, std::uint32_t> telling;  // words of title and body, no stop words
  std::uint32_t words = 0;                       // of title and body
  std::optional<DayRange> published;
};

class Engine {
 public:
  explicit Engine(const recipe::Data& recipe) : recipe_(recipe), analyzer_(recipe.terms()) {}

  // In place of the article with its id.
  void put(const Article& article);
  // As if it had never been put.
  void remove(std::string_view id);

  // All that match; equal scores in the order of arrival.
  std::vector<std::pair<std::string, double>> rank(const analysis::TermTree& tree,
                                                   const RankingOptions& options = {}) const;

 private:
  struct Scored {
    const Document* document;
    double score;
  };
  using Ranking = std::vector<Scored>;

  Document read(const Article& article);
  // By `tree`; then the first 40 by the words of `asked`, where that is wanted.
  Ranking rank(const analysis::TermTree& tree, const analysis::TermTree& asked,
               const RankingOptions& options) const;
  analysis::TermTree expand(const analysis::TermTree& tree, const Ranking& ranking) const;
  double second_stage(const Document& document, const analysis::TermTree& asked,
                      double score) const;
  double score(const Document& document, const analysis::TermTree& tree) const;
  double score_of_term(const Document& document, const std::string& term, double boost) const;

  const recipe::Data& recipe_;
  text::WordBreaker breaker_;
  analysis::Analyzer analyzer_;
  std::vector<Document> documents_;
  std::map<std::string, std::uint64_t> frequencies_;  // articles that hold a term
  ranking::Collection collection_;
};

bool matches(const Document& document, const analysis::TermTree& tree);
// Where the tree stands, for phrases and NEAR.
Positions positions(const Document& document, const analysis::TermTree& tree);

}  // namespace dateline::reference
