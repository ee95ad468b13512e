// Which articles hold any or all of some terms.  In: lists.  Out: bitmaps, exact.
// Method: bitmaps for unions; conjunctions keep the documents of the rarest list that the others hold.
// Tested by tests/words/top_k_test.cpp.
#include "words/conjunction.hpp"
#include "words/segment_search.hpp"

#include <optional>
#include <utility>

namespace dateline::words {
namespace {

using Words = std::vector<std::uint64_t>;

std::vector<TermInfo> find_all(const SearchedSegment& segment,
                               std::span<const std::string_view> terms) {
  std::vector<TermInfo> infos;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const TermInfo info = segment.found.empty()
                              ? segment.reader->find(terms[i]).value_or(TermInfo{})
                              : segment.found[i];
    if (info.document_frequency > 0) infos.push_back(info);
  }
  return infos;
}

bool set_docs(const Reader& reader, const TermInfo& info, Words& bits, StopClock& clock) {
  PostingList list(reader, info);
  for (std::uint32_t block = 0; block < list.blocks(); ++block) {
    if (clock.is_over()) return false;
    list.load(block);
    list.add_to(bits.data());
  }
  return true;
}

// Only those documents that count.
void keep_counted(const SearchedSegment& segment, Words& bits) {
  for (std::size_t w = 0; w < bits.size(); ++w) {
    if (w < segment.removed.size()) bits[w] &= ~segment.removed[w];
    if (!segment.filter.empty()) bits[w] &= w < segment.filter.size() ? segment.filter[w] : 0;
  }
}

void keep_fitting(const Reader& reader, std::span<const Condition> conditions, Words& bits,
                  StopClock& clock) {
  for (const Condition& condition : conditions) {
    Words docs(bits.size());
    const auto info = reader.find(condition.term);
    if (info && !set_docs(reader, *info, docs, clock)) return;
    for (std::size_t w = 0; w < bits.size(); ++w) bits[w] &= condition.holds ? docs[w] : ~docs[w];
  }
}

// Those that hold any of the terms.
bool set_any(std::span<const std::string_view> terms, std::span<const Condition> conditions,
             const SearchedSegment& segment, Words& bits, StopClock& clock) {
  const Reader& reader = *segment.reader;
  for (const TermInfo& info : find_all(segment, terms)) {
    if (!set_docs(reader, info, bits, clock)) break;
  }
  keep_fitting(reader, conditions, bits, clock);
  keep_counted(segment, bits);
  return !clock.is_over();
}

// Nothing where no document of the segment can hold all of the terms.
std::optional<Conjunction> join_all(std::span<const std::string_view> terms,
                                    std::span<const Condition> conditions,
                                    const SearchedSegment& segment) {
  std::vector<TermInfo> held = find_all(segment, terms);
  if (terms.empty() || held.size() < terms.size()) return std::nullopt;
  std::vector<TermInfo> barred;
  for (const Condition& condition : conditions) {
    const auto info = segment.reader->find(condition.term);
    if (!info && condition.holds) return std::nullopt;
    if (info) (condition.holds ? held : barred).push_back(*info);
  }
  return std::optional<Conjunction>(std::in_place, segment, std::move(held), barred);
}

std::uint64_t count_bits(const Words& bits) {
  // Bits behind the last document are never set.
  const auto* data = reinterpret_cast<const std::uint8_t*>(bits.data());
  return kernels().rank(data, 0, (bits.size() - 1) * 64);
}

Words words_for(const Reader& reader) {
  return Words(reader.size() / 64 + 2);  // one more to read on
}

}  // namespace

TopKMatches find_matches(Match match, std::span<const std::string_view> terms,
                         std::span<const Condition> conditions, const SearchedSegment& segment,
                         const Stop& stop) {
  StopClock clock(stop);
  TopKMatches result{words_for(*segment.reader)};
  if (match == Match::kAny) {
    result.complete = set_any(terms, conditions, segment, result.bits, clock);
    return result;
  }
  auto all = join_all(terms, conditions, segment);
  while (all && !clock.is_over() && all->next()) {
    for (const std::uint32_t place : all->places()) {
      const std::uint32_t doc = all->docs()[place];
      result.bits[doc / 64] |= std::uint64_t{1} << (doc % 64);
    }
  }
  result.complete = !clock.is_over();
  return result;
}

TopKCount count_matches(Match match, std::span<const std::string_view> terms,
                        std::span<const Condition> conditions,
                        std::span<const SearchedSegment> segments, const Stop& stop) {
  TopKCount result;
  for (const SearchedSegment& segment : segments) {
    if (match == Match::kAny) {
      const TopKMatches found = find_matches(match, terms, conditions, segment, stop);
      result.articles += count_bits(found.bits);
      result.complete = result.complete && found.complete;
      continue;
    }
    StopClock clock(stop);
    auto all = join_all(terms, conditions, segment);
    while (all && !clock.is_over() && all->next()) result.articles += all->places().size();
    result.complete = result.complete && !clock.is_over();
  }
  return result;
}

}  // namespace dateline::words
