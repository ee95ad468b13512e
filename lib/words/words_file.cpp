// Writes and verifies the frame of words.dlw.  In: bytes.  Out: bytes.
// Tested by tests/words/reader_test.cpp.
#include "words/words_file.hpp"

#include "base/bytes.hpp"
#include "base/hash.hpp"

#include <dateline/error.hpp>

#include <algorithm>

namespace dateline::words {
namespace {

constexpr std::string_view kMagic = "DLWORDS1";
constexpr std::size_t kBuffer = 16 * kChunk;
constexpr std::size_t kFooterNumbers = 6 + 2 * 6 + 5 + 2;
constexpr std::size_t kFooterSize = kFooterNumbers * 8 + kMagic.size();
static_assert(kFooterSize >= kSlack);

// Calls `each` with every field of the footer, in the order of the file.
template <class F, class Each>
void for_each_field(F& footer, Each each) {
  each(footer.version);
  each(footer.documents);
  each(footer.total_length);
  each(footer.longest);
  each(footer.terms);
  each(footer.terms_per_block);
  for (auto* section : {&footer.postings, &footer.dictionary, &footer.index, &footer.lengths,
                        &footer.titles, &footer.spans}) {
    each(section->offset);
    each(section->size);
  }
  each(footer.length_width);
  each(footer.title_width);
  each(footer.span_width);
  each(footer.span_less);
  each(footer.data_end);
}

}  // namespace

WordsFileWriter::WordsFileWriter(base::WritableFile& file) : file_(file) {
  base::ByteWriter header;
  header.fixed64(kFormatVersion);
  append(kMagic);
  append(header.bytes());
  append(std::string(kHeaderSize - kMagic.size() - 8, '\0'));
}

void WordsFileWriter::append(std::string_view bytes) {
  offset_ += bytes.size();
  buffer_.append(bytes);
  if (buffer_.size() >= kBuffer) flush();
}

void WordsFileWriter::append(const BitWriter& bits) {
  append({reinterpret_cast<const char*>(bits.data()), bits.size()});
}

// Writes the whole chunks of the buffer.
void WordsFileWriter::flush() {
  const std::size_t whole = buffer_.size() / kChunk * kChunk;
  const std::string_view bytes = buffer_;
  base::ByteWriter checksums;
  for (std::size_t at = 0; at < whole; at += kChunk) {
    checksums.fixed64(base::hash64(bytes.substr(at, kChunk)));
  }
  checksums_ += checksums.bytes();
  file_.append(bytes.substr(0, whole));
  buffer_.erase(0, whole);
}

void WordsFileWriter::finish(Footer footer) {
  append(std::string((8 - offset_ % 8) % 8, '\0'));
  flush();
  base::ByteWriter rest;
  if (!buffer_.empty()) rest.fixed64(base::hash64(buffer_));
  checksums_ += rest.bytes();
  footer.data_end = offset_;
  base::ByteWriter numbers;
  for_each_field(footer, [&](std::uint64_t number) { numbers.fixed64(number); });
  numbers.fixed64(base::hash64(checksums_));
  const std::uint64_t own = base::hash64(numbers.bytes());
  numbers.fixed64(own);
  file_.append(buffer_);
  file_.append(checksums_);
  file_.append(numbers.bytes() + std::string(kMagic));
}

VerifiedBytes::VerifiedBytes(std::string_view bytes, std::string name)
    : data_(reinterpret_cast<const std::uint8_t*>(bytes.data())), name_(std::move(name)) {
  read_footer(bytes);
  check_footer();
  const std::uint64_t chunks = (footer_.data_end + kChunk - 1) / kChunk;
  verified_ = std::make_unique<std::atomic<std::uint64_t>[]>(chunks / 64 + 1);
}

void VerifiedBytes::read_footer(std::string_view bytes) {
  if (bytes.size() < kHeaderSize + kFooterSize) fail("it is cut short");
  const std::string_view end = bytes.substr(bytes.size() - kFooterSize);
  if (!bytes.starts_with(kMagic) || !end.ends_with(kMagic)) fail("it is not such a file");
  const std::size_t hashed = kFooterSize - kMagic.size() - 8;
  base::ByteReader numbers(end, name_);
  for_each_field(footer_, [&](std::uint64_t& number) { number = numbers.fixed64(); });
  const std::uint64_t checksums = numbers.fixed64();
  if (base::hash64(end.substr(0, hashed)) != numbers.fixed64()) fail("its footer is damaged");
  if (footer_.version != kFormatVersion) fail("it has a format of another version");
  const std::uint64_t rest = bytes.size() - kFooterSize;
  const std::uint64_t chunks = footer_.data_end / kChunk + (footer_.data_end % kChunk != 0 ? 1 : 0);
  if (footer_.data_end > rest || rest - footer_.data_end != chunks * 8) fail("it is cut short");
  const auto table = bytes.substr(static_cast<std::size_t>(footer_.data_end),
                                  static_cast<std::size_t>(chunks * 8));
  if (base::hash64(table) != checksums) fail("its checksums are damaged");
}

void VerifiedBytes::check_footer() const {
  const auto within = [this](const Section& section) {
    return section.offset <= footer_.data_end && section.size <= footer_.data_end - section.offset;
  };
  const auto packed = [&](const Section& section, std::uint64_t width) {
    return width <= 32 && section.size >= (footer_.documents * width + 7) / 8;
  };
  const bool sound =
      within(footer_.postings) && within(footer_.dictionary) && within(footer_.index) &&
      within(footer_.lengths) && within(footer_.titles) && within(footer_.spans) &&
      footer_.documents < 0xffffffffu && footer_.longest <= 0xffffffffu &&
      footer_.terms_per_block > 0 && footer_.terms_per_block <= 1024 &&
      footer_.terms < 0xffffffffu && packed(footer_.lengths, footer_.length_width) &&
      packed(footer_.titles, footer_.title_width) && packed(footer_.spans, footer_.span_width);
  if (!sound) fail("its footer makes no sense");
}

void VerifiedBytes::verify(std::uint64_t chunk) const {
  const std::uint64_t begin = chunk * kChunk;
  const std::uint64_t size = std::min<std::uint64_t>(kChunk, footer_.data_end - begin);
  const std::string_view bytes(reinterpret_cast<const char*>(data_) + begin,
                               static_cast<std::size_t>(size));
  const std::uint64_t wanted = peek(data_, (footer_.data_end + chunk * 8) * 8);
  if (base::hash64(bytes) != wanted) fail("its bytes are not those that were written");
  verified_[chunk / 64].fetch_or(std::uint64_t{1} << (chunk % 64), std::memory_order_release);
}

void VerifiedBytes::fail(std::string_view why) const {
  throw Error(ErrorCode::kCorrupt, "read", name_, why, "build the index again");
}

}  // namespace dateline::words
