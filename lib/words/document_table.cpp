// Packs the numbers of documents.  In: lengths, places.  Out: sections.
// Tested by tests/words/document_table_test.cpp.
#include "words/document_table.hpp"

#include <algorithm>
#include <span>

namespace dateline::words {
namespace {

Section write_packed(WordsFileWriter& file, std::span<const std::uint32_t> numbers,
                     std::uint64_t& width) {
  const std::uint64_t begin = file.offset();
  width = numbers.empty() ? 0 : width_of(*std::max_element(numbers.begin(), numbers.end()));
  BitWriter bits;
  for (const std::uint32_t number : numbers) bits.put(number, static_cast<unsigned>(width));
  bits.align();
  file.append(bits);
  return file.since(begin);
}

}  // namespace

void DocumentTable::add(std::uint32_t length, const PlaceMap& map) {
  lengths.push_back(length);
  places.push_back(map);
  total_length += length;
}

void DocumentTable::write(WordsFileWriter& file, Footer& footer) const {
  footer.documents = size();
  footer.total_length = total_length;
  footer.lengths = write_packed(file, lengths, footer.length_width);
  if (!lengths.empty()) footer.longest = *std::max_element(lengths.begin(), lengths.end());
  std::vector<std::uint32_t> numbers;
  std::int64_t less = 0;
  for (std::uint32_t doc = 0; doc < size(); ++doc) {
    const PlaceMap& map = places[doc];
    numbers.push_back(map.title);
    less = std::max(less, std::int64_t{lengths[doc]} - std::int64_t{map.span});
  }
  footer.titles = write_packed(file, numbers, footer.title_width);
  footer.span_less = static_cast<std::uint64_t>(less);
  for (std::uint32_t doc = 0; doc < size(); ++doc) {
    numbers[doc] = places[doc].span + static_cast<std::uint32_t>(less) - lengths[doc];
  }
  footer.spans = write_packed(file, numbers, footer.span_width);
}

}  // namespace dateline::words
