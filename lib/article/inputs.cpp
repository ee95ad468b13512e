// Finds the files that hold articles.  In: a folder.  Out: files, in order.
// Tested by tests/article/inputs_test.cpp.
#include "article/inputs.hpp"

#include "base/files.hpp"
#include "base/utf8.hpp"

#include <dateline/error.hpp>

#include <algorithm>
#include <map>
#include <system_error>
#include <vector>

namespace dateline::article {
namespace {

namespace fs = std::filesystem;

bool cut_suffix(std::string& name, std::string_view suffix) {
  if (!name.ends_with(suffix)) return false;
  name.resize(name.size() - suffix.size());
  return true;
}

struct Entry {
  std::string key;  // its name, a folder's with "/": so sorted, whole paths are in byte order
  fs::path path;
  fs::file_type type;
};

std::vector<Entry> entries_of(const fs::path& folder) {
  std::vector<Entry> entries;
  for (std::string& name : base::system_files().list(folder)) {
    std::error_code error;
    const fs::path path = folder / name;
    const fs::file_type type = fs::symlink_status(path, error).type();
    if (type == fs::file_type::directory) name += '/';
    entries.push_back({std::move(name), path, type});
  }
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.key < b.key; });
  return entries;
}

// How often each name without its suffix stands for an article in a folder.
std::map<std::string_view, int> count_stems(const std::vector<Entry>& entries) {
  std::map<std::string_view, int> stems;
  for (const Entry& entry : entries) {
    if (is_single(kind_of(entry.key).kind)) ++stems[without_suffix(entry.key)];
  }
  return stems;
}

class Walk {
 public:
  Walk(const fs::path& top, const std::function<void(const InputFile&)>& sink,
       const std::function<void(Warning&&)>& warn)
      : top_(top), sink_(sink), warn_(warn) {}

  // `below`: the path of the folder below the top, with "/" behind it; empty for the top.
  void visit(const std::vector<Entry>& entries, const std::string& below) {
    const auto stems = count_stems(entries);
    for (const Entry& entry : entries) {
      const std::string path = below + entry.key;
      if (entry.type == fs::file_type::directory) {
        descend(entry.path, path);
      } else if (entry.type == fs::file_type::regular) {
        hand_over(entry, below, stems);
      } else {
        skip(entry, path);
      }
    }
  }

 private:
  void descend(const fs::path& folder, const std::string& path) {
    std::vector<Entry> entries;
    try {
      entries = entries_of(folder);
    } catch (const Error& error) {
      warn_({where(path), "skipped: " + std::string(error.what())});
      return;
    }
    visit(entries, path);
  }

  void hand_over(const Entry& entry, const std::string& below,
                 const std::map<std::string_view, int>& stems) {
    const InputKind kind = kind_of(entry.key);
    if (kind.kind == FileKind::kNone) return;
    const std::string_view stem = without_suffix(entry.key);
    const bool alone = is_single(kind.kind) && stems.at(stem) == 1;
    const std::string id = below + (alone ? std::string(stem) : entry.key);
    sink_({entry.path, where(below + entry.key), as_text(id), kind});
  }

  void skip(const Entry& entry, const std::string& path) {
    if (entry.type == fs::file_type::symlink) {
      std::error_code ignored;
      const bool is_folder = fs::is_directory(entry.path, ignored);
      if (!is_folder && kind_of(entry.key).kind == FileKind::kNone) return;
      warn_({where(path), "skipped: it is a symbolic link; links are not followed"});
    } else {
      warn_({where(path), "skipped: it is neither a file nor a folder"});
    }
  }

  std::string where(const std::string& below) const { return as_text(top_ / below); }

  const fs::path& top_;
  const std::function<void(const InputFile&)>& sink_;
  const std::function<void(Warning&&)>& warn_;
};

}  // namespace

InputKind kind_of(std::string_view name) {
  std::string rest = base::ascii_lower(name);
  if (rest.ends_with(".txt")) return {FileKind::kText, base::Compression::kNone};
  if (rest.ends_with(".html") || rest.ends_with(".htm")) {
    return {FileKind::kPage, base::Compression::kNone};
  }
  base::Compression compression = base::Compression::kNone;
  if (cut_suffix(rest, ".zst")) {
    compression = base::Compression::kZstd;
  } else if (cut_suffix(rest, ".gz")) {
    compression = base::Compression::kGzip;
  }
  const bool lines = rest.ends_with(".jsonl") || rest.ends_with(".ndjson");
  return lines ? InputKind{FileKind::kLines, compression} : InputKind{};
}

std::string_view without_suffix(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

void walk(const fs::path& folder, const std::function<void(const InputFile&)>& sink,
          const std::function<void(Warning&&)>& warn) {
  Walk(folder, sink, warn).visit(entries_of(folder), "");
}

std::string as_text(const fs::path& path) {
  std::size_t replaced = 0;
  const std::string& native = path.native();
  return base::is_utf8(native) ? native : base::repair_utf8(native, replaced);
}

}  // namespace dateline::article
