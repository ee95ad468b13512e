// Matchers that join others: any, all, required, except, phrase, near.
// Tested by tests/search/matcher_test.cpp.
#pragma once

#include "search/matcher.hpp"

namespace dateline::search {

using Matchers = std::vector<std::unique_ptr<Matcher>>;

// kSum and kBest: any part.  A step costs the logarithm of the parts for each one that moves.
class AnyMatcher final : public Matcher {
 public:
  AnyMatcher(Matchers parts, bool best);
  void advance(std::uint32_t target) override;
  double score() override;
  void positions(analysis::PositionList& out) override;
  void explain(std::vector<std::pair<std::string, double>>& out) override;

 private:
  std::uint64_t key(std::uint32_t part) const;
  void replace_first(std::uint64_t key);
  void settle();
  const std::vector<std::uint32_t>& here();

  Matchers parts_;
  bool best_;
  std::vector<std::uint64_t> heap_;  // where each part stands, then its number; the smallest first
  std::vector<std::uint32_t> here_;  // the parts that match doc(), in their order
  std::vector<std::size_t> open_;    // places of the heap that are still to be looked at
};

// kAll: every part.
class AllMatcher : public Matcher {
 public:
  explicit AllMatcher(Matchers parts);
  void advance(std::uint32_t target) override;
  double score() override;
  void positions(analysis::PositionList& out) override;
  void explain(std::vector<std::pair<std::string, double>>& out) override;

 protected:
  // To the first article >= target that every part matches.
  void align(std::uint32_t target);
  Matchers parts_;
};

// kPhrase and kNear: every part, where the positions fit.
class PositionMatcher final : public AllMatcher {
 public:
  PositionMatcher(Matchers parts, const analysis::TermTree& tree);
  void advance(std::uint32_t target) override;
  void positions(analysis::PositionList& out) override;
  void explain(std::vector<std::pair<std::string, double>>& out) override;

 private:
  std::vector<analysis::PositionList> matches(std::size_t most);
  const analysis::TermTree& tree_;
};

// kRequired: the first part; the others add to the score.
class RequiredMatcher final : public Matcher {
 public:
  explicit RequiredMatcher(Matchers parts);
  void advance(std::uint32_t target) override;
  double score() override;
  void positions(analysis::PositionList& out) override { parts_.front()->positions(out); }
  void explain(std::vector<std::pair<std::string, double>>& out) override;

 private:
  void follow();
  Matchers parts_;
};

// kExcept: the first part and none of the others.
class ExceptMatcher final : public Matcher {
 public:
  explicit ExceptMatcher(Matchers parts);
  void advance(std::uint32_t target) override;
  double score() override { return parts_.front()->score(); }
  void positions(analysis::PositionList& out) override { parts_.front()->positions(out); }
  void explain(std::vector<std::pair<std::string, double>>& out) override;

 private:
  bool is_excluded(std::uint32_t doc);
  Matchers parts_;
};

// kAtLeast: its part, where that stands at so many positions.
class AtLeastMatcher final : public Matcher {
 public:
  AtLeastMatcher(std::unique_ptr<Matcher> part, unsigned least);
  void advance(std::uint32_t target) override;
  double score() override { return part_->score(); }
  void positions(analysis::PositionList& out) override { part_->positions(out); }
  void explain(std::vector<std::pair<std::string, double>>& out) override { part_->explain(out); }

 private:
  void settle();
  std::unique_ptr<Matcher> part_;
  unsigned least_;
  analysis::PositionList list_;
};

// kUnscored: its part, score 0.
class UnscoredMatcher final : public Matcher {
 public:
  explicit UnscoredMatcher(std::unique_ptr<Matcher> part);
  void advance(std::uint32_t target) override;
  double score() override { return 0; }
  void positions(analysis::PositionList& out) override { part_->positions(out); }
  void explain(std::vector<std::pair<std::string, double>>&) override {}

 private:
  std::unique_ptr<Matcher> part_;
};

}  // namespace dateline::search
