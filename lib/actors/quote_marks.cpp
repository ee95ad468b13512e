// Pairs quotation marks.  In: text.  Out: spans.
// Tested by tests/actors/quote_marks_test.cpp.
#include "actors/quote_marks.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace dateline::actors {
namespace {

constexpr char32_t kLeftDouble = U'“', kRightDouble = U'”', kLowDouble = U'„';
constexpr char32_t kLeftAngle = U'«', kRightAngle = U'»';
constexpr char32_t kLeftSingle = U'‘', kRightSingle = U'’', kLowSingle = U'‚';

constexpr std::size_t kLongestSingle = 1500;  // bytes between single marks

// A byte that may begin a quotation mark.
constexpr std::array<bool, 256> kMayBeMark = [] {
  std::array<bool, 256> table{};
  table['"'] = table['\''] = table['`'] = table[0xE2] = table[0xC2] = true;
  return table;
}();

bool may_be_mark(char c) {
  return kMayBeMark[static_cast<unsigned char>(c)];
}

// Letters and digits; what is not ASCII counts as a letter unless it is general punctuation.
bool is_wordlike(char32_t c) {
  if (c < 0x80) return base::is_ascii_alpha(static_cast<char>(c)) || (c >= '0' && c <= '9');
  return c > 0xBF && (c < 0x2000 || c > 0x206F);
}

bool is_blank(char32_t c) {
  return c == 0 || c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 ||
         (c >= 0x2000 && c <= 0x200B);
}

class MarkScanner {
 public:
  MarkScanner(std::string_view text, Range range) : text_(text), range_(range) {}

  std::vector<MarkedSpan> run() {
    for (std::size_t at = range_.begin; at < range_.end;) {
      while (at < range_.end && !may_be_mark(text_[at])) ++at;
      if (at == range_.end) break;
      std::size_t next = at;
      const char32_t mark = mark_at(at, next);
      at = take(mark, at, next);
    }
    if (open_ != 0) add(range_.end, range_.end, false);
    return std::move(spans_);
  }

 private:
  // The mark at `at`; `next` goes behind it.  ``So'' typewriters set “so”, and `so' for ‘so’.
  char32_t mark_at(std::size_t at, std::size_t& next) const {
    const char32_t mark = base::next_code_point(text_, next);
    const bool twice = next < range_.end && text_[next] == text_[at];
    if (mark == '`') {
      next += twice ? 1 : 0;
      return twice ? kLeftDouble : kLeftSingle;
    }
    if (mark == '\'' && twice && open_ == kLeftDouble) {
      ++next;
      return kRightDouble;
    }
    return mark;
  }

  // Returns where to go on.
  std::size_t take(char32_t mark, std::size_t at, std::size_t next) {
    if (open_ != 0) {
      if (closes(mark, at, next)) {
        if (depth_ > 0) {
          --depth_;
        } else {
          add(at, next, true);
        }
      } else if (reopens(mark, at)) {
        add(at, at, false);
        open(mark, at, next);
      } else if (mark == open_ && mark != '"') {
        ++depth_;
      }
      return next;
    }
    if (opens(mark, at, next)) {
      open(mark, at, next);
    } else if (mark == kLeftSingle || mark == '\'' || mark == kLowSingle) {
      if (const auto close = single_close(at, next)) {
        open(mark, at, next);
        std::size_t end = *close;
        base::next_code_point(text_, end);
        add(*close, end, true);
        return end;
      }
    }
    return next;
  }

  char32_t before(std::size_t at) const {
    if (at == range_.begin) return 0;
    std::size_t from = base::floor_boundary(text_, at - 1);
    return base::next_code_point(text_, from);
  }
  char32_t after(std::size_t next) const {
    return next < range_.end ? base::next_code_point(text_, next) : 0;
  }

  bool opens(char32_t mark, std::size_t at, std::size_t next) const {
    if (mark == kLeftAngle) return after(next) != 0;  // French sets a blank behind it
    if (mark == '"' && stands_apart(at, next)) return true;
    if (is_blank(after(next))) return false;
    if (mark == '"' || mark == kRightAngle) return !is_wordlike(before(at));
    return mark == kLeftDouble || mark == kLowDouble;
  }

