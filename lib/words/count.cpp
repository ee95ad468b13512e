// Which articles hold any or all of some terms.  In: lists.  Out: bitmaps, exact.
// Method: bitmaps for unions; conjunctions keep the documents of the rarest list that the others hold.
// Tested by tests/words/top_k_test.cpp.
#include "words/segment_search.hpp"

#include <algorithm>
#include <bit>

namespace dateline::words {
namespace {

// A look into a block costs as much as taking so many documents of it apart.
constexpr std::uint64_t kLookUpFactor = 16;

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

// Leaves the bits of those documents that the list holds too: looks each up, or joins with all.
bool keep_docs(const Reader& reader, const TermInfo& info, std::uint64_t kept, Words& bits,
               StopClock& clock) {
  if (kept * kLookUpFactor > info.document_frequency) {
    Words more(bits.size());
    if (!set_docs(reader, info, more, clock)) return false;
    for (std::size_t w = 0; w < bits.size(); ++w) bits[w] &= more[w];
    return true;
  }
  PostingList list(reader, info);
  const auto& lasts = list.lasts();
  std::size_t block = 0;
  for (std::uint32_t w = 0; w < bits.size(); ++w) {
    for (std::uint64_t word = bits[w]; word != 0; word &= word - 1) {
      const std::uint64_t bit = word & (~word + 1);
      const std::uint32_t doc = w * 64 + static_cast<std::uint32_t>(std::countr_zero(word));
      block = kernels().find(lasts.data(), block, lasts.size(), doc);
      if (block < lasts.size()) list.load(static_cast<std::uint32_t>(block));
      if (block == lasts.size() || list.find(doc) == PostingList::kNone) bits[w] &= ~bit;
    }
    if (w % 64 == 0 && clock.is_over()) return false;
  }
  return true;
}

// All of the lists, the rarest first.
bool join_docs(const Reader& reader, std::vector<TermInfo> infos, Words& bits, StopClock& clock) {
  std::sort(infos.begin(), infos.end(), [](const TermInfo& a, const TermInfo& b) {
    return a.document_frequency < b.document_frequency;
  });
  if (!set_docs(reader, infos[0], bits, clock)) return false;
  for (std::size_t i = 1; i < infos.size(); ++i) {
    const std::uint64_t kept = infos[0].document_frequency;
    if (!keep_docs(reader, infos[i], kept, bits, clock)) return false;
  }
  return true;
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

}  // namespace

TopKMatches find_matches(Match match, std::span<const std::string_view> terms,
                         std::span<const Condition> conditions, const SearchedSegment& segment,
                         const Stop& stop) {
  StopClock clock(stop);
  const Reader& reader = *segment.reader;
  TopKMatches result{Words(reader.size() / 64 + 1)};
  const std::vector<TermInfo> infos = find_all(reader, terms);
  if (infos.empty() || (match != Match::kAny && infos.size() < terms.size())) return result;
  if (match == Match::kAny) {
    for (const TermInfo& info : infos) {
      if (!set_docs(reader, info, result.bits, clock)) break;
    }
  } else {
    join_docs(reader, infos, result.bits, clock);
  }
  keep_fitting(reader, conditions, result.bits, clock);
  keep_counted(segment, result.bits);
  result.complete = !clock.is_over();
  return result;
}

TopKCount count_matches(Match match, std::span<const std::string_view> terms,
                        std::span<const Condition> conditions,
                        std::span<const SearchedSegment> segments, const Stop& stop) {
  TopKCount result;
  for (const SearchedSegment& segment : segments) {
    const TopKMatches found = find_matches(match, terms, conditions, segment, stop);
    for (const std::uint64_t word : found.bits) {
      result.articles += static_cast<std::uint64_t>(std::popcount(word));
    }
    result.complete = result.complete && found.complete;
  }
  return result;
}

}  // namespace dateline::words
