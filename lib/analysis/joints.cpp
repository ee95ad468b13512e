// Tells words that stand together as one.  In: a text and its words.  Out: joints.
// Tested by tests/analysis/joints_test.cpp.
#include "analysis/joints.hpp"

#include "base/utf8.hpp"

namespace dateline::analysis {
namespace {

// A capital with a full stop behind it.
bool is_initial(std::string_view text, Range word) {
  return word.size() == 1 && base::is_ascii_upper(text[word.begin]) && word.end < text.size() &&
         text[word.end] == '.';
}

bool are_initials(std::string_view text, Range word, Range next) {
  return is_initial(text, word) && is_initial(text, next) && next.begin == word.end + 2 &&
         base::is_ascii_space(text[word.end + 1]);
}

// A hyphen and nothing else parts them, but for an acronym's last full stop ("U.S.-led").
bool are_hyphened(std::string_view text, Range word, Range next) {
  std::size_t at = word.end;
  const bool is_dotted = text.substr(word.begin, word.size()).find('.') != std::string_view::npos;
  if (is_dotted && text[at] == '.') ++at;
  const std::size_t hyphen = hyphen_at(text, at);
  return hyphen > 0 && at + hyphen == next.begin;
}

}  // namespace

std::size_t hyphen_at(std::string_view text, std::size_t at) {
  const std::string_view behind = text.substr(at);
  if (behind.starts_with('-')) return 1;
  return behind.starts_with("\xE2\x80\x90") || behind.starts_with("\xE2\x80\x91") ? 3 : 0;
}

Joint joint_at(std::string_view text, std::span<const Range> words, std::size_t at) {
  const auto count = [&](auto&& joined) {
    std::size_t n = 1;
    while (n < kMostJoined && at + n < words.size() &&
           joined(text, words[at + n - 1], words[at + n])) {
      ++n;
    }
    return n;
  };
  if (const std::size_t initials = count(are_initials); initials > 1) {
    return {Bond::kInitials, initials};
  }
  const std::size_t parts = count(are_hyphened);
  return parts > 1 ? Joint{Bond::kHyphens, parts} : Joint{};
}

}  // namespace dateline::analysis
