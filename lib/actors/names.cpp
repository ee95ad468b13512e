// The words for fields, ways of naming, kinds of quotes.  In: enumerators.  Out: their names in results.
// Tested by tests/actors/names_test.cpp.
#include <dateline/mention.hpp>
#include <dateline/quote.hpp>

namespace dateline {

std::string_view field_name(Field field) noexcept {
  switch (field) {
    case Field::kTitle:
      return "title";
    case Field::kBody:
      return "body";
    case Field::kCaption:
      return "caption";
    case Field::kJunk:
      return "junk";
  }
  return "";
}

std::string_view how_name(How how) noexcept {
  switch (how) {
    case How::kName:
      return "name";
    case How::kAdjective:
      return "adjective";
    case How::kMetonym:
      return "metonym";
    case How::kOffice:
      return "office";
  }
  return "";
}

std::string_view quote_kind_name(QuoteKind kind) noexcept {
  switch (kind) {
    case QuoteKind::kDirect:
      return "direct";
    case QuoteKind::kPartial:
      return "partial";
    case QuoteKind::kReported:
      return "reported";
  }
  return "";
}

}  // namespace dateline
