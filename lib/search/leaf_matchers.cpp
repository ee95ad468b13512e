// Walks single posting lists.  In: terms.  Out: articles, scores, positions.
// Tested by tests/search/matcher_test.cpp.
#include "search/leaf_matchers.hpp"

#include "analysis/terms.hpp"

#include <algorithm>

namespace dateline::search {
namespace {

std::uint64_t frequency_of(const Scoring& scoring, const std::string& term) {
  const auto found = scoring.frequencies->find(term);
  return found == scoring.frequencies->end() ? 0 : found->second;
}

}  // namespace

CursorMatcher::CursorMatcher(std::unique_ptr<storage::Cursor> cursor, Limit* limit)
    : cursor_(std::move(cursor)), limit_(limit) {
  doc_ = cursor_->doc();
}

void CursorMatcher::advance(std::uint32_t target) {
  if (cursor_->doc() < target) cursor_->skip_to(target);
  doc_ = limit_ != nullptr && limit_->tick() ? kEnd : cursor_->doc();
}

TermMatcher::TermMatcher(const analysis::TermTree& leaf, storage::SegmentSession& session,
                         const Scoring& scoring)
    : leaf_(leaf),
      session_(session),
      cursor_(session.postings(leaf.term)),
      weight_(scoring.parameters, scoring.collection, frequency_of(scoring, leaf.term), leaf.boost),
      limit_(scoring.limit) {
  if (limit_ != nullptr) limit_->take(sizeof *this + cursor_->memory());
  advance(0);
}

void TermMatcher::advance(std::uint32_t target) {
  if (cursor_->doc() < target) cursor_->skip_to(target);
  bool is_over = limit_ != nullptr && limit_->tick();
  while (!is_over && cursor_->doc() != kEnd && !fits()) {
    cursor_->next();
    is_over = limit_ != nullptr && limit_->tick();
  }
  doc_ = is_over ? kEnd : cursor_->doc();
}

bool TermMatcher::fits() {
  if (!leaf_.body_only) return true;
  analysis::PositionList positions;
  cursor_->positions(positions);
  return !positions.empty() && positions.back() >= analysis::kBodyStart;
}

double TermMatcher::score() {
  return weight_.score(cursor_->frequency(), session_.length(doc_));
}

void TermMatcher::positions(analysis::PositionList& out) {
  cursor_->positions(out);
  if (!leaf_.body_only) return;
  out.erase(out.begin(), std::lower_bound(out.begin(), out.end(), analysis::kBodyStart));
}

void TermMatcher::explain(std::vector<std::pair<std::string, double>>& out) {
  const std::uint32_t times = cursor_->frequency();
  out.emplace_back(std::string(analysis::what_name(leaf_.what)) + " " + leaf_.label + ", " +
                       (times == 1 ? "once" : std::to_string(times) + " times") + " in " +
                       std::to_string(session_.length(doc_)) + " words",
                   score());
}

}  // namespace dateline::search
