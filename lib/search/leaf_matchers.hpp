// Matchers of single terms, of all articles, of dates.
// Tested by tests/search/matcher_test.cpp.
#pragma once

#include "search/matcher.hpp"

namespace dateline::search {

class NothingMatcher final : public Matcher {
 public:
  NothingMatcher() { doc_ = kEnd; }
  void advance(std::uint32_t) override {}
  double score() override { return 0; }
  void positions(analysis::PositionList& out) override { out.clear(); }
  void explain(std::vector<std::pair<std::string, double>>&) override {}
};

// Any cursor, without a score.
class CursorMatcher final : public Matcher {
 public:
  CursorMatcher(std::unique_ptr<storage::Cursor> cursor, Limit* limit);
  void advance(std::uint32_t target) override;
  double score() override { return 0; }
  void positions(analysis::PositionList& out) override { cursor_->positions(out); }
  void explain(std::vector<std::pair<std::string, double>>&) override {}

 private:
  std::unique_ptr<storage::Cursor> cursor_;
  Limit* limit_;
};

class TermMatcher final : public Matcher {
 public:
  TermMatcher(const analysis::TermTree& leaf, storage::SegmentSession& session,
              const Scoring& scoring);
  void advance(std::uint32_t target) override;
  double score() override;
  void positions(analysis::PositionList& out) override;
  void explain(std::vector<std::pair<std::string, double>>& out) override;

 private:
  bool fits();

  const analysis::TermTree& leaf_;
  storage::SegmentSession& session_;
  std::unique_ptr<storage::Cursor> cursor_;
  ranking::TermWeight weight_;
  Limit* limit_;
};

}  // namespace dateline::search
