// Finds the title and the line below it.  In: lines.  Out: their roles, the title as a judgement.
// Tested by tests/article/titles_test.cpp.
#include "article/roles.hpp"
#include "article/words_of.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace dateline::article {
namespace {

constexpr std::size_t kMaxTitle = 200;  // characters
constexpr std::size_t kMinTitleWords = 3;
constexpr std::size_t kMinSentenceWords = 12;  // a caption's sentence with a title behind it
constexpr std::size_t kMaxHeadWords = 16;
constexpr std::size_t kMaxKickerWords = 2;
constexpr std::size_t kMaxAgeWords = 3;    // "6 years ago", "5 minutes read"
constexpr std::size_t kMaxSubtitle = 250;  // bytes
constexpr std::size_t kMinSubtitleWords = 4;
constexpr std::size_t kTitleLines = 12;  // lines in which a given title is looked for

std::string_view view(std::string_view text, Range range) {
  return text.substr(range.begin, range.size());
}

bool is_title(const Line& line) {
  return line.role == Role::kTitle;
}

// "World", "Opinion", "6 years ago": what stands above a title and is none.
bool is_kicker(std::string_view text, const Line& line) {
  const bool number = base::is_ascii_digit(text[line.span.range.begin]);
  return line.is_body() && line.end != '.' &&
         line.words <= (number ? kMaxAgeWords : kMaxKickerWords);
}

bool is_title_like(std::string_view text, const Line& line) {
  if (!line.is_body() || line.words < kMinTitleWords || is_kicker(text, line)) return false;
  if (!line.capital || line.listed) return false;
  if (line.address || line.end == ':' || line.end == ',' || line.end == ';' || line.end == '-') {
    return false;
  }
  if (line.closed && line.end == '.' && !line.acronym && !line.headline) return false;
  const bool run_on = line.closed || line.words >= kMinSentenceWords;
  if (!line.one_sentence && run_on && !line.headline) return false;
  const Range range = line.span.range;
  return range.size() <= 4 * kMaxTitle && count_characters(view(text, range)) <= kMaxTitle;
}

Judgement judgement(std::string_view text, Range range, std::string reason) {
  return {one_line(view(text, range)), std::move(reason), range};
}

void judge_repeats(std::vector<Line>& lines, std::size_t words, std::uint64_t hash) {
  for (Line& line : lines) {
    if (line.role == Role::kTitle || line.words != words || line.words_hash != hash) continue;
    judge(line, Role::kJunk, "repeats the title");
  }
}

// The author's job behind the name counts only below a title: above, it may be the title.
void judge_jobs(std::vector<Line>& lines, std::size_t from) {
  const std::size_t end = std::min(lines.size(), from + kTitleLines / 2);
  for (std::size_t i = from; i < end; ++i) {
    if (lines[i].is_body() && lines[i].name == Name::kJob) {
      judge(lines[i], Role::kByline, "names the author");
    }
  }
}

// The number of lines from `first` on that together are the title, word for word; 0 for none.
std::size_t lines_of_title(std::string_view text, const std::vector<Line>& lines, std::size_t first,
                           const std::vector<std::uint64_t>& title) {
  std::size_t matched = 0;
  for (std::size_t i = first; i < lines.size() && lines[i].is_body(); ++i) {
    const Range range = lines[i].span.range;
    if (range.size() > kLooked) return 0;
    const auto words = word_hashes(view(text, range));
    if (words.empty() || words.size() > title.size() - matched) return 0;
    const auto rest = title.begin() + static_cast<std::ptrdiff_t>(matched);
    if (!std::equal(words.begin(), words.end(), rest)) return 0;
    matched += words.size();
    if (matched == title.size()) return i + 1 - first;
  }
  return 0;
}

Judgement judge_given(std::string_view text, std::vector<Line>& lines, std::string_view given) {
  const std::vector<std::uint64_t> title = word_hashes(given);
  Judgement found{one_line(given), "given", std::nullopt};
  if (title.empty()) return found;
  for (std::size_t i = 0; i < std::min(kTitleLines, lines.size()) && !found.range; ++i) {
    const std::size_t count = lines_of_title(text, lines, i, title);
    for (std::size_t k = i; k < i + count; ++k) {
      judge(lines[k], Role::kTitle, "the given title, word for word");
    }
    if (count > 0) {
      found.range = Range{lines[i].span.range.begin, lines[i + count - 1].span.range.end};
    } else if (lines[i].is_paragraph()) {
      break;
    }
  }
  judge_repeats(lines, title.size(), hash_of(title));
  judge_jobs(lines, 0);
  return found;
}

// The line that has the title's role is the title.
Judgement judge_marked(std::string_view text, std::vector<Line>& lines, std::size_t title) {
  judge_repeats(lines, lines[title].words, lines[title].words_hash);
  judge_jobs(lines, title + 1);
  return judgement(text, lines[title].span.range, lines[title].reason);
}

// A short text that the author, the date or its own repetition follows, whatever it ends with.
bool heads_page(const std::vector<Line>& lines, std::size_t at) {
  const Line& line = lines[at];
  if (at + 1 == lines.size() || !line.is_body() || !line.capital || line.listed) return false;
  if (line.words < kMinTitleWords || line.words > kMaxHeadWords) return false;
  const Line& next = lines[at + 1];
  const bool repeated = next.words == line.words && next.words_hash == line.words_hash;
  return repeated || next.role == Role::kByline || next.role == Role::kDateline;
}

std::optional<std::size_t> find_title(std::string_view text, const std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_title_like(text, lines[i]) || heads_page(lines, i)) return i;
    if (lines[i].is_body() && !is_kicker(text, lines[i])) break;
  }
  return std::nullopt;
}

