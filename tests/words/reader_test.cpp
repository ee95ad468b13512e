#include "words/reader.hpp"

#include "words/cursor.hpp"
#include "words/random_words.hpp"

#include <dateline/error.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace dateline::words {
namespace {

using Naive = std::map<std::string, std::vector<std::pair<std::uint32_t, const NaivePosting*>>>;

Naive by_term(const RandomWords& words) {
  Naive terms;
  for (std::uint32_t doc = 0; doc < words.articles.size(); ++doc) {
    for (const auto& [term, posting] : words.articles[doc].postings) {
      terms[term].push_back({doc, &posting});
    }
  }
  return terms;
}

void expect_all(const RandomWords& words) {
  const Reader& reader = *words.reader;
  ASSERT_EQ(reader.size(), words.articles.size());
  std::uint64_t total = 0;
  for (std::uint32_t doc = 0; doc < reader.size(); ++doc) {
    ASSERT_EQ(reader.length(doc), words.articles[doc].length);
    total += words.articles[doc].length;
  }
  EXPECT_EQ(reader.total_length(), total);
  const Naive terms = by_term(words);
  EXPECT_EQ(reader.terms(), terms.size());
  for (const auto& [term, postings] : terms) {
    const auto info = reader.find(term);
    ASSERT_TRUE(info) << term;
    ASSERT_EQ(info->document_frequency, postings.size());
    Cursor cursor(reader, term);
    std::uint64_t frequency = 0;
    std::vector<std::uint32_t> positions;
    for (const auto& [doc, posting] : postings) {
      ASSERT_EQ(cursor.doc(), doc);
      ASSERT_EQ(cursor.frequency(), posting->frequency);
      cursor.positions(positions);
      ASSERT_EQ(positions, posting->positions) << term << " " << doc;
      frequency += posting->frequency;
      cursor.next();
    }
    ASSERT_EQ(cursor.doc(), Cursor::kEnd);
    ASSERT_EQ(reader.total_frequency(*info), frequency);
  }
}

TEST(Reader, GivesEverythingBack) {
  for (std::uint32_t seed = 0; seed < 6; ++seed) {
    expect_all(
        random_words(seed, {1 + seed * 700, 50 + seed * 300, 40, kManyBytes, seed % 2 == 0}));
  }
}

TEST(Reader, GivesTheSameBytesWhateverTheMemory) {
  const RandomOptions roomy{9000, 4000, 60};
  RandomOptions tight = roomy;
  tight.memory = 0;
  const RandomWords a = random_words(11, roomy);
  const RandomWords b = random_words(11, tight);
  EXPECT_TRUE(a.bytes == b.bytes);
  expect_all(b);
}

TEST(Reader, SkipsAsAWalkWould) {
  const RandomWords words = random_words(5, {6000, 100, 30});
  std::mt19937 random(5);
  for (const auto& [term, postings] : by_term(words)) {
    Cursor cursor(*words.reader, term);
    std::uint32_t target = 0;
    while (cursor.doc() != Cursor::kEnd) {
      target += static_cast<std::uint32_t>(random() % 900);
      const std::uint32_t least = std::max(target, cursor.doc());
      cursor.skip_to(target);
      const auto wanted = std::find_if(postings.begin(), postings.end(),
                                       [&](const auto& p) { return p.first >= least; });
      ASSERT_EQ(cursor.doc(), wanted == postings.end() ? Cursor::kEnd : wanted->first);
      ASSERT_TRUE(wanted == postings.end() || cursor.frequency() == wanted->second->frequency);
    }
  }
}

TEST(Reader, ListsTermsByPrefixInOrder) {
  const RandomWords words = random_words(6, {500, 2000, 40});
  const Naive terms = by_term(words);
  for (const std::string prefix : {"", "a", "b", "bb", "ccc", "zz1", "{"}) {
    std::vector<std::string> wanted;
    for (const auto& [term, postings] : terms) {
      if (term.starts_with(prefix)) wanted.push_back(term);
    }
    for (const std::size_t limit : {std::size_t{3}, terms.size()}) {
      std::vector<std::string> got;
      for (const auto& found : words.reader->terms(prefix, limit)) {
        got.push_back(found.term);
        ASSERT_EQ(found.documents, terms.at(found.term).size());
      }
      const auto end = wanted.begin() + static_cast<std::ptrdiff_t>(std::min(limit, wanted.size()));
      ASSERT_EQ(got, std::vector<std::string>(wanted.begin(), end)) << prefix;
    }
  }
}

TEST(Reader, KnowsWhatIsNotThere) {
  const RandomWords words = random_words(7, {300, 500, 40});
  const Naive terms = by_term(words);
  for (const char* term : {"", "a", "zzzz", "\xff", "b1", "aa0x"}) {
    EXPECT_EQ(words.reader->find(term).has_value(), terms.contains(term)) << term;
    EXPECT_EQ(Cursor(*words.reader, "nowhere").doc(), Cursor::kEnd);
  }
}

TEST(Reader, TakesTermsOfAnyBytes) {
  std::set<std::string> terms = {std::string(1, '\0'),
                                 "a",
                                 std::string("a\0", 2),
                                 "a\xff",
                                 "\xff\xff",
                                 std::string(300, 'x'),
                                 std::string(300, 'x') + "y",
                                 "straße"};
  for (int i = 0; i < 200; ++i) terms.insert(std::string(20, 'k') + std::to_string(i));
  Vocabulary vocabulary;
  std::vector<std::vector<TermPosting>> articles;
  for (auto term = terms.rbegin(); term != terms.rend(); ++term) {
    articles.push_back({{vocabulary.intern(*term), 128, 1}});
  }
  const std::string bytes = build_bytes(vocabulary, articles, kManyBytes);
  const Reader reader(bytes, "odd terms");
  std::set<std::string> found;
  for (auto walk = reader.walk(""); !walk.at_end(); walk.next()) found.emplace(walk.term());
  EXPECT_EQ(found, terms);
  for (const std::string& term : terms) EXPECT_TRUE(reader.find(term)) << term;
}

TEST(Reader, TakesNoArticlesAndArticlesWithoutWords) {
  const std::string none = build_bytes(Vocabulary(), {}, kManyBytes);
  EXPECT_EQ(Reader(none, "none").size(), 0u);
  EXPECT_FALSE(Reader(none, "none").find("a"));
  EXPECT_TRUE(Reader(none, "none").walk("").at_end());
  const std::string empty = build_bytes(Vocabulary(), {{}, {}}, kManyBytes);
  EXPECT_EQ(Reader(empty, "empty").size(), 2u);
  EXPECT_EQ(Reader(empty, "empty").length(1), 0u);
}

TEST(Reader, TakesGreatWeightsAndDistantPositions) {
  Vocabulary vocabulary;
  const std::uint32_t term = vocabulary.intern("far");
  const std::string bytes = build_bytes(
      vocabulary, {{{term, 0, 100000}, {term, 4000000000u, 1}}, {{term, 128, 0}}}, kManyBytes);
  const Reader reader(bytes, "far");
  Cursor cursor(reader, "far");
  EXPECT_EQ(cursor.frequency(), 100001u);
  EXPECT_EQ(reader.length(0), 100001u);
  std::vector<std::uint32_t> positions;
  cursor.positions(positions);
  EXPECT_EQ(positions, (std::vector<std::uint32_t>{0, 4000000000u}));
}

// Reads all that there is.
void read_all(std::string_view bytes) {
  const Reader reader(bytes, "damaged");
  std::vector<std::uint32_t> positions;
  for (auto walk = reader.walk(""); !walk.at_end(); walk.next()) {
    for (Cursor cursor(reader, walk.term()); cursor.doc() != Cursor::kEnd; cursor.next()) {
      cursor.frequency();
      cursor.positions(positions);
    }
  }
  for (std::uint32_t doc = 0; doc < reader.size(); ++doc) reader.length(doc);
}

void expect_corrupt(const std::string& bytes) {
  try {
    read_all(bytes);
    FAIL() << "it was read";
  } catch (const Error& error) {
    ASSERT_EQ(error.code(), ErrorCode::kCorrupt);
  }
}

TEST(Reader, CallsACutFileCorrupt) {
  const RandomWords words = random_words(8, {200, 100, 30});
  for (std::size_t size = 0; size < words.bytes.size(); size += 1 + size / 50) {
    expect_corrupt(words.bytes.substr(0, size));
    if (HasFatalFailure()) return;
  }
  expect_corrupt(words.bytes + "x");
}

TEST(Reader, FindsEveryBitThatIsTurned) {
  const RandomWords words = random_words(9, {400, 100, 30});
  std::mt19937 random(9);
  for (int round = 0; round < 400; ++round) {
    std::string bytes = words.bytes;
    char& byte = bytes[random() % bytes.size()];
    byte = static_cast<char>(byte ^ 1 << random() % 8);
    expect_corrupt(bytes);
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace dateline::words
