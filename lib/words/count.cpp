// Which articles hold any or all of some terms.  In: lists.  Out: bitmaps, exact.
// Method: bitmaps for unions, and for conjunctions of lists that have bitmaps; other conjunctions keep the
// documents of the rarest list that the others hold.
// Tested by tests/words/top_k_test.cpp.
#include "words/conjunction.hpp"
#include "words/segment_search.hpp"

#include <algorithm>
#include <cstring>
#include <functional>

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

// `bits` with what `join` makes of each word and that of the bitmap, whose last bits may be missing.
template <class Join>
void join_bitmap(const std::uint8_t* bitmap, std::uint32_t documents, Words& bits, Join join) {
  const std::uint32_t whole = documents / 64;
  for (std::uint32_t w = 0; w < whole; ++w) {
    std::uint64_t word;
    std::memcpy(&word, bitmap + std::size_t{w} * 8, sizeof word);
    bits[w] = join(bits[w], word);
  }
  const std::uint64_t rest = bits_at(bitmap + std::size_t{whole} * 8, 0, documents % 64);
  bits[whole] = join(bits[whole], rest);
}

bool set_docs(const Reader& reader, const TermInfo& info, Words& bits, StopClock& clock) {
  PostingList list(reader, info);
  if (const std::uint8_t* bitmap = list.bitmap()) {
    join_bitmap(bitmap, reader.size(), bits, std::bit_or<>());
    return !clock.look();
  }
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
void set_any(std::span<const std::string_view> terms, std::span<const Condition> conditions,
             const SearchedSegment& segment, Words& bits, StopClock& clock) {
  const Reader& reader = *segment.reader;
  for (const TermInfo& info : find_all(segment, terms)) {
    if (!set_docs(reader, info, bits, clock)) break;
  }
  keep_fitting(reader, conditions, bits, clock);
  keep_counted(segment, bits);
}

// What every document must hold, the rarest first, and must not hold; no document does where nothing is held.
struct Wanted {
  std::vector<TermInfo> held;
  std::vector<TermInfo> barred;
};

Wanted wanted_of_all(std::span<const std::string_view> terms, std::span<const Condition> conditions,
                     const SearchedSegment& segment) {
  Wanted wanted{find_all(segment, terms), {}};
  if (terms.empty() || wanted.held.size() < terms.size()) return {};
  for (const Condition& condition : conditions) {
    const auto info = segment.reader->find(condition.term);
    if (!info && condition.holds) return {};
    if (info) (condition.holds ? wanted.held : wanted.barred).push_back(*info);
  }
  std::sort(wanted.held.begin(), wanted.held.end(), [](const TermInfo& a, const TermInfo& b) {
    return a.document_frequency < b.document_frequency;
  });
  return wanted;
}

bool are_bitmaps(const Wanted& wanted, const Reader& reader) {
  return has_bitmap(reader.size(), wanted.held.front().document_frequency);
}

// Those that hold all of the terms, of lists with bitmaps.
void join_bitmaps(const Wanted& wanted, const SearchedSegment& segment, Words& bits,
                  StopClock& clock) {
  const Reader& reader = *segment.reader;
  std::fill(bits.begin(), bits.end(), ~std::uint64_t{0});
  bits.back() = 0;
  for (const TermInfo& info : wanted.held) {
    join_bitmap(PostingList(reader, info).bitmap(), reader.size(), bits, std::bit_and<>());
    if (clock.look()) return;
  }
  for (const TermInfo& info : wanted.barred) {
    Words docs(bits.size());
    if (!set_docs(reader, info, docs, clock)) return;
    for (std::size_t w = 0; w < bits.size(); ++w) bits[w] &= ~docs[w];
  }
  keep_counted(segment, bits);
}

std::uint64_t count_bits(const Words& bits) {
  // Bits behind the last document are never set.
  const auto* data = reinterpret_cast<const std::uint8_t*>(bits.data());
  return kernels().rank(data, 0, (bits.size() - 1) * 64);
}

std::size_t words_of(const Reader& reader) {
  return reader.size() / 64 + 2;  // one more to read on
}

// Of the documents found, and of one term; so much is taken where terms are joined as bitmaps.
bool have_bitmaps_room(const Reader& reader, StopClock& clock) {
  return clock.take(2 * words_of(reader) * sizeof(std::uint64_t));
}

bool have_lists_room(const Wanted& wanted, StopClock& clock) {
  std::size_t bytes = 0;
  for (const TermInfo& info : wanted.held) bytes += PostingList::bytes(info);
  for (const TermInfo& info : wanted.barred) bytes += PostingList::bytes(info);
  return clock.take(bytes);
}

}  // namespace

TopKMatches find_matches(Match match, std::span<const std::string_view> terms,
                         std::span<const Condition> conditions, const SearchedSegment& segment,
                         const Stop& stop) {
  StopClock clock(stop);
  if (!have_bitmaps_room(*segment.reader, clock)) return {{}, false};
  TopKMatches result{Words(words_of(*segment.reader))};
  if (match == Match::kAny) {
    set_any(terms, conditions, segment, result.bits, clock);
  } else if (const Wanted wanted = wanted_of_all(terms, conditions, segment); wanted.held.empty()) {
    return result;
  } else if (are_bitmaps(wanted, *segment.reader)) {
    join_bitmaps(wanted, segment, result.bits, clock);
  } else if (have_lists_room(wanted, clock)) {
    Conjunction all(segment, wanted.held, wanted.barred);
    while (!clock.is_over() && all.next()) {
      for (const std::uint32_t doc : all.docs())
        result.bits[doc / 64] |= std::uint64_t{1} << (doc % 64);
    }
  }
  result.complete = !clock.is_over();
  return result;
}

namespace {

// Of one segment, as far as it goes.
std::uint64_t count_in(Match match, std::span<const std::string_view> terms,
                       std::span<const Condition> conditions, const SearchedSegment& segment,
                       StopClock& clock) {
  if (match == Match::kAny) {
    if (!have_bitmaps_room(*segment.reader, clock)) return 0;
    Words bits(words_of(*segment.reader));
    set_any(terms, conditions, segment, bits, clock);
    return count_bits(bits);
  }
  const Wanted wanted = wanted_of_all(terms, conditions, segment);
  if (wanted.held.empty()) return 0;
  if (are_bitmaps(wanted, *segment.reader)) {
    if (!have_bitmaps_room(*segment.reader, clock)) return 0;
    Words bits(words_of(*segment.reader));
    join_bitmaps(wanted, segment, bits, clock);
    return count_bits(bits);
  }
  if (!have_lists_room(wanted, clock)) return 0;
  Conjunction all(segment, wanted.held, wanted.barred);
  std::uint64_t count = 0;
  while (!clock.is_over() && all.next()) count += all.docs().size();
  return count;
}

}  // namespace

TopKCount count_matches(Match match, std::span<const std::string_view> terms,
                        std::span<const Condition> conditions,
                        std::span<const SearchedSegment> segments, const Stop& stop) {
  TopKCount result;
  for (const SearchedSegment& segment : segments) {
    StopClock clock(stop);
    const std::uint64_t articles = count_in(match, terms, conditions, segment, clock);
    result.complete = !clock.is_over();
    if (!result.complete) break;  // some of these are no matches yet
    result.articles += articles;
  }
  return result;
}

}  // namespace dateline::words
