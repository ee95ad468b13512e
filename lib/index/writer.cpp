// Creates, opens and commits.  In: a folder.  Out: manifests.
// Tested by tests/index/writer_test.cpp.
#include "index/writer.hpp"

#include <dateline/error.hpp>

#include <cstdio>

namespace dateline::index {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxIdBytes = 230;
constexpr std::size_t kMaxArticleBytes = 64 << 20;

std::unique_ptr<base::FileLock> lock(base::FileSystem& files, const fs::path& path) {
  auto held = files.try_lock(path / "lock");
  if (held == nullptr) {
    throw Error(ErrorCode::kLocked, "write index", path.string(), "another process is writing it",
                "wait until it is done; reading needs no lock");
  }
  return held;
}

void copy_recipe(base::FileSystem& files, const fs::path& index, const recipe::Data& recipe,
                 storage::Manifest& manifest) {
  files.create_folder(index / "recipe" / "stopwords");
  for (const std::string& name : recipe.files()) {
    files.write_all(index / "recipe" / name, files.read_all(recipe.folder() / name));
    manifest.recipe.push_back(storage::describe_file(files, index, "recipe/" + name));
  }
  files.sync_folder(index / "recipe" / "stopwords");
  files.sync_folder(index / "recipe");
}

void check_recipe(base::FileSystem& files, const fs::path& index,
                  const storage::Manifest& manifest) {
  for (const storage::FileEntry& file : manifest.recipe) {
    if (const auto damage = storage::find_damage(files, index, file)) {
      throw Error(ErrorCode::kCorrupt, "read", (index / file.name).string(), *damage,
                  "restore the index from a backup or build it anew");
    }
  }
}

}  // namespace

Writer::Writer(base::FileSystem& files, fs::path path)
    : files_(&files),
      path_(std::move(path)),
      manifest_(std::make_unique<storage::Manifest>()),
      live_(std::make_unique<Live>(files, path_)) {}

Writer Writer::create(base::FileSystem& files, const fs::path& path, const recipe::Data& recipe) {
  if (files.exists(path)) {
    throw Error(ErrorCode::kExists, "create index", path.string(), "it is there already",
                "add to it with --update, or choose another name");
  }
  files.create_folder(path / "segments");
  Writer writer(files, path);
  writer.lock_ = lock(files, path);
  copy_recipe(files, path, recipe, *writer.manifest_);
  writer.recipe_ = std::make_unique<recipe::Data>(path / "recipe");
  writer.commit({});
  files.sync_folder(fs::absolute(path).parent_path());
  return writer;
}

Writer Writer::open(base::FileSystem& files, const fs::path& path) {
  storage::load_manifest(files, path);  // says what is wrong with a folder that is no index
  Writer writer(files, path);
  writer.lock_ = lock(files, path);
  *writer.manifest_ = storage::load_manifest(files, path);
  check_recipe(files, path, *writer.manifest_);
  writer.recipe_ = std::make_unique<recipe::Data>(path / "recipe");
  storage::collect_garbage(files, path);
  writer.live_->follow(*writer.manifest_);
  return writer;
}

Builder Writer::builder(unsigned threads, std::size_t memory) {
  const auto next_segment = [this] {
    char name[24];
    std::snprintf(name, sizeof name, "%06llu",
                  static_cast<unsigned long long>(manifest_->next_segment++));
    return std::string(name);
  };
  return {*recipe_, {*files_, path_, next_segment}, threads, memory};
}

void Writer::commit(std::vector<storage::SegmentEntry> added) {
  storage::Manifest next = *manifest_;
  next.generation += 1;
  next.segments = live_->write_removals(next.generation);
  for (storage::SegmentEntry& entry : added) next.segments.push_back(std::move(entry));
  storage::publish_manifest(*files_, path_, next);
  *manifest_ = std::move(next);
  live_->follow(*manifest_);
  storage::collect_garbage(*files_, path_);
}

void check_article(const Article& article) {
  const auto refuse = [&](std::string_view reason) {
    throw Error(ErrorCode::kInvalid, "index article", article.id.substr(0, 80), reason);
  };
  if (article.id.empty()) refuse("its id is empty");
  if (article.id.size() > kMaxIdBytes) refuse("its id is longer than 230 bytes");
  if (article.text.empty() && (!article.title || article.title->empty())) {
    refuse("title and text are both empty");
  }
  if (article.text.size() > kMaxArticleBytes) refuse("its text is longer than 64 MiB");
}

std::uint64_t bytes_on_disk(const storage::Manifest& manifest) {
  std::uint64_t bytes = 0;
  const auto add = [&](const storage::FileEntry& file) { bytes += file.size; };
  for (const auto& file : manifest.recipe) add(file);
  for (const auto& segment : manifest.segments) {
    for (const auto& file : segment.files) add(file);
    if (segment.removed_file) add(*segment.removed_file);
  }
  return bytes;
}

}  // namespace dateline::index
