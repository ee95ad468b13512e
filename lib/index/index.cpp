// The writer of an index: puts, removes, commits.  In: articles.  Out: commits.
// Tested by tests/index/index_test.cpp.
#include "base/hash.hpp"
#include "index/bulk.hpp"
#include "index/writer.hpp"

#include <dateline/error.hpp>
#include <dateline/index.hpp>

#include <algorithm>
#include <unordered_set>

namespace dateline {

struct Index::Impl {
  index::Writer writer;
  std::unique_ptr<index::Builder> builder;  // for articles put one by one
  std::unordered_set<std::string> pending;  // their ids
};

Index::Index(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

Index Index::create(const std::filesystem::path& path, const Recipe& recipe) {
  return Index(std::unique_ptr<Impl>(
      new Impl{index::Writer::create(base::system_files(), path, recipe.data()), {}, {}}));
}

Index Index::open(const std::filesystem::path& path) {
  return Index(
      std::unique_ptr<Impl>(new Impl{index::Writer::open(base::system_files(), path), {}, {}}));
}

void Index::put(Article article) {
  index::check_article(article);
  if (impl_->pending.contains(article.id)) commit();
  if (const auto old = impl_->writer.live().find(article.id)) {
    if (index::fingerprint_of(impl_->writer.live().record(*old)) == index::fingerprint(article)) {
      return;
    }
    impl_->writer.live().remove(*old);
  }
  if (!impl_->builder) {
    impl_->builder.reset(new index::Builder(impl_->writer.builder(1, BuildOptions().memory)));
  }
  impl_->pending.insert(article.id);
  impl_->builder->add(std::move(article), impl_->writer.next_arrival());
}

bool Index::remove(std::string_view id) {
  if (impl_->pending.contains(std::string(id))) commit();
  const auto found = impl_->writer.live().find(id);
  if (found) impl_->writer.live().remove(*found);
  return found.has_value();
}

void Index::commit() {
  std::vector<storage::SegmentEntry> added;
  if (impl_->builder) added = impl_->builder->finish();
  impl_->builder.reset();
  impl_->pending.clear();
  if (added.empty() && !impl_->writer.live().has_removals()) return;
  impl_->writer.commit(std::move(added));
}

void Index::merge() {
  commit();
  impl_->writer.merge();
}

BuildReport Index::add(const ArticleSource& source, const BuildOptions& options) {
  commit();
  return index::Bulk(impl_->writer, options).run(source);
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
