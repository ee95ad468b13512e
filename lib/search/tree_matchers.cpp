// Joins matchers.  In: matchers that move forward.  Out: matchers that move forward.
// Scores are summed in the order of the parts, which is the order of the query.
// Tested by tests/search/matcher_test.cpp.
#include "search/tree_matchers.hpp"

#include <algorithm>
#include <functional>

namespace dateline::search {

namespace {

std::uint32_t doc_of(std::uint64_t key) {
  return static_cast<std::uint32_t>(key >> 32);
}

std::uint32_t part_of(std::uint64_t key) {
  return static_cast<std::uint32_t>(key);
}

}  // namespace

AnyMatcher::AnyMatcher(Matchers parts, bool best) : parts_(std::move(parts)), best_(best) {
  for (std::uint32_t i = 0; i < parts_.size(); ++i) heap_.push_back(key(i));
  std::make_heap(heap_.begin(), heap_.end(), std::greater<>());
  settle();
}

std::uint64_t AnyMatcher::key(std::uint32_t part) const {
  return std::uint64_t{parts_[part]->doc()} << 32 | part;
}

void AnyMatcher::settle() {
  doc_ = heap_.empty() ? kEnd : doc_of(heap_.front());
}

void AnyMatcher::advance(std::uint32_t target) {
  while (!heap_.empty() && doc_of(heap_.front()) < target) {
    const std::uint32_t part = part_of(heap_.front());
    parts_[part]->advance(target);
    replace_first(key(part));
  }
  settle();
}

// Sinks a key from the front to where it belongs.
void AnyMatcher::replace_first(std::uint64_t key) {
  std::size_t at = 0;
  for (std::size_t child = 1; child < heap_.size(); child = 2 * at + 1) {
    if (child + 1 < heap_.size() && heap_[child + 1] < heap_[child]) ++child;
    if (heap_[child] >= key) break;
    heap_[at] = heap_[child];
    at = child;
  }
  heap_[at] = key;
}

// They lie together around the front, since no key is behind one that is smaller.
const std::vector<std::uint32_t>& AnyMatcher::here() {
  here_.clear();
  open_.assign(heap_.empty() ? 0 : 1, 0);
  while (!open_.empty()) {
    const std::size_t at = open_.back();
    open_.pop_back();
    if (at >= heap_.size() || doc_of(heap_[at]) != doc_) continue;
    here_.push_back(part_of(heap_[at]));
    open_.push_back(2 * at + 1);
    open_.push_back(2 * at + 2);
  }
  std::sort(here_.begin(), here_.end());
  return here_;
}

double AnyMatcher::score() {
  double result = 0;
  for (const std::uint32_t part : here()) {
    const double score = parts_[part]->score();
    result = best_ ? std::max(result, score) : result + score;
  }
  return result;
}

void AnyMatcher::positions(analysis::PositionList& out) {
  out.clear();
  analysis::PositionList more;
  for (const std::uint32_t part : here()) {
    parts_[part]->positions(more);
    out.insert(out.end(), more.begin(), more.end());
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

void AnyMatcher::explain(std::vector<std::pair<std::string, double>>& out) {
  const std::vector<std::uint32_t>& parts = here();
  const auto chosen = std::max_element(parts.begin(), parts.end(), [this](auto a, auto b) {
    return parts_[a]->score() < parts_[b]->score();
  });
  for (auto part = parts.begin(); part != parts.end(); ++part) {
    if (!best_ || part == chosen) parts_[*part]->explain(out);
  }
}

AllMatcher::AllMatcher(Matchers parts) : parts_(std::move(parts)) {
  align(0);
}

void AllMatcher::align(std::uint32_t target) {
  for (std::size_t i = 0; i < parts_.size();) {
    if (parts_[i]->doc() < target) parts_[i]->advance(target);
    const std::uint32_t reached = parts_[i]->doc();
    if (reached == kEnd) {
      target = kEnd;
      break;
    }
    i = reached > target && i > 0 ? 0 : i + 1;
    target = reached;
  }
  doc_ = target;
}

void AllMatcher::advance(std::uint32_t target) {
  align(target);
}

double AllMatcher::score() {
  double result = 0;
  for (const auto& part : parts_) result += part->score();
  return result;
}

void AllMatcher::positions(analysis::PositionList& out) {
  out.clear();
  analysis::PositionList more;
  for (const auto& part : parts_) {
    part->positions(more);
    out.insert(out.end(), more.begin(), more.end());
  }
  std::sort(out.begin(), out.end());
}

void AllMatcher::explain(std::vector<std::pair<std::string, double>>& out) {
  for (const auto& part : parts_) part->explain(out);
}

PositionMatcher::PositionMatcher(Matchers parts, const analysis::TermTree& tree)
    : AllMatcher(std::move(parts)), tree_(tree) {
  advance(0);
}

std::vector<analysis::PositionList> PositionMatcher::matches(std::size_t most) {
  std::vector<analysis::PositionList> lists(parts_.size());
  for (std::size_t i = 0; i < parts_.size(); ++i) parts_[i]->positions(lists[i]);
  return tree_.kind == analysis::TermTree::Kind::kPhrase
             ? analysis::phrase_matches(lists, most)
             : analysis::near_matches(lists, tree_.distance, tree_.ordered, most);
}

void PositionMatcher::advance(std::uint32_t target) {
  for (align(target); doc_ != kEnd && matches(1).empty();) align(doc_ + 1);
}

void PositionMatcher::positions(analysis::PositionList& out) {
  out.clear();
  for (const auto& match : matches(std::numeric_limits<std::size_t>::max())) {
    out.push_back(*std::min_element(match.begin(), match.end()));
  }
  std::sort(out.begin(), out.end());
}

void PositionMatcher::explain(std::vector<std::pair<std::string, double>>& out) {
  out.emplace_back(std::string(analysis::what_name(tree_.what)) + " " + tree_.label, score());
}

RequiredMatcher::RequiredMatcher(Matchers parts) : parts_(std::move(parts)) {
  follow();
}

void RequiredMatcher::follow() {
  doc_ = parts_.front()->doc();
  if (doc_ == kEnd) return;
  for (const auto& part : parts_) {
    if (part->doc() < doc_) part->advance(doc_);
  }
}

void RequiredMatcher::advance(std::uint32_t target) {
  parts_.front()->advance(target);
  follow();
}

double RequiredMatcher::score() {
  double result = 0;
  for (const auto& part : parts_) {
    if (part->doc() == doc_) result += part->score();
  }
  return result;
}

void RequiredMatcher::explain(std::vector<std::pair<std::string, double>>& out) {
  for (const auto& part : parts_) {
    if (part->doc() == doc_) part->explain(out);
  }
}

ExceptMatcher::ExceptMatcher(Matchers parts) : parts_(std::move(parts)) {
  advance(0);
}

bool ExceptMatcher::is_excluded(std::uint32_t doc) {
  return std::any_of(parts_.begin() + 1, parts_.end(), [doc](const auto& part) {
    if (part->doc() < doc) part->advance(doc);
    return part->doc() == doc;
  });
}

void ExceptMatcher::advance(std::uint32_t target) {
  Matcher& kept = *parts_.front();
  if (kept.doc() < target) kept.advance(target);
  while (kept.doc() != kEnd && is_excluded(kept.doc())) kept.advance(kept.doc() + 1);
  doc_ = kept.doc();
}

void ExceptMatcher::explain(std::vector<std::pair<std::string, double>>& out) {
  parts_.front()->explain(out);
}

AtLeastMatcher::AtLeastMatcher(std::unique_ptr<Matcher> part, unsigned least)
    : part_(std::move(part)), least_(least) {
  settle();
}

void AtLeastMatcher::settle() {
  for (; part_->doc() != kEnd; part_->advance(part_->doc() + 1)) {
    part_->positions(list_);
    if (list_.size() >= least_) break;
  }
  doc_ = part_->doc();
}

void AtLeastMatcher::advance(std::uint32_t target) {
  if (part_->doc() < target) part_->advance(target);
  settle();
}

UnscoredMatcher::UnscoredMatcher(std::unique_ptr<Matcher> part) : part_(std::move(part)) {
  doc_ = part_->doc();
}

void UnscoredMatcher::advance(std::uint32_t target) {
  if (part_->doc() < target) part_->advance(target);
  doc_ = part_->doc();
}

}  // namespace dateline::search
