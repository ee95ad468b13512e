// Asks libexttextcat, the one place that does.  In: UTF-8.  Out: languages that fit equally well.
// Method: Cavnar and Trenkle, "N-Gram-Based Text Categorization", 1994, as libexttextcat 3.4 has it:
// it names up to five languages whose distance is within 3 % of the least.
// Tested by tests/text/textcat_test.cpp.
#include "text/textcat.hpp"

#ifdef DATELINE_HAVE_TEXTCAT

#include <libexttextcat/textcat.h>

#include <algorithm>
#include <iterator>
#include <memory>

namespace dateline::text {
namespace {

struct Done {
  void operator()(void* handle) const { textcat_Done(handle); }
};
using Handle = std::unique_ptr<void, Done>;

// The library promises nothing about threads: each has its own handle.
void* handle() {
  const std::string folder = DATELINE_TEXTCAT_DIR "/";
  thread_local const Handle own(
      special_textcat_Init((folder + "fpdb.conf").c_str(), folder.c_str()));
  return own.get();
}

struct Alias {
  std::string_view name;
  std::string_view code;
};

// Names that have a code of two letters under another name.  Scots has none; short English texts
// are taken for it.
constexpr Alias kAliases[] = {{"ckb", "ku"}, {"gug", "gn"}, {"plt", "mg"}, {"qxa", "qu"},
                              {"quz", "qu"}, {"sh", "sr"},  {"sco", "en"}};

// "zh-CN-utf8" is "zh"; "" for a language without a code of two letters.
std::string_view code_of(std::string_view name) {
  name = name.substr(0, name.find('-'));
  const auto* alias = std::find_if(std::begin(kAliases), std::end(kAliases),
                                   [name](const Alias& a) { return a.name == name; });
  if (alias != std::end(kAliases)) return alias->code;
  return name.size() == 2 ? name : std::string_view();
}

// The library reads on behind the end when a text ends in a space, and stops at a NUL: it gets a
// copy that ends in a NUL and holds no other.
std::string without_nul(std::string_view text) {
  std::string copy(text);
  std::replace(copy.begin(), copy.end(), '\0', ' ');
  return copy;
}

}  // namespace

bool have_textcat() noexcept {
  return true;
}

std::vector<std::string> textcat_candidates(std::string_view text) {
  if (handle() == nullptr) return {};
  const auto release = [](candidate_t* found) {
    textcat_ReleaseClassifyFullOutput(handle(), found);
  };
  const std::unique_ptr<candidate_t, decltype(release)> found(
      textcat_GetClassifyFullOutput(handle()), release);
  const std::string copy = without_nul(text);
  const int count = textcat_ClassifyFull(handle(), copy.data(), copy.size(), found.get());
  std::vector<std::string> codes;
  for (int i = 0; i < count; ++i) {  // 0 or less: at a loss
    const std::string_view code = code_of(found.get()[i].name);
    if (!code.empty() && std::find(codes.begin(), codes.end(), code) == codes.end()) {
      codes.emplace_back(code);
    }
  }
  return codes;
}

}  // namespace dateline::text

#else

namespace dateline::text {

bool have_textcat() noexcept {
  return false;
}

std::vector<std::string> textcat_candidates(std::string_view) {
  return {};
}

}  // namespace dateline::text

#endif
