// Writes and reads the sorted terms.  In: terms.  Out: places of lists.
// Long because writer and reader of one format stand beside each other.
// Tested by tests/words/reader_test.cpp.
#include "words/dictionary.hpp"

#include "base/bytes.hpp"

#include <algorithm>

namespace dateline::words {
namespace {

constexpr unsigned kMany = 15;  // of the four bits: the number follows
constexpr unsigned kHeadBits = 32;
// For how many bits the documents of a block's most frequent term take, less 1.
constexpr unsigned kMostBits = 5;

// The first four bytes as a number that sorts like them.
std::uint64_t head_of(std::string_view term) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < kHeadBits / 8; ++i) {
    head = head << 8 | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0u);
  }
  return head;
}

std::size_t shared_bytes(std::string_view a, std::string_view b) {
  const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(end - a.begin());
}

constexpr unsigned kSizeBits = 5;
constexpr std::uint32_t kFewDocuments = 4;
constexpr std::uint64_t kNotFew = 127;  // added, so that the first byte is 128 or more

void append_info(std::string& out, std::uint32_t documents, std::uint64_t size) {
  if (documents <= kFewDocuments && size >> kSizeBits == 0) {
    out += static_cast<char>((documents - 1) << kSizeBits | size);
    return;
  }
  base::ByteWriter numbers;
  numbers.number(documents + kNotFew);
  numbers.number(size);
  out += numbers.bytes();
}

// The columns of the index, from its widths.
struct IndexColumns {
  explicit IndexColumns(const VerifiedBytes& bytes)
      : blocks(width_of(bytes.footer().dictionary.size)),
        lists(width_of(bytes.footer().postings.size)),
        count((bytes.footer().terms + bytes.footer().terms_per_block - 1) /
              bytes.footer().terms_per_block),
        data(bytes.data() + bytes.footer().index.offset) {}

  std::uint64_t blocks_at() const { return count * 4; }
  std::uint64_t lists_at() const { return blocks_at() + (count * blocks + 7) / 8; }
  std::uint64_t frequencies_at() const { return lists_at() + (count * lists + 7) / 8; }
  std::uint64_t size() const { return frequencies_at() + (count * kMostBits + 7) / 8; }
  std::uint64_t head(std::uint64_t i) const { return bits_at(data, i * kHeadBits, kHeadBits); }
  std::uint64_t block(std::uint64_t i) const {
    return bits_at(data + blocks_at(), i * blocks, blocks);
  }
  std::uint64_t list(std::uint64_t i) const { return bits_at(data + lists_at(), i * lists, lists); }
  std::uint64_t most_bits(std::uint64_t i) const {
    return bits_at(data + frequencies_at(), i * kMostBits, kMostBits) + 1;
  }

  unsigned blocks;
  unsigned lists;
  std::uint64_t count;
  const std::uint8_t* data;
};

// Reads the entries of a block.
struct EntryReader {
  const std::uint8_t* at;
  const std::uint8_t* end;
  const VerifiedBytes& bytes;

  [[noreturn]] void fail() const { bytes.fail("its dictionary makes no sense"); }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 63 && at < end; shift += 7) {
      const std::uint8_t byte = *at++;
      value |= std::uint64_t{byte & 0x7fu} << shift;
      if (byte < 0x80) return value;
    }
    fail();
  }

  // What stands before the further bytes of a term, and those.
  struct Entry {
    std::uint64_t shared;
    std::string_view further;
  };
  Entry entry() {
    if (at >= end) fail();
    const std::uint8_t head = *at++;
    const std::uint64_t shared = (head & kMany) < kMany ? head & kMany : number();
    const std::uint64_t further = head >> 4 < kMany ? head >> 4 : number();
    if (further > static_cast<std::uint64_t>(end - at)) fail();
    const auto* begin = reinterpret_cast<const char*>(at);
    at += further;
    return {shared, {begin, static_cast<std::size_t>(further)}};
  }

  // What stands behind it, unchecked.
  struct Info {
    std::uint64_t documents;
    std::uint64_t size;
  };
  Info info() {
    if (at >= end) fail();
    const std::uint8_t first = *at;
    if (first <= kNotFew) {
      ++at;
      return {(first >> kSizeBits) + std::uint64_t{1}, first & low_mask(kSizeBits)};
    }
    const std::uint64_t documents = number() - kNotFew;  // what wraps round is too many
    return {documents, number()};
  }
};

}  // namespace

