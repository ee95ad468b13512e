// Cuts a stream of bytes into lines.  In: pieces.  Out: lines.
// Tested by tests/article/lines_test.cpp.
#include "article/lines.hpp"

namespace dateline::article {

void LineCutter::feed(std::string_view piece) {
  for (std::size_t end = piece.find('\n'); end != std::string_view::npos; end = piece.find('\n')) {
    if (held_.empty() && !too_long_ && end <= limit_) {
      end_line(piece.substr(0, end));
    } else {
      append(piece.substr(0, end));
      end_line(held_);
    }
    piece.remove_prefix(end + 1);
  }
  append(piece);
}

void LineCutter::finish() {
  if (!held_.empty() || too_long_) end_line(held_);
}

void LineCutter::append(std::string_view part) {
  too_long_ = too_long_ || held_.size() + part.size() > limit_;
  if (too_long_) {
    std::string().swap(held_);
  } else {
    held_.append(part);
  }
}

void LineCutter::end_line(std::string_view bytes) {
  if (bytes.ends_with('\r')) bytes.remove_suffix(1);
  sink_({bytes, number_++, too_long_});
  held_.clear();
  too_long_ = false;
}

}  // namespace dateline::article
