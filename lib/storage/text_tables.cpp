// The end of text.zst: where each record lies, and each block.
// In: the tables, or an open file.  Out: bytes to append, or the tables, checked.
// Tested by tests/storage/text_tables_test.cpp.
#include "storage/text_tables.hpp"

#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "storage/damage.hpp"

#include <algorithm>

namespace dateline::storage {
namespace {

constexpr std::uint32_t kVersion = 1;
constexpr std::uint32_t kTooLarge = 0xffffffff;
constexpr std::size_t kFooterBytes = 8 + 8 + 4 + 4 + 4 + 8;

struct Footer {
  std::uint64_t begin = 0;
  std::uint64_t fingerprint = 0;
  std::uint32_t articles = 0;
  std::uint32_t blocks = 0;
};

std::string print(const Footer& footer) {
  base::ByteWriter out;
  out.fixed64(footer.begin);
  out.fixed64(footer.fingerprint);
  out.fixed32(footer.articles);
  out.fixed32(footer.blocks);
  out.fixed32(kVersion);
  out.fixed64(base::hash64(out.bytes()));
  return out.take();
}

Footer read_footer(const base::ReadableFile& file, const std::filesystem::path& path) {
  if (file.size() < kFooterBytes) fail_damaged(path, "it is cut short");
  const std::string text = file.read(file.size() - kFooterBytes, kFooterBytes);
  base::ByteReader reader(text, path.native());
  Footer footer;
  footer.begin = reader.fixed64();
  footer.fingerprint = reader.fixed64();
  footer.articles = reader.fixed32();
  footer.blocks = reader.fixed32();
  const std::uint32_t version = reader.fixed32();
  if (reader.fixed64() != base::hash64(std::string_view(text).substr(0, kFooterBytes - 8))) {
    fail_damaged(path, "its footer is damaged");
  }
  if (version != kVersion) fail_damaged(path, "its version is unknown");
  if (footer.begin > file.size() - kFooterBytes) fail_damaged(path, "its tables are missing");
  return footer;
}

void read_article(base::ByteReader& reader, TextTables& tables) {
  TextPlace place;
  for (std::uint32_t* field : {&place.block, &place.begin, &place.size}) {
    // What is too large lies outside of everything, as check() will find.
    *field = static_cast<std::uint32_t>(std::min<std::uint64_t>(reader.number(), kTooLarge));
  }
  const std::uint64_t arrival = reader.number();
  tables.add(place, arrival, reader.string());
}

TextBlock read_block(base::ByteReader& reader) {
  TextBlock block;
  block.offset = reader.number();
  block.stored = reader.number();
  block.size = reader.number();
  block.fingerprint = reader.fixed64();
  return block;
}

bool within(std::uint64_t begin, std::uint64_t size, std::uint64_t whole) {
  return begin <= whole && size <= whole - begin;
}

bool within_a_block(const TextPlace& place, const std::vector<TextBlock>& blocks) {
  if (place.size == 0) return true;
  return place.block < blocks.size() && within(place.begin, place.size, blocks[place.block].size);
}

void check(const TextTables& tables, std::uint64_t end, const std::filesystem::path& path) {
  for (const TextBlock& block : tables.blocks) {
    if (!within(block.offset, block.stored, end)) fail_damaged(path, "a block lies outside");
  }
  for (const TextPlace& place : tables.places) {
    if (!within_a_block(place, tables.blocks)) fail_damaged(path, "a record lies outside");
  }
}

}  // namespace

void TextTables::add(const TextPlace& place, std::uint64_t arrival, std::string_view id) {
  places.push_back(place);
  arrivals.push_back(arrival);
  ids.insert(ids.end(), id.begin(), id.end());
  id_ends.push_back(ids.size());
}

std::string print_tables(const TextTables& tables, std::uint64_t begin) {
  base::ByteWriter out;
  for (std::uint32_t doc = 0; doc < tables.places.size(); ++doc) {
    out.number(tables.places[doc].block);
    out.number(tables.places[doc].begin);
    out.number(tables.places[doc].size);
    out.number(tables.arrivals[doc]);
    out.string(tables.id(doc));
  }
  for (const TextBlock& block : tables.blocks) {
    out.number(block.offset);
    out.number(block.stored);
    out.number(block.size);
    out.fixed64(block.fingerprint);
  }
  const Footer footer = {begin, base::hash64(out.bytes()),
                         static_cast<std::uint32_t>(tables.places.size()),
                         static_cast<std::uint32_t>(tables.blocks.size())};
  return out.take() + print(footer);
}

TextTables read_tables(const base::ReadableFile& file, const std::filesystem::path& path) {
  const Footer footer = read_footer(file, path);
  const std::uint64_t length = file.size() - kFooterBytes - footer.begin;
  const std::string text = file.read(footer.begin, static_cast<std::size_t>(length));
  if (base::hash64(text) != footer.fingerprint) fail_damaged(path, "its tables are damaged");
  base::ByteReader reader(text, path.native());
  TextTables tables;
  for (std::uint32_t i = 0; i < footer.articles; ++i) read_article(reader, tables);
  for (std::uint32_t i = 0; i < footer.blocks; ++i) tables.blocks.push_back(read_block(reader));
  if (!reader.done()) fail_damaged(path, "its tables are too long");
  check(tables, footer.begin, path);
  return tables;
}

}  // namespace dateline::storage
