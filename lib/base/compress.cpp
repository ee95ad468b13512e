// Compressed blocks and streams.  In: bytes.  Out: bytes, or Error(kCorrupt or kInvalid).
// Method: Zstandard (RFC 8878) by libzstd, gzip (RFC 1952) by zlib; a stream may hold several frames
// or members one after the other.
// Tested by tests/base/compress_test.cpp.
#include "base/compress.hpp"

#include <dateline/error.hpp>

#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace dateline::base {
namespace {

constexpr std::size_t kPiece = std::size_t{256} << 10;
constexpr std::uint64_t kAlwaysAllowed = std::uint64_t{64} << 20;
constexpr std::uint64_t kMaxGrowth = 200;

[[noreturn]] void fail_block(std::string_view why) {
  throw Error(ErrorCode::kCorrupt, "decompress a block", "", why);
}

[[noreturn]] void fail_stream(std::string_view why) {
  throw Error(ErrorCode::kInvalid, "decompress", "", why);
}

[[noreturn]] void fail_memory() {
  throw Error(ErrorCode::kLimit, "decompress", "", "there is not enough memory");
}

bool is_short_of_memory(std::size_t status) {
  return ZSTD_getErrorCode(status) == ZSTD_error_memory_allocation;
}

// What one step took and gave.
struct Step {
  std::size_t consumed = 0;
  std::size_t produced = 0;
  bool complete = false;  // a frame or member ended here
};

class Decoder {
 public:
  virtual ~Decoder() = default;
  virtual Step step(std::string_view in, char* out, std::size_t capacity) = 0;
};

class ZstdDecoder : public Decoder {
 public:
  ZstdDecoder() : stream_(ZSTD_createDStream(), &ZSTD_freeDStream) {
    if (!stream_) fail_memory();
  }

  Step step(std::string_view in, char* out, std::size_t capacity) override {
    ZSTD_inBuffer from = {in.data(), in.size(), 0};
    ZSTD_outBuffer to = {out, capacity, 0};
    const std::size_t left = ZSTD_decompressStream(stream_.get(), &to, &from);
    if (is_short_of_memory(left)) fail_memory();
    if (ZSTD_isError(left) != 0) fail_stream(ZSTD_getErrorName(left));
    return {from.pos, to.pos, left == 0};
  }

 private:
  std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream_;
};

class GzipDecoder : public Decoder {
 public:
  GzipDecoder() {
    constexpr int kGzipOnly = 16;
    if (inflateInit2(&stream_, kGzipOnly + MAX_WBITS) != Z_OK) fail_memory();
  }
  ~GzipDecoder() override { inflateEnd(&stream_); }
  GzipDecoder(const GzipDecoder&) = delete;
  GzipDecoder& operator=(const GzipDecoder&) = delete;

  Step step(std::string_view in, char* out, std::size_t capacity) override {
    if (ended_ && !in.empty()) inflateReset(&stream_);
    const std::size_t given = std::min(in.size(), kPiece);
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    stream_.avail_in = static_cast<uInt>(given);
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(capacity);
    const int status = inflate(&stream_, Z_NO_FLUSH);
    if (status == Z_MEM_ERROR) fail_memory();
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) {
      fail_stream(stream_.msg != nullptr ? stream_.msg : "the stream is damaged");
    }
    ended_ = status == Z_STREAM_END;
    return {given - stream_.avail_in, capacity - stream_.avail_out, ended_};
  }

 private:
  z_stream stream_ = {};
  bool ended_ = false;
};

class Copier : public Decoder {
 public:
  Step step(std::string_view in, char* out, std::size_t capacity) override {
    const std::size_t copied = in.copy(out, capacity);
    return {copied, copied, true};
  }
};

std::unique_ptr<Decoder> make_decoder(Compression compression) {
  if (compression == Compression::kZstd) return std::make_unique<ZstdDecoder>();
  if (compression == Compression::kGzip) return std::make_unique<GzipDecoder>();
  return std::make_unique<Copier>();
}

}  // namespace

Compressor::Compressor(int level) : context_(ZSTD_createCCtx(), ZSTD_freeCCtx), level_(level) {
  if (context_ == nullptr) throw Error(ErrorCode::kLimit, "compress", "", "memory is short");
}

std::string_view Compressor::frame(std::string_view bytes) {
  const std::size_t room = ZSTD_compressBound(bytes.size());
  if (buffer_.size() < room) buffer_.resize(room);
  const std::size_t size = ZSTD_compressCCtx(context_.get(), buffer_.data(), buffer_.size(),
                                             bytes.data(), bytes.size(), level_);
  if (ZSTD_isError(size) != 0) {
    throw Error(ErrorCode::kInternal, "compress", "", ZSTD_getErrorName(size));
  }
  return std::string_view(buffer_).substr(0, size);
}

std::string compress(std::string_view bytes) {
  return std::string(Compressor().frame(bytes));
}

std::string decompress(std::string_view frame, std::size_t limit) {
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN) {
    fail_block("it does not begin like one");
  }
  if (size > limit) fail_block("it is larger than it may be");
  if (ZSTD_findFrameCompressedSize(frame.data(), frame.size()) != frame.size()) {
    fail_block("its length is wrong");
  }
  std::string bytes(static_cast<std::size_t>(size), '\0');
  const std::size_t got = ZSTD_decompress(bytes.data(), bytes.size(), frame.data(), frame.size());
  if (is_short_of_memory(got)) fail_memory();
  if (got != bytes.size()) {
    fail_block(ZSTD_isError(got) != 0 ? ZSTD_getErrorName(got) : "its size is wrong");
  }
  return bytes;
}

void decompress_stream(Compression compression, const std::function<std::string_view()>& pull,
                       const std::function<bool(std::string_view)>& sink) {
  const auto decoder = make_decoder(compression);
  const auto out = std::make_unique<std::array<char, kPiece>>();
  std::uint64_t consumed = 0;
  std::uint64_t produced = 0;
  bool complete = compression == Compression::kNone;
  for (std::string_view in = pull(); !in.empty(); in = pull()) {
    for (bool full = false; full || !in.empty();) {
      const Step step = decoder->step(in, out->data(), out->size());
      in.remove_prefix(step.consumed);
      consumed += step.consumed;
      produced += step.produced;
      full = step.produced == out->size();
      if (step.consumed + step.produced > 0) {
        complete = step.complete;
      } else if (!in.empty()) {
        fail_stream("it stands still");
      }
      if (produced > kAlwaysAllowed && produced / kMaxGrowth > consumed) {
        fail_stream("it grows beyond 200 times its size");
      }
      if (step.produced > 0 && !sink({out->data(), step.produced})) return;
    }
  }
  if (!complete) fail_stream("it is cut short");
}

}  // namespace dateline::base
