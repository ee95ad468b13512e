// Reads datelines.  In: text, tokens.  Out: entries of Stated.
// Method: places, a date, an agency in brackets, a dash: a small grammar over tokens, which nothing
// else fits.
// Tested by tests/article/datelines_test.cpp.
#include "article/date_text.hpp"
#include "article/statements.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace dateline::article {
namespace {

constexpr std::size_t kDatelineLines = 40;  // a dateline stands above the article
constexpr std::size_t kMaxPlaceWords = 8;
constexpr std::size_t kMaxAgencyWords = 4;

bool is_all_capitals(std::string_view word) {
  return word.size() > 1 && std::all_of(word.begin(), word.end(), base::is_ascii_upper);
}

// Reads a dateline from the left.
class DatelineReader {
 public:
  DatelineReader(std::string_view text, Tokens tokens) : text_(text), tokens_(tokens) {}

  DatelineKind read(Dateline& found) {
    for (at_ = 0; at_ < tokens_.size();) {
      if (is_parting_dash(text_, tokens_[at_])) {
        return stated() ? kind(at_ + 1 == tokens_.size()) : DatelineKind::kNone;
      }
      if (!date(found) && !agency(found) && !separator() && !place()) {
        return ends_with_agency() ? DatelineKind::kPrefix : DatelineKind::kNone;
      }
    }
    return stated() && (places_ > 0 || dated_) ? kind(true) : DatelineKind::kNone;
  }

  // Of the token that ended the reading: the dash, or what the agency is followed by.
  std::size_t at() const { return at_; }

 private:
  bool stated() const { return dated_ || agency_; }
  DatelineKind kind(bool whole) const {
    if (!whole) return DatelineKind::kPrefix;
    return places_ == 0 && !agency_ ? DatelineKind::kDateOnly : DatelineKind::kWhole;
  }

  // "(CNN) As the", "MOSCOW, December 3. /TASS/. The": a sentence begins without a dash.  In
  // capitals only, since "Islamic State (ISIS) Leader" looks the same otherwise.
  bool ends_with_agency() const {
    const bool at_end =
        at_ == agency_end_ || (at_ == agency_end_ + 1 && is_mark(tokens_[at_ - 1], '.'));
    return at_end && capital_agency_ && capital_places_ &&
           (is_name(text_, tokens_[at_]) || is_one_of(tokens_[at_], "\"."));
  }

  bool date(Dateline& found) {
    if (dated_) return false;
    const auto written = date_at(text_, tokens_, at_);
    if (!written) return false;
    dated_ = true;
    found.date = written->date;
    found.where = {tokens_[written->first].range.begin, tokens_[written->last - 1].range.end};
    at_ = written->last;
    return true;
  }

  // "(Meridian Wire)", "(AFP/fs)", "/TASS/": of the last two names the first counts.
  bool agency(Dateline& found) {
    if (agency_ || !is_one_of(tokens_[at_], "(/")) return false;
    const char close = is_mark(tokens_[at_], '(') ? ')' : '/';
    std::size_t end = at_ + 1;
    while (end < tokens_.size() && is_name(text_, tokens_[end])) ++end;
    const std::size_t words = end - at_ - 1;
    if (words == 0 || words > kMaxAgencyWords || end == tokens_.size()) return false;
    const Range source{tokens_[at_ + 1].range.begin, tokens_[end - 1].range.end};
    if (source.size() < 2) return false;
    if (close == ')' && is_mark(tokens_[end], '/')) {
      while (end < tokens_.size() && !is_mark(tokens_[end], ')')) ++end;
    }
    if (end == tokens_.size() || !is_mark(tokens_[end], close)) return false;
    found.source = source;
    capital_agency_ = is_all_capitals(text_.substr(source.begin, source.size()));
    agency_ = true;
    at_ = agency_end_ = end + 1;
    return true;
  }

  bool separator() {
    if (!is_one_of(tokens_[at_], ",.-|")) return false;
    if (agency_ && is_mark(tokens_[at_], '.') && at_ + 1 < tokens_.size()) return false;
    ++at_;
    return true;
  }

  bool place() {
    if (stated()) return time();
    const bool name = is_name(text_, tokens_[at_]) || is_particle();
    if (!name || ++places_ > kMaxPlaceWords) return false;
    capital_places_ = capital_places_ && is_all_capitals(view(text_, tokens_[at_]));
    ++at_;
    return true;
  }

  // "Rio de Janeiro", "Sharm el-Sheikh".
  bool is_particle() const {
    const std::size_t next = at_ + 1;
    return places_ > 0 && is_word(tokens_[at_]) && tokens_[at_].range.size() <= 3 &&
           next < tokens_.size() && (is_name(text_, tokens_[next]) || is_mark(tokens_[next], '-'));
  }

  // Behind the date of a line of its own: "10:30 GMT".
  bool time() {
    if (agency_ || places_ > 0) return false;
    const bool small = is_number(tokens_[at_]) || is_mark(tokens_[at_], ':') ||
                       (is_word(tokens_[at_]) && tokens_[at_].range.size() <= 4);
    if (small) ++at_;
    return small;
  }

  std::string_view text_;
  Tokens tokens_;
  std::size_t at_ = 0;
  std::size_t places_ = 0;
  std::size_t agency_end_ = 0;
  bool dated_ = false;
  bool agency_ = false;
  bool capital_agency_ = false;
  bool capital_places_ = true;
};

}  // namespace

DatelineKind find_dateline(std::string_view text, Tokens tokens, std::size_t number,
                           Stated& stated) {
  if (number >= kDatelineLines || tokens.empty()) return DatelineKind::kNone;
  Dateline found;
  found.line = number;
  const DatelineKind kind = DatelineReader(text, tokens).read(found);
  if (kind != DatelineKind::kNone) stated.datelines.push_back(found);
  return kind;
}

std::size_t dateline_size(std::string_view paragraph) {
  constexpr std::size_t kLongest = 200;
  const std::size_t end = base::floor_boundary(paragraph, std::min(kLongest, paragraph.size()));
  std::vector<Token> tokens;
  tokenize(paragraph, {0, end}, tokens);
  Dateline found;
  DatelineReader reader(paragraph, tokens);
  if (reader.read(found) != DatelineKind::kPrefix) return 0;
  const Token& last = tokens[reader.at()];
  const bool parts = is_parting_dash(paragraph, last) || is_mark(last, '.');
  std::size_t size = parts ? last.range.end : last.range.begin;
  while (const std::size_t space = space_at(paragraph, size)) size += space;
  return size;
}

}  // namespace dateline::article
