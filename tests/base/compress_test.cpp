#include "base/compress.hpp"

#include "temp_folder.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::base {
namespace {

std::string prose(std::size_t size) {
  std::mt19937 random(11);
  const std::vector<std::string> words = {"storm ", "harbour ", "council ", "vote ", "grain\n"};
  std::string text;
  while (text.size() < size) text += words[random() % words.size()];
  return text.substr(0, size);
}

std::string gzip(std::string_view bytes) {
  z_stream stream = {};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&stream, bytes.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string packed(Compression compression, std::string_view bytes) {
  if (compression == Compression::kZstd) return compress(bytes);
  return compression == Compression::kGzip ? gzip(bytes) : std::string(bytes);
}

// Feeds `packed` in pieces of `piece` bytes.
std::string unpacked(Compression compression, std::string_view packed, std::size_t piece) {
  std::string out;
  decompress_stream(
      compression,
      [&] {
        const std::string_view next = packed.substr(0, piece);
        packed.remove_prefix(next.size());
        return next;
      },
      [&](std::string_view bytes) {
        EXPECT_LE(bytes.size(), std::size_t{256} << 10);
        EXPECT_FALSE(bytes.empty());
        out += bytes;
        return true;
      });
  return out;
}

constexpr Compression kAll[] = {Compression::kNone, Compression::kZstd, Compression::kGzip};
constexpr Compression kPacked[] = {Compression::kZstd, Compression::kGzip};

TEST(Compress, BlocksComeBackAsTheyWere) {
  for (const std::size_t size : {0, 1, 100, 65536, 300000}) {
    const std::string bytes = prose(size);
    const std::string frame = compress(bytes);
    EXPECT_EQ(decompress(frame, size), bytes);
    EXPECT_LE(frame.size(), size + 13);
  }
}

TEST(Compress, ABlockBeyondItsLimitIsCorrupt) {
  const std::string frame = compress(prose(1000));
  EXPECT_EQ(error_of([&] { decompress(frame, 999); }).code, ErrorCode::kCorrupt);
}

TEST(Compress, ADamagedBlockIsCorruptOrUnchangedInSize) {
  const std::string bytes = prose(2000);
  const std::string frame = compress(bytes);
  for (std::size_t cut = 0; cut < frame.size(); ++cut) {
    EXPECT_EQ(error_of([&] { decompress(frame.substr(0, cut), 1 << 20); }).code,
              ErrorCode::kCorrupt);
  }
  EXPECT_EQ(error_of([&] { decompress(frame + "x", 1 << 20); }).code, ErrorCode::kCorrupt);
  EXPECT_EQ(error_of([&] { decompress(frame + frame, 1 << 20); }).code, ErrorCode::kCorrupt);
  for (std::size_t bit = 0; bit < frame.size() * 8; ++bit) {
    std::string damaged = frame;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
    try {
      EXPECT_LE(decompress(damaged, bytes.size()).size(), bytes.size());
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kCorrupt);
    }
  }
}

TEST(Compress, StreamsComeInPiecesOfAnySize) {
  for (const Compression compression : kAll) {
    for (const std::size_t size : {1, 100, 256 << 10, 1 << 20}) {
      const std::string bytes = prose(size);
      for (const std::size_t piece : {7, 4096, 1 << 22}) {
        EXPECT_EQ(unpacked(compression, packed(compression, bytes), piece), bytes);
      }
    }
  }
}

TEST(Compress, FramesAndMembersFollowEachOther) {
  for (const Compression compression : kPacked) {
    const std::string three =
        packed(compression, "one ") + packed(compression, "") + packed(compression, "three");
    for (const std::size_t piece : {1, 3, 1000}) {
      EXPECT_EQ(unpacked(compression, three, piece), "one three");
    }
  }
}

TEST(Compress, ACutStreamIsInvalid) {
  for (const Compression compression : kPacked) {
    const std::string whole = packed(compression, prose(3000));
    for (std::size_t cut = 0; cut < whole.size(); ++cut) {
      const std::string_view part = std::string_view(whole).substr(0, cut);
      EXPECT_EQ(error_of([&] { unpacked(compression, part, 100); }).code, ErrorCode::kInvalid);
    }
  }
  EXPECT_EQ(unpacked(Compression::kNone, "", 100), "");
}

TEST(Compress, ADamagedStreamIsInvalid) {
  for (const Compression compression : kPacked) {
    EXPECT_EQ(error_of([&] { unpacked(compression, "plain text", 100); }).code,
              ErrorCode::kInvalid);
    const std::string trailing = packed(compression, "fine") + "plain text";
    EXPECT_EQ(error_of([&] { unpacked(compression, trailing, 100); }).code, ErrorCode::kInvalid);
  }
}

TEST(Compress, AStreamThatGrowsTooMuchIsInvalid) {
  const std::string zeros((std::size_t{64} << 20) + 1, '\0');
  for (const Compression compression : kPacked) {
    const std::string bomb = packed(compression, zeros);
    const Caught caught = error_of([&] { unpacked(compression, bomb, 4096); });
    EXPECT_EQ(caught.code, ErrorCode::kInvalid);
    EXPECT_TRUE(caught.mentions("200 times")) << caught.message;
    EXPECT_EQ(unpacked(compression, packed(compression, zeros.substr(1)), 4096).size(),
              zeros.size() - 1);
  }
}

TEST(Compress, TheSinkCanStop) {
  for (const Compression compression : kAll) {
    const std::string stream = packed(compression, prose(1 << 20));
    int pieces = 0;
    std::string_view rest = stream;
    decompress_stream(
        compression, [&] { return std::exchange(rest, {}); },
        [&](std::string_view) { return ++pieces < 2; });
    EXPECT_EQ(pieces, 2);
  }
}

}  // namespace
}  // namespace dateline::base
