// The best articles of several segments for a few terms, exactly, and how many there are.
// In: readers, terms, the statistics of the whole collection.  Out: addresses with scores, best first.
// Method: bounds of ranges of 256 documents, summed over the terms, leave out what cannot be among the
// best; blocks of the rarest terms are scored as a whole and filtered by the bounds of the other terms
// before those are touched; long unions are added up range by range.  A condition that leaves few documents
// is looked at before anything else; the best counted documents of a short list are a start for all.  What is
// left is scored as ranking::TermWeight does, in the order of the query's terms.
// Source: bounds and filters of blocks after S. Ding, T. Suel, "Faster Top-k Document Retrieval Using
// Block-Max Indexes", SIGIR 2011; terms split by what can still win after H. Turtle, J. Flood, "Query
// Evaluation: Strategies and Optimizations", 1995.
// Tested by tests/words/top_k_test.cpp.
#pragma once

#include "ranking/bm25.hpp"
#include "words/reader.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::words {

enum class Match { kAny, kAll, kPhrase };

struct QueryTerm {
  std::string_view term;
  std::uint64_t document_frequency = 0;  // in the whole collection
  double boost = 1;                      // factor of its score
};

// What a document must hold, or must not hold, without any effect on its score.
struct Condition {
  std::string_view term;
  bool holds = true;
};

// A bit for each document, 64 in a word; an empty span: no such set.
using Bitmap = std::span<const std::uint64_t>;

struct SearchedSegment {
  const Reader* reader = nullptr;
  Bitmap removed = {};  // documents that do not count
  Bitmap filter = {};   // the only ones that count
  // What `reader` finds for each term of the query, if the caller knows it: documents 0 where nothing.
  std::span<const TermInfo> found = {};
};

struct TopKQuery {
  Match match = Match::kAny;
  std::span<const QueryTerm> terms;
  std::span<const Condition> conditions;
  ranking::Collection collection;
  ranking::Bm25 parameters;
  std::size_t k = 10;
};

struct TopKHit {
  std::uint32_t segment = 0;
  std::uint32_t doc = 0;
  double score = 0;
  std::uint64_t arrival = 0;  // equal scores are in its order
};

struct TopKResult {
  std::vector<TopKHit> hits;
  bool complete = true;  // false: it was stopped
};

using Arrival = std::function<std::uint64_t(std::uint32_t segment, std::uint32_t doc)>;
// Asked now and then, and before much memory is taken, with the bytes that the search of a segment holds then;
// true: give what there is.
using Stop = std::function<bool(std::size_t held)>;

// Scores must be finite.  A term that is there twice counts twice.
TopKResult top_k(const TopKQuery& query, std::span<const SearchedSegment> segments,
                 const Arrival& arrival, const Stop& stop = {});

// The documents of one segment that hold any or all of the terms, meet the conditions and count, a bit
// for each.
// Requires: match is not kPhrase.  False in `complete`: it was stopped, and some may be missing.
struct TopKMatches {
  std::vector<std::uint64_t> bits;
  bool complete = true;
};
TopKMatches find_matches(Match match, std::span<const std::string_view> terms,
                         std::span<const Condition> conditions, const SearchedSegment& segment,
                         const Stop& stop = {});

// How many there are in all segments.
struct TopKCount {
  std::uint64_t articles = 0;
  bool complete = true;
};
TopKCount count_matches(Match match, std::span<const std::string_view> terms,
                        std::span<const Condition> conditions,
                        std::span<const SearchedSegment> segments, const Stop& stop = {});

}  // namespace dateline::words
