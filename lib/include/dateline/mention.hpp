// Who is named in an article, and where.
// Tested by tests/actors/mentions_test.cpp.
#pragma once

#include <dateline/date.hpp>
#include <dateline/export.hpp>
#include <dateline/range.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The part of an article in which something stands.
enum class Field { kTitle, kBody, kCaption, kJunk };

/// "title", "body", "caption", "junk"
DATELINE_API std::string_view field_name(Field field) noexcept;

/// How a mention names its actor.
enum class How {
  kName,       ///< by one of its names
  kAdjective,  ///< "Ukrainian" for Ukraine
  kMetonym,    ///< "Kyiv" for Ukraine's government
  kOffice      ///< "the Russian president" for who holds the office
};

/// "name", "adjective", "metonym", "office"
DATELINE_API std::string_view how_name(How how) noexcept;

/// One place where an actor is named.
struct Mention {
  std::string actor;  ///< its id
  Range range;        ///< bytes of the text, or of the title where that is not part of the text
  Field field = Field::kBody;
  How how = How::kName;
  friend bool operator==(const Mention&, const Mention&) = default;
};

/// A person, organisation, country, place or office that a recipe lists.
struct Actor {
  std::string id;
  std::string kind;  ///< person, org, country, place, office
  std::string name;  ///< the usual English one
  struct Holding {
    std::string id;     ///< of an office: who holds it; of a person: which office
    std::string from;   ///< ISO date
    std::string until;  ///< empty: still, when the file was written
    friend bool operator==(const Holding&, const Holding&) = default;
  };
  std::vector<Holding> offices;  ///< of a person: offices held; of an office: its holders
  std::string of;  ///< id of the country or body that a place, organisation, office belongs to
  friend bool operator==(const Actor&, const Actor&) = default;
};

/// An actor that no list holds: found by how articles name it.
struct ProvisionalActor {
  Actor actor;  ///< its id begins with "~"; every article with its full name gives the same
  double confidence = 0;  ///< between 0 and 1
  friend bool operator==(const ProvisionalActor&, const ProvisionalActor&) = default;
};

}  // namespace dateline
