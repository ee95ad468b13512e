// Who said what in an article, and where.
// Tested by tests/actors/quotes_test.cpp.
#pragma once

#include <dateline/export.hpp>
#include <dateline/mention.hpp>
#include <dateline/range.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

enum class QuoteKind {
  kDirect,   ///< a clause or sentence between quotation marks
  kPartial,  ///< a phrase, or one to four words, between quotation marks
  kReported  ///< without marks: "X said that …"
};

/// "direct", "partial", "reported"
DATELINE_API std::string_view quote_kind_name(QuoteKind kind) noexcept;

/// What somebody said.  Ranges are bytes of the text, or of the title where that is not part of it.
struct Quote {
  QuoteKind kind = QuoteKind::kDirect;
  std::string speaker;       ///< the actor's id; of nobody known, a slug of the words
  Range name;                ///< the words by which the speaker stands there
  Range verb;                ///< "said", "according to"; empty where the quote before goes on
  std::vector<Range> spans;  ///< one, or more where "he said" breaks the quote; without the marks
  std::optional<Range> addressee;  ///< the words for who was told
  Field field = Field::kBody;
  double confidence = 0;  ///< between 0 and 1; a pronoun's is lower
  friend bool operator==(const Quote&, const Quote&) = default;
};

}  // namespace dateline
