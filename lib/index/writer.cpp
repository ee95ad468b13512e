// Creates, opens and commits.  In: a folder.  Out: manifests.
// Tested by tests/index/writer_test.cpp.
#include "index/writer.hpp"

#include "index/merge_policy.hpp"
#include "storage/derived.hpp"
#include "storage/manifest_files.hpp"
#include "storage/seal.hpp"
#include "stories/links.hpp"

#include <dateline/error.hpp>

#include <algorithm>
#include <unordered_set>
#include <utility>

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

// A folder that create() began and did not finish is no obstacle: it begins again.
void refuse_finished(base::FileSystem& files, const fs::path& path) {
  const auto is_ours = [](const std::string& name) {
    return name == "segments" || name == "derived" || name == "lock" || name == "recipe" ||
           name.ends_with(".tmp");
  };
  if (!files.exists(path)) return;
  if (files.is_folder(path)) {
    const auto names = files.list(path);
    if (std::all_of(names.begin(), names.end(), is_ours)) return;
  }
  throw Error(ErrorCode::kExists, "create index", path.string(), "it is there already",
              "add to it with --update, or choose another name");
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
      counts_(std::make_unique<article::LineCounts>()) {}

Writer Writer::create(base::FileSystem& files, const fs::path& path, const recipe::Data& recipe,
                      std::string_view text_store, std::string_view key) {
  storage::check_key(key);
  refuse_finished(files, path);
  files.create_folder(path / "segments");
  Writer writer(files, path);
  writer.lock_ = lock(files, path);
  refuse_finished(files, path);  // another process may have been quicker
  files.remove_all(path / "recipe");
  writer.manifest_->text_store = text_store;
  writer.key_ = key;
  copy_recipe(files, path, recipe, *writer.manifest_);
  writer.begin();
  writer.commit({});
  files.sync_folder(fs::absolute(path).parent_path());
  return writer;
}

Writer Writer::open(base::FileSystem& files, const fs::path& path, const WriteOptions& options) {
  storage::check_key(options.key);
  storage::load_manifest(files, path);  // says what is wrong with a folder that is no index
  Writer writer(files, path);
  writer.lock_ = lock(files, path);
  *writer.manifest_ = storage::load_manifest(files, path);
  writer.key_ = options.key;
  if (!options.trust) {
    storage::refuse_foreign(files, path, *writer.manifest_, options.key);
    storage::refuse_keyless(path, *writer.manifest_, options.key);
  }
  check_recipe(files, path, *writer.manifest_);
  writer.begin();
  const auto links = storage::read_derived(files, path, *writer.manifest_, storage::kStoryLinks);
  writer.links_ = stories::read_links(links.value_or(""));
  const auto alerts = storage::read_derived(files, path, *writer.manifest_, storage::kAlerts);
  writer.alerts_ = writer.committed_alerts_ = read_alerts(alerts.value_or(""));
  const auto commits = storage::read_derived(files, path, *writer.manifest_, storage::kCommits);
  writer.commits_ = read_commits(commits.value_or(""));
  const auto counts = storage::read_derived(files, path, *writer.manifest_, storage::kLineCounts);
  writer.committed_counts_ = counts.value_or("");
  writer.forget_learned();
  writer.known_ = std::make_shared<const article::Boilerplate>(writer.counts_->boilerplate());
  writer.tidy();
  writer.live_->follow(writer.live_->prepare(*writer.manifest_));
  if (options.trust) writer.adopt();
  return writer;
}

// What is trusted bears this user's seal from now on.
void Writer::adopt() {
  if (key_.empty() || manifest_->seal == storage::seal_of(*manifest_, key_)) return;
  publish({}, {}, std::nullopt);
}

void Writer::begin() {
  recipe_ = std::make_unique<recipe::Data>(path_ / "recipe");
  live_ = std::make_unique<Live>(*files_, path_, *recipe_);
  merger_ = std::make_unique<Merger>(*files_, path_, *recipe_, manifest_->text_store);
}

std::string Writer::next_segment() {
  return storage::padded(manifest_->next_segment++);
}

Builder Writer::builder(unsigned threads, std::size_t memory,
                        std::shared_ptr<const article::Boilerplate> known) {
  return {*recipe_,
          {*files_, path_, manifest_->text_store, [this] { return next_segment(); },
           std::move(known), recipe_->pages().judge_blocks ? counts_.get() : nullptr},
          threads,
          memory};
}

void Writer::forget_learned() {
  *counts_ = article::LineCounts::read(committed_counts_);
}

void Writer::commit(const std::vector<storage::SegmentEntry>& added,
                    const std::vector<std::uint64_t>& superseded) {
  std::optional<Merged> merged;
  try {
    merged = merger_->take(false);
  } catch (const std::exception&) {
    merge_failure_ = std::current_exception();  // the commit does without it
  }
  publish(added, superseded, merged);
  try {
    start_merge();
  } catch (const std::exception&) {
    merge_failure_ = std::current_exception();
  }
}

void Writer::merge() {
  if (merge_failure_ != nullptr) std::rethrow_exception(std::exchange(merge_failure_, nullptr));
  start_merge();
  while (const std::optional<Merged> merged = merger_->take(true)) {
    publish({}, {}, merged);
    start_merge();
  }
}

bool Writer::alerts_changed() const {
  return alerts_ != committed_alerts_;
}

void Writer::forget_alerts() {
  alerts_ = committed_alerts_;
}

void Writer::start_merge() {
  if (!merger_->is_idle() || merge_failure_ != nullptr) return;
  auto due = due_merge(*manifest_);
  if (!due.empty()) merger_->start(std::move(due), next_segment());
}

void Writer::publish(const std::vector<storage::SegmentEntry>& added,
                     const std::vector<std::uint64_t>& superseded,
                     const std::optional<Merged>& merged) {
  storage::Manifest next = *manifest_;
  next.generation += 1;
  next.segments = merged ? live_->write_removals(next.generation, *merged)
                         : live_->write_removals(next.generation);
  for (const storage::SegmentEntry& entry : added) {
    storage::SegmentEntry kept = live_->without(entry, superseded, next.generation);
    if (kept.removed < kept.articles) next.segments.push_back(std::move(kept));
  }
  Live::Prepared prepared = live_->prepare(next);
  std::vector<stories::Link> links = updated_links(prepared, added);
  storage::write_derived(*files_, path_, next, storage::kStoryLinks, stories::print_links(links));
  storage::write_derived(*files_, path_, next, storage::kAlerts, print_alerts(alerts_));
  std::vector<Commit> commits = with_commit(commits_, {next.generation, next.next_arrival});
  storage::write_derived(*files_, path_, next, storage::kCommits, print_commits(commits));
  std::string counts = counts_->print();
  storage::write_derived(*files_, path_, next, storage::kLineCounts, counts);
  auto known = std::make_shared<const article::Boilerplate>(counts_->boilerplate());
  std::vector<Alert> alerts = alerts_;
  next.seal = storage::seal_of(next, key_);
  // Nothing may fail between publishing and knowing of it.
  storage::publish_manifest(*files_, path_, next);
  *manifest_ = std::move(next);
  live_->follow(std::move(prepared));
  links_ = std::move(links);
  commits_ = std::move(commits);
  committed_counts_ = std::move(counts);
  known_ = std::move(known);
  committed_alerts_ = std::move(alerts);
  tidy();
}

// Those of articles that are gone go with them.
std::vector<stories::Link> Writer::updated_links(
    const Live::Prepared& prepared, const std::vector<storage::SegmentEntry>& added) const {
  std::vector<stories::Link> links = links_;
  const auto gone = live_->fresh_removals();
  const std::unordered_set<std::uint64_t> removed(gone.begin(), gone.end());
  std::erase_if(links, [&](const stories::Link& link) {
    return removed.contains(link.a) || removed.contains(link.b);
  });
  if (added.empty()) return links;
  const auto middle = static_cast<std::ptrdiff_t>(links.size());
  for (const stories::Link& link : live_->links(prepared, added)) links.push_back(link);
  std::inplace_merge(
      links.begin(), links.begin() + middle, links.end(),
      [](const auto& x, const auto& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
  return links;
}

// What cannot be deleted now is deleted by a later commit.
void Writer::tidy() {
  try {
    storage::collect_garbage(*files_, path_, merger_->in_work());
  } catch (const std::exception&) {
    return;
  }
}

article::LineCounts read_line_counts(base::FileSystem& files, const fs::path& index) {
  const auto bytes = storage::read_derived(files, index, storage::load_manifest(files, index),
                                           storage::kLineCounts);
  return article::LineCounts::read(bytes.value_or(""));
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
  for (const auto& file : manifest.derived) add(file);
  for (const auto& segment : manifest.segments) {
    for (const auto& file : segment.files) add(file);
    if (segment.removed_file) add(*segment.removed_file);
  }
  return bytes;
}

}  // namespace dateline::index
