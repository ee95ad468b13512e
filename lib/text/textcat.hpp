// Asks libexttextcat, the one place that does.  In: UTF-8.  Out: languages that fit equally well.
// Tested by tests/text/textcat_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {

// False when the library was left out of the build.
bool have_textcat() noexcept;

// ISO 639-1 codes, the best first; none when the library is at a loss, absent or without its data.
// Cost: a millisecond; the first call of a thread 20 to 50 more, to read the fingerprints.
std::vector<std::string> textcat_candidates(std::string_view text);

}  // namespace dateline::text
