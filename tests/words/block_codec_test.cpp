#include "words/block_codec.hpp"

#include <dateline/error.hpp>

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <vector>

namespace dateline::words {
namespace {

using Numbers = std::vector<std::uint32_t>;

// With readable bytes behind it.
BitRange range_of(BitWriter& bits) {
  const std::uint64_t end = bits.bits();
  bits.align();
  const std::vector<std::uint8_t> slack(kSlack);
  bits.put_bytes(slack.data(), slack.size());
  return {bits.data(), 0, end};
}

Numbers random_docs(std::mt19937& random, std::size_t count, std::uint32_t gap,
                    std::uint32_t base) {
  Numbers docs;
  std::uint32_t at = base;
  for (std::size_t i = 0; i < count; ++i, ++at) {
    if (random() % 3 != 0) at += static_cast<std::uint32_t>(random() % gap);
    docs.push_back(at);
  }
  return docs;
}

TEST(BlockCodec, GivesDocumentsBackHoweverDenseTheyAre) {
  std::mt19937 random(1);
  for (const std::uint32_t gap : {1u, 2u, 3u, 5u, 9u, 100u, 5000u, 3000000u}) {
    for (std::size_t count = 1; count <= kBlock; ++count) {
      const Numbers docs = random_docs(random, count, gap, 17);
      BitWriter bits;
      put_docs(bits, docs, 17);
      const BitRange range = range_of(bits);
      const PackedDocs packed(range, count, 17, docs.back());
      BlockNumbers out;
      packed.unpack(out.data());
      ASSERT_EQ(packed.end(), range.end);
      ASSERT_EQ(Numbers(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(count)), docs)
          << gap;
    }
  }
}

TEST(BlockCodec, FindsDocumentsInThePackedBlock) {
  std::mt19937 random(2);
  for (const std::uint32_t gap : {2u, 6u, 40u}) {
    const Numbers docs = random_docs(random, kBlock, gap, 5);
    BitWriter bits;
    put_docs(bits, docs, 5);
    const PackedDocs packed(range_of(bits), docs.size(), 5, docs.back());
    std::vector<std::uint64_t> set(docs.back() / 64 + 2);
    packed.add_to(set.data());
    std::uint32_t next = 0;
    for (std::uint32_t doc = 5; doc <= docs.back(); ++doc) {
      const bool is_in = docs[next] == doc;
      ASSERT_EQ(packed.find(doc), is_in ? next : PackedDocs::kNone) << doc;
      ASSERT_EQ((set[doc / 64] >> (doc % 64) & 1) != 0, is_in);
      next += is_in ? 1 : 0;
    }
  }
}

TEST(BlockCodec, GivesFewDocumentsBack) {
  std::mt19937 random(3);
  for (const std::uint32_t gap : {1u, 7u, 1000u, 30000000u}) {
    for (std::size_t count = 1; count <= kBlock; ++count) {
      const Numbers docs = random_docs(random, count, gap, 0);
      const std::uint32_t size = docs.back() + 1 + static_cast<std::uint32_t>(random() % 1000);
      BitWriter bits;
      put_few_docs(bits, docs, size);
      const BitRange range = range_of(bits);
      BlockNumbers out;
      ASSERT_EQ(get_few_docs(range, count, size, out.data()), range.end);
      ASSERT_EQ(Numbers(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(count)), docs);
    }
  }
}

Numbers random_numbers(std::mt19937& random, std::size_t count, std::uint32_t most) {
  Numbers numbers(count);
  for (auto& n : numbers)
    n = random() % 4 != 0 ? 1 : 1 + static_cast<std::uint32_t>(random() % most);
  return numbers;
}

TEST(BlockCodec, GivesFrequenciesAndCountsBack) {
  std::mt19937 random(4);
  for (const std::uint32_t most : {1u, 2u, 9u, 700u, 4000000000u}) {
    for (std::size_t count = 1; count <= kBlock; ++count) {
      const Numbers frequencies = random_numbers(random, count, most);
      const Numbers counts = count % 2 == 0 ? frequencies : random_numbers(random, count, 3);
      BitWriter bits;
      put_frequencies(bits, frequencies, counts);
      const BitRange range = range_of(bits);
      BlockNumbers a;
      BlockNumbers b;
      const Frequencies found = get_frequencies(range, count, a.data(), b.data());
      ASSERT_EQ(found.end, range.end);
      ASSERT_EQ(found.same, frequencies == counts);
      for (std::uint32_t i = 0; i < count; ++i) {
        ASSERT_EQ(a[i], frequencies[i]);
        ASSERT_EQ(found.same ? a[i] : b[i], counts[i]);
        const std::uint32_t alone = frequency_at(range, count, i);
        ASSERT_TRUE(alone == 0 || alone == frequencies[i]);
      }
    }
  }
}

TEST(BlockCodec, CallsNonsenseCorruptOrGivesNumbersWithinBounds) {
  std::mt19937 random(5);
  int corrupt = 0;
  for (int round = 0; round < 20000; ++round) {
    std::vector<std::uint8_t> bytes(40 + kSlack);
    for (auto& byte : bytes)
      byte = static_cast<std::uint8_t>(random() & (round % 2 ? random() : ~0u));
    const BitRange range{bytes.data(), random() % 50, 40 * 8};
    const std::size_t count = 1 + random() % kBlock;
    BlockNumbers a;
    BlockNumbers b;
    try {
      const auto last = static_cast<std::uint32_t>(count - 1 + random() % 500);
      const PackedDocs packed(range, count, 0, last);
      packed.find(static_cast<std::uint32_t>(random() % (last + 1)));
      packed.unpack(a.data());
      for (std::size_t i = 0; i < count; ++i) ASSERT_LE(a[i], last);
      get_frequencies(range, count, a.data(), b.data());
    } catch (const Error& error) {
      ASSERT_EQ(error.code(), ErrorCode::kCorrupt);
      ++corrupt;
    }
    try {
      get_few_docs(range, count, 100000, a.data());
      for (std::size_t i = 0; i < count; ++i) ASSERT_LT(a[i], 100000u);
    } catch (const Error& error) {
      ++corrupt;
    }
  }
  EXPECT_GT(corrupt, 1000);
}

TEST(BlockCodec, AFewDocumentsTakeTheParameterThatCostsLeast) {
  std::mt19937 random(7);
  const auto below = [&](std::uint32_t end) { return static_cast<std::uint32_t>(random() % end); };
  for (int round = 0; round < 500; ++round) {
    const std::uint32_t size = 2U << below(20);
    std::set<std::uint32_t> chosen{0, size - 1};
    const std::uint32_t within = 1 + below(size);
    for (std::uint32_t i = below(60); i > 0; --i) chosen.insert(below(within));
    const std::vector<std::uint32_t> docs(chosen.begin(), chosen.end());
    BitWriter out;
    put_few_docs(out, docs, size);
    for (unsigned k = 0; k < width_of(size); ++k) {
      std::uint64_t bits = width_of(size - 1) + 5;
      for (std::size_t i = 1; i < docs.size(); ++i) {
        const std::uint64_t gap = docs[i] - docs[i - 1] - 1;
        bits += 2 * width_of((gap >> k) + 1) - 1 + k;
      }
      ASSERT_LE(out.bits(), bits) << size << ", " << k;
    }
  }
}

}  // namespace
}  // namespace dateline::words
