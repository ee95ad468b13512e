// Compares terms with what a leaf asks.  In: terms.  Out: whether they fit.
// Tested by tests/analysis/term_pattern_test.cpp.
#include "analysis/term_pattern.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace dateline::analysis {
namespace {

std::u32string characters(std::string_view text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) result += base::next_code_point(text, at);
  return result;
}

}  // namespace

bool fits_wildcards(std::string_view text, std::string_view pattern) {
  std::size_t star = std::string_view::npos;  // behind the last star
  std::size_t resume = 0;                     // where the text goes on when that star takes more
  std::size_t p = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at;
    const char32_t c = base::next_code_point(text, next);
    std::size_t behind = p;
    const char32_t wanted = p < pattern.size() ? base::next_code_point(pattern, behind) : 0;
    if (p < pattern.size() && wanted == '*') {
      star = behind;
      resume = at;
      p = behind;
    } else if (p < pattern.size() && (wanted == '?' || wanted == c)) {
      at = next;
      p = behind;
    } else if (star != std::string_view::npos) {
      base::next_code_point(text, resume);
      at = resume;
      p = star;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

TermPattern::TermPattern(const TermTree& leaf)
    : begin_(leaf.term), pattern_(leaf.pattern), edits_(leaf.edits) {
  if (edits_ == 0) return;
  word_ = characters(pattern_);
  for (std::size_t i = 0; i <= word_.size(); ++i) {
    columns_.push_back(static_cast<std::uint8_t>(std::min<std::size_t>(i, 255)));
  }
  ends_.push_back(0);
}

TermPattern::Fit TermPattern::look(std::string_view term) {
  if (!term.starts_with(begin_)) return {false, 0, 0};
  if (edits_ > 0) return compare(term);
  return {pattern_.empty() || fits_wildcards(term.substr(begin_.size()), pattern_), 0, 0};
}

TermPattern::Fit TermPattern::compare(std::string_view term) {
  const std::string_view rest = term.substr(begin_.size());
  for (std::size_t at = keep(rest); at < rest.size();) {
    const std::uint8_t least = add_column(base::next_code_point(rest, at));
    ends_.push_back(at);
    if (least > edits_) {
      last_.assign(rest.substr(0, at));
      return {false, 0, begin_.size() + at};
    }
  }
  last_.assign(rest);
  const unsigned edits = columns_.back();
  return {edits <= edits_, edits, 0};
}

std::size_t TermPattern::keep(std::string_view rest) {
  const std::size_t most = std::min(rest.size(), last_.size());
  const auto differ =
      std::mismatch(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(most), last_.begin());
  const auto same = static_cast<std::size_t>(differ.first - rest.begin());
  while (ends_.back() > same) ends_.pop_back();
  columns_.resize(ends_.size() * (word_.size() + 1));
  read_.resize(ends_.size() - 1);
  return ends_.back();
}

// Out: the least distance of any beginning of the word.
std::uint8_t TermPattern::add_column(char32_t c) {
  const std::size_t height = word_.size() + 1;
  const std::size_t before = columns_.size() - height;
  columns_.resize(columns_.size() + height);
  const std::uint8_t* const old = columns_.data() + before;
  std::uint8_t* const now = columns_.data() + before + height;
  constexpr int kMost = 255;
  const char32_t last = read_.empty() ? 0 : read_.back();
  read_ += c;
  now[0] = static_cast<std::uint8_t>(std::min(old[0] + 1, kMost));
  std::uint8_t least = now[0];
  for (std::size_t i = 1; i < height; ++i) {
    const int change = old[i - 1] + (word_[i - 1] == c ? 0 : 1);
    int distance = std::min({change, old[i] + 1, now[i - 1] + 1, kMost});
    const bool is_swap = before > 0 && i > 1 && last == word_[i - 1] && c == word_[i - 2];
    if (is_swap) distance = std::min(distance, columns_[before - height + i - 2] + 1);
    now[i] = static_cast<std::uint8_t>(distance);
    least = std::min(least, now[i]);
  }
  return least;
}

}  // namespace dateline::analysis