  // Text that was cut into words has blanks on both sides of every mark.
  bool stands_apart(std::size_t at, std::size_t next) const {
    return is_blank(before(at)) && after(next) == ' ' && next + 1 < range_.end &&
           is_wordlike(after(next + 1)) && text_.find(" \"", next + 1) < range_.end;
  }

  bool closes(char32_t mark, std::size_t at, std::size_t next) const {
    switch (open_) {
      case kLowDouble:
        return mark == kLeftDouble || mark == kRightDouble || mark == '"';
      case kLeftAngle:
        return mark == kRightAngle;
      case kRightAngle:
        return mark == kLeftAngle;
      case '"':
        return (mark == '"' || mark == kRightDouble) &&
               (!is_blank(before(at)) || !is_wordlike(after(next)));
      default:
        return mark == kRightDouble || (mark == '"' && !is_blank(before(at)));
    }
  }

  // The mark of a quote that goes on in a new line, or a straight one before a word.
  bool reopens(char32_t mark, std::size_t at) const {
    if (mark != open_) return false;
    return mark == '"' || before(at) == '\n' || at == range_.begin;
  }

  void open(char32_t mark, std::size_t at, std::size_t next) {
    open_ = mark;
    depth_ = 0;
    outer_ = at;
    inner_ = next;
  }

  void add(std::size_t inner_end, std::size_t outer_end, bool closed) {
    Range inner{inner_, inner_end};
    while (inner.begin < inner.end && base::is_ascii_space(text_[inner.begin])) ++inner.begin;
    while (inner.begin < inner.end && base::is_ascii_space(text_[inner.end - 1])) --inner.end;
    if (!inner.empty()) spans_.push_back({{outer_, outer_end}, inner, closed});
    open_ = 0;
  }

  // The same where further pairs of single marks stand within: 'an alleged 'victory' in the war'.
  std::optional<std::size_t> nested_close(std::size_t at, std::size_t next) const {
    int depth = 0;
    bool nested = false;
    const std::size_t end = std::min(range_.end, at + kLongestSingle);
    for (std::size_t i = next; i < end;) {
      const std::size_t here = i;
      const char32_t c = base::next_code_point(text_, i);
      if (c == '\n') break;
      if (c != '\'' && c != kRightSingle && c != kLeftSingle) continue;
      const bool left = is_wordlike(before(here));
      const bool right = is_wordlike(after(i));
      if (is_blank(before(here)) && right) {
        ++depth;
        nested = true;
      } else if (!right && (left || !is_blank(before(here))) && depth-- == 0) {
        return nested ? std::optional(here) : std::nullopt;
      }
    }
    return std::nullopt;
  }

  // Where a single mark that begins at `at` is closed: behind punctuation, else at the first mark
  // that is no apostrophe.  Behind an s it may be a plural's: then the next one is preferred.
  std::optional<std::size_t> single_close(std::size_t at, std::size_t next) const {
    if (is_wordlike(before(at)) || is_blank(after(next))) return std::nullopt;
    if (const auto close = nested_close(at, next)) return close;
    std::optional<std::size_t> plural;
    const std::size_t end = std::min(range_.end, at + kLongestSingle);
    for (std::size_t i = next; i < end;) {
      const std::size_t here = i;
      const char32_t c = base::next_code_point(text_, i);
      if (c == '\n') break;
      if (c != '\'' && c != kRightSingle && c != kLeftSingle) continue;
      const char32_t left = before(here);
      if (is_wordlike(after(i)) || is_blank(left)) continue;
      if (left != 's' || !is_blank(after(i)) || after(i) == 0) return here;
      if (!plural) plural = here;
    }
    return plural;
  }

  std::string_view text_;
  Range range_;
  std::vector<MarkedSpan> spans_;
  char32_t open_ = 0;  // the opening mark; 0: none
  int depth_ = 0;
  std::size_t outer_ = 0;
  std::size_t inner_ = 0;
};

}  // namespace

std::vector<MarkedSpan> find_marked_spans(std::string_view text, Range range) {
  return MarkScanner(text, range).run();
}

}  // namespace dateline::actors
