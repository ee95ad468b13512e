// Lines that recur over a source: counted article by article, then known as boilerplate.
// In: the lines of each article, as hashes.  Out: which of them stand in how many articles of how many.
// Method: a table of at most kMostLines lines; when it is full, sources and lines that were met in the
// fewest articles are forgotten.  So counts are never too high, whatever was forgotten.
// Invariants: what is known depends on the articles and their order only.
// Tested by tests/article/recurring_test.cpp.
#pragma once

#include <dateline/article.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::article {

// Who published an article: the source given with it, else the host of its address, else "".
std::string publisher_of(const Article& article);

struct Recurrence {
  std::uint32_t articles = 0;  // that hold the line
  std::uint32_t of = 0;        // all of the source
  friend bool operator==(const Recurrence&, const Recurrence&) = default;
};

// The lines of each source that are boilerplate.
class Boilerplate {
 public:
  using Lines = std::unordered_map<std::uint64_t, Recurrence>;

  // Those of a source; nullptr when there are none.
  const Lines* of(std::string_view publisher) const;
  void add(std::uint64_t source, std::uint64_t line, Recurrence recurrence);
  bool empty() const { return sources_.empty(); }

 private:
  std::unordered_map<std::uint64_t, Lines> sources_;
};

struct SeenLine {
  std::uint64_t hash = 0;  // Line::words_hash
  std::size_t words = 0;
};

class LineCounts {
 public:
  // Longer lines are not counted.
  static constexpr std::size_t kMostWords = 60;
  // Some 6 MB in memory, at most 1 MB on disk.
  static constexpr std::size_t kMostLines = std::size_t{1} << 16;
  static constexpr std::size_t kMostSources = std::size_t{1} << 12;

  // Counts an article with all its lines.  A line does not count again in copies of the article that it
  // was met in last, or a text that many print would become boilerplate.
  void add(std::string_view publisher, std::span<const SeenLine> lines);

  // Lines in at least 12 articles and a twentieth of the source's, or in at least 200.
  Boilerplate boilerplate() const;

  std::size_t lines() const { return lines_; }
  std::size_t sources() const { return sources_.size(); }

  std::string print() const;
  // Throws Error(kCorrupt).
  static LineCounts read(std::string_view bytes);

 private:
  struct Count {
    std::uint32_t articles = 0;
    std::uint32_t mark = 0;  // of the article that it was met in last
  };
  struct Source {
    std::uint32_t articles = 0;
    std::unordered_map<std::uint64_t, Count> lines;
  };
  static std::uint32_t mark_of(const Source& source, std::span<const SeenLine> lines);
  void forget_rarest();

  std::unordered_map<std::uint64_t, Source> sources_;
  std::size_t lines_ = 0;  // of all sources
};

}  // namespace dateline::article
