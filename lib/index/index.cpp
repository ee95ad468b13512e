// The writer of an index: puts, removes, commits.  In: articles.  Out: commits.
// Tested by tests/index/index_test.cpp.
#include "base/hash.hpp"
#include "index/bulk.hpp"
#include "index/writer.hpp"

#include <dateline/error.hpp>
#include <dateline/index.hpp>

#include <algorithm>
#include <unordered_map>

namespace dateline {

struct Index::Impl {
  index::Writer writer;
  std::unique_ptr<index::Builder> builder;                 // for articles put one by one
  std::unordered_map<std::string, std::uint64_t> pending;  // their ids and arrival numbers
  std::vector<std::uint64_t> superseded;                   // arrivals that were replaced or removed

  index::Builder& building();
  bool is_committed(const Article& article);
  bool drop_pending(const std::string& id);
  bool drop_committed(std::string_view id);
  void forget();
  void roll_back();
};

index::Builder& Index::Impl::building() {
  if (!builder) {
    builder.reset(new index::Builder(writer.builder(1, BuildOptions().memory, writer.known())));
  }
  return *builder;
}

bool Index::Impl::is_committed(const Article& article) {
  const auto old = writer.live().find(article.id);
  return old && index::fingerprint_of(writer.live().record(*old)) == index::fingerprint(article);
}

bool Index::Impl::drop_pending(const std::string& id) {
  const auto found = pending.find(id);
  if (found == pending.end()) return false;
  superseded.push_back(found->second);
  pending.erase(found);
  return true;
}

bool Index::Impl::drop_committed(std::string_view id) {
  const auto found = writer.live().find(id);
  if (found) writer.live().remove(*found);
  return found.has_value();
}

void Index::Impl::forget() {
  builder.reset();
  pending.clear();
  superseded.clear();
}

void Index::Impl::roll_back() {
  forget();
  writer.live().forget_removals();
  writer.forget_alerts();
  writer.tidy();
  writer.forget_learned();
}

Index::Index(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

Index Index::create(const std::filesystem::path& path, const Recipe& recipe, TextStore store,
                    std::string_view key) {
  const auto name = store == TextStore::kWords ? storage::kWordsStore : storage::kXapianStore;
  return Index(std::unique_ptr<Impl>(new Impl{
      index::Writer::create(base::system_files(), path, recipe.data(), name, key), {}, {}, {}}));
}

Index Index::open(const std::filesystem::path& path, const WriteOptions& options) {
  return Index(std::unique_ptr<Impl>(
      new Impl{index::Writer::open(base::system_files(), path, options), {}, {}, {}}));
}

void Index::put(Article article) {
  index::check_article(article);
  std::string id = article.id;
  if (!impl_->pending.contains(id) && impl_->is_committed(article)) return;
  const std::uint64_t arrival = impl_->writer.next_arrival();
  try {
    impl_->building().add(std::move(article), arrival);
  } catch (...) {
    impl_->roll_back();
    throw;
  }
  impl_->drop_pending(id);
  impl_->drop_committed(id);
  impl_->pending.emplace(std::move(id), arrival);
}

bool Index::remove(std::string_view id) {
  const bool was_pending = impl_->drop_pending(std::string(id));
  return impl_->drop_committed(id) || was_pending;
}

void Index::add_alert(Alert alert) {
  index::check_alert(alert, impl_->writer.alerts());
  impl_->writer.alerts().push_back(std::move(alert));
}

bool Index::remove_alert(std::string_view name) {
  return std::erase_if(impl_->writer.alerts(),
                       [&](const Alert& alert) { return alert.name == name; }) > 0;
}

void Index::commit() {
  try {
    std::vector<storage::SegmentEntry> added;
    if (impl_->builder) added = impl_->builder->finish();
    if (!added.empty() || impl_->writer.live().has_removals() || impl_->writer.alerts_changed()) {
      impl_->writer.commit(added, impl_->superseded);
    }
  } catch (...) {
    impl_->roll_back();
    throw;
  }
  impl_->forget();
}

void Index::merge() {
  commit();
  impl_->writer.merge();
}

BuildReport Index::add(const ArticleSource& source, const BuildOptions& options) {
  commit();
  try {
    return index::Bulk(impl_->writer, options).run(source);
  } catch (...) {
    impl_->roll_back();
    throw;
  }
}

std::uint64_t Index::generation() const {
  return impl_->writer.manifest().generation;
}
std::uint64_t Index::size() const {
  return impl_->writer.live().size();
}
std::size_t Index::segments() const {
  return impl_->writer.manifest().segments.size();
}
std::uint64_t Index::bytes_on_disk() const {
  return index::bytes_on_disk(impl_->writer.manifest());
}

}  // namespace dateline
