// Writes a name in the letters a to z.  In: UTF-8 in any script.  Out: lower case, ASCII where there is a way.
// Method: ICU's transliterators "Any-Latin" and "Latin-ASCII"; ASCII by table.
// Threads: any.
// Tested by tests/text/romanize_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace dateline::text {

// "Зеленський" -> "zelens'kij".  Requires: well-formed UTF-8.
std::string romanize(std::string_view name);

}  // namespace dateline::text
