// Finds the captions that name no photographer.  In: lines.  Out: their roles.
// Method: scraped pages set the text of a picture between paragraphs, without a full stop.  Headings
// and items of lists do so too, so a line must be long, or show a scene, or repeat a sentence.
// Tested by tests/article/captions_test.cpp.
#include "article/roles.hpp"

#include <algorithm>

namespace dateline::article {
namespace {

constexpr std::size_t kLinesAbove = 12;  // lines above the story, captions and title among them
constexpr std::size_t kMinWords = 8;
constexpr std::size_t kMinWordsAlone = 14;  // of a line that nothing else speaks for
constexpr std::size_t kMaxWords = 80;
constexpr std::size_t kMaxHeadings = 1;     // a page with more sets lines off without pictures
constexpr std::size_t kMaxRun = 2;          // more such lines in a row are a list
constexpr std::size_t kMaxSearches = 64;    // repeated sentences are looked for, per article
constexpr std::size_t kSearched = 1 << 20;  // bytes in which they are

bool is_open(const Line& line) {
  return line.is_body() && line.words >= kMinWords && line.words <= kMaxWords && line.end == 0 &&
         !line.listed && !line.quoted && !line.address && line.capital;
}

// The nearest line of the story before `at`; lines.size() when there is none.
std::size_t body_before(const std::vector<Line>& lines, std::size_t at) {
  while (at-- > 0) {
    if (lines[at].is_body()) return at;
  }
  return lines.size();
}

std::size_t body_behind(const std::vector<Line>& lines, std::size_t at) {
  for (++at; at < lines.size(); ++at) {
    if (lines[at].is_body()) return at;
  }
  return lines.size();
}

// True when the line also stands as a part of a longer one.
bool is_part_of_another(std::string_view text, Range line) {
  const std::string_view words = text.substr(line.begin, line.size());
  constexpr int kEnough = 8;
  text = text.substr(0, kSearched);
  std::size_t at = text.find(words);
  for (int i = 0; i < kEnough && at != std::string_view::npos; ++i) {
    const std::size_t end = at + words.size();
    const bool begins = at == 0 || text[at - 1] == '\n';
    const bool ends = end == text.size() || text[end] == '\n' || text[end] == '\r';
    if (at != line.begin && !(begins && ends)) return true;
    at = text.find(words, at + 1);
  }
  return false;
}

// A shorter line without a full stop comes before any paragraph: the title that line `at` is not.
bool has_heading(const std::vector<Line>& lines, std::size_t at) {
  constexpr std::size_t kMinTitleWords = 3;
  for (++at; at < std::min(kLinesAbove, lines.size()) && !lines[at].is_paragraph(); ++at) {
    const Line& line = lines[at];
    if (line.is_body() && line.end == 0 && !line.scene && line.words >= kMinTitleWords &&
        line.words < kMinWordsAlone) {
      return true;
    }
  }
  return false;
}

// A caption is set again beside the one that has its credit too.
bool begins(std::string_view text, const Line& line, const Line& other) {
  const auto view = [&](const Line& each) {
    return text.substr(each.span.range.begin, each.span.range.size());
  };
  return other.role == Role::kCaption && view(other).starts_with(view(line));
}

class Captions {
 public:
  Captions(std::string_view text, std::vector<Line>& lines) : text_(text), lines_(lines) {}

  void judge_all() {
    const std::size_t first = first_paragraph(lines_);
    const std::size_t last = behind_last_paragraph(lines_);
    for (std::size_t i = first; i < last; ++i) {
      const Line& line = lines_[i];
      if (line.is_body() && !line.closed && line.words < kMinWordsAlone) ++headings_;
    }
    for (std::size_t i = first + 1; i < lines_.size();) {
      if (!is_open(lines_[i])) {
        ++i;
        continue;
      }
      std::size_t end = i + 1;
      while (end < lines_.size() && (is_open(lines_[end]) || !lines_[end].is_body())) ++end;
      judge_run(i, end);
      i = end;
    }
  }

 private:
  // Requires: `first` is open; of [first, last) every body line is.
  void judge_run(std::size_t first, std::size_t last) {
    const std::size_t before = body_before(lines_, first);
    const std::size_t behind = body_behind(lines_, last - 1);
    if (before == lines_.size() || behind == lines_.size()) return;
    if (!lines_[before].closed || (!lines_[behind].closed && lines_[behind].end != ':')) return;
    std::size_t alone = 0;  // lines that only their length speaks for
    for (std::size_t i = first; i < last; ++i) {
      if (lines_[i].is_body() && !judge_evident(lines_[i])) ++alone;
    }
    if (alone > kMaxRun || headings_ > kMaxHeadings) return;
    for (std::size_t i = first; i < last; ++i) {
      if (may_be_alone(lines_[i])) {
        judge(lines_[i], Role::kCaption, "no closing stop between closed paragraphs");
      }
    }
  }

  static bool may_be_alone(const Line& line) {
    return is_open(line) && is_apart(line) && line.words >= kMinWordsAlone && is_plain(line);
  }

  static bool is_plain(const Line& line) {
    return !line.broken && !line.headline && line.one_sentence;
  }

  static bool is_apart(const Line& line) {
    return line.span.parted_before || line.span.parted_behind;
  }

  bool judge_evident(Line& line) {
    const bool shows = line.dated || (line.scene && line.words < kMinWordsAlone);
    if (shows && is_apart(line) && is_plain(line)) {
      judge(line, Role::kCaption,
            line.scene ? "shows a scene, without a full stop" : "names a day, without a full stop");
      return true;
    }
    if (searches_++ < kMaxSearches && is_part_of_another(text_, line.span.range)) {
      judge(line, Role::kCaption, "part of another sentence, without its stop");
      return true;
    }
    return false;
  }

  std::string_view text_;
  std::vector<Line>& lines_;
  std::size_t searches_ = 0;
  std::size_t headings_ = 0;  // lines of the story that are too short for a sentence of their own
};

}  // namespace

void judge_top_captions(std::vector<Line>& lines, bool titled) {
  const std::size_t first = first_paragraph(lines);
  for (std::size_t i = 0; i <= first && i < std::min(kLinesAbove, lines.size()); ++i) {
    Line& line = lines[i];
    const bool fits = line.is_body() && line.scene && !line.quoted && !line.address &&
                      line.end != ':' && line.words <= kMaxWords;
    if (!fits) continue;
    const bool heading = has_heading(lines, i);
    const bool open = !line.closed && line.words >= kMinWordsAlone;
    const bool sentence = line.closed && line.one_sentence;
    if ((open && (line.dated || (heading && !titled))) || (sentence && line.dated && heading)) {
      judge(line, Role::kCaption, "shows a scene, above the story");
    }
  }
}

void judge_captions(std::string_view text, std::vector<Line>& lines) {
  Captions(text, lines).judge_all();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (!line.is_body() || line.words < kMinWords) continue;
    if ((i > 0 && begins(text, line, lines[i - 1])) ||
        (i + 1 < lines.size() && begins(text, line, lines[i + 1]))) {
      judge(line, Role::kCaption, "set again beside it, with its credit");
    }
  }
}

}  // namespace dateline::article
