// How many articles hold any or all of some terms.  In: lists.  Out: exact numbers.
// Method: bitmaps for unions; conjunctions keep the documents of the rarest list that the others hold.
// Tested by tests/words/top_k_test.cpp.
#include "words/segment_search.hpp"

#include <algorithm>
#include <bit>

namespace dateline::words {
namespace {

using Words = std::vector<std::uint64_t>;

std::vector<TermInfo> find_all(const Reader& reader, std::span<const std::string_view> terms) {
  std::vector<TermInfo> infos;
  for (const std::string_view term : terms) {
    if (const auto info = reader.find(term)) infos.push_back(*info);
  }
  return infos;
}

bool set_docs(const Reader& reader, const TermInfo& info, Words& bits, StopClock& clock) {
  PostingList list(reader, info);
  for (std::uint32_t block = 0; block < list.blocks(); ++block) {
    if (clock.is_over()) return false;
    list.load(block);
    for (std::uint32_t i = 0; i < list.count(); ++i) {
      bits[list.docs()[i] / 64] |= std::uint64_t{1} << (list.docs()[i] % 64);
    }
  }
  return true;
}

std::uint64_t count_bits(const SearchedSegment& segment, const Words& bits) {
  std::uint64_t count = 0;
  for (std::size_t w = 0; w < bits.size(); ++w) {
    std::uint64_t word = bits[w];
    if (w < segment.removed.size()) word &= ~segment.removed[w];
    if (!segment.filter.empty()) word &= w < segment.filter.size() ? segment.filter[w] : 0;
    count += static_cast<std::uint64_t>(std::popcount(word));
  }
  return count;
}

// All of the lists: of each the bits, joined.
bool join_docs(const Reader& reader, std::vector<TermInfo> infos, Words& bits, StopClock& clock) {
  std::sort(infos.begin(), infos.end(), [](const TermInfo& a, const TermInfo& b) {
    return a.document_frequency < b.document_frequency;
  });
  if (!set_docs(reader, infos[0], bits, clock)) return false;
  for (std::size_t i = 1; i < infos.size(); ++i) {
    Words more(bits.size());
    if (!set_docs(reader, infos[i], more, clock)) return false;
    for (std::size_t w = 0; w < bits.size(); ++w) bits[w] &= more[w];
  }
  return true;
}

}  // namespace

TopKCount count_matches(Match match, std::span<const std::string_view> terms,
                        std::span<const SearchedSegment> segments, const Stop& stop) {
  TopKCount result;
  StopClock clock(stop);
  for (const SearchedSegment& segment : segments) {
    const Reader& reader = *segment.reader;
    const std::vector<TermInfo> infos = find_all(reader, terms);
    if (infos.empty() || (match != Match::kAny && infos.size() < terms.size())) continue;
    Words bits(reader.size() / 64 + 1);
    if (match == Match::kAny) {
      for (const TermInfo& info : infos) {
        if (!set_docs(reader, info, bits, clock)) break;
      }
    } else {
      join_docs(reader, infos, bits, clock);
    }
    result.articles += count_bits(segment, bits);
  }
  result.complete = !clock.is_over();
  return result;
}

}  // namespace dateline::words