// The first line of the story at or behind `from`.
std::size_t next_text(const std::vector<Line>& lines, std::size_t from) {
  while (from < lines.size() && !lines[from].is_body()) ++from;
  return from;
}

// A sentence below the title is a subtitle when the page turns to other things behind it: the
// author, the date, or more furniture than a single advertisement.
bool ends_header(const std::vector<Line>& lines, std::size_t at) {
  std::size_t furniture = 0;
  for (std::size_t i = at + 1; i < lines.size() && !lines[i].is_body(); ++i) {
    if (lines[i].role == Role::kByline || lines[i].role == Role::kDateline) return true;
    if (lines[i].role == Role::kJunk && ++furniture >= 2) return true;
  }
  return false;
}

}  // namespace

std::optional<Judgement> judge_title(std::string_view text, std::vector<Line>& lines,
                                     std::optional<std::string_view> given) {
  const auto marked = std::find_if(lines.begin(), lines.end(), is_title);
  if (marked != lines.end())
    return judge_marked(text, lines, static_cast<std::size_t>(marked - lines.begin()));
  if (given && !one_line(*given).empty()) return judge_given(text, lines, *given);
  const auto found = find_title(text, lines);
  if (!found) return std::nullopt;
  Line& title = lines[*found];
  judge(title, Role::kTitle, "a short line above the story, without a full stop");
  for (std::size_t i = 0; i < *found; ++i) {
    if (lines[i].is_body()) judge(lines[i], Role::kJunk, "a section's name above the title");
  }
  return judge_marked(text, lines, *found);
}

void judge_subtitle(std::vector<Line>& lines) {
  const auto title = std::find_if(lines.begin(), lines.end(), is_title);
  if (title == lines.end()) return;
  auto at = static_cast<std::size_t>(title - lines.begin());
  while (at < lines.size() &&
         (lines[at].role == Role::kTitle || lines[at].reason == "repeats the title")) {
    ++at;
  }
  if (at >= lines.size() || !lines[at].is_body()) return;
  Line& line = lines[at];
  const bool fits = line.words >= kMinSubtitleWords && line.span.range.size() < kMaxSubtitle &&
                    !line.listed && line.end != ':';
  if (!fits) return;
  const std::size_t next = next_text(lines, at + 1);
  const bool story_behind = next < lines.size() && lines[next].is_paragraph();
  const bool open_line = !line.closed && line.capital && !line.quoted;
  if (story_behind && (open_line || (line.one_sentence && ends_header(lines, at)))) {
    judge(line, Role::kSubtitle, "a short text between the title and the story");
  }
}

}  // namespace dateline::article
