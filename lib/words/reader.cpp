// Opens a file of words.  In: bytes.  Out: terms and lengths.
// Tested by tests/words/reader_test.cpp.
#include "words/reader.hpp"

#include "words/posting_list.hpp"

namespace dateline::words {
namespace {

PackedNumbers packed(const VerifiedBytes& bytes, const Section& section, std::uint64_t width) {
  return {bytes.data() + section.offset, static_cast<unsigned>(width)};
}

}  // namespace

Reader::Reader(std::string_view bytes, std::string name)
    : bytes_(bytes, std::move(name)),
      dictionary_(bytes_),
      lengths_(packed(bytes_, footer().lengths, footer().length_width)),
      titles_(packed(bytes_, footer().titles, footer().title_width)),
      spans_(packed(bytes_, footer().spans, footer().span_width)) {}

std::uint64_t Reader::total_frequency(const TermInfo& info) const {
  return PostingList(*this, info).total_frequency();
}

std::vector<Reader::TermCount> Reader::terms(std::string_view prefix, std::size_t limit) const {
  std::vector<TermCount> result;
  for (DictionaryWalk at = walk(prefix); !at.at_end() && result.size() < limit; at.next()) {
    if (!at.term().starts_with(prefix)) break;
    result.push_back({std::string(at.term()), at.info().document_frequency});
  }
  return result;
}

void Reader::verify(const Section& section, std::atomic<bool>& verified) const {
  bytes_.touch(section.offset, section.size);
  verified.store(true, std::memory_order_release);
}

PlaceTable Reader::place_table() const {
  if (!spans_verified_.load(std::memory_order_acquire)) verify(footer().spans, spans_verified_);
  return {lengths(), spans_, static_cast<std::uint32_t>(footer().span_less), place_bits_table()};
}

PlaceMap Reader::places(std::uint32_t doc) const {
  if (!titles_verified_.load(std::memory_order_acquire)) verify(footer().titles, titles_verified_);
  if (!spans_verified_.load(std::memory_order_acquire)) verify(footer().spans, spans_verified_);
  const auto less = static_cast<std::uint32_t>(footer().span_less);
  return {titles_[doc], spans_[doc] + lengths()[doc] - less};
}

}  // namespace dateline::words
