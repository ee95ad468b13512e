#include "words/kernels.hpp"

#include "words/position_codec.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace dateline::words {
namespace {

std::vector<std::uint8_t> random_bytes(std::mt19937& random, std::size_t size) {
  std::vector<std::uint8_t> bytes(size + kSlack);
  for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(random() & random());
  return bytes;
}

std::vector<std::uint32_t> ascending(std::mt19937& random, std::size_t count, std::uint32_t gap) {
  std::vector<std::uint32_t> numbers(count + kPad);
  std::uint32_t at = static_cast<std::uint32_t>(random() % gap);
  for (std::size_t i = 0; i < count; ++i, at += 1 + static_cast<std::uint32_t>(random() % gap)) {
    numbers[i] = at;
  }
  return numbers;
}

// The plain way and a faster one, where the processor knows it.
class Ways : public ::testing::TestWithParam<const Kernels* (*)() noexcept> {
 protected:
  void SetUp() override {
    if (GetParam()() == nullptr) GTEST_SKIP() << "this processor does not know it";
  }
  const Kernels& plain = plain_kernels();
  const Kernels& fast = *GetParam()();
  std::mt19937 random{1};
};
INSTANTIATE_TEST_SUITE_P(OfProcessors, Ways, ::testing::Values(avx2_kernels, avx512_kernels),
                         [](const auto& way) { return way.index == 0 ? "Avx2" : "Avx512"; });

TEST_P(Ways, UnpackTheSameNumbersOfAnyWidth) {
  for (unsigned width = 0; width <= 32; ++width) {
    for (unsigned start = 0; start < 17; ++start) {
      const auto bytes = random_bytes(random, 700);
      std::vector<std::uint32_t> a(kBlock + kPad), b(kBlock + kPad);
      plain.unpack(bytes.data(), start, width, kBlock, a.data());
      fast.unpack(bytes.data(), start, width, kBlock, b.data());
      a.resize(kBlock), b.resize(kBlock);
      ASSERT_EQ(a, b) << width << " " << start;
    }
  }
}

TEST_P(Ways, FindTheSameBits) {
  for (int round = 0; round < 500; ++round) {
    const auto bytes = random_bytes(random, 200);
    const std::uint64_t bit = random() % 64;
    const std::uint64_t size = 1 + random() % 1200;
    const std::size_t count = 1 + random() % kBlock;
    std::vector<std::uint32_t> a(kBlock + kPad), b(kBlock + kPad);
    const std::size_t found = plain.ones(bytes.data(), bit, size, count, a.data());
    ASSERT_EQ(fast.ones(bytes.data(), bit, size, count, b.data()), found);
    ASSERT_TRUE(std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(found), b.begin()));
    ASSERT_EQ(plain.rank(bytes.data(), bit, size), fast.rank(bytes.data(), bit, size));
    ASSERT_EQ(plain.select(bytes.data(), bit, size, count),
              fast.select(bytes.data(), bit, size, count));
    ASSERT_EQ(plain.select_zero(bytes.data(), bit, size, count),
              fast.select_zero(bytes.data(), bit, size, count));
    if (found > 0) {
      ASSERT_EQ(plain.select(bytes.data(), bit, size, found - 1), a[found - 1]);
    }
  }
}

TEST_P(Ways, JoinTheSameNumbers) {
  for (unsigned low = 0; low < 20; ++low) {
    const auto places = ascending(random, kBlock, 5);
    std::vector<std::uint32_t> lows(kBlock + kPad), a(kBlock + kPad), b(kBlock + kPad);
    for (auto& n : lows) n = static_cast<std::uint32_t>(random() & low_mask(low));
    plain.join(places.data(), lows.data(), low, 77, 1000000, kBlock, a.data());
    fast.join(places.data(), lows.data(), low, 77, 1000000, kBlock, b.data());
    ASSERT_TRUE(std::equal(a.begin(), a.begin() + kBlock, b.begin()));
    plain.gaps(places.data(), lows.data(), low, kBlock, a.data());
    fast.gaps(places.data(), lows.data(), low, kBlock, b.data());
    ASSERT_TRUE(std::equal(a.begin(), a.begin() + kBlock, b.begin()));
  }
}

TEST_P(Ways, ScoreAndFilterTheSame) {
  const auto bytes = random_bytes(random, 20000);
  for (const unsigned width : {0u, 7u, 10u, 16u, 25u, 30u}) {
    const PackedNumbers lengths(bytes.data(), width);
    for (std::size_t count = 1; count <= kBlock; ++count) {
      const auto docs = ascending(random, count, 30);
      std::vector<std::uint32_t> frequencies(kBlock + kPad, 1), kept(kBlock + kPad),
          others(kBlock + kPad);
      for (auto& f : frequencies) f = 1 + static_cast<std::uint32_t>(random() % 20);
      std::vector<float> a(kBlock + kPad), b(kBlock + kPad), bounds(64);
      for (float& bound : bounds) bound = static_cast<float>(random() % 8);
      const FastScore scorer{3, 0.01f, 0.4f, 0.3f};
      plain.score(scorer, lengths, docs.data(), frequencies.data(), count, a.data());
      fast.score(scorer, lengths, docs.data(), frequencies.data(), count, b.data());
      a.resize(count), b.resize(count);
      ASSERT_EQ(a, b);
      a.resize(kBlock + kPad);
      const std::size_t n =
          plain.filter(docs.data(), a.data(), count, bounds.data(), 5, kept.data());
      ASSERT_EQ(fast.filter(docs.data(), a.data(), count, bounds.data(), 5, others.data()), n);
      ASSERT_TRUE(
          std::equal(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(n), others.begin()));
      const std::size_t m = plain.at_least(a.data(), count, 1, kept.data());
      ASSERT_EQ(fast.at_least(a.data(), count, 1, others.data()), m);
      ASSERT_TRUE(
          std::equal(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(m), others.begin()));
    }
  }
}

