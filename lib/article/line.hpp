// A block of a page and what can be told from it alone, before its neighbours are looked at.
// In: text, span, rules.  Out: the line's shape, its phrases, and what it states.
// Tested by tests/article/line_test.cpp.
#pragma once

#include "article/blocks.hpp"
#include "article/page.hpp"
#include "article/tokens.hpp"

#include <dateline/article.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::article {

enum class Name : std::uint8_t { kNone, kByline, kJob };  // kJob: "Jane Doe, Kyiv correspondent"

enum class DatelineKind : std::uint8_t {
  kNone,
  kPrefix,   // in front of the first sentence
  kWhole,    // a line of its own: place, date, agency
  kDateOnly  // a line of nothing but a date
};

struct Line {
  Span span;
  Role role = Role::kBody;
  std::string reason;

  std::size_t words = 0;         // in what was looked at, at most kLooked bytes
  std::uint64_t words_hash = 0;  // equal for lines of the same words

  char end = 0;           // the plain mark it ends with, quotes and brackets aside; 0: a word
  bool closed = false;    // ends with a full stop, a question or exclamation mark
  bool acronym = false;   // that full stop belongs to "U.S."
  bool quoted = false;    // begins with a quotation mark
  bool listed = false;    // begins like an item of a list: a bullet, a number, a bracket
  bool headline = false;  // Capitals Throughout
  bool shouted = false;   // words in capitals throughout
  bool capital = false;   // begins with a capital or a mark, as a headline does
  bool address = false;   // holds an e-mail address, a handle or a link
  bool broken = false;    // holds a colon, a bar, a quote or a parting dash: no plain sentence
  bool one_sentence = false;
  bool dated = false;      // holds a day with its year
  bool scene = false;      // holds a word that captions like
  bool weak_junk = false;  // holds a word of page furniture that stories use too
  bool long_junk = false;  // holds a phrase of it, but is long
  bool bio = false;        // says who an author is
  Name name = Name::kNone;
  DatelineKind dateline = DatelineKind::kNone;

  bool is_body() const { return role == Role::kBody; }
  // A sentence of some length: the flesh of an article.
  bool is_paragraph() const { return is_body() && closed && words >= 6; }
};

// How much of a block is looked at; what is longer is body whatever it says.
inline constexpr std::size_t kLooked = 4000;  // bytes

// A dateline: "KYIV, Feb 24, 2025 (Meridian Wire) -", or a line of its own.
struct Dateline {
  std::size_t line = 0;
  Date date;     // year 0: none, or none with a year
  Range where;   // of the date
  Range source;  // empty: none
};

// A publication date, "Published: 12 March 2025".
struct Published {
  std::size_t phrase = 0;  // its place in the recipe: smaller is better
  Date date;
  Range where;  // from the phrase to the end of the date
};

// "Wednesday (Dec 3)".
struct NamedDay {
  std::size_t line = 0;
  int weekday = 0;
  Date date;  // its year may be 0
  Range where;
};

// "Source: AFP/fs".
struct NamedSource {
  std::size_t line = 0;
  Range where;  // the agency
};

// A date in a line's text, to be worked out from the day of publication where it is relative.
struct SpokenDate {
  enum class Kind : std::uint8_t {
    kWhole,       // "February 20, 2025", "2008"
    kDayOfMonth,  // "February 20": the nearest
    kDays,        // `offset` days from the day of publication
    kWeekday,  // the `offset` Saturday and the like: below 0 before, above 0 behind; 0: or that day
    kMonth,    // "last February": the month of `date`, before or behind
    kMonths,   // `offset` months on
    kYears
  };
  std::size_t line = 0;
  Kind kind = Kind::kWhole;
  Date date{};  // what is said of it
  int weekday = 0;
  int offset = 0;
  Range where{};
};

// What the lines of a page state about the article.
struct Stated {
  std::vector<Dateline> datelines;
  std::vector<Published> published;
  std::vector<NamedDay> days;
  std::vector<NamedSource> sources;
  std::vector<SpokenDate> spoken;
};

// Sees line number `number`; `tokens` is a buffer.  Appends to `stated`.
Line look(std::string_view text, const Span& span, std::size_t number, const PageRules& rules,
          std::vector<Token>& tokens, Stated& stated);

// Adds a word to Line::words_hash, which begins as 0.
inline std::uint64_t mix_word(std::uint64_t hash, std::uint64_t word) {
  return (hash ^ word) * 0x9E3779B97F4A7C15;
}

inline void judge(Line& line, Role role, std::string reason) {
  line.role = role;
  line.reason = std::move(reason);
}

}  // namespace dateline::article
