// Walks a list.  In: a list.  Out: articles.
// Tested by tests/words/reader_test.cpp.
#include "words/cursor.hpp"

namespace dateline::words {

Cursor::Cursor(const Reader& reader, std::string_view term) {
  const auto info = reader.find(term);
  if (!info) return;
  list_.emplace(reader, *info);
  enter(0, 0);
}

// At the first document >= doc of the block or of one behind it.
void Cursor::enter(std::uint32_t block, std::uint32_t doc) {
  for (; block < list_->blocks(); ++block) {
    list_->load(block);
    at_ = static_cast<std::uint32_t>(kernels().find_in_block(list_->docs(), list_->count(), doc));
    if (at_ == list_->count()) continue;
    doc_ = list_->docs()[at_];
    return;
  }
  doc_ = kEnd;
}

void Cursor::next() {
  if (++at_ < list_->count()) {
    doc_ = list_->docs()[at_];
  } else {
    enter(list_->block() + 1, 0);
  }
}

void Cursor::skip_to(std::uint32_t doc) {
  if (doc <= doc_ || doc_ == kEnd) return;
  const std::uint32_t* docs = list_->docs();
  if (docs[list_->count() - 1] >= doc) {
    at_ = static_cast<std::uint32_t>(kernels().find(docs, at_, list_->count(), doc));
    doc_ = docs[at_];
    return;
  }
  const auto& lasts = list_->lasts();
  enter(static_cast<std::uint32_t>(kernels().find(lasts.data(), list_->block(), lasts.size(), doc)),
        doc);
}

}  // namespace dateline::words
