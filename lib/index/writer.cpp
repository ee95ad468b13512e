// Creates, opens and commits.  In: a folder.  Out: manifests.
// Tested by tests/index/writer_test.cpp.
#include "index/writer.hpp"

#include "index/merge_policy.hpp"
#include "storage/manifest_files.hpp"

#include <dateline/error.hpp>

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
  writer.begin();
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
  writer.begin();
  storage::collect_garbage(files, path);
  writer.live_->follow(*writer.manifest_);
  return writer;
}

void Writer::begin() {
  recipe_ = std::make_unique<recipe::Data>(path_ / "recipe");
  merger_ = std::make_unique<Merger>(*files_, path_, *recipe_);
}

std::string Writer::next_segment() {
  return storage::padded(manifest_->next_segment++);
}

Builder Writer::builder(unsigned threads, std::size_t memory) {
  return {*recipe_, {*files_, path_, [this] { return next_segment(); }}, threads, memory};
}

void Writer::commit(std::vector<storage::SegmentEntry> added) {
  std::optional<Merged> merged;
  try {
    merged = merger_->take(false);
  } catch (const std::exception&) {
    // A merge only tidies up: the commit does without it, and the next one tries again.
  }
  publish(std::move(added), merged);
  start_merge();
}

void Writer::merge() {
  start_merge();
  while (const std::optional<Merged> merged = merger_->take(true)) {
    publish({}, merged);
    start_merge();
  }
}

void Writer::start_merge() {
  if (!merger_->is_idle()) return;
  auto due = due_merge(*manifest_);
  if (!due.empty()) merger_->start(std::move(due), next_segment());
}

void Writer::publish(std::vector<storage::SegmentEntry> added,
                     const std::optional<Merged>& merged) {
  storage::Manifest next = *manifest_;
  next.generation += 1;
  next.segments = merged ? live_->write_removals(next.generation, *merged)
                         : live_->write_removals(next.generation);
  for (storage::SegmentEntry& entry : added) next.segments.push_back(std::move(entry));
  storage::publish_manifest(*files_, path_, next);
  *manifest_ = std::move(next);
  live_->follow(*manifest_);
  storage::collect_garbage(*files_, path_, merger_->in_work());
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
