// Looks at a web page before it is parsed.  In: HTML.  Out: what is safe to parse, its encoding.
// Tested by tests/article/html_source_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::article {

inline constexpr std::size_t kMaxTag = 4096;  // bytes without what is in quotes

// The page before its first tag of nonsense length.
std::string_view safe_part(std::string_view html);

// The encoding that the page names in its first bytes, in lower case; "" for none.
std::string declared_encoding(std::string_view html);

}  // namespace dateline::article
