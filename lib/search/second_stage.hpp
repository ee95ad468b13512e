// Puts the first hits in order anew: words of the query near each other, and in the title, add to
// their scores.  In: a bound query, its ranked words, a ranking.  Out: the ranking.
// Tested by tests/search/second_stage_test.cpp and tests/reference/.
#pragma once

#include "analysis/query_words.hpp"
#include "search/bound_query.hpp"
#include "search/ranker.hpp"

#include <dateline/results.hpp>

#include <memory>
#include <optional>
#include <vector>

namespace dateline::search {

class SecondStage {
 public:
  // `words` point into a tree whose terms are all in `query`; both must outlive this.
  SecondStage(const Snapshot& snapshot, BoundQuery& query, std::vector<analysis::QueryWord> words,
              Limit* limit = nullptr);

  // Of a ranking by score: the first ranking::kReordered hits.  The others stay where they are.
  // False where the limit ended it: nothing has changed.
  bool reorder(std::vector<Ranked>& best);
  // What is added to the article's score.
  std::vector<ScorePart> explain(std::size_t segment, std::uint32_t doc);

 private:
  // A word in the article at hand: the first of its terms that stands there, and where.
  struct Place {
    const analysis::TermTree* leaf = nullptr;
    std::uint64_t document_frequency = 0;
    std::vector<std::uint32_t> positions;
  };
  struct Bonus {
    std::size_t word;
    std::uint32_t times;  // near the next word; 0: the word stands in the title
    double score;
  };

  void open(std::size_t segment);
  const std::vector<Bonus>& bonuses(std::uint32_t doc);
  void find(std::size_t word, std::uint32_t doc);

  const Snapshot& snapshot_;
  BoundQuery& query_;
  ranking::Collection collection_;
  std::vector<analysis::QueryWord> words_;
  Limit none_;
  Limit& limit_;
  std::size_t segment_ = 0;
  std::optional<Limit::Loan> loan_;                                     // of the cursors
  std::vector<std::vector<std::unique_ptr<storage::Cursor>>> cursors_;  // of segment_, word by word
  std::vector<Place> places_;
  std::vector<Bonus> bonuses_;
};

}  // namespace dateline::search
