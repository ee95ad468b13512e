// One thread's way into a segment.  In: terms and local numbers.  Out: cursors, counts, values.
// Tested by tests/storage/session_test.cpp.
#include "storage/session.hpp"

#include "storage/cursors.hpp"
#include "storage/xapian_guard.hpp"

#include <utility>

namespace dateline::storage {

SegmentSession::Impl::Impl(SessionPool& owner, int descriptor, const std::filesystem::path& file,
                           const ColumnsReader& its_columns, const words::Reader* words_reader)
    : pool(owner), path(file), columns(its_columns), words(words_reader) {
  guarded("open", path, [&] {
    database = Xapian::Database("/proc/self/fd/" + std::to_string(descriptor));
    articles = database.get_doccount();
  });
}

std::unique_ptr<SegmentSession::Impl> SessionPool::take() {
  const std::lock_guard guard(mutex_);
  if (free_.empty()) return nullptr;
  auto session = std::move(free_.back());
  free_.pop_back();
  return session;
}

void SessionPool::give_back(std::unique_ptr<SegmentSession::Impl> session) noexcept {
  try {
    const std::lock_guard guard(mutex_);
    free_.push_back(std::move(session));
  } catch (const std::bad_alloc&) {
    // There is no room to keep it; it ends here.
  }
}

SegmentSession::SegmentSession(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

SegmentSession::SegmentSession(SegmentSession&&) noexcept = default;

SegmentSession::~SegmentSession() {
  if (impl_ != nullptr) impl_->pool.give_back(std::move(impl_));
}

std::uint32_t SegmentSession::document_frequency(std::string_view term) {
  if (term.empty()) return 0;  // Xapian would count every document
  if (impl_->words != nullptr) {
    const auto found = impl_->words->find(term);
    return found ? found->document_frequency : 0;
  }
  return guarded("read", impl_->path, [&] { return impl_->database.get_termfreq(fit_term(term)); });
}

std::unique_ptr<Cursor> SegmentSession::postings(std::string_view term) {
  if (impl_->words != nullptr) return words_cursor(*impl_->words, term);
  return term_cursor(impl_->database, fit_term(term), impl_->path);
}

std::unique_ptr<Cursor> SegmentSession::all_articles() {
  return number_cursor(impl_->articles);
}

std::unique_ptr<Cursor> SegmentSession::published_within(DayRange days) {
  return date_cursor(impl_->columns, days);
}

std::uint32_t SegmentSession::length(std::uint32_t doc) {
  if (impl_->words != nullptr) return impl_->words->length(doc);
  return guarded("read", impl_->path, [&] { return impl_->database.get_doclength(doc + 1); });
}

std::vector<SegmentSession::TermCount> SegmentSession::terms(std::string_view prefix,
                                                             std::size_t limit) {
  std::vector<TermCount> counts;
  if (impl_->words != nullptr) {
    for (auto& [term, documents] : impl_->words->terms(prefix, limit)) {
      counts.push_back({std::move(term), documents});
    }
    return counts;
  }
  const std::string begin(prefix);
  if (fit_term(begin) != begin) return counts;  // longer than any term
  guarded("read", impl_->path, [&] {
    auto at = impl_->database.allterms_begin(begin);
    for (const auto end = impl_->database.allterms_end(begin); at != end && counts.size() < limit;
         ++at) {
      counts.push_back({*at, at.get_termfreq()});
    }
  });
  return counts;
}

}  // namespace dateline::storage
