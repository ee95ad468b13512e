// One thread's way into a segment.  In: terms and local numbers.  Out: cursors, counts, values.
// Tested by tests/storage/session_test.cpp.
#include "storage/session.hpp"

#include "storage/cursors.hpp"
#include "storage/xapian_guard.hpp"

#include <algorithm>
#include <utility>

namespace dateline::storage {

void SegmentSession::Impl::open_database(int descriptor) {
  guarded("open", path,
          [&] { database = Xapian::Database("/proc/self/fd/" + std::to_string(descriptor)); });
}

std::uint32_t SegmentSession::Impl::live(std::string_view term, std::uint32_t documents) const {
  if (removed.terms.empty() || documents == 0) return documents;
  const auto gone = removed.terms.find(fit_term(term));
  return gone == removed.terms.end() ? documents : documents - std::min(documents, gone->second);
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

std::uint32_t SegmentSession::document_frequency(std::string_view term, words::TermInfo* info) {
  if (term.empty()) return 0;  // Xapian would count every document
  if (impl_->words != nullptr) {
    const auto found = impl_->words->find(term);
    if (found && info != nullptr) *info = *found;
    return found ? impl_->live(term, found->document_frequency) : 0;
  }
  return guarded("read", impl_->path,
                 [&] { return impl_->live(term, impl_->database.get_termfreq(fit_term(term))); });
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

namespace {

// Reading on is faster than looking up as long as it is not far.
constexpr int kFewTerms = 24;

void walk_words(const words::Reader& reader, std::string_view prefix,
                const SegmentSession::Visit& visit) {
  auto at = reader.walk(prefix);
  std::string passed;  // terms that begin so are passed over
  int passing = 0;
  while (!at.at_end() && at.term().starts_with(prefix)) {
    if (!passed.empty() && at.term().starts_with(passed)) {
      if (++passing < kFewTerms) {
        at.next();
        continue;
      }
      const std::string next = words::behind(passed);
      if (next.empty()) return;
      at = reader.walk(next);
      passed.clear();
      continue;
    }
    const std::size_t pass = visit(at.term(), at.info().document_frequency);
    if (pass == SegmentSession::kEnough) return;
    passed = at.term().substr(0, pass);
    passing = 0;
    at.next();
  }
}

}  // namespace

void SegmentSession::walk(std::string_view prefix, const Visit& visit_live) {
  const Visit visit = [&](std::string_view term, std::uint32_t documents) {
    const std::uint32_t live = impl_->live(term, documents);
    return live == 0 ? std::size_t{0} : visit_live(term, live);
  };
  if (impl_->words != nullptr) return walk_words(*impl_->words, prefix, visit);
  const std::string begin(prefix);
  if (fit_term(begin) != begin) return;  // longer than any term
  guarded("read", impl_->path, [&] {
    auto at = impl_->database.allterms_begin(begin);
    const auto end = impl_->database.allterms_end(begin);
    while (at != end) {
      const std::string term = *at;
      const std::size_t passed = visit(term, at.get_termfreq());
      if (passed == kEnough) return;
      const std::string next = words::behind(std::string_view(term).substr(0, passed));
      if (passed == 0) {
        ++at;
      } else if (next.empty()) {
        return;
      } else {
        at.skip_to(next);
      }
    }
  });
}

std::vector<SegmentSession::TermCount> SegmentSession::terms(std::string_view prefix,
                                                             std::size_t limit) {
  std::vector<TermCount> counts;
  const auto add = [&](std::string term, std::uint32_t documents) {
    const std::uint32_t live = impl_->live(term, documents);
    if (live > 0) counts.push_back({std::move(term), live});
  };
  if (impl_->words != nullptr) {
    for (auto& [term, documents] : impl_->words->terms(prefix, limit)) {
      add(std::move(term), documents);
    }
    return counts;
  }
  const std::string begin(prefix);
  if (fit_term(begin) != begin) return counts;  // longer than any term
  guarded("read", impl_->path, [&] {
    auto at = impl_->database.allterms_begin(begin);
    const auto end = impl_->database.allterms_end(begin);
    for (std::size_t seen = 0; at != end && seen < limit; ++at, ++seen) add(*at, at.get_termfreq());
  });
  return counts;
}

}  // namespace dateline::storage
