// What was asked, as a tree in the user's words; knows nothing of an index.
// In: text as a person types it.  Out: a tree, and warnings about what was not understood.
// Tested by tests/query/*_test.cpp.
#pragma once

#include <dateline/date.hpp>
#include <dateline/export.hpp>
#include <dateline/range.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// A query: one node of the tree, with its parts.
///
/// Values: copy, compare, print them.  `range` is where the node stands in the text that was parsed;
/// it takes no part in comparisons.
struct DATELINE_API Query {
  enum class Kind {
    kNothing,   ///< matches no article: an empty query
    kWord,      ///< `text`, a word as typed; ranked, stemmed
    kPrefix,    ///< `text` without the star: every word that begins so
    kWildcard,  ///< `text` with "*" for any characters and "?" for one: every word that fits
    kFuzzy,     ///< words within `distance` edits of `text` that begin with the same character
    kPhrase,    ///< `text`: words next to each other, in order, in their exact forms
    kNear,      ///< all `parts` within `distance` words; in their order when `ordered`
    kRanked,    ///< parts side by side: any may match, kMust parts have to, kNot parts must not
    kAny,       ///< a OR b
    kAll,       ///< a AND b; a kNot part excludes; without parts: every article
    kNot,       ///< excludes its one part; alone: every article but those
    kMust,      ///< its one part is required; only below kRanked
    kField,  ///< its one part, looked up in `field`; in "about": anywhere, and the search is widened
    kActor,  ///< the actor named `text`; of the kind `field` when that is not empty; named at `distance` places or more
    kSpeaker,   ///< articles that quote the actor named `text`; `field` as typed: said or by
    kTopic,     ///< the topic with the id or name `text`
    kSource,    ///< articles of the source `text`
    kLanguage,  ///< articles in the language `text`
    kDate,  ///< articles published within `days`, or that speak of a date in them (`field` mentions);
            ///< `text` as typed, `field` date, since or until otherwise
    kBoost  ///< its one part, scores multiplied by `weight`
  };

  Kind kind = Kind::kNothing;
  std::string text;
  std::string
      field;  ///< kField: title, body, caption, junk, about; kActor: person, org, place or empty
  std::vector<Query> parts;
  unsigned distance = 0;
  bool ordered = false;
  double weight = 1;
  DayRange days;
  Range range;

  friend bool operator==(const Query& a, const Query& b);
};

/// What a part of the query's text could not mean, and what was done instead.
struct QueryWarning {
  Range range;  ///< bytes of the query's text
  std::string text;
  friend bool operator==(const QueryWarning&, const QueryWarning&) = default;
};

/// A query with what there is to say about its text.
struct ParsedQuery {
  Query query;
  std::vector<QueryWarning> warnings;
};

struct ParseOptions {
  std::optional<Date> now =
      {};               ///< the day that "yesterday" is before; absent: that of the system's clock
  bool strict = false;  ///< true: what would be a warning is an Error(kInvalid) with its place
};

/// Reads the query language (README.md, "Asking").  Nothing that is typed is an error.
///
/// Units    at most 65,536 bytes, 1,024 terms and 64 levels; what is beyond is dropped with a warning
/// Errors   none unless strict: what is not understood is searched as words, and a warning says so
/// Cost     linear in the text
DATELINE_API ParsedQuery parse_query(std::string_view text, const ParseOptions& options = {});

/// The query as a text that parses to the same query.
DATELINE_API std::string to_string(const Query& query);

/// The query that ranks by the words of a text, whatever signs stand in it: plain words only.
DATELINE_API Query plain_words(std::string_view text);

/// Queries made by programs: `ask::words("peace talks") & ask::actor("zelensky") & !ask::source("afp")`.
///
/// Their text is taken as it is: no sign in it means anything.  Nothing here throws.
namespace ask {
DATELINE_API Query words(std::string_view text);  ///< any of the words, ranked
DATELINE_API Query phrase(std::string_view text);
DATELINE_API Query prefix(std::string_view text);  ///< words that begin so
/// Words that begin with the same character.  Edits: 1 or 2; each a character that is missing, too many
/// or another one, or two neighbours swapped.
DATELINE_API Query fuzzy(std::string_view word, unsigned edits);
DATELINE_API Query near(Query a, Query b, unsigned distance);  ///< words, phrases or actors
DATELINE_API Query in(std::string_view field, Query part);     ///< title, body, caption, junk
DATELINE_API Query actor(std::string_view name);
DATELINE_API Query topic(std::string_view name);
DATELINE_API Query source(std::string_view name);
DATELINE_API Query language(std::string_view code);
DATELINE_API Query published(const Date& first, const Date& last);  ///< both included
DATELINE_API Query about(std::string_view text);      ///< the words, and what marks their best hits
DATELINE_API Query boost(Query part, double weight);  ///< weight: over 0, up to 100
}  // namespace ask

DATELINE_API Query operator&(Query a, Query b);  ///< both
DATELINE_API Query operator|(Query a, Query b);  ///< either
DATELINE_API Query operator!(Query part);        ///< without

}  // namespace dateline
