// Seals damage, and asks damaged files.  In: bytes.  Out: yes or no.
#include "words/damaged.hpp"

#include "base/hash.hpp"
#include "words/cursor.hpp"
#include "words/reader.hpp"
#include "words/top_k.hpp"

#include <dateline/error.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace dateline::words {
namespace {

constexpr std::size_t kFooter = 208;  // the last of it: data_end, checksums, own checksum, magic
constexpr std::size_t kMostTerms = 400;
constexpr std::uint32_t kMostPostings = 5000;  // of a list: a nonsense count may be great

void put(std::string& bytes, std::size_t at, std::uint64_t number) {
  std::memcpy(bytes.data() + at, &number, sizeof number);
}

std::vector<std::string> read_lists(const Reader& reader) {
  std::vector<std::string> terms;
  std::vector<std::uint32_t> positions;
  for (auto walk = reader.walk(""); !walk.at_end() && terms.size() < kMostTerms; walk.next()) {
    terms.emplace_back(walk.term());
    Cursor cursor(reader, walk.term());
    for (std::uint32_t n = 0; n < kMostPostings && cursor.doc() != Cursor::kEnd; ++n) {
      cursor.frequency();
      cursor.positions(positions);
      cursor.next();
    }
  }
  return terms;
}

void ask(const Reader& reader, const std::vector<std::string>& terms) {
  const std::vector<SearchedSegment> segments = {{&reader, {}, {}, {}}};
  const auto arrival = [](std::uint32_t, std::uint32_t doc) { return std::uint64_t{doc}; };
  for (std::size_t i = 0; i < terms.size(); i += 1 + i / 2) {
    std::vector<QueryTerm> wanted;
    std::vector<std::string_view> names;
    for (std::size_t n = i; n < std::min(terms.size(), i + 1 + i % 12); ++n) {
      wanted.push_back({terms[n], 1 + n});
      names.push_back(terms[n]);
    }
    const std::vector<Condition> conditions = {{terms.back(), i % 2 == 0}};
    for (const Match match : {Match::kAny, Match::kAll, Match::kPhrase}) {
      const ranking::Collection collection{reader.size(), reader.total_length()};
      top_k({match, wanted, {}, collection, {}, 10}, segments, arrival);
      top_k({match, wanted, conditions, collection, {}, 10}, segments, arrival);
      if (match != Match::kPhrase) count_matches(match, names, conditions, segments);
    }
  }
}

}  // namespace

void seal(std::string& bytes) {
  std::uint64_t end = 0;
  if (bytes.size() < kFooter) return;
  const std::size_t footer = bytes.size() - kFooter;
  std::memcpy(&end, bytes.data() + bytes.size() - 32, sizeof end);
  if (end > footer || (footer - end) % 8 != 0) return;
  const std::string_view data = std::string_view(bytes).substr(0, end);
  std::vector<std::uint64_t> sums;
  for (std::size_t at = 0; at < end; at += kChunk) {
    sums.push_back(base::hash64(data.substr(at, kChunk)));
  }
  if (sums.size() * 8 != footer - end) return;
  for (std::size_t i = 0; i < sums.size(); ++i) put(bytes, end + i * 8, sums[i]);
  const auto hash_of = [&](std::size_t begin, std::size_t size) {
    return base::hash64(std::string_view(bytes).substr(begin, size));
  };
  put(bytes, bytes.size() - 24, hash_of(end, sums.size() * 8));
  put(bytes, bytes.size() - 16, hash_of(footer, kFooter - 16));
}

bool read_and_ask(const std::string& bytes) {
  try {
    const Reader reader(bytes, "damaged");
    for (std::uint32_t doc = 0; doc < reader.size(); ++doc) {
      reader.length(doc);
      reader.places(doc);
    }
    ask(reader, read_lists(reader));
    return true;
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kCorrupt) throw;
    return false;
  }
}

}  // namespace dateline::words