void DictionaryWriter::add(std::string_view term, std::uint32_t document_frequency,
                           std::uint64_t size) {
  std::size_t shared = 0;
  if (terms_++ % kTermsPerBlock == 0) {
    heads_.push_back(head_of(term));
    blocks_.push_back(bytes_.size());
    lists_.push_back(offset_);
    frequencies_.push_back(0);
  } else {
    shared = shared_bytes(last_, term);
  }
  const std::size_t further = term.size() - shared;
  const auto four = [](std::size_t n) {
    return static_cast<unsigned>(std::min<std::size_t>(n, kMany));
  };
  base::ByteWriter entry;
  if (shared >= kMany) entry.number(shared);
  if (further >= kMany) entry.number(further);
  bytes_ += static_cast<char>(four(shared) | four(further) << 4);
  bytes_ += entry.bytes();
  bytes_ += term.substr(shared);
  append_info(bytes_, document_frequency, size);
  frequencies_.back() = std::max(frequencies_.back(), document_frequency);
  offset_ += size;
  last_ = term;
}

void DictionaryWriter::finish(WordsFileWriter& file, Footer& footer) {
  footer.terms = terms_;
  footer.terms_per_block = kTermsPerBlock;
  std::uint64_t begin = file.offset();
  file.append(bytes_);
  footer.dictionary = file.since(begin);
  BitWriter columns;
  for (const std::uint64_t head : heads_) columns.put(head, kHeadBits);
  for (const std::uint64_t block : blocks_) columns.put(block, width_of(bytes_.size()));
  columns.align();
  for (const std::uint64_t list : lists_) columns.put(list, width_of(offset_));
  columns.align();
  for (const std::uint32_t most : frequencies_) columns.put(width_of(most) - 1, kMostBits);
  columns.align();
  begin = file.offset();
  file.append(columns);
  footer.index = file.since(begin);
}

void DictionaryWalk::enter(std::uint64_t block) {
  const IndexColumns columns(*bytes_);
  const Section& dictionary = bytes_->footer().dictionary;
  const std::uint64_t begin = columns.block(block);
  const std::uint64_t end = block + 1 < columns.count ? columns.block(block + 1) : dictionary.size;
  if (begin >= end || end > dictionary.size) bytes_->fail("its dictionary makes no sense");
  at_ = dictionary.offset + begin;
  end_ = dictionary.offset + end;
  bytes_->touch(at_, end - begin);
  place_ = block * bytes_->footer().terms_per_block;
  term_.clear();
  info_ = {0, columns.list(block), 0};
}

void DictionaryWalk::read_info() {
  EntryReader entries{bytes_->data() + at_, bytes_->data() + end_, *bytes_};
  const std::uint64_t offset = info_.offset + info_.size;
  const auto [documents, size] = entries.info();
  const Footer& footer = bytes_->footer();
  if (documents == 0 || documents > footer.documents || offset > footer.postings.size ||
      size > footer.postings.size - offset) {
    bytes_->fail("its dictionary makes no sense");
  }
  at_ = static_cast<std::uint64_t>(entries.at - bytes_->data());
  info_ = {static_cast<std::uint32_t>(documents), offset, size};
  ++place_;
  at_end_ = false;
}

void DictionaryWalk::read() {
  EntryReader entries{bytes_->data() + at_, bytes_->data() + end_, *bytes_};
  const auto [shared, further] = entries.entry();
  if (shared > term_.size()) bytes_->fail("its dictionary makes no sense");
  at_ = static_cast<std::uint64_t>(entries.at - bytes_->data());
  term_.resize(static_cast<std::size_t>(shared));
  term_ += further;
  read_info();
}

