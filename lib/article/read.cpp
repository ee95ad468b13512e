// Reads files and folders and hands over their articles one by one.
// In: a path.  Out: articles and warnings, in the order of the paths and of the lines.
// Invariants: never more than one record is held; what goes wrong with a file ends only that file.
// Tested by tests/article/read_test.cpp.
#include "article/html.hpp"
#include "article/html_source.hpp"
#include "article/inputs.hpp"
#include "article/lines.hpp"
#include "article/record.hpp"
#include "base/files.hpp"
#include "base/utf8.hpp"
#include "text/encoding.hpp"

#include <dateline/article.hpp>
#include <dateline/error.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace dateline {
namespace {

namespace fs = std::filesystem;
using article::InputFile;

// Larger pieces are given back to the system, and cleared anew each time.
constexpr std::size_t kPiece = std::size_t{64} << 10;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_blank_line(std::string_view line) {
  return line.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

class Reader {
 public:
  Reader(const std::function<void(Article&&)>& sink, const std::function<void(Warning&&)>& warn)
      : sink_(sink), warn_(warn) {}

  // A file of a folder: that it cannot be opened is a warning.
  void read(const InputFile& file) {
    std::unique_ptr<base::ReadableFile> opened;
    try {
      opened = base::system_files().open(file.path);
    } catch (const Error& error) {
      warn(file.where, "skipped: " + std::string(error.what()));
      return;
    }
    read_opened(file, *opened);
  }

  // A file that was named: that it cannot be opened throws.
  void read_input(const InputFile& file) {
    read_opened(file, *base::system_files().open(file.path));
  }

  void warn(const std::string& where, std::string text) {
    outside_ = true;
    warn_({where, std::move(text)});
    outside_ = false;
  }

 private:
  void read_opened(const InputFile& file, const base::ReadableFile& bytes) {
    const bool single = article::is_single(file.kind.kind);
    try {
      single ? read_single(file, bytes) : read_lines(file, bytes);
    } catch (const Error& error) {
      if (outside_) throw;
      warn(file.where,
           std::string("skipped: ") + (single ? "" : "the rest of the file: ") + error.what());
    }
  }

  void read_single(const InputFile& file, const base::ReadableFile& bytes) {
    if (bytes.size() > article::kMaxRecord) {
      warn(file.where, "skipped: the file is larger than 64 MiB");
      return;
    }
    const bool page = file.kind.kind == article::FileKind::kPage;
    std::string raw = bytes.read(0, static_cast<std::size_t>(bytes.size()));
    const std::string declared = page ? article::declared_encoding(raw) : "";
    auto decoded = text::decode(std::move(raw), declared);
    if (!decoded.is_text) {
      warn(file.where, "skipped: it is not text but holds many control characters");
      return;
    }
    if (decoded.replaced > 0) {
      warn(file.where, "what is no " + decoded.encoding + " was replaced by U+FFFD in " +
                           std::to_string(decoded.replaced) +
                           (decoded.replaced == 1 ? " place" : " places"));
    }
    Article article = page ? read_page(file, decoded.text) : Article{};
    article.id = file.id;
    article.where = file.where;
    if (!page) article.text = std::move(decoded.text);
    const bool usable =
        article::is_usable(article, [&](std::string text) { warn(file.where, std::move(text)); });
    if (usable) hand_over(std::move(article));
  }

  Article read_page(const InputFile& file, std::string_view html) {
    article::WebPage page = article::read_html(html);
    if (page.cut)
      warn(file.where, "a part of the page that is nested or long beyond measure was left out");
    return std::move(page.article);
  }

  void read_lines(const InputFile& file, const base::ReadableFile& bytes) {
    article::LineCutter cutter(
        article::kMaxRecord, [&](const article::LineCutter::Line& line) { read_line(file, line); });
    std::uint64_t at = 0;
    std::string piece;
    base::decompress_stream(
        file.kind.compression,
        [&]() -> std::string_view {
          piece = bytes.read(at, kPiece);
          at += piece.size();
          return piece;
        },
        [&](std::string_view plain) {
          cutter.feed(plain);
          return true;
        });
    cutter.finish();
  }

  void read_line(const InputFile& file, const article::LineCutter::Line& line) {
    const std::string number = ":" + std::to_string(line.number);
    const std::string where = file.where + number;
    if (line.too_long) {
      warn(where, "skipped: the record is larger than 64 MiB");
      return;
    }
    std::string_view bytes = line.bytes;
    if (line.number == 1 && bytes.starts_with(kByteOrderMark)) {
      bytes.remove_prefix(kByteOrderMark.size());
    }
    if (is_blank_line(bytes)) return;
    auto article = article::read_record(bytes, file.id + number,
                                        [&](std::string text) { warn(where, std::move(text)); });
    if (!article) return;
    article->where = where;
    hand_over(std::move(*article));
  }

  void hand_over(Article&& article) {
    outside_ = true;
    sink_(std::move(article));
    outside_ = false;
  }

  const std::function<void(Article&&)>& sink_;
  const std::function<void(Warning&&)>& warn_;
  bool outside_ = false;  // in the caller's code, whose exceptions pass through
};

[[noreturn]] void refuse(ErrorCode code, const fs::path& input, std::string_view reason,
                         std::string_view advice) {
  throw Error(code, "read articles from", article::as_text(input), reason, advice);
}

InputFile single_file(const fs::path& input) {
  const std::string name = article::as_text(input.filename());
  const article::InputKind kind = article::kind_of(name);
  if (kind.kind == article::FileKind::kNone) {
    refuse(ErrorCode::kInvalid, input, "it is of no known kind",
           "give .txt, .html, .jsonl, .ndjson, .jsonl.zst, .jsonl.gz, or a folder of such files");
  }
  const bool single = article::is_single(kind.kind);
  return {input, article::as_text(input),
          single ? std::string(article::without_suffix(name)) : name, kind};
}

}  // namespace

void read_articles(const fs::path& input, const std::function<void(Article&&)>& sink,
                   const std::function<void(Warning&&)>& warn) {
  std::error_code error;
  const fs::file_status status = fs::status(input, error);
  Reader reader(sink, warn);
  if (status.type() == fs::file_type::not_found) {
    refuse(ErrorCode::kNotFound, input, "there is no such file or folder", "");
  } else if (status.type() == fs::file_type::directory) {
    article::walk(
        input, [&](const InputFile& file) { reader.read(file); },
        [&](Warning&& warning) { reader.warn(warning.where, std::move(warning.text)); });
  } else if (status.type() == fs::file_type::regular) {
    reader.read_input(single_file(input));
  } else if (error) {
    refuse(ErrorCode::kIo, input, error.message(), "");
  } else {
    refuse(ErrorCode::kInvalid, input, "it is neither a file nor a folder", "");
  }
}

}  // namespace dateline
