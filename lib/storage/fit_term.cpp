// Keeps terms within what Xapian's keys can hold.
// In: a term of any length.  Out: the term, or its beginning and 16 hexadecimal digits.
// Tested by tests/storage/fit_term_test.cpp.
#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "storage/segment.hpp"

#include <algorithm>

namespace dateline::storage {
namespace {

constexpr std::size_t kHashDigits = 16;

std::size_t cost(char c) {
  return c == '\0' ? 2 : 1;
}

bool fits(std::string_view term) {
  if (term.size() > kMaxTermBytes) return false;
  const auto zeros = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
  return term.size() + zeros <= kMaxTermBytes;
}

// The longest beginning that leaves room for the digits.
std::string_view beginning(std::string_view term) {
  std::size_t room = kMaxTermBytes - kHashDigits;
  std::size_t end = 0;
  while (end < term.size() && room >= cost(term[end])) room -= cost(term[end++]);
  return term.substr(0, base::floor_boundary(term, end));
}

}  // namespace

std::string fit_term(std::string_view term) {
  if (fits(term)) return std::string(term);
  return std::string(beginning(term)) + base::checksum(term).substr(0, kHashDigits);
}

}  // namespace dateline::storage
