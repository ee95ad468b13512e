// Snowball's stemmers behind one function.  In: a folded word.  Out: its stem.
// Tested by tests/analysis/stemmer_test.cpp.
#include "analysis/stemmer.hpp"

#include <dateline/error.hpp>

#include <libstemmer.h>

#include <algorithm>
#include <array>

namespace dateline::analysis {
namespace {

// Languages by their ISO codes, as libstemmer 2.2 has them.
constexpr std::array<std::string_view, 28> kLanguages = {
    "ar", "ca", "da", "de", "el", "en", "es", "eu", "fi", "fr", "ga", "hi", "hu", "hy",
    "id", "it", "lt", "ne", "nl", "no", "pt", "ro", "ru", "sr", "sv", "ta", "tr", "yi"};

}  // namespace

void Stemmer::Free::operator()(sb_stemmer* stemmer) const {
  sb_stemmer_delete(stemmer);
}

Stemmer::Stemmer(std::string_view language) {
  if (std::find(kLanguages.begin(), kLanguages.end(), language) == kLanguages.end()) return;
  stemmer_.reset(sb_stemmer_new(std::string(language).c_str(), "UTF_8"));
  if (stemmer_ == nullptr) {
    throw Error(ErrorCode::kInternal, "make a stemmer for", language, "libstemmer refused");
  }
}

std::string Stemmer::stem(std::string_view folded) {
  if (stemmer_ == nullptr) return std::string(folded);
  const auto* symbols = reinterpret_cast<const sb_symbol*>(folded.data());
  const auto* result = sb_stemmer_stem(stemmer_.get(), symbols, static_cast<int>(folded.size()));
  if (result == nullptr) throw std::bad_alloc();
  return {reinterpret_cast<const char*>(result),
          static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

}  // namespace dateline::analysis
