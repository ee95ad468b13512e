// What fuzzing calls: each takes any bytes, and ends the process where a promise is broken.
// In: bytes.  Out: nothing.  libFuzzer drives them (fuzzer.cpp), replay_test.cpp gives them corpus/.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace dateline::fuzz {

void query(std::string_view bytes);     // parsing, printing, searching over both text stores
void text(std::string_view bytes);      // words against ICU's, and their forms
void page(std::string_view bytes);      // a .txt file
void html(std::string_view bytes);      // a .html file
void json(std::string_view bytes);      // a line of a .jsonl file
void recipe(std::string_view bytes);    // the files of a recipe, each behind a line "=== NAME"
void manifest(std::string_view bytes);  // the first line of a manifest, behind a right checksum
void words(std::string_view bytes);     // changes to a words file, behind right checksums
void calls(std::string_view bytes);     // a writer's calls, compared with a map of articles

// Ends the process, saying which promise was broken.
inline void require(bool kept, std::string_view promise) {
  if (kept) return;
  std::fprintf(stderr, "broken: %.*s\n", static_cast<int>(promise.size()), promise.data());
  std::abort();
}

}  // namespace dateline::fuzz
