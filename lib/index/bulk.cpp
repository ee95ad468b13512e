// Feeds a source to the builder, keeps the books, commits now and then.
// In: articles and warnings.  Out: a report.
// Tested by tests/index/bulk_test.cpp.
#include "index/bulk.hpp"

#include "base/hash.hpp"
#include "base/memory.hpp"

#include <dateline/error.hpp>

#include <thread>
#include <utility>

namespace dateline::index {
namespace {

constexpr std::size_t kMaxWarnings = 1000;
constexpr std::uint64_t kManyArticles = 1000;  // of a commit that needed much
constexpr std::string_view kSkipped = "skipped: ";

unsigned thread_count(const BuildOptions& options) {
  return options.threads != 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace

Bulk::Bulk(Writer& writer, const BuildOptions& options)
    : writer_(writer),
      options_(options),
      builder_(new Builder(writer.builder(thread_count(options), options.memory, known()))) {}

// The same for the whole run, since nobody knows when it commits.
std::shared_ptr<const article::Boilerplate> Bulk::known() {
  if (options_.learned_from.empty()) return writer_.known();
  try {
    return std::make_shared<const article::Boilerplate>(
        read_line_counts(base::system_files(), options_.learned_from).boilerplate());
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kCorrupt) throw;
    warn({"", std::string("lines that recur are not known: ") + error.what()});
    return nullptr;
  }
}

BuildReport Bulk::run(const ArticleSource& source) {
  source([this](Article&& article) { take(std::move(article)); },
         [this](Warning&& warning) { warn(std::move(warning)); });
  finish();
  merge();
  report_.seconds = std::chrono::duration<double>(Clock::now() - started_).count();
  return std::move(report_);
}

void Bulk::take(Article&& article) {
  report_.bytes += article.text.size() + (article.title ? article.title->size() : 0);
  const std::string& where = article.where.empty() ? article.id : article.where;
  const base::Hash128 id = base::hash128(article.id);
  if (!seen_.insert({id.low, id.high})) {
    ++report_.duplicates;
    warn({where, "the id \"" + article.id + "\" came before in this run; the first one is kept"});
    return;
  }
  try {
    check_article(article);
  } catch (const Error& error) {
    warn({where, std::string(kSkipped) + error.what()});
    return;
  }
  if (is_unchanged(article)) {
    ++report_.unchanged;
    return;
  }
  builder_->add(std::move(article), writer_.next_arrival());
  ++report_.articles;
  ++since_commit_;
  if (options_.progress) options_.progress(report_.articles, report_.bytes);
  const double waited = std::chrono::duration<double>(Clock::now() - committed_).count();
  if (waited >= options_.commit_every) commit();
}

// An article of this id that is there already is removed, unless it is the same to the byte.
bool Bulk::is_unchanged(const Article& article) {
  const auto old = writer_.live().find(article.id);
  if (!old) return false;
  if (fingerprint_of(writer_.live().record(*old)) == fingerprint(article)) return true;
  writer_.live().remove(*old);
  return false;
}

void Bulk::warn(Warning&& warning) {
  if (warning.text.starts_with(kSkipped)) ++report_.skipped;
  if (report_.warnings.size() < kMaxWarnings) report_.warnings.push_back(std::move(warning));
}

// The articles are safe by now, whatever becomes of the merge.
void Bulk::merge() {
  try {
    writer_.merge();
  } catch (const Error& error) {
    warn({"", std::string("the segments were not merged: ") + error.what()});
  }
}

void Bulk::commit() {
  committed_ = Clock::now();
  publish(builder_->finish());
}

void Bulk::publish(const std::vector<storage::SegmentEntry>& segments) {
  if (since_commit_ == 0 && !writer_.live().has_removals()) return;
  writer_.commit(segments);
  if (since_commit_ >= kManyArticles) base::return_freed_memory();
  ++report_.commits;
  since_commit_ = 0;
}

// The last commit.  What links stories and merges gets the builder's memory.
void Bulk::finish() {
  std::vector<storage::SegmentEntry> segments = builder_->finish();
  builder_.reset();
  base::return_freed_memory();
  publish(segments);
}

}  // namespace dateline::index
