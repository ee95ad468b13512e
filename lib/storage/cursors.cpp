// Cursors over one segment's database.  In: an open database.  Out: local numbers, ascending.
// Tested by tests/storage/cursors_test.cpp.
#include "storage/cursors.hpp"

#include "storage/xapian_guard.hpp"
#include "words/cursor.hpp"

#include <iterator>

namespace dateline::storage {
namespace {

namespace fs = std::filesystem;

class TermCursor : public Cursor {
 public:
  TermCursor(const Xapian::Database& database, const std::string& term, const fs::path& path)
      : path_(path) {
    move([&] { at_ = database.postlist_begin(term); });
  }

  void next() override {
    move([&] { ++at_; });
  }

  void skip_to(std::uint32_t doc) override {
    if (doc <= doc_) return;
    if (doc == kEnd) {
      doc_ = kEnd;
    } else {
      move([&] { at_.skip_to(doc + 1); });
    }
  }

  std::uint32_t frequency() override {
    return guarded("read", path_, [&] {
      const Xapian::termcount weight = at_.get_wdf();
      if (weight > 0) return weight;
      const auto count = std::distance(at_.positionlist_begin(), at_.positionlist_end());
      return static_cast<Xapian::termcount>(count);
    });
  }

  void positions(std::vector<std::uint32_t>& out) override {
    guarded("read", path_, [&] { out.assign(at_.positionlist_begin(), at_.positionlist_end()); });
  }

  std::size_t memory() const override { return kBlocks; }

 private:
  template <class Move>
  void move(Move change) {
    guarded("read", path_, [&] {
      change();
      doc_ = at_ == Xapian::PostingIterator() ? kEnd : *at_ - 1;
    });
  }

  static constexpr std::size_t kBlocks = std::size_t{3}
                                         << 13;  // of 8 KiB, one for each level of a tree
  const fs::path& path_;
  Xapian::PostingIterator at_;
};

class DateCursor : public Cursor {
 public:
  DateCursor(const ColumnsReader& columns, DayRange days) : columns_(columns), days_(days) {
    move_to(0);
  }
  void next() override { move_to(doc_ + 1); }
  void skip_to(std::uint32_t doc) override {
    if (doc > doc_) move_to(doc);
  }
  std::uint32_t frequency() override { return 0; }
  void positions(std::vector<std::uint32_t>& out) override { out.clear(); }

 private:
  // On to the next date that fits.
  void move_to(std::uint32_t doc) {
    while (doc < columns_.size() && !fits(doc)) ++doc;
    doc_ = doc < columns_.size() ? doc : kEnd;
  }

  bool fits(std::uint32_t doc) const {
    const auto days = columns_.published(doc);
    return days && days->first >= days_.first && days->last <= days_.last;
  }

  const ColumnsReader& columns_;
  DayRange days_;
};

class WordsCursor : public Cursor {
 public:
  WordsCursor(const words::Reader& reader, std::string_view term) : at_(reader, term) { settle(); }
  void next() override {
    at_.next();
    settle();
  }
  void skip_to(std::uint32_t doc) override {
    if (doc <= doc_) return;
    at_.skip_to(doc);
    settle();
  }
  std::uint32_t frequency() override { return at_.frequency(); }
  void positions(std::vector<std::uint32_t>& out) override { at_.positions(out); }
  std::size_t memory() const override { return at_.memory(); }

 private:
  void settle() { doc_ = at_.doc(); }
  words::Cursor at_;
};

class NumberCursor : public Cursor {
 public:
  explicit NumberCursor(std::uint32_t size) : size_(size) { move_to(0); }
  void next() override { move_to(doc_ + 1); }
  void skip_to(std::uint32_t doc) override {
    if (doc > doc_) move_to(doc);
  }
  std::uint32_t frequency() override { return 0; }
  void positions(std::vector<std::uint32_t>& out) override { out.clear(); }

 private:
  void move_to(std::uint32_t doc) { doc_ = doc < size_ ? doc : kEnd; }
  std::uint32_t size_;
};

}  // namespace

std::unique_ptr<Cursor> term_cursor(const Xapian::Database& database, const std::string& term,
                                    const fs::path& path) {
  if (term.empty()) return number_cursor(0);  // Xapian would give every document
  return std::make_unique<TermCursor>(database, term, path);
}

std::unique_ptr<Cursor> words_cursor(const words::Reader& reader, std::string_view term) {
  return std::make_unique<WordsCursor>(reader, term);
}

std::unique_ptr<Cursor> date_cursor(const ColumnsReader& columns, DayRange days) {
  return std::make_unique<DateCursor>(columns, days);
}

std::unique_ptr<Cursor> number_cursor(std::uint32_t size) {
  return std::make_unique<NumberCursor>(size);
}

}  // namespace dateline::storage