TEST_P(Ways, SumTheSameBounds) {
  const auto maxima = random_bytes(random, 2000);
  for (unsigned shift = 0; shift < 5; ++shift) {
    for (std::size_t count = 1; count < 300; count += 13) {
      std::vector<float> more(count + kPad, 2), a(count + kPad), b(count + kPad);
      plain.add_bounds(maxima.data(), shift, 0.5f, 0.01f, -7, more.data(), count, a.data());
      fast.add_bounds(maxima.data(), shift, 0.5f, 0.01f, -7, more.data(), count, b.data());
      a.resize(count), b.resize(count);
      ASSERT_EQ(a, b);
      std::vector<std::uint64_t> marks(8), others(8);
      ASSERT_EQ(plain.mark(a.data(), count, 2.8f, marks.data()),
                fast.mark(a.data(), count, 2.8f, others.data()));
      ASSERT_EQ(marks, others);
    }
  }
}

TEST_P(Ways, FindTheSamePlace) {
  for (int round = 0; round < 3000; ++round) {
    const std::size_t count = 1 + random() % 700;
    const auto numbers = ascending(random, count, 1 + static_cast<std::uint32_t>(random() % 9));
    const std::size_t from = random() % count;
    const auto value = static_cast<std::uint32_t>(random() % (numbers[count - 1] + 2));
    const auto wanted = static_cast<std::size_t>(
        std::lower_bound(numbers.begin() + static_cast<std::ptrdiff_t>(from),
                         numbers.begin() + static_cast<std::ptrdiff_t>(count), value) -
        numbers.begin());
    ASSERT_EQ(plain.find(numbers.data(), from, count, value), wanted);
    ASSERT_EQ(fast.find(numbers.data(), from, count, value), wanted);
    const std::size_t few = std::min<std::size_t>(count, kBlock);
    ASSERT_EQ(plain.find_in_block(numbers.data(), few, value),
              fast.find_in_block(numbers.data(), few, value));
  }
}

TEST_P(Ways, MatchTheSameDocuments) {
  for (int round = 0; round < 1000; ++round) {
    const std::size_t size = round % 2 == 0 ? kBlock : 1 + random() % kBlock;
    const auto sorted = ascending(random, size, 1 + static_cast<std::uint32_t>(random() % 9));
    std::vector<std::uint32_t> docs(kBlock), places(40), a(40), b(40);
    for (auto& doc : docs) doc = static_cast<std::uint32_t>(random() % (sorted[size - 1] + 2));
    for (auto& place : places) place = static_cast<std::uint32_t>(random() % kBlock);
    plain.match(sorted.data(), size, docs.data(), places.data(), places.size(), a.data());
    fast.match(sorted.data(), size, docs.data(), places.data(), places.size(), b.data());
    ASSERT_EQ(a, b);
    for (std::size_t n = 0; n < places.size(); ++n) {
      const auto end = sorted.begin() + static_cast<std::ptrdiff_t>(size);
      const auto found = std::find(sorted.begin(), end, docs[places[n]]);
      ASSERT_EQ(a[n], found == end ? kNoPlace : found - sorted.begin());
    }
  }
}

TEST_P(Ways, AddUpTheSameBits) {
  const auto lengths = random_bytes(random, 4000);
  const auto spans = random_bytes(random, 4000);
  const PlaceTable table{{lengths.data(), 8}, {spans.data(), 3}, 2, place_bits_table()};
  for (int round = 0; round < 300; ++round) {
    const std::size_t to = 1 + random() % kBlock;
    const std::size_t from = random() % to;
    const auto docs = ascending(random, to, 8);
    std::vector<std::uint32_t> counts(kBlock + kPad), a(kBlock + kPad), b(kBlock + kPad);
    for (auto& n : counts) n = 1 + static_cast<std::uint32_t>(random() % 5);
    std::uint64_t sum = 3;
    std::uint64_t other = 3;
    const std::size_t odd =
        plain.sum_bits(table, docs.data(), counts.data(), from, to, sum, a.data());
    ASSERT_EQ(fast.sum_bits(table, docs.data(), counts.data(), from, to, other, b.data()), odd);
    ASSERT_EQ(sum, other);
    ASSERT_TRUE(std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(odd), b.begin()));
  }
}

}  // namespace
}  // namespace dateline::words
