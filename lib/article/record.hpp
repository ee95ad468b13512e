// One line of a JSON Lines file as an article.  In: the line.  Out: the article, and what is wrong.
// Tested by tests/article/record_test.cpp.
#pragma once

#include <dateline/article.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::article {

// The largest record that is read, and the longest id.
inline constexpr std::size_t kMaxRecord = std::size_t{64} << 20;  // bytes
inline constexpr std::size_t kMaxId = 230;                        // bytes

// Takes what is wrong with a record; a text that begins with "skipped: " says that there is no
// article.
using Complain = std::function<void(std::string text)>;

// `fallback_id` is the id of a record that has none.  Nullopt: skipped, and said so.
std::optional<Article> read_record(std::string_view line, std::string_view fallback_id,
                                   const Complain& complain);

// What every article must be: an id that is one, a title or a text.  False: skipped, and said so.
bool is_usable(Article& article, const Complain& complain);

}  // namespace dateline::article
