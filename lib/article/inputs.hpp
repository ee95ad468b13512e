// Which files hold articles, and what their articles are called.  In: paths.  Out: kinds, ids, order.
// Tested by tests/article/inputs_test.cpp.
#pragma once

#include "base/compress.hpp"

#include <dateline/article.hpp>

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace dateline::article {

enum class FileKind { kNone, kText, kPage, kLines };

struct InputKind {
  FileKind kind = FileKind::kNone;
  base::Compression compression = base::Compression::kNone;
};

// True for a file that is one article.
inline bool is_single(FileKind kind) {
  return kind == FileKind::kText || kind == FileKind::kPage;
}

// By the suffix, capitals or not: ".txt"; ".html", ".htm"; ".jsonl", ".ndjson", also with ".zst" or ".gz" behind.
InputKind kind_of(std::string_view name);

// The name without the suffix that makes it an article; ".txt" itself stays as it is.
std::string_view without_suffix(std::string_view name);

struct InputFile {
  std::filesystem::path path;
  std::string where;  // as the user knows it: the input, and the path below it
  std::string id;     // of its article; of the file, where it holds many
  InputKind kind;
};

// Hands over the files of a known kind below a folder, in the byte order of their paths.  Links are
// not followed; what is neither file nor folder, and folders that cannot be read, go to `warn`.
// Throws Error when the folder itself cannot be listed.
void walk(const std::filesystem::path& folder, const std::function<void(const InputFile&)>& sink,
          const std::function<void(Warning&&)>& warn);

// A path as UTF-8.
std::string as_text(const std::filesystem::path& path);

}  // namespace dateline::article