// Whether the block holds the term; then info() is of it.  A term that shares more with the one before
// than that one with the wanted stands before the wanted too; one that shares less stands behind.
bool DictionaryWalk::find(std::uint64_t block, std::string_view term) {
  enter(block);
  EntryReader entries{bytes_->data() + at_, bytes_->data() + end_, *bytes_};
  std::uint64_t lists = info_.offset;
  std::size_t matched = 0;  // bytes of the wanted that the last one, which stands before it, has
  while (entries.at < entries.end) {
    const auto [shared, further] = entries.entry();
    if (shared < matched) return false;
    if (shared == matched) {
      const std::size_t equal = shared_bytes(further, term.substr(matched));
      matched += equal;
      if (equal == further.size() && matched == term.size()) {
        at_ = static_cast<std::uint64_t>(entries.at - bytes_->data());
        info_ = {0, lists, 0};
        read_info();
        return true;
      }
      if (matched == term.size()) return false;
      if (equal < further.size() &&
          static_cast<unsigned char>(further[equal]) > static_cast<unsigned char>(term[matched])) {
        return false;
      }
    }
    lists += entries.info().size;
  }
  return false;
}

void DictionaryWalk::next() {
  const Footer& footer = bytes_->footer();
  if (place_ >= footer.terms) {
    at_end_ = true;
    return;
  }
  if (place_ % footer.terms_per_block == 0) enter(place_ / footer.terms_per_block);
  read();
}

Dictionary::Dictionary(const VerifiedBytes& bytes)
    : bytes_(bytes), blocks_(IndexColumns(bytes).count) {
  const Section& index = bytes.footer().index;
  if (index.size < IndexColumns(bytes).size()) bytes.fail("its dictionary makes no sense");
  bytes.touch(index.offset, index.size);
}

std::string_view Dictionary::first_term(std::uint64_t block) const {
  const Section& dictionary = bytes_.footer().dictionary;
  const std::uint64_t begin = IndexColumns(bytes_).block(block);
  if (begin >= dictionary.size) bytes_.fail("its dictionary makes no sense");
  std::uint64_t at = dictionary.offset + begin;
  const std::uint64_t end = dictionary.offset + dictionary.size;
  bytes_.touch(at, std::min<std::uint64_t>(end - at, kSlack));
  std::uint64_t size = bytes_.data()[at++] >> 4;
  if (size == kMany) {
    base::ByteReader reader({reinterpret_cast<const char*>(bytes_.data()) + at,
                             static_cast<std::size_t>(std::min<std::uint64_t>(end - at, 10))},
                            "words.dlw");
    size = reader.number();
    for (; (bytes_.data()[at] & 0x80) != 0;) ++at;
    ++at;
  }
  if (at > end || size > end - at) bytes_.fail("its dictionary makes no sense");
  bytes_.touch(at, size);
  return {reinterpret_cast<const char*>(bytes_.data()) + at, static_cast<std::size_t>(size)};
}

std::uint64_t Dictionary::block_of(std::string_view term) const {
  const IndexColumns columns(bytes_);
  const std::uint64_t head = head_of(term);
  std::uint64_t low = 0;
  for (std::uint64_t high = blocks_; low + 1 < high;) {
    const std::uint64_t middle = low + (high - low) / 2;
    const std::uint64_t other = columns.head(middle);
    if (other < head || (other == head && first_term(middle) <= term)) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}

DictionaryWalk Dictionary::walk_block(std::uint64_t block) const {
  DictionaryWalk walk(bytes_);
  walk.place_ = block * bytes_.footer().terms_per_block;
  walk.next();
  return walk;
}

std::pair<std::uint64_t, std::uint64_t> Dictionary::blocks_of(std::string_view beginning) const {
  const std::string next = behind(beginning);
  if (blocks_ == 0) return {0, 0};
  return {block_of(beginning), next.empty() ? blocks_ : block_of(next) + 1};
}

std::uint32_t Dictionary::most_documents(std::uint64_t block) const {
  return static_cast<std::uint32_t>(
      low_mask(static_cast<unsigned>(IndexColumns(bytes_).most_bits(block))));
}

DictionaryWalk Dictionary::walk(std::string_view term) const {
  DictionaryWalk walk = walk_block(block_of(term));
  for (; !walk.at_end() && walk.term() < term;) walk.next();
  return walk;
}

std::optional<TermInfo> Dictionary::find(std::string_view term) const {
  if (blocks_ == 0) return std::nullopt;
  DictionaryWalk walk(bytes_);
  if (!walk.find(block_of(term), term)) return std::nullopt;
  return walk.info();
}

std::string behind(std::string_view beginning) {
  std::string next(beginning);
  while (!next.empty() && next.back() == '\xff') next.pop_back();
  if (!next.empty()) next.back() = static_cast<char>(static_cast<unsigned char>(next.back()) + 1);
  return next;
}

}  // namespace dateline::words
