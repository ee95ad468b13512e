// Finds the sentences of a text.  In: UTF-8.  Out: byte ranges without surrounding white space.
// Method: Unicode Standard Annex #29, section 5 (sentence boundaries), by ICU, then two pieces are
// joined again when no new line parts them and the first one ends in
//   a title ("Gen.") or an initial ("J.", "U.S."), and the second begins with a capital but is not
//   one of the words that open sentences ("The"); or
//   a month ("Sept.") or "No.", and the second begins with a digit; or
//   a number of one or two digits, and the second begins with a month ("19. Dezember"), or a German
//   article or preposition stands before the number ("im 19. Jahrhundert").  What goes on with a
//   lower-case word ICU does not part ("19. prosince").
// A single new line is a blank: it wraps a paragraph.
// Tested by tests/text/sentences_test.cpp.
#include "base/utf8.hpp"
#include "text/segmenter.hpp"
#include "text/words.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>

namespace dateline::text {
namespace {

constexpr std::string_view kBeforeNames[] = {
    "Mr",  "Mrs", "Ms",   "Messrs", "Dr",   "Prof", "Gen", "Sen", "Sens", "Rep", "Reps",
    "Gov", "Lt",  "Col",  "Capt",   "Cmdr", "Maj",  "Sgt", "Cpl", "Pvt",  "Adm", "Brig",
    "Rev", "Hon", "Pres", "Supt",   "St",   "Ste",  "Mt",  "Ft",  "vs",   "v"};
constexpr std::string_view kBeforeNumbers[] = {"Jan", "Feb",  "Mar", "Apr", "Jun", "Jul", "Aug",
                                               "Sep", "Sept", "Oct", "Nov", "Dec", "No",  "Nos"};
constexpr std::string_view kOpeners[] = {
    "A",     "After", "Also",  "An",    "And",  "As",    "At",    "Before", "But",  "By",
    "For",   "From",  "He",    "Her",   "His",  "How",   "I",     "If",     "In",   "It",
    "Its",   "On",    "Or",    "Our",   "She",  "Since", "So",    "Some",   "That", "The",
    "Their", "Then",  "There", "These", "They", "This",  "Those", "To",     "We",   "What",
    "When",  "Where", "While", "Who",   "Why",  "With",  "You"};
static_assert(std::is_sorted(std::begin(kOpeners), std::end(kOpeners)));
// Months that are written with a capital behind a day: German, and English in the German order.
constexpr std::string_view kMonths[] = {
    "Apr",      "April",   "Aug",      "August",  "December", "Dez",     "Dezember", "Dec",
    "Feb",      "Februar", "February", "Jan",     "Januar",   "January", "Juli",     "July",
    "June",     "Juni",    "Jänner",   "Mai",     "March",    "May",     "März",     "Nov",
    "November", "October", "Okt",      "Oktober", "Sep",      "Sept",    "September"};
constexpr std::string_view kBeforeOrdinals[] = {
    "am",  "Am",  "im",  "Im",  "vom", "Vom", "zum", "Zum", "zur", "Zur", "beim", "Beim", "der",
    "Der", "die", "Die", "das", "Das", "dem", "Dem", "den", "Den", "des", "Des",  "ab",   "Ab"};

UChar32 code_point_at(std::string_view text, std::size_t at) {
  return static_cast<UChar32>(base::next_code_point(text, at));
}

// The last character of `text`, which is cut off; 0 when there is none.
UChar32 pop_code_point(std::string_view& text) {
  if (text.empty()) return 0;
  const std::size_t at = base::floor_boundary(text, text.size() - 1);
  const UChar32 last = code_point_at(text, at);
  text = text.substr(0, at);
  return last;
}

// True when `text` ends in one of the words, as a word of its own.
template <std::size_t kSize>
bool ends_in(std::string_view text, const std::string_view (&words)[kSize]) {
  return std::any_of(std::begin(words), std::end(words), [text](std::string_view word) {
    if (!text.ends_with(word)) return false;
    std::string_view before = text.substr(0, text.size() - word.size());
    return !u_isalnum(pop_code_point(before));
  });
}

bool ends_in_initial(std::string_view text) {
  return u_isupper(pop_code_point(text)) && !u_isalnum(pop_code_point(text));
}

// True when `after` begins with one of the words.
template <std::size_t kSize>
bool begins_with(std::string_view after, const std::string_view (&words)[kSize]) {
  return std::any_of(std::begin(words), std::end(words), [after](std::string_view word) {
    const bool same = after.starts_with(word);
    return same && (after.size() == word.size() || !u_isalnum(code_point_at(after, word.size())));
  });
}

// True when `before`, without its full stop, ends in the day of a month or an ordinal.
bool is_ordinal(std::string_view before, std::string_view after) {
  std::size_t digits = 0;
  while (digits < before.size() && base::is_ascii_digit(before[before.size() - digits - 1]))
    ++digits;
  if (digits == 0 || digits > 2) return false;
  std::string_view rest = before.substr(0, before.size() - digits);
  if (begins_with(after, kMonths)) return rest.empty() || !u_isalnum(pop_code_point(rest));
  if (!rest.ends_with(' ')) return false;
  return ends_in(rest.substr(0, rest.size() - 1), kBeforeOrdinals);
}

bool opens_a_sentence(std::string_view text) {
  const std::string_view word = text.substr(0, text.find(' '));
  return std::binary_search(std::begin(kOpeners), std::end(kOpeners), word);
}

// True when the full stop at the end of `before` is that of an abbreviation.
bool runs_on(std::string_view before, std::string_view after) {
  before.remove_suffix(1);
  if (base::is_ascii_digit(after.front())) return ends_in(before, kBeforeNumbers);
  if (!u_isupper(code_point_at(after, 0)) || opens_a_sentence(after)) return false;
  if (is_ordinal(before, after)) return true;
  return ends_in(before, kBeforeNames) || ends_in_initial(before);
}

bool is_blank(std::string_view gap) {
  return !gap.empty() && gap.find_first_not_of(" \t\xC2\xA0") == gap.npos;  // and U+00A0
}

bool joined(std::string_view text, Range before, Range after) {
  return text[before.end - 1] == '.' &&
         is_blank(text.substr(before.end, after.begin - before.end)) &&
         runs_on(text.substr(before.begin, before.size()), text.substr(after.begin, after.size()));
}

// The text with a blank for each line feed that has no other one beside it, byte for byte as long.
std::string unwrapped(std::string_view text) {
  std::string result(text);
  for (std::size_t feed = text.find('\n'); feed < text.size();) {
    const std::size_t begin = text.find_last_not_of(" \t\r\n", feed) + 1;
    const std::size_t end = std::min(text.find_first_not_of(" \t\r\n", feed), text.size());
    const bool single = text.find('\n', feed + 1) >= end;
    if (single) std::fill_n(result.begin() + static_cast<std::ptrdiff_t>(begin), end - begin, ' ');
    feed = text.find('\n', end);
  }
  return result;
}

Range trim(std::string_view text, Range range) {
  const auto is_space = [&](std::size_t at) { return u_isUWhiteSpace(code_point_at(text, at)); };
  while (!range.empty() && is_space(range.begin)) base::next_code_point(text, range.begin);
  while (!range.empty()) {
    const std::size_t last = base::floor_boundary(text, range.end - 1);
    if (!is_space(last)) break;
    range.end = last;
  }
  return range;
}

}  // namespace

struct SentenceBreaker::Impl {
  Segmenter segmenter{Segmenter::Unit::kSentence};
};

SentenceBreaker::SentenceBreaker() : impl_(std::make_unique<Impl>()) {}
SentenceBreaker::~SentenceBreaker() = default;
SentenceBreaker::SentenceBreaker(SentenceBreaker&&) noexcept = default;
SentenceBreaker& SentenceBreaker::operator=(SentenceBreaker&&) noexcept = default;

void SentenceBreaker::find(std::string_view typed, std::vector<Range>& sentences) {
  sentences.clear();
  const bool wrapped = typed.find('\n') != typed.npos;
  const std::string unbroken = wrapped ? unwrapped(typed) : std::string();
  const std::string_view text = wrapped ? unbroken : typed;
  impl_->segmenter.each(text, [&](Range segment, std::int32_t) {
    const Range sentence = trim(text, segment);
    if (sentence.empty()) return;
    if (!sentences.empty() && joined(text, sentences.back(), sentence)) {
      sentences.back().end = sentence.end;
    } else {
      sentences.push_back(sentence);
    }
  });
}

}  // namespace dateline::text
