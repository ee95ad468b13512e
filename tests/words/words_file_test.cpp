// Damage that the checksums do not see.
#include "words/damaged.hpp"
#include "words/frequent_terms.hpp"
#include "words/random_words.hpp"

#include <dateline/error.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace dateline::words {
namespace {

// A byte, a number of 8 bytes, or a stretch copied from elsewhere.
void damage(std::string& bytes, std::size_t end, std::mt19937& random) {
  const std::size_t at = 64 + random() % (end - 64);
  switch (random() % 4) {
    case 0:
      bytes[at] = static_cast<char>(bytes[at] ^ 1 << random() % 8);
      break;
    case 1:
      bytes[at] = static_cast<char>(random() % 2 == 0 ? 0xff : 0);
      break;
    case 2:
      for (std::size_t i = at; i < std::min(end, at + 8); ++i)
        bytes[i] = static_cast<char>(random());
      break;
    default:
      for (std::size_t i = at; i < std::min(end, at + 40); ++i)
        bytes[i] = bytes[64 + i % (end - 64)];
  }
}

TEST(WordsFile, NonsenseBehindRightChecksumsIsCorruptOrAnAnswerNeverACrash) {
  constexpr std::size_t kFooterAndChecksum = 208 + 8;
  std::mt19937 random(3);
  int answered = 0;
  int corrupt = 0;
  for (const RandomOptions& options :
       {RandomOptions{300, 60, 25}, RandomOptions{2500, 12, 8}, RandomOptions{4, 9, 4}}) {
    const RandomWords words = random_words(11, options);
    ASSERT_LT(words.bytes.size(), 65536u);  // one checksum
    ASSERT_TRUE(read_and_ask(words.bytes));
    for (int round = 0; round < 150; ++round) {
      std::string bytes = words.bytes;
      for (auto more = 1 + random() % 3; more > 0; --more) {
        damage(bytes, bytes.size() - kFooterAndChecksum, random);
      }
      seal(bytes);
      ++(read_and_ask(bytes) ? answered : corrupt);
    }
  }
  EXPECT_GT(answered, 20);
  EXPECT_GT(corrupt, 20);
}

// Numbers that lead far outside where nobody checks them: 2^48 as LEB128, alone and behind what announces
// it in an entry of the dictionary (bytes that are shared, further ones, both); all ones, all zeros.
constexpr std::string_view kLarge = "\x80\x80\x80\x80\x80\x80\x40";

std::vector<std::string> far_numbers() {
  const std::string large(kLarge);
  return {"\x0f" + large, "\xf0" + large,         "\xff" + large + large,
          large,          std::string(8, '\xff'), std::string(8, '\0')};
}

// Whether all terms are walked over and looked up, or it is corrupt.
bool read_terms(const std::string& bytes, const std::vector<std::string>& terms) {
  try {
    const Reader reader(bytes, "damaged");
    for (auto walk = reader.walk(""); !walk.at_end();) walk.next();
    FrequentTerms(reader, "").next();
    for (const std::string& term : terms) {
      reader.find(term);
      reader.walk(term);
    }
    return true;
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kCorrupt) throw;
    return false;
  }
}

TEST(WordsFile, ADictionaryThatLeadsOutsideIsCorruptOrAnAnswer) {
  const RandomWords words = random_words(12, {300, 120, 25});
  std::vector<std::string> terms;
  for (auto walk = words.reader->walk(""); !walk.at_end(); walk.next()) {
    terms.emplace_back(walk.term());
  }
  int corrupt = 0;
  const Footer& footer = words.reader->bytes().footer();
  for (const Section& section : {footer.dictionary, footer.index}) {
    for (std::uint64_t at = 0; at < section.size; ++at) {
      for (const std::string& number : far_numbers()) {
        std::string bytes = words.bytes;
        const std::size_t size = std::min<std::size_t>(number.size(), section.size - at);
        bytes.replace(section.offset + at, size, number, 0, size);
        seal(bytes);
        ASSERT_NO_THROW(corrupt += read_terms(bytes, terms) ? 0 : 1) << "at " << at;
      }
    }
  }
  EXPECT_GT(corrupt, 1000);
}

}  // namespace
}  // namespace dateline::words
