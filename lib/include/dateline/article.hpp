// What the library reads: one news article as it came, and how a careful reader would see its parts.
// Tested by tests/article/*_test.cpp.
#pragma once

#include <dateline/date.hpp>
#include <dateline/export.hpp>
#include <dateline/range.hpp>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

/// What a part of a page is.
enum class Role { kTitle, kSubtitle, kByline, kDateline, kBody, kCaption, kJunk, kSource };

/// "title", "body", ...
DATELINE_API std::string_view role_name(Role role) noexcept;

/// A part of an article's text and the judgement on it.
struct Block {
  Role role = Role::kBody;
  Range range;         ///< bytes of Article::text, without surrounding white space, never empty
  std::string reason;  ///< why it has this role, in words
  friend bool operator==(const Block&, const Block&) = default;
};

/// An article as it came from its file or record.  Every string is valid UTF-8.
struct Article {
  std::string id;                     ///< unique in an index; 1 to 230 bytes
  std::string text;                   ///< as it came, byte for byte; what all byte ranges refer to
  std::optional<std::string> title;   ///< given beside the text; absent for plain pages
  std::optional<std::string> date;    ///< given, any form; unreadable dates are kept as `extra`
  std::optional<std::string> source;  ///< outlet or agency
  std::optional<std::string> url;
  std::optional<std::string> language;  ///< ISO 639-1, "en"
  std::vector<std::string> authors;
  std::vector<std::pair<std::string, std::string>> extra;  ///< other keys; values as JSON text
  std::vector<Block>
      marked;         ///< what the markup of a web page says about parts of its text, in order
  std::string where;  ///< file, or file:line, that it was read from, for warnings; not stored

  friend bool operator==(const Article&, const Article&) = default;
};

/// A record that could not be read, or that makes one think.
struct Warning {
  std::string where;  ///< "a.jsonl:17", "pages/3.txt", or a query's part
  std::string text;
  friend bool operator==(const Warning&, const Warning&) = default;
};

/// A value that was given, stated or inferred, with the reason for it.
struct Judgement {
  std::string value;
  std::string reason;
  std::optional<Range> range;  ///< where in Article::text it stands; absent: given beside the text
  friend bool operator==(const Judgement&, const Judgement&) = default;
};

/// A day, month or year that a text speaks of.
struct MentionedDate {
  Date date;
  Range range;  ///< where Article::text says so
  friend bool operator==(const MentionedDate&, const MentionedDate&) = default;
};

/// An article as a careful reader sees it.  Unknown is a state: an absent value is never a guess.
struct Page {
  std::optional<Judgement> title;
  std::optional<Judgement> date;  ///< ISO, as precise as it is known
  std::optional<Judgement> source;
  Judgement language;                ///< ISO 639-1; "und" when it cannot be told
  std::vector<Block> blocks;         ///< in text order, not overlapping
  std::vector<MentionedDate> dates;  ///< that the text speaks of, furniture aside, in its order
  friend bool operator==(const Page&, const Page&) = default;
};

/// Reads files and folders and hands over the articles one by one, never holding more than one.
///
/// Folders are read in the order of their paths, `.txt`, `.html`, `.htm`, `.jsonl`,
/// `.ndjson` (these two also `.zst`, `.gz`).
/// An id is the given one, else the path below the input without its suffix.
///
/// Errors   throws Error when `input` itself cannot be read or is of no known kind, or the sink throws;
///          everything that is wrong with a part of it goes to `warn`, and the reading goes on
/// Cost     one pass; memory for the largest record
DATELINE_API void read_articles(const std::filesystem::path& input,
                                const std::function<void(Article&&)>& sink,
                                const std::function<void(Warning&&)>& warn);

}  // namespace dateline
