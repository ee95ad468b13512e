// Compression: blocks for the library's own files, streams for what is read.
// The one user of zstd and zlib.
// Tested by tests/base/compress_test.cpp.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct ZSTD_CCtx_s;  // zstd.h

namespace dateline::base {

// Zstandard, one frame for each call; keeps its memory from call to call, since fresh pages take longer
// than the work on a small block.
class Compressor {
 public:
  explicit Compressor(int level = 3);
  // The view is valid until the next call.
  std::string_view frame(std::string_view bytes);

 private:
  std::unique_ptr<ZSTD_CCtx_s, std::size_t (*)(ZSTD_CCtx_s*)> context_;
  int level_;
  std::string buffer_;
};
std::string compress(std::string_view bytes);

// The bytes of a frame.  Throws Error(kCorrupt) when they are damaged or more than `limit`.
std::string decompress(std::string_view frame, std::size_t limit);

enum class Compression { kNone, kZstd, kGzip };

// Feeds what `pull` gives, decompressed, to `sink` in pieces of at most 256 KiB, in order.
// `pull` returns the next compressed bytes, an empty view at the end.
// Throws Error(kInvalid) when the stream is damaged, cut, or grows beyond 200 times its size
// (and 64 MiB).  `sink` returns false to stop.
void decompress_stream(Compression compression, const std::function<std::string_view()>& pull,
                       const std::function<bool(std::string_view)>& sink);

}  // namespace dateline::base
