// Chooses a window of sentences by the different things that match in it.
// In: passages, places.  Out: a snippet.
// Tested by tests/search/snippet_test.cpp.
#include "search/snippet.hpp"

#include "article/statements.hpp"
#include "base/utf8.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

namespace dateline::search {
namespace {

constexpr std::size_t kGoodSize = 240;  // bytes that a window grows to
constexpr std::size_t kMostSize = 400;  // a longer sentence is cut at words

// Body before caption before title: the title is shown anyway.
int field_rank(Field field) {
  switch (field) {
    case Field::kBody:
      return 2;
    case Field::kCaption:
      return 1;
    default:
      return 0;
  }
}

struct Window {
  Range range;
  std::uint32_t passage = 0;
};

class Chooser {
 public:
  Chooser(std::span<const article::Passage> passages, std::span<const analysis::Place> places)
      : passages_(passages), places_(places) {}

  Snippet choose() {
    look_at_all([](Field field) { return field != Field::kJunk; });
    if (!found_)
      look_at_all([](Field field) { return field == Field::kJunk; });  // it was asked for
    if (!found_) begin_of_text();
    return found_ ? cut() : Snippet();
  }

 private:
  template <class IsWanted>
  void look_at_all(IsWanted is_wanted) {
    for (std::uint32_t p = 0; p < passages_.size(); ++p) {
      if (is_wanted(passages_[p].field) && has_place(p)) look_at(p);
    }
  }

  bool has_place(std::uint32_t passage) const {
    return !within({passages_[passage].range, passage}).empty();
  }

  // The places that lie in a window; they stand in text order.
  std::span<const analysis::Place> within(const Window& window) const {
    const auto before = [](const analysis::Place& place,
                           const std::pair<std::uint32_t, std::size_t>& at) {
      return std::pair(place.passage, place.range.begin) < at;
    };
    const auto begin = std::lower_bound(places_.begin(), places_.end(),
                                        std::pair(window.passage, window.range.begin), before);
    const auto end =
        std::lower_bound(begin, places_.end(), std::pair(window.passage, window.range.end), before);
    return {begin, end};
  }

  // Tries the windows of a passage that begin at a sentence.
  void look_at(std::uint32_t passage) {
    const std::vector<Range> sentences = sentences_of(passage);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      Range range = sentences[i];
      if (within({range, passage}).empty()) continue;
      for (std::size_t j = i + 1; j < sentences.size(); ++j) {
        if (sentences[j].end - range.begin > kGoodSize) break;
        range.end = sentences[j].end;
      }
      consider({range, passage});
    }
  }

  std::vector<Range> sentences_of(std::uint32_t number) {
    const article::Passage& passage = passages_[number];
    std::vector<Range> sentences;
    breaker_.find(passage.text.substr(passage.range.begin, passage.range.size()), sentences);
    for (Range& sentence : sentences) {
      sentence.begin += passage.range.begin;
      sentence.end += passage.range.begin;
    }
    pass_dateline(number, sentences);
    return sentences;
  }

  // The story begins behind the dateline, unless that is what was asked for.
  void pass_dateline(std::uint32_t number, std::vector<Range>& sentences) const {
    const article::Passage& passage = passages_[number];
    if (passage.field != Field::kBody || sentences.empty()) return;
    Range head = passage.range;
    head.end = head.begin + article::dateline_size(passage.text.substr(head.begin, head.size()));
    if (!within({head, number}).empty()) return;
    std::erase_if(sentences, [&](const Range& sentence) { return sentence.end <= head.end; });
    if (!sentences.empty()) sentences[0].begin = std::max(sentences[0].begin, head.end);
  }

  void consider(const Window& window) {
    std::set<std::string_view> labels;
    int count = 0;
    for (const analysis::Place& place : within(window)) {
      if (!window.range.contains(place.range)) continue;
      labels.insert(place.label);
      ++count;
    }
    if (count == 0) return;
    const Field field = passages_[window.passage].field;
    const std::tuple value(field_rank(field) > 0, labels.size(), field_rank(field), count);
    if (found_ && value <= best_value_) return;
    found_ = true;
    best_value_ = value;
    best_ = window;
  }

  void begin_of_text() {
    for (std::uint32_t p = 0; p < passages_.size() && !found_; ++p) {
      if (passages_[p].field != Field::kBody) continue;
      const auto sentences = sentences_of(p);
      if (sentences.empty()) continue;
      best_ = {sentences.front(), p};
      found_ = true;
    }
  }

  Snippet cut() const {
    const article::Passage& passage = passages_[best_.passage];
    const Range range = shorten(passage.text, best_);
    Snippet snippet{
        std::string(passage.text.substr(range.begin, range.size())), range, passage.field, {}};
    for (const analysis::Place& place : within({range, best_.passage})) {
      if (range.contains(place.range)) add_mark(snippet.marks, place.range);
    }
    return snippet;
  }

  // A sentence that is too long is cut at words around its first match.
  Range shorten(std::string_view text, const Window& window) const {
    Range range = window.range;
    if (range.size() <= kMostSize) return range;
    const auto inside = within(window);
    const Range first = inside.empty() ? Range{range.begin, range.begin} : inside.front().range;
    const std::size_t at = first.begin;
    if (at - range.begin > kGoodSize / 3) range.begin = word_start(text, at - kGoodSize / 3, at);
    if (range.size() > kMostSize) {
      const std::size_t shown = word_end(text, range.begin, range.begin + kGoodSize);
      const std::size_t most = base::floor_boundary(text, range.begin + 2 * kMostSize);
      range.end = std::max(std::min(first.end, most), shown);
    }
    return range;
  }

  static std::size_t word_start(std::string_view text, std::size_t from, std::size_t limit) {
    for (std::size_t i = from; i < limit; ++i) {
      if (base::is_ascii_space(text[i])) return i + 1;
    }
    return base::floor_boundary(text, from);
  }

  static std::size_t word_end(std::string_view text, std::size_t limit, std::size_t from) {
    for (std::size_t i = from; i > limit; --i) {
      if (base::is_ascii_space(text[i])) return i;
    }
    return base::floor_boundary(text, from);
  }

  static void add_mark(std::vector<Range>& marks, Range range) {
    if (!marks.empty() && range.begin <= marks.back().end) {
      marks.back().end = std::max(marks.back().end, range.end);
    } else {
      marks.push_back(range);
    }
  }

  std::span<const article::Passage> passages_;
  std::span<const analysis::Place> places_;
  text::SentenceBreaker breaker_;
  bool found_ = false;
  Window best_;
  std::tuple<bool, std::size_t, int, int> best_value_;
};

}  // namespace

Snippet make_snippet(std::span<const article::Passage> passages,
                     std::span<const analysis::Place> places) {
  return Chooser(passages, places).choose();
}

}  // namespace dateline::search
